import type { Ctx } from '../../context.ts';
import { type PastPeriod, type PastUnit, pastUnits, periodReader } from '../../fees/past.ts';
import { transact } from '../../ledger/transact.ts';
import type { Day } from '../../lib/day.ts';
import { addDays, addMonths } from '../../lib/day.ts';
import type { Moment } from '../../lib/moment.ts';
import { atLocal, dayOf } from '../../lib/moment.ts';
import { planPayments } from '../../receipts/bulk.ts';
import type { PaymentLine } from '../../receipts/past.ts';
import type { Unit } from '../../registry/model.ts';
import { rateOn } from '../../tariffs/rules.ts';
import { requireTariff } from '../../tariffs/tariffs.ts';
import type { Beat } from '../life.ts';
import { everyMonths, type MoneyTimes, monthsOf, quarterOf } from './calendar.ts';
import { type Payer, paysAt } from './payers.ts';

/** On the first morning the lists of the old system are brought in. */
const IMPORTED_AT = '08:36';

/** What the old system told of the two quarters before, and of the debts it could not collect. */
export function oldBooksOf(payers: readonly Payer[], times: MoneyTimes, ctx: Ctx): Beat[] {
  return [
    {
      at: atLocal(times.opensOn, IMPORTED_AT, ctx.zone),
      act: (then) => importPayments(then, payers, times),
    },
  ];
}

function importPayments(ctx: Ctx, payers: readonly Payer[], times: MoneyTimes): void {
  transact(ctx, 'import.receipts', (entry) => {
    const plan = planPayments(ctx, paymentsOf(ctx, payers, times));
    plan.write(ctx.progress);
    entry.changes = { added: plan.added, changed: plan.changed, ...plan.sums };
  });
}

interface Bill {
  period: PastPeriod;
  quantityThousandths: number;
  rateTenthousandths: number;
  dueFen: number;
}

function paymentsOf(ctx: Ctx, payers: readonly Payer[], times: MoneyTimes): PaymentLine[] {
  const units = pastUnits(ctx);
  const bill = billsOf(ctx);
  const quarters = everyMonths(times.startsOn, times.opensOn, 3);
  let line = 0;
  const debts = debtsOf(payers, times, bill).flatMap(({ code, bill: owed }) => {
    const unit = units.get(code);
    return unit ? [rowOf(++line, unit, owed, undefined)] : [];
  });
  const rows = payers.flatMap((payer) => {
    const unit = units.get(payer.unit.code);
    if (!unit) return [];
    return quarters.flatMap((quarterOn) => {
      const { due, later } = quarterly(payer, quarterOn, times, bill);
      const paid = paidOf(ctx, payer, quarterOn, times);
      const rest = (payer.habit === 'yearly' && paid ? yearsRest(payer, times, bill) : later) ?? 0;
      const billed = due.map((it) => rowOf(++line, unit, it, paid && { ...paid, payer }));
      return paid && rest > 0 ? [...billed, prepaid(++line, unit, rest, paid, payer)] : billed;
    });
  });
  return [...debts, ...rows];
}

/** What of a quarter was due before wy began, and what of it came afterwards. */
function quarterly(
  payer: Payer,
  quarterOn: Day,
  { opensOn }: MoneyTimes,
  bill: Bills,
): { due: Bill[]; later: number } {
  const fee = bill.quarter(payer.unit, quarterOn);
  const months = monthsOf(quarterOn).map((on) => ({ on, some: bill.month(payer, on) }));
  const later = months.filter(({ on }) => on >= opensOn).flatMap(({ some }) => some);
  const due = months.filter(({ on }) => on < opensOn).flatMap(({ some }) => some);
  return { due: [...fee, ...due], later: sumOf(later) };
}

const sumOf = (bills: readonly Bill[]) => bills.reduce((sum, { dueFen }) => sum + dueFen, 0);

/** Twelve months from the first: what comes after the import. */
function yearsRest(payer: Payer, times: MoneyTimes, bill: Bills): number {
  const { startsOn, opensOn } = times;
  const ends = addMonths(startsOn, 12);
  const from = quarterOf(opensOn) < opensOn ? addMonths(quarterOf(opensOn), 3) : opensOn;
  const quarters = everyMonths(from, ends, 3).flatMap((on) => bill.quarter(payer.unit, on));
  const months = everyMonths(opensOn, ends, 1).flatMap((on) => bill.month(payer, on));
  return sumOf([...quarters, ...months]);
}

interface Paid {
  at: Moment;
  day: Day;
  share: number;
}

