import { notReversed } from '../ledger/charge-sql.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { where } from '../ledger/where.ts';
import type { Day } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import type { Overdue } from './model.ts';

export interface OverdueQuery {
  /** Keys of the tariffs that know a penalty. */
  tariffs: readonly string[];
  asOf: Day;
  /** The end of that day. */
  asOfEnd: Moment;
  building?: string | undefined;
  unitId?: number | undefined;
}

/** Charges, no penalties themselves, of which something was owed at the end of the day; oldest due first. */
export function overdue(ledger: Ledger, asked: OverdueQuery): Overdue[] {
  const { tariffs, asOf, asOfEnd, building, unitId } = asked;
  const conditions = where(
    ['c.tariff IN (SELECT value FROM json_each(?))', JSON.stringify(tariffs)],
    ['c.due_on < ?', asOf],
    ['c.billed_at <= ?', asOfEnd],
    ['c.penalty_of IS NULL'],
    unitId === undefined ? undefined : ['c.unit_id = ?', unitId],
    building === undefined ? undefined : ['u.building = ?', building],
  );
  return ledger
    .prepare<unknown[], Overdue>(
      `SELECT * FROM (
         SELECT c.id, c.unit_id AS unitId, u.code AS unit, c.tariff, c.amount_fen AS amountFen,
           c.due_on AS dueOn, c.debtor, c.debtor_id AS debtorId,
           c.subscription_id AS subscriptionId, u.sort_key,
           c.amount_fen - coalesce((SELECT sum(amount_fen) FROM settlements
             WHERE charge_id = c.id AND settled_at <= ?), 0) AS outstandingFen,
           coalesce((SELECT sum(p.amount_fen) FROM charges AS p
             WHERE p.penalty_of = c.id AND ${notReversed('p')}), 0) AS bookedFen
         FROM charges AS c JOIN units AS u ON u.id = c.unit_id ${conditions.sql})
       WHERE outstandingFen > 0 ORDER BY sort_key, dueOn, id`,
    )
    .all(asOfEnd, ...conditions.values);
}

export interface SettledAmount {
  chargeId: number;
  settledAt: Moment;
  amountFen: number;
}

/** What lessened these charges, up to a moment, in order. */
export const settledOf = (
  ledger: Ledger,
  chargeIds: readonly number[],
  until: Moment,
): SettledAmount[] =>
  ledger
    .prepare<[string, string], SettledAmount>(
      `SELECT charge_id AS chargeId, settled_at AS settledAt, amount_fen AS amountFen
       FROM settlements
       WHERE charge_id IN (SELECT value FROM json_each(?)) AND settled_at <= ?
       ORDER BY charge_id, settled_at, id`,
    )
    .all(JSON.stringify(chargeIds), until);
