import type { Ctx } from '../../context.ts';
import { addDays, addMonths, type Day } from '../../lib/day.ts';
import { addMinutes, atLocal } from '../../lib/moment.ts';
import type { Meter } from '../../meters/model.ts';
import { readMeter } from '../../meters/reading.ts';
import { subscribe } from '../../subscriptions/subscribing.ts';
import { flagLimits } from '../../trusts/limits.ts';
import type { Turn } from '../../trusts/model.ts';
import { patrolAll, patrolTrust } from '../../trusts/patrolling.ts';
import { registerRain } from '../../trusts/raining.ts';
import type { Estate } from '../estate.ts';
import type { Beat } from '../life.ts';
import { randomOf } from '../random.ts';
import type { MoneyTimes } from './calendar.ts';
import type { Payer } from './payers.ts';

const UNITS = 4;
/** The one in which a tap was left running. */
const OVER = 1;
/** The one whose window stood open, so many weeks ago. */
const OPEN_WINDOW = { unit: 3, weeks: 4 };
const FINDING = '北阳台窗未关严，已关好';

/** Empty flats looked after for their owners: every week, for a rain, and their meters read (rule 125). */
export function trustsOf(estate: Estate, payers: readonly Payer[], times: MoneyTimes): Beat[] {
  const { zone, headOf } = estate;
  const { opensOn, today } = times;
  const flats = flatsOf(estate, payers, today);
  if (flats.length === 0) return [];
  const guard = headOf('security');
  const nos: string[] = [];
  const beginsOn = addDays(opensOn, 3);
  const begin: Beat = {
    at: atLocal(beginsOn, '10:05', zone),
    act: (ctx) => {
      for (const unit of flats) nos.push(subscribe(ctx, { ...TRUST, unit, fromOn: beginsOn }).no);
      readAll(ctx, flats, 0);
    },
  };
  const weeks: Beat[] = [];
  for (let on = addDays(today, -2), ago = 0; on > beginsOn; on = addDays(on, -7), ago += 1) {
    const at = atLocal(on, '10:30', zone);
    const look = (ctx: Ctx) => void patrolAll(ctx, { ...SEEN, turn: 'weekly' });
    weeks.push({ at, by: guard, act: look });
    if (ago !== OPEN_WINDOW.weeks) continue;
    const act = (ctx: Ctx) => {
      const no = nos[OPEN_WINDOW.unit];
      if (no !== undefined)
        patrolTrust(ctx, no, { turn: 'weekly', finding: FINDING, ownerTold: true });
    };
    weeks.push({ at: addMinutes(at, 35), by: guard, act });
  }
  const months = [1, 2, 3, 4, 5].map(
    (month): Beat => ({
      at: atLocal(addMonths(addDays(beginsOn, 16), month), '15:30', zone),
      act: (ctx) => readAll(ctx, flats, month),
    }),
  );
  const last: Beat = {
    at: atLocal(addDays(today, -1), '16:05', zone),
    act: (ctx) => readAll(ctx, flats, 6, OVER),
  };
  return [begin, ...weeks, ...months, last, ...rainOf(estate, today)];
}

const TRUST = {
  tariff: 'trust',
  untilOn: undefined,
  quantityThousandths: undefined,
  rateTenthousandths: undefined,
  party: undefined,
  note: '业主长期在外地，钥匙一把存前台',
} as const;

const SEEN = { rain: undefined, finding: undefined, ownerTold: false } as const;

/** Flats of an owner and nobody else, whose meters nobody else reads. */
function flatsOf({ dwellings }: Estate, payers: readonly Payer[], today: Day): string[] {
  const decent = new Set(
    payers
      .filter(({ habit, isMetered }) => habit === 'quarterly' && !isMetered)
      .map(({ unit }) => unit.code),
  );
  const empty = dwellings.filter(
    ({ code, entrance, registered, people }) =>
      entrance !== null && registered === 1 && people[0]?.role === 'owner' && decent.has(code),
  );
  return randomOf(`trusts ${today}`)
    .some(empty, UNITS)
    .map(({ code }) => code);
}

/** Thousandths a month; after a tap was left running the water of weeks. */
const A_MONTH: Readonly<Record<'water' | 'electricity', number>> = {
  water: 300,
  electricity: 1_600,
};
const TAP_LEFT_RUNNING = 4_800;

function readAll(ctx: Ctx, flats: readonly string[], month: number, over?: number): void {
  flats.forEach((unit, index) => {
    const random = randomOf(`trust ${unit}`);
    for (const meter of ['water', 'electricity'] as const satisfies readonly Meter[]) {
      const lost = meter === 'water' && index === over ? TAP_LEFT_RUNNING : 0;
      const readingThousandths = random.between(40, 400) * 1_000 + month * A_MONTH[meter] + lost;
      const made = { unit, meter, readingThousandths, readOn: ctx.today, change: undefined };
      readMeter(ctx, made, (ids) => flagLimits(ctx, ids));
    }
  });
}

const RAIN_DAYS_AGO = 24;

/** A night of heavy rain, before and after which they were seen. */
function rainOf({ zone, headOf }: Estate, today: Day): Beat[] {
  const by = headOf('security');
  const on = addDays(today, -RAIN_DAYS_AGO);
  const at = (time: string, days = 0) => atLocal(addDays(on, days), time, zone);
  const look = (turn: Turn) => (ctx: Ctx) => void patrolAll(ctx, { ...SEEN, turn });
  const known = { startsAt: at('19:00'), endsAt: at('05:30', 1), note: '气象台暴雨黄色预警' };
  return [
    { at: at('15:40'), act: (ctx) => void registerRain(ctx, known) },
    { at: at('17:20'), by, act: look('before-rain') },
    { at: at('09:10', 1), by, act: look('after-rain') },
  ];
}
