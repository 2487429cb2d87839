import type { Ledger } from '../ledger/ledger.ts';
import type { Ticket } from './model.ts';

/** A repair of the past as it is written: all that became of it at once. */
export interface PastTicket
  extends Omit<Ticket, 'unit' | 'assignedTo' | 'slipTaken' | 'repeats' | 'defectOf' | 'acceptAt'> {
  formerNo: string | null;
  unitId: number | null;
}

export function insert(ledger: Ledger, it: PastTicket): void {
  ledger
    .prepare(
      `INSERT INTO tickets (no, former_no, unit_id, place, item, system, part, damage, caller, phone,
         category, urgent, charge, appointment_at, state, assigned_to, opened_at, opened_by,
         arrived_at, finished_at, work, cost_fen, leak_tested_at, closed_at, signed_by, satisfied,
         cancelled_at, callback_at, callback_result, callback_quality, callback_attitude)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
         ?, ?)`,
    )
    .run(
      it.no,
      it.formerNo,
      it.unitId,
      it.place,
      it.item,
      it.system,
      it.part,
      it.damage,
      it.caller,
      it.phone,
      it.category,
      it.urgent ? 1 : 0,
      it.charge,
      it.appointmentAt,
      it.state,
      it.assigneeId,
      it.openedAt,
      it.openedById,
      it.arrivedAt,
      it.finishedAt,
      it.work,
      it.costFen,
      it.leakTestedAt,
      it.closedAt,
      it.signedBy,
      it.satisfied === null ? null : Number(it.satisfied),
      it.cancelledAt,
      it.callbackAt,
      it.callbackResult,
      it.callbackQuality,
      it.callbackAttitude,
    );
}

/** A repair of the ledger, as far as an old list may speak of it. */
export type StoredTicket = Pick<
  Ticket,
  | 'no'
  | 'unit'
  | 'place'
  | 'item'
  | 'caller'
  | 'phone'
  | 'state'
  | 'openedAt'
  | 'arrivedAt'
  | 'finishedAt'
  | 'work'
  | 'costFen'
  | 'closedAt'
  | 'signedBy'
  | 'cancelledAt'
  | 'callbackAt'
  | 'callbackResult'
> & { formerNo: string | null };

export const all = (ledger: Ledger): StoredTicket[] =>
  ledger
    .prepare<[], StoredTicket>(
      `SELECT t.no, t.former_no AS formerNo, u.code AS unit, t.place, t.item, t.caller, t.phone,
         t.state, t.opened_at AS openedAt, t.arrived_at AS arrivedAt, t.finished_at AS finishedAt,
         t.work, t.cost_fen AS costFen, t.closed_at AS closedAt, t.signed_by AS signedBy,
         t.cancelled_at AS cancelledAt, t.callback_at AS callbackAt,
         t.callback_result AS callbackResult
       FROM tickets AS t LEFT JOIN units AS u ON u.id = t.unit_id`,
    )
    .all();
