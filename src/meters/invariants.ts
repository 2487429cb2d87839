import type { Invariant } from '../ledger/invariant.ts';
import { noneOf } from '../ledger/invariant.ts';
import { w } from '../lib/words.ts';
import { REASONS } from './model.ts';

export const invariants: readonly Invariant[] = [
  {
    key: 'meters.carried',
    check: w(
      '读数的结转量都有原因（换表、翻转）',
      'What is carried into a reading has its reason: exchanged or turned over',
    ),
    sql: `SELECT r.id FROM meter_readings AS r
          WHERE (r.reason IS NULL AND r.carry_thousandths <> 0)
            OR (r.reason IS NOT NULL AND ${noneOf('r.reason', REASONS)})
            OR (r.reason = 'turned-over' AND r.carry_thousandths <= 0)`,
  },
  {
    key: 'meters.once_a_day',
    check: w(
      '同一只表一天只有一个读数（入住迁离的除外）',
      'A meter has one reading a day, besides those of moves',
    ),
    sql: `SELECT max(r.id) FROM meter_readings AS r WHERE r.subject IS NULL
          GROUP BY r.unit_id, r.meter, r.read_on HAVING count(*) > 1`,
  },
  {
    key: 'meters.billed',
    check: w(
      '按表出账的应收，起止读数是同一房屋同一只表的，先后有序',
      'A charge by meter goes from a reading to a later one of the same meter of its unit',
    ),
    sql: `SELECT c.id FROM charges AS c
          LEFT JOIN meter_readings AS f ON f.id = c.from_reading_id
          LEFT JOIN meter_readings AS t ON t.id = c.to_reading_id
          WHERE (c.from_reading_id IS NOT NULL OR c.to_reading_id IS NOT NULL)
            AND (f.unit_id IS NOT c.unit_id OR t.unit_id IS NOT c.unit_id OR f.meter IS NOT t.meter
              OR f.id = t.id OR f.read_on > t.read_on)`,
  },
];
