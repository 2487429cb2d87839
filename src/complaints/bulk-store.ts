import type { Ledger } from '../ledger/ledger.ts';
import type { Complaint } from './model.ts';
import type { NewComplaint } from './store.ts';

/** A complaint of the past as it is written: all that became of it at once. */
export interface PastComplaint
  extends Omit<NewComplaint, 'askedUntilAt' | 'harmAtReception' | 'about' | 'recurring'>,
    Pick<
      Complaint,
      | 'formerNo'
      | 'state'
      | 'assigneeId'
      | 'verifiedAt'
      | 'facts'
      | 'repliedAt'
      | 'resolvedAt'
      | 'result'
      | 'toldAt'
      | 'closedAt'
      | 'callbackAt'
      | 'callbackResult'
      | 'callbackSignerId'
    > {}

export function insert(ledger: Ledger, it: PastComplaint): void {
  ledger
    .prepare(
      `INSERT INTO complaints (no, former_no, unit_id, place, caller, phone, text, channel, grade,
         nature, category, against, against_person, happened_at, wants, harm_at_reception, state,
         received_at, received_by, assigned_to, verified_at, facts, replied_at, resolved_at, result,
         told_at, closed_at, callback_at, callback_result, callback_signer_id)
       VALUES (@no, @formerNo, @unitId, @place, @caller, @phone, @text, @channel, @grade, @nature,
         @category, @against, @againstPerson, @happenedAt, @wants, 0, @state, @receivedAt,
         @receivedById, @assigneeId, @verifiedAt, @facts, @repliedAt, @resolvedAt, @result, @toldAt,
         @closedAt, @callbackAt, @callbackResult, @callbackSignerId)`,
    )
    .run(it);
}

/** A complaint of the ledger, as far as an old list may speak of it. */
export type StoredComplaint = Pick<
  Complaint,
  | 'no'
  | 'unit'
  | 'place'
  | 'caller'
  | 'phone'
  | 'text'
  | 'state'
  | 'receivedAt'
  | 'repliedAt'
  | 'resolvedAt'
  | 'result'
  | 'toldAt'
  | 'closedAt'
  | 'callbackAt'
  | 'callbackResult'
> & { formerNo: string | null };

export const all = (ledger: Ledger): StoredComplaint[] =>
  ledger
    .prepare<[], StoredComplaint>(
      `SELECT c.no, c.former_no AS formerNo, u.code AS unit, c.place, c.caller, c.phone, c.text,
         c.state, c.received_at AS receivedAt, c.replied_at AS repliedAt,
         c.resolved_at AS resolvedAt, c.result, c.told_at AS toldAt, c.closed_at AS closedAt,
         c.callback_at AS callbackAt, c.callback_result AS callbackResult
       FROM complaints AS c LEFT JOIN units AS u ON u.id = c.unit_id`,
    )
    .all();
