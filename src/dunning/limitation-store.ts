import { SETTLED_BY } from '../ledger/charge-sql.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { where } from '../ledger/where.ts';
import type { Day } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import { DEBT_COLUMNS, type DebtRow } from './debt-store.ts';
import type { Contact } from './model.ts';

export interface OldFilter {
  /** Due on this day or earlier. */
  dueTo: Day;
  /** Due on this day or later. */
  dueFrom?: Day | undefined;
  /** Billed and settled by then. */
  at: Moment;
  /** Of these units, or these charges, alone. */
  unitIds?: readonly number[] | undefined;
  ids?: readonly number[] | undefined;
}

export type OldCharge = DebtRow & { unit: string };

/** Charges of which something is still owed, in the order of the estate. */
export function oldCharges(
  ledger: Ledger,
  { dueTo, dueFrom, at, unitIds, ids }: OldFilter,
): OldCharge[] {
  const { sql, values } = where(
    ['c.due_on <= ?', dueTo],
    dueFrom === undefined ? undefined : ['c.due_on >= ?', dueFrom],
    ['c.billed_at <= ?', at],
    unitIds === undefined && ids === undefined
      ? undefined
      : [
          'u.id IN (SELECT value FROM json_each(?)) OR c.id IN (SELECT value FROM json_each(?))',
          JSON.stringify(unitIds ?? []),
          JSON.stringify(ids ?? []),
        ],
    [`c.amount_fen > ${SETTLED_BY}`, at],
  );
  return ledger
    .prepare<unknown[], OldCharge>(
      `SELECT u.code AS unit, ${DEBT_COLUMNS}
       FROM units AS u CROSS JOIN charges AS c ON c.unit_id = u.id ${sql}
       ORDER BY u.sort_key, c.due_on, c.id`,
    )
    .all(at, ...values);
}

/** Whether anything at all was due before a day; soon said where nothing was. */
export const isAnyDueBefore = (ledger: Ledger, day: Day): boolean =>
  ledger
    .prepare(
      `SELECT 1 FROM units AS u
       WHERE EXISTS (SELECT 1 FROM charges AS c WHERE c.unit_id = u.id AND c.due_on < ?) LIMIT 1`,
    )
    .get(day) !== undefined;

/** Units of which something started the limitation anew in this time. */
export const unitsAsked = (ledger: Ledger, from: Day, until: Day): number[] =>
  ledger
    .prepare<[Day, Day], { unitId: number }>(
      `SELECT DISTINCT unit_id AS unitId FROM contacts
       WHERE effective_on >= ? AND effective_on <= ?`,
    )
    .all(from, until)
    .map(({ unitId }) => unitId);

/** Charges due before a day to which money was put that came in within this time. */
export const chargesPaid = (
  ledger: Ledger,
  dueBefore: Day,
  from: Moment,
  until: Moment,
): number[] =>
  ledger
    .prepare<[Moment, Moment, Day], { id: number }>(
      `SELECT DISTINCT c.id FROM units AS u
       CROSS JOIN receipts AS r ON r.unit_id = u.id AND r.received_at >= ? AND r.received_at <= ?
       CROSS JOIN settlements AS s ON s.receipt_id = r.id
       CROSS JOIN charges AS c ON c.id = s.charge_id AND c.due_on < ?`,
    )
    .all(from, until, dueBefore)
    .map(({ id }) => id);

/** A contact as far as it may start the limitation anew. */
export type Asking = Pick<
  Contact,
  'unitId' | 'debtor' | 'debtorId' | 'subscriptionId' | 'way' | 'result' | 'tracking'
> &
  Pick<Contact, 'newestDueOn' | 'contactedAt' | 'effectiveOn' | 'promiseOn'>;

/** All contacts of these units, in the order in which they were made: one may say that another came back. */
export const contactsOf = (ledger: Ledger, unitIds: readonly number[], at: Moment): Asking[] =>
  ledger
    .prepare<[string, Moment], Asking>(
      `SELECT unit_id AS unitId, debtor, debtor_id AS debtorId, subscription_id AS subscriptionId,
         way, result, tracking, newest_due_on AS newestDueOn, contacted_at AS contactedAt,
         effective_on AS effectiveOn, promise_on AS promiseOn
       FROM contacts WHERE unit_id IN (SELECT value FROM json_each(?)) AND contacted_at <= ?
       ORDER BY contacted_at, id`,
    )
    .all(JSON.stringify(unitIds), at);

/** A part payment of a charge: when its money came in, however much later it was put to the charge. */
export interface PartPayment {
  chargeId: number;
  paidAt: Moment;
}

/** Without what was taken back. */
export const partPayments = (
  ledger: Ledger,
  chargeIds: readonly number[],
  at: Moment,
): PartPayment[] =>
  ledger
    .prepare<[string, Moment, Moment], PartPayment>(
      `SELECT s.charge_id AS chargeId, min(coalesce(r.received_at, s.settled_at), s.settled_at) AS paidAt
       FROM settlements AS s LEFT JOIN receipts AS r ON r.id = s.receipt_id
       WHERE s.charge_id IN (SELECT value FROM json_each(?))
         AND s.kind = 'payment' AND s.amount_fen > 0 AND s.settled_at <= ?
         AND NOT EXISTS (SELECT 1 FROM receipts AS b
           WHERE b.reverses_id = s.receipt_id AND b.received_at <= ?)`,
    )
    .all(JSON.stringify(chargeIds), at, at);
