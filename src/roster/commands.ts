import { command } from '../cli/command.ts';
import { choice, codes, day, days, flag, staff, staffList, text, week } from '../cli/field.ts';
import { weekFrom } from '../lib/day-span.ts';
import { mondayOf } from '../lib/week.ts';
import { w } from '../lib/words.ts';
import { ROTATIONS } from './model.ts';
import { shiftChoices, turnShifts } from './offers.ts';
import { rosterNow } from './on-duty.ts';
import { dropTurns, planTurns } from './planning.ts';
import { swapTurns } from './swapping.ts';
import { checkRoster, listTurns } from './turns.ts';
import { checkView, nowView, plannedView, rosterView, turnsView } from './view.ts';

const SHIFT = w('班次', 'shift');

const plan = command({
  name: 'roster plan',
  about: w('排班：谁哪天上什么班，可轮换', 'Plan who is on duty when, also in rotation'),
  fields: {
    staff: staffList({ label: w('员工', 'staff'), required: true }),
    shift: codes({
      label: SHIFT,
      help: w(
        '几个班次用逗号分开，轮换着上；休息写 休',
        'several with commas, taken in turn; off for a day off',
      ),
      required: true,
      placeholder: 'SHIFT,…',
    }),
    on: days({
      label: w('哪些天', 'on which days'),
      help: w(
        '一天、2026-11-23..2026-11-29、2026-W48、下周或 2026-12',
        'a day, 2026-11-23..2026-11-29, 2026-W48, next week or 2026-12',
      ),
      required: true,
    }),
    rotate: choice(ROTATIONS, {
      label: w('轮换', 'in rotation'),
      help: w(
        '一个班次：几个人轮流上；几个班次：每人依次轮转，第一人从第一个班次起',
        'of one shift they take turns; of several each goes on to the next, the first from the first',
      ),
    }),
    also: flag({
      label: w('加排：当天已排的班不撤', 'beside what they have on those days'),
    }),
    replace: flag({
      label: w('这些班次原来排的其他人撤下', 'in the place of whoever else had those shifts'),
    }),
  },
  guides: {
    shift: (_, ctx) => ({ choices: shiftChoices(ctx) }),
    rotate: ({ shift = '' }) => ({ needed: /[,，、;；]/.test(shift) }),
  },
  examples: [
    'wy roster plan --staff 王芳 --shift 早 --on 2026-11-23',
    'wy roster plan --staff 王芳,李娜 --shift early --on 2026-W48',
    'wy roster plan --staff 王芳,李娜,赵敏 --shift 夜 --on 2026-11-23..2026-11-29 --rotate day',
    'wy roster plan --staff 王芳,李娜,赵敏,孙丽 --shift 早,中,夜,休 --on 2026-12 --rotate day',
    'wy roster plan --staff 王芳,李娜,赵敏 --shift 早,中,夜 --on 2026-12 --rotate week',
  ],
  run: (ctx, input) => ({
    policy: ctx.policy,
    ...planTurns(ctx, {
      ...input.on,
      staff: input.staff,
      shifts: input.shift,
      rotate: input.rotate,
      also: input.also,
      replace: input.replace,
    }),
  }),
  view: plannedView,
});

const show = command({
  name: 'roster show',
  about: w('值班表：一周，按天和按人', 'The roster of a week, by day and by person'),
  fields: {
    week: week({
      label: w(
        '哪一周：2026-W48、下周或其中一天；默认本周',
        'which week: 2026-W48, next week or a day in it; this one by default',
      ),
    }),
    on: days({ label: w('哪些天，不按周', 'these days instead of a week') }),
    staff: staff({ label: w('只看某人', 'only this member of staff') }),
    dropped: flag({ label: w('也列撤下的', 'also what was dropped') }),
  },
  examples: ['wy roster show', 'wy roster show --week 2026-W48', 'wy roster show --staff 王芳'],
  run: (ctx, input) => {
    const span = input.on ?? input.week ?? weekFrom(mondayOf(ctx.today));
    const { staff: name, dropped } = input;
    return {
      ...span,
      policy: ctx.policy,
      turns: listTurns(ctx, { ...span, staff: name, dropped }),
      asList: name !== undefined || dropped,
    };
  },
  view: rosterView,
});

const now = command({
  name: 'roster now',
  about: w('现在谁当班，下一班是谁', 'Who is on duty now, and who is next'),
  fields: {},
  examples: ['wy roster now', 'wy roster now --at "2026-11-24 02:00"'],
  run: (ctx) => ({ policy: ctx.policy, ...rosterNow(ctx) }),
  view: nowView,
});

const swap = command({
  name: 'roster swap',
  about: w('换班、顶班', 'Swap turns, or give one away'),
  fields: {
    staff: staff({ label: w('谁要换', 'whose turn'), required: true }),
    with: staff({ label: w('和谁换', 'with whom'), required: true }),
    on: day({ label: w('哪天的班', 'of which day'), required: true }),
    shift: text({ label: w('哪个班（当天有几个时）', 'which, where there are several') }),
    back: day({ label: w('换回对方哪天的班', "the day of the other's turn taken in return") }),
    backShift: text({ label: w('换回的是哪个班', 'which of theirs') }),
    give: flag({ label: w('只请人顶班，不换回', 'give it away, take nothing in return') }),
    reason: text({ label: w('原因', 'reason'), ask: true }),
  },
  guides: { shift: (typed, ctx) => turnShifts(typed, ctx) },
  examples: [
    'wy roster swap --staff 王芳 --with 李娜 --on 2026-11-23',
    'wy roster swap --staff 王芳 --with 李娜 --on 2026-11-23 --back 2026-11-25',
    'wy roster swap --staff 王芳 --with 李娜 --on 2026-11-23 --give --reason "家里有事"',
  ],
  run: (ctx, input) => ({ policy: ctx.policy, turns: swapTurns(ctx, input) }),
  view: turnsView,
});

const drop = command({
  name: 'roster drop',
  about: w('撤下排好的班（留有记录）', 'Take turns off the plan; the record stays'),
  fields: {
    staff: staff({ label: w('员工', 'staff'), required: true }),
    on: days({ label: w('哪些天', 'on which days'), required: true }),
    shift: text({ label: w('只撤这个班', 'only this shift') }),
    reason: text({ label: w('原因', 'reason'), required: true }),
  },
  guides: { shift: (typed, ctx) => turnShifts(typed, ctx) },
  examples: ['wy roster drop --staff 王芳 --on 2026-11-23..2026-11-25 --reason "外出培训"'],
  run: (ctx, input) => ({
    policy: ctx.policy,
    turns: dropTurns(ctx, { ...input.on, ...input }),
  }),
  view: turnsView,
});

const check = command({
  name: 'roster check',
  about: w(
    '检查值班表：空缺、人数、重复、休息、离职',
    'Check the roster: gaps, too few, double duties, rest, who has left',
  ),
  fields: {
    week: week({ label: w('哪一周；默认本周', 'which week; this one by default') }),
    on: days({ label: w('哪些天，不按周', 'these days instead of a week') }),
  },
  examples: ['wy roster check', 'wy roster check --week 下周', 'wy roster check --json'],
  run: (ctx, input) => {
    const span = input.on ?? input.week ?? weekFrom(mondayOf(ctx.today));
    return { ...span, policy: ctx.policy, problems: checkRoster(ctx, span) };
  },
  view: checkView,
});

export const commands = [now, plan, show, swap, drop, check];
