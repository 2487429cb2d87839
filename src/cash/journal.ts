import type { Ctx } from '../context.ts';
import type { Day } from '../lib/day.ts';
import { addDays } from '../lib/day.ts';
import { daysAsked, type JournalDays } from './day-rules.ts';
import * as flows from './flow-store.ts';
import type { Flow, Method } from './model.ts';
import { METHODS } from './model.ts';
import { type MethodTotal, totalsOf, withBalance } from './totals-rules.ts';

export interface JournalQuery extends JournalDays {
  method?: Method | undefined;
}

/** Every line of some days with the cash before and after them (rules 129, 130). */
export interface Journal {
  /** Null: from the beginning. */
  from: Day | null;
  until: Day;
  method: Method | null;
  /** Cash; null where only another method is asked for. */
  openingFen: number | null;
  lines: readonly (Flow & { balanceFen: number | null })[];
  totals: readonly MethodTotal[];
  closingFen: number | null;
}

export function journalOf(ctx: Ctx, query: JournalQuery): Journal {
  const { ledger, today } = ctx;
  const { from, until } = daysAsked(query, today);
  const { method } = query;
  const hasCash = method === undefined || method === 'cash';
  const before = from === undefined ? 0 : flows.cashBookedBy(ledger, addDays(from, -1));
  const lines = withBalance(flows.flowsOf(ledger, { from, until, method }), before);
  return {
    from: from ?? null,
    until,
    method: method ?? null,
    openingFen: hasCash ? before : null,
    lines,
    totals: totalsOf(lines, Object.keys(METHODS)),
    closingFen: hasCash ? flows.cashBookedBy(ledger, until) : null,
  };
}

/** The cash in the till at the end of a day of the journal. */
export const cashAtEndOf = ({ ledger }: Ctx, day: Day): number => flows.cashBookedBy(ledger, day);
