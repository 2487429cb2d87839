import type { WorkCalendar } from '../lib/calendar.ts';
import type { Day } from '../lib/day.ts';
import { dueAt } from '../lib/due.ts';
import type { Duration } from '../lib/duration.ts';
import { refused } from '../lib/errors.ts';
import type { Moment } from '../lib/moment.ts';
import { startOfDay } from '../lib/moment.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';
import type { Charge, State, Ticket } from './model.ts';

/** Which states each step may be taken from. */
export const STEPS = {
  assign: ['open', 'assigned'],
  arrive: ['open', 'assigned'],
  postpone: ['open', 'assigned'],
  inform: ['open', 'assigned'],
  note: ['open', 'assigned', 'finished', 'closed'],
  finish: ['open', 'assigned'],
  'leak-test': ['finished', 'closed'],
  appoint: ['finished'],
  close: ['finished'],
  reopen: ['finished', 'closed'],
  cancel: ['open', 'assigned'],
  callback: ['finished', 'closed'],
} as const satisfies Record<string, readonly State[]>;

export type Step = keyof typeof STEPS;

/** The refusal of a step that the ticket's state does not allow, naming the step that is missing. */
export function refusalOf(step: Step, { no, state }: Pick<Ticket, 'no' | 'state'>) {
  const allowed: readonly State[] = STEPS[step];
  if (allowed.includes(state)) return undefined;
  const [code, words, hint] = WHY_NOT[state](no);
  return refused(code, words, hint);
}

const WHY_NOT: Readonly<Record<State, (no: string) => readonly [string, Words, Words]>> = {
  open: notFinished,
  assigned: notFinished,
  finished: (no) => [
    'ticket_finished',
    w(`${no} 已完工。`, `${no} is finished.`),
    w(
      `返修：wy ticket reopen ${no} --reason "…"`,
      `Reopen it first: wy ticket reopen ${no} --reason "…"`,
    ),
  ],
  closed: (no) => [
    'ticket_closed',
    w(`${no} 已结单。`, `${no} is closed.`),
    w(
      `返修：wy ticket reopen ${no} --reason "…"`,
      `Reopen it first: wy ticket reopen ${no} --reason "…"`,
    ),
  ],
  cancelled: (no) => [
    'ticket_cancelled',
    w(`${no} 已取消。`, `${no} was cancelled.`),
    w('请另开一张：wy ticket open', 'Open another one: wy ticket open'),
  ],
};

function notFinished(no: string): readonly [string, Words, Words] {
  return [
    'ticket_not_finished',
    w(`${no} 还没有完工。`, `${no} is not finished yet.`),
    w(
      `先登记完工：wy ticket finish ${no} --work "…"`,
      `Finish it first: wy ticket finish ${no} --work "…"`,
    ),
  ];
}

/**
 * Who pays (rule 27): nobody in public places; the developer until the warranty that runs from the
 * handover ends, its last day included; else the resident. Null where the handover is unknown.
 */
export function proposeCharge(known: {
  isPublic: boolean;
  handoverOn: Day | null;
  openedAt: Moment;
  warranty: Duration;
  calendar: WorkCalendar;
}): Charge | null {
  const { handoverOn, calendar } = known;
  if (known.isPublic) return 'free';
  if (handoverOn === null) return null;
  const endsAt = dueAt(startOfDay(handoverOn, calendar.zone), known.warranty, calendar);
  return known.openedAt <= endsAt ? 'warranty' : 'paid';
}
