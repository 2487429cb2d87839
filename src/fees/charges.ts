import type { Ctx } from '../context.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { misused, refused, WyError } from '../lib/errors.ts';
import { nothingAsked } from '../lib/money.ts';
import { w } from '../lib/words.ts';
import type { Unit } from '../registry/model.ts';
import { boundedAmountFen, ONE, priceOfOne } from '../tariffs/amount-rules.ts';
import { oneOffDueOn } from '../tariffs/cycle-rules.ts';
import { rateOn } from '../tariffs/rules.ts';
import { type Keyed, requireTariff } from '../tariffs/tariffs.ts';
import * as store from './charge-store.ts';
import { debtorOn } from './debtors.ts';
import type { Charge, ChargeReasons, NewCharge } from './model.ts';
import { outstandingOf, stateOf } from './settling-rules.ts';

const FOR_ITSELF: ChargeReasons = {
  ...{ subscriptionId: null, fromReadingId: null, toReadingId: null },
  ...{ penaltyOf: null, subject: null, note: null },
};

/** Writes one charge in the transaction of its caller; gives its id. */
export function makeCharge(ctx: Ctx, made: NewCharge): number {
  const billed = { billedAt: ctx.now, billedById: ctx.operator().id };
  return store.insert(ctx.ledger, { ...FOR_ITSELF, ...made, ...billed });
}

/** Whatever is charged from now on has a greater id; 0: nothing was charged yet. */
export const lastChargeId = (ledger: Ledger): number => store.lastId(ledger);

export type ChargeQuery = Omit<store.Filter, 'outstanding'> & {
  /** Only those of which something is owed. */
  state?: 'outstanding' | undefined;
};

/** The oldest due first, then as they were billed. */
export const listCharges = (ledger: Ledger, { state, ...query }: ChargeQuery): Charge[] =>
  store
    .list(ledger, { ...query, outstanding: state === 'outstanding' })
    .map((row) => ({ ...row, outstandingFen: outstandingOf(row), state: stateOf(row) }));

/** The charge of an id as typed, `128` or `#128`; refuses an unknown one. */
export function requireCharge(ledger: Ledger, typed: string): Charge {
  const id = chargeId(typed);
  const [charge] = listCharges(ledger, { ids: [id] });
  if (charge) return charge;
  throw refused(
    'unknown_charge',
    w(`没有 ${id} 号应收。`, `There is no charge ${id}.`),
    w('查看：wy fee charges --unit …', 'See wy fee charges --unit …'),
  );
}

function chargeId(typed: string): number {
  const [, digits] = /^#?(\d{1,15})$/.exec(typed.normalize('NFKC').trim()) ?? [];
  if (digits !== undefined) return Number(digits);
  throw misused(
    'bad_charge',
    w(`“${typed}”不是应收的编号。`, `"${typed}" is not the number of a charge.`),
    w('编号是一个整数，见 wy fee charges', 'It is a whole number; see wy fee charges.'),
  );
}

const SAY_AMOUNT = w('写明 --amount 35.00 或 --quantity 2', 'Say --amount 35.00 or --quantity 2.');

export interface OneOff {
  unit: Pick<Unit, 'id' | 'code' | 'handoverOn'>;
  tariffKey: string;
  /** Else the tariff's rate × quantity. */
  amountFen?: number | undefined;
  /** One, if not said. */
  quantityThousandths?: number | undefined;
  /** The document it is for. */
  subject?: string | undefined;
  note?: string | undefined;
}

/**
 * Charges something once, today, in the transaction of its caller (rules 27, 140). Refuses a tariff
 * that is no one-off, or not charged today, an amount of nothing, a unit of which nobody is known to
 * owe, and one that is still the developer's where the developer owes none of it.
 */
export function oneOffCharge(ctx: Ctx, made: OneOff): Charge {
  const planned = planOneOff(ctx, made);
  if (planned instanceof WyError) throw planned;
  return requireCharge(ctx.ledger, String(makeCharge(ctx, planned)));
}

/** The charge that `oneOffCharge` would make, or its refusal. */
export function planOneOff(ctx: Ctx, made: OneOff): NewCharge | WyError {
  const { ledger, today } = ctx;
  const keyed = requireTariff(ctx, made.tariffKey);
  const { key, tariff } = keyed;
  const rate = tariff.active ? rateOn(tariff, today) : undefined;
  if (tariff.basis !== 'one-off') return noOneOff(keyed);
  if (rate === undefined) return notCharged(keyed);
  const owing = debtorOn(ledger, made.unit, today);
  if (!owing) return noOwner(made.unit.code);
  if (owing.debtor === 'developer' && !tariff.developer)
    return notOfDeveloper(made.unit.code, keyed);
  const measure =
    made.amountFen === undefined
      ? {
          quantityThousandths: made.quantityThousandths ?? ONE,
          rateTenthousandths: rate,
          monthParts: null,
          percent: 100,
        }
      : priceOfOne(made.amountFen);
  const amountFen = boundedAmountFen(measure);
  if (amountFen === 0) return nothingAsked(SAY_AMOUNT);
  return {
    ...measure,
    ...owing,
    unitId: made.unit.id,
    tariff: key,
    cycleOn: today,
    periodStart: today,
    periodEnd: today,
    amountFen,
    dueOn: oneOffDueOn(tariff, today),
    subject: made.subject ?? null,
    note: made.note ?? null,
  };
}

const noOneOff = ({ key, tariff }: Keyed) =>
  refused(
    'no_one_off',
    w(
      `${tariff.name} 不是一次性收费，按周期出账。`,
      `${key} is no one-off; it is billed by its cycle.`,
    ),
    w(
      `出账：wy fee bill --period … --tariff ${key}`,
      `Bill it: wy fee bill --period … --tariff ${key}`,
    ),
  );

export const notCharged = ({ key, tariff }: Keyed) =>
  refused(
    'tariff_inactive',
    w(`${tariff.name} 现在不收。`, `${key} is not charged at present.`),
    w(
      `查看：wy fee tariff show ${key}；在 policy.yaml 的 fees.tariffs.${key} 里核对单价和起止日，写 active: yes`,
      `See wy fee tariff show ${key}; check its rates and days in policy.yaml at fees.tariffs.${key} and say active: yes.`,
    ),
  );

const noOwner = (unit: string) =>
  refused(
    'no_owner',
    w(`${unit} 已经交房，但没有登记业主。`, `${unit} was handed over, and no owner is registered.`),
    w(
      `先登记业主：wy resident add --unit ${unit} --role owner --name …`,
      `Register the owner first: wy resident add --unit ${unit} --role owner --name …`,
    ),
  );

const notOfDeveloper = (unit: string, { key, tariff }: Keyed) =>
  refused(
    'not_of_developer',
    w(
      `${unit} 还在开发商名下，${tariff.name} 不向开发商收。`,
      `${unit} is still the developer's, who owes no ${key}.`,
    ),
    w(
      `已交给业主的，先办入住：wy resident move-in --unit ${unit} --as owner --name …；收费口径：wy fee tariff show ${key}`,
      `Once an owner takes it over: wy resident move-in --unit ${unit} --as owner --name …; see wy fee tariff show ${key}.`,
    ),
  );
