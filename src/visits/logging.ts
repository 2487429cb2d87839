import type { Result } from '../cases/model.ts';
import type { Against } from '../complaints/model.ts';
import type { Ctx } from '../context.ts';
import { nextNumber } from '../ledger/numbers.ts';
import { HIDDEN, transact } from '../ledger/transact.ts';
import { misused } from '../lib/errors.ts';
import { list, same, w } from '../lib/words.ts';
import { requireUnit } from '../registry/units.ts';
import { note } from '../timeline/service.ts';
import { duties } from './duties.ts';
import { requireFollowUp } from './follow-ups.ts';
import type { Outcome, Reason, Sample, Visit, Way } from './model.ts';
import { openNext } from './openings.ts';
import { sampleAwaiting, settleSample } from './sampling.ts';
import * as store from './visit-store.ts';
import { requireVisit, VISITS } from './visits.ts';

export interface NewVisit {
  /** Exactly one of the two: the number of a case, or a unit visited for its own sake. */
  no: string | undefined;
  unit: string | undefined;
  way: Way;
  result: Outcome;
  opinion: string | undefined;
  needs: string | undefined;
  handling: string | undefined;
  /** 1 to 5, of a repair (rule 39). */
  quality: number | undefined;
  attitude: number | undefined;
  /** The head of the department, of a complaint (rule 62). */
  signedBy: string | undefined;
  /** What is broken, or complained of, beyond what the visit was about: opens a record at once. */
  ticket: string | undefined;
  complaint: string | undefined;
  /** Whose work the complaint is about; by its category where undefined. */
  against: Against | undefined;
}

/** What is visited, and how its own record is carried on. */
interface Target {
  unitId: number | null;
  unit: string | null;
  place: string | null;
  subject: string | null;
  sample: Sample | undefined;
  reason: Reason;
  /** A dissatisfied answer sets its case going again. */
  goesOn: boolean;
  carryOut(result: Result): void;
  /** Nobody answered, as the visit of this number tells. */
  miss(visit: string): void;
}

/**
 * Records a visit or a call (rules 71–75). With the number of a case an answer carries out that case's
 * own callback, and is refused where that is refused; nobody answering leaves it due and counts. A
 * unit without a number is of the month's sample, if it was drawn for it.
 */
export function logVisit(ctx: Ctx, made: NewVisit): Visit {
  refuseContradictions(made);
  return transact(ctx, 'visit.log', (entry) => {
    const { ledger } = ctx;
    const target = made.no === undefined ? household(ctx, made) : followed(ctx, made.no, made);
    const no = nextNumber(ledger, VISITS, ctx.today);
    const { result } = made;
    if (result === 'no-answer') target.miss(no);
    else target.carryOut(result);
    const ledTo = openNext(ctx, made, target);
    const { unitId, subject, reason, sample } = target;
    store.insert(ledger, {
      no,
      unitId,
      subject,
      sampleId: sample?.id ?? null,
      reason,
      way: made.way,
      result,
      opinion: made.opinion ?? null,
      needs: made.needs ?? null,
      handling: made.handling ?? null,
      ledTo,
      visitedAt: ctx.now,
      visitedById: ctx.operator().id,
    });
    if (sample && result !== 'no-answer') settleSample(ctx, sample);
    if (result === 'dissatisfied' && !target.goesOn && !ledTo && !made.handling)
      warnOfSilence(ctx, target);
    entry.subject = no;
    entry.changes = {
      unit: target.unit,
      subject,
      sample: sample?.month ?? null,
      reason,
      way: made.way,
      result,
      ledTo,
      ...(made.opinion && { opinion: HIDDEN }),
      ...(made.needs && { needs: HIDDEN }),
      ...(made.handling && { handling: HIDDEN }),
    };
    return requireVisit(ctx, no);
  });
}

