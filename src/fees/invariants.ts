import type { Invariant } from '../ledger/invariant.ts';
import { badDay, badMoment, noneOf } from '../ledger/invariant.ts';
import { w } from '../lib/words.ts';
import { DEBTORS } from './model.ts';

const charges = (where: string) => `SELECT c.id FROM charges AS c WHERE ${where}`;

export const invariants: readonly Invariant[] = [
  {
    key: 'charges.known',
    check: w('应收的承担方认识，日期和时间有效', 'Debtors and days of charges are known'),
    sql: charges(
      [
        noneOf('c.debtor', DEBTORS),
        ...['c.cycle_on', 'c.period_start', 'c.period_end', 'c.due_on'].map(badDay),
        badMoment('c.billed_at'),
        'c.period_end < c.period_start',
      ].join(' OR '),
    ),
  },
  {
    key: 'charges.debtor',
    check: w('承担人只属于业主，承租方都有约定', 'Owners are people, lessees have a subscription'),
    sql: charges(`(c.debtor <> 'owner' AND c.debtor_id IS NOT NULL)
      OR (c.debtor = 'party' AND c.subscription_id IS NULL)`),
  },
  {
    key: 'charges.subscription',
    check: w(
      '按约定的应收与约定同房、同项',
      'A charge is of the unit and tariff of its subscription',
    ),
    sql: `SELECT c.id FROM charges AS c JOIN subscriptions AS a ON a.id = c.subscription_id
          WHERE a.unit_id <> c.unit_id OR (a.tariff <> c.tariff AND c.penalty_of IS NULL)`,
  },
  {
    key: 'charges.subject',
    check: w('应收所为的单据都存在', 'What a charge is for exists'),
    sql: charges('c.subject IS NOT NULL AND c.subject NOT IN (SELECT no FROM subjects)'),
  },
  {
    key: 'charges.penalty',
    check: w(
      '违约金与所属应收同房，本身不再计违约金',
      'A penalty is of the unit it is for, and bears none',
    ),
    sql: `SELECT c.id FROM charges AS c JOIN charges AS p ON p.id = c.penalty_of
          WHERE p.unit_id <> c.unit_id OR p.penalty_of IS NOT NULL`,
  },
  {
    key: 'charges.reversed',
    check: w('冲销的应收全额冲销，没有缴费和减免', 'A reversed charge is reversed as a whole'),
    sql: `SELECT c.id FROM settlements AS s JOIN charges AS c ON c.id = s.charge_id
          WHERE s.charge_id IN (SELECT charge_id FROM settlements WHERE kind = 'reversal')
          GROUP BY c.id
          HAVING sum(s.amount_fen) FILTER (WHERE s.kind = 'reversal') <> c.amount_fen
            OR sum(s.amount_fen) <> c.amount_fen`,
  },
  {
    key: 'charges.waived',
    check: w('减免都有原因和批准人', 'A waiver says why, and who approved it'),
    sql: `SELECT charge_id FROM settlements WHERE kind = 'waiver' AND amount_fen > 0
            AND (reason IS NULL OR approved_by IS NULL)`,
  },
];
