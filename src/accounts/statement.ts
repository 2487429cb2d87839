import type { Ctx } from '../context.ts';
import { listCharges } from '../fees/charges.ts';
import { paidUntil } from '../fees/paid-until-rules.ts';
import type { Day } from '../lib/day.ts';
import { endOfDay } from '../lib/moment.ts';
import { prepaidOf } from '../receipts/prepayments.ts';
import { ownersOn } from '../registry/owners.ts';
import { requireUnit } from '../registry/units.ts';
import { tariffName } from '../tariffs/tariffs.ts';
import { nameOn } from './arrears-rules.ts';
import type { Statement } from './model.ts';
import { balanced, totalsOf } from './statement-rules.ts';
import * as store from './statement-store.ts';
import { notYet } from './text.ts';

/**
 * The account of a unit as it stood at the end of a day, whatever happened later: charges, money,
 * balance (rules 131, 135). Refuses an unknown unit.
 */
export function statementOf(
  ctx: Ctx,
  { unit: typed, asOf }: { unit: string; asOf: Day },
): Statement {
  const { ledger, zone } = ctx;
  const unit = requireUnit(ledger, typed);
  if (asOf > ctx.today) ctx.warn(notYet(asOf));
  const at = endOfDay(asOf, zone);
  const asked = { unitId: unit.id, at };
  const charges = listCharges(ledger, { unitId: unit.id, asOf: at });
  const totals = totalsOf(charges, asOf);
  const prepaidFen = prepaidOf(ledger, unit.id, at);
  const owners = ownersOn(ledger, unit.id, asOf).map(
    ({ personId, name }) => [personId, name] as const,
  );
  return {
    unit: unit.code,
    name: nameOn({ handoverOn: unit.handoverOn, owners }, asOf),
    asOf,
    charges,
    receipts: store.receipts(ledger, asked),
    ...totals,
    prepaidFen,
    balanceFen: totals.owedFen - prepaidFen,
    paidUntil: paidUntil(charges),
    entries: balanced(store.entries(ledger, asked)),
    nameOf: (tariff) => tariffName(ctx.policy, tariff),
  };
}
