import type { Day, Month } from '../lib/day.ts';
import { lastDayOfMonth } from '../lib/day.ts';
import { misused, refused, type WyError } from '../lib/errors.ts';
import { periodReversed } from '../lib/span.ts';
import { w } from '../lib/words.ts';

/** Nothing is recorded as done on a day to come. */
export function dayToCome(day: Day, today: Day): WyError | undefined {
  if (day <= today) return undefined;
  return refused(
    'day_not_begun',
    w(`${day} 还没有到。`, `${day} has not come yet.`),
    w(`今天是 ${today}。`, `Today is ${today}.`),
  );
}

export interface JournalDays {
  day?: Day | undefined;
  month?: Month | undefined;
  since?: Day | undefined;
  until?: Day | undefined;
}

/** The days asked for, both counted: one day, a month, or from one to another; today unless said. */
export function daysAsked(
  { day, month, since, until }: JournalDays,
  today: Day,
): { from: Day | undefined; until: Day } {
  const isSpan = since !== undefined || until !== undefined;
  if ([day !== undefined, month !== undefined, isSpan].filter(Boolean).length > 1) {
    throw misused(
      'several_spans',
      w(
        '--day、--month、--since/--until 只能用一种。',
        'Give only one of --day, --month, --since with --until.',
      ),
      w(
        '如 --month 2026-11，或 --since 2026-11-01 --until 2026-11-15',
        'Such as --month 2026-11, or --since 2026-11-01 --until 2026-11-15',
      ),
    );
  }
  if (month !== undefined) return { from: `${month}-01`, until: lastDayOfMonth(month) };
  if (!isSpan) return { from: day ?? today, until: day ?? today };
  const last = until ?? today;
  if (since !== undefined && since > last) {
    throw periodReversed(
      since,
      last,
      w('请把 --since 写成较早的一天。', 'Let --since be the earlier day.'),
    );
  }
  return { from: since, until: last };
}
