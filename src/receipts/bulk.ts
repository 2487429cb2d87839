import type { Ctx } from '../context.ts';
import type { PastPeriod, PastUnit } from '../fees/past.ts';
import type { Plan } from '../registry/bulk.ts';
import * as store from './bulk-store.ts';
import type { PaymentLine, PaymentSums, Slip, Target } from './past.ts';
import { addRow, type Matched, matchedNothing } from './past-matching.ts';
import { fateOf } from './past-rules.ts';
import { slipsOf } from './past-slips.ts';
import { writePayments } from './past-writing.ts';

type PaymentPlan = Plan<PaymentLine> & { sums: PaymentSums };

/**
 * What a list of payments makes of the ledger: its receipts (`slipsOf`), in the order in which they came
 * in, under our numbers of their days; each row settles the charge it is about (`fateOf`), what it pays
 * beyond is prepaid; a row of which nothing was paid leaves a charge.
 */
export function planPayments(ctx: Ctx, rows: readonly PaymentLine[]): PaymentPlan {
  const { slips, faults } = slipsOf(ctx, rows);
  slips.sort((a, b) => compare(a.receivedAt, b.receivedAt));
  const { made, shares, sums, ...matched } = matchRows(ctx, slips, rows);
  return {
    added: matched.added,
    changed: 0,
    unchanged: matched.unchanged,
    faults: [...faults, ...matched.faults],
    sums,
    write: (progress) => {
      const fresh = slips.filter(({ knownId }) => knownId === undefined);
      writePayments(ctx, { made, slips: fresh, shares, sums }, progress);
    },
  };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Row by row, each seeing what those before it have settled. */
function matchRows(ctx: Ctx, slips: readonly Slip[], rows: readonly PaymentLine[]): Matched {
  const targets = targetsOf(ctx);
  const matched = matchedNothing();
  const take = (row: PaymentLine, slip: Slip | undefined, known?: (it: Target) => boolean) => {
    const candidates = row.period ? targets(row.unit, row.period) : [];
    addRow(matched, { row, slip }, fateOf(candidates, row, known), candidates);
  };
  for (const slip of slips) {
    const known = knownPayments(ctx, slip);
    for (const row of slip.lines) take(row, slip, known);
  }
  for (const row of rows) if (row.paidFen === 0) take(row, undefined);
  return matched;
}

/** Whether a receipt that the ledger has paid a charge; undefined for a new receipt. */
function knownPayments({ ledger }: Ctx, { knownId }: Slip) {
  if (knownId === undefined) return undefined;
  const paid = new Set(store.chargesPaidBy(ledger, knownId));
  return ({ id }: Target) => id !== undefined && paid.has(id);
}

/** The charges of a unit and a period, asked for once. */
function targetsOf({ ledger }: Ctx): (unit: PastUnit, period: PastPeriod) => Target[] {
  const known = new Map<PastPeriod, Map<number, Target[]>>();
  return (unit, period) => {
    const ofPeriod = known.get(period) ?? new Map<number, Target[]>();
    known.set(period, ofPeriod);
    const { tariff, cycleOn, from, until } = period;
    const found =
      ofPeriod.get(unit.id) ??
      store.chargesOf(ledger, { tariff, cycleOn, from, until, unitId: unit.id }).map((it) => ({
        id: it.id,
        line: undefined,
        amountFen: it.amountFen,
        leftFen: it.amountFen - it.settledFen,
        lastMovedAt: it.lastMovedAt,
        isReversed: it.reversed !== 0,
        isClaimed: false,
        isKnown: true,
      }));
    ofPeriod.set(unit.id, found);
    return found;
  };
}
