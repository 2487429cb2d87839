import { DEBTORS } from '../fees/model.ts';
import type { Invariant } from '../ledger/invariant.ts';
import { badDay, badMoment, noneOf } from '../ledger/invariant.ts';
import { w } from '../lib/words.ts';
import { ALL_WAYS, RELATIONS, RESULTS, STAGES } from './model.ts';

const named = (where: string) => `SELECT no FROM contacts AS n WHERE ${where}`;

export const invariants: readonly Invariant[] = [
  {
    key: 'dunning.known',
    check: w('催缴的方式和结果都是已知的', 'How people were asked, and what came of it, is known'),
    sql: named(
      [
        noneOf('stage', STAGES),
        noneOf('way', ALL_WAYS),
        noneOf('result', RESULTS),
        noneOf('debtor', DEBTORS),
        noneOf('relation', RELATIONS),
      ].join(' OR '),
    ),
  },
  {
    key: 'dunning.days',
    check: w('催缴的日期和时间有效', 'The days and moments of contacts exist'),
    sql: named(
      [
        badMoment('contacted_at'),
        ...['promise_on', 'delivered_on', 'oldest_due_on', 'newest_due_on', 'effective_on'].map(
          badDay,
        ),
      ].join(' OR '),
    ),
  },
  {
    key: 'dunning.promise',
    check: w('承诺缴费的都写明哪天', 'A promise of payment names its day, and nothing else does'),
    sql: named("(result = 'promised') <> (promise_on IS NOT NULL)"),
  },
  {
    key: 'dunning.promised',
    check: w('承诺缴费恰有一个期限，其余没有', 'A promise of payment is followed up once'),
    sql: named(
      `(SELECT count(*) FROM deadlines AS d WHERE d.subject = n.no) <> (result = 'promised')`,
    ),
  },
  {
    key: 'dunning.legal',
    check: w('走法律途径的都有主任批准', 'Legal action was decided by somebody'),
    sql: named("(stage = 'legal') <> (approved_by IS NOT NULL)"),
  },
  {
    key: 'dunning.owed',
    check: w('催缴记下了当时欠的费用', 'A contact keeps what was owed then'),
    sql: named(
      `(amount_fen > 0) <> (oldest_due_on IS NOT NULL)
       OR (oldest_due_on IS NULL) <> (newest_due_on IS NULL) OR newest_due_on < oldest_due_on
       OR (amount_fen > 0 AND debtor IS NULL)`,
    ),
  },
  {
    key: 'dunning.delivered',
    check: w('只有信函有送达日期', 'Only a letter has a day of delivery'),
    sql: named(
      "delivered_on IS NOT NULL AND (way <> 'letter' OR result IN ('returned', 'no-answer'))",
    ),
  },
];
