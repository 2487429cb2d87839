import type { WyError } from '../lib/errors.ts';
import { refused } from '../lib/errors.ts';
import type { Moment } from '../lib/moment.ts';
import { w } from '../lib/words.ts';

/** A step cannot have happened before the one it follows; `show`: the command that shows the case. */
export function tooEarly(
  no: string,
  show: string,
  notBefore: Moment,
  now: Moment,
): WyError | undefined {
  if (now >= notBefore) return undefined;
  return refused(
    'before_last_step',
    w(`这个时间早于 ${no} 的上一步。`, `This is before the last step of ${no}.`),
    w(`查看经过：wy ${show} ${no}`, `See wy ${show} ${no}`),
  );
}

/** Nobody can agree on a time that has passed. */
export function timePassed(agreedAt: Moment | null, now: Moment): WyError | undefined {
  if (agreedAt === null || agreedAt >= now) return undefined;
  return refused(
    'time_passed',
    w('约定的时间已经过去。', 'The agreed time has passed already.'),
    w('补录以前的事请加 --at。', 'To record what happened earlier, add --at.'),
  );
}
