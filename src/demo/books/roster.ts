import type { Ctx } from '../../context.ts';
import { addDays, addMonths, type Day } from '../../lib/day.ts';
import { addMinutes } from '../../lib/moment.ts';
import { mondayOf } from '../../lib/week.ts';
import type { Staff } from '../../registry/model.ts';
import { come, recordAbsence } from '../../roster/attendance.ts';
import { dropTurns, planTurns } from '../../roster/planning.ts';
import { swapTurns } from '../../roster/swapping.ts';
import type { Beat } from '../life.ts';
import { everyMonths, lastOfMonth } from '../money/calendar.ts';
import { randomOf } from '../random.ts';
import {
  cameTo,
  clerksOn,
  guardsOn,
  plannedFor,
  SHIFT_BEGINS,
  SHIFT_KEYS,
  SICK_DAYS_AGO,
  swappedOn,
} from '../shifts.ts';
import { DAYS_HANDED_OVER } from './handovers.ts';
import type { Setting } from './setting.ts';

/** Planned so early in the month before that the next week is always known. */
const PLANNED_ON = 15;
/** Since then their coming is on record, in the last days by the handovers. */
const DAYS_ATTENDED = 42;

/** Who is on duty, month by month; one was sick, this week and next are not quite right (rule 150). */
export const rosterOf = (setting: Setting): Beat[] => [
  ...plansOf(setting),
  ...sickOf(setting),
  ...swapOf(setting),
  ...openTurnOf(setting),
  ...attendanceOf(setting),
];

function plansOf({ opensOn, today, supervisor, estate, on }: Setting): Beat[] {
  const isFirst = (month: Day) => month === opensOn;
  return everyMonths(opensOn, addMonths(today, 1), 1).map((month) => ({
    at: isFirst(month)
      ? on(opensOn, '08:50')
      : on(addDays(addMonths(month, -1), PLANNED_ON - 1), '16:00'),
    by: supervisor,
    act: (ctx: Ctx) => {
      const days = { fromOn: month, untilOn: lastOfMonth(month), also: false, replace: false };
      const plan = (staff: readonly Staff[], shifts: readonly string[]) =>
        planTurns(ctx, { ...days, staff: namesOf(staff), shifts, rotate: 'day' });
      plan(clerksOn(estate, month), ['early', 'late', 'off']);
      plan(guardsOn(estate, month), ['night']);
    },
  }));
}

const namesOf = (staff: readonly Staff[]): string[] => staff.map(({ name }) => name);

/** One of the guards was sick, the other took his night. */
function sickOf({ estate, today, ago }: Setting): Beat[] {
  const day = addDays(today, -SICK_DAYS_AGO);
  const staff = plannedFor(estate, day, 'night').name;
  const other = cameTo(estate, day, 'night', today).name;
  const act = (ctx: Ctx): void => {
    const span = { fromOn: day, untilOn: day };
    recordAbsence(ctx, { ...span, staff, shift: 'night', because: 'sick', note: '发烧，已就诊' });
    const turn = { on: day, shift: 'night', back: undefined, backShift: undefined };
    swapTurns(ctx, { ...turn, staff, with: other, give: true, reason: '病假顶班' });
  };
  return [{ at: ago(SICK_DAYS_AGO, '13:20'), act }];
}

/** Whoever is off takes the late shift of a day of this week, and has the early one on the next. */
function swapOf({ estate, today, supervisor, on }: Setting): Beat[] {
  const day = swappedOn(today);
  const act = (ctx: Ctx): void => {
    const turn = { on: day, shift: 'late', back: undefined, backShift: undefined };
    const staff = plannedFor(estate, day, 'late').name;
    const other = cameTo(estate, day, 'late', today).name;
    swapTurns(ctx, { ...turn, staff, with: other, give: true, reason: '参加考试' });
  };
  return [{ at: on(addDays(mondayOf(today), -2), '16:20'), by: supervisor, act }];
}

const SATURDAY = 5;

/** Of Saturday's late shift nobody is found yet. */
function openTurnOf({ estate, today, supervisor, on }: Setting): Beat[] {
  const day = addDays(mondayOf(today), 7 + SATURDAY);
  const act = (ctx: Ctx): void => {
    const staff = plannedFor(estate, day, 'late').name;
    const reason = '家中有事，待人顶班';
    dropTurns(ctx, { fromOn: day, untilOn: day, shift: 'late', staff, reason });
  };
  return [{ at: on(addDays(mondayOf(today), -2), '16:35'), by: supervisor, act }];
}

const ONCE_LATE_DAYS_AGO = 31;

/** On post in good time, as a rule. */
function attendanceOf({ days, estate, today, on }: Setting): Beat[] {
  const handedOver = addDays(today, -DAYS_HANDED_OVER);
  const attended = days.filter((day) => day > addDays(today, -DAYS_ATTENDED) && day < handedOver);
  return attended.flatMap((day) =>
    SHIFT_KEYS.map((shift): Beat => {
      const random = randomOf(`on post ${day} ${shift}`);
      const isLate = shift === 'early' && day === addDays(today, -ONCE_LATE_DAYS_AGO);
      const minutes = isLate ? -6 : random.chance(6) ? 12 : random.between(20, 34);
      const by = cameTo(estate, day, shift, today);
      return {
        at: addMinutes(on(day, SHIFT_BEGINS[shift]), -minutes),
        by,
        act: (ctx) => void come(ctx, { staff: by.name, on: day, shift }),
      };
    }),
  );
}
