import type { Day, Month } from '../lib/day.ts';
import { lastDayOfMonth } from '../lib/day.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';
import type { Closing, HandIn, Source } from './model.ts';

/** Where cash, methods and receipts do not agree. */
export const FINDINGS = {
  negative: w('现金为负', 'cash below nothing'),
  'not-handed-in': w('现金未交', 'cash not handed in'),
  'hand-in-difference': w('交款有差额', 'handed in with a difference'),
  'closing-difference': w('盘点有差额', 'counted with a difference'),
  'month-open': w('未月结', 'month not closed'),
  uncollected: w('上门收费过时未收', 'issued, not collected'),
  'over-allocated': w('用去多于收款', 'more used than received'),
} as const satisfies Record<string, Words>;

export type FindingKind = keyof typeof FINDINGS;

export interface Finding {
  kind: FindingKind;
  on: Day;
  /** The receipt, or the month; null: a day. */
  no: string | null;
  amountFen: number | null;
  /** As it was explained. */
  explanation: string | null;
}

/** What one method moved, by where it came from and went. */
export interface MethodLine {
  method: string;
  receivedFen: number;
  /** Receipts taken back (冲红). */
  reversedFen: number;
  refundedFen: number;
  depositsInFen: number;
  depositsOutFen: number;
  handedInFen: number;
  differenceFen: number;
  netFen: number;
}

interface Sum {
  method: string;
  source: Source;
  inFen: number;
  outFen: number;
}

/** One line for each method there is, and for any other that moved. */
export function methodLines(sums: readonly Sum[], methods: readonly string[]): MethodLine[] {
  const all = new Set([...methods, ...sums.map(({ method }) => method)]);
  return [...all].map((method) => lineOf(method, (source) => sumOf(sums, method, source)));
}

const sumOf = (sums: readonly Sum[], method: string, source: Source): Sum =>
  sums.find((it) => it.method === method && it.source === source) ?? {
    ...{ method, source },
    ...{ inFen: 0, outFen: 0 },
  };

function lineOf(method: string, of: (source: Source) => Sum): MethodLine {
  const [receipt, refund, deposit] = [of('receipt'), of('refund'), of('deposit')];
  const [handIn, difference] = [of('hand-in'), of('difference')];
  const sums = [receipt, refund, deposit, handIn, difference];
  return {
    method,
    receivedFen: receipt.inFen,
    reversedFen: receipt.outFen,
    refundedFen: refund.outFen,
    depositsInFen: deposit.inFen,
    depositsOutFen: deposit.outFen,
    handedInFen: handIn.outFen,
    differenceFen: difference.inFen - difference.outFen,
    netFen: sums.reduce((net, { inFen, outFen }) => net + inFen - outFen, 0),
  };
}

/** The days at whose end the journal's cash was below nothing. */
export function negativeDays(
  openingFen: number,
  days: readonly { on: Day; netFen: number }[],
): Finding[] {
  let balanceFen = openingFen;
  return days.flatMap(({ on, netFen }) => {
    balanceFen += netFen;
    if (balanceFen >= 0) return [];
    return [{ kind: 'negative', on, no: null, amountFen: balanceFen, explanation: null }];
  });
}

export const handInDifferences = (handIns: readonly HandIn[]): Finding[] =>
  handIns
    .filter(({ amountFen, expectedFen }) => amountFen !== expectedFen)
    .map(({ bookedOn, amountFen, expectedFen, explanation }) => ({
      kind: 'hand-in-difference',
      on: bookedOn,
      no: null,
      amountFen: amountFen - expectedFen,
      explanation,
    }));

export const closingDifferences = (closings: readonly Closing[]): Finding[] =>
  closings
    .filter(({ countedFen, bookedFen }) => countedFen !== bookedFen)
    .map(({ month, countedFen, bookedFen, explanation }) => ({
      kind: 'closing-difference',
      on: lastDayOfMonth(month),
      no: month,
      amountFen: countedFen - bookedFen,
      explanation,
    }));

/** Of the months not closed those that are over. */
export const openMonths = (months: readonly Month[], present: Month): Finding[] =>
  months
    .filter((month) => month < present)
    .map((month) => ({
      kind: 'month-open',
      on: lastDayOfMonth(month),
      no: month,
      amountFen: null,
      explanation: null,
    }));

/** The line that goes on from a finding. */
export function nextLine({ kind, on, no }: Pick<Finding, 'kind' | 'on' | 'no'>): string {
  switch (kind) {
    case 'not-handed-in':
      return `wy cash hand-in --day ${on} --amount …`;
    case 'month-open':
      return `wy cash close --month ${no} --counted …`;
    case 'uncollected':
      return `wy fee collect ${no}`;
    case 'over-allocated':
      return `wy fee receipt ${no}`;
    case 'closing-difference':
      return `wy cash journal --month ${no}`;
    default:
      return `wy cash journal --day ${on}`;
  }
}
