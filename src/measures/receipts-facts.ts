import { same, type Words, w } from '../lib/words.ts';
import { RECEIPT_METHODS } from '../receipts/model.ts';
import type { Facts } from './facts-model.ts';

const METHOD_NAMES: Readonly<Record<string, Words>> = RECEIPT_METHODS;

/**
 * Money received for fees and given back: a receipt taken back is a negative one of its own day (冲红).
 * Without what only went from one unit to another, and without deposits.
 */
export const receipts: Facts = {
  key: 'receipts',
  name: w('收据', 'Receipts'),
  select: `SELECT f.no, f.at, u.code AS unit, f.method AS what, f.amount_fen AS amountFen,
      f.amount_fen, f.method, f.source, u.building
    FROM money_flows AS f JOIN units AS u ON u.id = f.unit_id
    WHERE f.source IN ('receipt', 'refund') AND f.at >= @from AND f.at <= @end`,
  figures: {
    count: {
      label: w('收据', 'receipts'),
      definition: w('本期收到款的收据张数', 'receipts of money that came in in the period'),
      where: "source = 'receipt' AND amount_fen > 0",
    },
    received: {
      label: w('收款', 'received'),
      definition: w('这些收据的金额', 'the money of these receipts'),
      where: "source = 'receipt' AND amount_fen > 0",
      sum: { of: 'amount_fen', unit: 'money' },
    },
    reversals: {
      label: w('冲红', 'taken back'),
      definition: w(
        '本期冲红的收据张数，不论原收据何时开',
        'receipts taken back in the period, whenever they were given',
      ),
      where: "source = 'receipt' AND amount_fen < 0",
    },
    reversed: {
      label: w('冲红金额', 'money taken back'),
      definition: w('本期冲红的金额', 'the money of these'),
      where: "source = 'receipt' AND amount_fen < 0",
      sum: { of: '-amount_fen', unit: 'money' },
    },
    refunds: {
      label: w('退款笔数', 'refunds'),
      definition: w('本期退还预存的笔数', 'refunds of prepaid money in the period'),
      where: "source = 'refund'",
    },
    refunded: {
      label: w('退款', 'refunded'),
      definition: w('本期退还的预存', 'prepaid money given back in the period'),
      where: "source = 'refund'",
      sum: { of: '-amount_fen', unit: 'money' },
    },
    net: {
      label: w('收款净额', 'received net'),
      definition: w('收款 − 冲红 − 退款', 'received, less what was taken back and refunded'),
      where: 'true',
      sum: { of: 'amount_fen', unit: 'money' },
    },
  },
  whatOf: (_, method) => METHOD_NAMES[method] ?? same(method),
  groupings: {
    method: { label: w('方式', 'Method'), by: 'method' },
    building: { label: w('楼栋', 'Building'), by: 'building' },
  },
};
