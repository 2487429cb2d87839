import { METHODS } from '../cash/model.ts';
import { command } from '../cli/command.ts';
import {
  choice,
  codes,
  day,
  flag,
  moment,
  money,
  name,
  number,
  staff,
  text,
  unit,
} from '../cli/field.ts';
import { w } from '../lib/words.ts';
import { askToPay, askToRefund, askToReverse, owedChoices } from './confirming.ts';
import { RECEIPT_METHODS, RECEIPT_STATES } from './model.ts';
import { listReceipts, requireReceipt } from './receipts.ts';
import { type Refunding, refund as refundPrepaid } from './refunding.ts';
import { reverseReceipt } from './reversing.ts';
import { collect as collectMoney, makeVoid, type Payment, takeMoney } from './taking.ts';
import { transfer as transferPrepaid } from './transferring.ts';
import { receiptCard, receiptTable, refundCard } from './view.ts';

const no = number({
  label: w('收据编号或其末尾几位', 'number of the receipt, or its end'),
  required: true,
  positional: true,
  of: 'receipt',
});

const reason = text({ label: w('原因', 'reason'), required: true });

const payFields = {
  unit: unit({ label: w('房号', 'unit'), required: true }),
  amount: money({ label: w('金额（元）', 'amount in yuan'), required: true }),
  method: choice(METHODS, { label: w('方式', 'method'), required: true }),
  for: codes({
    label: w(
      '缴哪几笔应收，按所写顺序；默认先到期的先缴',
      'the charges paid, in this order; the oldest due first by default',
    ),
    placeholder: 'CHARGE,…',
    ask: true,
  }),
  allDebtors: flag({
    label: w(
      '前业主、开发商、承租方的欠款也缴',
      'pay what a former owner, the developer or a lessee owes, too',
    ),
  }),
  payer: name({ label: w('缴款人；默认现业主', 'who pays; the present owner by default') }),
  collectAtDoor: moment({
    label: w('先开收据，约定何时上门收款', 'issue the receipt now; collect at the door then'),
  }),
};

const paymentOf = ({
  amount,
  collectAtDoor,
  ...input
}: Omit<Payment, 'amountFen' | 'collectAt'> & {
  amount: number;
  collectAtDoor: string | undefined;
}): Payment => ({ ...input, amountFen: amount, collectAt: collectAtDoor });

const pay = command({
  name: 'fee pay',
  about: w('收费（开收据）', 'Take money (and give a receipt)'),
  fields: payFields,
  guides: {
    for: ({ unit: typed }, ctx) => ({
      choices: typed === undefined ? undefined : owedChoices(ctx, typed),
    }),
  },
  confirm: (ctx, input) => askToPay(ctx, paymentOf(input)),
  examples: [
    'wy fee pay --unit 3-2-1501 --amount 500.00 --method wechat',
    'wy fee pay --unit 3-2-1501 --amount 80.44 --method cash --for 128,131 --payer 李娜',
    'wy fee pay --unit 3-2-1501 --amount 500.00 --method cash --collect-at-door "明天 19:00"',
  ],
  run: (ctx, input) => takeMoney(ctx, paymentOf(input)),
  view: receiptCard,
});

const collect = command({
  name: 'fee collect',
  about: w('上门收到钱（收据先已开出）', 'Collect the money of an issued receipt'),
  fields: { no },
  examples: ['wy fee collect 001'],
  run: (ctx, input) => collectMoney(ctx, input.no),
  view: receiptCard,
});

const cancel = command({
  name: 'fee void',
  about: w('作废收据（限已开未收的，编号保留）', 'Make an issued receipt void; its number stays'),
  fields: { no, reason },
  examples: ['wy fee void 001 --reason "家中无人"'],
  run: (ctx, input) => makeVoid(ctx, input.no, input.reason),
  view: receiptCard,
});

const refundFields = {
  unit: unit({ label: w('房号', 'unit'), required: true }),
  amount: money({ label: w('金额（元）', 'amount in yuan'), required: true }),
  method: choice(METHODS, { label: w('方式', 'method'), required: true }),
  reason,
  approvedBy: staff({ label: w('批准人（财务或主任）', 'approved by (finance or director)') }),
};

const refundingOf = ({
  amount,
  ...input
}: Omit<Refunding, 'amountFen'> & { amount: number }): Refunding => ({
  ...input,
  amountFen: amount,
});

const refund = command({
  name: 'fee refund',
  about: w('退还预存（先收的先退）', 'Pay prepaid money back (the oldest receipt first)'),
  fields: refundFields,
  confirm: (ctx, input) => askToRefund(ctx, refundingOf(input)),
  examples: [
    'wy fee refund --unit 3-2-1501 --amount 120.00 --method bank --reason "多缴" --approved-by 钱静',
  ],
  run: (ctx, input) => refundPrepaid(ctx, refundingOf(input)),
  view: refundCard,
});

const reverse = command({
  name: 'fee reverse',
  about: w('冲红收据（所缴的应收恢复欠款）', 'Take a receipt back; its charges are owed again'),
  fields: { no, reason },
  confirm: (ctx, input) => askToReverse(ctx, input.no),
  examples: ['wy fee reverse 001 --reason "房号写错"'],
  run: (ctx, input) => reverseReceipt(ctx, input.no, input.reason),
  view: receiptCard,
});

const transfer = command({
  name: 'fee transfer',
  about: w('预存转到另一套房屋', 'Move prepaid money over to another unit'),
  fields: {
    unit: unit({ label: w('从哪套房屋', 'from this unit'), required: true }),
    to: unit({ label: w('到哪套房屋', 'to this unit'), required: true }),
    amount: money({ label: w('金额（元）', 'amount in yuan'), required: true }),
    reason,
  },
  examples: ['wy fee transfer --unit 3-2-1501 --to B1-023 --amount 300.00 --reason "转缴车位费"'],
  run: (ctx, { amount, ...input }) => transferPrepaid(ctx, { ...input, amountFen: amount }),
  view: receiptCard,
});

const show = command({
  name: 'fee receipt',
  about: w('查看一张收据', 'Show a receipt'),
  fields: { no },
  run: (ctx, input) => requireReceipt(ctx, input.no),
  view: receiptCard,
});

const list = command({
  name: 'fee receipts',
  about: w('收据', 'List receipts'),
  fields: {
    unit: unit({ label: w('某房的', 'of this unit') }),
    method: choice(RECEIPT_METHODS, { label: w('某种方式的', 'by this method') }),
    state: choice(RECEIPT_STATES, { label: w('只看某种状态', 'only this state') }),
    since: day({ label: w('某天以后收的', 'received on this day or later') }),
    until: day({ label: w('某天以前收的', 'received on this day or earlier') }),
  },
  run: (ctx, input) => listReceipts(ctx, input),
  view: receiptTable,
});

export const commands = [pay, collect, cancel, refund, reverse, transfer, show, list];
