import { badMoment, type Invariant } from '../ledger/invariant.ts';
import { w } from '../lib/words.ts';

export const invariants: readonly Invariant[] = [
  {
    key: 'closings.report',
    check: w('定稿的月报是它那个月的', 'A closed report is that of its month'),
    sql: `SELECT month FROM report_closings
          WHERE NOT json_valid(report) OR json_extract(report, '$.period.text') IS NOT month
             OR json_extract(report, '$.kind') IS NOT 'monthly' OR ${badMoment('closed_at')}`,
  },
  {
    key: 'closings.rounds',
    check: w('月报定稿与每月的事项一致', 'Closed reports and the turns of their routine agree'),
    sql: `SELECT month FROM report_closings
          WHERE month NOT IN (SELECT period FROM rounds WHERE routine = 'report.close')
          UNION SELECT period FROM rounds
          WHERE routine = 'report.close' AND period NOT IN (SELECT month FROM report_closings)`,
  },
];
