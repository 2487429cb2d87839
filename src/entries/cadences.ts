import type { Ctx } from '../context.ts';
import type { Duty } from '../deadlines/model.ts';
import type { Moment } from '../lib/moment.ts';

/** What the rhythms of the books owe by then: of each the present turn, if no entry has kept it. */
export function cadenceDuties(_ctx: Ctx, _dueBy: Moment): Duty[] {
  return [];
}
