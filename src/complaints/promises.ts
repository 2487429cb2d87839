import type { Ctx } from '../context.ts';
import { meet, promise, release } from '../deadlines/service.ts';
import type { Moment } from '../lib/moment.ts';
import { timelineOf } from '../timeline/service.ts';
import type { Complaint } from './model.ts';
import {
  coordination,
  type Planned,
  promisesBeforehand,
  resolution,
  revise,
  stopping,
  verification,
} from './promise-rules.ts';
import type { ComplaintRecord } from './record.ts';
import { isHarming } from './rules.ts';

type Promising = Pick<
  Complaint,
  | 'no'
  | 'grade'
  | 'against'
  | 'askedUntilAt'
  | 'harmAtReception'
  | 'about'
  | 'receivedAt'
  | 'assigneeId'
>;

/** All that is owed from the reception on; a harm that is going on comes first (rule 53). */
export function promiseAtReception(ctx: Ctx, it: Promising): void {
  const from = it.receivedAt;
  const planned = [verification(from), ...promisesBeforehand(it, from), resolution(it, from)];
  if (it.about !== null) planned.unshift(coordination(from));
  if (it.harmAtReception) planned.unshift(stopping(it, from));
  for (const each of planned) make(ctx, it, each);
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
 * The promises of another judgement, counted from the reception, in a later round from its reopening.
 * An answer that was given already, and word that somebody already has, is weighed by the limit it now
 * has.
 */
export function promiseAnew(ctx: Ctx, before: ComplaintRecord, after: Promising): void {
  const from = before.reopenedAt ?? before.receivedAt;
  const planned = promisesBeforehand(after, from);
  if (isHarming(before)) planned.push(stopping(after, from));
  if (before.state === 'open') planned.push(resolution(after, from));
  const { fallAway, arise } = revise(before.deadlines, planned);
  if (fallAway.length > 0) release(ctx, before.no, ...fallAway);
  for (const each of arise) {
    make(ctx, after, each, from);
    const keptAt = keptBefore(ctx, before, each);
    if (keptAt) meet({ ...ctx, now: keptAt }, before.no, each.kind);
  }
}

/** When something was done in this round that nobody had promised yet. */
function keptBefore(ctx: Ctx, before: Complaint, { kind, role, from }: Planned): Moment | null {
  if (kind === 'complaint.reply') return before.repliedAt;
  if (kind !== 'complaint.escalate') return null;
  const told = timelineOf(ctx.ledger, before.no)
    .filter((step) => step.kind === 'escalated')
    .filter(({ detail }) => String(detail.role).split(',').includes(role))
    .map(({ at, detail }) => (typeof detail.toldAt === 'string' ? detail.toldAt : at))
    .filter((at) => at >= from);
  return told.sort()[0] ?? null;
}
