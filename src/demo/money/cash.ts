import { closeMonth } from '../../cash/closing.ts';
import { cashOnHand, handIn } from '../../cash/handing-in.ts';
import { journalOf } from '../../cash/journal.ts';
import { checkSafe } from '../../cash/safe.ts';
import type { Ctx } from '../../context.ts';
import { addDays, type Day, monthOf } from '../../lib/day.ts';
import { atLocal } from '../../lib/moment.ts';
import type { Estate } from '../estate.ts';
import type { Beat } from '../life.ts';
import { everyMonths, lastOfMonth, type MoneyTimes } from './calendar.ts';

/** The cash of each day handed in, the safe checked, each month closed (rule 129). */
export function cashOf(estate: Estate, days: readonly Day[], times: MoneyTimes): Beat[] {
  const { zone, headOf } = estate;
  const [finance, supervisor] = [headOf('finance'), headOf('supervisor')];
  const close = (on: Day, at: string): Beat => ({
    at,
    by: finance,
    act: (ctx) => closeAt(ctx, on, supervisor.name),
  });
  const forgotten = addDays(times.today, -1);
  return [
    ...everyMonths(times.startsOn, times.opensOn, 1).map((on) =>
      close(on, atLocal(times.opensOn, '08:39', zone)),
    ),
    ...days.flatMap((day): Beat[] => [
      ...(day === forgotten
        ? []
        : [{ at: atLocal(day, '17:40', zone), act: (ctx: Ctx) => handAll(ctx, finance.name) }]),
      ...(day === lastOfMonth(day) ? [close(day, atLocal(day, '17:50', zone))] : []),
      { at: atLocal(day, '18:10', zone), act: (ctx) => void checkSafe(ctx, LEFT_WELL) },
    ]),
  ];
}

const LEFT_WELL = { day: undefined, scrambled: true, note: undefined } as const;

function handAll(ctx: Ctx, to: string): void {
  const amountFen = cashOnHand(ctx);
  if (amountFen > 0) handIn(ctx, { amountFen, to, day: undefined, explanation: undefined });
}

function closeAt(ctx: Ctx, on: Day, reviewedBy: string): void {
  const month = monthOf(on);
  const countedFen = journalOf(ctx, { month }).closingFen ?? 0;
  closeMonth(ctx, { month, countedFen, explanation: undefined, reviewedBy });
}
