import { SETTLED_BY } from '../ledger/charge-sql.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { where } from '../ledger/where.ts';
import type { Day } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import type { DebtorKey } from './model.ts';

export interface DebtFilter {
  /** Due before this day. */
  asOf: Day;
  /** Billed and settled by then. */
  at: Moment;
  building?: string | undefined;
  unitId?: number | undefined;
}

/** A charge of which something is owed, as it is stored. */
export interface DebtRow {
  id: number;
  unitId: number;
  tariff: string;
  periodStart: Day;
  periodEnd: Day;
  dueOn: Day;
  billedAt: Moment;
  debtor: DebtorKey['debtor'];
  debtorId: number | null;
  /** Only where it is a lessee's. */
  subscriptionId: number | null;
  outstandingFen: number;
}

/** The columns of a `DebtRow` of the charge `c`, with what was settled by a moment: one value to bind. */
export const DEBT_COLUMNS = `c.id, c.unit_id AS unitId, c.tariff, c.period_start AS periodStart,
  c.period_end AS periodEnd, c.due_on AS dueOn, c.billed_at AS billedAt, c.debtor,
  c.debtor_id AS debtorId, CASE c.debtor WHEN 'party' THEN c.subscription_id END AS subscriptionId,
  c.amount_fen - ${SETTLED_BY} AS outstandingFen`;

/**
 * What was overdue on a day, unit by unit in the order of the estate, the oldest due first. Of the whole
 * estate all charges are read once from the first to the last, which is faster than unit by unit.
 */
export function overdue(ledger: Ledger, { asOf, at, building, unitId }: DebtFilter): DebtRow[] {
  const { sql, values } = where(
    ['c.due_on < ?', asOf],
    ['c.billed_at <= ?', at],
    building === undefined
      ? undefined
      : ['c.unit_id IN (SELECT id FROM units WHERE building = ?)', building],
    unitId === undefined ? undefined : ['c.unit_id = ?', unitId],
    [`c.amount_fen > ${SETTLED_BY}`, at],
  );
  const isWhole = building === undefined && unitId === undefined;
  return ledger
    .prepare<unknown[], DebtRow>(
      `SELECT o.* FROM (
         SELECT ${DEBT_COLUMNS} FROM charges AS c ${isWhole ? 'NOT INDEXED' : ''} ${sql}) AS o
       JOIN units AS u ON u.id = o.unitId
       ORDER BY u.sort_key, o.dueOn, o.id`,
    )
    .all(at, ...values);
}

export const codesOf = (ledger: Ledger, unitIds: readonly number[]): Map<number, string> =>
  new Map(
    ledger
      .prepare<[string], { id: number; code: string }>(
        'SELECT id, code FROM units WHERE id IN (SELECT value FROM json_each(?))',
      )
      .all(JSON.stringify(unitIds))
      .map(({ id, code }) => [id, code]),
  );

/** Of these charges those of which something is still owed by then. */
export const stillOwed = (ledger: Ledger, ids: readonly number[], at: Moment): Set<number> =>
  new Set(
    ledger
      .prepare<[string, Moment], { id: number }>(
        `SELECT c.id FROM charges AS c WHERE c.id IN (SELECT value FROM json_each(?))
         AND c.amount_fen > ${SETTLED_BY}`,
      )
      .all(JSON.stringify(ids), at)
      .map(({ id }) => id),
  );

/** The lessees of these agreements, by the agreement. */
export const parties = (ledger: Ledger, ids: readonly number[]): Map<number, string | null> =>
  new Map(
    ledger
      .prepare<[string], { id: number; party: string | null }>(
        'SELECT id, party FROM subscriptions WHERE id IN (SELECT value FROM json_each(?))',
      )
      .all(JSON.stringify(ids))
      .map(({ id, party }) => [id, party]),
  );

export interface StayRow {
  unitId: number;
  personId: number;
  role: string;
}

/** Who is registered in these units on a day, in the order in which they were registered. */
export const staysOn = (ledger: Ledger, unitIds: readonly number[], day: Day): StayRow[] =>
  ledger
    .prepare<[string, Day, Day], StayRow>(
      `SELECT unit_id AS unitId, person_id AS personId, role FROM residents
       WHERE unit_id IN (SELECT value FROM json_each(?))
         AND (from_on IS NULL OR from_on <= ?) AND (until_on IS NULL OR until_on >= ?)
       ORDER BY id`,
    )
    .all(JSON.stringify(unitIds), day, day);

/** Units to which one of these agreements applies on a day. */
export const agreedOn = (ledger: Ledger, agreements: readonly string[], day: Day): Set<number> =>
  new Set(
    ledger
      .prepare<[string, Day, Day], { unitId: number }>(
        `SELECT unit_id AS unitId FROM subscriptions
         WHERE tariff IN (SELECT value FROM json_each(?))
           AND from_on <= ? AND (until_on IS NULL OR until_on >= ?)`,
      )
      .all(JSON.stringify(agreements), day, day)
      .map(({ unitId }) => unitId),
  );

/** Units for which a collection at the door is agreed for that day or later, with its last time. */
export const appointed = (ledger: Ledger, from: Moment, at: Moment): Map<number, Moment> =>
  new Map(
    ledger
      .prepare<[Moment, Moment], { unitId: number; collectAt: Moment }>(
        `SELECT unit_id AS unitId, max(collect_at) AS collectAt FROM receipts
         WHERE collect_at >= ? AND issued_at <= ? AND received_at IS NULL AND voided_at IS NULL
         GROUP BY unit_id`,
      )
      .all(from, at)
      .map(({ unitId, collectAt }) => [unitId, collectAt]),
  );
