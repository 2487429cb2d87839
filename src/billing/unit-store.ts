import { notReversed } from '../ledger/charge-sql.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Day } from '../lib/day.ts';
import type { BilledUnit, Span } from './model.ts';

/** Which units are meant. */
export interface Scope {
  /** Empty: of any use. */
  uses: readonly string[];
  building?: string | undefined;
  unitId?: number | undefined;
}

/** As a condition on `u`, with named values. */
export function scopeOf({ uses, building, unitId }: Scope): { sql: string; values: object } {
  const conditions = [
    ...(uses.length > 0 ? ['u.use IN (SELECT value FROM json_each(@uses))'] : []),
    ...(building === undefined ? [] : ['u.building = @building']),
    ...(unitId === undefined ? [] : ['u.id = @unitId']),
  ];
  return {
    sql: conditions.length === 0 ? 'TRUE' : conditions.join(' AND '),
    values: {
      ...(uses.length > 0 && { uses: JSON.stringify(uses) }),
      ...(building !== undefined && { building }),
      ...(unitId !== undefined && { unitId }),
    },
  };
}

const COLUMNS = `u.id, u.code, u.area_thousandths AS areaThousandths, u.use,
  u.handover_on AS handoverOn`;

/** In the order of the estate. */
export function unitsIn(ledger: Ledger, scope: Scope): BilledUnit[] {
  const asked = scopeOf(scope);
  return ledger
    .prepare<object, BilledUnit>(
      `SELECT ${COLUMNS} FROM units AS u WHERE ${asked.sql} ORDER BY u.sort_key`,
    )
    .all(asked.values);
}

/** In the order of the estate. */
export const unitsByIds = (ledger: Ledger, ids: readonly number[]): BilledUnit[] =>
  ledger
    .prepare<[string], BilledUnit>(
      `SELECT ${COLUMNS} FROM units AS u
       WHERE u.id IN (SELECT value FROM json_each(?)) ORDER BY u.sort_key`,
    )
    .all(JSON.stringify(ids));

/** Days for which a unit was charged. */
export interface BilledDays extends Span {
  unitId: number;
  subscriptionId: number | null;
}

/**
 * The days of a cycle that charges cover, also those of a longer cycle begun before it; the reversed
 * ones left out, and what was charged once.
 */
export const billedDays = (
  ledger: Ledger,
  cycle: { tariff: string; from: Day; until: Day; reachingFrom: Day },
  unitIds: readonly number[],
): BilledDays[] =>
  ledger
    .prepare<object, BilledDays>(
      `SELECT c.unit_id AS unitId, c.subscription_id AS subscriptionId, c.period_start AS "from",
         c.period_end AS until
       FROM charges AS c
       WHERE c.tariff = @tariff AND c.cycle_on BETWEEN @reachingFrom AND @until
         AND c.period_end >= @from AND c.penalty_of IS NULL
         AND (c.month_parts IS NOT NULL OR c.period_start < c.period_end) AND ${notReversed('c')}
         AND c.unit_id IN (SELECT value FROM json_each(@unitIds))`,
    )
    .all({ ...cycle, unitIds: JSON.stringify(unitIds) });
