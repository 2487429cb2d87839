import type { Deadline } from '../deadlines/model.ts';
import { STATES } from '../deadlines/model.ts';
import { stateOf } from '../deadlines/rules.ts';
import { groupBy } from '../lib/group.ts';
import type { Moment } from '../lib/moment.ts';
import { type Words, w } from '../lib/words.ts';
import type { Event } from '../timeline/model.ts';

/** Fewer stand each for itself. */
const MANY = 3;

/** A patrol that found nothing, and about which nothing was written. */
const isQuiet = ({ kind, detail }: Event): boolean =>
  kind === 'patrolled' && detail.ok === true && !detail.text;

/** A timeline in which quiet patrols that follow each other are told once, with how many they were. */
export function folded(events: readonly Event[]): Event[] {
  return runsOf(events).flatMap((run) => (run.length < MANY ? run : [asOne(run)]));
}

function runsOf(events: readonly Event[]): Event[][] {
  const runs: Event[][] = [];
  for (const event of events) {
    const last = runs.at(-1);
    if (isQuiet(event) && last?.every(isQuiet)) last.push(event);
    else runs.push([event]);
  }
  return runs;
}

function asOne(run: readonly Event[]): Event {
  const [first, last] = [run[0], run.at(-1)] as [Event, Event];
  const by = [...new Set(run.map((event) => event.by))].join('/');
  return { at: first.at, by, kind: 'patrols', detail: { times: run.length, untilAt: last.at } };
}

const isPast = ({ kind, ending }: Deadline): boolean => kind === 'reno.patrol' && ending !== null;

/** All but the patrols that are over: one a day would hide the rest. */
export const withoutPastPatrols = (deadlines: readonly Deadline[]): Deadline[] =>
  deadlines.filter((each) => !isPast(each));

/** What was kept in time, or fell away: many of them would hide what is open and what was late. */
export function settledApart(
  deadlines: readonly Deadline[],
  now: Moment,
): { settled: readonly Deadline[]; told: readonly Deadline[] } {
  const isSettled = (each: Deadline) =>
    each.ending !== null && ['met', 'waived'].includes(stateOf(each, now));
  const settled = deadlines.filter(isSettled);
  if (settled.length < MANY) return { settled: [], told: deadlines };
  return { settled, told: deadlines.filter((each) => !isSettled(each)) };
}

/** One line for the deadlines of several parts that are the same but for the part. */
interface Together {
  deadline: Deadline;
  parts: readonly number[];
}

/** What is open first, as it is due; the passes that expire on one day stand together. */
export function together(deadlines: readonly Deadline[]): Together[] {
  const alike = groupBy(
    [...deadlines].sort(
      (a, b) => Number(a.ending !== null) - Number(b.ending !== null) || compare(a.dueAt, b.dueAt),
    ),
    ({ kind, role, dueAt, ending, endedAt }) => [kind, role, dueAt, ending, endedAt].join(' '),
  );
  return [...alike.values()].flatMap((some) => {
    const parts = some.flatMap(({ part }) => part ?? []).sort((a, b) => a - b);
    const [deadline] = some;
    if (deadline && parts.length > 0) return [{ deadline, parts }];
    return some.map((each) => ({ deadline: each, parts }));
  });
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** How many of them were kept, and how many fell away. */
export const settledCounts = (
  settled: readonly Deadline[],
): readonly (readonly [Words, number])[] => {
  const count = (ending: Deadline['ending']) =>
    settled.filter((each) => each.ending === ending).length;
  const counts = [
    [STATES.met, count('met')],
    [STATES.waived, count('waived')],
  ] as const;
  return counts.filter(([, number]) => number > 0);
};

const MISSED = w('超期未办', 'missed');

/** How many patrols were made in time, late, or not at all; nothing where none is over. */
export function patrolCounts(
  deadlines: readonly Deadline[],
  now: Moment,
): readonly (readonly [Words, number])[] {
  const past = deadlines.filter(isPast);
  const missed = past.filter(({ ending }) => ending === 'missed').length;
  const kept = (state: 'met' | 'late') =>
    past.filter((each) => each.ending === 'met' && stateOf(each, now) === state).length;
  const counts: readonly (readonly [Words, number])[] = [
    [STATES.met, kept('met')],
    [STATES.late, kept('late')],
    [MISSED, missed],
  ];
  return counts.filter(([, count]) => count > 0);
}
