import { METHODS } from '../cash/model.ts';
import { command } from '../cli/command.ts';
import { choice, flag, money, name, number, staff, text, unit } from '../cli/field.ts';
import { yuanText } from '../lib/money.ts';
import { w } from '../lib/words.ts';
import { listDeposits, requireDeposit } from './deposits.ts';
import { kindNames, requireKind } from './kinds.ts';
import { GROUNDS } from './model.ts';
import { deductDeposit, refundDeposit, takeFreely } from './moving.ts';
import { depositCard, depositTable } from './view.ts';

const no = number({
  label: w('押金编号或其末尾几位', 'number of the deposit, or its end'),
  required: true,
  positional: true,
});

const method = choice(METHODS, { label: w('方式', 'method'), required: true });

const take = command({
  name: 'deposit take',
  about: w(
    '收取押金、保证金（收错的当天退还）',
    'Take a deposit; one taken by mistake is refunded the same day',
  ),
  fields: {
    unit: unit({ label: w('房号', 'unit'), required: true }),
    kind: text({
      label: w('种类，如 renovation 或 装修保证金', 'kind, such as renovation'),
      required: true,
      placeholder: 'KIND',
    }),
    amount: money({ label: w('金额；默认按制度', "amount; the policy's by default"), ask: true }),
    method,
    holder: name({ label: w('交款人或施工单位', 'who gives it: a person or a firm'), ask: true }),
    for: text({
      label: w('所属单据的编号', 'number of the document it is for'),
      placeholder: 'NO',
    }),
    note: text({ label: w('备注', 'note') }),
  },
  guides: {
    kind: (_typed, { policy }) => ({ choices: kindNames(policy) }),
    amount: ({ kind }, ctx) => {
      if (kind === undefined) return {};
      const { amount } = requireKind(ctx, kind);
      if (amount === null) return {};
      return { proposal: { value: yuanText(amount), because: w('按制度', 'by the policy') } };
    },
  },
  examples: [
    'wy deposit take --unit 3-2-1501 --kind renovation --method wechat --holder 张伟',
    'wy deposit take --unit 3-2-1501 --kind 施工队装修保证金 --amount 3000 --method cash',
  ],
  run: (ctx, { amount, for: subject, ...input }) =>
    takeFreely(ctx, { ...input, amountFen: amount, subject }),
  view: depositCard,
});

const deduct = command({
  name: 'deposit deduct',
  about: w(
    '扣除押金（违约金或赔偿，须主任批准）',
    'Deduct from a deposit; a penalty or compensation, with consent',
  ),
  fields: {
    no,
    amount: money({ label: w('金额', 'amount'), required: true }),
    ground: choice(GROUNDS, { label: w('名目', 'ground'), required: true }),
    reason: text({ label: w('原因', 'reason'), required: true }),
    assessedBy: staff({ label: w('定损人（工程）', 'who assessed the harm'), ask: true }),
    approvedBy: staff({ label: w('批准的主任', 'director who consents'), required: true }),
  },
  examples: [
    'wy deposit deduct 001 --amount 300 --ground 赔偿 --reason "划伤电梯轿厢" --assessed-by 李强 --approved-by 陈主任',
  ],
  run: (ctx, { amount, ...input }) => deductDeposit(ctx, { ...input, amountFen: amount }),
  view: depositCard,
});

const refund = command({
  name: 'deposit refund',
  about: w('退还押金；默认全部在押的', 'Give a deposit back; all that is held by default'),
  fields: {
    no,
    amount: money({ label: w('金额；默认全部', 'amount; all by default') }),
    method,
    reason: text({ label: w('说明', 'why') }),
  },
  examples: ['wy deposit refund 001 --method bank'],
  run: (ctx, { amount, ...input }) => refundDeposit(ctx, { ...input, amountFen: amount }),
  view: depositCard,
});

const list = command({
  name: 'deposit list',
  about: w('押金台账和在押合计', 'The deposits and what is held in all'),
  fields: {
    unit: unit({ label: w('某房的', 'of this unit') }),
    kind: text({ label: w('某种的', 'of this kind'), placeholder: 'KIND' }),
    held: flag({ label: w('只看在押的', 'only those still held') }),
  },
  run: (ctx, input) => listDeposits(ctx, input),
  view: depositTable,
});

const show = command({
  name: 'deposit show',
  about: w('查看一笔押金和收、扣、退', 'Show a deposit and its moves'),
  fields: { no },
  run: (ctx, input) => requireDeposit(ctx, input.no),
  view: depositCard,
});

export const commands = [take, deduct, refund, list, show];
