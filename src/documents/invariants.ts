import { badMoment, type Invariant } from '../ledger/invariant.ts';
import { w } from '../lib/words.ts';

export const invariants: readonly Invariant[] = [
  {
    key: 'printouts.copies',
    check: w('每份单据的打印份数连续', 'The copies of each form are counted without a gap'),
    sql: `SELECT form || ' ' || subject FROM printouts GROUP BY form, subject
          HAVING max(copy) <> count(*)`,
  },
  {
    key: 'printouts.moments',
    check: w('打印的时间有效', 'The moments of the printouts exist'),
    sql: `SELECT id FROM printouts WHERE ${badMoment('printed_at')}`,
  },
];
