import type { Day } from './day.ts';
import { addDays, isDay, readDay, tidy, tryDay } from './day.ts';
import { misused } from './errors.ts';
import { w } from './words.ts';
import type { Zone } from './zone.ts';
import { offsetAt } from './zone.ts';

/** An instant in UTC, whole seconds: '2026-11-22T01:30:00Z'. Moments compare as text. */
export type Moment = string;

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const CLOCK = /^(?<h>\d{1,2}):(?<m>\d{2})(?::(?<s>\d{2}))?$/;
/** Parts of the day as people say them, and the hours each may mean: 下午3点 is 15:00. */
const PARTS_OF_DAY: readonly (readonly [RegExp, from: number, to: number])[] = [
  [/^凌晨/, 0, 5],
  [/^(?:早上|早晨|上午)/, 5, 11],
  [/^中午/, 11, 13],
  [/^下午/, 12, 18],
  [/^(?:傍晚|晚上)/, 17, 23],
];
const SPOKEN_CLOCK = /^(?<h>\d{1,2})[点时](?:(?<m>\d{1,2})分?|(?<half>半))?$/;
const SHIFT = /^(?<n>[+-]\d{1,5})(?<unit>[mhd])$/;
const DAY_AND_CLOCK =
  /^(?<day>.+?)(?:[T ]|(?<=[日号天]))(?<clock>[\d:点时分半上中下午凌早晨傍晚]+)$/;
const WITH_OFFSET =
  /^(?<day>[^T ]+)(?<gap>[T ])(?<clock>[\d:]+)(?:\.\d+)? ?(?:Z|(?<sign>[+-])(?<h>\d{2}):?(?<m>\d{2}))$/;

/** Floors to whole seconds. */
export function momentOf(date: Date): Moment {
  return `${date.toISOString().slice(0, 19)}Z`;
}

export function msOf(moment: Moment): number {
  return Date.parse(moment);
}

export function addSeconds(moment: Moment, seconds: number): Moment {
  return momentAt(msOf(moment) + seconds * 1000);
}

export function addMinutes(moment: Moment, minutes: number): Moment {
  return momentAt(msOf(moment) + minutes * MINUTE_MS);
}

/** The day the site's calendar shows at that moment. */
export function dayOf(moment: Moment, zone: Zone): Day {
  return wallOf(moment, zone).slice(0, 10);
}

/** 'HH:mm' on the site's clock. */
export function timeOf(moment: Moment, zone: Zone): string {
  return wallOf(moment, zone).slice(11, 16);
}

/** The first second of a day: 00:00, or later where the clock springs over midnight. */
export function startOfDay(day: Day, zone: Zone): Moment {
  return atLocal(day, 0, zone);
}

/** The last second of a day, 23:59:59; the later one where the clock shows it twice. */
export function endOfDay(day: Day, zone: Zone): Moment {
  return momentAt(instantOf(Date.parse(day) + DAY_MS - 1000, zone).lastMs);
}

/**
 * The moment at which the site's clock shows that time: seconds of the day or 'HH:mm'.
 * A time the clock leaves out is the moment after the gap; of a time shown twice, the earlier.
 */
export function atLocal(day: Day, time: number | string, zone: Zone): Moment {
  const seconds = typeof time === 'number' ? time : secondsIn(time);
  if (seconds === undefined) throw new RangeError(`not a time of day: ${time}`);
  return momentAt(instantOf(Date.parse(day) + seconds * 1000, zone).firstMs);
}

