import type { Day } from '../lib/day.ts';
import { addDays, addMonths } from '../lib/day.ts';
import type { Duration } from '../lib/duration.ts';
import type { Moment } from '../lib/moment.ts';
import { wasAsked, wasHeard } from './contact-rules.ts';
import type { ContactFacts, Hold, Stage } from './model.ts';
import { standing } from './returned-rules.ts';

/** What the policy says of the ladder. */
export interface Terms {
  notice: Duration;
  letter: Duration;
  legal: Duration;
}

/** A contact with the day it was made, and until when its promise holds the ladder. */
export interface Told extends ContactFacts {
  on: Day;
  heldUntil: Day | null;
}

/** One debtor's arrears of one unit, and all that was said about them until the end of that day. */
export interface LadderCase {
  /** Overdue and outstanding. */
  charges: readonly { dueOn: Day; billedAt: Moment }[];
  /** The oldest first. */
  contacts: readonly Told[];
  canBeVisited: boolean;
}

/** The clauses by which a step is taken. */
type Clause = 'dunning.notice' | 'dunning.letter' | 'dunning.legal';

/** A step that can be taken now, by which clause, and the day from which that counts. */
export interface Step {
  stage: Stage;
  clause: Clause;
  since: Day;
}

export interface Rung {
  /** The next one first. */
  steps: readonly Step[];
  hold: Hold | null;
  /** What the ladder waits for where no step can be taken: the last one, which must have its time. */
  waits: Step | null;
}

/** The first day on which a limit that began on a day is over: 3mo from 11-22 is 02-22. */
export const dayAfter = (from: Day, { amount, unit }: Pick<Duration, 'amount' | 'unit'>): Day =>
  unit === 'mo' ? addMonths(from, amount) : addDays(from, amount);

/**
 * A contact is about a charge when it was overdue and billed by then; so what was said of a debt paid
 * since says nothing of a new one.
 */
const isAbout = (contact: Told, { dueOn, billedAt }: { dueOn: Day; billedAt: Moment }): boolean =>
  contact.on > dueOn && contact.contactedAt >= billedAt;

/** The contacts about anything still owed, the oldest first, without messages that came back. */
const contactsOfDebt = (it: LadderCase): readonly Told[] =>
  standing(it.contacts).filter((contact) => it.charges.some((charge) => isAbout(contact, charge)));

/** When the debtor had the letter: the day of its delivery, where none is known that of its sending. */
function letterDay(letters: readonly Told[]): Day | undefined {
  const delivered = letters.flatMap(({ deliveredOn }) => deliveredOn ?? []).sort();
  return delivered[0] ?? letters[0]?.on;
}

/**
 * Which steps can be taken about a debt on a day (rule 133), and whether it must be left alone. Legal
 * action that was decided ends the ladder.
 */
export function ladderOf(it: LadderCase, asOf: Day, terms: Terms): Rung {
  const contacts = contactsOfDebt(it);
  const decided = contacts.find(({ stage }) => stage === 'legal');
  if (decided) {
    const waits: Step = { stage: 'legal', clause: 'dunning.legal', since: decided.on };
    return { steps: [], hold: { kind: 'legal', until: null }, waits };
  }
  const steps = stepsOf(it, contacts, asOf, terms);
  const hold = holdOf(contacts, asOf, terms);
  const last = contacts.findLast(({ result }) => wasAsked(result));
  const isWaiting = steps.length === 0 && hold !== null && last !== undefined;
  const waits: Step | null = isWaiting
    ? { stage: last.stage, clause: 'dunning.notice', since: last.on }
    : null;
  return { steps, hold, waits };
}

/**
 * A notice comes first; three calendar months after the first notice of a debt still owed a letter, on
 * that very day; beside it a visit to who lives there, once the time that the notice gave is over; legal
 * action, which only the director decides, when the letter has had its time.
 */
function stepsOf(it: LadderCase, contacts: readonly Told[], asOf: Day, terms: Terms): Step[] {
  const asked = contacts.filter(({ result }) => wasAsked(result));
  const noticed = asked.find(({ way }) => way !== 'letter' && way !== 'visit');
  const lettered = letterDay(contacts.filter(({ way }) => way === 'letter'));
  const first = noticed?.on ?? lettered;
  if (first === undefined) {
    const oldestDueOn = it.charges.map(({ dueOn }) => dueOn).sort()[0] ?? asOf;
    return [{ stage: 'notice', clause: 'dunning.notice', since: oldestDueOn }];
  }
  const steps: Step[] = [];
  if (lettered !== undefined && dayAfter(lettered, terms.legal) <= asOf) {
    steps.push({ stage: 'legal', clause: 'dunning.legal', since: lettered });
  }
  if (lettered === undefined && dayAfter(first, terms.letter) <= asOf) {
    steps.push({ stage: 'letter', clause: 'dunning.letter', since: first });
  }
  if (it.canBeVisited && !asked.some(({ way }) => way === 'visit')) {
    steps.push({ stage: 'visit', clause: 'dunning.notice', since: first });
  }
  return steps;
}

/**
 * Why a debt is left alone on a day: whoever was heard last has promised and the day is not over, or
 * disputes it; or the time that the last demand gave is still running. A promise ends that time with
 * its own day.
 */
function holdOf(contacts: readonly Told[], asOf: Day, { notice }: Terms): Hold | null {
  const heard = contacts.findLast(({ result }) => wasHeard(result));
  if (heard?.result === 'promised' && heard.heldUntil !== null && asOf <= heard.heldUntil) {
    return { kind: 'promised', until: heard.heldUntil };
  }
  if (heard?.result === 'disputed') return { kind: 'disputed', until: null };
  const last = contacts.findLast(({ result }) => wasAsked(result));
  if (last === undefined || last.result === 'promised') return null;
  const until = dayAfter(last.on, notice);
  return asOf <= until ? { kind: 'notified', until } : null;
}
