import { refused } from '../lib/errors.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';
import { draw } from './draw-rules.ts';
import type { Candidate } from './model.ts';

/** A draw, the unit codes of each group apart. */
export interface Draw {
  free: readonly string[];
  /** Filled up with: called on that month for another reason. */
  reached: readonly string[];
  /** Filled up with: in the sample of the month before or after. */
  drawn: readonly string[];
}

const isFree = ({ isDrawn, isReached }: Candidate): boolean => !isDrawn && !isReached;

/**
 * Up to `most` of the households that are free. Where they are fewer than `least`, it is filled up to
 * `least`: first from those reached this month, then from the samples beside it, each in the order
 * of the same seed. All of them where there are no more.
 */
export function drawOrFillUp(
  candidates: readonly Candidate[],
  { least, most }: { least: number; most: number },
  seed: string,
): Draw {
  const free = draw(candidates.filter(isFree), most, seed);
  const fillUp = (group: readonly Candidate[], has: number) =>
    draw(group, Math.max(0, least - has), seed);
  const reached = fillUp(
    candidates.filter(({ isDrawn, isReached }) => isReached && !isDrawn),
    free.length,
  );
  const drawn = fillUp(
    candidates.filter(({ isDrawn }) => isDrawn),
    free.length + reached.length,
  );
  return { free, reached, drawn };
}

/** What is said where fewer households than `least` are free; undefined where enough are. */
export function fewFree(
  { free, reached, drawn }: Draw,
  least: number,
  households: number,
): Words | undefined {
  if (free.length >= least) return undefined;
  const filledUp = reached.length + drawn.length;
  if (filledUp === 0) {
    return w(
      `在住只有 ${households} 户，不足 ${least} 户，全部抽取。`,
      `Fewer households live here than are wanted, ${households} of ${least}: all of them are drawn.`,
    );
  }
  return w(
    `在住 ${households} 户，只有 ${free.length} 户可抽，不足 ${least} 户；补抽 ${filledUp} 户：本月已回访的 ${reached.length} 户，上月或下月抽到的 ${drawn.length} 户。`,
    `Of ${households} households only ${free.length} are free, ${least} are wanted; filled up with ${filledUp}: ${reached.length} called on this month, ${drawn.length} of the sample of the month before or after.`,
  );
}

export const nobodyLivesHere = () =>
  refused(
    'nobody_to_sample',
    w('还没有登记在住的住户。', 'Nobody is known to live here yet.'),
    w('登记：wy resident add；导入：wy import residents 文件', 'Add them: wy resident add'),
  );
