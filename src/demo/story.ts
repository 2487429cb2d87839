import type { Ctx } from '../context.ts';
import { addDays } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import { addMinutes, atLocal, dayOf } from '../lib/moment.ts';
import type { Zone } from '../lib/zone.ts';
import type { Staff } from '../registry/model.ts';
import type { Beat } from './life.ts';
import type { Random } from './random.ts';

/** Where a story has got to while it is planned. */
export interface Thread {
  readonly zone: Zone;
  readonly random: Random;
  /** The moment of the last step. */
  at: Moment;
  /** The time that was last agreed upon with the household. */
  agreedAt: Moment | undefined;
}

/** The moment of a step, from how far the story has got. */
export type When = (thread: Thread) => Moment;

/** One step in the life of a case. */
export interface Step<Case> {
  readonly when: When;
  /** The time this step agrees upon. */
  readonly agree?: When | undefined;
  /** Whoever takes it, where it is not the desk. */
  by?(it: Case): Staff | undefined;
  act(ctx: Ctx, it: Case, agreedAt: Moment | undefined): void;
}

/** The life of a case from its first step on; among its likes it comes up by its weight. */
export interface Story<Case> {
  readonly name: string;
  readonly weight: number;
  readonly steps: readonly Step<Case>[];
}

export const atOnce: When = ({ at }) => at;

/** So many minutes after the last step. */
export const later =
  (from: number, to: number): When =>
  ({ at, random }) =>
    addMinutes(at, random.between(from, to));

/** So many days after the last step, between two times on the site's clock. */
export const onDay =
  (days: number, from: string, to: string): When =>
  ({ at, zone, random }) => {
    const minute = random.between(minuteOf(from), minuteOf(to));
    return atLocal(addDays(dayOf(at, zone), days), minute * 60, zone);
  };

const AGREED_EVERY_MINUTES = 30;

/** As `onDay`, at the full or half hour: a time that people agree upon. */
export const agreedOn =
  (days: number, from: string, to: string): When =>
  ({ at, zone, random }) => {
    const [first, last] = [minuteOf(from), minuteOf(to)];
    const halves = Math.floor((last - first) / AGREED_EVERY_MINUTES);
    const minute = first + random.between(0, halves) * AGREED_EVERY_MINUTES;
    return atLocal(addDays(dayOf(at, zone), days), minute * 60, zone);
  };

/** The first of these times of the clock that is not yet near at a moment of its own. */
export const nextOf =
  (now: Moment, ...times: readonly string[]): When =>
  ({ zone }) => {
    const soon = addMinutes(now, AGREED_EVERY_MINUTES);
    const today = dayOf(now, zone);
    const some = [today, addDays(today, 1)].flatMap((day) =>
      times.map((time) => atLocal(day, time, zone)),
    );
    return some.find((at) => at > soon) ?? soon;
  };

/** The last of these times of the clock, today's or yesterday's, that is not too near at a moment. */
export const lastOf =
  (now: Moment, ...times: readonly string[]): When =>
  ({ zone }) => {
    const before = addMinutes(now, -AGREED_EVERY_MINUTES);
    const today = dayOf(now, zone);
    const some = [addDays(today, -1), today].flatMap((day) =>
      times.map((time) => atLocal(day, time, zone)),
    );
    return some.findLast((at) => at < before) ?? before;
  };

/** So many minutes after the agreed time, or before it where negative. */
export const atAgreed =
  (from: number, to: number): When =>
  ({ at, agreedAt, random }) =>
    addMinutes(agreedAt ?? at, random.between(from, to));

/** All that happens to one case, from the moment the story begins; no step comes before the last. */
export function tell<Case>(steps: readonly Step<Case>[], it: Case, thread: Thread): Beat[] {
  return steps.map((step) => {
    const at = step.when(thread);
    if (at > thread.at) thread.at = at;
    if (step.agree) thread.agreedAt = step.agree(thread);
    const { agreedAt } = thread;
    return { at: thread.at, by: step.by?.(it), act: (ctx: Ctx) => step.act(ctx, it, agreedAt) };
  });
}

function minuteOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}
