import type { Month } from '../lib/day.ts';
import { refused } from '../lib/errors.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';

/** Why a household is not drawn. */
interface Left {
  isDrawn: boolean;
  isReached: boolean;
}

const why = (households: readonly Left[]): Words => {
  const drawn = households.filter(({ isDrawn }) => isDrawn).length;
  const reached = households.filter(({ isDrawn, isReached }) => isReached && !isDrawn).length;
  return w(
    `在住 ${households.length} 户，${drawn} 户上月或下月抽到，另有 ${reached} 户本月已回访`,
    `of ${households.length} households ${drawn} are in the sample of the month before or after, ${reached} others were called on this month`,
  );
};

/** Drawn all the same (decision 34), but said aloud. */
export const fewLeft = (free: number, least: number, households: readonly Left[]): Words =>
  w(
    `只有 ${free} 户可抽，不足 ${least} 户：${why(households).zh}。`,
    `Only ${free} are left to be drawn, ${least} are wanted: ${why(households).en}.`,
  );

export const nobodyLeft = (month: Month, households: readonly Left[]) =>
  households.length === 0
    ? refused(
        'nobody_to_sample',
        w('还没有登记在住的住户。', 'Nobody is known to live here yet.'),
        w('登记：wy resident add；导入：wy import residents 文件', 'Add them: wy resident add'),
      )
    : refused(
        'nobody_to_sample',
        w(
          `${month} 没有可抽的住户：${why(households).zh}。`,
          `Nobody is left to be drawn for ${month}: ${why(households).en}.`,
        ),
        households.some(({ isDrawn }) => isDrawn)
          ? w(
              '户数少的小区，可把 policy.yaml 里的 visits.sample.most 调小。',
              'On a small estate lower visits.sample.most in policy.yaml.',
            )
          : w(`查看：wy visit list --month ${month}`, `See wy visit list --month ${month}`),
      );
