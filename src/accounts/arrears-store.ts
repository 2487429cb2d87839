import type { Debtor } from '../fees/model.ts';
import { SETTLED_BY } from '../ledger/charge-sql.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Condition } from '../ledger/where.ts';
import { where } from '../ledger/where.ts';
import type { Day } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import type { Bucket } from './model.ts';

export interface ArrearsFilter {
  /** Due before this day. */
  asOf: Day;
  /** Billed, paid, waived and reversed by then. */
  at: Moment;
  building?: string | undefined;
  unitIds?: readonly number[] | undefined;
  tariff?: string | undefined;
}

export interface ArrearsRow {
  unitId: number;
  unit: string;
  building: string;
  handoverOn: Day | null;
  amountFen: number;
  oldestDueOn: Day;
  /** The first and the last month of each period, each pair once. */
  spans: string;
  /** Of each bucket, in their order. */
  bucketsFen: string;
  /** Who owes it, each once: `[kind, person or subscription]`. */
  debtors: string;
  /** The owners of that day: `[person, name]`. */
  owners: string;
}

/**
 * One row for each unit that owes anything, in the order of the estate. All charges are read once from
 * the first to the last, and their settlements with them; those of some units by the index of units.
 */
export function arrears(
  ledger: Ledger,
  { asOf, at, building, unitIds, tariff }: ArrearsFilter,
  buckets: readonly Bucket[],
): ArrearsRow[] {
  const ofUnits: Condition | undefined = unitIds && [
    'c.unit_id IN (SELECT value FROM json_each(?))',
    JSON.stringify(unitIds),
  ];
  const ofBuilding: Condition | undefined =
    building === undefined
      ? undefined
      : ['c.unit_id IN (SELECT id FROM units WHERE building = ?)', building];
  const asked = where(
    ['c.due_on < ?', asOf],
    ['c.billed_at <= ?', at],
    ofUnits,
    ofBuilding,
    tariff === undefined ? undefined : ['c.tariff = ?', tariff],
    [`c.amount_fen > ${SETTLED_BY}`, at],
  );
  const bucketed = buckets.map(
    () => 'coalesce(sum(fen) FILTER (WHERE due_on >= ? AND due_on < ?), 0)',
  );
  const bounds = buckets.flatMap(({ dueFrom }, at) => [
    dueFrom ?? '',
    buckets[at - 1]?.dueFrom ?? asOf,
  ]);
  return ledger
    .prepare<unknown[], ArrearsRow>(
      `SELECT u.id AS unitId, u.code AS unit, u.building, u.handover_on AS handoverOn, g.amountFen,
         g.oldestDueOn, g.spans, g.bucketsFen, g.debtors,
         (SELECT json_group_array(json_array(p.id, p.name) ORDER BY r.id)
          FROM residents AS r JOIN people AS p ON p.id = r.person_id
          WHERE r.unit_id = u.id AND r.role = 'owner' AND (r.from_on IS NULL OR r.from_on <= ?)
            AND (r.until_on IS NULL OR r.until_on >= ?)) AS owners
       FROM (
         SELECT unit_id, sum(fen) AS amountFen, min(due_on) AS oldestDueOn,
           json_group_array(DISTINCT json_array(substr(period_start, 1, 7), substr(period_end, 1, 7))) AS spans,
           json_array(${bucketed.join(', ')}) AS bucketsFen,
           json_group_array(DISTINCT json_array(debtor,
             CASE debtor WHEN 'owner' THEN debtor_id WHEN 'party' THEN subscription_id END)) AS debtors
         FROM (
           SELECT c.unit_id, c.due_on, c.period_start, c.period_end, c.debtor, c.debtor_id,
             c.subscription_id, c.amount_fen - ${SETTLED_BY} AS fen
           FROM charges AS c ${unitIds || building !== undefined ? '' : 'NOT INDEXED'} ${asked.sql})
         GROUP BY unit_id) AS g
       JOIN units AS u ON u.id = g.unit_id
       ORDER BY u.sort_key`,
    )
    .all(asOf, asOf, ...bounds, at, ...asked.values);
}

