import { addDays, addMonths, type Day, daysBetween } from '../../lib/day.ts';
import { addMinutes, type Moment } from '../../lib/moment.ts';
import { mondayOf } from '../../lib/week.ts';
import type { Ctx } from '../../context.ts';
import { come, recordAbsence } from '../../roster/attendance.ts';
import { dropTurns, planTurns } from '../../roster/planning.ts';
import { swapTurns } from '../../roster/swapping.ts';
import type { Beat } from '../life.ts';
import { firstOfMonth, lastOfMonth } from '../money/calendar.ts';
import { randomOf } from '../random.ts';
import { SHIFT_KEYS, SICK_DAYS_AGO, type ShiftKey, shiftOf } from '../shifts.ts';
import type { Setting } from './setting.ts';

/** The next month is planned so early that the next week is always known. */
const PLANNED_ON_DAY = 15;
/** Since then their coming is on record. */
const DAYS_ATTENDED = 42;
/** In the last ones by the handovers. */
export const DAYS_HANDED_OVER = 14;

/** Who is on duty, month by month; one was sick, one shift of next week is still open (rule 150). */
export const rosterOf = (setting: Setting): Beat[] => [
  ...plansOf(setting),
  ...sickOf(setting),
  ...nextWeekOf(setting),
  ...attendanceOf(setting),
];

function plansOf({ opensOn, today, supervisor, on }: Setting): Beat[] {
  const all = [opensOn];
  for (let month = opensOn; month <= firstOfMonth(today); ) {
    month = addMonths(month, 1);
    all.push(month);
  }
  return all.map((month, index) => ({
    at: index === 0 ? on(opensOn, '08:50') : on(addDays(addMonths(month, -1), PLANNED_ON_DAY - 1), '16:00'),
    by: supervisor,
    act: (ctx) => planMonth(ctx, month),
  }));

  function planMonth(ctx: Ctx, month: Day): void {
    const span = { fromOn: month, untilOn: lastOfMonth(month), also: false, replace: false };
    const { clerks, guards } = ids;
    planTurns(ctx, { ...span, staff: clerks(month), shifts: ['early', 'late', 'off'], rotate: 'day' });
    planTurns(ctx, { ...span, staff: guards(month), shifts: ['night'], rotate: 'day' });
  }
}
