import { command } from '../cli/command.ts';
import {
  building,
  choice,
  day,
  duration,
  file,
  flag,
  name,
  number,
  staff,
  text,
  unit,
  whole,
} from '../cli/field.ts';
import { w } from '../lib/words.ts';
import { NOTICE_WAYS } from './booking.ts';
import { listContacts, recordContact } from './contacts.ts';
import { dun } from './dun.ts';
import { limitations } from './limitation.ts';
import { RELATIONS, RESULTS, STAGES, WAYS } from './model.ts';
import { contactCard, contactTable, dunView, limitedView } from './view.ts';

const dunning = command({
  name: 'fee dun',
  about: w(
    '催缴名单：下一步向谁、用什么方式催，谁先不催',
    'Who is to be asked for arrears next, by which step, and who is left alone',
  ),
  fields: {
    asOf: day({ label: w('截至哪天；默认今天', 'as of this day; today unless said') }),
    stage: choice(STAGES, {
      label: w('只看这一步', 'only this step'),
      help: w(
        '不写时列出每户的下一步；没有停水停电停卡之类的步骤（民法典第九百四十四条）',
        'unless said the next step of each; none cuts off water, power or cards (Civil Code art. 944)',
      ),
    }),
    building: building({ label: w('楼栋', 'building') }),
    minMonths: whole({
      label: w('至少欠几个月', 'months owed at least'),
      min: 1,
      max: 600,
    }),
    record: flag({ label: w('登记：名单上的都已催', 'book the step for all listed') }),
    way: choice(NOTICE_WAYS, {
      label: w('通知用什么方式；默认短信', 'how the notices go out; by SMS unless said'),
    }),
    approvedBy: staff({
      label: w('决定走法律途径的管理处主任', 'the director who decided on legal action'),
    }),
    out: file({
      label: w(
        '写成 .csv 或 .xlsx，给短信平台或邮局；完整电话加 --reveal',
        'write .csv or .xlsx for the SMS platform or the post office; --reveal for full telephones',
      ),
    }),
  },
  examples: [
    'wy fee dun',
    'wy fee dun --stage notice --out 催缴.xlsx --reveal --record',
    'wy fee dun --stage letter --building 3',
    'wy fee dun --stage legal --record --approved-by 赵刚',
  ],
  inBatch: ({ out }) => (out === undefined ? undefined : 'notAtomic'),
  run: (ctx, input, { reveal }) => dun(ctx, { ...input, reveal }),
  reveals: ({ list }) => list.map((it) => it.unit),
  view: dunView,
});

const contact = command({
  name: 'fee contact',
  about: w(
    '记一次催缴：电话、短信、上门、信函、微信；上门时只记录，不代公司许诺',
    'Record a contact about arrears; at the door the desk records and promises nothing',
  ),
  fields: {
    unit: unit({ label: w('房号', 'unit') }),
    about: number({
      label: w('接着哪次催缴', 'the earlier contact that this one follows'),
      of: 'contact',
    }),
    way: choice(WAYS, { label: w('方式', 'way'), required: true }),
    result: choice(RESULTS, {
      label: w('结果', 'result'),
      help: w(
        '有异议的先不催，弄清后再记一次联系',
        'who disputes a debt is left alone until the next contact',
      ),
      required: true,
    }),
    promise: day({ label: w('答应哪天缴', 'the promised day of payment') }),
    tracking: text({ label: w('邮件号（EMS）', 'tracking number (EMS)'), placeholder: 'EMS-NO' }),
    delivered: day({ label: w('信函送达日期', 'when the letter was delivered') }),
    signedBy: name({ label: w('谁签收', 'who signed') }),
    relation: choice(RELATIONS, { label: w('签收人与欠费人的关系', 'how they are related') }),
    reason: text({ label: w('欠费原因或说明', 'why it was not paid, or a note') }),
    debtor: text({
      label: w('有几个欠费人时是谁', 'whose debt, where several owe'),
      placeholder: 'owner|developer|party|NAME',
    }),
  },
  oneOf: [['unit', 'about']],
  guides: {
    promise: ({ result = '' }) => ({ needed: ['promised', RESULTS.promised.zh].includes(result) }),
  },
  examples: [
    'wy fee contact --unit 3-2-1501 --way phone --result promised --promise 12-05',
    'wy fee contact --unit 3-2-1501 --way letter --result sent --tracking EMS1234567',
    'wy fee contact --about 001 --way letter --result reached --delivered 12-08 --signed-by 张伟 --relation self',
  ],
  run: (ctx, input) =>
    recordContact(ctx, { ...input, promiseOn: input.promise, deliveredOn: input.delivered }),
  view: contactCard,
});

const contacts = command({
  name: 'fee contacts',
  about: w('催缴记录：承诺有没有兑现', 'Contacts about arrears, and whether promises were kept'),
  fields: {
    no: number({
      label: w('只看这一次', 'only this one'),
      positional: true,
      of: 'contact',
    }),
    unit: unit({ label: w('房号', 'unit') }),
    since: day({ label: w('自哪天', 'from this day') }),
    until: day({ label: w('到哪天', 'to this day') }),
  },
  run: (ctx, input) => listContacts(ctx, input),
  view: contactTable,
});

const limitation = command({
  name: 'fee limitation',
  about: w(
    '诉讼时效：哪些欠费快满三年',
    'The limitation: which debts can soon be refused, by their last day',
  ),
  fields: {
    within: duration({
      label: w('看多远，如 6mo；默认按政策', 'how far it looks, such as 6mo; else by the policy'),
    }),
    asOf: day({ label: w('截至哪天；默认今天', 'as of this day; today unless said') }),
    unit: unit({ label: w('房号', 'unit') }),
  },
  examples: ['wy fee limitation --within 6mo'],
  run: (ctx, input) => limitations(ctx, input),
  view: limitedView,
});

export const commands = [dunning, contact, contacts, limitation];
