import type { Day } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';

export const STATES = {
  planned: w('待走访', 'planned'),
  done: w('已走访', 'done'),
  cancelled: w('已取消', 'cancelled'),
} as const satisfies Record<string, Words>;

export type State = keyof typeof STATES;

/** One visit of the supervisor's visiting plan (rule 71). */
export interface Plan {
  no: string;
  unit: string;
  plannedOn: Day;
  purpose: string | null;
  /** Who is to go; null: whoever is at the desk. */
  visitor: string | null;
  visitorId: number | null;
  state: State;
  plannedAt: Moment;
  visitedAt: Moment | null;
  cancelledAt: Moment | null;
}
