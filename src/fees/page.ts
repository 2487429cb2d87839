import type { Ctx } from '../context.ts';
import { requireCharge } from './charges.ts';
import { type ChargeRecord, chargeRecord } from './charging.ts';
import type { Charge, SettlementLine } from './model.ts';
import * as store from './page-store.ts';

/** A charge with who billed it, and all that was paid, waived and taken back of it. */
export type ChargePage = ChargeRecord & {
  billedBy: string | null;
  settlements: readonly SettlementLine[];
};

type Reading = Pick<Ctx, 'ledger' | 'policy'>;

export const chargePage = ({ ledger, policy }: Reading, charge: Charge): ChargePage => ({
  ...chargeRecord(policy, charge),
  billedBy: store.billerOf(ledger, charge.id),
  settlements: store.settlementsOf(ledger, charge.id),
});

/** The page of an id as typed; refuses an unknown one. */
export const showCharge = (ctx: Reading, typed: string): ChargePage =>
  chargePage(ctx, requireCharge(ctx.ledger, typed));
