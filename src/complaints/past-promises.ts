import { recall } from '../cases/past.ts';
import type { Ctx } from '../context.ts';
import { meet, promise } from '../deadlines/service.ts';
import type { Moment } from '../lib/moment.ts';
import type { PastComplaint } from './bulk-store.ts';
import type { ComplaintLine } from './past.ts';
import { calling, promisesBeforehand, resolution, verification, word } from './promise-rules.ts';
import { promiseAtReception } from './promises.ts';

/**
 * The promises of a complaint of the past, by the clauses of today and the dates of its row, with what
 * came of them. One under way owes what it would owe had it been received here. Of one that is over
 * nothing stays open: what nobody wrote down is waived. `calledBackAt` is known even where the answer
 * is not; a call that nobody answered keeps nothing.
 */
export function promisePastComplaint(
  ctx: Ctx,
  row: ComplaintLine,
  it: PastComplaint,
  calledBackAt: Moment | null,
): void {
  const then: Ctx = { ...ctx, now: it.receivedAt };
  if (it.resolvedAt === null) {
    promiseAtReception(then, { ...it, askedUntilAt: null, harmAtReception: false, about: null });
    if (it.verifiedAt) meet({ ...ctx, now: it.verifiedAt }, it.no, 'complaint.verify');
    if (it.repliedAt) meet({ ...ctx, now: it.repliedAt }, it.no, 'complaint.reply');
    return;
  }
  recallReception(then, row, it, it.resolvedAt);
  recallWord({ ...ctx, now: it.resolvedAt }, row, it);
  if (it.closedAt === null) return;
  const answeredAt = row.callbackResult === null ? null : calledBackAt;
  recallCallback(ctx, row, it, it.closedAt, answeredAt);
}

/** What was owed from the reception on; `overAt`: when it was settled. */
function recallReception(then: Ctx, row: ComplaintLine, it: PastComplaint, overAt: Moment): void {
  const { received } = row;
  const subject = it.no;
  const verify = { subject, ...verification(it.receivedAt) };
  const verified = it.verifiedAt ? row.verified : undefined;
  recall(then, verify, [received, verified], it.verifiedAt ?? overAt);

  const graded = { ...it, askedUntilAt: null };
  for (const each of promisesBeforehand(graded, it.receivedAt)) {
    const isReply = each.kind === 'complaint.reply';
    const told = isReply ? (row.replied ?? row.told) : undefined;
    const at = (isReply ? it.repliedAt : null) ?? overAt;
    recall(then, { subject, ...each }, [received, told], at);
  }
  const assigneeId = it.grade === 'major' ? null : it.assigneeId;
  const resolve = { subject, ...resolution(graded, it.receivedAt), assigneeId };
  recall(then, resolve, [received, row.resolved ?? row.closed], overAt);
}

/** That the result was told; an answer after it was known tells it. `ctx.now`: when it was settled. */
function recallWord(ctx: Ctx, row: ComplaintLine, it: PastComplaint): void {
  const tell = { subject: it.no, ...word(ctx.now) };
  const told = it.toldAt === null ? undefined : (row.told ?? row.replied);
  if (told || it.closedAt !== null) {
    recall(ctx, tell, [row.resolved ?? row.closed, told], it.toldAt ?? it.closedAt ?? ctx.now);
  } else {
    promise(ctx, tell);
  }
}

/** A list that closes after the callback counts it from the settling. */
function recallCallback(
  ctx: Ctx,
  row: ComplaintLine,
  it: PastComplaint,
  closedAt: Moment,
  calledBackAt: Moment | null,
): void {
  const isBefore = calledBackAt !== null && calledBackAt < closedAt;
  const from = isBefore ? (it.resolvedAt ?? it.receivedAt) : closedAt;
  const then: Ctx = { ...ctx, now: from };
  const callback = { subject: it.no, ...calling(it, from) };
  const called = calledBackAt === null ? undefined : row.calledBack;
  if (row.state === 'awaited' && !called && !row.callbackResult) promise(then, callback);
  else recall(then, callback, [row.closed, called], calledBackAt ?? closedAt);
}
