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
} from '../cli/field.ts';
import type { Ctx } from '../context.ts';
import { w } from '../lib/words.ts';
import { categoriesInUse, categoryNames } from './categories.ts';
import {
  closeComplaint,
  recordCallback,
  reopenComplaint,
  resolveComplaint,
  signCallback,
  tellResult,
} from './ending.ts';
import { escalate } from './escalation.ts';
import { AGAINST, CHANNELS, GRADES, MEASURES, NATURES, STATES } from './model.ts';
import { logComplaint } from './opening.ts';
import { proposeCategory, proposeGrade, proposeNature } from './proposal-rules.ts';
import { listComplaints, searchComplaints, showComplaint } from './record.ts';
import { regrade } from './regrading.ts';
import { listRepeats } from './repeats.ts';
import { complaintCard, complaintPage, complaintTable, type Named, repeatsTable } from './view.ts';
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
const named = <T>(ctx: Ctx, it: T): Named<T> => ({ it, categories: categoryNames(ctx.policy) });

const no = number({
  label: w('投诉编号或其末尾几位', 'number of the complaint, or its end'),
  required: true,
  positional: true,
});

const reason = text({ label: w('原因', 'reason'), required: true });

const category = text({
  label: w('类别（代码或名称）', 'category, by code or name'),
  placeholder: 'CATEGORY',
});

const log = command({
  name: 'complaint log',
  about: w('登记投诉', 'Record a complaint'),
  fields: {
    text: text({ label: w('投诉什么、经过', 'what it is about'), required: true }),
    unit: unit({ label: w('投诉人房号', 'unit of who complains'), ask: true }),
    who: name({
      label: w('投诉人', 'who complains'),
      help: w('登记过的住户自动填房号', 'the unit is found in the registry'),
      ask: true,
    }),
    phone: phone({ label: w('联系电话', 'phone'), ask: true }),
    place: text({ label: w('事发地点', 'where it happened'), ask: true }),
    channel: choice(CHANNELS, { label: w('来源', 'channel'), required: true }),
    grade: choice(GRADES, { label: w('级别', 'grade'), required: true }),
    nature: choice(NATURES, { label: w('性质', 'nature'), required: true }),
    category: text({
      label: w(
        '类别（代码或名称），默认按用词',
        'category, by code or name; by the words by default',
      ),
      placeholder: 'CATEGORY',
      ask: true,
    }),
    against: choice(AGAINST, {
      label: w('被投诉的部门或岗位', 'department or role it is about'),
      required: true,
    }),
    person: name({ label: w('被投诉的人', 'the person it is about') }),
    happened: moment({ label: w('发生时间', 'when it happened') }),
    wants: text({ label: w('住户的要求', 'what the resident wants'), ask: true }),
    until: moment({
      label: w('住户要求的时限', 'until when the resident wants it settled'),
      ask: true,
      bareDay: 'end',
    }),
    harmOngoing: flag({ label: w('损害正在发生', 'a harm is going on'), ask: true }),
    about: text({
      label: w('由哪张工单引起', 'the repair ticket that became this complaint'),
      placeholder: 'NO',
      of: 'ticket',
    }),
  },
  proposes: {
    grade: (typed, { policy }) => proposeGrade(typed.text ?? '', policy.complaints.grades),
    nature: (typed, { policy }) => proposeNature(typed.text ?? '', policy.complaints.natures),
    category: (typed, { policy }) => ({
      ...proposeCategory(typed.text ?? '', policy.complaints.categories),
      choices: categoriesInUse(policy),
    }),
  },
  reveals: ({ it }) => [it.no],
  examples: [
    'wy complaint log --unit 3-2-1501 --text "楼道垃圾两天没人清" --channel phone --grade minor --nature valid --against cleaning',
    'wy complaint log --who 张伟 --text "电梯困人半小时" --channel phone --grade major --nature valid --against engineering --harm-ongoing',
    'wy complaint log --unit 3-2-1501 --text "报修三天没人来" --channel visit --grade important --nature valid --against engineering --about T261122-001',
  ],
  run: (ctx, { person, happened, until, ...input }) => {
    const made = { ...input, againstPerson: person, happenedAt: happened, askedUntilAt: until };
    return named(ctx, logComplaint(ctx, made));
  },
  view: complaintCard,
});

