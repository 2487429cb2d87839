import type { When } from '../cases/past.ts';
import { addDays, type Day, tryDay } from '../lib/day.ts';
import { misused, WyError } from '../lib/errors.ts';
import { atLocal, dayOf, type Moment, parseMoment } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import type { Zone } from '../lib/zone.ts';
import { parseImportDay } from './import-day.ts';

/** What the moments of a file are read against. */
export interface ImportClock {
  now: Moment;
  today: Day;
  zone: Zone;
}

const SERIAL = /^(?<day>\d{5})(?:\.(?<fraction>\d+))?$/;
const BEGINS_WITH_YEAR = /^\d{4}(?:[-/.年]|\d{4})/;
const TIME_ALONE = /^\d{1,2}:\d{2}(?::\d{2})?$/;
const DAY_SECONDS = 86_400;

/**
 * A moment of an imported file, on the site's clock: a day as `parseImportDay` reads it, with a time
 * (2026-11-22 09:30, 2026/11/22 9:30:00, 2026年11月22日 下午3点), or Excel's serial number with its
 * fraction (45231.59375). Midnight is how spreadsheets write a day without a time. A time alone is of the
 * day that `dayOfRow` tells. Words such as 明天 and days without a year are refused
 * (`bad_import_moment`).
 */
export function parseImportMoment(
  text: string,
  clock: ImportClock,
  dayOfRow: () => Day | undefined = () => undefined,
): When {
  return serialMoment(text, clock) ?? writtenMoment(text, clock, dayOfRow) ?? refuse();
}

function serialMoment(text: string, { today, zone }: ImportClock): When | undefined {
  const found = SERIAL.exec(text)?.groups;
  if (!found) return undefined;
  const seconds = Math.round(Number(`0.${found.fraction ?? '0'}`) * DAY_SECONDS);
  const day = addDays(parseImportDay(found.day ?? '', today), seconds === DAY_SECONDS ? 1 : 0);
  const isDayAlone = seconds === 0 || seconds === DAY_SECONDS;
  return { day, at: isDayAlone ? undefined : atLocal(day, seconds, zone) };
}

function writtenMoment(
  text: string,
  { now, zone }: ImportClock,
  dayOfRow: () => Day | undefined,
): When | undefined {
  const bare = tryDay(text);
  if (bare !== undefined) return { day: bare, at: undefined };
  const full = TIME_ALONE.test(text) ? `${dayOfRow() ?? ''} ${text}` : text;
  if (!BEGINS_WITH_YEAR.test(full)) return undefined;
  try {
    const at = parseMoment(full, { now, zone });
    return { day: dayOf(at, zone), at };
  } catch (error) {
    if (error instanceof WyError) return undefined;
    throw error;
  }
}

function refuse(): never {
  throw misused(
    'bad_import_moment',
    w(
      '时间看不懂，或没有这一天，请写成 2026-11-22 09:30',
      'not readable as a time, or no such day: write 2026-11-22 09:30',
    ),
  );
}
