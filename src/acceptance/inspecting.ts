import type { Ctx } from '../context.ts';
import { meet, promise, release } from '../deadlines/service.ts';
import { HIDDEN } from '../ledger/transact.ts';
import { endOfDay, startOfDay } from '../lib/moment.ts';
import type { Renovation } from '../renovations/model.ts';
import type { RenovationRecord } from '../renovations/record.ts';
import { reinspectFromOn } from '../renovations/rules.ts';
import { endWorks, startWorks } from '../renovations/running.ts';
import { step } from '../renovations/step.ts';
import { note } from '../timeline/service.ts';
import { acceptClause, refusalOfTold, type Told } from './inspecting-rules.ts';
import { inspectorsTyped, supervisorOf } from './inspectors.ts';
import { advance } from './store.ts';
import { namesOf, writeDown } from './writing-down.ts';

/**
 * Household and team leader ask for the acceptance together (rule 100): the works are over as far as
 * the desk knows, and engineering inspects them the same day.
 */
export function requestAcceptance(ctx: Ctx, typed: string, told: Told): RenovationRecord {
  const refusal = refusalOfTold('request', told);
  if (refusal) throw refusal;
  return step(ctx, typed, 'request', (it, entry) => {
    const { no } = it;
    const signedBy = told.signedBy ?? it.applicantName;
    const foreman = told.foreman ?? it.foreman;
    const { calendar, renovations: terms } = ctx.policy;
    advance(ctx.ledger, no, { requestedAt: ctx.now });
    endWorks(ctx, it);
    promise(ctx, {
      subject: no,
      kind: 'reno.accept',
      role: 'engineering',
      clause: acceptClause(ctx.now, terms.accept.lastHours, calendar),
      from: ctx.now,
    });
    note(ctx, no, 'requested', { signedBy, foreman });
    entry.changes = { requestedAt: ctx.now, signedBy: HIDDEN, foreman: HIDDEN };
  });
}

/**
 * The works are accepted (初验合格, rules 101–103): the team clears the site the same day, and after
 * the months of use they are inspected again.
 */
export function accept(ctx: Ctx, typed: string, told: Told): RenovationRecord {
  const refusal = refusalOfTold('pass', told);
  if (refusal) throw refusal;
  return step(ctx, typed, 'accept', (it, entry) => {
    const { no } = it;
    const people = inspectorsTyped(ctx, told.inspectors);
    const acceptedById = supervisorOf(ctx, people).id;
    const acceptedAt = ctx.now;
    writeDown(ctx, no, { kind: 'acceptance', passed: true, people, told });
    advance(ctx.ledger, no, {
      state: 'accepted',
      requestedAt: null,
      acceptedAt,
      acceptedById,
    });
    meet(ctx, no, 'reno.accept');
    release(ctx, no, 'reno.utilities', 'reno.tell', 'reno.pass-expiry');
    promise(ctx, {
      subject: no,
      kind: 'reno.clear',
      role: 'clerk',
      clause: 'renovations.clear',
      from: ctx.now,
    });
    promiseReinspection(ctx, { no, acceptedAt });
    note(ctx, no, 'accepted', {
      people: namesOf(people),
      ...(told.changes && { changes: told.changes }),
      ...(told.changesSignedBy && { changesSignedBy: told.changesSignedBy }),
      ...(told.note && { text: told.note }),
    });
    entry.changes = {
      acceptedAt,
      acceptedById,
      people: HIDDEN,
      ...(told.changes && { changes: HIDDEN, changesSignedBy: HIDDEN }),
      ...(told.note && { note: HIDDEN }),
    };
  });
}

/** From the day on which the months of use are over (rule 106). */
function promiseReinspection(ctx: Ctx, it: Pick<Renovation, 'no' | 'acceptedAt'>): void {
  const { zone, calendar, renovations: terms } = ctx.policy;
  const fromOn = reinspectFromOn(it, terms.reinspect.after, calendar) ?? ctx.today;
  promise(ctx, {
    subject: it.no,
    kind: 'reno.reinspect',
    role: 'supervisor',
    clause: 'renovations.reinspect.within',
    from: endOfDay(fromOn, zone),
    sinceAt: startOfDay(fromOn, zone),
  });
}

/** Not accepted (rule 101): the acceptance was held, the works go on, and it is asked for anew. */
export function reject(ctx: Ctx, typed: string, told: Told): RenovationRecord {
  const refusal = refusalOfTold('fail', told);
  if (refusal) throw refusal;
  return step(ctx, typed, 'reject', (it, entry) => {
    const { no } = it;
    const people = inspectorsTyped(ctx, told.inspectors);
    writeDown(ctx, no, { kind: 'acceptance', passed: false, people, told });
    advance(ctx.ledger, no, { requestedAt: null });
    meet(ctx, no, 'reno.accept');
    startWorks(ctx, it);
    note(ctx, no, 'rejected', { people: namesOf(people), text: told.note ?? null });
    entry.changes = { requestedAt: null, people: HIDDEN, note: HIDDEN };
  });
}
