import type { Day } from '../lib/day.ts';
import { addMonths } from '../lib/day.ts';
import type { Cause } from './model.ts';

/** Something that may start the limitation of a charge anew. */
export interface Interruption {
  on: Day;
  cause: Exclude<Cause, 'due'>;
}

/** From when the limitation of a charge counts, why, and its last day. */
export interface Limitation {
  from: Day;
  cause: Cause;
  lastOn: Day;
}

/**
 * The last day on which a charge can be sued for without the debtor's defence: so many months after
 * its due day, on the same day of the month or that month's last (Civil Code arts. 188, 200–202). What
 * interrupts it starts it anew (art. 195), a demand only while it runs; a promise or a part payment
 * does so even afterwards, as the debtor agrees to pay (art. 192).
 */
export function limitationOf(
  dueOn: Day,
  interruptions: readonly Interruption[],
  months: number,
): Limitation {
  let running: Limitation = { from: dueOn, cause: 'due', lastOn: addMonths(dueOn, months) };
  const inOrder = [...interruptions].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  for (const { on, cause } of inOrder) {
    if (on < running.from) continue;
    if (cause === 'contact' && on > running.lastOn) continue;
    running = { from: on, cause, lastOn: addMonths(on, months) };
  }
  return running;
}