/** '2026-11-22T09:30:00+08:00' */
export function localIso(moment: Moment, zone: Zone): string {
  const offset = offsetAt(zone, msOf(moment));
  const size = Math.abs(offset);
  const clock = `${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
  return `${wallOf(moment, zone)}${offset < 0 ? '-' : '+'}${clock}`;
}

/** '2026-11-22 09:30' */
export function localText(moment: Moment, zone: Zone): string {
  return wallOf(moment, zone).slice(0, 16).replace('T', ' ');
}

/** What a typed moment is read against. */
export interface MomentReading {
  now: Moment;
  zone: Zone;
  /** Which end of a day without a time is meant; the start unless said. */
  bareDay?: 'start' | 'end';
}

/**
 * What a clerk types for a moment: a day as `parseDay` reads it and a time (9:30, 09:30:15, 9点,
 * 9点30分, 9时30分, 9点半, 下午3点), the time alone (today), the day alone, now or 现在, +2h -10m +1d, or ISO
 * with an offset. Anything else, and any time that no clock shows, is refused as `bad_moment`.
 */
export function parseMoment(text: string, reading: MomentReading): Moment {
  const tidied = tidy(text);
  const moment =
    readShift(tidied, reading) ?? readWithOffset(tidied) ?? readDayAndTime(tidied, reading);
  if (moment !== undefined && isDay(dayOf(moment, reading.zone))) return moment;
  throw misused(
    'bad_moment',
    w(
      '时间看不懂，或者没有这个时刻。',
      'This is not readable as a time, or there is no such time.',
    ),
    w('请写成 2026-11-22 09:30 或 明天 14:00。', 'Type 2026-11-22 09:30 or tomorrow 14:00.'),
  );
}

/** 现在, +2h, -10m; +1d keeps the time on the clock. */
function readShift(text: string, { now, zone }: MomentReading): Moment | undefined {
  if (text === '现在' || text.toLowerCase() === 'now') return now;
  const found = SHIFT.exec(text)?.groups;
  if (!found) return undefined;
  const amount = Number(found.n);
  if (found.unit === 'm') return addMinutes(now, amount);
  if (found.unit === 'h') return addMinutes(now, amount * 60);
  return atLocal(addDays(dayOf(now, zone), amount), secondsOfDay(now, zone), zone);
}

function readWithOffset(text: string): Moment | undefined {
  const found = WITH_OFFSET.exec(text)?.groups;
  if (!found) return undefined;
  const day = tryDay(found.day ?? '');
  const seconds = secondsIn(found.clock ?? '');
  const minutes = Number(found.m ?? 0);
  const offset = Number(found.h ?? 0) * 60 + minutes;
  if (day === undefined || seconds === undefined || minutes > 59 || offset > 14 * 60) {
    return undefined;
  }
  // "09:30-10:00" is a span of time, not half past nine ten hours west of Greenwich.
  const span = found.sign === '-' && found.gap === ' ' && !/:.*:/.test(found.clock ?? '');
  if (span) return undefined;
  const east = found.sign === '-' ? -offset : offset;
  return momentAt(Date.parse(day) + seconds * 1000 - east * MINUTE_MS);
}

function readDayAndTime(text: string, { now, zone, bareDay }: MomentReading): Moment | undefined {
  const today = dayOf(now, zone);
  const bare = readDay(text, today);
  if (bare !== undefined) return bareDay === 'end' ? endOfDay(bare, zone) : startOfDay(bare, zone);

  const parts = DAY_AND_CLOCK.exec(text)?.groups;
  const day = parts ? readDay(parts.day ?? '', today) : today;
  const seconds = secondsIn(parts?.clock ?? text);
  if (day === undefined || seconds === undefined) return undefined;
  return atLocal(day, seconds, zone);
}

/** Seconds of the day of '9:30', '09:30:15', '9点30分', '下午3点半'; undefined for 24:00 and 9:60. */
function secondsIn(text: string): number | undefined {
  const part = PARTS_OF_DAY.find(([name]) => name.test(text));
  const clock = part ? text.replace(part[0], '') : text;
  const found = (CLOCK.exec(clock) ?? SPOKEN_CLOCK.exec(clock))?.groups;
  if (!found) return undefined;
  const hours = part ? hourIn(part, Number(found.h)) : Number(found.h);
  if (hours === undefined) return undefined;
  const minutes = found.half ? 30 : Number(found.m ?? 0);
  const seconds = Number(found.s ?? 0);
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined;
  return (hours * 60 + minutes) * 60 + seconds;
}

/** 3 in the afternoon is 15; undefined for what nobody says, such as 下午9点. */
function hourIn([, from, to]: readonly [RegExp, number, number], said: number) {
  return [said, said + 12].find((hour) => hour >= from && hour <= to);
}

/**
 * The first and the last instant at which the clock shows `wallMs` (its reading, taken as UTC).
 * They differ only where the clock is set back; in a gap both are the moment after it.
 */
function instantOf(wallMs: number, zone: Zone): { firstMs: number; lastMs: number } {
  const before = offsetAt(zone, wallMs - DAY_MS);
  const after = offsetAt(zone, wallMs + DAY_MS);
  const byOld = wallMs - before * MINUTE_MS;
  const byNew = wallMs - after * MINUTE_MS;
  const shows = [
    ...(offsetAt(zone, byOld) === before ? [byOld] : []),
    ...(offsetAt(zone, byNew) === after ? [byNew] : []),
  ];
  const gapEnd = () => zone.shifts.find(([from]) => from > byNew)?.[0] ?? byOld;
  const firstMs = shows[0] ?? gapEnd();
  return { firstMs, lastMs: shows[1] ?? firstMs };
}

function secondsOfDay(moment: Moment, zone: Zone): number {
  const wall = wallOf(moment, zone);
  return (Date.parse(`${wall}Z`) - Date.parse(wall.slice(0, 10))) / 1000;
}

/** What the site's calendar and clock show, as ISO without an offset. */
function wallOf(moment: Moment, zone: Zone): string {
  const ms = msOf(moment);
  return new Date(ms + offsetAt(zone, ms) * MINUTE_MS).toISOString().slice(0, 19);
}

function momentAt(ms: number): Moment {
  return momentOf(new Date(ms));
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
