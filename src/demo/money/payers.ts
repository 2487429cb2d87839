import type { Method } from '../../cash/model.ts';
import type { Ctx } from '../../context.ts';
import type { Day } from '../../lib/day.ts';
import { addDays, addMonths } from '../../lib/day.ts';
import type { Moment } from '../../lib/moment.ts';
import { addMinutes, atLocal } from '../../lib/moment.ts';
import type { Zone } from '../../lib/zone.ts';
import type { Unit } from '../../registry/model.ts';
import { listUnits } from '../../registry/units.ts';
import type { Estate } from '../estate.ts';
import { randomOf } from '../random.ts';
import { type MoneyTimes, quarterOf } from './calendar.ts';

/** How a household pays its fees; most do so once a quarter, in its first weeks. */
const HABITS = [
  { habit: 'never', weight: 8 },
  { habit: 'stopped-before', weight: 14 },
  { habit: 'stopped-last', weight: 22 },
  { habit: 'part', weight: 14 },
  { habit: 'late', weight: 40 },
  { habit: 'yearly', weight: 250 },
  { habit: 'quarterly', weight: 652 },
] as const;

export type Habit = (typeof HABITS)[number]['habit'];

const METHODS: readonly { method: Method; weight: number }[] = [
  { method: 'wechat', weight: 46 },
  { method: 'alipay', weight: 19 },
  { method: 'cash', weight: 14 },
  { method: 'pos', weight: 12 },
  { method: 'bank', weight: 9 },
];

/** A unit as it pays. */
export interface Payer {
  unit: Unit;
  habit: Habit;
  method: Method;
  /** Rents a parking space by the month. */
  parks: boolean;
  /** Has its water read and billed. */
  isMetered: boolean;
}

const PARKING_PERCENT = 30;

/** The one building whose water the desk reads. */
const METERED_BUILDING = '1';

/** All units that were handed over before the fees are told of. */
export function payersOf(ctx: Ctx, { moving }: Estate, { startsOn }: MoneyTimes): Payer[] {
  const decent = new Set([...moving.let, ...moving.empty].map(({ code }) => code));
  return listUnits(ctx.ledger)
    .filter(({ handoverOn }) => handoverOn !== null && handoverOn <= startsOn)
    .map((unit) => payerOf(unit, decent.has(unit.code)));
}

function payerOf(unit: Unit, isDecent: boolean): Payer {
  const random = randomOf(`payer ${unit.code}`);
  const isHome = unit.use === 'residential';
  const drawn = random.weighted(HABITS).habit;
  const { method } = random.weighted(METHODS);
  const parks = isHome && random.chance(PARKING_PERCENT);
  const usual = unit.use === 'parking' ? 'yearly' : 'quarterly';
  return {
    unit,
    habit: isHome && !isDecent ? drawn : usual,
    method,
    parks,
    isMetered: isHome && unit.building === METERED_BUILDING,
  };
}

const OFFICE_OPENS = '08:45';
const MINUTES_OPEN = 8 * 60;

/** When a household pays in a quarter; undefined: it does not. */
export function paysAt(
  { unit, habit, parks }: Payer,
  quarterOn: Day,
  { today, startsOn }: MoneyTimes,
  zone: Zone,
): Moment | undefined {
  const quarter = quarterOf(today);
  const random = randomOf(`pays ${unit.code} ${quarterOn}`);
  const on = (day: Day) => addMinutes(atLocal(day, OFFICE_OPENS, zone), random.below(MINUTES_OPEN));
  switch (habit) {
    case 'never':
      return undefined;
    case 'part':
      return on(addDays(addMonths(quarterOn, 1), random.between(3, 24)));
    case 'late':
      return on(addDays(addMonths(quarterOn, 2), random.between(5, 50)));
    case 'yearly':
      if (quarterOn !== startsOn) return undefined;
      break;
    case 'stopped-before':
      if (quarterOn >= addMonths(quarter, -6)) return undefined;
      break;
    case 'stopped-last':
      if (quarterOn >= addMonths(quarter, -3)) return undefined;
      break;
    case 'quarterly':
      break;
  }
  // The parking fee is due on the 10th.
  return on(addDays(quarterOn, random.between(1, parks ? 8 : 22)));
}
