import type { Day } from '../lib/day.ts';
import { type Words, w } from '../lib/words.ts';
import { FATES, type Permit } from './model.ts';

/** How a permit or a pass stands on a day. */
export const PASS_STATES = {
  valid: w('有效', 'valid'),
  expired: w('已过期', 'expired'),
  ...FATES,
} as const satisfies Record<string, Words>;

/** Its last day counts. */
export const passState = ({ fate, untilOn }: Pick<Permit, 'fate' | 'untilOn'>, today: Day) =>
  fate ?? (untilOn < today ? 'expired' : 'valid');
