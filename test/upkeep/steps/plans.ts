import { addDays } from '../../../src/lib/day.ts';
import * as planning from '../../../src/plans/planning.ts';
import { cancelPlan, movePlan } from '../../../src/plans/plans.ts';
import type { Steps } from './step.ts';

const purpose = { purpose: '年底走访', visitor: undefined };

export const steps = {
  planUnit: (ctx, pick) =>
    planning.planUnit(ctx, pick('units'), {
      ...purpose,
      visitor: '李强',
      plannedOn: addDays(ctx.today, 2),
    }),
  planToday: (ctx, pick) =>
    planning.planUnit(ctx, pick('units'), { ...purpose, plannedOn: ctx.today }),
  planBuilding: (ctx) =>
    planning.planBuilding(ctx, '3', { ...purpose, plannedOn: addDays(ctx.today, 1) }),
  move: (ctx, pick) => movePlan(ctx, pick('visit_plans'), addDays(ctx.today, 3)),
  hand: (ctx, pick) => movePlan(ctx, pick('visit_plans'), addDays(ctx.today, 1), '李强'),
  cancel: (ctx, pick) => cancelPlan(ctx, pick('visit_plans'), '出差'),
} satisfies Steps;
