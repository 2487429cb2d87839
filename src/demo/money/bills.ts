import { bill } from '../../billing/bill.ts';
import type { Ctx } from '../../context.ts';
import { addDays, addMonths, type Day, monthOf } from '../../lib/day.ts';
import { groupBy } from '../../lib/group.ts';
import { atLocal } from '../../lib/moment.ts';
import { parsePeriod } from '../../lib/period.ts';
import { readMeter } from '../../meters/reading.ts';
import { readingsOf } from '../../meters/readings.ts';
import { subscribe } from '../../subscriptions/subscribing.ts';
import { flagLimits } from '../../trusts/limits.ts';
import type { Estate } from '../estate.ts';
import type { Beat } from '../life.ts';
import { randomOf } from '../random.ts';
import { everyMonths, type MoneyTimes, quarterOf } from './calendar.ts';
import type { Payer } from './payers.ts';

/** The bills of each month on its first morning, and the water read at the end of a quarter. */
export function billsOf(estate: Estate, payers: readonly Payer[], times: MoneyTimes): Beat[] {
  const { zone, headOf } = estate;
  const by = headOf('finance');
  const { opensOn, today } = times;
  const months = everyMonths(opensOn, addDays(today, 1), 1).map((on): Beat => {
    return { at: atLocal(on, '08:40', zone), by, act: (ctx) => billMonth(ctx, on) };
  });
  const quarters = everyMonths(quarterOf(opensOn), addDays(today, 1), 3);
  const water = quarters.flatMap((on) => {
    const readOn = addDays(addMonths(on, 3), -3);
    return [
      { at: atLocal(readOn, '10:20', zone), act: (ctx: Ctx) => readWater(ctx, payers) },
      { at: atLocal(addDays(readOn, 1), '09:10', zone), by, act: (ctx: Ctx) => billWater(ctx, on) },
    ];
  });
  return [...agreementsOf(estate, payers, times), ...months, ...water];
}

function billMonth(ctx: Ctx, on: Day): void {
  bill(ctx, { period: parsePeriod(monthOf(on), ctx.today) });
}

function billWater(ctx: Ctx, quarterOn: Day): void {
  const quarter = `${quarterOn.slice(0, 4)}Q${Math.ceil(Number(quarterOn.slice(5, 7)) / 3)}`;
  bill(ctx, { period: parsePeriod(quarter, ctx.today), tariff: 'water' });
}

/** The lists of spaces, leases and meters, entered on the first morning. */
function agreementsOf({ zone }: Estate, payers: readonly Payer[], times: MoneyTimes): Beat[] {
  const at = atLocal(times.opensOn, '08:37', zone);
  const act = (ctx: Ctx): void => {
    const from = { fromOn: times.startsOn, untilOn: undefined, ...NO_TERMS };
    for (const { unit, parks } of payers) {
      if (parks) subscribe(ctx, { ...from, unit: unit.code, tariff: 'parking' });
    }
    for (const { unit, isMetered } of payers) {
      if (isMetered) subscribe(ctx, { ...from, unit: unit.code, tariff: 'water' });
    }
    const shops = payers.filter(({ unit }) => unit.use === 'shop');
    LEASES.forEach((lease, index) => {
      const unit = shops[index]?.unit.code;
      if (unit === undefined) return;
      const { yuan, party, note } = lease;
      const untilOn = addDays(addMonths(times.startsOn, 24), -1);
      const terms = { quantityThousandths: undefined, rateTenthousandths: yuan * 10_000, party };
      const fromOn = times.opensOn;
      subscribe(ctx, { unit, tariff: 'lease', fromOn, untilOn, ...terms, note });
    });
  };
  return [
    { at, act },
    { at: atLocal(times.opensOn, '08:38', zone), act: (ctx) => readWater(ctx, payers) },
  ];
}

const NO_TERMS = {
  quantityThousandths: undefined,
  rateTenthousandths: undefined,
  party: undefined,
  note: undefined,
} as const;

const LEASES = [
  { yuan: 300, party: '晨曦传媒', note: '1 至 3 栋电梯厅广告框 6 处' },
  { yuan: 450, party: undefined, note: '地下一层储藏间 2 号，放货' },
] as const;

/**
 * In whole cubic metres; every reading is a quarter's after the one before, also where that is of
 * whoever moved in or out since.
 */
function readWater(ctx: Ctx, payers: readonly Payer[]): void {
  const metered = payers.filter(({ isMetered }) => isMetered).map(({ unit }) => unit);
  const unitIds = metered.map(({ id }) => id);
  const known = groupBy(readingsOf(ctx.ledger, { unitIds, meter: 'water' }), (it) => it.unitId);
  const turns = Math.round((Date.parse(ctx.today) / 86_400_000 - FIRST_DAY) / DAYS_A_QUARTER);
  for (const { id, code } of metered) {
    const random = randomOf(`water ${code}`);
    const perQuarter = random.between(9, 34);
    const planned = (random.below(9) + turns * perQuarter) * 1_000;
    const last = known.get(id)?.at(-1)?.readingThousandths ?? 0;
    const readingThousandths = planned > last ? planned : last + perQuarter * 1_000;
    const made = { unit: code, meter: 'water', readingThousandths, readOn: ctx.today } as const;
    readMeter(ctx, { ...made, change: undefined }, (ids) => flagLimits(ctx, ids));
  }
}

/** 2020-01-01, as days since 1970. */
const FIRST_DAY = 18_262;
const DAYS_A_QUARTER = 91;
