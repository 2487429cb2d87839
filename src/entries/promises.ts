import { approvalKind, limitKind } from '../books/kinds.ts';
import type { Book, Limit, Values } from '../books/model.ts';
import type { Ctx } from '../context.ts';
import { meet, promise } from '../deadlines/service.ts';
import { dueAt } from '../lib/due.ts';
import type { Duration } from '../lib/duration.ts';
import type { Moment } from '../lib/moment.ts';
import { endOfDay, startOfDay } from '../lib/moment.ts';

const AT_ITS_TIME: Duration = { amount: 0, unit: 'm', text: '0m' };

/** What is owed from a verb on, and what it keeps, once it is done (in the transaction of its caller). */
export function settle(
  ctx: Ctx,
  book: Book,
  it: { no: string; values: Values },
  verb: string,
): void {
  for (const limit of book.limits) {
    if (limit.met === verb) meet(ctx, it.no, limitKind(book, limit));
  }
  for (const limit of book.limits) {
    if (limit.from === verb && limit.met !== verb) owe(ctx, book, it, limit);
  }
}

/** Every approval is owed from the opening on. */
export function oweApprovals(ctx: Ctx, book: Book, no: string): void {
  for (const approval of book.approvals) {
    promise(ctx, {
      subject: no,
      kind: approvalKind(book, approval),
      role: approval.role,
      clause: { clause: `books.${book.key}.approvals.${approval.key}`, limit: approval.within },
      from: ctx.now,
    });
  }
}

function owe(
  ctx: Ctx,
  book: Book,
  { no, values }: { no: string; values: Values },
  limit: Limit,
): void {
  const told = limit.at === null ? undefined : values[limit.at];
  const isTold = typeof told === 'string';
  const within = limit.within ?? AT_ITS_TIME;
  if (!isTold && limit.within === null) return;
  const from = isTold ? timeOf(ctx, told) : ctx.now;
  const term = isTold && limit.from !== limit.met && limit.at !== null ? AT_ITS_TIME : within;
  const due = dueAt(from, term, ctx.policy.calendar);
  promise(ctx, {
    subject: no,
    kind: limitKind(book, limit),
    role: limit.role,
    clause: { clause: `books.${book.key}.deadlines.${limit.key}`, limit: term },
    from,
    ...(limit.lead !== null && { sinceAt: before(ctx, due, limit.lead) }),
  });
}

/** A day ends at midnight. */
const timeOf = (ctx: Ctx, value: string): Moment =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) ? endOfDay(value, ctx.zone) : value;

function before(ctx: Ctx, due: Moment, _lead: Duration): Moment {
  return startOfDay(due.slice(0, 10), ctx.zone) < ctx.now ? ctx.now : ctx.now;
}
