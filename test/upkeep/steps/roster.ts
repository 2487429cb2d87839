import { addDays } from '../../../src/lib/day.ts';
import { addMinutes } from '../../../src/lib/moment.ts';
import { mondayOf } from '../../../src/lib/week.ts';
import { come, correctAttendance, go, recordAbsence } from '../../../src/roster/attendance.ts';
import { dropTurns, type PlanRequest, planTurns } from '../../../src/roster/planning.ts';
import { swapTurns } from '../../../src/roster/swapping.ts';
import { at, type TestCtx } from '../../support/ledger.ts';
import type { Steps } from './step.ts';

const plan = (ctx: TestCtx, days: number, request: Partial<PlanRequest>) =>
  planTurns(ctx, {
    staff: ['王芳'],
    shifts: ['early'],
    fromOn: ctx.today,
    untilOn: addDays(ctx.today, days),
    ...{ rotate: undefined, also: false, replace: false },
    ...request,
  });

const swap = { shift: undefined, back: undefined, backShift: undefined, reason: undefined };

const own = { staff: undefined, on: undefined, shift: undefined };

const nothing = { came: undefined, left: undefined, absence: undefined, note: undefined };

/** The turn of which something was recorded last; one of today where nothing was. */
const recorded = ({ ledger, today }: TestCtx) =>
  ledger
    .prepare<[], { on: string; shift: string }>(
      `SELECT t.day AS "on", t.shift FROM roster_turns AS t JOIN attendances AS a ON a.turn_id = t.id
       WHERE t.staff_id = 1 AND t.dropped_at IS NULL ORDER BY a.id DESC LIMIT 1`,
    )
    .get() ?? { on: today, shift: 'early' };

export const steps = {
  planWeek: (ctx) => plan(ctx, 6, {}),
  planRound: (ctx) =>
    plan(ctx, 8, {
      staff: ['王芳', '陈主任', '李强', '赵敏'],
      shifts: ['early', 'late', 'night', 'off'],
      rotate: 'day',
    }),
  planWeeks: (ctx) =>
    planTurns(ctx, {
      ...{ staff: ['王芳', '赵敏'], shifts: ['late', 'night'], rotate: 'week' },
      fromOn: addDays(mondayOf(ctx.today), 7),
      untilOn: addDays(mondayOf(ctx.today), 20),
      ...{ also: false, replace: true },
    }),
  planAll: (ctx) => {
    const yesterday = at(ctx, addMinutes(ctx.now, -1440));
    for (const shift of ['早', '中', '夜']) plan(yesterday, 2, { shifts: [shift], also: true });
  },
  swap: (ctx) =>
    swapTurns(ctx, {
      ...swap,
      staff: '王芳',
      with: '李强',
      on: addDays(ctx.today, 1),
      give: false,
    }),
  swapBack: (ctx) =>
    swapTurns(ctx, {
      ...{ ...swap, staff: '李强', with: '王芳', on: addDays(ctx.today, 1) },
      ...{ back: addDays(ctx.today, 2), give: false },
    }),
  give: (ctx) =>
    swapTurns(ctx, {
      ...{ ...swap, staff: '王芳', with: '赵敏', on: addDays(ctx.today, 4) },
      ...{ give: true, reason: '家里有事' },
    }),
  drop: (ctx) =>
    dropTurns(ctx, {
      ...{ staff: '王芳', fromOn: addDays(ctx.today, 5), untilOn: addDays(ctx.today, 9) },
      ...{ shift: undefined, reason: '外出培训' },
    }),
  come: (ctx) => come(ctx, own),
  go: (ctx) => go(ctx, own),
  absent: (ctx) =>
    recordAbsence(ctx, {
      ...{ staff: '李强', fromOn: addDays(ctx.today, 1), untilOn: addDays(ctx.today, 3) },
      ...{ shift: undefined, because: 'leave', note: '回老家' },
    }),
  correct: (ctx) =>
    correctAttendance(ctx, { staff: '王芳', ...recorded(ctx) }, { ...nothing, absence: 'sick' }),
  correctTime: (ctx) =>
    correctAttendance(ctx, { staff: '王芳', ...recorded(ctx) }, { ...nothing, came: ctx.now }),
} satisfies Steps;
