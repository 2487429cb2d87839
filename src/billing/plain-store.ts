import { notReversed } from '../ledger/charge-sql.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Day } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import type { Span } from './model.ts';
import { type Scope, scopeOf } from './unit-store.ts';

/** Quantity, rate, month parts and percent of a charge to its fen, as SQL may call it. */
export type Amount = (quantity: number, rate: number, parts: number, percent: number) => number;

/** Lets the statements below reckon amounts in the one way there is. */
export function teachAmounts(ledger: Ledger, amount: Amount): void {
  ledger.db.function('wy_amount', { deterministic: true, directOnly: false }, amount as never);
}

/** The same part of a cycle for every unit that has nothing special. */
export interface PlainSegment {
  from: Day;
  until: Day;
  rateTenthousandths: number;
  monthParts: number;
}

export interface PlainBill {
  tariff: string;
  cycle: Span & { cycleOn: Day };
  /** Charges of cycles that begin on this day or later may reach into it. */
  reachingFrom: Day;
  /** The last day that is billed. */
  until: Day;
  segments: readonly PlainSegment[];
  /** The same for every unit; null: its area. */
  quantityThousandths: number | null;
  /** The areas that make an amount in every segment, both counted. */
  leastArea: number;
  mostArea: number;
  /** Agreements that lower this tariff. */
  concessions: readonly string[];
  dueOn: Day;
  billedAt: Moment;
  billedById: number;
  /** The last charge made before this billing. */
  lastChargeId: number;
}

const ownerOn = (day: string) =>
  `(SELECT min(id) FROM residents WHERE unit_id = u.id AND role = 'owner'
      AND (from_on IS NULL OR from_on <= ${day}) AND (until_on IS NULL OR until_on >= ${day}))`;

/** Who owes it all: the owner, of several the one registered first, or the developer. */
export type PlainDebtor = 'owner' | 'developer';

interface Who {
  /** The person. */
  debtorId: string;
  join: string;
  where: string;
}

function whoOwes(debtor: PlainDebtor, segments: readonly PlainSegment[]): Who {
  if (debtor === 'developer') {
    const noOwner = `NOT EXISTS (
      SELECT 1 FROM residents WHERE unit_id = u.id AND role = 'owner')`;
    return {
      debtorId: 'NULL',
      join: '',
      where: `(u.handover_on > @last OR (u.handover_on IS NULL AND ${noOwner}))`,
    };
  }
  // The one segment there usually is finds its owner by the join.
  const starts = segments.length > 1 ? segments : [];
  const owned = starts.map((_, at) => `AND ${ownerOn(`@start${at}`)} IS NOT NULL`);
  return {
    debtorId: 'o.person_id',
    join: `JOIN residents AS o ON o.id = ${ownerOn('@from')}`,
    where: `(u.handover_on IS NULL OR u.handover_on <= @start0) ${owned.join(' ')}`,
  };
}

/**
 * Bills, in one statement for each segment, every unit of the scope that has no agreement, no charge
 * that reaches into this cycle, and one debtor for all of it: handed over by then and owned on the first day of each
 * segment, or handed over later. All others are left to `segment-rules.ts`. Gives how many units it
 * billed.
 */
export function billPlain(
  ledger: Ledger,
  scope: Scope,
  bill: PlainBill,
  debtor: PlainDebtor,
): number {
  const asked = scopeOf(scope);
  const who = whoOwes(debtor, bill.segments);
  const starts = Object.fromEntries(bill.segments.map(({ from }, at) => [`start${at}`, from]));
  const quantity = bill.quantityThousandths === null ? 'u.area_thousandths' : '@quantity';
  let units = 0;
  for (const segment of bill.segments) {
    const { changes } = ledger
      .prepare(
        `INSERT INTO charges (unit_id, tariff, cycle_on, period_start, period_end,
           quantity_thousandths, rate_tenthousandths, month_parts, percent, amount_fen, due_on,
           debtor, debtor_id, billed_at, billed_by)
         SELECT u.id, @tariff, @cycleOn, @from, @until, ${quantity}, @rate, @parts, 100,
           wy_amount(${quantity}, @rate, @parts, 100), @dueOn, @debtor, ${who.debtorId}, @billedAt,
           @billedById
         FROM units AS u ${who.join}
         WHERE ${asked.sql} AND ${who.where}
           AND u.area_thousandths BETWEEN @leastArea AND @mostArea
           AND u.id NOT IN (
             SELECT unit_id FROM subscriptions
             WHERE tariff IN (SELECT value FROM json_each(@concessions))
               AND from_on <= @last AND (until_on IS NULL OR until_on >= @start0))
           AND u.id NOT IN (
             SELECT unit_id FROM charges
             WHERE tariff = @tariff AND cycle_on BETWEEN @reachingFrom AND @cycleUntil
               AND period_end >= @cycleOn AND id <= @lastChargeId)
         ORDER BY u.id`,
      )
      .run({
        ...asked.values,
        ...starts,
        tariff: bill.tariff,
        cycleOn: bill.cycle.cycleOn,
        cycleUntil: bill.cycle.until,
        reachingFrom: bill.reachingFrom,
        from: segment.from,
        until: segment.until,
        last: bill.until,
        quantity: bill.quantityThousandths,
        rate: segment.rateTenthousandths,
        parts: segment.monthParts,
        dueOn: bill.dueOn,
        debtor,
        billedAt: bill.billedAt,
        billedById: bill.billedById,
        leastArea: bill.leastArea,
        mostArea: bill.mostArea,
        concessions: JSON.stringify(bill.concessions),
        lastChargeId: bill.lastChargeId,
      });
    units = changes;
  }
  return units;
}

export function countUnits(ledger: Ledger, scope: Scope): number {
  const asked = scopeOf(scope);
  const row = ledger
    .prepare<object, { count: number }>(
      `SELECT count(*) AS count FROM units AS u WHERE ${asked.sql}`,
    )
    .get(asked.values);
  return row?.count ?? 0;
}

/** Whose charges of which cycle, and the days of it that are billed. */
export type Billable = Pick<PlainBill, 'tariff' | 'cycle' | 'lastChargeId'> & {
  billed: Span & { days: number };
};

/** The units of the scope that have not been billed now, nor in full before. */
export function unitsLeft(
  ledger: Ledger,
  scope: Scope,
  { tariff, cycle, lastChargeId, billed }: Billable,
): number[] {
  const asked = scopeOf(scope);
  return ledger
    .prepare<object, { id: number }>(
      `SELECT u.id FROM units AS u
       WHERE ${asked.sql}
         AND u.id NOT IN (
           SELECT unit_id FROM charges
           WHERE tariff = @tariff AND cycle_on BETWEEN @cycleOn AND @cycleUntil
             AND id > @lastChargeId)
         AND u.id NOT IN (
           SELECT unit_id FROM charges AS c
           WHERE tariff = @tariff AND cycle_on BETWEEN @cycleOn AND @cycleUntil
             AND id <= @lastChargeId AND period_start >= @from AND period_end <= @until
             AND month_parts IS NOT NULL AND penalty_of IS NULL AND ${notReversed('c')}
           GROUP BY unit_id
           HAVING sum(julianday(period_end) - julianday(period_start) + 1) = @days
             AND min(period_start) = @from AND max(period_end) = @until)`,
    )
    .all({
      ...asked.values,
      ...billed,
      tariff,
      cycleOn: cycle.cycleOn,
      cycleUntil: cycle.until,
      lastChargeId,
    })
    .map(({ id }) => id);
}
