import type { Ctx } from '../../context.ts';
import type { WorkCalendar } from '../../lib/calendar.ts';
import { addDays, type Day, daysBetween } from '../../lib/day.ts';
import { atLocal, type Moment } from '../../lib/moment.ts';
import type { Staff } from '../../registry/model.ts';
import { listResidents } from '../../registry/residents.ts';
import type { Dwelling, Estate } from '../estate.ts';
import { everyMonths, firstOfMonth, moneyTimes } from '../money/calendar.ts';
import type { Random } from '../random.ts';

/** What the stories of the books have in common: their days, and who writes and signs. */
export interface Setting {
  readonly estate: Estate;
  readonly calendar: WorkCalendar;
  readonly now: Moment;
  readonly today: Day;
  /** The first day of wy. */
  readonly opensOn: Day;
  /** All days from the first one to today. */
  readonly days: readonly Day[];
  /** The first days of all months of wy, that of today the last. */
  readonly months: readonly Day[];
  /** Lived in, by the same people, since the first day. */
  readonly flats: readonly Dwelling[];
  readonly supervisor: Staff;
  readonly director: Staff;
  readonly finance: Staff;
  /** The head of the guards, and all who stand at the gate. */
  readonly guard: Staff;
  readonly guards: readonly Staff[];
  on(day: Day, time: string): Moment;
  ago(days: number, time: string): Moment;
}

export function settingOf(ctx: Ctx, estate: Estate): Setting {
  const { now, today, policy } = ctx;
  const { zone, headOf } = estate;
  const { opensOn } = moneyTimes(today);
  const on = (day: Day, time: string) => atLocal(day, time, zone);
  return {
    ...{ estate, calendar: policy.calendar, now, today, opensOn },
    days: Array.from({ length: daysBetween(opensOn, today) + 1 }, (_, at) => addDays(opensOn, at)),
    months: everyMonths(opensOn, addDays(firstOfMonth(today), 1), 1),
    flats: settledFlats(ctx, estate, opensOn),
    supervisor: headOf('supervisor'),
    director: headOf('director'),
    finance: headOf('finance'),
    guard: headOf('security'),
    guards: estate.guards,
    on,
    ago: (days, time) => on(addDays(today, -days), time),
  };
}

function settledFlats({ ledger }: Ctx, { dwellings }: Estate, since: Day): Dwelling[] {
  const residents = listResidents(ledger, { on: since });
  const owned = new Set(residents.filter(({ role }) => role === 'owner').map(({ unit }) => unit));
  const there = new Set(residents.map(({ id }) => id));
  return dwellings
    .filter(({ entrance, code }) => entrance !== null && owned.has(code))
    .filter(({ people }) => people.every(({ id }) => there.has(id)));
}

/** Somebody at home, with a telephone. */
export function somebody(random: Random, flats: readonly Dwelling[]) {
  const { code, building, people } = random.pick(flats);
  const { name, phone } = random.pick(people);
  return { unit: code, building, name, phone: phone ?? undefined };
}

/** `HH:mm`, so many minutes after another. */
export function clock(from: string, minutes: number): string {
  const [hours = 0, rest = 0] = from.split(':').map(Number);
  const all = hours * 60 + rest + minutes;
  return `${String(Math.floor(all / 60)).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`;
}
