import type { Ctx } from '../context.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { dueAt, dueWarnings } from '../lib/due.ts';
import type { Duration } from '../lib/duration.ts';
import type { Moment } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import type { TermPath } from '../policy/policy.ts';
import { term } from '../policy/policy.ts';
import type { Role } from '../policy/roles.ts';
import {
  type AnyKind,
  type BookKind,
  type DeclaredKinds,
  earlyKinds,
  type KindName,
} from './kinds.ts';
import type { Deadline, Duty } from './model.ts';
import { fateOf, type Outcome, pastEnding } from './rules.ts';
import * as store from './store.ts';

interface Owed {
  subject: string;
  /** Which part of the record, where it can owe the same of several. */
  part?: number;
  role: Role;
  assigneeId?: number | null;
  /** The moment from which the clause counts. */
  from: Moment;
  /** From when the duty exists, if later than now: it stays off the agenda until then. */
  sinceAt?: Moment;
}

/** A promise by a clause of the policy. */
export interface Promised extends Owed {
  kind: KindName;
  clause: TermPath;
}

/** A promise as a book declares it, its clause and limit with it. */
export interface Declared extends Owed {
  kind: BookKind;
  clause: { clause: string; limit: Duration };
}

/** Sets the deadline of a promise by its policy clause; the due time is computed here and only here. */
export function promise(ctx: Ctx, made: Promised | Declared): void {
  store.insert(ctx.ledger, { ...madeBy(ctx, made), ending: null, endedAt: null });
}

/** A promise of the past with what came of it, as an old list tells; `ctx.now`: when it was made. */
export function promisePast(ctx: Ctx, made: Promised | Declared, outcome: Outcome): void {
  const set = madeBy(ctx, made);
  const { limit } = termOf(ctx, made.clause);
  store.insert(ctx.ledger, { ...set, ...pastEnding(set, limit, outcome) });
}

const termOf = (ctx: Ctx, clause: (Promised | Declared)['clause']) =>
  typeof clause === 'string' ? term(ctx.policy, clause) : clause;

function madeBy(
  ctx: Ctx,
  made: Promised | Declared,
): Omit<store.NewDeadline, 'ending' | 'endedAt'> {
  const { clause, limit } = termOf(ctx, made.clause);
  return {
    subject: made.subject,
    kind: made.kind,
    part: made.part ?? null,
    role: made.role,
    assigneeId: made.assigneeId ?? null,
    sinceAt: made.sinceAt ?? ctx.now,
    dueAt: dueBy(ctx, limit, made.from),
    clause,
    limit: limit.text,
  };
}

function dueBy(ctx: Ctx, limit: Duration, from: Moment): Moment {
  const { calendar } = ctx.policy;
  const due = dueAt(from, limit, calendar);
  for (const year of dueWarnings(from, due, limit, calendar)) {
    ctx.warn(
      w(
        `${year} 年的节假日还没有录入，工作日只按周末计算（policy.yaml 的 office.holidays）。`,
        `The holidays of ${year} are not filled in; working days count weekends only (office.holidays in policy.yaml).`,
      ),
    );
  }
  return due;
}

/**
 * The promise is kept now: ends those of this kind that have begun, with `part` only that one's; false
 * when there were none.
 */
export const meet = (ctx: Ctx, subject: string, kind: AnyKind, part?: number): boolean =>
  keep(ctx, subject, kind, (open) => part === undefined || open.part === part);

/** As `meet`, also of those that were not on the agenda yet: what is done early is kept. */
export function meetEarly(ctx: Ctx, subject: string, kind: AnyKind): void {
  for (const open of store.openOf(ctx.ledger, subject)) {
    if (open.kind !== kind) continue;
    if (open.sinceAt > ctx.now) store.beginAt(ctx.ledger, open.id, ctx.now);
    store.end(ctx.ledger, open.id, 'met', ctx.now);
  }
}

/** As `meet`, of those alone that one of these roles owes, or is owed where it is to be told. */
export const meetFor = (
  ctx: Ctx,
  subject: string,
  kind: KindName,
  roles: readonly Role[],
): boolean => keep(ctx, subject, kind, (open) => roles.includes(open.role));

