import type { Ctx } from '../context.ts';
import { meet, release } from '../deadlines/service.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Moment } from '../lib/moment.ts';
import type { OpenPromise, PaymentPromise } from './model.ts';
import * as store from './promise-store.ts';

/** The promises of payment that nobody has followed up yet: of one unit, or of all. */
export const openPromises = (ledger: Ledger, unitId?: number): OpenPromise[] =>
  store.openPromises(ledger, unitId);

/**
 * What was overdue when each of these promises was made and is still owed at a moment of its own, in
 * fen by the contact's id: with nothing left a promise is kept, whatever has become due since.
 */
export const leftOf = (
  ledger: Ledger,
  promises: readonly (PaymentPromise & { until: Moment })[],
): Map<number, number> => store.leftOf(ledger, promises);

/** Money paid for something of a unit: meets the promises of which nothing is left (rule 134). */
export function keepPromises(ctx: Ctx, unitId: number): void {
  for (const { no } of withNothingLeft(ctx, unitId)) meet(ctx, no, 'fee.promise');
}

/** Something of a unit is owed no more, though nobody paid: what was promised of it falls away. */
export function releasePromises(ctx: Ctx, unitId: number): void {
  for (const { no } of withNothingLeft(ctx, unitId)) release(ctx, no, 'fee.promise');
}

/** Settlements may stand later than now. */
const EVER: Moment = '9999-12-31T23:59:59Z';

function withNothingLeft(ctx: Ctx, unitId: number): OpenPromise[] {
  const begun = openPromises(ctx.ledger, unitId).filter((it) => it.contactedAt <= ctx.now);
  if (begun.length === 0) return [];
  const left = leftOf(
    ctx.ledger,
    begun.map((it) => ({ ...it, until: EVER })),
  );
  return begun.filter(({ id }) => left.get(id) === 0);
}
