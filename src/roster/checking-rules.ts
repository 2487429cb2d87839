import { addDays } from '../lib/day.ts';
import { type DaySpan, daysIn } from '../lib/day-span.ts';
import { type Duration, durationWords, spanText } from '../lib/duration.ts';
import { groupBy } from '../lib/group.ts';
import { addMinutes, localText, type Moment, msOf, startOfDay } from '../lib/moment.ts';
import { weekOf } from '../lib/week.ts';
import { type Words, w } from '../lib/words.ts';
import type { Zone } from '../lib/zone.ts';
import type { Problem, Span, Turn } from './model.ts';
import { hoursOf, isHeld, overlap, type Shifts } from './rules.ts';

interface RosterPolicy {
  shifts: Shifts;
  rest: Duration;
  week: Duration;
}

interface Question extends DaySpan {
  policy: RosterPolicy;
  zone: Zone;
}

/** Turns of so many days before and after the days asked for matter to what is found in them. */
export const BESIDE_DAYS = 7;

const MINUTES = { m: 1, h: 60 } as const;

const minutesOf = ({ amount, unit }: Duration): number =>
  amount * (unit === 'h' ? MINUTES.h : MINUTES.m);

const minutesBetween = (from: Moment, until: Moment): number =>
  Math.floor((msOf(until) - msOf(from)) / 60_000);

/**
 * All that is wrong with the roster of some days (rules 150, 151), by day: hours that no shift covers,
 * shifts without anybody or with too few, and what is wrong for a person. Whoever is on leave, sick or
 * absent is not there. `turns` are those of BESIDE_DAYS before and after, too.
 */