function paidOf(ctx: Ctx, payer: Payer, quarterOn: Day, times: MoneyTimes): Paid | undefined {
  const first = payer.habit === 'yearly' ? times.startsOn : quarterOn;
  const at = paysAt(payer, first, times, ctx.zone);
  if (at === undefined || at >= atLocal(times.opensOn, '00:00', ctx.zone)) return undefined;
  return { at, day: dayOf(at, ctx.zone), share: payer.habit === 'part' ? 2 : 1 };
}

const rowOf = (
  line: number,
  unit: PastUnit,
  { period, dueFen, quantityThousandths, rateTenthousandths }: Bill,
  paid: (Paid & { payer: Payer }) | undefined,
): PaymentLine => ({
  ...{ line, unit, period, dueFen, quantityThousandths, rateTenthousandths },
  paidFen: paid ? Math.floor(dueFen / paid.share) : 0,
  paid: paid && { day: paid.day, at: paid.at },
  method: paid?.payer.method ?? 'cash',
  ...{ no: undefined, collector: undefined, dueOn: undefined, note: undefined },
});

const prepaid = (
  line: number,
  unit: PastUnit,
  paidFen: number,
  paid: Paid,
  { method }: Payer,
): PaymentLine => ({
  ...{ line, unit, period: null, dueFen: 0, paidFen, method },
  paid: { day: paid.day, at: paid.at },
  ...{ no: undefined, collector: undefined, dueOn: undefined, note: undefined },
  ...{ quantityThousandths: undefined, rateTenthousandths: undefined },
});

const ONE = 1_000;

/** A period of a tariff with its rate, the same for all units; null: not charged then. */
type Rated = Pick<Bill, 'period' | 'rateTenthousandths'> | null;

/** A thousandth at a ten-thousandth of a yuan goes so many times into a fen. */
const A_FEN = 100_000;

/** How often a whole number holds another one, half up. */
const halfUp = (whole: number, part: number): number => {
  const twice = 2 * whole + part;
  return (twice - (twice % (2 * part))) / (2 * part);
};

type Bills = ReturnType<typeof billsOf>;

/** What the old system billed a unit: by the same tariffs as wy does now. */
function billsOf(ctx: Ctx) {
  const periodOf = periodReader();
  const known = new Map<string, Rated>();
  const rated = (key: string, from: Day, months: number): Rated => {
    const keyed = requireTariff(ctx, key);
    const rateTenthousandths = rateOn(keyed.tariff, from);
    if (rateTenthousandths === undefined) return null;
    const until = addDays(addMonths(from, months), -1);
    return { period: periodOf(keyed, from, until), rateTenthousandths };
  };
  const of = (key: string, from: Day, months: number, quantityThousandths: number): Bill[] => {
    const named = `${key} ${from}`;
    const found = known.get(named) ?? rated(key, from, months);
    known.set(named, found);
    if (found === null) return [];
    const dueFen = halfUp(quantityThousandths * found.rateTenthousandths * months, A_FEN);
    return [{ ...found, quantityThousandths, dueFen }];
  };
  return {
    quarter: ({ use, areaThousandths }: Unit, from: Day): Bill[] => {
      if (use === 'residential') return of('property', from, 3, areaThousandths);
      return use === 'shop' ? of('property-shop', from, 3, areaThousandths) : [];
    },
    month: ({ unit, parks }: Payer, from: Day): Bill[] => [
      ...of('energy', from, 1, unit.areaThousandths),
      ...(parks ? of('parking', from, 1, ONE) : []),
    ],
  };
}

/** Quarters before the lists begin that the hardest cases owe, too; the oldest of them nearly three years. */
const OLD_QUARTERS = [2, 1, 3, 1, 2, 4, 1, 2];

/** How long before today the oldest debt was billed: its limitation ends in some months. */
const OLDEST_MONTHS = 33;

/** What each case that never paid owes of the time before the lists. */
function debtsOf(payers: readonly Payer[], times: MoneyTimes, bill: Bills): Owed[] {
  const never = payers.filter(({ habit }) => habit === 'never');
  return never.flatMap(({ unit }, at) => {
    const quarters = OLD_QUARTERS[at % OLD_QUARTERS.length] ?? 0;
    const recent = everyMonths(addMonths(times.startsOn, -3 * quarters), times.startsOn, 3);
    const oldest = at === 0 ? [quarterOf(addMonths(times.today, -OLDEST_MONTHS))] : [];
    return [...oldest, ...recent]
      .filter((on) => unit.handoverOn !== null && unit.handoverOn <= on)
      .flatMap((on) => bill.quarter(unit, on).map((it) => ({ code: unit.code, bill: it })));
  });
}

interface Owed {
  code: string;
  bill: Bill;
}
