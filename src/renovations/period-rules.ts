import type { Day } from '../lib/day.ts';
import { refused, type WyError } from '../lib/errors.ts';
import { w } from '../lib/words.ts';

/** Of the works, both days counted. */
interface Period {
  fromOn: Day;
  untilOn: Day;
}

/** Why nobody can apply for this period on this day, if so: it runs backwards, or it is over. */
export function refusalOfPeriod({ fromOn, untilOn }: Period, today: Day): WyError | undefined {
  if (untilOn < fromOn) {
    return refused(
      'period_reversed',
      w(
        `施工期的最后一天 ${untilOn} 早于第一天 ${fromOn}。`,
        `The last day of the works, ${untilOn}, lies before the first, ${fromOn}.`,
      ),
      w('请改 --from 或 --until。', 'Change --from or --until.'),
    );
  }
  if (untilOn >= today) return undefined;
  return refused(
    'period_over',
    w(
      `施工期到 ${untilOn}，申请的这一天（${today}）已经过完。`,
      `The works end on ${untilOn}, before the day of the application, ${today}.`,
    ),
    w(
      '请改 --until；补录以前的申请请加 --at。',
      'Change --until; record an application of the past with --at.',
    ),
  );
}
