import type { CaseKind } from '../cases/kind.ts';
import type { WithDeadlines } from '../cases/model.ts';
import { requireCase, withDeadlines } from '../cases/record.ts';
import type { Ctx } from '../context.ts';
import { overdueSubjects } from '../deadlines/service.ts';
import type { DepositPage } from '../deposits/deposits.ts';
import { depositsFor } from '../deposits/deposits.ts';
import { listCharges } from '../fees/charges.ts';
import type { Charge } from '../fees/model.ts';
import type { Book } from '../ledger/numbers.ts';
import { groupBy } from '../lib/group.ts';
import { totalFen } from '../lib/money.ts';
import { w } from '../lib/words.ts';
import { requireUnit } from '../registry/units.ts';
import type { Event } from '../timeline/model.ts';
import { timelineOf } from '../timeline/service.ts';
import { type Next, nextOf, refusalOfLacks, refusalOfState } from './chain-rules.ts';
import { namesOf } from './code-rules.ts';
import type { Standing } from './conditions-rules.ts';
import { type BookedFor, type Due, duesOf, dueWords, unsetPaths } from './due-rules.ts';
import { type Names, type Renovation, STATES, type State, type Step } from './model.ts';
import { byParty, claimsAmong, type PartyDeposits, takenFen } from './money-rules.ts';
import { casesOf, papersFor, stagesOf } from './paper-rules.ts';
import { permitNo } from './pass-rules.ts';
import { pricesFor } from './pricing.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';

export const RENOVATIONS: Book = {
  table: 'renovations',
  prefix: 'D',
  name: w('装修', 'renovation'),
  list: 'reno list',
};

/** How renovations are stepped through and shown. */
export const RENOVATION: CaseKind<Renovation, Step> = {
  book: RENOVATIONS,
  action: 'reno',
  show: 'reno show',
  read: store.byNumber,
  beganAt: ({ appliedAt }) => appliedAt,
  refusalOf: refusalOfState,
};

/** A renovation as others see it: its promises, its money, how it stands, and what comes next. */
export interface RenovationRecord extends WithDeadlines<Renovation>, Standing {
  /** Of the papers: what is there, and what the present stage still lacks. */
  have: readonly string[];
  missing: readonly string[];
  /** Of the violations: how many there are, and how many everybody has promised. */
  commitments: { total: number; made: number };
  dues: readonly Due[];
  /** Oldest first. */
  taken: readonly DepositPage[];
  deposits: readonly PartyDeposits[];
  /** What was charged for it, not taken back. */
  charges: readonly Charge[];
  /** On the household, beyond the deposits (rule 110). */
  claimFen: number;
  next: Next | null;
  names: Names;
}

export type RenovationPage = RenovationRecord & { timeline: readonly Event[] };

/** How these renovations stand today, with what the policy makes of them. */
export function standing(ctx: Ctx, some: readonly WithDeadlines<Renovation>[]): RenovationRecord[] {
  const nos = some.map(({ no }) => no);
  const deposits = groupBy(depositsFor(ctx, nos), ({ subject }) => subject);
  const charges = groupBy(
    listCharges(ctx.ledger, { subjects: nos }).filter(({ state }) => state !== 'reversed'),
    ({ subject }) => subject,
  );
  const names = namesOf(ctx.policy);
  return some.map((it) =>
    oneStanding(ctx, it, {
      names,
      deposits: deposits.get(it.no) ?? [],
      charges: charges.get(it.no) ?? [],
    }),
  );
}

interface Around {
  names: Names;
  deposits: readonly DepositPage[];
  charges: readonly Charge[];
}

