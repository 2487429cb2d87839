import type { Ctx } from '../context.ts';
import type { Book } from '../ledger/numbers.ts';
import { resolveNumber } from '../ledger/numbers.ts';
import type { Month } from '../lib/day.ts';
import { w } from '../lib/words.ts';
import { requireUnit } from '../registry/units.ts';
import type { Outcome, Visit } from './model.ts';
import { spanOf } from './months.ts';
import * as store from './visit-store.ts';

export const VISITS: Book = {
  table: 'visits',
  prefix: 'V',
  name: w('走访记录', 'visit'),
  list: 'visit list',
};

export interface VisitQuery {
  unit: string | undefined;
  month: Month | undefined;
  result: Outcome | undefined;
}

/** Oldest first; refuses an unknown unit. */
export function listVisits(ctx: Ctx, { unit, month, result }: VisitQuery): Visit[] {
  const span = month === undefined ? undefined : spanOf(month, ctx.zone);
  return store.list(ctx.ledger, {
    unitId: unit === undefined ? null : requireUnit(ctx.ledger, unit).id,
    from: span?.from ?? null,
    to: span?.to ?? null,
    result: result ?? null,
  });
}

/** The visit of a number or an unambiguous end of one; refuses an unknown one. */
export const showVisit = (ctx: Ctx, typed: string): Visit =>
  requireVisit(ctx, resolveNumber(ctx.ledger, VISITS, typed, ctx.today));

export function requireVisit(ctx: Ctx, no: string): Visit {
  const found = store.byNumber(ctx.ledger, no);
  if (!found) throw new Error(`${no} was not written`);
  return found;
}
