import { command } from '../cli/command.ts';
import { choice, day, days, moment, month, staff, text } from '../cli/field.ts';
import { monthOf } from '../lib/day.ts';
import { w } from '../lib/words.ts';
import {
  attendanceIn,
  attendanceOfStaff,
  come,
  correctAttendance,
  go,
  recordAbsence,
} from './attendance.ts';
import { attendanceTable, presenceCard, presenceTable } from './attendance-view.ts';
import { ABSENCES } from './model.ts';
import { turnShifts } from './offers.ts';

const WHO = w('员工；默认本人', 'staff; yourself by default');

const which = {
  staff: staff({ label: WHO, ask: true }),
  on: day({ label: w('哪天的班；默认正当班的', 'of which day; by default the turn that is on') }),
  shift: text({ label: w('哪个班', 'which shift') }),
};

const comeCommand = command({
  name: 'attendance come',
  about: w(
    '到岗（接班提前 20 分钟；补录加 --at）',
    'On post (20 minutes before the shift; --at for earlier)',
  ),
  fields: which,
  examples: [
    'wy attendance come --staff 王芳',
    'wy attendance come --staff 王芳 --at "2026-11-23 06:38"',
  ],
  run: (ctx, input) => ({ policy: ctx.policy, now: ctx.now, turn: come(ctx, input) }),
  view: presenceCard,
});

const goCommand = command({
  name: 'attendance go',
  about: w('离岗（接班人未到不得离岗）', 'Leave the post; not before the successor is there'),
  fields: which,
  examples: ['wy attendance go --staff 王芳'],
  run: (ctx, input) => ({ policy: ctx.policy, now: ctx.now, turn: go(ctx, input) }),
  view: presenceCard,
});

const absent = command({
  name: 'attendance absent',
  about: w('登记请假、病假、缺勤', 'Somebody is on leave, sick or absent'),
  fields: {
    staff: staff({ label: w('员工', 'staff'), required: true }),
    on: days({ label: w('哪些天', 'on which days'), required: true }),
    because: choice(ABSENCES, { label: w('原因', 'why'), required: true }),
    shift: text({ label: w('只是这个班', 'only this shift') }),
    note: text({ label: w('备注', 'note'), ask: true }),
  },
  guides: { shift: (typed, ctx) => turnShifts(typed, ctx) },
  examples: [
    'wy attendance absent --staff 王芳 --on 2026-11-23 --because leave',
    'wy attendance absent --staff 李娜 --on 2026-11-23..2026-11-25 --because 病假',
  ],
  run: (ctx, input) => ({
    policy: ctx.policy,
    now: ctx.now,
    turns: recordAbsence(ctx, { ...input, ...input.on }),
  }),
  view: presenceTable,
});

const correct = command({
  name: 'attendance correct',
  about: w('更正考勤（原来的留在日志里）', 'Put attendance right; the journal keeps what it was'),
  fields: {
    staff: staff({ label: w('员工', 'staff'), required: true }),
    on: day({ label: w('哪天的班', 'of which day'), required: true }),
    shift: text({ label: w('哪个班', 'which shift') }),
    came: moment({ label: w('到岗时间', 'when they came') }),
    left: moment({ label: w('离岗时间', 'when they left') }),
    because: choice(ABSENCES, { label: w('没有来，原因', 'they did not come, and why') }),
    note: text({ label: w('备注', 'note') }),
  },
  guides: { shift: (typed, ctx) => turnShifts(typed, ctx) },
  examples: [
    'wy attendance correct --staff 王芳 --on 2026-11-23 --came "2026-11-23 06:40"',
    'wy attendance correct --staff 王芳 --on 2026-11-23 --because sick',
  ],
  run: (ctx, input) => {
    const { came, left, because, note } = input;
    const turn = correctAttendance(ctx, input, { came, left, absence: because, note });
    return { policy: ctx.policy, now: ctx.now, turn };
  },
  view: presenceCard,
});

const list = command({
  name: 'attendance list',
  about: w('一个月的考勤，每人一行', 'The attendance of a month, one line a person'),
  fields: { month: month({ label: w('哪个月；默认本月', 'which month; this one by default') }) },
  examples: ['wy attendance list', 'wy attendance list --month 上月 --json'],
  run: (ctx, input) => {
    const asked = input.month ?? monthOf(ctx.today);
    return { month: asked, lines: attendanceIn(ctx, asked) };
  },
  view: attendanceTable,
});

const show = command({
  name: 'attendance show',
  about: w('某人一个月的考勤，每班一行', 'The attendance of one person, turn by turn'),
  fields: {
    staff: staff({ label: w('员工', 'staff'), required: true, positional: true }),
    month: month({ label: w('哪个月；默认本月', 'which month; this one by default') }),
  },
  examples: ['wy attendance show 王芳', 'wy attendance show 王芳 --month 2026-11'],
  run: (ctx, input) => ({
    policy: ctx.policy,
    now: ctx.now,
    turns: attendanceOfStaff(ctx, input.staff, input.month ?? monthOf(ctx.today)),
  }),
  view: presenceTable,
});

export const commands = [comeCommand, goCommand, absent, correct, list, show];
