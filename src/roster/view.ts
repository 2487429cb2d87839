import type { Pen } from '../cli/pen.ts';
import { asChoice, asDay, asMoment, asText, asWords, type Shape, toJson } from '../cli/shape.ts';
import { table, type View } from '../cli/view.ts';
import { addDays } from '../lib/day.ts';
import { type DaySpan, daysIn } from '../lib/day-span.ts';
import { groupBy } from '../lib/group.ts';
import { dayOf, timeOf } from '../lib/moment.ts';
import { weekdayWords, weekOf } from '../lib/week.ts';
import { list, same, type Words, w } from '../lib/words.ts';
import type { Policy } from '../policy/policy.ts';
import {
  ABSENCES,
  type Planned,
  PROBLEMS,
  type Problem,
  REASONS,
  type ShiftOn,
  type Span,
  type Turn,
} from './model.ts';
import type { Now } from './on-duty.ts';
import { isHeld, namesOf, type Shifts, shiftName } from './rules.ts';
import { ABSENT_MARK, NOBODY, OFF, planSaid } from './text.ts';

type Policied = { policy: Policy };

const cardOnly = { cardOnly: true } as const;

const turnShape = ({ policy }: Policied): Shape<Turn> => [
  asDay('day', w('日期', 'Day'), (it) => it.day),
  asWords('weekday', w('星期', 'Weekday'), (it) => weekdayWords(it.day)),
  asChoice('shift', w('班次', 'Shift'), (it) => it.shift, namesOf(policy.roster.shifts)),
  asText('staff', w('员工', 'Staff'), (it) => it.staff),
  asMoment('fromAt', w('起', 'From'), (it) => it.fromAt),
  asMoment('untilAt', w('止', 'Until'), (it) => it.untilAt),
  asText('insteadOf', w('顶替', 'Instead of'), (it) => it.insteadOf),
  asMoment('cameAt', w('到岗', 'Came'), (it) => it.cameAt, cardOnly),
  asMoment('leftAt', w('离岗', 'Left'), (it) => it.leftAt, cardOnly),
  asChoice('absence', w('未到', 'Absence'), (it) => it.absence, ABSENCES),
  asMoment('plannedAt', w('排班时间', 'Planned'), (it) => it.plannedAt, cardOnly),
  asMoment('droppedAt', w('撤下', 'Dropped'), (it) => it.droppedAt, cardOnly),
  asChoice('reason', w('撤下原因', 'Why dropped'), (it) => it.reason, REASONS),
];

const NO_TURNS = w('没有排班。', 'Nothing is planned.');

const turnsJson =
  (turns: readonly Turn[], at: Policied): View<unknown>['json'] =>
  (_, as) =>
    turns.map((turn) => toJson(turnShape(at), turn, as));

/** Turns one below the other. */
export interface TurnList extends Policied {
  turns: readonly Turn[];
}

export const turnsView: View<TurnList> = {
  json: (it, as) => turnsJson(it.turns, it)(it, as),
  text: (it, pen) => table(turnShape(it), { none: NO_TURNS }).text(it.turns, pen),
};

export interface RosterPage extends TurnList, DaySpan {
  /** Of one person, or with what was dropped: turns one below the other. */
  asList: boolean;
}

/** A grid by day and shift, and below it one by person; programs get the turns. */
export const rosterView: View<RosterPage> = {
  json: (it, as) => turnsJson(it.turns, it)(it, as),
  text: (it, pen) => {
    if (it.asList) return turnsView.text(it, pen);
    const head = pen.heading(daysText(it));
    const pages = [head, byDay(it, pen)];
    if (it.turns.length > 0) pages.push(byPerson(it, pen));
    else pages.push(pen.dim(NO_TURNS));
    return pages.join('\n\n');
  },
};

/** 2026-W53 – 2027-W01  2026-12-28 – 2027-01-10: the weeks of these days, and the days. */
function daysText({ fromOn, untilOn }: DaySpan): Words {
  const [first, last] = [weekOf(fromOn), weekOf(untilOn)];
  return same(`${first === last ? first : `${first} – ${last}`}  ${fromOn} – ${untilOn}`);
}

/** Every turn of the plan, and what became of it. */
export const plannedView: View<Planned & Policied> = {
  json: (it, as) => turnsJson(it.turns, it)(it, as),
  text: (it, pen) => {
    const said = pen.say(planSaid(it));
    if (it.turns.length === 0) return said;
    return [said, byDay(it, pen), byPerson(it, pen)].join('\n\n');
  },
};

const marked = ({ staff, absence }: Turn): Words => {
  const mark = absence ? ABSENT_MARK[absence] : undefined;
  return w(staff + (mark?.zh ?? ''), staff + (mark?.en ?? ''));
};

