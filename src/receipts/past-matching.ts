import type { PastLine } from '../fees/past.ts';
import { refused, type WyError } from '../lib/errors.ts';
import { yuanText } from '../lib/money.ts';
import { w } from '../lib/words.ts';
import type { PlanFault } from '../registry/bulk.ts';
import type { PaymentLine, PaymentSums, Share, Slip, Target } from './past.ts';
import type { Fate } from './past-rules.ts';

/** What the rows seen so far come to. */
export interface Matched {
  made: Target[];
  shares: Share[];
  faults: PlanFault<PaymentLine>[];
  sums: PaymentSums;
  added: number;
  unchanged: number;
}

export const matchedNothing = (): Matched => ({
  made: [],
  shares: [],
  faults: [],
  sums: { dueFen: 0, paidFen: 0, chargedFen: 0, receivedFen: 0, settledFen: 0, prepaidFen: 0 },
  added: 0,
  unchanged: 0,
});

/**
 * Adds what one row comes to; `slip` is undefined where nothing was paid. A charge that is made joins
 * the candidates of the rows behind it.
 */
export function addRow(
  matched: Matched,
  { row, slip }: { row: PaymentLine; slip: Slip | undefined },
  fate: Fate<Target>,
  candidates: Target[],
): void {
  if (fate.kind === 'refuse') {
    matched.faults.push({ row, field: 'dueFen', error: chargedOtherwise(fate.charge) });
    return;
  }
  if (fate.claims) fate.claims.isClaimed = true;
  matched.sums.dueFen += row.dueFen;
  matched.sums.paidFen += row.paidFen;
  if (fate.kind === 'leave') {
    matched.unchanged += 1;
    return;
  }
  matched.added += 1;
  const target = fate.charge ?? targetOf(row);
  if (target && !fate.charge) {
    candidates.push(target);
    matched.made.push(target);
    matched.sums.chargedFen += target.amountFen;
  }
  if (slip) addShare(matched, row.paidFen, slip, target);
}

function addShare({ sums, shares }: Matched, paidFen: number, slip: Slip, target?: Target): void {
  const amountFen = Math.min(paidFen, target?.leftFen ?? 0);
  sums.receivedFen += paidFen;
  sums.settledFen += amountFen;
  sums.prepaidFen += paidFen - amountFen;
  if (!target || amountFen === 0) return;
  target.leftFen -= amountFen;
  shares.push({ slip, target, amountFen });
}

/** The charge that a row leaves; undefined where it says none. */
function targetOf(row: PaymentLine): Target | undefined {
  const { period, dueFen } = row;
  return period && dueFen > 0 ? newTarget({ ...row, period, amountFen: dueFen }) : undefined;
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
