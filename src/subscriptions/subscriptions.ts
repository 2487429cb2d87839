import type { Ctx } from '../context.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Book, resolveNumber } from '../ledger/numbers.ts';
import type { Day } from '../lib/day.ts';
import { w } from '../lib/words.ts';
import type { Subscription } from './model.ts';
import * as store from './store.ts';

export const SUBSCRIPTIONS: Book = {
  table: 'subscriptions',
  prefix: 'A',
  name: w('收费约定', 'subscription'),
  list: 'fee subscriptions',
};

export interface SubscriptionQuery {
  /** Key of a tariff, or of AGREEMENTS. */
  tariff?: string | undefined;
  unitId?: number | undefined;
  /** In force on this day. */
  on?: Day | undefined;
  /** In force on some day of these, both counted. */
  from?: Day | undefined;
  until?: Day | undefined;
}

/** In the order of the estate, then as they begin. */
export const subscriptionsOf = (
  ledger: Ledger,
  { on, ...query }: SubscriptionQuery,
): Subscription[] =>
  store.list(ledger, on === undefined ? query : { ...query, from: on, until: on });

/** The subscription of a number or an unambiguous end of one; refuses an unknown one. */
export function requireSubscription(ctx: Ctx, typed: string): Subscription {
  const no = resolveNumber(ctx.ledger, SUBSCRIPTIONS, typed, ctx.today);
  const found = store.byNumber(ctx.ledger, no);
  if (!found) throw new Error(`${no} was not written`);
  return found;
}

/** From that day on a trust-managed unit owes the full fee again (rule 125); null: it does not. */
export const setFullFee = (ctx: Ctx, id: number, fromOn: Day | null): void =>
  store.setFullFee(ctx.ledger, id, fromOn);
