import type { Ctx } from '../context.ts';
import { settleLine } from '../deadlines/kinds.ts';
import type { Deadline } from '../deadlines/model.ts';
import { deadlinesOf, meet, promise } from '../deadlines/service.ts';
import { HIDDEN } from '../ledger/transact.ts';
import { WyError } from '../lib/errors.ts';
import type { Moment } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import type { Measure, Violation } from '../renovations/model.ts';
import type { RenovationRecord } from '../renovations/record.ts';
import { step } from '../renovations/step.ts';
import { note } from '../timeline/service.ts';
import * as rules from './violation-rules.ts';
import * as store from './violation-store.ts';
import { reportWords } from './violation-text.ts';

export interface Report {
  /** Undefined: the only one whose report is owed, or that is open and was not reported. */
  part: number | undefined;
  /** The authority. */
  to: string;
  /** Undefined: now. */
  at: Moment | undefined;
}

/** The authority was told of a violation (rule 109; Decree 110, art. 17), be it put right by now or not. */
export const reportViolation = (ctx: Ctx, typed: string, made: Report): RenovationRecord =>
  step(ctx, typed, 'report', (it, entry) => {
    const owed = it.deadlines.filter(isOpenReport).map(({ part }) => part);
    const found = rules.violationMeant(it, made.part, {
      words: w('待上报的违规', 'violations to be reported'),
      isMeant: (each) => (owed.length > 0 ? owed.includes(each.part) : rules.isUnreported(each)),
    });
    if (found instanceof WyError) throw found;
    const refusal =
      rules.refusalOfReported(it.no, found) ??
      rules.refusalOfTime(it, 'reported', made.at, ctx.now);
    if (refusal) throw refusal;
    const { part, measures } = found;
    const isNamed = measures.includes('report');
    reportNow(ctx, it.no, { part, to: made.to, at: made.at, isNamed });
    entry.changes = { part, reportedTo: HIDDEN, reportedAt: made.at ?? ctx.now };
  });

interface Told {
  part: number;
  to: string;
  at: Moment | undefined;
  /** Whether the report stands among its measures already. */
  isNamed: boolean;
}

function reportNow(ctx: Ctx, no: string, { part, to, at = ctx.now, isNamed }: Told): void {
  store.updateViolation(ctx.ledger, no, part, { reportedAt: at, reportedTo: to });
  if (!isNamed) {
    const takenById = ctx.operator().id;
    store.insertMeasures(ctx.ledger, no, part, { measures: ['report'], takenAt: at, takenById });
  }
  // What was told before it was owed was in time.
  const owed = openReport(ctx, no, part);
  if (owed) meet({ ...ctx, now: at > owed.sinceAt ? at : owed.sinceAt }, no, KIND, part);
  note(ctx, no, 'reported', { part, to, ...(at !== ctx.now && { reportedAt: at }) });
}

const KIND = 'reno.report';

const isOpenReport = ({ kind, ending }: Deadline): boolean => kind === KIND && ending === null;

const openReport = (ctx: Ctx, no: string, part: number): Deadline | undefined =>
  deadlinesOf(ctx.ledger, [no])
    .get(no)
    ?.find((each) => isOpenReport(each) && each.part === part);

/** What was done about a violation, as far as the authority is concerned. */
interface Treated extends Pick<Violation, 'part' | 'code'> {
  measures: readonly Measure[];
  reportedTo?: string | undefined;
  reportedAt?: Moment | undefined;
}

/** Within the transaction of its caller: the authority knows already, or is owed the report from now on. */
export function settleReport(ctx: Ctx, no: string, treated: Treated): void {
  const { part, code, measures, reportedTo: to, reportedAt: at } = treated;
  if (to !== undefined) {
    reportNow(ctx, no, { part, to, at, isNamed: measures.includes('report') });
    return;
  }
  if (!rules.mustReport(code, measures, ctx.policy.renovations.violations)) return;
  if (!openReport(ctx, no, part)) {
    promise(ctx, {
      ...{ subject: no, part, from: ctx.now },
      ...{ kind: KIND, role: 'supervisor', clause: 'renovations.report' },
    });
  }
  ctx.warn(reportWords(settleLine({ kind: KIND, subject: no, part })));
}
