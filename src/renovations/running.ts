import type { Ctx } from '../context.ts';
import type { Renovation } from './model.ts';

type Period = Pick<Renovation, 'no' | 'fromOn' | 'untilOn' | 'lastPatrolAt'>;

/** The works may begin: from their first day on they are patrolled, and their period ends one day. */
export function startWorks(_ctx: Ctx, _it: Period): void {}

/** The works are over, as far as the desk knows: nobody patrols them any more. */
export function endWorks(_ctx: Ctx, _it: Period): void {}
