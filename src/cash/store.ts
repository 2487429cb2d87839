import type { Ledger } from '../ledger/ledger.ts';
import type { Day, Month } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';

/** Undefined where none has been closed. */
export const lastClosedMonth = (ledger: Ledger): Month | undefined =>
  ledger
    .prepare<[], { month: Month }>('SELECT month FROM cash_closings ORDER BY month DESC LIMIT 1')
    .get()?.month;

/** False where cash had come in on that day before. */
export const openDay = (ledger: Ledger, day: Day, at: Moment): boolean =>
  ledger
    .prepare('INSERT INTO cash_days (no, opened_at) VALUES (?, ?) ON CONFLICT (no) DO NOTHING')
    .run(day, at).changes > 0;
