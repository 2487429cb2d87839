import type { Result } from '../cases/model.ts';
import type { Ctx } from '../context.ts';
import { nextNumber } from '../ledger/numbers.ts';
import { HIDDEN, transact } from '../ledger/transact.ts';
import { list, same, w } from '../lib/words.ts';
import { requireUnit } from '../registry/units.ts';
import { note } from '../timeline/service.ts';
import { duties } from './duties.ts';
import { requireFollowUp } from './follow-ups.ts';
import { contradictionIn, foreignIn, type Told } from './logging-rules.ts';
import type { Reason, Sample, Visit, Way } from './model.ts';
import { openNext } from './openings.ts';
import { sampleAwaiting, settleSample } from './sampling.ts';
import * as store from './visit-store.ts';
import { requireVisit, VISITS } from './visits.ts';

export interface NewVisit extends Told {
  /** Exactly one of the two: the number of a case, or a unit visited for its own sake. */
  no: string | undefined;
  unit: string | undefined;
  way: Way;
  /** What is done about it. */
  handling: string | undefined;
}

/** What is visited, and how its own record is carried on. */
interface Target {
  unitId: number | null;
  unit: string | null;
  place: string | null;
  subject: string | null;
  sample: Sample | undefined;
  reason: Reason;
  /** The line that shows the case, where a dissatisfied answer sets it going again. */
  goesOn: string | undefined;
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
  const contradiction = contradictionIn(made);
  if (contradiction) throw contradiction;
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
    if (result === 'dissatisfied') {
      warnOfDissatisfied(ctx, target, { ledTo, handling: made.handling });
    }
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

/** The case of a number, in its unit or its place. */
function followed(ctx: Ctx, typed: string, made: NewVisit): Target {
  const { no, reason, takes, reopens, show, find, carryOut } = requireFollowUp(ctx, typed);
  const foreign = foreignIn(made, takes);
  if (foreign) throw foreign;
  const { unit, place, refusal } = find(ctx, no);
  return {
    unitId: unit === null ? null : requireUnit(ctx.ledger, unit).id,
    unit,
    place,
    subject: no,
    sample: undefined,
    reason,
    goesOn: reopens ? `wy ${show} ${no}` : undefined,
    carryOut: (result) => carryOut(ctx, no, { ...made, result, note: made.opinion }),
    miss: (visit) => {
      if (refusal) throw refusal;
      note(ctx, no, 'noAnswer', { visit });
    },
  };
}

function household(ctx: Ctx, made: NewVisit): Target {
  const foreign = foreignIn(made, undefined);
  if (foreign) throw foreign;
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
    goesOn: undefined,
    carryOut: () => {},
    miss: () => {},
  };
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

/** Says what goes on by itself, and where nothing does: every matter is to have its answer (rule 69). */
function warnOfDissatisfied(
  ctx: Ctx,
  { subject, unit, goesOn }: Target,
  { ledTo, handling }: { ledTo: string | null; handling: string | undefined },
): void {
  if (goesOn !== undefined) {
    const isTwin = ledTo?.[0] === subject?.[0];
    ctx.warn(
      isTwin
        ? w(
            `住户不满意，重新处理：${goesOn}；${ledTo} 应是另一件事，同一件事不必另开。`,
            `Dissatisfied, so it is to be done again: ${goesOn}; ${ledTo} should be about something else.`,
          )
        : w(
            `住户不满意，重新处理：${goesOn}`,
            `Dissatisfied, so it is to be done again: ${goesOn}`,
          ),
    );
    return;
  }
  if (ledTo || handling) return;
  const whose = unit === null ? '' : ` --unit ${unit}`;
  ctx.warn(
    w(
      `住户不满意，没有写处理意见，也没有转单；要处理的：wy complaint log${whose} --text "…"`,
      `A dissatisfied household, and nothing is done about it: wy complaint log${whose} --text "…"`,
    ),
  );
}
