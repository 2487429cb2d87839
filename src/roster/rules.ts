import { type Day, daysBetween, weekday } from '../lib/day.ts';
import { atLocal, type Moment } from '../lib/moment.ts';
import { plainWord } from '../lib/plain-word.ts';
import { mondayOf } from '../lib/week.ts';
import { same, type Words } from '../lib/words.ts';
import type { Zone } from '../lib/zone.ts';
import type { Shift } from '../policy/sections/roster.ts';
import type { Rotation, Span, Turn } from './model.ts';

export type Shifts = Readonly<Record<string, Shift>>;

/** When a shift of that day begins and ends, on the site's clock. */
export const hoursOf = (shift: Shift, day: Day, zone: Zone): Span => ({
  fromAt: atLocal(day, shift.fromMinute * 60, zone),
  untilAt: atLocal(day, shift.untilMinute * 60, zone),
});

export const isHeld = (shift: Shift, day: Day): boolean =>
  shift.isActive && shift.days.includes(weekday(day));

/** One ends as the other begins: they do not overlap. */
export const overlap = (a: Span, b: Span): boolean => a.fromAt < b.untilAt && b.fromAt < a.untilAt;

export const contains = ({ fromAt, untilAt }: Span, moment: Moment): boolean =>
  fromAt <= moment && moment < untilAt;

/** Of a key that the policy no longer has, the key. */
export const shiftName = (shifts: Shifts, key: string): Words =>
  (Object.hasOwn(shifts, key) ? shifts[key]?.name : undefined) ?? same(key);

export const namesOf = (shifts: Shifts): Readonly<Record<string, Words>> =>
  Object.fromEntries(Object.entries(shifts).map(([key, { name }]) => [key, name]));

/** Typed for a day without a shift. */
const OFF = ['off', '休', '休息'];

/**
 * The key of the shift whose key or name was typed, or the sign with which one Chinese name alone
 * begins (早); null for a day off, undefined for none of them.
 */
export function readShift(shifts: Shifts, typed: string): string | null | undefined {
  const wanted = plainWord(typed);
  if (OFF.includes(wanted)) return null;
  const all = Object.entries(shifts);
  const named = all.find(([key, { name }]) =>
    [key, name.zh, name.en].some((each) => plainWord(each) === wanted),
  );
  if (named) return named[0];
  const begun = all.filter(
    ([, { name, isActive }]) => isActive && plainWord(name.zh).startsWith(wanted),
  );
  return wanted !== '' && begun.length === 1 ? begun[0]?.[0] : undefined;
}

export interface Pattern {
  staffIds: readonly number[];
  /** Null is a day off. */
  shifts: readonly (string | null)[];
  days: readonly Day[];
  rotate: Rotation | undefined;
}

/** What somebody does on a day: a shift, or null for a day off. */
export interface Place {
  day: Day;
  staffId: number;
  shift: string | null;
}

/**
 * Who does what on each day. Without a rotation all of them do the first shift every day. Of one shift
 * they take turns, one of them each day or week. Of several, the first begins with the first shift, the
 * second with the second, and each goes on to the next one every day or on Mondays: 早、中、夜、休.
 */
export function placesOf({ staffIds, shifts, days, rotate }: Pattern): Place[] {
  const [first = ''] = days;
  const stepOf = (day: Day) =>
    rotate === 'week'
      ? daysBetween(mondayOf(first), mondayOf(day)) / 7
      : rotate === 'day'
        ? daysBetween(first, day)
        : 0;
  return days.flatMap((day) => {
    const step = stepOf(day);
    if (rotate && shifts.length === 1) {
      const staffId = staffIds[step % staffIds.length];
      return staffId === undefined ? [] : [{ day, staffId, shift: shifts[0] ?? null }];
    }
    return staffIds.map((staffId, index) => {
      const at = rotate ? (index + step) % shifts.length : 0;
      return { day, staffId, shift: shifts[at] ?? null };
    });
  });
}

/** What planning does to the turns there are. */
export interface PlanChanges {
  add: readonly { day: Day; staffId: number; shift: string }[];
  /** Those that stand already. */
  kept: readonly Turn[];
  drop: readonly Turn[];
}

interface Manner {
  /** Beside what they have on that day, instead of in its place. */
  also: boolean;
  /** In the place of whoever else had those shifts. */
  replace: boolean;
}

/** A person's day is planned anew: what else they had on it is dropped. */
export function changesOf(
  places: readonly Place[],
  there: readonly Turn[],
  { also, replace }: Manner,
): PlanChanges {
  const wanted = new Set(places.map(placeKey));
  const persons = new Set(places.map(({ day, staffId }) => `${day} ${staffId}`));
  const manned = new Set(places.map(({ day, shift }) => `${day} ${shift}`));
  const isOfPerson = (turn: Turn) => !also && persons.has(`${turn.day} ${turn.staffId}`);
  const isReplaced = (turn: Turn) => replace && manned.has(`${turn.day} ${turn.shift}`);
  const kept = there.filter((turn) => wanted.has(placeKey(turn)));
  const standing = new Set(kept.map(placeKey));
  return {
    add: places.flatMap(({ day, staffId, shift }) =>
      shift === null || standing.has(placeKey({ day, staffId, shift }))
        ? []
        : [{ day, staffId, shift }],
    ),
    kept,
    drop: there.filter(
      (turn) => !wanted.has(placeKey(turn)) && (isOfPerson(turn) || isReplaced(turn)),
    ),
  };
}

const placeKey = ({ day, staffId, shift }: Place): string => `${day} ${staffId} ${shift}`;

const rankOf = (turn: Turn, shifts: Shifts): number => {
  if (Object.hasOwn(shifts, turn.shift) && shifts[turn.shift]?.isHead) return 0;
  if (turn.roles.includes('director')) return 1;
  return turn.roles.includes('supervisor') ? 2 : 3;
};

/** Who is on post by the roster at a moment, whoever heads the duty first (rules 150, 160). */
export const onPostAt = (turns: readonly Turn[], shifts: Shifts, moment: Moment): Turn[] =>
  turns
    .filter((turn) => contains(turn, moment) && turn.absence === null)
    .filter(({ leftAt }) => leftAt === null || leftAt > moment)
    .sort((a, b) => rankOf(a, shifts) - rankOf(b, shifts));
