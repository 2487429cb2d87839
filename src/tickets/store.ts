import type { Ledger } from '../ledger/ledger.ts';
import { updateByNumber } from '../ledger/update.ts';
import { where } from '../ledger/where.ts';
import type { Moment } from '../lib/moment.ts';
import type { State, Ticket } from './model.ts';

const SELECT = `SELECT t.no, t.former_no AS formerNo, u.code AS unit, t.place, t.item, t.system, t.part, t.damage, t.caller,
    t.phone, t.category, t.urgent, t.charge, t.appointment_at AS appointmentAt,
    t.defect_of AS defectOf, t.accept_at AS acceptAt, t.state,
    s.name AS assignedTo, t.assigned_to AS assigneeId, t.slip_taken AS slipTaken, t.opened_at AS openedAt, t.opened_by AS openedById,
    t.arrived_at AS arrivedAt, t.finished_at AS finishedAt, t.work, t.cost_fen AS costFen,
    t.leak_tested_at AS leakTestedAt, t.closed_at AS closedAt, t.signed_by AS signedBy,
    t.satisfied, t.cancelled_at AS cancelledAt, t.callback_at AS callbackAt,
    t.callback_result AS callbackResult, t.callback_quality AS callbackQuality,
    t.callback_attitude AS callbackAttitude, t.repeats
  FROM tickets AS t
  LEFT JOIN units AS u ON u.id = t.unit_id
  LEFT JOIN staff AS s ON s.id = t.assigned_to`;

type Row = Omit<Ticket, 'urgent' | 'slipTaken' | 'satisfied'> & {
  urgent: 0 | 1;
  slipTaken: 0 | 1;
  satisfied: 0 | 1 | null;
};

const toTicket = (row: Row): Ticket => ({
  ...row,
  urgent: row.urgent === 1,
  slipTaken: row.slipTaken === 1,
  satisfied: row.satisfied === null ? null : row.satisfied === 1,
});

export interface NewTicket
  extends Pick<
    Ticket,
    | 'no'
    | 'place'
    | 'item'
    | 'system'
    | 'part'
    | 'damage'
    | 'caller'
    | 'phone'
    | 'category'
    | 'urgent'
    | 'charge'
    | 'appointmentAt'
    | 'defectOf'
    | 'openedAt'
    | 'openedById'
  > {
  unitId: number | null;
}

export function insert(ledger: Ledger, it: NewTicket): void {
  ledger
    .prepare(
      `INSERT INTO tickets (no, unit_id, place, item, system, part, damage, caller, phone, category,
         urgent, charge, appointment_at, defect_of, state, opened_at, opened_by)
       VALUES (@no, @unitId, @place, @item, @system, @part, @damage, @caller, @phone, @category,
         @urgent, @charge, @appointmentAt, @defectOf, 'open', @openedAt, @openedById)`,
    )
    .run({ ...it, urgent: it.urgent ? 1 : 0 });
}

const COLUMN_OF = {
  state: 'state',
  assigneeId: 'assigned_to',
  slipTaken: 'slip_taken',
  appointmentAt: 'appointment_at',
  arrivedAt: 'arrived_at',
  finishedAt: 'finished_at',
  work: 'work',
  costFen: 'cost_fen',
  leakTestedAt: 'leak_tested_at',
  closedAt: 'closed_at',
  signedBy: 'signed_by',
  acceptAt: 'accept_at',
  satisfied: 'satisfied',
  cancelledAt: 'cancelled_at',
  callbackAt: 'callback_at',
  callbackResult: 'callback_result',
  callbackQuality: 'callback_quality',
  callbackAttitude: 'callback_attitude',
  repeats: 'repeats',
} as const;

export type Change = Partial<Pick<Ticket, keyof typeof COLUMN_OF>>;

export const update = (ledger: Ledger, no: string, change: Change): void =>
  updateByNumber(ledger, 'tickets', COLUMN_OF, no, change);

export function byNumber(ledger: Ledger, no: string): Ticket | undefined {
  const row = ledger.prepare<[string], Row>(`${SELECT} WHERE t.no = ?`).get(no);
  return row && toTicket(row);
}

export interface Filter {
  states: readonly State[] | null;
  /** Only these. */
  nos: readonly string[] | null;
  assigneeId: number | null;
  unitId: number | null;
  /** Only defects found at a move-in; with a number, those of this file. */
  defects: boolean | string;
  openedFrom: Moment | null;
  openedTo: Moment | null;
}

/** Oldest first; only the conditions that are asked for, so that their indexes are used. */
export function list(ledger: Ledger, filter: Filter): Ticket[] {
  const { states, nos, assigneeId, unitId, defects, openedFrom, openedTo } = filter;
  const chosen = where(
    states ? [`t.state IN (${states.map((state) => `'${state}'`).join(', ')})`] : undefined,
    nos ? ['t.no IN (SELECT value FROM json_each(?))', JSON.stringify(nos)] : undefined,
    assigneeId === null ? undefined : ['t.assigned_to = ?', assigneeId],
    unitId === null ? undefined : ['t.unit_id = ?', unitId],
    defects ? ['t.defect_of IS NOT NULL'] : undefined,
    typeof defects === 'string' ? ['t.defect_of = ?', defects] : undefined,
    openedFrom ? ['t.opened_at >= ?', openedFrom] : undefined,
    openedTo ? ['t.opened_at <= ?', openedTo] : undefined,
  );
  return ledger
    .prepare<unknown[], Row>(`${SELECT} ${chosen.sql} ORDER BY t.opened_at, t.id`)
    .all(...chosen.values)
    .map(toTicket);
}
