import type { Ctx } from '../context.ts';
import { type Book, resolveNumber } from '../ledger/numbers.ts';
import { type Words, w } from '../lib/words.ts';
import { requireUnit } from '../registry/units.ts';
import { kindName, requireKind } from './kinds.ts';
import type { Deposit } from './model.ts';
import * as store from './store.ts';

export const DEPOSITS: Book = {
  table: 'deposits',
  prefix: 'Y',
  name: w('押金', 'deposit'),
  list: 'deposit list',
};

/** A deposit with the name its kind has in the policy. */
export type DepositPage = Deposit & { kindName: Words };

export interface DepositQuery {
  unit?: string | undefined;
  /** Key or name. */
  kind?: string | undefined;
  /** Only those of which something is held. */
  held?: boolean | undefined;
}

export function listDeposits(ctx: Ctx, { unit, kind, held }: DepositQuery): DepositPage[] {
  const found = store.list(ctx.ledger, {
    unitId: unit === undefined ? undefined : requireUnit(ctx.ledger, unit).id,
    kind: kind === undefined ? undefined : requireKind(ctx, kind).key,
    held,
  });
  return found.map((each) => named(ctx, each));
}

/** What was taken for these documents, oldest first. */
export const depositsFor = (ctx: Ctx, subjects: readonly string[]): DepositPage[] =>
  store.list(ctx.ledger, { subjects }).map((each) => named(ctx, each));

/** What is held of a unit, oldest first. */
export const heldOf = (ctx: Ctx, unitId: number): DepositPage[] =>
  store.list(ctx.ledger, { unitId, held: true }).map((each) => named(ctx, each));

/** The deposit of a number or an unambiguous end of one; refuses an unknown one. */
export function requireDeposit(ctx: Ctx, typed: string): DepositPage {
  const no = resolveNumber(ctx.ledger, DEPOSITS, typed, ctx.today);
  const [deposit] = store.list(ctx.ledger, { no });
  if (!deposit) throw new Error(`${no} was not written`);
  return named(ctx, deposit);
}

const named = (ctx: Ctx, deposit: Deposit): DepositPage => ({
  ...deposit,
  kindName: kindName(ctx.policy, deposit.kind),
});
