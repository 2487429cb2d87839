import type { Ctx } from '../context.ts';
import { type Block, named } from '../formats/model.ts';
import { w } from '../lib/words.ts';
import { measureBy } from '../measures/measuring.ts';
import { RECEIPT_METHODS } from '../receipts/model.ts';
import { column, figures, type Told, table } from './building.ts';

/** Money that came in and went back in the period, whatever it was for, and how (rule 130). */
export const receiptBlocks = (ctx: Ctx, told: Told): Block[] => [
  figures(
    told,
    [
      ...['receipts.count', 'receipts.received', 'receipts.reversals', 'receipts.reversed'],
      ...['receipts.refunded', 'receipts.net', 'payments.paid', 'payments.waived'],
      ...['payments.reversed', 'prepaid.held'],
    ].map((name) => [KEYS[name] ?? name.split('.')[1] ?? name, name] as const),
    { key: 'receipts', title: w('本期收款', 'Money of the period') },
  ),
  table(
    [...measureBy(ctx, told.now.span, 'receipts', 'method')],
    [
      column('method', w('方式', 'Method'), 'named', ([key]) => named(key, RECEIPT_METHODS)),
      column('count', w('收据', 'Receipts'), 'whole', ([, it]) => it.count ?? 0),
      column('received', w('收款', 'Received'), 'money', ([, it]) => it.received ?? 0),
      column('reversed', w('冲红', 'Taken back'), 'money', ([, it]) => it.reversed ?? 0),
      column('refunded', w('退款', 'Refunded'), 'money', ([, it]) => it.refunded ?? 0),
      column('net', w('净额', 'Net'), 'money', ([, it]) => it.net ?? 0),
    ],
    { key: 'byMethod', title: w('按方式', 'By method') },
  ),
];

/** Where two families would have the same key in JSON. */
const KEYS: Readonly<Record<string, string>> = {
  'payments.paid': 'allocated',
  'payments.reversed': 'chargesReversed',
  'prepaid.held': 'prepaid',
};
