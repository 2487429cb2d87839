import type { Ctx } from '../context.ts';
import type { PastLine, PastPeriod, PastUnit } from '../fees/past.ts';
import { refused, type WyError } from '../lib/errors.ts';
import { yuanText } from '../lib/money.ts';
import { w } from '../lib/words.ts';
import type { Plan, PlanFault } from '../registry/bulk.ts';
import * as store from './bulk-store.ts';
import type { PaymentLine, PaymentSums, Share, Slip, Target } from './past.ts';
import { matchOf } from './past-rules.ts';
import { slipsOf } from './past-slips.ts';
import { writePayments } from './past-writing.ts';

type PaymentPlan = Plan<PaymentLine> & { sums: PaymentSums };

/**
 * What a list of payments makes of the ledger: its receipts (`slipsOf`), in the order in which they came
 * in, under our numbers of their days; each row settles the charge it is about (`matchOf`), what it pays
 * beyond is prepaid; a row of which nothing was paid leaves a charge.
 */
export function planPayments(ctx: Ctx, rows: readonly PaymentLine[]): PaymentPlan {
  const { slips, faults } = slipsOf(ctx, rows);
  slips.sort((a, b) => compare(a.receivedAt, b.receivedAt));
  const desk = matchingDesk(ctx);
  for (const slip of slips) for (const row of slip.lines) desk.take(row, slip);
  for (const row of rows) if (row.paidFen === 0) desk.take(row, undefined);

  const { made, shares, sums, added, unchanged } = desk;
  return {
    added,
    changed: 0,
    unchanged,
    faults: [...faults, ...desk.faults],
    sums,
    write: (progress) => {
      const fresh = slips.filter(({ knownId }) => knownId === undefined);
      writePayments(ctx, { made, slips: fresh, shares, sums }, progress);
    },
  };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Takes rows one after the other, each seeing what those before it have settled. */
function matchingDesk(ctx: Ctx) {
  const targets = targetsOf(ctx);
  const desk = {
    made: [] as Target[],
    shares: [] as Share[],
    faults: [] as PlanFault<PaymentLine>[],
    sums: { ...NOTHING },
    added: 0,
    unchanged: 0,
    /** `slip` is undefined where nothing was paid. */
    take(row: PaymentLine, slip: Slip | undefined): void {
      const candidates = row.period ? targets(row.unit, row.period) : [];
      const isNothing = row.dueFen === 0 && row.paidFen === 0;
      if (slip?.knownId !== undefined) claimPaid(candidates, row, paidBy(slip.knownId));
      if (isNothing || slip?.knownId !== undefined) leave(row);
      else settleRow(row, candidates, slip);
    },
  };
  const leave = ({ dueFen, paidFen }: PaymentLine): void => {
    desk.unchanged += 1;
    desk.sums.dueFen += dueFen;
    desk.sums.paidFen += paidFen;
  };
  const settleRow = (row: PaymentLine, candidates: Target[], slip: Slip | undefined): void => {
    const match = matchOf(candidates, row);
    if ('conflict' in match) {
      desk.faults.push({ row, field: 'dueFen', error: chargedOtherwise(match.conflict) });
      return;
    }
    const found = 'charge' in match ? match.charge : undefined;
    if (found?.amountFen === row.dueFen) found.isClaimed = true;
    if (!slip && found?.isKnown) {
      leave(row);
      return;
    }
    desk.added += 1;
    desk.sums.dueFen += row.dueFen;
    desk.sums.paidFen += row.paidFen;
    const target = found ?? make(row, candidates);
    if (slip) share(row.paidFen, slip, target);
  };
  const paidBy = (receiptId: number) => new Set(store.chargesPaidBy(ctx.ledger, receiptId));
  const make = (row: PaymentLine, candidates: Target[]): Target | undefined => {
    if (!row.period || row.dueFen === 0) return undefined;
    const target = newTarget({ ...row, period: row.period, amountFen: row.dueFen });
    candidates.push(target);
    desk.made.push(target);
    desk.sums.chargedFen += row.dueFen;
    return target;
  };
  const share = (paidFen: number, slip: Slip, target: Target | undefined): void => {
    const amountFen = Math.min(paidFen, target?.leftFen ?? 0);
    desk.sums.receivedFen += paidFen;
    desk.sums.settledFen += amountFen;
    desk.sums.prepaidFen += paidFen - amountFen;
    if (!target || amountFen === 0) return;
    target.leftFen -= amountFen;
    desk.shares.push({ slip, target, amountFen });
  };
  return desk;
}

/** A row of a known receipt is about a charge of its amount that this receipt paid. */
function claimPaid(candidates: readonly Target[], row: PaymentLine, paid: ReadonlySet<number>) {
  const own = candidates.find(
    ({ id, amountFen, isClaimed }) =>
      !isClaimed && id !== undefined && paid.has(id) && amountFen === row.dueFen,
  );
  if (own) own.isClaimed = true;
}

const NOTHING: PaymentSums = {
  dueFen: 0,
  paidFen: 0,
  chargedFen: 0,
  receivedFen: 0,
  settledFen: 0,
  prepaidFen: 0,
};

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

const newTarget = (line: PastLine): Target => ({
  id: undefined,
  line,
  amountFen: line.amountFen,
  leftFen: line.amountFen,
  lastMovedAt: undefined,
  isReversed: false,
  isClaimed: true,
  isKnown: false,
});

const chargedOtherwise = ({ id, amountFen }: Target): WyError =>
  refused(
    'charged_already',
    w(
      `这一期已有 ${id} 号应收 ${yuanText(amountFen)} 元，金额不同`,
      `charge ${id} of ${yuanText(amountFen)} is for this period already: another amount`,
    ),
  );
