import { notReversed } from '../ledger/charge-sql.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Span } from './model.ts';
import { type Scope, scopeOf } from './unit-store.ts';

/** Of how many units of the scope a share of this tariff and period stands. */
export function sharesThere(ledger: Ledger, scope: Scope, tariff: string, period: Span): number {
  const asked = scopeOf(scope);
  return (
    ledger
      .prepare<object, { count: number }>(
        `SELECT count(DISTINCT c.unit_id) AS count FROM charges AS c
           JOIN units AS u ON u.id = c.unit_id
         WHERE c.tariff = @tariff AND c.cycle_on = @from AND c.period_start = @from
           AND c.period_end = @until AND c.penalty_of IS NULL AND ${asked.sql} AND ${notReversed('c')}`,
      )
      .get({ ...asked.values, ...period, tariff })?.count ?? 0
  );
}
