import type { Ctx } from '../context.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { dueAt, dueWarnings } from '../lib/due.ts';
import type { Moment } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import type { TermPath } from '../policy/policy.ts';
import { term } from '../policy/policy.ts';
import type { Role } from '../policy/roles.ts';
import { EARLY_KINDS, type KindName } from './kinds.ts';
import type { Deadline, Duty } from './model.ts';
import { fateOf, type Outcome, pastEnding } from './rules.ts';
import * as store from './store.ts';

export interface Promised {
  subject: string;
  kind: KindName;
  /** Which part of the record, where it can owe the same of several. */
  part?: number;
  role: Role;
  assigneeId?: number | null;
  clause: TermPath;
  /** The moment from which the clause counts. */
  from: Moment;
  /** From when the duty exists, if later than now: it stays off the agenda until then. */
  sinceAt?: Moment;
}

/** Sets the deadline of a promise by its policy clause; the due time is computed here and only here. */
export function promise(ctx: Ctx, made: Promised): void {
  store.insert(ctx.ledger, { ...madeBy(ctx, made), ending: null, endedAt: null });
}

/** A promise of the past with what came of it, as an old list tells; `ctx.now`: when it was made. */
export function promisePast(ctx: Ctx, made: Promised, outcome: Outcome): void {
  const set = madeBy(ctx, made);
  const { limit } = term(ctx.policy, made.clause);
  store.insert(ctx.ledger, { ...set, ...pastEnding(set, limit, outcome) });
}

function madeBy(ctx: Ctx, made: Promised): Omit<store.NewDeadline, 'ending' | 'endedAt'> {
  const { dueAt: due, limit } = dueBy(ctx, made.clause, made.from);
  return {
    subject: made.subject,
    kind: made.kind,
    part: made.part ?? null,
    role: made.role,
    assigneeId: made.assigneeId ?? null,
    sinceAt: made.sinceAt ?? ctx.now,
    dueAt: due,
    clause: made.clause,
    limit,
  };
}

function dueBy(ctx: Ctx, clause: TermPath, from: Moment) {
  const { limit } = term(ctx.policy, clause);
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
  return { dueAt: due, limit: limit.text };
}

/**
 * The promise is kept now: ends those of this kind that have begun, with `part` only that one's; false
 * when there were none.
 */
export const meet = (ctx: Ctx, subject: string, kind: KindName, part?: number): boolean =>
  keep(ctx, subject, kind, (open) => part === undefined || open.part === part);

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
  kind: KindName,
  isMeant: (open: store.OpenDeadline) => boolean,
): boolean {
  const begun = store
    .openOf(ctx.ledger, subject)
    .filter((open) => open.kind === kind && open.sinceAt <= ctx.now && isMeant(open));
  for (const open of begun) store.end(ctx.ledger, open.id, 'met', ctx.now);
  return begun.length > 0;
}

/** What met them has fallen away: those of this kind are open again, due when they were. */
export function reopen(ctx: Ctx, subject: string, kind: KindName): void {
  for (const met of store.metOf(ctx.ledger, subject)) {
    if (met.kind === kind) store.reopen(ctx.ledger, met.id);
  }
}

/**
 * The case moves on without these promises: one not yet begun never arose, one already broken stays
 * missed, the others are waived. Without kinds: all open ones.
 */
export function release(ctx: Ctx, subject: string, ...kinds: KindName[]): void {
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
export function repromise(ctx: Ctx, made: Promised): void {
  const part = made.part ?? null;
  const open = store
    .openOf(ctx.ledger, made.subject)
    .find((each) => each.kind === made.kind && each.part === part);
  if (open && ctx.now <= open.dueAt) {
    store.reschedule(ctx.ledger, open.id, {
      ...dueBy(ctx, made.clause, made.from),
      clause: made.clause,
    });
    return;
  }
  if (open) store.end(ctx.ledger, open.id, 'missed', ctx.now);
  promise(ctx, made);
}

export const isPromised = (ctx: Ctx, subject: string, kind: KindName): boolean =>
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

/** What is open, has begun and is due by then, or is worth knowing early, of all records, soonest first. */
export const dutiesDueBy = (ctx: Ctx, dueBy: Moment): Duty[] =>
  store.openDuties(ctx.ledger, ctx.now, dueBy, EARLY_KINDS);
