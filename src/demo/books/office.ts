import type { Ctx } from '../../context.ts';
import { lastWorkdayOfMonth } from '../../lib/calendar.ts';
import { addDays, type Day, monthOf, weekday } from '../../lib/day.ts';
import { closeReport } from '../../reports/closing.ts';
import type { Beat } from '../life.ts';
import { lastOfMonth } from '../money/calendar.ts';
import { randomOf } from '../random.ts';
import { clock, type Setting } from './setting.ts';
import { slip } from './slip.ts';

/** What the office plans, meets about and judges itself by (rules 68, 152, 154–156, 173). */
export const officeOf = (setting: Setting): Beat[] => [
  ...setting.days.flatMap((day) => logOn(setting, day)),
  ...setting.days.flatMap((day) => weekPlanOn(setting, day)),
  ...setting.months.flatMap((month) => monthOfOffice(setting, month)),
  ...setting.months.slice(1).flatMap((month) => reportOn(setting, month)),
  ...trainingToCome(setting),
  ...targetsOf(setting),
  ...rulesOf(setting),
];

const REPORTED_ON = 3;

/** On the fourth of a month the supervisor closes the report of the one before (rule 162). */
function reportOn({ on, today, supervisor }: Setting, month: Day): Beat[] {
  const day = addDays(month, REPORTED_ON);
  if (day > today) return [];
  const act = (ctx: Ctx) => void closeReport(ctx, monthOf(addDays(month, -1)));
  return [{ at: on(day, '09:20'), by: supervisor, act }];
}

const LINES = [
  { text: '早会：传达昨日夜班情况，分配当日回访' },
  { text: '核对前一天现金和票据，无误' },
  { text: '巡看大厅和公告栏，绿植已浇水', kind: 'patrol' },
  { text: '电梯维保到场，登记借用机房钥匙' },
  { text: '供水公司来电：下周管网冲洗，可能短时水浑', kind: 'message', for: '工程部' },
  { text: '主管要求本周内把未领快递逐户通知一遍', kind: 'instruction' },
  { text: '社区来人核对常住人口，已提供公开范围的数据', kind: 'visitor' },
  { text: '门厅饮水机换滤芯' },
  { text: '复印纸余两包，已报采购' },
] as const;

/** One day nobody wrote anything. */
const SILENT_DAYS_AGO = 72;
const UNDONE_PERCENT = 10;

/** A line or two a day; the supervisor signs in the evening, but has not yet signed yesterday's. */
function logOn({ opensOn, today, supervisor, on }: Setting, day: Day): Beat[] {
  if (day === addDays(today, -SILENT_DAYS_AGO)) return [];
  const random = randomOf(`log ${day}`);
  const lines = random.some(LINES, day === today || random.chance(30) ? 2 : 1);
  const isSigned = day < addDays(today, -1);
  const sign = { at: on(day, '17:40'), verb: 'approve', by: supervisor };
  return lines.flatMap((line, index) => {
    const at = on(day, clock(day === opensOn ? '08:45' : '08:05', index * 330 + random.below(15)));
    const isLast = index === lines.length - 1;
    const isUndone = isSigned && index === 0 && random.chance(UNDONE_PERCENT);
    return slip('log', [
      { at, verb: 'add', fields: { ...line, done: isUndone ? 'no' : 'yes' } },
      ...(isUndone
        ? [{ at: on(day, '16:30'), verb: 'finish', fields: { result: '下班前办完' } }]
        : []),
      ...(isSigned && isLast ? [sign] : []),
    ]);
  });
}

const MONDAY = 1;
/** The week in which nobody made a plan. */
const NO_PLAN_WEEKS_AGO = 9;

const TASKS = [
  '回访上周完工户、催收欠费、整理档案、检查礼仪',
  '楼宇巡查、供方检查、快递清点、更新公告栏',
  '配合消防月检、收回到期出入证、核实出租房、业户走访',
] as const;

/** Made on Monday, counted on Friday. */
function weekPlanOn({ today, supervisor, on }: Setting, day: Day): Beat[] {
  const isForgotten =
    day <= addDays(today, -7 * NO_PLAN_WEEKS_AGO) &&
    day > addDays(today, -7 * (NO_PLAN_WEEKS_AGO + 1));
  if (weekday(day) !== MONDAY || isForgotten) return [];
  const random = randomOf(`week ${day}`);
  const tasks = random.pick(TASKS);
  const planned = random.between(8, 12);
  const undone = random.chance(40) ? random.between(1, 2) : 0;
  const friday = addDays(day, 4);
  return slip('week-plan', [
    {
      at: on(day, '08:50'),
      verb: 'plan',
      by: supervisor,
      fields: { tasks, planned, begins: day, ends: friday },
    },
    {
      at: on(friday, '17:20'),
      verb: 'complete',
      by: supervisor,
      fields: {
        done: planned - undone,
        ...(undone > 0 && { undone: '住户不在家，走访改到下周' }),
      },
    },
  ]);
}

const TRAININGS = [
  { topic: '客服礼仪和投诉受理', content: '接待用语、受理五步、情绪安抚' },
  { topic: '防汛和电梯困人处置', content: '预案讲解，现场演练' },
  { topic: '装修管理和巡查要点', content: '审批资料、动火、承重结构' },
  { topic: '消防器材使用', content: '灭火器、消火栓实操' },
  { topic: '个人信息保护', content: '住户资料的登记、查阅和保密' },
  { topic: '收费票据和现金管理', content: '收据、日清、月结' },
] as const;

const trainingOf = (month: Day) => TRAININGS[Number(month.slice(5, 7)) % TRAININGS.length];

