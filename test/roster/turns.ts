import type { Day } from '../../src/lib/day.ts';
import { atLocal, type Moment } from '../../src/lib/moment.ts';
import { surveyZone, UTC, type Zone } from '../../src/lib/zone.ts';
import type { Shift } from '../../src/policy/sections/roster.ts';
import type { Turn } from '../../src/roster/model.ts';
import { hoursOf, type Shifts } from '../../src/roster/rules.ts';

export const SHANGHAI: Zone = surveyZone('Asia/Shanghai') ?? UTC;

export const moment = (day: Day, time: string, zone = SHANGHAI): Moment => atLocal(day, time, zone);

const shift = (
  name: string,
  hours: readonly [number, number],
  more: Partial<Shift> = {},
): Shift => ({
  name: { zh: name, en: name },
  fromMinute: hours[0] * 60,
  untilMinute: hours[1] * 60,
  ...{ least: 1, days: [1, 2, 3, 4, 5, 6, 7], roles: [], isHead: false, isActive: true },
  ...more,
});

/** As shipped: 07–15, 15–23, 23–07, and who heads the duty at night, switched on. */
export const SHIFTS: Shifts = {
  early: shift('早班', [7, 15]),
  late: shift('中班', [15, 23]),
  night: shift('夜班', [23, 31]),
  chief: shift('夜间总值班', [18, 32], { least: 0, roles: ['director'], isHead: true }),
};

export { shift };

let nextId = 1;

/** Who does which shift on which day; hours and names as they follow. */
export function turn(staffId: number, day: Day, key: string, change: Partial<Turn> = {}): Turn {
  const declared = SHIFTS[key];
  if (!declared) throw new Error(key);
  nextId += 1;
  return {
    ...{ id: nextId, day, shift: key, staffId, staff: `员工${staffId}` },
    ...hoursOf(declared, day, SHANGHAI),
    roles: ['clerk'],
    plannedAt: '2026-11-01T00:00:00Z',
    ...{ retiredOn: null, insteadOf: null, droppedAt: null, reason: null },
    ...{ cameAt: null, leftAt: null, absence: null, note: null, isRecorded: false },
    ...change,
  };
}
