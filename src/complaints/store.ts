import type { Ledger } from '../ledger/ledger.ts';
import { updateByNumber } from '../ledger/update.ts';
import { where } from '../ledger/where.ts';
import type { Moment } from '../lib/moment.ts';
import type { Against, Complaint, Grade, Measure, State } from './model.ts';

const SELECT = `SELECT c.no, c.former_no AS formerNo, u.code AS unit, c.place, c.caller, c.phone, c.text,
    c.channel, c.grade, c.nature, c.category, c.against, c.against_person AS againstPerson,
    c.happened_at AS happenedAt, c.wants, c.asked_until_at AS askedUntilAt,
    c.harm_at_reception AS harmAtReception, c.harm_stopped_at AS harmStoppedAt, c.about, c.state,
    c.received_at AS receivedAt, c.received_by AS receivedById, s.name AS assignedTo,
    c.assigned_to AS assigneeId, c.verified_at AS verifiedAt, c.facts, c.replied_at AS repliedAt,
    c.resolved_at AS resolvedAt, c.result, c.told_at AS toldAt, c.closed_at AS closedAt,
    c.callback_at AS callbackAt, c.callback_result AS callbackResult,
    h.name AS callbackSignedBy, c.callback_signer_id AS callbackSignerId,
    c.reopened_at AS reopenedAt, c.repeats, c.recurring
  FROM complaints AS c
  LEFT JOIN units AS u ON u.id = c.unit_id
  LEFT JOIN staff AS s ON s.id = c.assigned_to
  LEFT JOIN staff AS h ON h.id = c.callback_signer_id`;

type Row = Omit<Complaint, 'harmAtReception' | 'measures'> & { harmAtReception: 0 | 1 };

function toComplaints(ledger: Ledger, rows: readonly Row[]): Complaint[] {
  const measures = measuresOf(
    ledger,
    rows.map(({ no }) => no),
  );
  return rows.map((row) => ({
    ...row,
    harmAtReception: row.harmAtReception === 1,
    measures: measures.get(row.no) ?? [],
  }));
}

function measuresOf(ledger: Ledger, nos: readonly string[]): ReadonlyMap<string, Measure[]> {
  const byNumber = new Map<string, Measure[]>(nos.map((no) => [no, []]));
  const rows = ledger
    .prepare<[string], Measure & { no: string }>(
      `SELECT c.no, m.part, m.kind, m.text, m.cost_fen AS costFen, s.name AS owner,
         m.owner_id AS ownerId, m.until_on AS untilOn, m.done_at AS doneAt
       FROM json_each(?) AS wanted
       JOIN complaints AS c ON c.no = wanted.value
       JOIN complaint_measures AS m ON m.complaint_id = c.id
       LEFT JOIN staff AS s ON s.id = m.owner_id
       ORDER BY c.id, m.part`,
    )
    .all(JSON.stringify(nos));
  for (const { no, ...measure } of rows) {
    byNumber.get(no)?.push(measure);
  }
  return byNumber;
}

/** Columns of a new complaint; all else is not known yet. */
export interface NewComplaint
  extends Pick<
    Complaint,
    | 'no'
    | 'place'
    | 'caller'
    | 'phone'
    | 'text'
    | 'channel'
    | 'grade'
    | 'nature'
    | 'category'
    | 'against'
    | 'againstPerson'
    | 'happenedAt'
    | 'wants'
    | 'askedUntilAt'
    | 'harmAtReception'
    | 'about'
    | 'receivedAt'
    | 'receivedById'
    | 'recurring'
  > {
  unitId: number | null;
}

export function insert(ledger: Ledger, it: NewComplaint): void {
  ledger
    .prepare(
      `INSERT INTO complaints (no, unit_id, place, caller, phone, text, channel, grade,
         nature, category, against, against_person, happened_at, wants, asked_until_at,
         harm_at_reception, about, state, received_at, received_by, recurring)
       VALUES (@no, @unitId, @place, @caller, @phone, @text, @channel, @grade, @nature,
         @category, @against, @againstPerson, @happenedAt, @wants, @askedUntilAt, @harmAtReception,
         @about, 'open', @receivedAt, @receivedById, @recurring)`,
    )
    .run({ ...it, harmAtReception: it.harmAtReception ? 1 : 0 });
}

const COLUMN_OF = {
  grade: 'grade',
  nature: 'nature',
  category: 'category',
  against: 'against',
  harmStoppedAt: 'harm_stopped_at',
  state: 'state',
  assigneeId: 'assigned_to',
  verifiedAt: 'verified_at',
  facts: 'facts',
  repliedAt: 'replied_at',
  resolvedAt: 'resolved_at',
  result: 'result',
  toldAt: 'told_at',
  closedAt: 'closed_at',
  callbackAt: 'callback_at',
  callbackResult: 'callback_result',
  callbackSignerId: 'callback_signer_id',
  reopenedAt: 'reopened_at',
  repeats: 'repeats',
  recurring: 'recurring',
} as const;

