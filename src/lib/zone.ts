/**
 * A time zone as plain data, so that no command pays for `Intl` on the way to a due time.
 * Each shift says from which instant (ms since 1970) which offset (minutes east of UTC) holds;
 * ascending, and the first one also covers everything before it.
 */
export interface Zone {
  name: string;
  shifts: readonly (readonly [fromMs: number, offsetMinutes: number])[];
}

/** Where no site says otherwise. */
export const UTC: Zone = { name: 'UTC', shifts: [[0, 0]] };

const SURVEY_FROM_MS = Date.UTC(1970, 0, 1);
const SURVEY_TO_MS = Date.UTC(2101, 0, 1);

// The shortest summer time between two shifts is a week (Gaza, 2040): a step must not leap it.
const STEP_MS = 6 * 86_400_000;
const SECOND_MS = 1000;

/** Asks the system once for all shifts of 1970–2100; undefined for a zone it does not know. */
export function surveyZone(name: string): Zone | undefined {
  const offsetOf = offsetReader(name);
  if (offsetOf === undefined) return undefined;

  let offset = offsetOf(SURVEY_FROM_MS);
  const shifts: [number, number][] = [[SURVEY_FROM_MS, offset]];
  for (let ms = SURVEY_FROM_MS; ms < SURVEY_TO_MS; ms += STEP_MS) {
    const next = offsetOf(ms + STEP_MS);
    if (next === offset) continue;
    shifts.push([firstWith(offsetOf, next, ms, ms + STEP_MS), next]);
    offset = next;
  }
  return { name, shifts };
}

/** Minutes east of UTC at an instant. */
export function offsetAt(zone: Zone, ms: number): number {
  let low = 0;
  let high = zone.shifts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const from = zone.shifts[middle]?.[0] ?? 0;
    if (from <= ms) low = middle;
    else high = middle - 1;
  }
  return zone.shifts[low]?.[1] ?? 0;
}

/** The first whole second of (lowMs, highMs] at which the new offset holds. */
function firstWith(
  offsetOf: (ms: number) => number,
  offset: number,
  lowMs: number,
  highMs: number,
): number {
  let before = lowMs / SECOND_MS;
  let after = highMs / SECOND_MS;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetOf(middle * SECOND_MS) === offset) after = middle;
    else before = middle;
  }
  return after * SECOND_MS;
}

function offsetReader(name: string): ((ms: number) => number) | undefined {
  try {
    const format = new Intl.DateTimeFormat('en', { timeZone: name, timeZoneName: 'longOffset' });
    return (ms) => offsetMinutesIn(format.format(ms));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** '11/22/2026, GMT+08:00' is 480; plain 'GMT' is 0. */
function offsetMinutesIn(text: string): number {
  const found = /GMT([+-])(\d\d):(\d\d)/.exec(text);
  if (!found) return 0;
  const minutes = Number(found[2]) * 60 + Number(found[3]);
  return found[1] === '-' ? -minutes : minutes;
}
