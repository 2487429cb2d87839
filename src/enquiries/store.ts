import type { Ledger } from '../ledger/ledger.ts';
import { updateByNumber } from '../ledger/update.ts';
import { where } from '../ledger/where.ts';
import type { Moment } from '../lib/moment.ts';
import type { Enquiry, State } from './model.ts';

const SELECT = `SELECT e.no, e.channel, e.kind, e.who, e.phone, u.code AS unit, e.text, e.state,
    coalesce(s.name, e.passed_to) AS passedTo, e.promised_at AS promisedAt, e.answer,
    e.received_at AS receivedAt, e.answered_at AS answeredAt, e.closed_at AS closedAt
  FROM enquiries AS e
  LEFT JOIN units AS u ON u.id = e.unit_id
  LEFT JOIN staff AS s ON s.id = e.passed_to_id`;

/** Who it was passed on to: one of the staff, or the key of a role or a name; or nobody. */
export interface Recipient {
  passedToId: number | null;
  passedTo: string | null;
}

export type NewEnquiry = Omit<Enquiry, 'unit' | 'passedTo'> &
  Recipient & { unitId: number | null; receivedById: number };

export function insert(ledger: Ledger, it: NewEnquiry): void {
  ledger
    .prepare(
      `INSERT INTO enquiries (no, channel, kind, who, phone, unit_id, text, state, passed_to,
         passed_to_id, promised_at, answer, received_at, received_by, answered_at, closed_at)
       VALUES (@no, @channel, @kind, @who, @phone, @unitId, @text, @state, @passedTo,
         @passedToId, @promisedAt, @answer, @receivedAt, @receivedById, @answeredAt, @closedAt)`,
    )
    .run(it);
}

const COLUMN_OF = {
  state: 'state',
  passedTo: 'passed_to',
  passedToId: 'passed_to_id',
  promisedAt: 'promised_at',
  answer: 'answer',
  answeredAt: 'answered_at',
  closedAt: 'closed_at',
} as const;

export type Change = Partial<Pick<NewEnquiry, keyof typeof COLUMN_OF>>;

export const update = (ledger: Ledger, no: string, change: Change): void =>
  updateByNumber(ledger, 'enquiries', COLUMN_OF, no, change);

export const byNumber = (ledger: Ledger, no: string): Enquiry | undefined =>
  ledger.prepare<[string], Enquiry>(`${SELECT} WHERE e.no = ?`).get(no);

export interface Filter {
  state: State | null;
  unitId: number | null;
  receivedFrom: Moment | null;
  receivedTo: Moment | null;
}

/** Oldest first; only the conditions that are asked for, so that their indexes are used. */
export function list(ledger: Ledger, filter: Filter): Enquiry[] {
  const { state, unitId, receivedFrom, receivedTo } = filter;
  const chosen = where(
    state ? [`e.state = '${state}'`] : undefined,
    unitId === null ? undefined : ['e.unit_id = ?', unitId],
    receivedFrom ? ['e.received_at >= ?', receivedFrom] : undefined,
    receivedTo ? ['e.received_at <= ?', receivedTo] : undefined,
  );
  return ledger
    .prepare<unknown[], Enquiry>(`${SELECT} ${chosen.sql} ORDER BY e.received_at, e.id`)
    .all(...chosen.values);
}
