import { addDays, type Day, daysBetween } from '../lib/day.ts';
import { dayOf, type Moment, timeOf } from '../lib/moment.ts';
import { mondayOf } from '../lib/week.ts';
import type { Zone } from '../lib/zone.ts';
import type { Staff } from '../registry/model.ts';

/** When the shifts of the policy begin. */
export const SHIFT_BEGINS = { early: '07:00', late: '15:00', night: '23:00' } as const;

export type ShiftKey = keyof typeof SHIFT_BEGINS;

export const SHIFT_KEYS = Object.keys(SHIFT_BEGINS) as ShiftKey[];

/** Clerks by day, early, late and off in turn; guards by night, one after the other (rule 47). */
export interface Crew {
  clerks: readonly Staff[];
  guards: readonly Staff[];
}

/** The night on which somebody was sick, so many days ago. */
export const SICK_DAYS_AGO = 9;

/** The day of this week on which whoever was off took the late shift over. */
export const swappedOn = (today: Day): Day => addDays(mondayOf(today), 3);

const numberOf = (day: Day): number => daysBetween('2000-01-01', day);

export function inTurn(staff: readonly Staff[], turn: number): Staff {
  const found = staff[turn % staff.length];
  if (!found) throw new RangeError('nobody holds this role');
  return found;
}

/** The clerks in the order in which they begin a day's rotation: early, late, off. */
export const clerksOn = ({ clerks }: Crew, day: Day): Staff[] =>
  [0, 2, 1].map((step) => inTurn(clerks, numberOf(day) + step));

/** The guards, whoever has the night of a day first. */
export const guardsOn = ({ guards }: Crew, day: Day): Staff[] =>
  guards.map((_, step) => inTurn(guards, numberOf(day) + step));

/** Who was planned for a shift. */
export function plannedFor(crew: Crew, day: Day, shift: ShiftKey): Staff {
  if (shift === 'night') return inTurn(guardsOn(crew, day), 0);
  return inTurn(clerksOn(crew, day), shift === 'early' ? 0 : 1);
}

/** Who came: where one was sick or had asked for it, somebody else. */
export function cameTo(crew: Crew, day: Day, shift: ShiftKey, today: Day): Staff {
  const isSick = shift === 'night' && day === addDays(today, -SICK_DAYS_AGO);
  const isSwapped = shift === 'late' && day === swappedOn(today);
  if (isSick) return inTurn(guardsOn(crew, day), 1);
  return isSwapped ? inTurn(clerksOn(crew, day), 2) : plannedFor(crew, day, shift);
}

/** The shift that is on at a moment; a night belongs to the day on which it began. */
export function shiftAt(moment: Moment, zone: Zone): { day: Day; shift: ShiftKey } {
  const [day, time] = [dayOf(moment, zone), timeOf(moment, zone)];
  if (time < SHIFT_BEGINS.early) return { day: addDays(day, -1), shift: 'night' };
  const shift = SHIFT_KEYS.findLast((key) => time >= SHIFT_BEGINS[key]) ?? 'early';
  return { day, shift };
}
