import { showCase } from '../cases/record.ts';
import { command } from '../cli/command.ts';
import { building, day, flag, month, number, staff, text, unit } from '../cli/field.ts';
import { monthOf } from '../lib/day.ts';
import { w } from '../lib/words.ts';
import { planBuilding, planUnit } from './planning.ts';
import { cancelPlan, listPlans, movePlan, PLAN } from './plans.ts';
import { planCard, planned, planPage, planTable } from './view.ts';

const no = number({
  label: w('计划编号或其末尾几位', 'number of the planned visit, or its end'),
  required: true,
  positional: true,
  of: 'plan',
});

const plan = command({
  name: 'visit plan',
  about: w(
    '本月的走访计划（另有 plan add、list、move、cancel、show）',
    'The visits planned for this month; see also plan add, list, move, cancel, show',
  ),
  fields: { month: month({ label: w('哪个月；默认本月', 'which month; this one by default') }) },
  examples: ['wy visit plan', 'wy visit plan --month 2026-12'],
  run: (ctx, input) => listPlans(ctx, { month: input.month ?? monthOf(ctx.today) }),
  view: planTable,
});

const add = command({
  name: 'visit plan add',
  about: w('把一户或一栋列入走访计划', 'Plan a visit to a unit, or to all of a building'),
  fields: {
    unit: unit({ label: w('房号', 'unit') }),
    building: building({ label: w('整栋有人住的各户', 'all inhabited units of this building') }),
    on: day({ label: w('哪天走访', 'on which day'), required: true }),
    visitor: staff({ label: w('走访人', 'who is to go'), ask: true }),
    purpose: text({ label: w('目的', 'what for'), ask: true }),
  },
  oneOf: [['unit', 'building']],
  examples: [
    'wy visit plan add --unit 3-2-1501 --on 2026-12-01 --visitor 王芳 --purpose "独居老人"',
    'wy visit plan add --building 3 --on 2026-12-05',
  ],
  run: (ctx, input) => {
    const visit = { plannedOn: input.on, visitor: input.visitor, purpose: input.purpose };
    return input.building === undefined
      ? planUnit(ctx, input.unit ?? '', visit)
      : planBuilding(ctx, input.building, visit);
  },
  view: planned,
});

const list = command({
  name: 'visit plan list',
  about: w('走访计划列表', 'List planned visits'),
  fields: {
    month: month({ label: w('只看某月', 'only this month') }),
    open: flag({ label: w('还没走访的', 'not visited yet') }),
    unit: unit({ label: w('某房的', 'of this unit') }),
    visitor: staff({ label: w('某人去的', 'by this visitor') }),
  },
  run: (ctx, input) => listPlans(ctx, input),
  view: planTable,
});

const move = command({
  name: 'visit plan move',
  about: w('改到另一天，或改由他人走访', 'Move a planned visit to another day or another visitor'),
  fields: {
    no,
    on: day({ label: w('改到哪天', 'to which day'), required: true }),
    visitor: staff({ label: w('改由谁走访', 'who is to go instead') }),
  },
  examples: ['wy visit plan move 001 --on 2026-12-02'],
  run: (ctx, input) => movePlan(ctx, input.no, input.on, input.visitor),
  view: planCard,
});

const cancel = command({
  name: 'visit plan cancel',
  about: w('取消计划的走访', 'Cancel a planned visit'),
  fields: { no, reason: text({ label: w('原因', 'reason'), required: true }) },
  run: (ctx, input) => cancelPlan(ctx, input.no, input.reason),
  view: planCard,
});

const show = command({
  name: 'visit plan show',
  about: w('查看一次计划的走访和经过', 'Show a planned visit and its timeline'),
  fields: { no },
  run: (ctx, input) => showCase(ctx, PLAN, input.no),
  view: planPage,
});

export const commands = [plan, add, list, move, cancel, show];