function refuseContradictions(made: NewVisit): void {
  const { opinion, needs, quality, attitude, ticket, complaint } = made;
  if (ticket !== undefined && complaint !== undefined) {
    throw misused(
      'one_of',
      w('--ticket、--complaint 只能给一个。', 'Give only one of --ticket, --complaint.'),
    );
  }
  if (made.against !== undefined && complaint === undefined) {
    throw misused(
      'against_of_complaints',
      w('--against 要同 --complaint 一起用。', '--against belongs to --complaint.'),
      w('加 --complaint "…"', 'Add --complaint "…"'),
    );
  }
  const said = { opinion, needs, quality, attitude, 'signed-by': made.signedBy, ticket, complaint };
  const given = Object.entries(said).filter(([, value]) => value !== undefined);
  if (made.result !== 'no-answer' || given.length === 0) return;
  const names = list(given.map(([name]) => same(`--${name}`)));
  throw misused(
    'nobody_answered',
    w(`无人应答，没有 ${names.zh}。`, `Nobody answered, so there is no ${names.en}.`),
    w('有人答复的，写明 --result。', 'If somebody did, say so with --result.'),
  );
}

/** The case of a number, in its unit or its place. */
function followed(ctx: Ctx, typed: string, made: NewVisit): Target {
  const { no, reason, takes, reopens, find, carryOut } = requireFollowUp(ctx, typed);
  refuseForeign(made, takes);
  const { unit, place, refusal } = find(ctx, no);
  return {
    unitId: unit === null ? null : requireUnit(ctx.ledger, unit).id,
    unit,
    place,
    subject: no,
    sample: undefined,
    reason,
    goesOn: reopens,
    carryOut: (result) => carryOut(ctx, no, { ...made, result, note: made.opinion }),
    miss: (visit) => {
      if (refusal) throw refusal;
      note(ctx, no, 'noAnswer', { visit });
    },
  };
}

function household(ctx: Ctx, made: NewVisit): Target {
  refuseForeign(made, undefined);
  const { id, code } = requireUnit(ctx.ledger, made.unit ?? '');
  const sample = sampleAwaiting(ctx, id);
  warnOfDuties(ctx, code);
  return {
    unitId: id,
    unit: code,
    place: null,
    subject: null,
    sample,
    reason: sample ? 'sample' : 'visit',
    goesOn: false,
    carryOut: () => {},
    miss: () => {},
  };
}

/** Ratings are of repairs, the signature of a head of department is of complaints. */
function refuseForeign(made: NewVisit, takes: 'ratings' | 'signature' | undefined): void {
  const isRated = made.quality !== undefined || made.attitude !== undefined;
  if (isRated && takes !== 'ratings') {
    throw misused(
      'ratings_of_repairs',
      w('只有维修回访才评质量和态度。', 'Only a repair is rated for its work and manner.'),
      w('给出工单编号：wy visit log T…', 'Give the number of the ticket: wy visit log T…'),
    );
  }
  if (made.signedBy !== undefined && takes !== 'signature') {
    throw misused(
      'signature_of_complaints',
      w('只有投诉回访才由部门主管签字。', 'Only the callback of a complaint is signed.'),
      w('给出投诉编号：wy visit log C…', 'Give the number of the complaint: wy visit log C…'),
    );
  }
}

/** A visit to a unit settles none of the callbacks that its cases are owed. */
function warnOfDuties(ctx: Ctx, unit: string): void {
  const owed = duties(ctx).filter((duty) => duty.unit === unit);
  if (owed.length === 0) return;
  const nos = list(owed.map(({ subject }) => same(subject)));
  ctx.warn(
    w(
      `${unit} 还有要回访的：${nos.zh}，请按编号登记：wy visit log ${owed[0]?.subject}`,
      `${unit} is owed a callback of ${nos.en}; record it by its number: wy visit log ${owed[0]?.subject}`,
    ),
  );
}

/** Every matter is to have its answer (rule 69). */
function warnOfSilence(ctx: Ctx, { unit }: Target): void {
  const whose = unit === null ? '' : ` --unit ${unit}`;
  ctx.warn(
    w(
      `住户不满意，没有写处理意见，也没有转单；要处理的：wy complaint log${whose} --text "…"`,
      `A dissatisfied household, and nothing is done about it: wy complaint log${whose} --text "…"`,
    ),
  );
}
