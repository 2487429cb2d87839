import type { Ctx } from '../context.ts';
import { meet, promise, release } from '../deadlines/service.ts';
import type { Moment } from '../lib/moment.ts';
import type { Complaint } from './model.ts';
import type { ComplaintRecord } from './record.ts';
import { type Planned, promisesBeforehand, resolution, responsible, revise } from './rules.ts';

type Promising = Pick<
  Complaint,
  | 'no'
  | 'grade'
  | 'against'
  | 'askedUntilAt'
  | 'harmOngoing'
  | 'about'
  | 'receivedAt'
  | 'assigneeId'
>;

/** All that is owed from the reception on; a harm that is going on comes first (rule 53). */
export function promiseAtReception(ctx: Ctx, it: Promising): void {
  const from = it.receivedAt;
  const base = { subject: it.no, from } as const;
  if (it.harmOngoing) {
    const role = responsible(it.against);
    promise(ctx, { ...base, kind: 'complaint.stop', role, clause: 'complaints.stop' });
  }
  if (it.about !== null) {
    promise(ctx, {
      ...base,
      kind: 'complaint.coordinate',
      role: 'supervisor',
      clause: 'complaints.coordinate',
    });
  }
  promise(ctx, { ...base, kind: 'complaint.verify', role: 'clerk', clause: 'complaints.verify' });
  for (const each of [...promisesBeforehand(it, from), resolution(it, from)]) make(ctx, it, each);
}

/** A new round: resolved within its limit from now on, or by a time asked for that is still to come. */
export const promiseResolution = (ctx: Ctx, it: Promising): void =>
  make(ctx, it, resolution(it, ctx.now));

/** Of a major one the director keeps the duty, whoever works on it. */
const make = (ctx: Ctx, it: Promising, planned: Planned, sinceAt?: Moment): void =>
  promise(ctx, {
    subject: it.no,
    ...planned,
    assigneeId: planned.kind === 'complaint.resolve' && it.grade !== 'major' ? it.assigneeId : null,
    ...(sinceAt && { sinceAt }),
  });

/**
 * The promises of another grade, counted from the reception, in a later round from its reopening. An
 * answer that was given already is weighed by the limit it now has.
 */
export function promiseAnew(ctx: Ctx, before: ComplaintRecord, after: Promising): void {
  const from = before.reopenedAt ?? before.receivedAt;
  const planned = promisesBeforehand(after, from);
  if (before.state === 'open') planned.push(resolution(after, from));
  const { fallAway, arise } = revise(before.deadlines, planned);
  if (fallAway.length > 0) release(ctx, before.no, ...fallAway);
  for (const each of arise) {
    make(ctx, after, each, from);
    if (each.kind === 'complaint.reply' && before.repliedAt !== null) {
      meet({ ...ctx, now: before.repliedAt }, before.no, each.kind);
    }
  }
}