/** The turns of a month: planned, met about, trained, and judged at its end. */
function monthOfOffice(setting: Setting, month: Day): Beat[] {
  const { director, supervisor, calendar, on } = setting;
  const random = randomOf(`office ${month}`);
  const day = (number: number) => addDays(month, number - 1);
  const planned = random.between(14, 18);
  const last = lastOfMonth(month);
  const training = trainingOf(month);
  return [
    ...slip('month-plan', [
      {
        at: on(day(1), '15:00'),
        verb: 'plan',
        by: supervisor,
        fields: {
          ...{ tasks: '催收当季欠费、抽样回访、供方检查、培训一次、更换宣传栏两次' },
          ...{ planned, begins: month, ends: last, goal: '收缴率、投诉办结率' },
        },
      },
      { at: on(day(2), '10:20'), verb: 'approve', by: director },
      {
        at: on(last, '16:50'),
        verb: 'complete',
        by: supervisor,
        fields: { done: planned - 1, undone: '一次走访因住户外出未成' },
      },
    ]),
    ...slip('meeting', [
      {
        at: on(day(5), '14:00'),
        verb: 'hold',
        by: supervisor,
        fields: {
          ...{ topic: '上月总结和本月安排', place: '会议室', chair: supervisor.name },
          ...{ present: '各部门领班、客服全体', record: '通报上月报修、投诉、收费，安排本月重点' },
        },
      },
      {
        at: on(day(5), '17:10'),
        verb: 'minutes',
        fields: { decisions: '夜班加巡地库、欠费户逐户上门、快递三天催领', sentTo: '各部门' },
      },
    ]),
    ...slip('training', [
      {
        at: on(day(16), '16:30'),
        verb: 'log',
        by: supervisor,
        fields: {
          ...training,
          trainer: supervisor.name,
          people: random.between(9, 14),
          hours: 1_500,
        },
      },
      { at: on(day(17), '09:40'), verb: 'approve', by: director },
    ]),
    ...appraisalsOn(setting, lastWorkdayOfMonth(calendar, monthOf(month))),
  ];
}

/** Of the service and of two members of staff in turn, signed by the director (rule 154). */
function appraisalsOn({ director, supervisor, estate, on }: Setting, day: Day): Beat[] {
  const random = randomOf(`appraisal ${day}`);
  const points = () =>
    `attitude=${random.between(17, 20)},conduct=${random.between(17, 20)},efficiency=${random.between(15, 19)},effect=${random.between(16, 19)},records=${random.between(7, 10)}`;
  const staff = random.some(estate.clerks, 2);
  const of = (minutes: number, fields: object) => ({
    at: on(day, clock('15:30', minutes)),
    verb: 'assess',
    by: supervisor,
    fields: { score: points(), ...fields },
  });
  return [
    ...slip('appraisal', [of(0, { kind: 'service' })]),
    ...staff.flatMap(({ name }, index) =>
      slip('appraisal', [
        of(10 + index * 8, {
          ...{ kind: 'staff', person: name },
          ...(index === 0 && { reward: 'reward', what: '住户书面表扬，加 100 元' }),
        }),
        ...(index === 1 ? [{ at: on(day, '17:30'), verb: 'approve', by: director }] : []),
        ...(index === 0
          ? [
              {
                at: on(addDays(day, 9), '10:30'),
                verb: 'honour',
                by: supervisor,
                fields: { honoured: '随工资发放' },
              },
            ]
          : []),
      ]),
    ),
  ];
}

/** One to come in some days, which the director has not yet approved. */
function trainingToCome({ supervisor, ago, today }: Setting): Beat[] {
  const fields = {
    ...{ topic: '冬季用火用电安全', kind: 'on-the-job', stage: 'planned' },
    ...{ on: addDays(today, 6), hour: '15:00', trainer: supervisor.name, people: 12, hours: 2_000 },
  };
  return slip('training', [{ at: ago(1, '16:40'), verb: 'log', by: supervisor, fields }]);
}

/** The letters of the year, signed on the first days, and again in January (rule 155). */
function targetsOf({ opensOn, today, director, supervisor, on }: Setting): Beat[] {
  const years = [opensOn.slice(0, 4), today.slice(0, 4)];
  return [...new Set(years)].flatMap((year, index) => {
    const day = index === 0 ? addDays(opensOn, 5) : `${year}-01-04`;
    return slip('target', [
      {
        at: on(day, '10:30'),
        verb: 'sign',
        by: director,
        fields: {
          ...{ subject: `${year} 年客服目标责任书`, person: supervisor.name },
          ...{ targets: '收缴率 95%、投诉办结率 98%、业主满意率 90%' },
          ...{ begins: day, ends: `${year}-12-31` },
        },
      },
      {
        at: on(`${year}-12-30`, '15:00'),
        verb: 'assess',
        by: director,
        fields: { achieved: '三项达标，收缴率差半个百分点', score: 94 },
      },
    ]);
  });
}

const RULES = [
  { daysAgo: 140, subject: '前台接待规程', edition: '第 3 版', kind: 'procedure' },
  { daysAgo: 52, subject: '钥匙管理规定', edition: '第 2 版', kind: 'rule' },
] as const;

function rulesOf({ director, supervisor, today, ago }: Setting): Beat[] {
  return RULES.flatMap(({ daysAgo, ...rule }) =>
    slip('house-rule', [
      {
        at: ago(daysAgo, '11:00'),
        verb: 'draft',
        by: supervisor,
        fields: { ...rule, changes: '按半年来的检查意见修订' },
      },
      { at: ago(daysAgo - 3, '14:30'), verb: 'approve', by: director },
      {
        at: ago(daysAgo - 4, '09:30'),
        verb: 'issue',
        by: supervisor,
        fields: { inForceOn: addDays(today, 2 - daysAgo) },
      },
    ]),
  );
}
