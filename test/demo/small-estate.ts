import path from 'node:path';
import { expect } from 'vitest';
import { type Estate, estateOf } from '../../src/demo/estate.ts';
import { type Beat, live } from '../../src/demo/life.ts';
import { addEverybody } from '../../src/demo/staff.ts';
import { addDays, type Day } from '../../src/lib/day.ts';
import { atLocal, type Moment } from '../../src/lib/moment.ts';
import type { ResidentRole } from '../../src/registry/model.ts';
import { addResident } from '../../src/registry/residents.ts';
import { addUnit } from '../../src/registry/units.ts';
import { violated } from '../support/checks.ts';
import { at, makeCtx, type TestCtx } from '../support/ledger.ts';

const STAFF = path.join(import.meta.dirname, '../../fixtures/estate/staff.txt');

/** Long before any story. */
const LONG_AGO = '2019-07-01';

export const readName = () => ({ pinyin: '', initials: '' });

/** As the sample estate at a moment, with its people and some of everything, but few flats. */
export async function smallEstate(now: Moment): Promise<{ ctx: TestCtx; estate: Estate }> {
  const ctx = at(await makeCtx({ now: '2020-01-01T00:30:00Z' }), '2020-01-01T00:30:00Z');
  addEverybody(ctx, STAFF);
  const home = (code: string, ...people: ResidentRole[]) => {
    const use = code.startsWith('S-') ? 'shop' : 'residential';
    const handoverOn = people.length > 0 ? LONG_AGO : null;
    addUnit(ctx, { code, areaThousandths: 89_530, use, handoverOn });
    people.forEach((role, index) => {
      const phone = `1380000${code.replace(/\D/g, '').slice(-3).padStart(3, '0')}${index}`;
      addResident(
        ctx,
        {
          unit: code,
          name: `${'赵钱孙李'[index]}${code}`,
          phone,
          role,
          identity: null,
          fromOn: LONG_AGO,
          untilOn: null,
        },
        readName,
      );
    });
  };
  for (const building of [1, 2, 3]) {
    for (const room of [101, 102, 201, 202, 301, 302, 401, 402, 501, 502, 601, 602]) {
      home(`${building}-1-${room}`, 'owner', 'family');
    }
    home(`${building}-2-101`, 'owner');
    home(`${building}-2-102`, 'owner');
    home(`${building}-2-201`, 'owner', 'tenant');
    home(`${building}-2-202`, 'owner', 'tenant');
    home(`${building}-2-301`);
    home(`${building}-2-302`);
    home(`S-${building}`, 'owner', 'tenant');
  }
  const then = at(ctx, now);
  return { ctx: then, estate: estateOf(then) };
}

/** Plays these beats up to a moment, as the demo does. */
export function play(ctx: TestCtx, estate: Estate, beats: readonly Beat[], until = ctx.now): void {
  live(at(ctx, until), beats, estate.deskAt);
}

/** The days from one to another, both included. */
export const daysFrom = (first: Day, count: number): Day[] =>
  Array.from({ length: count }, (_, index) => addDays(first, index));

/** Everything that `wy doctor` asks of the records. */
export function expectSound(ctx: TestCtx): void {
  expect(violated(ctx)).toEqual([]);
}

/** Moments of the site's clock at which anybody may start the demo. */
export const CLOCKS = [
  ['in the morning', '2026-11-22', '08:30'],
  ['at three at night', '2026-11-22', '03:00'],
  ['just after midnight', '2026-11-22', '00:05'],
  ['just before midnight', '2026-11-22', '23:55'],
  ['on New Year’s Day', '2027-01-01', '09:00'],
  ['on a leap day', '2028-02-29', '16:00'],
  ['on the last day of a month', '2026-11-30', '17:45'],
  ['early in March', '2027-03-02', '12:00'],
] as const;

export const moment = (day: Day, time: string): Moment =>
  atLocal(day, time, { name: 'Asia/Shanghai', shifts: [[0, 480]] });
