import type { PastLine } from '../cases/bulk.ts';
import type { Result } from '../cases/model.ts';
import { beganAt, type Contradiction, disorderIn, endedAt, type When } from '../cases/past.ts';
import { misused } from '../lib/errors.ts';
import type { Moment } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import type { Zone } from '../lib/zone.ts';
import type { Against, Channel, Complaint, Grade, Nature } from './model.ts';

/**
 * What an old list says of the state. `done`: settled; whether also closed, the list may not tell.
 * `awaited`: closed, but for the callback.
 */
export type ToldState = 'underWay' | 'done' | 'resolved' | 'awaited' | 'closed' | 'invalid';

/** One row of an old list of complaints; what is undefined the list does not tell. */
export interface ComplaintLine extends PastLine {
  /** Canonical. */
  unit: string | undefined;
  place: string | undefined;
  caller: string | undefined;
  phone: string | undefined;
  text: string;
  channel: Channel;
  grade: Grade;
  nature: Nature | undefined;
  /** A code of the policy, and what stood there instead of one. */
  category: string;
  formerCategory: string | undefined;
  against: Against;
  againstPerson: string | undefined;
  /** A department that is none of ours by its name. */
  formerAgainst: string | undefined;
  wants: string | undefined;
  state: ToldState | undefined;
  /** Who handled it: one name or several. */
  handler: string | undefined;
  happened: When | undefined;
  received: When;
  verified: When | undefined;
  facts: string | undefined;
  replied: When | undefined;
  resolved: When | undefined;
  result: string | undefined;
  told: When | undefined;
  closed: When | undefined;
  calledBack: When | undefined;
  /** null: said to be unanswered, or never made. */
  callbackResult: Result | null | undefined;
  signedBy: string | undefined;
  remark: string | undefined;
  /** The list has a column for the day of settling or closing: a blank there means that it is open. */
  tellsEnd: boolean;
  /** The list has a column for closings: a blank there means that it is not closed. */
  tellsClosing: boolean;
}

export type Standing = 'open' | 'resolved' | 'closed' | 'invalid';

export type Moments = Pick<
  Complaint,
  | 'happenedAt'
  | 'receivedAt'
  | 'verifiedAt'
  | 'repliedAt'
  | 'resolvedAt'
  | 'toldAt'
  | 'closedAt'
  | 'callbackAt'
>;

export type ComplaintContradiction = Contradiction<ComplaintLine>;

/** The steps a row tells, as moments; what it does not tell is null. */
export function momentsOf(row: ComplaintLine, now: Moment, zone: Zone): Moments {
  const receivedAt = beganAt(row.received, zone);
  const callbackAt = endedAt(row.calledBack, zone, [now]);
  const closedAt = endedAt(row.closed, zone, [callbackAt, now]);
  const toldAt = endedAt(row.told, zone, [now]);
  const resolvedAt = endedAt(row.resolved, zone, [toldAt, closedAt, callbackAt, now]);
  return {
    happenedAt: row.happened ? happenedAt(row.happened, row, receivedAt, zone) : null,
    receivedAt,
    verifiedAt: endedAt(row.verified, zone, [resolvedAt, now]),
    repliedAt: endedAt(row.replied, zone, [now]),
    resolvedAt,
    toldAt,
    closedAt,
    callbackAt,
  };
}

/** On the day of a reception of which the time is not told, it happened before it. */
function happenedAt(
  happened: When,
  { received }: ComplaintLine,
  receivedAt: Moment,
  zone: Zone,
): Moment {
  const isThatDay = received.at === undefined && happened.day === received.day;
  return isThatDay ? receivedAt : beganAt(happened, zone);
}

/** A step that comes before the one it follows. */
export function disorderOf(it: Moments): ComplaintContradiction | undefined {
  const { receivedAt, resolvedAt } = it;
  return disorderIn<ComplaintLine>([
    ['received', receivedAt, it.happenedAt, w('发生时间', 'the time at which it happened')],
    ['verified', it.verifiedAt, receivedAt, RECEPTION],
    ['replied', it.repliedAt, receivedAt, RECEPTION],
    ['resolved', resolvedAt, receivedAt, RECEPTION],
    ['told', it.toldAt, resolvedAt ?? receivedAt, resolvedAt ? SETTLING : RECEPTION],
    ['closed', it.closedAt, resolvedAt ?? receivedAt, resolvedAt ? SETTLING : RECEPTION],
    ['calledBack', it.callbackAt, resolvedAt ?? receivedAt, resolvedAt ? SETTLING : RECEPTION],
  ]);
}

const RECEPTION = w('投诉时间', 'the reception');
const SETTLING = w('处理时间', 'the settling');

/**
 * Where a row stands by its dates and its state. A settled one is closed when the row says so, or when
 * the list has no column to say so; without grounds it is closed as invalid. One that is over without
 * the day of its settling or closing contradicts itself, unless the list never tells it.
 */
export function standingOf(row: ComplaintLine): Standing | ComplaintContradiction {
  const saysOver = row.state !== undefined && row.state !== 'underWay';
  if (row.state === 'underWay' && isOver(row)) return { field: 'state', error: OPEN_YET_SETTLED };
  if (!isOver(row) && !saysOver) return 'open';
  if (row.tellsEnd && !row.resolved && !row.closed) {
    return { field: 'resolved', error: NOT_SETTLED };
  }
  if (!isClosed(row)) return 'resolved';
  return natureOf(row) === 'invalid' ? 'invalid' : 'closed';
}

/** One that was closed as invalid had no grounds. */
export const natureOf = ({ nature, state }: ComplaintLine): Nature =>
  nature ?? (state === 'invalid' ? 'invalid' : 'valid');

const isOver = (row: ComplaintLine) =>
  [row.resolved, row.told, row.closed, row.calledBack, row.callbackResult].some(Boolean) ||
  (!row.tellsEnd && row.result !== undefined);

const isClosed = (row: ComplaintLine) =>
  [row.closed, row.calledBack, row.callbackResult].some(Boolean) ||
  ['closed', 'awaited', 'invalid'].includes(row.state ?? '') ||
  !(row.state === 'resolved' || row.tellsClosing);

const NOT_SETTLED = misused(
  'not_resolved',
  w('已办完却没有处理时间', 'settled, yet without the time of it'),
);
const OPEN_YET_SETTLED = misused(
  'state_contradicts',
  w('状态是未完，却有处理、结案或回访', 'under way, yet settled, closed or called back'),
);
