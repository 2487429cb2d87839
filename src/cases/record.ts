import type { Ctx } from '../context.ts';
import { deadlinesOf } from '../deadlines/service.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { resolveNumber } from '../ledger/numbers.ts';
import { timelineOf } from '../timeline/service.ts';
import type { CaseKind } from './kind.ts';
import type { Page, WithDeadlines } from './model.ts';

type Readable<T> = Pick<CaseKind<T, never>, 'book' | 'read'>;

/** The case of a whole number that is known to exist. */
export function requireRecord<T>(ledger: Ledger, kind: Readable<T>, no: string): WithDeadlines<T> {
  const found = kind.read(ledger, no);
  if (!found) throw new Error(`${no} was not written`);
  return { ...found, deadlines: deadlinesOf(ledger, [no]).get(no) ?? [] };
}

/** The case of a number or an unambiguous end of one; refuses an unknown one. */
export function requireCase<T>(ctx: Ctx, kind: Readable<T>, typed: string): WithDeadlines<T> {
  const no = resolveNumber(ctx.ledger, kind.book, typed, ctx.today);
  return requireRecord(ctx.ledger, kind, no);
}

export function showCase<T extends { no: string }>(
  ctx: Ctx,
  kind: Readable<T>,
  typed: string,
): Page<T> {
  const found = requireCase(ctx, kind, typed);
  return { ...found, timeline: timelineOf(ctx.ledger, found.no) };
}

/** These cases with the promises of each. */
export function withDeadlines<T extends { no: string }>(
  ledger: Ledger,
  cases: readonly T[],
): WithDeadlines<T>[] {
  const deadlines = deadlinesOf(
    ledger,
    cases.map(({ no }) => no),
  );
  return cases.map((each) => ({ ...each, deadlines: deadlines.get(each.no) ?? [] }));
}
