import { w } from '../lib/words.ts';
import { tariffName } from '../tariffs/tariffs.ts';
import type { Facts } from './facts-model.ts';

/** What lessened charges in the period, whenever they were made, by when it happened (rules 131, 135). */
export const payments: Facts = {
  key: 'payments',
  name: w('缴入与减免', 'Paid and waived'),
  select: `SELECT r.no, s.settled_at AS at, u.code AS unit, c.tariff AS what,
      s.amount_fen AS amountFen, s.amount_fen, s.kind, c.tariff, u.building
    FROM settlements AS s
    CROSS JOIN charges AS c ON c.id = s.charge_id
    CROSS JOIN units AS u ON u.id = c.unit_id
    LEFT JOIN receipts AS r ON r.id = s.receipt_id
    WHERE s.settled_at >= @from AND s.settled_at <= @end`,
  figures: {
    paid: {
      label: w('缴入应收', 'paid'),
      definition: w(
        '本期缴入各期账单的，减去退回的',
        'put to bills of any period, less what was taken back',
      ),
      where: "kind = 'payment'",
      sum: { of: 'amount_fen', unit: 'money' },
    },
    waived: {
      label: w('减免', 'waived'),
      definition: w('本期办理的减免', 'waived in the period'),
      where: "kind = 'waiver'",
      sum: { of: 'amount_fen', unit: 'money' },
    },
    reversed: {
      label: w('冲销应收', 'charges reversed'),
      definition: w('本期冲销的应收', 'charges reversed in the period'),
      where: "kind = 'reversal'",
      sum: { of: 'amount_fen', unit: 'money' },
    },
  },
  whatOf: ({ policy }, tariff) => tariffName(policy, tariff),
  groupings: {
    tariff: { label: w('收费项目', 'Tariff'), by: 'tariff' },
    building: { label: w('楼栋', 'Building'), by: 'building' },
  },
};
