import type { Ctx } from '../context.ts';
import type { Report } from '../formats/model.ts';
import { addDays, type Day } from '../lib/day.ts';
import { w } from '../lib/words.ts';
import { callsToday, complaintsToday, repairsToday } from './daily-cases.ts';
import { cashToday, handoverToday, owedToday, worksToday } from './daily-desk.ts';
import { reportOf } from './frame.ts';
import { toldOf } from './period.ts';

/**
 * Yesterday and today (rules 68, 152, 162): counts of the day beside those of the day before, and what is
 * open now. Of an earlier day the counts and the money alone: what was open then nobody kept.
 */
export function dailyReport(ctx: Ctx, day: Day): Report {
  const before = addDays(day, -1);
  const isNow = day >= ctx.today;
  const told = toldOf(ctx, { fromOn: day, untilOn: day }, { fromOn: before, untilOn: before });
  return reportOf(ctx, {
    kind: 'daily',
    title: w(`${day} 客服日报`, `Daily report ${day}`),
    period: { key: 'date', text: day },
    span: told.now.span,
    sections: [
      ...(isNow ? [owedToday(ctx)] : []),
      repairsToday(ctx, told, isNow),
      ...(isNow ? [callsToday(ctx)] : []),
      complaintsToday(ctx, told, isNow),
      cashToday(ctx, day, isNow),
      ...(isNow ? [worksToday(ctx), handoverToday(ctx)] : []),
    ],
  });
}
