import { RESULTS } from '../cases/model.ts';
import { command } from '../cli/command.ts';
import {
  choice,
  day,
  flag,
  moment,
  money,
  name,
  number,
  phone,
  staff,
  text,
  unit,
  whole,
  yesNo,
} from '../cli/field.ts';
import { w } from '../lib/words.ts';
import { cancelTicket, closeTicket, recordCallback, reopenTicket } from './ending.ts';
import { CATEGORIES, CHARGES, STATES } from './model.ts';
import { openTicket } from './opening.ts';
import { listTickets, showTicket, withCharges } from './record.ts';
import { chargedTicketCard, ticketCard, ticketPage, ticketTable } from './view.ts';
import {
  appointAcceptance,
  arriveAt,
  assignTicket,
  finishTicket,
  informResident,
  noteOn,
  postponeTicket,
  recordLeakTest,
} from './work.ts';

const no = number({
  label: w('工单编号或其末尾几位', 'number of the ticket, or its end'),
  required: true,
  positional: true,
});

const reason = text({ label: w('原因', 'reason'), required: true });

const open = command({
  name: 'ticket open',
  about: w('登记报修', 'Record a repair that was reported'),
  fields: {
    unit: unit({ label: w('房号', 'unit') }),
    place: text({ label: w('公共部位，如 3栋大堂', 'public place, such as the lobby') }),
    item: text({ label: w('报修内容', 'what is broken'), required: true }),
    system: text({ label: w('系统', 'system') }),
    part: text({ label: w('部件', 'part') }),
    damage: text({ label: w('损坏程度', 'extent of the damage') }),
    caller: name({ label: w('报修人', 'who called') }),
    phone: phone({ label: w('联系电话', 'phone'), ask: true }),
    category: choice(CATEGORIES, {
      label: w('类别，默认一般', 'category; general by default'),
      ask: true,
    }),
    urgent: flag({ label: w('急修', 'urgent'), ask: true }),
    appointment: moment({ label: w('约定上门时间', 'agreed time'), ask: true, bareDay: 'end' }),
    charge: choice(CHARGES, {
      label: w('收费；默认按交房日期和保修期', 'who pays; by handover and warranty by default'),
    }),
  },
  oneOf: [['unit', 'place']],
  reveals: (ticket) => [ticket.no],
  examples: [
    'wy ticket open --unit 3-2-1501 --item "厨房水管漏水"',
    'wy ticket open --place "3栋大堂" --item "灯不亮" --urgent',
    'wy ticket open --unit 3-2-1501 --item "换锁" --appointment "明天 14:00"',
  ],
  run: (ctx, input) =>
    openTicket(ctx, {
      ...input,
      category: input.category ?? 'general',
      appointmentAt: input.appointment,
    }),
  view: ticketCard,
});

const assign = command({
  name: 'ticket assign',
  about: w('派工', 'Name the worker'),
  fields: {
    no,
    to: staff({ label: w('维修人', 'worker'), required: true }),
    signed: flag({ label: w('维修人已签领工单', 'the worker signed for the slip') }),
  },
  run: (ctx, input) => assignTicket(ctx, input.no, input.to, input.signed),
  view: ticketCard,
});

const arrive = command({
  name: 'ticket arrive',
  about: w('登记到场', 'The worker is on site'),
  fields: { no },
  run: (ctx, input) => arriveAt(ctx, input.no),
  view: ticketCard,
});

const postpone = command({
  name: 'ticket postpone',
  about: w('改期（之后须告知住户）', 'Agree on another time; the resident must then be told'),
  fields: {
    no,
    until: moment({ label: w('改到', 'new time'), required: true, bareDay: 'end' }),
    reason,
  },
  examples: ['wy ticket postpone 001 --until "明天 10:00" --reason "等配件"'],
  run: (ctx, input) => postponeTicket(ctx, input.no, input.until, input.reason),
  view: ticketCard,
});

const inform = command({
  name: 'ticket inform',
  about: w('已把新时间告知住户', 'The resident was told the new time'),
  fields: { no },
  run: (ctx, input) => informResident(ctx, input.no),
  view: ticketCard,
});

const note = command({
  name: 'ticket note',
  about: w('记录进度或其他情况', 'Write down the progress or anything else'),
  fields: {
    no,
    text: text({ label: w('内容', 'text'), required: true, positional: true }),
  },
  examples: ['wy ticket note 001 "配件明天到货"'],
  run: (ctx, input) => noteOn(ctx, input.no, input.text),
  view: ticketCard,
});

