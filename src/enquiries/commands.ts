import { showCase } from '../cases/record.ts';
import { command } from '../cli/command.ts';
import { choice, day, flag, moment, name, number, phone, text, unit } from '../cli/field.ts';
import { w } from '../lib/words.ts';
import { CHANNELS, KINDS, STATES } from './model.ts';
import { ENQUIRY, listEnquiries } from './record.ts';
import { enquiryCard, enquiryPage, enquiryTable } from './view.ts';
import {
  answerEnquiry,
  closeEnquiry,
  logEnquiry,
  noteOnEnquiry,
  passEnquiry,
  promiseAnswer,
} from './work.ts';

const no = number({
  label: w('记录编号或其末尾几位', 'number of the enquiry, or its end'),
  required: true,
  positional: true,
  of: 'enquiry',
});

const log = command({
  name: 'visit enquiry log',
  about: w(
    '登记来电、来访、留言（不是报修也不是投诉）',
    'Record a call, a visitor or a message that is neither repair nor complaint',
  ),
  fields: {
    channel: choice(CHANNELS, { label: w('方式', 'channel'), required: true }),
    text: text({ label: w('事由', 'what it is about'), required: true }),
    who: name({ label: w('来人姓名或单位', 'who called or came'), ask: true }),
    phone: phone({ label: w('电话', 'phone'), ask: true }),
    unit: unit({ label: w('房号', 'unit'), ask: true }),
    kind: choice(KINDS, { label: w('性质；默认按方式', 'what it is; by the channel by default') }),
    answer: text({ label: w('当场的答复', 'the answer given at once'), ask: true }),
    promise: moment({
      label: w('约定何时答复', 'until when an answer was promised'),
      bareDay: 'end',
    }),
    passTo: text({
      label: w('转给谁：员工、岗位或其他人', 'passed on to: staff, a role or somebody else'),
    }),
  },
  reveals: (enquiry) => [enquiry.no],
  examples: [
    'wy visit enquiry log --channel phone --unit 3-2-1501 --text "问暖气何时供应" --answer "11月15日"',
    'wy visit enquiry log --channel visit --who 张伟 --phone 13800000002 --text "问车位租金" --promise "明天 17:00" --pass-to 财务',
    'wy visit enquiry log --channel phone --kind message --who 张伟 --text "请主任回电" --pass-to director',
  ],
  run: (ctx, input) => logEnquiry(ctx, { ...input, promisedAt: input.promise }),
  view: enquiryCard,
});

const answer = command({
  name: 'visit enquiry answer',
  about: w('登记答复', 'The answer was given'),
  fields: { no, text: text({ label: w('答复', 'answer'), required: true, positional: true }) },
  examples: ['wy visit enquiry answer 001 "地下一层 400 元/月"'],
  run: (ctx, input) => answerEnquiry(ctx, input.no, input.text),
  view: enquiryCard,
});

const promise = command({
  name: 'visit enquiry promise',
  about: w('约定或改约答复时间', 'An answer is promised until then, or until another time'),
  fields: {
    no,
    until: moment({ label: w('何时答复', 'until when'), required: true, bareDay: 'end' }),
  },
  examples: ['wy visit enquiry promise 001 --until "明天 17:00"'],
  run: (ctx, input) => promiseAnswer(ctx, input.no, input.until),
  view: enquiryCard,
});

const pass = command({
  name: 'visit enquiry pass',
  about: w('转给他人（留言和公务随即了结）', 'Pass it on; that settles messages and officials'),
  fields: {
    no,
    to: text({
      label: w('转给谁：员工、岗位或其他人', 'to whom: staff, a role or somebody else'),
      required: true,
    }),
  },
  examples: ['wy visit enquiry pass 001 --to engineering'],
  run: (ctx, input) => passEnquiry(ctx, input.no, input.to),
  view: enquiryCard,
});

const close = command({
  name: 'visit enquiry close',
  about: w('不再需要答复，了结', 'No answer is needed any more'),
  fields: { no, reason: text({ label: w('原因', 'reason'), required: true }) },
  examples: ['wy visit enquiry close 001 --reason "来人说不用了"'],
  run: (ctx, input) => closeEnquiry(ctx, input.no, input.reason),
  view: enquiryCard,
});

const note = command({
  name: 'visit enquiry note',
  about: w('补充记录', 'Write down anything else'),
  fields: { no, text: text({ label: w('内容', 'text'), required: true, positional: true }) },
  run: (ctx, input) => noteOnEnquiry(ctx, input.no, input.text),
  view: enquiryCard,
});

const show = command({
  name: 'visit enquiry show',
  about: w('查看一条来访来电记录和经过', 'Show an enquiry and its timeline'),
  fields: { no },
  reveals: (enquiry) => [enquiry.no],
  run: (ctx, input) => showCase(ctx, ENQUIRY, input.no),
  view: enquiryPage,
});

const list = command({
  name: 'visit enquiry list',
  about: w('来访来电记录', 'List enquiries'),
  fields: {
    state: choice(STATES, { label: w('只看某种状态', 'only this state') }),
    open: flag({ label: w('待答复的', 'those still open') }),
    unit: unit({ label: w('某房的', 'of this unit') }),
    since: day({ label: w('某天以后登记的', 'received on this day or later') }),
    until: day({ label: w('某天以前登记的', 'received on this day or earlier') }),
  },
  reveals: (enquiries) => enquiries.map((enquiry) => enquiry.no),
  run: (ctx, input) => listEnquiries(ctx, input),
  view: enquiryTable,
});

export const commands = [log, answer, promise, pass, close, note, show, list];