function keep(
  ctx: Ctx,
  subject: string,
  kind: AnyKind,
  isMeant: (open: store.OpenDeadline) => boolean,
): boolean {
  const begun = store
    .openOf(ctx.ledger, subject)
    .filter((open) => open.kind === kind && open.sinceAt <= ctx.now && isMeant(open));
  for (const open of begun) store.end(ctx.ledger, open.id, 'met', ctx.now);
  return begun.length > 0;
}

/** What met them has fallen away: those of this kind are open again, due when they were. */
export function reopen(ctx: Ctx, subject: string, kind: AnyKind): void {
  for (const met of store.metOf(ctx.ledger, subject)) {
    if (met.kind === kind) store.reopen(ctx.ledger, met.id);
  }
}

/**
 * The case moves on without these promises: one not yet begun never arose, one already broken stays
 * missed, the others are waived. Without kinds: all open ones.
 */
export function release(ctx: Ctx, subject: string, ...kinds: AnyKind[]): void {
  for (const open of store.openOf(ctx.ledger, subject)) {
    if (kinds.length === 0 || kinds.some((kind) => kind === open.kind)) letGo(ctx, open);
  }
}

/** As `release`, of what is owed for one part of the record. */
export function releasePart(
  ctx: Ctx,
  subject: string,
  part: number,
  ...kinds: readonly KindName[]
): void {
  for (const open of store.openOf(ctx.ledger, subject)) {
    const isMeant = kinds.length === 0 || kinds.some((kind) => kind === open.kind);
    if (isMeant && open.part === part) letGo(ctx, open);
  }
}

function letGo(ctx: Ctx, open: store.OpenDeadline): void {
  const fate = fateOf(open, ctx.now);
  if (fate === 'never_arose') store.remove(ctx.ledger, open.id);
  else store.end(ctx.ledger, open.id, fate, ctx.now);
}

/**
 * A new time was agreed: the open promise of this kind moves there, if it is not yet broken; a broken
 * one stays missed and a new promise stands beside it.
 */
export function repromise(ctx: Ctx, made: Promised | Declared): void {
  const part = made.part ?? null;
  const open = store
    .openOf(ctx.ledger, made.subject)
    .find((each) => each.kind === made.kind && each.part === part);
  if (open && ctx.now <= open.dueAt) {
    const { clause, limit } = termOf(ctx, made.clause);
    const due = dueBy(ctx, limit, made.from);
    store.reschedule(ctx.ledger, open.id, { dueAt: due, clause, limit: limit.text });
    return;
  }
  if (open) store.end(ctx.ledger, open.id, 'missed', ctx.now);
  promise(ctx, made);
}

/** As `repromise`; it stands on the agenda from `sinceAt` on, if that is said. */
export function postpone(ctx: Ctx, made: Declared): void {
  repromise(ctx, made);
  if (made.sinceAt === undefined) return;
  const moved = store.openOf(ctx.ledger, made.subject).findLast(({ kind }) => kind === made.kind);
  if (moved) store.beginAt(ctx.ledger, moved.id, made.sinceAt);
}

export const isPromised = (ctx: Ctx, subject: string, kind: AnyKind): boolean =>
  store.openOf(ctx.ledger, subject).some((each) => each.kind === kind);

export function reassign(ctx: Ctx, subject: string, staffId: number, kinds: KindName[]): void {
  for (const kind of kinds) store.reassign(ctx.ledger, subject, kind, staffId);
}

/** The promises of each of these records. */
export function deadlinesOf(
  ledger: Ledger,
  subjects: readonly string[],
): ReadonlyMap<string, Deadline[]> {
  const bySubject = new Map<string, Deadline[]>(subjects.map((subject) => [subject, []]));
  for (const deadline of store.ofSubjects(ledger, subjects)) {
    bySubject.get(deadline.subject)?.push(deadline);
  }
  return bySubject;
}

/** How many open promises this member of staff owes by name. */
export const owedBy = (ctx: Ctx, staffId: number): number => store.openCountOf(ctx.ledger, staffId);

/** The records with a promise that is overdue, in the sense of `stateOf`. */
export const overdueSubjects = (ctx: Ctx): string[] => store.overdueSubjects(ctx.ledger, ctx.now);

/**
 * What is open, has begun and is due by then, or is worth knowing early, of all records, soonest first;
 * `declared`: the kinds of the books.
 */
export const dutiesDueBy = (ctx: Ctx, dueBy: Moment, declared: DeclaredKinds = {}): Duty[] =>
  store.openDuties(ctx.ledger, ctx.now, dueBy, earlyKinds(declared));