const finish = command({
  name: 'ticket finish',
  about: w('登记完工', 'The work is done'),
  fields: {
    no,
    work: text({ label: w('做了什么', 'what was done'), required: true }),
    cost: money({ label: w('费用（元）', 'cost in yuan'), ask: true }),
    leakTested: moment({ label: w('试漏时间（渗漏水）', 'when the leak was tested') }),
  },
  examples: ['wy ticket finish 001 --work "更换角阀" --cost 35.00'],
  run: (ctx, input) =>
    finishTicket(ctx, input.no, {
      work: input.work,
      costFen: input.cost,
      leakTestedAt: input.leakTested,
    }),
  view: ticketCard,
});

const leakTest = command({
  name: 'ticket leak-test',
  about: w(
    '登记完工后的试漏（回访由此起算）',
    'A water test after the work; the callback counts from it',
  ),
  fields: { no },
  run: (ctx, input) => recordLeakTest(ctx, input.no),
  view: ticketCard,
});

const appoint = command({
  name: 'ticket appoint',
  about: w('约业主复验缺陷（工程维修陪同）', 'Fix a time for the owner to accept a mended defect'),
  fields: {
    no,
    until: moment({ label: w('约定的时间', 'agreed time'), required: true, bareDay: 'end' }),
  },
  examples: ['wy ticket appoint 001 --until "明天 10:00"'],
  run: (ctx, input) => appointAcceptance(ctx, input.no, input.until),
  view: ticketCard,
});

const close = command({
  name: 'ticket close',
  about: w('工单收回，住户已签字', 'The slip is back, signed by the resident'),
  fields: {
    no,
    signedBy: name({ label: w('签字人', 'who signed'), required: true }),
    satisfied: yesNo({
      label: w('住户满意', 'the resident is satisfied'),
      help: w('no 则返工', 'no sends it back to work'),
      required: true,
    }),
  },
  run: (ctx, input) =>
    withCharges(
      ctx,
      closeTicket(ctx, input.no, { signedBy: input.signedBy, satisfied: input.satisfied }),
    ),
  view: chargedTicketCard,
});

const reopen = command({
  name: 'ticket reopen',
  about: w('返修', 'It is not done after all: a repeat repair'),
  fields: { no, reason },
  run: (ctx, input) => reopenTicket(ctx, input.no, input.reason),
  view: ticketCard,
});

const cancel = command({
  name: 'ticket cancel',
  about: w('取消', 'Cancel it'),
  fields: { no, reason },
  run: (ctx, input) => cancelTicket(ctx, input.no, input.reason),
  view: ticketCard,
});

const score = { min: 1, max: 5 } as const;

const callback = command({
  name: 'ticket callback',
  about: w('回访（不满意则返修）', 'Call the resident back; a dissatisfied one reopens it'),
  fields: {
    no,
    result: choice(RESULTS, { label: w('结果', 'result'), required: true }),
    quality: whole({ label: w('质量评分', 'quality'), ...score }),
    attitude: whole({ label: w('态度评分', 'attitude'), ...score }),
    note: text({ label: w('意见', 'what they said'), ask: true }),
  },
  run: (ctx, input) => recordCallback(ctx, input.no, input),
  view: ticketCard,
});

const show = command({
  name: 'ticket show',
  about: w('查看工单和经过', 'Show a ticket and its timeline'),
  fields: { no },
  reveals: (ticket) => [ticket.no],
  run: (ctx, input) => showTicket(ctx, input.no),
  view: ticketPage,
});

const list = command({
  name: 'ticket list',
  about: w('工单列表', 'List tickets'),
  fields: {
    state: choice(STATES, { label: w('只看某种状态', 'only this state') }),
    open: flag({ label: w('未结单的', 'neither closed nor cancelled') }),
    overdue: flag({ label: w('有超期事项的', 'with something overdue') }),
    to: staff({ label: w('派给某人的', 'assigned to') }),
    unit: unit({ label: w('某房的', 'of this unit') }),
    defects: flag({ label: w('只看交房缺陷', 'only defects found at a move-in') }),
    since: day({ label: w('某天以后报修的', 'opened on this day or later') }),
    until: day({ label: w('某天以前报修的', 'opened on this day or earlier') }),
  },
  reveals: (tickets) => tickets.map((ticket) => ticket.no),
  run: (ctx, input) => listTickets(ctx, input),
  view: ticketTable,
});

export const commands = [
  open,
  assign,
  arrive,
  postpone,
  inform,
  note,
  finish,
  leakTest,
  appoint,
  close,
  reopen,
  cancel,
  callback,
  show,
  list,
];
