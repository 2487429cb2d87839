import { beganAt } from '../cases/past.ts';
import { closedUntil } from '../cash/past.ts';
import type { Ctx } from '../context.ts';
import type { PastUnit } from '../fees/past.ts';
import { monthOf } from '../lib/day.ts';
import { misused, refused, type WyError } from '../lib/errors.ts';
import { groupBy } from '../lib/group.ts';
import { yuanText } from '../lib/money.ts';
import { w } from '../lib/words.ts';
import type { PlanFault } from '../registry/bulk.ts';
import * as store from './bulk-store.ts';
import type { PaymentLine, Slip } from './past.ts';

/**
 * The receipts of a list: the rows of one number and unit, without a number those of one unit, time and
 * way. Those that the ledger has, by their former number or alike, are known. A fault has a receipt
 * without a day, of a closed month, or one that its rows or the ledger tell otherwise.
 */
export function slipsOf(
  ctx: Ctx,
  rows: readonly PaymentLine[],
): { slips: Slip[]; faults: PlanFault<PaymentLine>[] } {
  const slips: Slip[] = [];
  const faults: PlanFault<PaymentLine>[] = [];
  const recognise = recogniser(ctx);
  for (const lines of slipGroups(ctx, rows).values()) {
    const slip = slipOf(ctx, lines);
    const fault = slip
      ? (faultOfSlip(slip) ?? recognise(slip) ?? monthClosed(ctx, slip))
      : noDay(lines);
    if (fault) faults.push(fault);
    else if (slip) slips.push(slip);
  }
  return { slips, faults };
}

function slipGroups({ zone }: Ctx, rows: readonly PaymentLine[]): Map<string, PaymentLine[]> {
  const paid = rows.filter(({ paidFen }) => paidFen > 0);
  return groupBy(paid, ({ no, unit, paid: when, method, line }) => {
    if (no !== undefined) return `no ${no} ${unit.id}`;
    return when ? `at ${unit.id} ${beganAt(when, zone)} ${method}` : `line ${line}`;
  });
}

/** Undefined where nobody says when it was paid. */
function slipOf({ zone }: Ctx, lines: PaymentLine[]): Slip | undefined {
  const [first] = lines;
  if (!first?.paid) return undefined;
  const { unit, no, method, paid } = first;
  const amountFen = lines.reduce((sum, { paidFen }) => sum + paidFen, 0);
  const receivedAt = beganAt(paid, zone);
  return {
    lines,
    unit,
    method,
    amountFen,
    receivedAt,
    formerNo: no ?? null,
    day: paid.day,
    knownId: undefined,
  };
}

/** The rows of one number say the same of when and how it was paid. */
function faultOfSlip({ lines, method, day }: Slip): PlanFault<PaymentLine> | undefined {
  const other = lines.find((row) => row.paid?.day !== day || row.method !== method);
  return other && { row: other, field: 'no', error: otherSlip(lines[0]?.line ?? 0) };
}

function noDay(lines: readonly PaymentLine[]): PlanFault<PaymentLine> | undefined {
  const [row] = lines;
  return row && { row, field: 'paid', error: paidWhen() };
}

function monthClosed(ctx: Ctx, { lines, day, knownId }: Slip): PlanFault<PaymentLine> | undefined {
  if (knownId !== undefined) return undefined;
  const closed = closedUntil(ctx);
  const [row] = lines;
  if (!row || closed === undefined || monthOf(day) > closed) return undefined;
  return { row, field: 'paid', error: inClosedMonth(closed) };
}

/**
 * Says of a receipt whether the ledger has it; a number known with another amount is a fault. Of a number
 * that stands for several units the second and further ones get numbers of their own.
 */
function recogniser({ ledger }: Ctx): (slip: Slip) => PlanFault<PaymentLine> | undefined {
  const claimed = new Set<number>();
  const taken = new Set<string>();

  const byNumber = (slip: Slip, no: string) => {
    const own = numberOfUnit(no, slip.unit);
    const [known] = [store.byAnyNumber(ledger, no), store.byAnyNumber(ledger, own)].filter(
      (each) => each?.unitId === slip.unit.id,
    );
    if (known && known.amountFen !== slip.amountFen) return otherAmount(known.amountFen);
    slip.knownId = known?.id;
    if (known) return undefined;
    if (taken.has(no) || store.byAnyNumber(ledger, no)) slip.formerNo = own;
    taken.add(no);
    return undefined;
  };
  const byLikeness = ({ unit, receivedAt, method, amountFen }: Slip): number | undefined => {
    const at = { unitId: unit.id, receivedAt, method, amountFen };
    const id = store.alike(ledger, at).find((each) => !claimed.has(each));
    if (id !== undefined) claimed.add(id);
    return id;
  };
  return (slip) => {
    const [row] = slip.lines;
    if (slip.formerNo === null) {
      slip.knownId = byLikeness(slip);
      return undefined;
    }
    const error = byNumber(slip, slip.formerNo);
    return error && row && { row, field: 'no', error };
  };
}

/** Of a receipt over several units, the number that the second and further ones get. */
const numberOfUnit = (no: string, { code }: PastUnit) => `${no}/${code}`;

const otherSlip = (line: number): WyError =>
  refused(
    'other_receipt',
    w(
      `与第 ${line} 行同一单号，缴费日期或收款方式却不同`,
      `has the receipt number of line ${line}, and another day or way of payment`,
    ),
  );

const otherAmount = (amountFen: number): WyError =>
  refused(
    'receipt_differs',
    w(
      `这个单号已经登记，合计 ${yuanText(amountFen)} 元，与表里不同`,
      `this receipt is known, with ${yuanText(amountFen)} in all, not what the list says`,
    ),
  );

const paidWhen = (): WyError =>
  misused(
    'no_payment_day',
    w('有实缴金额，却没有缴费时间', 'something was paid, and nobody says when'),
  );

const inClosedMonth = (month: string): WyError =>
  refused(
    'month_closed',
    w(
      `现金日记账已月结到 ${month}，不能再记入这一天`,
      `the cash journal is closed up to ${month}: nothing more goes into this day`,
    ),
  );