export function problemsOf(turns: readonly Turn[], question: Question): Problem[] {
  const there = turns.filter(({ absence }) => absence === null);
  return [
    ...gapsIn(there, question),
    ...mannedBadly(turns, question),
    ...personal(there, question),
  ].sort((a, b) => (a.day === b.day ? compare(a.fromAt, b.fromAt) : compare(a.day, b.day)));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** What is wrong for those who do these turns, whoever else does what. */
export function personal(turns: readonly Turn[], question: Question): Problem[] {
  const found = [...groupBy(turns, ({ staffId }) => staffId).values()].flatMap((own) => [
    ...betweenTurns(own, question),
    ...inWeeks(own, question),
    ...own.flatMap((turn) => inTurn(turn, question)),
  ]);
  return found.filter(({ day }) => day >= question.fromOn && day <= question.untilOn);
}

/** Hours of the days for which neither the policy nor the roster has a shift; over midnight it is one. */
function gapsIn(turns: readonly Turn[], { policy, zone, fromOn, untilOn }: Question): Problem[] {
  const asked = {
    fromAt: startOfDay(fromOn, zone),
    untilAt: startOfDay(addDays(untilOn, 1), zone),
  };
  const byPolicy = daysIn({ fromOn: addDays(fromOn, -1), untilOn }).flatMap((day) =>
    Object.values(policy.shifts)
      .filter((shift) => !shift.isHead && isHeld(shift, day))
      .map((shift) => hoursOf(shift, day, zone)),
  );
  const planned = turns.filter(({ shift }) => !isHead(policy.shifts, shift));
  return uncovered(asked, [...byPolicy, ...planned]).map((gap) => ({
    kind: 'gap',
    day: localText(gap.fromAt, zone).slice(0, 10),
    ...noPerson,
    ...gap,
    words: w('没有安排任何班次', 'No shift covers it'),
  }));
}

const isHead = (shifts: Shifts, key: string): boolean =>
  Object.hasOwn(shifts, key) && shifts[key]?.isHead === true;

const noPerson = { shift: null, staffId: null, staff: null } as const;

/** What of a stretch of time none of the others covers. */
export function uncovered(asked: Span, covers: readonly Span[]): Span[] {
  const gaps: Span[] = [];
  let reached = asked.fromAt;
  for (const { fromAt, untilAt } of [...covers].sort((a, b) => compare(a.fromAt, b.fromAt))) {
    if (fromAt >= asked.untilAt) break;
    if (fromAt > reached) gaps.push({ fromAt: reached, untilAt: fromAt });
    if (untilAt > reached) reached = untilAt;
  }
  if (reached < asked.untilAt) gaps.push({ fromAt: reached, untilAt: asked.untilAt });
  return gaps;
}

/** Shifts of the policy with nobody, or with fewer than it wants. */
function mannedBadly(turns: readonly Turn[], { policy, zone, ...span }: Question): Problem[] {
  const planned = groupBy(turns, ({ day, shift }) => `${day} ${shift}`);
  return daysIn(span).flatMap((day) =>
    Object.entries(policy.shifts)
      .filter(([, shift]) => isHeld(shift, day))
      .flatMap(([key, shift]): Problem[] => {
        const named = planned.get(`${day} ${key}`) ?? [];
        const people = named.filter(({ absence }) => absence === null).length;
        if (people >= shift.least) return [];
        const found = { day, ...noPerson, shift: key, ...hoursOf(shift, day, zone) };
        if (people === 0) {
          const words = named.length === 0 ? NOBODY : ALL_ABSENT;
          return [{ kind: 'unmanned', ...found, words }];
        }
        const words = w(
          `只有 ${people} 人，至少 ${shift.least} 人`,
          `${people} there, ${shift.least} at least`,
        );
        return [{ kind: 'few', ...found, words }];
      }),
  );
}

const NOBODY = w('没有排人', 'Nobody is planned');

const ALL_ABSENT = w('排的人请假或不到', 'Whoever was planned does not come');

const ofTurn = ({ day, shift, staffId, staff, fromAt, untilAt }: Turn) => ({
  ...{ day, shift, staffId, staff, fromAt, untilAt },
});

/** Two turns at the same time, or too soon after each other; said of the later one. */
function betweenTurns(own: readonly Turn[], { policy, zone }: Question): Problem[] {
  const rest = minutesOf(policy.rest);
  const inOrder = [...own].sort((a, b) => compare(a.fromAt, b.fromAt));
  return inOrder.flatMap((turn, at): Problem[] => {
    const before = inOrder.slice(0, at).reduce<Turn | undefined>(latest, undefined);
    if (!before) return [];
    const ended = localText(before.untilAt, zone).slice(5);
    if (overlap(before, turn)) {
      const words = w(
        `与 ${before.day} 的班（到 ${ended}）重叠`,
        `Overlaps with the turn of ${before.day}, until ${ended}`,
      );
      return [{ kind: 'double', ...ofTurn(turn), words }];
    }
    const free = minutesBetween(before.untilAt, turn.fromAt);
    if (free >= rest) return [];
    const { zh, en } = free < 1 ? w('0 小时', '0 h') : spanText(free * 60);
    const wanted = durationWords(policy.rest);
    const words = w(
      `上一班到 ${ended}，只隔 ${zh}，应有 ${wanted.zh}`,
      `${en} after the turn until ${ended}, ${wanted.en} are wanted`,
    );
    return [{ kind: 'rest', ...ofTurn(turn), words }];
  });
}

const latest = (best: Turn | undefined, turn: Turn) =>
  best === undefined || turn.untilAt > best.untilAt ? turn : best;

const DAYS_OF_WEEK = 7;

/** Weeks with more hours than the policy's, or without a day off (Labour Law art. 38); said of the last turn. */
function inWeeks(own: readonly Turn[], { policy }: Question): Problem[] {
  const most = minutesOf(policy.week);
  return [...groupBy(own, ({ day }) => weekOf(day)).values()].flatMap((turns): Problem[] => {
    const [first, last] = [turns[0], turns.at(-1)];
    if (!first || !last) return [];
    const minutes = turns.reduce((sum, it) => sum + minutesBetween(it.fromAt, it.untilAt), 0);
    const found = { ...ofTurn(last), shift: null, fromAt: first.fromAt };
    const [week, hours] = [weekOf(last.day), Math.round(minutes / 6) / 10];
    const problems: Problem[] = [];
    if (minutes > most) {
      const words = w(
        `${week} 共 ${hours} 小时，多于 ${policy.week.amount} 小时（国务院关于职工工作时间的规定第三条）`,
        `${hours} hours in ${week}, more than ${policy.week.amount} (Provisions on Working Hours, art. 3)`,
      );
      problems.push({ kind: 'hours', ...found, words });
    }
    if (new Set(turns.map(({ day }) => day)).size === DAYS_OF_WEEK) {
      const words = w(
        `${week} 没有一天休息（劳动法第三十八条）`,
        `No day off in ${week} (Labour Law art. 38)`,
      );
      problems.push({ kind: 'restday', ...found, words });
    }
    return problems;
  });
}

/** Who has left, who may not take this shift, and a shift whose hours are others now. */
function inTurn(turn: Turn, { policy, zone }: Question): Problem[] {
  const shift = Object.hasOwn(policy.shifts, turn.shift) ? policy.shifts[turn.shift] : undefined;
  const found = (kind: 'retired' | 'role' | 'outdated', words: Words): Problem => ({
    kind,
    ...ofTurn(turn),
    words,
  });
  const problems: Problem[] = [];
  if (turn.retiredOn !== null && turn.retiredOn <= turn.day) {
    const on = turn.retiredOn;
    problems.push(found('retired', w(`已于 ${on} 离职`, `Left the staff on ${on}`)));
  }
  if (shift && !mayTake(shift.roles, turn.roles)) {
    problems.push(found('role', w('没有这个班要求的岗位', 'Has no role that takes this shift')));
  }
  if (!shift?.isActive) {
    problems.push(
      found('outdated', w('制度里已没有这个班次', 'The policy has no such shift any more')),
    );
  } else if (!sameHours(turn, hoursOf(shift, turn.day, zone))) {
    problems.push(found('outdated', w('制度里的时间已改', 'The policy has other hours now')));
  }
  return problems;
}

const sameHours = (a: Span, b: Span) => a.fromAt === b.fromAt && a.untilAt === b.untilAt;

const mayTake = (wanted: readonly string[], roles: readonly string[]): boolean =>
  wanted.length === 0 || roles.some((role) => wanted.includes(role));

/** When somebody should be on post: so long before the shift (rule 151). */
export const onPostBy = ({ fromAt }: Span, early: Duration): Moment =>
  addMinutes(fromAt, -minutesOf(early));
