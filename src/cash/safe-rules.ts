import type { Day } from '../lib/day.ts';
import { refused, type WyError } from '../lib/errors.ts';
import { w } from '../lib/words.ts';

/** The safe is left with its code scrambled, or not left (rule 129). */
export function notScrambled(isScrambled: boolean): WyError | undefined {
  if (isScrambled) return undefined;
  return refused(
    'code_not_scrambled',
    w('离开前必须打乱保险柜密码。', 'The code of the safe is scrambled before anybody leaves.'),
    w(
      '打乱后再登记：wy cash check-safe --scrambled yes',
      'Scramble it, then: wy cash check-safe --scrambled yes',
    ),
  );
}

/** The safe is checked once a day. */
export const checkedBefore = (day: Day, doneAt: string) =>
  refused(
    'safe_checked',
    w(
      `${day} 的保险柜已于 ${doneAt} 检查。`,
      `The safe of ${day} was checked at ${doneAt} already.`,
    ),
    w(
      '补登别的一天：wy cash check-safe --day … --scrambled yes',
      'For another day: wy cash check-safe --day … --scrambled yes',
    ),
  );
