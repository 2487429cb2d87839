import type { Ctx } from '../context.ts';
import { HIDDEN, transact } from '../ledger/transact.ts';
import type { Day } from '../lib/day.ts';
import { misused, refused } from '../lib/errors.ts';
import { yuanText } from '../lib/money.ts';
import { type Words, w } from '../lib/words.ts';
import type { Policy } from '../policy/policy.ts';
import { requireUnit } from '../registry/units.ts';
import { tariffName } from '../tariffs/tariffs.ts';
import * as store from './charge-store.ts';
import { listCharges, oneOffCharge } from './charges.ts';
import type { Charge, ChargeState } from './model.ts';
import { requireTariffKey } from './tariff-keys.ts';

/** As it is shown: with its tariff's name. */
export type ChargeRecord = Charge & { tariffName: Words };

export const chargeRecord = (policy: Policy, charge: Charge): ChargeRecord => ({
  ...charge,
  tariffName: tariffName(policy, charge.tariff),
});

export interface Charging {
  unit: string;
  tariff: string;
  /** The price agreed, or else how many at the tariff's rate: not both. */
  amountFen: number | undefined;
  quantityThousandths: number | undefined;
  note: string | undefined;
  /** The number of the document it is for: it is taken back with it. */
  subject?: string | undefined;
}

/**
 * Charges a unit once (rules 27, 94, 138, 140), for a document where one is named: refuses as
 * `oneOffCharge`, and a document that is not there (`unknown_number`).
 */
export function chargeUnit(ctx: Ctx, made: Charging): ChargeRecord {
  return transact(ctx, 'fee.charge', (entry) => {
    if (made.amountFen !== undefined && made.quantityThousandths !== undefined) throw bothSaid();
    const unit = requireUnit(ctx.ledger, made.unit);
    const subject = made.subject === undefined ? undefined : requireSubject(ctx, made.subject);
    const charge = oneOffCharge(ctx, { ...made, unit, tariffKey: made.tariff, subject });
    if (made.amountFen === undefined && made.quantityThousandths === undefined) {
      warnOfUsual(ctx, charge);
    }
    entry.subject = unit.code;
    entry.changes = {
      charge: charge.id,
      tariff: charge.tariff,
      quantityThousandths: charge.quantityThousandths,
      amountFen: charge.amountFen,
      dueOn: charge.dueOn,
      note: made.note === undefined ? null : HIDDEN,
      ...(subject !== undefined && { subject }),
    };
    return chargeRecord(ctx.policy, charge);
  });
}

function requireSubject({ ledger }: Ctx, typed: string): string {
  const no = typed.normalize('NFKC').trim().toUpperCase();
  if (store.isDocument(ledger, no)) return no;
  throw refused(
    'unknown_number',
    w(`没有编号为“${typed}”的单据。`, `There is no document with the number "${typed}".`),
    w('请写完整的编号，如 T261122-001。', 'Type its whole number, such as T261122-001.'),
  );
}

/** Many tariffs charged once have a sample rate, as their price is agreed each time. */
function warnOfUsual(ctx: Ctx, { id, amountFen }: Charge): void {
  const yuan = yuanText(amountFen);
  ctx.warn(
    w(
      `没有写金额，按单价记了一份 ${yuan} 元；不对的：wy fee reverse-charge ${id} --reason …，重记时加 --amount`,
      `No amount was said: one was charged at the rate, ${yuan} yuan. If that is wrong: wy fee reverse-charge ${id} --reason …, and charge it anew with --amount.`,
    ),
  );
}

const bothSaid = () =>
  misused(
    'amount_and_quantity',
    w('金额和数量只写一个。', 'Say an amount or a quantity.'),
    w('数量按收费项目的单价计价。', 'A quantity is charged at the rate of the tariff.'),
  );

export interface ChargeListing {
  unit?: string | undefined;
  tariff?: string | undefined;
  state?: ChargeState | 'outstanding' | undefined;
  /** First days of the cycles, both counted. */
  since?: Day | undefined;
  until?: Day | undefined;
}

/** The oldest due first. */
export function listCharged(ctx: Ctx, query: ChargeListing): ChargeRecord[] {
  const { ledger, policy } = ctx;
  const { state } = query;
  const charges = listCharges(ledger, {
    unitId: query.unit === undefined ? undefined : requireUnit(ledger, query.unit).id,
    tariff: query.tariff && requireTariffKey(ctx, query.tariff),
    from: query.since,
    until: query.until,
    state: state === 'outstanding' ? state : undefined,
  });
  return charges
    .filter((each) => state === undefined || state === 'outstanding' || each.state === state)
    .map((each) => chargeRecord(policy, each));
}
