import type { Ctx } from '../context.ts';
import { promise } from '../deadlines/service.ts';
import { nextNumber } from '../ledger/numbers.ts';
import { type Entry, HIDDEN, transact } from '../ledger/transact.ts';
import type { Day } from '../lib/day.ts';
import { refused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import type { Unit } from '../registry/model.ts';
import { requireUnit } from '../registry/units.ts';
import { codesTyped } from '../renovations/code-rules.ts';
import { type Applicant, type Renovation, STATES, type State } from '../renovations/model.ts';
import {
  RENOVATIONS,
  type RenovationRecord,
  renovationsOf,
  requireRenovation,
} from '../renovations/record.ts';
import { step } from '../renovations/step.ts';
import { note } from '../timeline/service.ts';
import { applicantNamed } from './applicant.ts';
import { takePapers } from './papers.ts';
import { refusalOfPeriod } from './period-rules.ts';
import { remindHousehold, warnOfHandover, warnOfPeriod, warnOfUnqualified } from './reminders.ts';
import * as store from './store.ts';

export interface NewApplication {
  /** In any notation. */
  unit: string;
  applicant: Applicant;
  /** Undefined: the one owner or tenant there is. */
  name: string | undefined;
  agent: string | undefined;
  /** Undefined: the household does the works itself. */
  contractor: string | undefined;
  foreman: string;
  phone: string | undefined;
  scope: string;
  /** Codes or names of the policy's works. */
  works: readonly string[];
  isSmall: boolean;
  fromOn: Day;
  untilOn: Day;
  /** Codes or names of the policy's papers, handed in with it. */
  papers: readonly string[];
}

/**
 * Takes an application (rules 80–86): the violations are to be gone through the same day, and the
 * supervisor's time begins once the papers are complete. Refuses a second one while works are applied
 * for or going on in the unit, and a period that is over.
 */
export function applyFor(ctx: Ctx, made: NewApplication): RenovationRecord {
  return transact(ctx, 'reno.apply', (entry) => {
    const { ledger, policy } = ctx;
    const unit = requireUnit(ledger, made.unit);
    const refusal = refusalOfPeriod(made, ctx.today);
    if (refusal) throw refusal;
    refuseSecond(ctx, unit);
    const applicantName = applicantNamed(ctx, unit.code, made);
    const works = codesTyped(policy, 'works', made.works);
    const no = nextNumber(ledger, RENOVATIONS, ctx.today);
    const { applicant, foreman, scope, isSmall, fromOn, untilOn } = made;
    const { agent = null, contractor = null, phone = null } = made;
    store.insert(ledger, {
      ...{
        no,
        unitId: unit.id,
        applicant,
        applicantName,
        agent,
        contractor,
        foreman,
        phone,
        scope,
      },
      ...{ works, isSmall, fromOn, untilOn, appliedAt: ctx.now, appliedById: ctx.operator().id },
    });
    note(ctx, no, 'applied');
    promiseCommitment(ctx, no);
    entry.subject = no;
    entry.changes = {
      ...{ unit: unit.code, applicant, applicantName: HIDDEN },
      ...(agent && { agent: HIDDEN }),
      ...{ contractor: contractor && HIDDEN, foreman: HIDDEN, ...(phone && { phone: HIDDEN }) },
      ...{ scope: HIDDEN, works, isSmall, fromOn, untilOn },
    };
    takePapers(ctx, no, made.papers, entry);
    warnOfPeriod(ctx, made);
    warnOfHandover(ctx, unit);
    warnOfUnqualified(ctx, { contractor, works });
    remindHousehold(ctx);
    return requireRenovation(ctx, no);
  });
}

/** The violations are gone through and promised not to be done, the same day (rule 86). */
const promiseCommitment = (ctx: Ctx, no: string): void =>
  promise(ctx, {
    ...{ subject: no, kind: 'reno.commit', role: 'supervisor', clause: 'renovations.commit' },
    from: ctx.now,
  });

const UNDER_WAY: readonly State[] = ['applied', 'reviewed', 'approved', 'permitted'];

const UNFINISHED: readonly State[] = ['refused', 'accepted', 'reinspected'];

/** One file of works at a time; one that only awaits its re-inspection or a change is pointed out. */
function refuseSecond(ctx: Ctx, { id, code }: Pick<Unit, 'id' | 'code'>, but?: string): void {
  const others = renovationsOf(ctx, {
    unitId: id,
    states: [...UNDER_WAY, ...UNFINISHED],
  }).filter(({ no }) => no !== but);
  const open = others.find(({ state }) => UNDER_WAY.includes(state));
  if (open) throw alreadyOpen(code, open);
  for (const { no, state } of others) {
    const is = STATES[state];
    ctx.warn(
      w(
        `${code} 还有一份装修没有办完：${no}（${is.zh}）。查看：wy reno show ${no}`,
        `${code} has another renovation that is not finished: ${no} (${is.en}). See wy reno show ${no}`,
      ),
    );
  }
}

const alreadyOpen = (unit: string, { no, state }: Renovation) =>
  refused(
    'already_open',
    w(
      `${unit} 已有一份装修在办：${no}（${STATES[state].zh}）。`,
      `${unit} has a renovation under way: ${no} (${STATES[state].en}).`,
    ),
    state === 'permitted'
      ? w(`查看：wy reno show ${no}`, `See wy reno show ${no}`)
      : w(
          `查看：wy reno show ${no}；不办了的：wy reno cancel ${no} --reason "…"`,
          `See wy reno show ${no}; or cancel it: wy reno cancel ${no} --reason "…"`,
        ),
  );

/** What changes in an application that was turned down; undefined leaves as it was. */
export interface Resubmission {
  scope: string | undefined;
  works: readonly string[] | undefined;
  fromOn: Day | undefined;
  untilOn: Day | undefined;
  papers: readonly string[];
  text: string | undefined;
}

/**
 * Changed and applied for anew (rule 90): refusal, opinion and review fall away, and what the works
 * need of papers is looked at again. Refuses what an application is refused for.
 */
export function resubmit(ctx: Ctx, typed: string, made: Resubmission): RenovationRecord {
  return step(ctx, typed, 'resubmit', (it, entry) => {
    const { ledger, policy } = ctx;
    const period = { fromOn: made.fromOn ?? it.fromOn, untilOn: made.untilOn ?? it.untilOn };
    const refusal = refusalOfPeriod(period, ctx.today);
    if (refusal) throw refusal;
    refuseSecond(ctx, { id: it.unitId, code: it.unit }, it.no);
    const works = made.works && codesTyped(policy, 'works', made.works);
    store.update(ledger, it.no, {
      ...(made.scope !== undefined && { scope: made.scope }),
      ...(works && { works: works.join(',') }),
      ...{ ...period, ...UNDECIDED, state: 'applied' },
    });
    note(ctx, it.no, 'resubmitted', made.text === undefined ? {} : { text: made.text });
    entry.changes = changesOf(made, works);
    takePapers(ctx, it.no, made.papers, entry);
    if (it.unpromised.length > 0) promiseCommitment(ctx, it.no);
    warnOfPeriod(ctx, period);
    if (works) warnOfUnqualified(ctx, { ...it, works });
  });
}

const UNDECIDED = {
  ...{ completeAt: null, opinion: null, opinionById: null, reviewedAt: null, reviewedById: null },
  ...{ refusedAt: null, refusedById: null, grounds: null, reason: null },
};

function changesOf(
  { scope, fromOn, untilOn, text }: Resubmission,
  works: readonly string[] | undefined,
): Entry['changes'] {
  return {
    ...(scope !== undefined && { scope: HIDDEN }),
    ...(works && { works }),
    ...(fromOn && { fromOn }),
    ...(untilOn && { untilOn }),
    ...(text !== undefined && { text: HIDDEN }),
  };
}
