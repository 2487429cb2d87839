import type { PastLine } from '../cases/bulk.ts';
import type { Result } from '../cases/model.ts';
import { beganAt, type Contradiction, disorderIn, endedAt, type When } from '../cases/past.ts';
import { misused } from '../lib/errors.ts';
import type { Moment } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import type { Zone } from '../lib/zone.ts';
import type { Category, Charge, Ticket } from './model.ts';

/** What an old list says of the state. `done`: finished; whether also closed, the list may not tell. */
export type ToldState = 'underWay' | 'done' | 'finished' | 'closed' | 'cancelled';

/** One row of an old list of repairs; what is undefined the list does not tell. */
export interface TicketLine extends PastLine {
  /** Canonical. */
  unit: string | undefined;
  /** Beside a unit: which part of it. */
  place: string | undefined;
  item: string;
  system: string | undefined;
  part: string | undefined;
  damage: string | undefined;
  caller: string | undefined;
  phone: string | undefined;
  category: Category | undefined;
  urgent: boolean | undefined;
  charge: Charge | undefined;
  state: ToldState | undefined;
  /** One name or several. */
  worker: string | undefined;
  opened: When;
  appointment: When | undefined;
  arrived: When | undefined;
  finished: When | undefined;
  work: string | undefined;
  costFen: number | undefined;
  closed: When | undefined;
  signedBy: string | undefined;
  satisfied: boolean | undefined;
  cancelled: When | undefined;
  calledBack: When | undefined;
  /** null: said to be unanswered, or never made. */
  callbackResult: Result | null | undefined;
  remark: string | undefined;
  /** The list has a column for completions: a blank there means that it is not finished. */
  tellsFinish: boolean;
  /** The list has a column for signatures or closings: a blank there means that it is not closed. */
  tellsClosing: boolean;
}

/** What becomes of a row; `underWay` is open or assigned. */
export type Standing = 'underWay' | 'finished' | 'closed' | 'cancelled';

export type Moments = Pick<
  Ticket,
  | 'openedAt'
  | 'appointmentAt'
  | 'arrivedAt'
  | 'finishedAt'
  | 'closedAt'
  | 'cancelledAt'
  | 'callbackAt'
>;

export type TicketContradiction = Contradiction<TicketLine>;

/** The steps a row tells, as moments; what it does not tell is null. */
export function momentsOf(row: TicketLine, now: Moment, zone: Zone): Moments {
  const closedAt = endedAt(row.closed, zone, [now]);
  const callbackAt = endedAt(row.calledBack, zone, [now]);
  const finishedAt = endedAt(row.finished, zone, [closedAt, callbackAt, now]);
  return {
    openedAt: beganAt(row.opened, zone),
    appointmentAt: endedAt(row.appointment, zone, []),
    arrivedAt: endedAt(row.arrived, zone, [finishedAt, now]),
    finishedAt,
    closedAt,
    cancelledAt: endedAt(row.cancelled, zone, [now]),
    callbackAt,
  };
}

/** A step that comes before the one it follows. */
export function disorderOf(it: Moments): TicketContradiction | undefined {
  const { openedAt, arrivedAt, finishedAt } = it;
  const begun = arrivedAt ? ([arrivedAt, ARRIVAL] as const) : ([openedAt, REPORT] as const);
  const last = finishedAt ? ([finishedAt, FINISH] as const) : begun;
  return disorderIn<TicketLine>([
    ['appointment', it.appointmentAt, openedAt, REPORT],
    ['arrived', arrivedAt, openedAt, REPORT],
    ['finished', finishedAt, openedAt, REPORT],
    ['finished', finishedAt, arrivedAt, ARRIVAL],
    ['closed', it.closedAt, ...last],
    ['calledBack', it.callbackAt, ...last],
    ['cancelled', it.cancelledAt, openedAt, REPORT],
  ]);
}

const REPORT = w('报修时间', 'the report');
const ARRIVAL = w('到场时间', 'the arrival');
const FINISH = w('完工时间', 'the completion');

/**
 * Where a row stands by its dates and its state. A finished one is closed when the row says so or has a
 * signature, or when the list has no column to say so. One closed, signed or called back without its
 * completion contradicts itself, unless the list never tells completions; as does one under way or
 * cancelled that was finished.
 */
export function standingOf(row: TicketLine): Standing | TicketContradiction {
  const isOver = row.finished !== undefined || isAnswered(row);
  const saysOver = row.state !== undefined && row.state !== 'underWay';

  if (row.state === 'cancelled' || row.cancelled !== undefined) {
    const contradicts = isOver || (saysOver && row.state !== 'cancelled');
    const field = row.cancelled ? 'cancelled' : 'state';
    return contradicts ? { field, error: CANCELLED_YET_DONE } : 'cancelled';
  }
  if (row.state === 'underWay' && isOver) return { field: 'state', error: UNDER_WAY_YET_DONE };
  if (!isOver && !saysOver) return 'underWay';
  if (row.finished === undefined && row.tellsFinish) {
    return { field: 'finished', error: NOT_FINISHED };
  }
  return isClosed(row) ? 'closed' : 'finished';
}

const isSigned = ({ closed, signedBy }: TicketLine) =>
  closed !== undefined || signedBy !== undefined;

const isAnswered = (row: TicketLine) =>
  isSigned(row) ||
  row.satisfied !== undefined ||
  row.calledBack !== undefined ||
  Boolean(row.callbackResult);

const isClosed = (row: TicketLine) =>
  row.state === 'closed' || isSigned(row) || !(row.state === 'finished' || row.tellsClosing);

const NOT_FINISHED = misused(
  'not_finished',
  w('已办完却没有完工时间', 'done, yet without the time of completion'),
);
const UNDER_WAY_YET_DONE = misused(
  'state_contradicts',
  w('状态是未完，却有完工、签收或回访', 'under way, yet finished, signed for or called back'),
);
const CANCELLED_YET_DONE = misused(
  'state_contradicts',
  w('已取消，却有完工、签收或回访', 'cancelled, yet finished, signed for or called back'),
);
