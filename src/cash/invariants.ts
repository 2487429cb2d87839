import type { Invariant } from '../ledger/invariant.ts';
import { badDay, badMoment } from '../ledger/invariant.ts';
import { w } from '../lib/words.ts';

/** Every closing with the one before it: its count, and the first and last days that count since. */
const CLOSINGS = `SELECT month, booked_fen, lag(counted_fen, 1, 0) OVER w AS before_fen,
    coalesce(date(lag(month) OVER w || '-01', '+1 month'), '') AS from_on,
    date(month || '-01', '+1 month', '-1 day') AS until_on
  FROM cash_closings WINDOW w AS (ORDER BY month)`;

/** The cash of its days, but for its own difference. */
const BOOKED = `(SELECT coalesce(sum(f.amount_fen), 0) FROM money_flows AS f
  WHERE f.method = 'cash' AND f.booked_on >= c.from_on AND f.booked_on <= c.until_on
    AND NOT (f.source = 'difference' AND f.no = c.month))`;

export const invariants: readonly Invariant[] = [
  {
    key: 'cash.moments',
    check: w('现金的日期、时间有效', 'The days and moments of the cash exist'),
    sql: `SELECT 'hand-in ' || id FROM hand_ins WHERE ${badMoment('handed_at')} OR ${badDay('booked_on')}
          UNION ALL SELECT no FROM cash_days WHERE ${badDay('no')} OR ${badMoment('opened_at')}
          UNION ALL SELECT month FROM cash_closings
          WHERE ${badMoment('closed_at')} OR ${badDay("(month || '-01')")}`,
  },
  {
    key: 'cash.explained',
    check: w('交款、盘点的差额都有说明', 'What differs from the journal is explained'),
    sql: `SELECT 'hand-in ' || id FROM hand_ins
          WHERE amount_fen > 0 AND amount_fen <> expected_fen AND explanation IS NULL
          UNION ALL SELECT month FROM cash_closings
          WHERE counted_fen <> booked_fen AND explanation IS NULL`,
  },
  {
    key: 'cash.closed_as_booked',
    check: w('月结后没有再记入该月', 'Nothing was booked in a month after it was closed'),
    sql: `SELECT month FROM (${CLOSINGS}) AS c WHERE booked_fen <> before_fen + ${BOOKED}`,
  },
  {
    key: 'cash.closing_done',
    check: w('月结的都办了月结', 'A closing and its turn of the routine go together'),
    sql: `SELECT month FROM cash_closings
          WHERE month NOT IN (SELECT period FROM rounds WHERE routine = 'cash.close')
          UNION ALL SELECT period FROM rounds
          WHERE routine = 'cash.close' AND period NOT IN (SELECT month FROM cash_closings)`,
  },
];
