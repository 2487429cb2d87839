import { command } from '../cli/command.ts';
import { choice, duration, month, name, number, staff, text, unit, whole } from '../cli/field.ts';
import { categoryNames } from '../complaints/categories.ts';
import { AGAINST } from '../complaints/model.ts';
import { monthOf } from '../lib/day.ts';
import { w } from '../lib/words.ts';
import { ROLE_TITLES } from '../policy/roles.ts';
import { callList } from './calling.ts';
import { conclude as concludeMonth, meetCommittee } from './concluding.ts';
import { logVisit } from './logging.ts';
import { OUTCOMES, WAYS } from './model.ts';
import { reportPage } from './report-view.ts';
import { reportOf } from './reporting.ts';
import { sampleOf } from './sampling.ts';
import { callName, calls, monthlyCard, samplePage, visitCard, visitTable } from './view.ts';
import { listVisits, showVisit } from './visits.ts';

const due = command({
  name: 'visit due',
  about: w('回访单：给谁打电话、问什么', 'The call list: whom to call, what to ask'),
  fields: {
    role: choice(ROLE_TITLES, { label: w('只看某个岗位的', 'only what this role owes') }),
    within: duration({
      label: w('只看多久以内到期的，如 1d', 'only what is due within, such as 1d'),
    }),
  },
  reveals: (list) => [...new Set(list.map(callName))],
  examples: ['wy visit due', 'wy visit due --role clerk --reveal', 'wy visit due --within 0d'],
  run: (ctx, input) => callList(ctx, input),
  view: calls,
});

const score = { min: 1, max: 5 } as const;

const log = command({
  name: 'visit log',
  about: w('登记走访、回访的结果', 'Record a visit or a call, and what was said'),
  fields: {
    no: number({
      label: w(
        '工单、投诉、入住资料或走访计划的编号',
        'number of a ticket, complaint, move-in or plan',
      ),
      positional: true,
      of: 'call',
    }),
    unit: unit({ label: w('房号（抽样、走访）', 'unit, of the sample or for its own sake') }),
    way: choice(WAYS, { label: w('方式', 'way'), required: true }),
    result: choice(OUTCOMES, { label: w('结果', 'result'), required: true }),
    opinion: text({ label: w('意见', 'opinion'), ask: true }),
    needs: text({ label: w('需求', 'needs'), ask: true }),
    handling: text({ label: w('处理意见', 'what is done about it'), ask: true }),
    quality: whole({ label: w('质量评分（维修）', 'quality, of a repair'), ...score }),
    attitude: whole({ label: w('态度评分（维修）', 'attitude, of a repair'), ...score }),
    signedBy: staff({ label: w('签字的部门负责人（投诉）', 'head who signs, of a complaint') }),
    ticket: text({ label: w('新报修的内容，当即开单', 'what is broken: opens a ticket at once') }),
    complaint: text({ label: w('新投诉的内容，当即登记', 'a complaint, recorded at once') }),
    against: choice(AGAINST, {
      label: w('新投诉针对谁；默认按类别', 'whom it is against; by its category by default'),
    }),
  },
  oneOf: [['no', 'unit']],
  examples: [
    'wy visit log T261122-001 --way phone --result satisfied --quality 5 --attitude 5',
    'wy visit log C261122-001 --way phone --result fair --opinion "希望早点答复" --signed-by 王芳',
    'wy visit log 001 --way phone --result no-answer',
    'wy visit log --unit 3-2-1501 --way door --result satisfied --needs "楼道加灯" --ticket "楼道灯不亮"',
  ],
  run: (ctx, input) => logVisit(ctx, input),
  view: visitCard,
});

const list = command({
  name: 'visit list',
  about: w('走访记录列表', 'List visits and calls'),
  fields: {
    unit: unit({ label: w('某房的', 'of this unit') }),
    month: month({ label: w('某月的', 'of this month') }),
    result: choice(OUTCOMES, { label: w('只看某种结果', 'only this result') }),
  },
  run: (ctx, input) => listVisits(ctx, input),
  view: visitTable,
});

const show = command({
  name: 'visit show',
  about: w('查看一次走访', 'Show a visit'),
  fields: {
    no: number({
      label: w('走访编号或其末尾几位', 'number of the visit, or its end'),
      required: true,
      positional: true,
    }),
  },
  run: (ctx, input) => showVisit(ctx, input.no),
  view: visitCard,
});

const optionalMonth = month({ label: w('月份；默认本月', 'month; this one by default') });
const neededMonth = month({ label: w('月份', 'month'), required: true });

const sample = command({
  name: 'visit sample',
  about: w('抽取或查看一个月的回访样本', 'Draw the sample of a month, or show it'),
  fields: {
    month: optionalMonth,
    seed: text({
      label: w('抽样种子；默认月份和小区', 'seed of the draw; month and site by default'),
    }),
  },
  reveals: ({ units }) => units.map((each) => each.unit),
  examples: ['wy visit sample --month 2026-11', 'wy visit sample --month 上月 --json'],
  run: (ctx, input) => sampleOf(ctx, input.month ?? monthOf(ctx.today), input.seed),
  view: samplePage,
});

const report = command({
  name: 'visit report',
  about: w(
    '一个月的走访回访汇总：楼栋、事由、结果、反复出现的问题',
    'Sum up a month: by building, reason and result, and what recurs',
  ),
  fields: { month: optionalMonth },
  examples: ['wy visit report --month 2026-11', 'wy visit report --month 上月 --json'],
  run: (ctx, input) => ({
    ...reportOf(ctx, input.month ?? monthOf(ctx.today)),
    complaintCategories: categoryNames(ctx.policy),
  }),
  view: reportPage,
});

const conclude = command({
  name: 'visit conclude',
  about: w(
    '月末汇总分析已写好并报主任',
    "The month's summary was written and given to the director",
  ),
  fields: {
    month: neededMonth,
    text: text({ label: w('汇总分析', 'summary and analysis'), required: true, positional: true }),
  },
  examples: [
    'wy visit conclude --month 2026-11 "回访 42 户，满意率 95%；渗漏水反复，已请工程部排查"',
  ],
  run: (ctx, input) => concludeMonth(ctx, input.month, input.text),
  view: monthlyCard,
});

const committee = command({
  name: 'visit committee',
  about: w('本月已与业主委员会沟通', "The month's talk with the owners' committee"),
  fields: {
    month: neededMonth,
    text: text({
      label: w('沟通了什么', 'what was talked about'),
      required: true,
      positional: true,
    }),
    with: name({ label: w('同谁', 'with whom'), ask: true }),
  },
  examples: ['wy visit committee --month 2026-11 "电梯更新、停车管理" --with "业委会张主任"'],
  run: (ctx, input) => meetCommittee(ctx, input.month, { text: input.text, with: input.with }),
  view: monthlyCard,
});

export const commands = [due, log, list, show, sample, report, conclude, committee];