function oneStanding(
  { policy, today }: Ctx,
  it: WithDeadlines<Renovation>,
  { names, deposits, charges }: Around,
): RenovationRecord {
  const { papers, violations, largeShop, reinspect } = policy.renovations;
  const needed = papersFor(casesOf(it, largeShop), papers);
  const have = it.papers.map(({ code }) => code);
  const without = (codes: readonly string[]) => codes.filter((code) => !have.includes(code));
  const lacking = { review: without(needed.review), permit: without(needed.permit) };
  const unpromised = rules.unpromised(it, Object.keys(violations));
  const prices = pricesFor(policy, it, today);
  const dues = duesOf(prices, it, bookedIn({ deposits, charges }));
  const claimed = claimsAmong(charges, policy.renovations);
  const stands = {
    ...it,
    names,
    today,
    have,
    lacking,
    missing: stagesOf(it.state).flatMap((stage) => lacking[stage]),
    unpromised,
    commitments: {
      total: Object.keys(violations).length,
      made: Object.keys(violations).length - unpromised.length,
    },
    dues,
    unset: unsetPaths(prices, it, dues),
    unpaid: dues
      .filter(({ occasion, owedFen }) => occasion === 'permit' && owedFen > 0)
      .map(dueWords),
    permitsOwedFen: totalFen(
      dues.filter(({ occasion }) => occasion !== 'permit').map(({ owedFen }) => owedFen),
    ),
    openViolations: rules.openViolations(it),
    permitsOut: it.permits
      .filter(({ fate }) => fate === null)
      .map(({ part }) => permitNo(it.no, part)),
    reinspectFromOn: rules.reinspectFromOn(it, reinspect.after, policy.calendar),
    taken: deposits,
    deposits: byParty(it, deposits),
    charges,
    claimFen: totalFen(claimed.map(({ amountFen }) => amountFen)),
    claimOutstandingFen: totalFen(claimed.map(({ outstandingFen }) => outstandingFen)),
    claimCharges: claimed.filter(({ outstandingFen }) => outstandingFen > 0).map(({ id }) => id),
  };
  return { ...stands, next: nextOf(stands) };
}

/** What was taken of an item: a deposit once it was given, a charge once it was paid. */
const bookedIn =
  ({ deposits, charges }: Pick<Around, 'deposits' | 'charges'>): BookedFor =>
  ({ key, kind }) => {
    const given = deposits.filter((each) => kind === 'deposit' && each.kind === key);
    const charged = charges.filter(({ tariff }) => kind === 'charge' && tariff === key);
    const openFen = totalFen(charged.map(({ outstandingFen }) => outstandingFen));
    const bookedFen = totalFen([
      ...given.map(takenFen),
      ...charged.map(({ amountFen }) => amountFen),
    ]);
    return { takenFen: bookedFen - openFen, openFen };
  };

/** The renovation of a number or an unambiguous end of one; refuses an unknown one. */
export function requireRenovation(ctx: Ctx, typed: string): RenovationRecord {
  const [record] = standing(ctx, [requireCase(ctx, RENOVATION, typed)]);
  return record as RenovationRecord;
}

/** As `requireRenovation`, where the chain allows this step now: nobody is asked about what is refused. */
export function requireReady(ctx: Ctx, typed: string, step: Step): RenovationRecord {
  const it = requireRenovation(ctx, typed);
  const refusal = refusalOfState(step, it) ?? refusalOfLacks(step, it);
  if (refusal) throw refusal;
  return it;
}

export function showRenovation(ctx: Ctx, typed: string): RenovationPage {
  const record = requireRenovation(ctx, typed);
  return { ...record, timeline: timelineOf(ctx.ledger, record.no) };
}

export interface RenovationQuery {
  state?: State | undefined;
  /** Neither turned down, settled nor over. */
  open?: boolean | undefined;
  overdue?: boolean | undefined;
  building?: string | undefined;
  unit?: string | undefined;
}

const OPEN = (Object.keys(STATES) as State[]).filter(
  (state) => !['settled', 'closed', 'refused', 'cancelled'].includes(state),
);

/** Oldest first; refuses an unknown unit. */
export function listRenovations(ctx: Ctx, query: RenovationQuery): RenovationRecord[] {
  const { state, open, overdue, building, unit } = query;
  return renovationsOf(ctx, {
    states: state ? [state] : open ? OPEN : undefined,
    nos: overdue ? overdueSubjects(ctx) : undefined,
    building,
    unitId: unit === undefined ? undefined : requireUnit(ctx.ledger, unit).id,
  });
}

/** As the filter says, oldest first. */
export const renovationsOf = (ctx: Ctx, filter: store.Filter): RenovationRecord[] =>
  standing(ctx, withDeadlines(ctx.ledger, store.list(ctx.ledger, filter)));