/** Those that are held on one of the days, or that somebody is planned for. */
function columnsOf(shifts: Shifts, { turns, fromOn, untilOn }: Planned | RosterPage): string[] {
  const days = daysIn({ fromOn, untilOn });
  const held = Object.entries(shifts)
    .filter(([, shift]) => days.some((day) => isHeld(shift, day)))
    .map(([key]) => key);
  return [...new Set([...held, ...turns.map(({ shift }) => shift)])];
}

const hoursText = ({ fromMinute, untilMinute }: Shifts[string]): string =>
  `${clockText(fromMinute)}–${clockText(untilMinute)}`;

const twoDigits = (number: number) => String(number).padStart(2, '0');
const clockText = (minute: number) => {
  const ofDay = minute > 1440 ? minute - 1440 : minute;
  return `${twoDigits(Math.floor(ofDay / 60))}:${twoDigits(ofDay % 60)}`;
};

/** One line a day, one column a shift. */
function byDay(it: (Planned | RosterPage) & Policied, pen: Pen): string {
  const { shifts } = it.policy.roster;
  const columns = columnsOf(shifts, it);
  const cells = groupBy(it.turns, ({ day, shift }) => `${day} ${shift}`);
  const cellOf = (day: string, key: string): string => {
    const turns = cells.get(`${day} ${key}`);
    if (turns) return pen.say(list(turns.map(marked)));
    const shift = Object.hasOwn(shifts, key) ? shifts[key] : undefined;
    return shift && isHeld(shift, day) ? pen.say(NOBODY) : '';
  };
  const headOf = (key: string) => {
    const shift = Object.hasOwn(shifts, key) ? shifts[key] : undefined;
    const name = shiftName(shifts, key);
    const hours = shift ? ` ${hoursText(shift)}` : '';
    return pen.heading(w(name.zh + hours, name.en + hours));
  };
  const lines = daysIn(it).map((day) => [
    `${day.slice(5)} ${pen.say(weekdayWords(day))}`,
    ...columns.map((key) => cellOf(day, key)),
  ]);
  return pen.grid([[pen.heading(w('日期', 'Day')), ...columns.map(headOf)], ...lines]);
}

/** The first sign in Chinese, the whole name in English. */
const briefName = (shifts: Shifts, key: string): Words => {
  const { zh, en } = shiftName(shifts, key);
  return w(zh === key ? key : zh.slice(0, 1), en);
};

const DAYS_A_BLOCK = 7;

/** One line a person, one column a day; seven days beside each other at most. */
function byPerson(it: (Planned | RosterPage) & Policied, pen: Pen): string {
  const persons = groupBy(it.turns, ({ staff }) => staff);
  const { shifts } = it.policy.roster;
  const blocks: string[] = [];
  for (let first = it.fromOn; first <= it.untilOn; first = addDays(first, DAYS_A_BLOCK)) {
    const last = addDays(first, DAYS_A_BLOCK - 1);
    const days = daysIn({ fromOn: first, untilOn: last < it.untilOn ? last : it.untilOn });
    const head = [w('员工', 'Staff'), ...days.map((day) => shortDay(day))];
    const lines = [...persons].map(([staff, own]) => [
      staff,
      ...days.map((day) => {
        const there = own.filter((turn) => turn.day === day);
        return pen.say(there.length === 0 ? OFF : list(there.map((turn) => cell(turn, shifts))));
      }),
    ]);
    blocks.push(pen.grid([head.map((words) => pen.heading(words)), ...lines]));
  }
  return blocks.join('\n\n');
}

/** 一 23, so that a week fits the narrowest terminal. */
const shortDay = (day: string): Words => {
  const { zh, en } = weekdayWords(day);
  return w(`${zh.slice(1)} ${day.slice(8)}`, `${en} ${day.slice(8)}`);
};

const cell = ({ shift, absence }: Turn, shifts: Shifts): Words => {
  const { zh, en } = briefName(shifts, shift);
  const mark = absence ? ABSENT_MARK[absence] : undefined;
  return w(zh + (mark?.zh ?? ''), en + (mark?.en ?? ''));
};

export interface CheckPage extends DaySpan, Policied {
  problems: readonly Problem[];
}

