import type { Ctx } from '../context.ts';
import { type Declared, type Promised, promisePast } from '../deadlines/service.ts';
import type { Day } from '../lib/day.ts';
import { refused, type WyError } from '../lib/errors.ts';
import { dayOf, endOfDay, type Moment, startOfDay } from '../lib/moment.ts';
import { type Words, w } from '../lib/words.ts';
import type { Zone } from '../lib/zone.ts';

/** When something happened, as an old list tells it: `at` is undefined where it tells the day alone. */
export interface When {
  day: Day;
  at: Moment | undefined;
}

/** A case that is reported on a day alone begins with it. */
export const beganAt = ({ day, at }: When, zone: Zone): Moment => at ?? startOfDay(day, zone);

/**
 * A later step told by its day alone ends with that day, so that it never comes before the report of the
 * same day; but not after what is known to follow it on that day, nor after now.
 */
export function endedAt(
  when: When | undefined,
  zone: Zone,
  notAfter: readonly (Moment | null)[],
): Moment | null {
  if (!when) return null;
  if (when.at) return when.at;
  const from = startOfDay(when.day, zone);
  return notAfter.reduce<Moment>(
    (earliest, limit) => (limit !== null && from <= limit && limit < earliest ? limit : earliest),
    endOfDay(when.day, zone),
  );
}

/** Whether a list says of this moment what the ledger does, as exactly as the list tells it. */
export function saysWhen(when: When | undefined, stored: Moment | null, zone: Zone): boolean {
  if (!when) return true;
  if (stored === null) return false;
  return when.at ? when.at === stored : when.day === dayOf(stored, zone);
}

/** Whether a list says of this what the ledger does; a blank cell says nothing. */
export const says = <T>(told: T | undefined, stored: T | null): boolean =>
  told === undefined || told === stored;

/** What a list does not tell is null in the ledger. */
export const orNull = <T>(told: T | undefined): T | null => told ?? null;

/** A callback nobody answered, as the timeline keeps it; without its time it may never have been tried. */
export const tryAt = (callbackAt: Moment | null): Record<string, string | boolean> =>
  callbackAt === null ? { noAnswer: true } : { noAnswerAt: callbackAt };

/** The first of these moments; undefined where none is known. */
export const earliest = (moments: readonly (Moment | null)[]): Moment | undefined =>
  moments.filter((at) => at !== null).sort()[0];

/** The last of these moments. */
export const latest = (moments: Readonly<Record<string, Moment | null>>): Moment =>
  Object.values(moments).reduce<Moment>((last, at) => (at !== null && at > last ? at : last), '');

/** A field of a row that contradicts another one. */
export interface Contradiction<Row> {
  field: keyof Row & string;
  error: WyError;
}

/** A step, what it is called after which it must come, and when that was. */
export type Following<Row> = readonly [
  field: keyof Row & string,
  at: Moment | null,
  after: Moment | null,
  name: Words,
];

/** The first step that comes before the one it follows. */
export function disorderIn<Row>(steps: readonly Following<Row>[]): Contradiction<Row> | undefined {
  const early = steps.find(([, at, after]) => at !== null && after !== null && at < after);
  if (!early) return undefined;
  const [field, , , { zh, en }] = early;
  return { field, error: refused('before_last_step', w(`早于${zh}`, `lies before ${en}`)) };
}

/** A promise of the past, kept when the list says so; else nobody knows, and at `at` all was over. */
export function recall(
  ctx: Ctx,
  made: Promised | Declared,
  [from, told]: readonly [from: When | undefined, told: When | undefined],
  at: Moment,
): void {
  const isExact = from?.at !== undefined && told?.at !== undefined;
  promisePast(ctx, made, { how: told ? 'kept' : 'untold', at, isExact });
}
