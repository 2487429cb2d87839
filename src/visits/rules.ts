import type { Deadline } from '../deadlines/model.ts';
import { groupBy } from '../lib/group.ts';
import type { Moment } from '../lib/moment.ts';
import { type Call, causeOf, type Reason } from './model.ts';

/** The day on which the list is made. */
export interface ListDay {
  startOfToday: Moment;
  endOfToday: Moment;
  /** How far it looks where somebody said so. */
  dueBy: Moment | undefined;
}

/**
 * Whether it stands on the call list: what is due today or overdue; what was planned for a day that
 * has come; and what arose before today, so that yesterday's completions are called today although
 * they are due later (rule 42).
 */
export function isToCall(
  duty: Pick<Deadline, 'sinceAt' | 'dueAt'> & { reason: Reason },
  { startOfToday, endOfToday, dueBy }: ListDay,
): boolean {
  if (duty.dueAt <= endOfToday) return true;
  if (dueBy !== undefined && duty.dueAt > dueBy) return false;
  return causeOf(duty.reason).isPlanned === true || duty.sinceAt < startOfToday;
}

interface Placed extends Pick<Call, 'dueAt' | 'tries' | 'subject'> {
  /** Of its unit; what is in no unit has none. */
  sortKey: string | null;
}

/** In calling order: soonest due first, the overdue before all; then who was tried less; then by unit. */
export function inCallingOrder(a: Placed, b: Placed): number {
  return (
    compare(a.dueAt, b.dueAt) ||
    a.tries - b.tries ||
    compare(a.sortKey ?? LAST, b.sortKey ?? LAST) ||
    compare(a.subject, b.subject)
  );
}

/** Behind every unit. */
const LAST = '\uffff';

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** One call for one household: what else its unit is called about follows at once. */
export const householdsTogether = <T extends Pick<Call, 'unit'>>(calls: readonly T[]): T[] =>
  [...groupBy(calls, (call) => call.unit ?? call).values()].flat();
