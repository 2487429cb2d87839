import type { Method } from '../cash/model.ts';
import type { Ctx } from '../context.ts';
import type { Party } from '../deposits/model.ts';
import { takeDeposit } from '../deposits/moving.ts';
import { oneOffCharge } from '../fees/charges.ts';
import { totalFen } from '../lib/money.ts';
import { takeMoney } from '../receipts/taking.ts';
import { requireUnit } from '../registry/units.ts';
import type { Due } from '../renovations/due-rules.ts';
import { type RenovationRecord, requireRenovation } from '../renovations/record.ts';
import { settleLost, settlePasses } from '../renovations/settling.ts';
import { step } from '../renovations/step.ts';
import { note } from '../timeline/service.ts';
import {
  type Bill,
  billsOf,
  eachFen,
  lostCount,
  openChargesOf,
  payerFor,
  refusalOfBills,
  sumOf,
  unchargedFen,
} from './fees-rules.ts';

/** A deposit or a receipt that was made just now. */
export interface Booking {
  party: Party;
  kind: 'deposit' | 'receipt';
  no: string;
  amountFen: number;
}

/** What household and team pay for a renovation, and what of it was booked just now. */
export interface FeesPage {
  no: string;
  unit: string;
  dues: readonly Due[];
  /** Where the policy leaves an amount unset. */
  unset: readonly string[];
  booked: readonly Booking[];
}

const pageOf = (
  { no, unit, dues, unset }: RenovationRecord,
  party: Party | undefined,
  booked: readonly Booking[],
): FeesPage => ({
  ...{ no, unit, unset, booked },
  dues: dues.filter((due) => (party ?? due.party) === due.party),
});

/** What there is to be paid, of one party or of both; nothing is taken. */
export const showFees = (ctx: Ctx, typed: string, party: Party | undefined): FeesPage =>
  pageOf(requireRenovation(ctx, typed), party, []);

export interface FeesTaking {
  no: string;
  method: Method;
  /** Undefined: both. */
  party: Party | undefined;
  /** Who hands the money over; undefined: the applicant, or the contractor. */
  holder: string | undefined;
}

/**
 * Takes all that is owed now (rules 94, 104): a deposit for each that is one, and of each party one
 * receipt for the rest. What was charged before and is owed again is paid first, never charged twice.
 * Refuses where nothing is owed, and what `oneOffCharge` refuses.
 */
export function takeFees(ctx: Ctx, taking: FeesTaking): FeesPage {
  const { method, party } = taking;
  const booked: Booking[] = [];
  const after = step(ctx, taking.no, 'fees', (it, entry) => {
    const bills = requireBills(it, taking);
    for (const bill of bills) booked.push(...takeBill(ctx, it, bill, taking));
    entry.changes = {
      amountFen: totalFen(bills.map(({ totalFen: fen }) => fen)),
      method,
      ...(party && { party }),
    };
  });
  return pageOf(after, party, booked);
}

/** Of each party what it pays now; refuses where there is nothing. */
export function requireBills(
  { no, dues }: RenovationRecord,
  taking: Pick<FeesTaking, 'party' | 'holder'>,
): Bill[] {
  const bills = billsOf(dues, taking.party);
  const refusal = refusalOfBills(no, bills, taking);
  if (refusal) throw refusal;
  return bills;
}

function takeBill(ctx: Ctx, it: RenovationRecord, bill: Bill, taking: FeesTaking): Booking[] {
  const booked = [
    ...bill.dues
      .filter(({ kind }) => kind === 'deposit')
      .map((due) => depositOf(ctx, it, due, taking)),
    ...receiptOf(ctx, it, bill, taking),
  ];
  markPaid(ctx, it, bill.dues);
  tell(ctx, it.no, bill, taking.method);
  return booked;
}

function depositOf(
  ctx: Ctx,
  it: RenovationRecord,
  { party, key, owedFen }: Due,
  { method, holder }: FeesTaking,
): Booking {
  const deposit = takeDeposit(ctx, {
    ...{ unit: it.unit, kind: key, amountFen: owedFen, method, subject: it.no, note: undefined },
    holder: holder ?? payerFor(it, party),
  });
  return { party, kind: 'deposit', no: deposit.no, amountFen: owedFen };
}

/** One receipt for all charges of a party: those that are owed again, and those made now. */
function receiptOf(
  ctx: Ctx,
  it: RenovationRecord,
  { party, dues }: Bill,
  { method, holder }: FeesTaking,
): Booking[] {
  const charged = dues.filter(({ kind }) => kind === 'charge');
  if (charged.length === 0) return [];
  const { no, amountFen } = takeMoney(ctx, {
    ...{ unit: it.unit, amountFen: sumOf(charged), method },
    for: charged.flatMap((due) => chargesOf(ctx, it, due)).map(String),
    payer: holder ?? payerFor(it, party),
  });
  return [{ party, kind: 'receipt', no, amountFen }];
}

/** The ids of the charges for what is owed of it. */
function chargesOf(ctx: Ctx, it: RenovationRecord, due: Due): number[] {
  const open = openChargesOf(due, it.charges).map(({ id }) => id);
  const amountFen = unchargedFen(due, it.charges);
  if (amountFen === 0) return open;
  const unit = requireUnit(ctx.ledger, it.unit);
  const { id } = oneOffCharge(ctx, { unit, tariffKey: due.key, amountFen, subject: it.no });
  return [...open, id];
}

function markPaid(ctx: Ctx, { no }: RenovationRecord, dues: readonly Due[]): void {
  const passFen = eachFen(dues, 'pass');
  const lostFen = eachFen(dues, 'lost');
  if (passFen > 0) settlePasses(ctx, no, passFen);
  if (lostFen > 0) settleLost(ctx, no, lostFen);
}

function tell(ctx: Ctx, no: string, { party, dues }: Bill, method: Method): void {
  const lost = dues.filter(({ occasion }) => occasion === 'lost');
  const [lostFen, restFen] = [sumOf(lost), sumOf(dues) - sumOf(lost)];
  if (restFen > 0) note(ctx, no, 'feesTaken', { party, amountFen: restFen, method });
  if (lostFen > 0)
    note(ctx, no, 'lostPaid', { count: lostCount(lost), amountFen: lostFen, method });
}
