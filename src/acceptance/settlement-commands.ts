import { METHODS } from '../cash/model.ts';
import { type Command, command } from '../cli/command.ts';
import { choice, flag, money, number, staff, text } from '../cli/field.ts';
import { GROUNDS, type Ground } from '../deposits/model.ts';
import { w } from '../lib/words.ts';
import type { RenovationRecord } from '../renovations/record.ts';
import { renovationCard } from '../renovations/view.ts';
import { close as closeFile } from './closing.ts';
import { askToDeduct, askToRefund } from './confirming.ts';
import { type Deduction, deduct as deductFrom } from './deducting.ts';
import { refund as refundAll } from './refunding.ts';

const no = number({
  label: w('装修编号或其末尾几位', 'number of the renovation, or its end'),
  required: true,
  positional: true,
});

const reveals = (it: RenovationRecord) => [it.no];

interface Typed {
  amount: number | undefined;
  lost: boolean;
  ground: Ground | undefined;
  reason: string | undefined;
  assessedBy: string | undefined;
  approvedBy: string;
}

const deductionOf = ({ amount, ground, reason, assessedBy, approvedBy }: Typed): Deduction => ({
  ...{ amountFen: amount, ground, reason, assessedBy, approvedBy },
});

const deduct = command({
  name: 'reno deduct',
  about: w(
    '扣保证金：先施工队，后住户，不够的向住户追偿',
    "Deduct: the team's deposit, the household's, then a claim on the household",
  ),
  fields: {
    no,
    amount: money({ label: w('核定的金额', 'amount assessed') }),
    lost: flag({ label: w('扣遗失证件的赔偿', 'what lost permits are owed') }),
    ground: choice(GROUNDS, { label: w('名目，默认赔偿', 'ground; compensation by default') }),
    reason: text({ label: w('原因；扣遗失证件时可不写', 'why; may be left out with --lost') }),
    assessedBy: staff({
      label: w('定损的工程维修人员', 'who of engineering assessed the harm'),
      help: w('扣遗失证件时不用', 'not needed with --lost'),
    }),
    approvedBy: staff({ label: w('批准的主任', 'director who consents'), required: true }),
  },
  oneOf: [['amount', 'lost']],
  guides: {
    reason: ({ lost }) => ({ needed: lost === undefined }),
    assessedBy: ({ lost }) => ({ needed: lost === undefined }),
  },
  confirm: (ctx, input) => askToDeduct(ctx, input.no, deductionOf(input)),
  reveals,
  examples: [
    'wy reno deduct 001 --amount 800 --reason "凿穿楼板防水层，楼下渗水" --assessed-by 李强 --approved-by 陈主任',
    'wy reno deduct 001 --lost --approved-by 陈主任',
  ],
  run: (ctx, input) => deductFrom(ctx, input.no, deductionOf(input)),
  view: renovationCard,
});

const refund = command({
  name: 'reno refund',
  about: w('复验合格后退还全部保证金', 'Give all deposits back after the re-inspection'),
  fields: {
    no,
    method: choice(METHODS, {
      label: w('方式；默认怎么收的怎么退', 'method; as each was taken by default'),
    }),
    reason: text({ label: w('说明', 'why') }),
  },
  confirm: (ctx, input) => askToRefund(ctx, input.no, input),
  reveals,
  examples: ['wy reno refund 001', 'wy reno refund 001 --method bank'],
  run: (ctx, input) => refundAll(ctx, input.no, input),
  view: renovationCard,
});

const close = command({
  name: 'reno close',
  about: w('装修资料归档', 'Archive the file of a renovation'),
  fields: {
    no,
    place: text({ label: w('档案放在哪里', 'where the file lies'), ask: true }),
  },
  reveals,
  examples: ['wy reno close 001', 'wy reno close 001 --place "档案柜 3-2"'],
  run: (ctx, input) => closeFile(ctx, input.no, input.place),
  view: renovationCard,
});

export const settlementCommands: readonly Command[] = [deduct, refund, close];
