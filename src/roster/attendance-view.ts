import {
  asChoice,
  asDay,
  asFlag,
  asMoment,
  asReading,
  asText,
  asTold,
  asWhole,
  asWords,
  type Shape,
  toJson,
} from '../cli/shape.ts';
import { card, table, type View } from '../cli/view.ts';
import type { Month } from '../lib/day.ts';
import { dayOf, localIso, type Moment, timeOf } from '../lib/moment.ts';
import { weekdayWords } from '../lib/week.ts';
import { same, type Words, w } from '../lib/words.ts';
import type { Policy } from '../policy/policy.ts';
import { type Attendance, COMINGS, comingOf, leftEarly } from './attendance-rules.ts';
import type { Turn } from './model.ts';
import { namesOf } from './rules.ts';

export interface AttendancePage {
  month: Month;
  lines: readonly Attendance[];
}

/** Nothing is shown of what did not happen. */
const some = (number: number) => (number === 0 ? null : number);

/** Thousandths of an hour, of hundredths. */
const hoursOf = ({ minutes }: Attendance) => Math.round((minutes / 60) * 100) * 10;

const LABELS = {
  turns: w('排班', 'Turns'),
  came: w('到岗', 'Came'),
  tight: w('未提前', 'Not early'),
  late: w('迟到', 'Late'),
  leftEarly: w('早退', 'Left early'),
  leave: w('请假', 'Leave'),
  sick: w('病假', 'Sick'),
  absent: w('缺勤', 'Absent'),
  unrecorded: w('无记录', 'No record'),
  expected: w('未到时间', 'To come'),
  swapped: w('顶班', 'Swapped in'),
} as const;

const KEYS = Object.keys(LABELS) as (keyof typeof LABELS)[];

const staff = asText<Attendance>('staff', w('员工', 'Staff'), (it) => it.staff);
const hours = asReading<Attendance>('hours', w('小时', 'Hours'), hoursOf);

const jsonShape: Shape<Attendance> = [
  staff,
  ...KEYS.map((key) => asWhole<Attendance>(key, LABELS[key], (it) => it[key])),
  hours,
];

/** Columns in which nobody has anything are left out. */
const shapeFor = (lines: readonly Attendance[]): Shape<Attendance> => [
  staff,
  ...KEYS.filter((key) => key === 'turns' || lines.some((line) => line[key] > 0)).map((key) =>
    asWhole<Attendance>(key, LABELS[key], (it) => some(it[key])),
  ),
  hours,
];

export const attendanceTable: View<AttendancePage> = {
  json: ({ month, lines }, as) =>
    lines.map((line) => ({ month, ...(toJson(jsonShape, line, as) as object) })),
  text: ({ month, lines }, pen) => {
    const none = { none: w('这个月没有排班。', 'Nothing is planned in that month.') };
    return `${pen.heading(same(month))}\n${table(shapeFor(lines), none).text(lines, pen)}`;
  },
};

interface Known {
  policy: Policy;
  now: Moment;
}

/** Beside the day of its turn a moment is a time of the day; on another one its day is told, too. */
const asTime = (key: string, label: Words, get: (it: Turn) => Moment | null) =>
  asTold(key, label, (it: Turn, { zone }) => {
    const at = get(it);
    if (at === null) return null;
    const day = dayOf(at, zone);
    const time = timeOf(at, zone);
    return {
      json: () => localIso(at, zone),
      line: () => (day === it.day ? time : `${day.slice(5)} ${time}`),
    };
  });

const presenceShape = ({ policy, now }: Known): Shape<Turn> => [
  asDay('day', w('日期', 'Day'), (it) => it.day),
  asWords('weekday', w('星期', 'Weekday'), (it) => weekdayWords(it.day)),
  asChoice('shift', w('班次', 'Shift'), (it) => it.shift, namesOf(policy.roster.shifts)),
  asText('staff', w('员工', 'Staff'), (it) => it.staff, { spare: true }),
  asTime('fromAt', w('起', 'From'), (it) => it.fromAt),
  asMoment('untilAt', w('止', 'Until'), (it) => it.untilAt, { cardOnly: true }),
  asTime('cameAt', w('到岗', 'Came'), (it) => it.cameAt),
  asTime('leftAt', w('离岗', 'Left'), (it) => it.leftAt),
  asChoice(
    'coming',
    w('出勤', 'Attendance'),
    (it) => comingOf(it, policy.roster.early, now),
    COMINGS,
  ),
  asFlag('leftEarly', w('早退', 'Left early'), (it) => leftEarly(it) || null, { cardOnly: true }),
  asText('insteadOf', w('顶替', 'Instead of'), (it) => it.insteadOf),
  asText('note', w('备注', 'Note'), (it) => it.note),
];

/** The coming to one turn. */
export const presenceCard: View<Known & { turn: Turn }> = {
  json: ({ turn, ...known }, as) => card(presenceShape(known)).json(turn, as),
  text: ({ turn, ...known }, pen) => card(presenceShape(known)).text(turn, pen),
};

/** The coming to several. */
export const presenceTable: View<Known & { turns: readonly Turn[] }> = {
  json: ({ turns, ...known }, as) => turns.map((turn) => toJson(presenceShape(known), turn, as)),
  text: ({ turns, ...known }, pen) =>
    table(presenceShape(known), {
      none: w('这个月没有排班。', 'Nothing is planned in that month.'),
    }).text(turns, pen),
};
