import type { Ctx } from '../context.ts';
import { doRound } from '../deadlines/rounds.ts';
import { lastChargeId } from '../fees/charges.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { transact } from '../ledger/transact.ts';
import { addMonths, type Day, monthOf } from '../lib/day.ts';
import { refused } from '../lib/errors.ts';
import { type Period, parsePeriod } from '../lib/period.ts';
import { w } from '../lib/words.ts';
import { applyPrepayments } from '../receipts/prepayments.ts';
import { knownBuilding, requireUnit } from '../registry/units.ts';
import { tariffName } from '../tariffs/tariffs.ts';
import { madeSince } from './charge-store.ts';
import { billMetered } from './metered.ts';
import type { BillReport, Skipped } from './model.ts';
import { billPlainly } from './plain.ts';
import { billEach, billSubscriptions } from './special.ts';
import { type Turn, turnsOf } from './turns.ts';
import { type Scope, unitsIn } from './unit-store.ts';

export interface BillQuery {
  /** The present month, if not said. */
  period?: Period | undefined;
  /** Key or name of a tariff. */
  tariff?: string | undefined;
  building?: string | undefined;
  unit?: string | undefined;
  dryRun?: boolean | undefined;
}

/**
 * Bills a period: all charges, and what prepaid money pays of them, in one transaction, or nothing.
 * What is billed already stays as it is. A month billed as a whole is the month's round (rule 127).
 * Refuses a period that begins more than a year ahead.
 */
export function bill(ctx: Ctx, asked: BillQuery): BillReport {
  const period = asked.period ?? parsePeriod(monthOf(ctx.today), ctx.today);
  if (period.from > addMonths(ctx.today, MOST_MONTHS_AHEAD)) throw tooFarAhead(period, ctx.today);
  if (asked.dryRun) return rehearsed(ctx.ledger, () => billPeriod(ctx, period, asked));
  return transact(ctx, 'fee.bill', (entry) => {
    const report = billPeriod(ctx, period, asked);
    const { tariff, building, unit } = asked;
    const isPart = [tariff, building, unit].some((each) => each !== undefined);
    if (period.kind === 'month' && !isPart) doRound(ctx, 'fee.bill', period.text);
    const { billed, amountFen } = report;
    entry.changes = { period: period.text, billed, amountFen };
    return report;
  });
}

const MOST_MONTHS_AHEAD = 12;

const tooFarAhead = ({ text }: Period, today: Day) =>
  refused(
    'period_too_far',
    w(
      `${text} 还早：最多提前一年出账。`,
      `${text} is far off: bills are made a year ahead at most.`,
    ),
    w(
      `核对年份；本月写 --period ${monthOf(today)}`,
      `Check the year; this month is --period ${monthOf(today)}.`,
    ),
  );

/** Does it all and takes it back. */
function rehearsed<T>(ledger: Ledger, work: () => T): T {
  ledger.begin();
  try {
    return work();
  } finally {
    ledger.rollback();
  }
}

function billPeriod(ctx: Ctx, period: Period, asked: BillQuery): BillReport {
  const { ledger, policy } = ctx;
  const where = {
    building: asked.building === undefined ? undefined : knownBuilding(ledger, asked.building),
    unitId: asked.unit === undefined ? undefined : requireUnit(ledger, asked.unit).id,
  };
  const turns = turnsOf(ctx, period, asked.tariff);
  const before = lastChargeId(ledger);
  const skipped = turns.flatMap((turn, at) => {
    ctx.progress(at, turns.length);
    // An agreement is owed by whatever unit it was made for.
    const uses = turn.tariff.subscribed ? [] : turn.tariff.uses;
    return billTurn(ctx, turn, { ...where, uses }, before);
  });
  ctx.progress(turns.length, turns.length);
  const made = madeSince(ledger, before);
  return {
    period: period.text,
    dryRun: asked.dryRun ?? false,
    billed: made.reduce((sum, each) => sum + each.billed, 0),
    amountFen: made.reduce((sum, each) => sum + each.amountFen, 0),
    tariffs: made.map((each) => ({ ...each, name: tariffName(policy, each.tariff) })),
    prepaid: applyPrepayments(ctx, unitIdsIn(ledger, where)),
    skipped,
    nameOf: (tariff) => tariffName(policy, tariff),
  };
}

function billTurn(ctx: Ctx, turn: Turn, scope: Scope, lastChargeId: number): Skipped[] {
  const { basis, subscribed } = turn.tariff;
  if (basis === 'meter') return billMetered(ctx, turn, scope);
  if (subscribed) return billSubscriptions(ctx, turn, scope);
  return billEach(ctx, turn, billPlainly(ctx, turn, scope, lastChargeId));
}

/** Undefined: all. */
function unitIdsIn(ledger: Ledger, where: Omit<Scope, 'uses'>): number[] | undefined {
  if (where.unitId === undefined && where.building === undefined) return undefined;
  return unitsIn(ledger, { ...where, uses: [] }).map(({ id }) => id);
}
