import type { Ctx } from '../context.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { daysBetween } from '../lib/day.ts';
import { MAX_AMOUNT_FEN } from '../lib/money.ts';
import type { Tariff } from '../policy/sections/tariffs.ts';
import { amountFenOf, type Measure, monthPartsBetween, ONE } from '../tariffs/amount-rules.ts';
import { reachingFrom } from '../tariffs/cycle-rules.ts';
import { concessionsOf } from './households.ts';
import * as store from './plain-store.ts';
import { segmentsOf } from './segment-rules.ts';
import type { Turn } from './turns.ts';
import type { Scope } from './unit-store.ts';

const taught = new WeakSet<Ledger>();

/**
 * Bills at once all units of a turn that have nothing special: what a unit owes is then the same
 * segments for all, and only its area and its owner differ. Gives the units that are left.
 */
export function billPlainly(ctx: Ctx, turn: Turn, scope: Scope, lastChargeId: number): number[] {
  const { ledger } = ctx;
  const { key, tariff, cycle, span } = turn;
  teach(ledger);
  const count = store.countUnits(ledger, scope);
  const plain = plainBill(ctx, turn, lastChargeId);
  let billedNow = 0;
  for (const debtor of debtorsOf(tariff)) {
    if (plain && billedNow < count) billedNow += store.billPlain(ledger, scope, plain, debtor);
  }
  if (billedNow === count) return [];
  const billed = { ...span, days: daysBetween(span.from, span.until) + 1 };
  return store.unitsLeft(ledger, scope, { tariff: key, cycle, lastChargeId, billed });
}

const debtorsOf = ({ developer }: Tariff): store.PlainDebtor[] =>
  developer ? ['owner', 'developer'] : ['owner'];

/** Undefined where it makes no amount for any unit. */
function plainBill(ctx: Ctx, turn: Turn, lastChargeId: number): store.PlainBill | undefined {
  const { key, tariff, cycle, span, dueOn } = turn;
  const segments = plainSegments(turn);
  const [first] = segments;
  if (!first) return undefined;
  const isByArea = tariff.basis === 'area-month';
  const measures = segments.map((it) => ({ ...it, percent: 100 }));
  if (!isByArea && !measures.every(isAmount)) return undefined;
  const bounds = isByArea ? measures.map(quantitiesOf) : [];
  return {
    tariff: key,
    cycle,
    reachingFrom: reachingFrom(cycle.from),
    until: span.until,
    segments,
    quantityThousandths: isByArea ? null : ONE,
    leastArea: Math.max(1, ...bounds.map(({ least }) => least)),
    mostArea: Math.min(Number.MAX_SAFE_INTEGER, ...bounds.map(({ most }) => most)),
    concessions: concessionsOf(tariff),
    dueOn: first.from > dueOn ? first.from : dueOn,
    billedAt: ctx.now,
    billedById: ctx.operator().id,
    lastChargeId,
  };
}

function teach(ledger: Ledger): void {
  if (taught.has(ledger)) return;
  taught.add(ledger);
  store.teachAmounts(ledger, (quantityThousandths, rateTenthousandths, monthParts, percent) =>
    amountFenOf({ quantityThousandths, rateTenthousandths, monthParts, percent }),
  );
}

/** Of a household that was always handed over and has no agreement. */
function plainSegments({ tariff, span }: Turn): store.PlainSegment[] {
  const line = { ...span, rates: tariff.rates, developer: true, party: false };
  const owners = [{ personId: 0, fromOn: null, untilOn: null }];
  return segmentsOf(line, { handoverOn: null, owners, concessions: [] }).map(
    ({ from, until, rateTenthousandths }) => ({
      from,
      until,
      rateTenthousandths,
      monthParts: monthPartsBetween(from, until),
    }),
  );
}

type PerPiece = Omit<Measure, 'quantityThousandths'>;

const isAmount = (it: PerPiece): boolean => {
  const amountFen = amountFenOf({ ...it, quantityThousandths: ONE });
  return amountFen >= 1 && amountFen <= MAX_AMOUNT_FEN;
};

/** The least and the most quantity whose amount is neither nothing nor too large. */
export const quantitiesOf = (it: PerPiece): { least: number; most: number } => ({
  least: leastFor(it, 1),
  most: leastFor(it, MAX_AMOUNT_FEN + 1) - 1,
});

/** The least quantity that comes to so many fen. */
function leastFor(it: PerPiece, fen: number): number {
  let [below, enough] = [0, 2 ** 52];
  while (enough - below > 1) {
    const middle = Math.floor((below + enough) / 2);
    if (amountFenOf({ ...it, quantityThousandths: middle }) >= fen) enough = middle;
    else below = middle;
  }
  return enough;
}