export type Change = Partial<Pick<Complaint, keyof typeof COLUMN_OF>>;

export const update = (ledger: Ledger, no: string, change: Change): void =>
  updateByNumber(ledger, 'complaints', COLUMN_OF, no, change);

export function insertMeasure(ledger: Ledger, no: string, it: Omit<Measure, 'owner'>): void {
  ledger
    .prepare(
      `INSERT INTO complaint_measures
         (complaint_id, part, kind, text, cost_fen, owner_id, until_on, done_at)
       SELECT id, @part, @kind, @text, @costFen, @ownerId, @untilOn, @doneAt
       FROM complaints WHERE no = @no`,
    )
    .run({ ...it, no });
}

export function finishMeasure(ledger: Ledger, no: string, part: number, at: Moment): void {
  ledger
    .prepare(
      `UPDATE complaint_measures SET done_at = ?
       WHERE part = ? AND complaint_id = (SELECT id FROM complaints WHERE no = ?)`,
    )
    .run(at, part, no);
}

export function byNumber(ledger: Ledger, no: string): Complaint | undefined {
  const row = ledger.prepare<[string], Row>(`${SELECT} WHERE c.no = ?`).get(no);
  return row && toComplaints(ledger, [row])[0];
}

export interface Filter {
  states: readonly State[] | null;
  /** Only these. */
  nos: readonly string[] | null;
  grade: Grade | null;
  category: string | null;
  against: Against | null;
  unitId: number | null;
  receivedFrom: Moment | null;
  receivedTo: Moment | null;
}

/** Oldest first; only the conditions that are asked for, so that their indexes are used. */
export function list(ledger: Ledger, filter: Filter): Complaint[] {
  const { states, nos, grade, category, against, unitId, receivedFrom, receivedTo } = filter;
  const chosen = where(
    states ? [`c.state IN (${states.map((state) => `'${state}'`).join(', ')})`] : undefined,
    nos ? ['c.no IN (SELECT value FROM json_each(?))', JSON.stringify(nos)] : undefined,
    grade ? ['c.grade = ?', grade] : undefined,
    category === null ? undefined : ['c.category = ?', category],
    against ? ['c.against = ?', against] : undefined,
    unitId === null ? undefined : ['c.unit_id = ?', unitId],
    receivedFrom ? ['c.received_at >= ?', receivedFrom] : undefined,
    receivedTo ? ['c.received_at <= ?', receivedTo] : undefined,
  );
  const rows = ledger
    .prepare<unknown[], Row>(`${SELECT} ${chosen.sql} ORDER BY c.received_at, c.id`)
    .all(...chosen.values);
  return toComplaints(ledger, rows);
}

const SEARCHED = ['text', 'result', 'facts', 'wants', 'caller', 'against_person', 'place'] as const;

/** Those that hold this text, in lower case, anywhere in their words; newest first. */
export function search(ledger: Ledger, term: string, most: number): Complaint[] {
  const held = SEARCHED.map((column) => `instr(lower(c.${column}), @term)`).join(' OR ');
  const rows = ledger
    .prepare<[object], Row>(
      `${SELECT} WHERE ${held} ORDER BY c.received_at DESC, c.id DESC LIMIT @most`,
    )
    .all({ term, most });
  return toComplaints(ledger, rows);
}

/** A complaint as it is compared with others. */
export interface Alike extends Pick<Complaint, 'no' | 'unit' | 'category' | 'receivedAt'> {
  recurring: Complaint['recurring'];
}

/** Received from one moment to another, of one unit or category where it is asked for; oldest first. */
export function received(
  ledger: Ledger,
  span: { from: Moment; to: Moment; unitId?: number; category?: string },
): Alike[] {
  const chosen = where(
    ['c.received_at >= ?', span.from],
    ['c.received_at <= ?', span.to],
    span.unitId === undefined ? undefined : ['c.unit_id = ?', span.unitId],
    span.category === undefined ? undefined : ['c.category = ?', span.category],
  );
  return ledger
    .prepare<unknown[], Alike>(
      `SELECT c.no, u.code AS unit, c.category, c.received_at AS receivedAt, c.recurring
       FROM complaints AS c LEFT JOIN units AS u ON u.id = c.unit_id
       ${chosen.sql} ORDER BY c.received_at, c.id`,
    )
    .all(...chosen.values);
}
