import { command } from '../cli/command.ts';
import { choice, day, moment, money, number, staff, text, whole } from '../cli/field.ts';
import type { Ctx } from '../context.ts';
import { w } from '../lib/words.ts';
import { categoryNames } from './categories.ts';
import { escalate } from './escalation.ts';
import { MEASURES } from './model.ts';
import { complaintCard, type Named } from './view.ts';
import {
  addMeasure,
  analyse,
  assignComplaint,
  carryOut,
  investigate,
  noteOn,
  planRemedy,
  promiseReply,
  replyTo,
  stopHarm,
} from './work.ts';

/** A result as it is shown at this site. */
export const named = <T>(ctx: Ctx, it: T): Named<T> => ({
  it,
  categories: categoryNames(ctx.policy),
});

export const no = number({
  label: w('投诉编号或其末尾几位', 'number of the complaint, or its end'),
  required: true,
  positional: true,
});

const escalateCommand = command({
  name: 'complaint escalate',
  about: w('上报：告诉了谁', 'Somebody was told of it'),
  fields: {
    no,
    to: staff({
      label: w('告诉了谁', 'who was told'),
      help: w('姓名或岗位', 'by name or role'),
      placeholder: 'STAFF-OR-ROLE',
      required: true,
    }),
    told: moment({
      label: w('何时告诉的，默认现在', 'when they were told; now by default'),
      ask: true,
    }),
  },
  examples: [
    'wy complaint escalate 001 --to director',
    'wy complaint escalate 001 --to 李强 --told 10:20',
  ],
  run: (ctx, input) => named(ctx, escalate(ctx, input.no, input.to, input.told)),
  view: complaintCard,
});

const stop = command({
  name: 'complaint stop',
  about: w('正在发生的损害已制止', 'The harm that was going on was stopped'),
  fields: {
    no,
    stopped: moment({
      label: w('何时制止的，默认现在', 'when it was stopped; now by default'),
      ask: true,
    }),
  },
  examples: ['wy complaint stop 001 --stopped 09:50'],
  run: (ctx, input) => named(ctx, stopHarm(ctx, input.no, input.stopped)),
  view: complaintCard,
});

const investigateCommand = command({
  name: 'complaint investigate',
  about: w('核实情况', 'The facts are verified'),
  fields: { no, facts: text({ label: w('核实到的情况', 'what was found'), required: true }) },
  examples: ['wy complaint investigate 001 --facts "垃圾车故障，当天未清运"'],
  run: (ctx, input) => named(ctx, investigate(ctx, input.no, input.facts)),
  view: complaintCard,
});

const assign = command({
  name: 'complaint assign',
  about: w('指派经办人', 'Name who handles it'),
  fields: { no, to: staff({ label: w('经办人', 'who handles it'), required: true }) },
  run: (ctx, input) => named(ctx, assignComplaint(ctx, input.no, input.to)),
  view: complaintCard,
});

const plan = command({
  name: 'complaint plan',
  about: w('记录一项补救方案和费用（可多次）', 'A remedy and what it costs; once for each'),
  fields: {
    no,
    remedy: text({ label: w('方案', 'remedy'), required: true }),
    cost: money({ label: w('费用（元）', 'cost in yuan'), ask: true }),
  },
  examples: ['wy complaint plan 001 --remedy "赔偿清洗费" --cost 200'],
  run: (ctx, input) =>
    named(ctx, planRemedy(ctx, input.no, { text: input.remedy, costFen: input.cost })),
  view: complaintCard,
});

const { corrective, preventive } = MEASURES;

const measure = command({
  name: 'complaint measure',
  about: w(
    '定一项纠正或预防措施：谁、到何时',
    'A corrective or preventive measure: who, until when',
  ),
  fields: {
    no,
    kind: choice({ corrective, preventive }, { label: w('种类', 'kind'), required: true }),
    text: text({ label: w('措施', 'the measure'), required: true }),
    owner: staff({ label: w('责任人', 'who carries it out'), required: true }),
    until: day({ label: w('到哪一天', 'until which day'), required: true }),
  },
  examples: [
    'wy complaint measure 001 --kind preventive --text "每周检查电梯" --owner 李强 --until 2026-12-01',
  ],
  run: (ctx, { no: typed, until, ...input }) =>
    named(ctx, addMeasure(ctx, typed, { ...input, untilOn: until })),
  view: complaintCard,
});

const done = command({
  name: 'complaint done',
  about: w('措施已落实', 'A measure was carried out'),
  fields: {
    no,
    part: whole({
      label: w('第几项措施', 'which of its measures'),
      placeholder: 'PART',
      required: true,
      positional: true,
      min: 1,
      max: 999,
    }),
  },
  examples: ['wy complaint done 001 2'],
  run: (ctx, input) => named(ctx, carryOut(ctx, input.no, input.part)),
  view: complaintCard,
});

const reply = command({
  name: 'complaint reply',
  about: w('给住户明确答复', 'A clear answer to the resident'),
  fields: {
    no,
    text: text({ label: w('答复', 'the answer'), required: true, positional: true }),
  },
  examples: ['wy complaint reply 001 "电梯已停用检修，明天恢复"'],
  run: (ctx, input) => named(ctx, replyTo(ctx, input.no, input.text)),
  view: complaintCard,
});

const promise = command({
  name: 'complaint promise',
  about: w('约定答复时间', 'An answer is promised by a time'),
  fields: {
    no,
    until: moment({ label: w('约定的时间', 'by when'), required: true, bareDay: 'end' }),
    text: text({ label: w('答复什么', 'what is to be answered') }),
  },
  examples: ['wy complaint promise 001 --until "明天 10:00"'],
  run: (ctx, input) => named(ctx, promiseReply(ctx, input.no, input.until, input.text)),
  view: complaintCard,
});

const note = command({
  name: 'complaint note',
  about: w('记录进度或其他情况', 'Write down the progress or anything else'),
  fields: {
    no,
    text: text({ label: w('内容', 'text'), required: true, positional: true }),
  },
  run: (ctx, input) => named(ctx, noteOn(ctx, input.no, input.text)),
  view: complaintCard,
});

const analyseCommand = command({
  name: 'complaint analyse',
  about: w('写重复问题的统计分析报告', 'The written analysis of what recurs'),
  fields: {
    no,
    text: text({ label: w('分析', 'the analysis'), required: true, positional: true }),
  },
  run: (ctx, input) => named(ctx, analyse(ctx, input.no, input.text)),
  view: complaintCard,
});

export const workCommands = [
  escalateCommand,
  stop,
  investigateCommand,
  assign,
  plan,
  measure,
  done,
  reply,
  promise,
  note,
  analyseCommand,
];
