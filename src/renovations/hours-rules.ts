import { type Words, w } from '../lib/words.ts';
import type { Policy } from '../policy/policy.ts';

/** When works may go on, as the policy says (rule 99). */
export type Hours = Pick<Policy['renovations'], 'hours' | 'restDays'>;

const ON_REST_DAYS: Readonly<Record<Hours['restDays'], Words>> = {
  none: w('休息日、节假日不施工', 'none on days off'),
  quiet: w('休息日、节假日只做没有噪声的', 'on days off only what makes no noise'),
  any: w('休息日、节假日同样', 'the same on days off'),
};

/** When works may go on: `施工时间 08:00–12:00、14:00–18:00，休息日、节假日不施工`. */
export function hoursWords({ hours, restDays }: Hours): Words {
  const times = hours.map(([from, to]) => `${clockText(from)}–${clockText(to)}`);
  const rest = ON_REST_DAYS[restDays];
  return w(
    `施工时间 ${times.join('、')}，${rest.zh}`,
    `hours of work ${times.join(', ')}, ${rest.en}`,
  );
}

/** `08:00` of minutes of the day. */
const clockText = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
