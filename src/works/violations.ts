import type { Ctx } from '../context.ts';
import { deadlinesOf } from '../deadlines/service.ts';
import { resolveNumber } from '../ledger/numbers.ts';
import type { Day } from '../lib/day.ts';
import { endOfDay, startOfDay } from '../lib/moment.ts';
import type { Words } from '../lib/words.ts';
import { codeNames } from '../renovations/code-rules.ts';
import { RENOVATIONS } from '../renovations/record.ts';
import type { FoundViolation, ViolationState } from './model.ts';
import { violationState } from './violation-rules.ts';
import { listFound } from './violation-store.ts';

/** A violation as others see it. */
export interface ViolationRecord extends FoundViolation {
  state: ViolationState;
}

export interface ViolationQuery {
  /** The number of a renovation, or its end. */
  no?: string | undefined;
  open?: boolean | undefined;
  overdue?: boolean | undefined;
  building?: string | undefined;
  /** Of the finding, both days counted. */
  since?: Day | undefined;
  until?: Day | undefined;
}

/** Violations, with what the site calls them. */
export interface Violations {
  names: Readonly<Record<string, Words>>;
  found: readonly ViolationRecord[];
}

/** In the order in which they were found; refuses an unknown renovation. */
export function listViolations(ctx: Ctx, query: ViolationQuery): Violations {
  const { ledger, zone } = ctx;
  const { no, open = false, overdue = false, building, since, until } = query;
  const found = listFound(ledger, {
    no: no === undefined ? undefined : resolveNumber(ledger, RENOVATIONS, no, ctx.today),
    open: open || overdue,
    building,
    from: since && startOfDay(since, zone),
    to: until && endOfDay(until, zone),
  });
  const owed = deadlinesOf(ledger, [...new Set(found.map((each) => each.no))]);
  const records = found.map((each) => ({
    ...each,
    state: violationState(each, owed.get(each.no) ?? [], ctx.now),
  }));
  return {
    names: codeNames(ctx.policy, 'violations'),
    found: overdue ? records.filter(({ state }) => state === 'overdue') : records,
  };
}

/** A violation of the policy, and whether the authority must know of it. */
export interface ListedViolation {
  code: string;
  name: Words;
  report: boolean;
}

/** What the site's policy lists, in its order (rule 108). */
export function violationCodes({ policy }: Ctx): ListedViolation[] {
  const { violations } = policy.renovations;
  return Object.entries(codeNames(policy, 'violations')).map(([code, name]) => ({
    ...{ code, name },
    report: violations[code]?.report === 'yes',
  }));
}
