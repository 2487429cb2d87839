import type { Ctx } from '../context.ts';
import { type Promised, promise, repromise } from '../deadlines/service.ts';
import { HIDDEN } from '../ledger/transact.ts';
import { dueAt } from '../lib/due.ts';
import { WyError } from '../lib/errors.ts';
import type { Moment } from '../lib/moment.ts';
import type { Words } from '../lib/words.ts';
import { term } from '../policy/policy.ts';
import { CHAIN, lineOf } from '../renovations/chain-rules.ts';
import { codeTyped } from '../renovations/code-rules.ts';
import type { Measure } from '../renovations/model.ts';
import { type RenovationRecord, requireReady } from '../renovations/record.ts';
import { step } from '../renovations/step.ts';
import { note } from '../timeline/service.ts';
import { settleReport } from './reporting.ts';
import * as rules from './violation-rules.ts';
import * as store from './violation-store.ts';
import { compensationWords, SEIZURE, seizureQuestion } from './violation-text.ts';

/** What was done about a violation. */
export interface Treatment {
  measures: readonly Measure[];
  note?: string | undefined;
  /** Put right by; undefined: as long as the policy's notice gives. */
  fixBy?: Moment | undefined;
  /** The authority that was told, and when; undefined: now. */
  reportedTo?: string | undefined;
  reportedAt?: Moment | undefined;
  /** Whether a person was told that nobody may take tools, and wants it recorded all the same. */
  isAgreed?: boolean | undefined;
}

export interface Found extends Treatment {
  /** V09, v9, 9, or the beginning of the name. */
  code: string;
  /** When the works were told to stop, and did; undefined: now, at once (rule 109). */
  stoppedAt?: Moment | undefined;
}

/** What the journal keeps of a violation that was found. */
type Recorded = ReturnType<typeof recordedAs>;

/** A violation was found (rules 108, 109). */
export const addViolation = (ctx: Ctx, typed: string, found: Found): RenovationRecord =>
  step(ctx, typed, 'violation', (it, entry) => {
    entry.changes = recordViolation(ctx, it, found);
  });

/**
 * Writes a violation within the transaction of its caller, and gives what the journal keeps of it. Each
 * is to be put right by some time, or it would be forgotten: by that of the written notice, or of the
 * policy where there were only words. What the authority has to know is owed to it until it knows, or
 * it is put right.
 */
export function recordViolation(ctx: Ctx, it: RenovationRecord, found: Found): Recorded {
  const code = codeTyped(ctx.policy, 'violations', found.code);
  const { measures, note: text = null, fixBy = noticeFrom(ctx), stoppedAt = ctx.now } = found;
  refuseUnfit(ctx, it, found);
  refuse(rules.refusalOfTime(it, 'stopped', found.stoppedAt, ctx.now));
  const by = ctx.operator().id;
  const part = store.insertViolation(ctx.ledger, it.no, {
    ...{ code, note: text, foundAt: ctx.now, foundById: by, stoppedAt, fixBy },
  });
  store.insertMeasures(ctx.ledger, it.no, part, { measures, takenAt: ctx.now, takenById: by });
  promise(ctx, rectifyBy(it.no, part, fixBy));
  note(ctx, it.no, 'violated', {
    ...{ part, code, measures: measures.join(','), text, fixByAt: fixBy },
    ...(stoppedAt !== ctx.now && { stoppedAt }),
  });
  settleReport(ctx, it.no, { ...found, part, code });
  remind(ctx, it, measures);
  return recordedAs(part, { ...found, code, fixBy, stoppedAt });
}

const recordedAs = (part: number, found: Found & Required<Pick<Found, 'stoppedAt'>>) => ({
  ...{ part, code: found.code },
  ...changesOf(found),
  stoppedAt: found.stoppedAt,
});

/**
 * More is done about an open violation (rule 109). A further notice moves the time by which it is to be
 * put right; one that has passed stays missed.
 */
export const treatViolation = (
  ctx: Ctx,
  typed: string,
  part: number,
  { stoppedAt, ...done }: Treatment & Pick<Found, 'stoppedAt'>,
): RenovationRecord =>
  step(ctx, typed, 'violation', (it, entry) => {
    const { no } = it;
    const found = rules.violationMeant(it, part, rules.OPEN);
    if (found instanceof WyError) throw found;
    refuse(rules.refusalOfRectified(no, found) ?? rules.refusalOfStop(found, stoppedAt));
    refuseUnfit(ctx, it, done);
    const tells = done.measures.includes('report') || done.reportedTo !== undefined;
    if (tells) refuse(rules.refusalOfReported(no, found));
    const { measures, note: text = null } = done;
    const fixBy = done.fixBy ?? (rules.isNotice(measures) ? noticeFrom(ctx) : undefined);
    store.insertMeasures(ctx.ledger, no, part, {
      ...{ measures, takenAt: ctx.now, takenById: ctx.operator().id },
    });
    if (fixBy !== undefined) {
      store.updateViolation(ctx.ledger, no, part, { fixBy });
      repromise(ctx, rectifyBy(no, part, fixBy));
    }
    note(ctx, no, 'measured', {
      ...{ part, measures: measures.join(','), text },
      ...(fixBy !== undefined && { fixByAt: fixBy }),
    });
    if (tells) settleReport(ctx, no, { ...done, part, code: found.code });
    remind(ctx, it, measures);
    entry.changes = { part, ...changesOf({ ...done, fixBy }) };
  });

function refuse(refusal: WyError | undefined): void {
  if (refusal) throw refusal;
}

function refuseUnfit(ctx: Ctx, it: RenovationRecord, done: Treatment): void {
  const { measures, fixBy, reportedTo, reportedAt, isAgreed = false } = done;
  refuse(rules.refusalOfFixBy(fixBy, ctx.now));
  refuse(rules.refusalOfReport(reportedTo, reportedAt));
  refuse(rules.refusalOfTime(it, 'reported', reportedAt, ctx.now));
  refuse(rules.refusalOfSeizure(measures, isAgreed));
}

/** The end of the time that a notice gives which names none. */
const noticeFrom = ({ policy, now }: Ctx): Moment =>
  dueAt(now, term(policy, 'renovations.notice').limit, policy.calendar);

const rectifyBy = (no: string, part: number, fixBy: Moment): Promised => ({
  ...{ subject: no, part, from: fixBy },
  ...{ kind: 'reno.rectify', role: 'clerk', clause: 'renovations.rectify' },
});

/** What the rules leave to people, and what they do not allow. */
function remind(ctx: Ctx, it: RenovationRecord, measures: readonly Measure[]): void {
  if (measures.includes('seize')) ctx.warn(SEIZURE);
  if (!measures.includes('compensation')) return;
  const { state } = it;
  ctx.warn(compensationWords(lineOf('deduct', it), CHAIN.deduct.from.includes(state)));
}

const changesOf = ({ measures, note: text, fixBy, reportedTo, reportedAt }: Treatment) => ({
  measures: measures.join(','),
  ...(text !== undefined && { note: HIDDEN }),
  ...(fixBy !== undefined && { fixByAt: fixBy }),
  ...(reportedTo !== undefined && { reportedTo: HIDDEN }),
  ...(reportedAt !== undefined && { reportedAt }),
});

/** What a person is asked before tools that were taken are recorded; nobody is about what is refused. */
export function askToViolate(
  ctx: Ctx,
  typed: string,
  measures: readonly Measure[],
): Words | undefined {
  if (!measures.includes('seize')) return undefined;
  requireReady(ctx, typed, 'violation');
  return seizureQuestion;
}
