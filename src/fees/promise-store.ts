import type { Ledger } from '../ledger/ledger.ts';
import { where } from '../ledger/where.ts';
import type { Moment } from '../lib/moment.ts';
import type { FollowedPromise, PaymentPromise } from './model.ts';

/** Of one unit, or of all. */
export const openPromises = (ledger: Ledger, unitId?: number): FollowedPromise[] =>
  promises(ledger, 'd.ending IS NULL', unitId);

export const metPromises = (ledger: Ledger, unitId: number): FollowedPromise[] =>
  promises(ledger, "d.ending = 'met'", unitId);

function promises(ledger: Ledger, ending: string, unitId?: number): FollowedPromise[] {
  const { sql, values } = where(
    [`d.kind = 'fee.promise' AND ${ending}`],
    unitId === undefined ? undefined : ['n.unit_id = ?', unitId],
  );
  return ledger
    .prepare<unknown[], FollowedPromise>(
      `SELECT n.id, n.no, n.unit_id AS unitId, n.debtor, n.debtor_id AS debtorId,
         n.subscription_id AS subscriptionId, n.newest_due_on AS newestDueOn,
         n.contacted_at AS contactedAt, d.due_at AS dueAt
       FROM contacts AS n JOIN deadlines AS d ON d.subject = n.no ${sql}`,
    )
    .all(...values);
}

/** What each of these promises leaves unpaid at a moment of its own, by the contact's id. */
export function leftOf(
  ledger: Ledger,
  promises: readonly (PaymentPromise & { until: Moment })[],
): Map<number, number> {
  const rows = ledger
    .prepare<[string], { id: number; leftFen: number }>(
      `SELECT json_extract(p.value, '$.id') AS id,
         coalesce((SELECT sum(c.amount_fen - coalesce((SELECT sum(s.amount_fen)
             FROM settlements AS s WHERE s.charge_id = c.id
             AND s.settled_at <= json_extract(p.value, '$.until')), 0))
           FROM charges AS c
           WHERE c.unit_id = json_extract(p.value, '$.unitId')
             AND c.due_on <= json_extract(p.value, '$.newestDueOn')
             AND c.billed_at <= json_extract(p.value, '$.contactedAt')
             AND c.debtor = json_extract(p.value, '$.debtor')
             AND (c.debtor_id IS json_extract(p.value, '$.debtorId')
               OR c.debtor = 'owner' AND c.debtor_id IS NULL)
             AND CASE c.debtor WHEN 'party' THEN c.subscription_id END
               IS json_extract(p.value, '$.subscriptionId')), 0) AS leftFen
       FROM json_each(?) AS p`,
    )
    .all(JSON.stringify(promises));
  return new Map(rows.map(({ id, leftFen }) => [id, leftFen]));
}