const problemShape = ({ policy }: Policied): Shape<Problem> => [
  asDay('day', w('日期', 'Day'), (it) => it.day),
  asWords('weekday', w('星期', 'Weekday'), (it) => weekdayWords(it.day)),
  asChoice('shift', w('班次', 'Shift'), (it) => it.shift, namesOf(policy.roster.shifts)),
  asText('staff', w('员工', 'Staff'), (it) => it.staff),
  asChoice('kind', w('问题', 'Problem'), (it) => it.kind, PROBLEMS),
  asMoment('fromAt', w('起', 'From'), (it) => it.fromAt, cardOnly),
  asMoment('untilAt', w('止', 'Until'), (it) => it.untilAt, cardOnly),
  asText('hours', w('时间', 'Hours'), (it, { zone }) => (isOfWeek(it) ? null : spanOf(it, zone))),
  asWords('text', w('说明', 'What is wrong'), (it) => it.words),
];

const isOfWeek = ({ kind }: Problem) => kind === 'hours' || kind === 'restday';

/** `22:00–06:00`; with the day where it ends on neither its own nor the next. */
function spanOf({ fromAt, untilAt }: Span, zone: Parameters<typeof timeOf>[1]): string {
  const [from, until] = [dayOf(fromAt, zone), dayOf(untilAt, zone)];
  const isNear = until === from || until === addDays(from, 1);
  const isWholeDays = timeOf(fromAt, zone) === '00:00' && timeOf(untilAt, zone) === '00:00';
  if (isNear && isWholeDays) return '00:00–24:00';
  const end = timeOf(untilAt, zone);
  return `${timeOf(fromAt, zone)}–${isNear ? end : `${until.slice(5)} ${end}`}`;
}

export const checkView: View<CheckPage> = {
  json: ({ problems, policy }, as) =>
    problems.map((problem) => toJson(problemShape({ policy }), problem, as)),
  text: (page, pen) => {
    const { problems, policy } = page;
    const head = pen.heading(daysText(page));
    const fine = w(
      '没有问题：每班有人，没有重复当班，休息足够。',
      'All is well: every shift is manned, nobody twice, with rest enough.',
    );
    if (problems.length === 0) return `${head}\n\n${pen.say(fine)}`;
    return `${head}\n\n${pen.table(problemShape({ policy }), problems)}`;
  },
};

export type NowPage = Now & Policied;

const personShape: Shape<Turn> = [
  asText('staff', w('员工', 'Staff'), (it) => it.staff),
  asText('shift', w('班次', 'Shift'), (it) => it.shift),
  asMoment('fromAt', w('起', 'From'), (it) => it.fromAt),
  asMoment('untilAt', w('止', 'Until'), (it) => it.untilAt),
  asMoment('cameAt', w('到岗', 'Came'), (it) => it.cameAt),
];

const shiftShape = ({ policy }: Policied): Shape<ShiftOn> => [
  asDay('day', w('日期', 'Day'), (it) => it.day),
  asText('shift', w('班次', 'Shift'), (it) => it.shift),
  asWords('name', w('班次', 'Shift'), (it) => shiftName(policy.roster.shifts, it.shift)),
  asMoment('fromAt', w('起', 'From'), (it) => it.fromAt),
  asMoment('untilAt', w('止', 'Until'), (it) => it.untilAt),
];

/** Who is on duty and who comes next. */
export const nowView: View<NowPage> = {
  json: (page, as) => {
    const shiftOf = (it: ShiftOn | undefined) =>
      it
        ? {
            ...(toJson(shiftShape(page), it, as) as object),
            staff: it.turns.map(({ staff }) => staff),
          }
        : null;
    return {
      shift: shiftOf(page.on),
      onDuty: page.turns.map((turn) => toJson(personShape, turn, as)),
      next: shiftOf(page.next),
    };
  },
  text: (page, pen) => {
    const names = (turns: readonly Turn[]) =>
      turns.length === 0 ? UNPLANNED : list(turns.map(marked));
    const { zone } = pen.as;
    const { shifts } = page.policy.roster;
    const shiftText = (it: ShiftOn | undefined): string => {
      if (!it) return pen.say(NOBODY);
      const { zh, en } = shiftName(shifts, it.shift);
      const hours = `${timeOf(it.fromAt, zone)}–${timeOf(it.untilAt, zone)}`;
      const day = weekdayWords(it.day);
      return pen.say(w(`${it.day} ${day.zh} ${zh} ${hours}`, `${it.day} ${day.en} ${en} ${hours}`));
    };
    const pairs: [Words, string][] = [
      [w('现在', 'Now'), shiftText(page.on)],
      [w('当班', 'On duty'), pen.say(names(page.turns))],
      [w('下一班', 'Next'), shiftText(page.next)],
    ];
    if (page.next) pairs.push([w('接班', 'Taking over'), pen.say(names(page.next.turns))]);
    return pen.pairs(pairs);
  },
};

const UNPLANNED = w('没有排人', 'nobody is planned');
