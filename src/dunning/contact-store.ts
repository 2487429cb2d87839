import type { Ledger } from '../ledger/ledger.ts';
import { where } from '../ledger/where.ts';
import type { Moment } from '../lib/moment.ts';
import type { Contact } from './model.ts';

const SELECT = `SELECT n.id, n.no, n.unit_id AS unitId, u.code AS unit, n.debtor,
    n.debtor_id AS debtorId, n.subscription_id AS subscriptionId,
    CASE n.debtor WHEN 'party' THEN b.party ELSE p.name END AS debtorName, n.stage, n.way, n.result,
    n.promise_on AS promiseOn, n.tracking, n.delivered_on AS deliveredOn, n.signed_by AS signedBy,
    n.relation, n.reason, n.amount_fen AS amountFen, n.oldest_due_on AS oldestDueOn,
    n.newest_due_on AS newestDueOn, n.effective_on AS effectiveOn, n.approved_by AS approvedById,
    a.name AS approvedBy, n.contacted_at AS contactedAt, s.name AS contactedBy
  FROM contacts AS n
  JOIN units AS u ON u.id = n.unit_id
  JOIN staff AS s ON s.id = n.contacted_by
  LEFT JOIN people AS p ON p.id = n.debtor_id
  LEFT JOIN subscriptions AS b ON b.id = n.subscription_id
  LEFT JOIN staff AS a ON a.id = n.approved_by`;

export type NewContact = Omit<
  Contact,
  'id' | 'unit' | 'debtorName' | 'approvedBy' | 'contactedBy'
> & { contactedById: number };

export function insert(ledger: Ledger, it: NewContact): void {
  ledger
    .prepare(
      `INSERT INTO contacts (no, unit_id, debtor, debtor_id, subscription_id, stage, way, result,
         promise_on, tracking, delivered_on, signed_by, relation, reason, amount_fen, oldest_due_on,
         newest_due_on, effective_on, approved_by, contacted_at, contacted_by)
       VALUES (@no, @unitId, @debtor, @debtorId, @subscriptionId, @stage, @way, @result,
         @promiseOn, @tracking, @deliveredOn, @signedBy, @relation, @reason, @amountFen,
         @oldestDueOn, @newestDueOn, @effectiveOn, @approvedById, @contactedAt, @contactedById)`,
    )
    .run(it);
}

export const byNumber = (ledger: Ledger, no: string): Contact | undefined =>
  ledger.prepare<[string], Contact>(`${SELECT} WHERE n.no = ?`).get(no);

export interface ContactFilter {
  unitId?: number | undefined;
  /** Made at this moment or later, or earlier. */
  from?: Moment | undefined;
  to?: Moment | undefined;
}

/** In the order in which they were made. */
export function list(ledger: Ledger, { unitId, from, to }: ContactFilter): Contact[] {
  const { sql, values } = where(
    unitId === undefined ? undefined : ['n.unit_id = ?', unitId],
    from === undefined ? undefined : ['n.contacted_at >= ?', from],
    to === undefined ? undefined : ['n.contacted_at <= ?', to],
  );
  return ledger
    .prepare<unknown[], Contact>(`${SELECT} ${sql} ORDER BY n.contacted_at, n.id`)
    .all(...values);
}

/** Those of some units up to a moment, in the order in which they were made. */
export const ofUnits = (ledger: Ledger, unitIds: readonly number[], at: Moment): Contact[] =>
  ledger
    .prepare<[string, Moment], Contact>(
      `${SELECT} WHERE n.unit_id IN (SELECT value FROM json_each(?)) AND n.contacted_at <= ?
       ORDER BY n.contacted_at, n.id`,
    )
    .all(JSON.stringify(unitIds), at);