export interface ArrearsSum {
  by: 'all' | 'tariff' | 'building';
  /** The key of a tariff, a building; '' of all. */
  group: string;
  amountFen: number;
  charges: number;
  units: number;
  /** Debtors of units: who owes of two units stands there twice. */
  debts: number;
  /** Of each bucket, in their order. */
  bucketsFen: string;
  /** By which its place in the estate is known. */
  firstUnit: string;
}

const SETTLED = SETTLED_BY.replace('?', '@at');

/** Who owes a charge `c`, as text. */
const DEBTOR = `CASE c.debtor WHEN 'owner' THEN 'owner ' || ifnull(c.debtor_id, '')
  WHEN 'party' THEN 'party ' || c.subscription_id ELSE c.debtor END`;

const SUMS = { all: "''", tariff: 'tariff', building: 'building' } as const;

/**
 * All arrears added up, and by tariff and by building, in the order of the estate; the charges are read
 * once for all of it.
 */
export function arrearsSums(
  ledger: Ledger,
  { asOf, at }: Pick<ArrearsFilter, 'asOf' | 'at'>,
  buckets: readonly Bucket[],
  by: readonly ArrearsSum['by'][],
): ArrearsSum[] {
  const bounds = buckets.map(({ dueFrom }, index) => [
    dueFrom ?? '',
    buckets[index - 1]?.dueFrom ?? asOf,
  ]);
  const bucketed = buckets.map(
    (_, index) => `coalesce(sum(fen) FILTER (WHERE due_on >= @bounds ->> '$[${index}][0]'
      AND due_on < @bounds ->> '$[${index}][1]'), 0)`,
  );
  const sums = by.map(
    (
      each,
    ) => `SELECT '${each}' AS "by", ${SUMS[each]} AS "group", coalesce(sum(fen), 0) AS amountFen,
      count(*) AS charges, count(DISTINCT unit_id) AS units,
      count(DISTINCT unit_id || ' ' || debtor) AS debts,
      json_array(${bucketed.join(', ')}) AS bucketsFen, min(sort_key) AS firstUnit
      FROM owed ${each === 'all' ? '' : `GROUP BY ${SUMS[each]}`}`,
  );
  return ledger
    .prepare<[object], ArrearsSum>(
      `WITH owed AS MATERIALIZED (
         SELECT c.unit_id, u.building, u.sort_key, c.tariff, c.due_on, ${DEBTOR} AS debtor,
           c.amount_fen - ${SETTLED} AS fen
         FROM charges AS c NOT INDEXED CROSS JOIN units AS u ON u.id = c.unit_id
         WHERE c.due_on < @asOf AND c.billed_at <= @at AND c.amount_fen > ${SETTLED})
       ${sums.join(' UNION ALL ')} ORDER BY firstUnit`,
    )
    .all({ asOf, at, bounds: JSON.stringify(bounds) });
}

/** What one debtor owes of one unit. */
export interface DebtSum {
  unit: string;
  building: string;
  debtor: Debtor;
  amountFen: number;
  oldestDueOn: Day;
  charges: number;
}

/** In the order of the estate. */
export const debtSums = (ledger: Ledger, filter: Pick<ArrearsFilter, 'asOf' | 'at'>): DebtSum[] =>
  ledger
    .prepare<[object], DebtSum>(
      `SELECT u.code AS unit, u.building, d.debtor, d.amountFen, d.oldestDueOn, d.charges
       FROM (
         SELECT unit_id, debtor, sum(fen) AS amountFen, min(due_on) AS oldestDueOn,
           count(*) AS charges
         FROM (
           SELECT c.unit_id, c.debtor, ${DEBTOR} AS debtor_key, c.due_on,
             c.amount_fen - ${SETTLED} AS fen
           FROM charges AS c NOT INDEXED
           WHERE c.due_on < @asOf AND c.billed_at <= @at AND c.amount_fen > ${SETTLED})
         GROUP BY unit_id, debtor_key) AS d
       JOIN units AS u ON u.id = d.unit_id ORDER BY u.sort_key, d.debtor`,
    )
    .all(filter);

/** The lessees of these subscriptions. */
export const parties = (ledger: Ledger, ids: readonly number[]): { id: number; name: string }[] =>
  ledger
    .prepare<[string], { id: number; name: string }>(
      `SELECT id, party AS name FROM subscriptions
       WHERE party IS NOT NULL AND id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(ids));
