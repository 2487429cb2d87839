import { nextBirthday } from '../lib/birthday.ts';
import { addDays, type Day, isWithin } from '../lib/day.ts';
import type { Resident } from './model.ts';

/** A birthday to come, of somebody who lives there on that day. */
export interface Birthday {
  id: number;
  unit: string;
  name: string;
  phone: string | null;
  /** Month and day. */
  birthday: string;
  on: Day;
  /** A card for this one was sent. */
  greeted: boolean;
}

/** A card sent longer before a birthday was for the one before. */
const FOR_THIS_ONE_DAYS = 182;

/**
 * The birthdays kept from one day to another, both included, of those who live there on that day,
 * soonest first; somebody with several units once. Only of those whose birthday may be known.
 */
export function birthdaysBetween(residents: readonly Resident[], from: Day, to: Day): Birthday[] {
  const seen = new Set<number>();
  return residents
    .flatMap((resident) => {
      const { birthday } = resident;
      if (birthday === null) return [];
      const on = nextBirthday(birthday, from);
      if (on > to || !isWithin(resident, on) || seen.has(resident.personId)) return [];
      seen.add(resident.personId);
      const { id, unit, name, phone } = resident;
      return [{ id, unit, name, phone, birthday, on, greeted: isGreeted(resident, on) }];
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

const isGreeted = ({ greetedOn }: Resident, on: Day): boolean =>
  greetedOn !== null && greetedOn >= addDays(on, -FOR_THIS_ONE_DAYS);
