import type { Day } from '../lib/day.ts';
import { refused, type WyError } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import type { Plan, State } from './model.ts';

/** Which states each step may be taken from. */
export const STEPS = {
  keep: ['planned'],
  move: ['planned'],
  cancel: ['planned'],
} as const satisfies Record<string, readonly State[]>;

export type Step = keyof typeof STEPS;

/** The refusal of a step that the state of a planned visit does not allow. */
export function refusalOf(_step: Step, { no, state }: Pick<Plan, 'no' | 'state'>) {
  if (state === 'planned') return undefined;
  const again = w('另列一次：wy visit plan add', 'Plan another one: wy visit plan add');
  return state === 'done'
    ? refused('plan_done', w(`${no} 已经走访。`, `${no} has been visited already.`), again)
    : refused('plan_cancelled', w(`${no} 已经取消。`, `${no} was cancelled.`), again);
}

/** Nobody plans for a day that is over. */
export function dayPassed(plannedOn: Day, today: Day): WyError | undefined {
  if (plannedOn >= today) return undefined;
  return refused(
    'day_passed',
    w(`${plannedOn} 已经过去。`, `${plannedOn} is over already.`),
    w('补录以前的计划请加 --at。', 'To record what was planned earlier, add --at.'),
  );
}