const escalateCommand = command({
  name: 'complaint escalate',
  about: w('上报：告诉了谁', 'Somebody was told of it'),
  fields: {
    no,
    to: staff({
      label: w('告诉了谁（姓名或岗位）', 'who was told, by name or role'),
      placeholder: 'STAFF-OR-ROLE',
      required: true,
    }),
    told: moment({ label: w('何时告诉的，默认现在', 'when they were told; now by default') }),
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
    stopped: moment({ label: w('何时制止的，默认现在', 'when it was stopped; now by default') }),
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

const resolve = command({
  name: 'complaint resolve',
  about: w('处理完毕（当天须告知结果）', 'It is settled; the result must be told the same day'),
  fields: { no, result: text({ label: w('处理结果', 'result'), required: true }) },
  examples: ['wy complaint resolve 001 --result "已清运，增加一次巡查"'],
  run: (ctx, input) => named(ctx, resolveComplaint(ctx, input.no, input.result)),
  view: complaintCard,
});

const tell = command({
  name: 'complaint tell',
  about: w('已把处理结果告知投诉人', 'The resident was told the result'),
  fields: { no },
  run: (ctx, input) => named(ctx, tellResult(ctx, input.no)),
  view: complaintCard,
});

const close = command({
  name: 'complaint close',
  about: w('结案（之后须回访）', 'Close it; a callback must follow'),
  fields: { no },
  run: (ctx, input) => named(ctx, closeComplaint(ctx, input.no)),
  view: complaintCard,
});

const head = {
  label: w('签字的部门负责人', 'the head of the department who signed'),
};

const callback = command({
  name: 'complaint callback',
  about: w('回访（不满意则重新处理）', 'Call the resident back; a dissatisfied one reopens it'),
  fields: {
    no,
    result: choice(RESULTS, { label: w('结果', 'result'), required: true }),
    signedBy: staff({ ...head, ask: true }),
    note: text({ label: w('意见', 'what they said'), ask: true }),
  },
  examples: ['wy complaint callback 001 --result satisfied --signed-by 王芳'],
  run: (ctx, input) => named(ctx, recordCallback(ctx, input.no, input)),
  view: complaintCard,
});

const sign = command({
  name: 'complaint sign',
  about: w('部门负责人补签回访单', 'The head of the department signs the callback later'),
  fields: { no, signedBy: staff({ ...head, required: true }) },
  run: (ctx, input) => named(ctx, signCallback(ctx, input.no, input.signedBy)),
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

const regradeCommand = command({
  name: 'complaint regrade',
  about: w(
    '改判级别、性质、类别或部门（时限按接到时间重算）',
    'Judge it anew; what is open counts from the reception',
  ),
  fields: {
    no,
    grade: choice(GRADES, { label: w('级别', 'grade') }),
    nature: choice(NATURES, { label: w('性质', 'nature') }),
    category,
    against: choice(AGAINST, { label: w('被投诉的部门或岗位', 'department or role') }),
    reason,
  },
  examples: ['wy complaint regrade 001 --grade major --reason "有人受伤"'],
  run: (ctx, { no: typed, ...to }) => named(ctx, regrade(ctx, typed, to)),
  view: complaintCard,
});

const reopen = command({
  name: 'complaint reopen',
  about: w('重新处理', 'It is not settled after all'),
  fields: { no, reason },
  run: (ctx, input) => named(ctx, reopenComplaint(ctx, input.no, input.reason)),
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

const show = command({
  name: 'complaint show',
  about: w('查看投诉和经过', 'Show a complaint and its timeline'),
  fields: { no },
  reveals: ({ it }) => [it.no],
  run: (ctx, input) => named(ctx, showComplaint(ctx, input.no)),
  view: complaintPage,
});

const list = command({
  name: 'complaint list',
  about: w('投诉列表', 'List complaints'),
  fields: {
    state: choice(STATES, { label: w('只看某种状态', 'only this state') }),
    open: flag({ label: w('未结案的', 'not closed') }),
    overdue: flag({ label: w('有超期事项的', 'with something overdue') }),
    grade: choice(GRADES, { label: w('某一级别的', 'of this grade') }),
    category,
    unit: unit({ label: w('某房的', 'of this unit') }),
    against: choice(AGAINST, { label: w('被投诉的部门或岗位', 'about this department or role') }),
    since: day({ label: w('某天以后接到的', 'received on this day or later') }),
    until: day({ label: w('某天以前接到的', 'received on this day or earlier') }),
  },
  reveals: ({ it }) => it.map((complaint) => complaint.no),
  examples: ['wy complaint list --open --grade major', 'wy complaint list --overdue'],
  run: (ctx, input) => named(ctx, listComplaints(ctx, input)),
  view: complaintTable,
});

const search = command({
  name: 'complaint search',
  about: w(
    '在投诉内容、情况、结果和投诉人中查找',
    'Look a text up in what was said, found and done',
  ),
  fields: {
    text: text({ label: w('查什么', 'what to look for'), required: true, positional: true }),
    limit: whole({
      label: w('最多列出多少，默认 50', 'how many at the most; 50 by default'),
      min: 1,
      max: 10_000,
    }),
  },
  reveals: ({ it }) => it.map((complaint) => complaint.no),
  examples: ['wy complaint search 电梯'],
  run: (ctx, input) => named(ctx, searchComplaints(ctx, input.text, input.limit)),
  view: complaintTable,
});

const repeats = command({
  name: 'complaint repeats',
  about: w('重复投诉：同一房或同一类别', 'What repeats: of one unit or one category'),
  fields: {
    since: day({
      label: w('自哪天起，默认按政策往前推', 'from this day; by the policy by default'),
    }),
    until: day({ label: w('到哪天止，默认今天', 'up to this day; today by default') }),
  },
  run: (ctx, input) => named(ctx, listRepeats(ctx, input)),
  view: repeatsTable,
});

export const commands = [
  log,
  escalateCommand,
  stop,
  investigateCommand,
  assign,
  plan,
  measure,
  done,
  reply,
  promise,
  resolve,
  tell,
  close,
  callback,
  sign,
  note,
  regradeCommand,
  reopen,
  analyseCommand,
  show,
  list,
  search,
  repeats,
];
