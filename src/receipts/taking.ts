import { timePassed, tooEarly } from '../cases/rules.ts';
import { bookedOn } from '../cash/booking.ts';
import type { Method } from '../cash/model.ts';
import type { Ctx } from '../context.ts';
import { meet, promise, release } from '../deadlines/service.ts';
import { requireCharge } from '../fees/charges.ts';
import { nextNumber } from '../ledger/numbers.ts';
import { type Entry, HIDDEN, transact } from '../ledger/transact.ts';
import type { Moment } from '../lib/moment.ts';
import { nothingAsked } from '../lib/money.ts';
import { w } from '../lib/words.ts';
import type { Unit } from '../registry/model.ts';
import { requireUnit } from '../registry/units.ts';
import { payerOf } from './accounts.ts';
import { sumOf } from './allocation-rules.ts';
import { type Plan, payWith, planPayment } from './paying.ts';
import { RECEIPTS, type ReceiptRecord, receiptOf, requireReceipt } from './receipts.ts';
import { refusalOfIssued } from './state-rules.ts';
import * as store from './store.ts';
import { readWish, refusalOfNamed, type Wish, wishText } from './wish-rules.ts';

export interface Payment {
  unit: string;
  amountFen: number;
  method: Method;
  /** Charges by their ids, in the order in which they are paid; undefined: the oldest due first. */
  for?: readonly string[] | undefined;
  /** What a former owner, the developer or a lessee owes, too. */
  allDebtors?: boolean | undefined;
  /** Undefined: the present owner. */
  payer?: string | undefined;
  /** Issued now, its money collected at the door then (rule 132). */
  collectAt?: Moment | undefined;
}

/**
 * Money came in and pays what the payer names, else what their household owes, the oldest due first;
 * the rest is prepaid (rules 131, 132). Refuses an amount of nothing and a named charge
 * that is another unit's, reversed, or owed no more.
 */
export function takeMoney(ctx: Ctx, payment: Payment): ReceiptRecord {
  return transact(ctx, 'fee.pay', (entry) => {
    const { amountFen, method, collectAt = null } = payment;
    const { unit, payer, wish } = read(ctx, payment);
    const refusal = timePassed(collectAt, ctx.now);
    if (refusal) throw refusal;
    const by = ctx.operator().id;
    const no = nextNumber(ctx.ledger, RECEIPTS, ctx.today);
    const isHere = collectAt === null;
    const id = store.insert(ctx.ledger, {
      ...{ no, unitId: unit.id, payer, method, amountFen, collectAt },
      wanted: wishText(wish),
      reversesId: null,
      reason: null,
      issuedAt: ctx.now,
      issuedById: by,
      receivedAt: isHere ? ctx.now : null,
      receivedById: isHere ? by : null,
      bookedOn: isHere ? bookedOn(ctx) : null,
    });
    entry.subject = no;
    entry.changes = {
      ...{ unit: unit.code, method, amountFen },
      ...(payer !== null && { payer: HIDDEN }),
      ...(wish.kind !== 'usual' && { wanted: wishText(wish) }),
    };
    if (isHere) {
      const money = { id, no, unitId: unit.id, payer, method, amountFen, receivedAt: ctx.now };
      tell(entry, payWith(ctx, money, wish));
    } else {
      promise(ctx, {
        ...{ subject: no, kind: 'fee.collect', role: 'clerk' },
        ...{ clause: 'fees.collect', from: collectAt },
      });
      entry.changes = { ...entry.changes, collectAt };
    }
    return receiptOf(ctx, no);
  });
}

/** What a payment would do now, for whoever is to confirm it; refuses what `takeMoney` refuses. */
export function previewPayment(
  ctx: Ctx,
  payment: Payment,
): Plan & { unit: Unit; payer: string | null } {
  const { unit, payer, wish } = read(ctx, payment);
  const money = { unitId: unit.id, payer, amountFen: payment.amountFen, receivedAt: ctx.now };
  return { ...planPayment(ctx, money, wish), unit, payer };
}

function read(ctx: Ctx, { unit: typed, amountFen, payer, ...payment }: Payment) {
  if (amountFen <= 0) throw nothingAsked();
  const unit = requireUnit(ctx.ledger, typed);
  return {
    unit,
    payer: payer ?? payerOf(ctx, unit.id),
    wish: wishOf(ctx, unit, payment),
  };
}

function wishOf(
  { ledger }: Ctx,
  unit: Unit,
  { for: named, allDebtors }: Pick<Payment, 'for' | 'allDebtors'>,
): Wish {
  if (named === undefined) return { kind: allDebtors ? 'all' : 'usual' };
  const charges = named.map((each) => requireCharge(ledger, each));
  for (const charge of charges) {
    const refusal = refusalOfNamed(charge, unit.code);
    if (refusal) throw refusal;
  }
  return { kind: 'named', ids: [...new Set(charges.map(({ id }) => id))] };
}

function tell(entry: Entry, { shares, leftFen }: Plan): void {
  entry.changes = { ...entry.changes, allocatedFen: sumOf(shares), prepaidFen: leftFen };
}

/** The money of an issued receipt came in now (rule 132): it pays as the payer wished then. */
export function collect(ctx: Ctx, typed: string): ReceiptRecord {
  return transact(ctx, 'fee.collect', (entry) => {
    const receipt = requireIssued(ctx, typed);
    const { id, no, amountFen } = receipt;
    const booked = bookedOn(ctx);
    store.receive(ctx.ledger, id, { at: ctx.now, byId: ctx.operator().id, bookedOn: booked });
    meet(ctx, no, 'fee.collect');
    const wish = readWish(receipt.wanted);
    const plan = payWith(ctx, { ...receipt, receivedAt: ctx.now }, wish);
    warnOfGone(ctx, wish, plan);
    entry.subject = no;
    entry.changes = { amountFen, receivedAt: ctx.now };
    tell(entry, plan);
    return receiptOf(ctx, no);
  });
}

/** Charges that were paid by somebody else while the collector was on the way. */
function warnOfGone(ctx: Ctx, wish: Wish, { payable }: Plan): void {
  if (wish.kind !== 'named') return;
  const gone = wish.ids.filter((id) => !payable.some((charge) => charge.id === id));
  if (gone.length === 0) return;
  ctx.warn(
    w(
      `开出后已无欠款的应收：${gone.join('、')}。`,
      `Nothing is owed any more of: ${gone.join(', ')}.`,
    ),
  );
}

/** A receipt whose money never came is spoiled; its number stays (rule 132). */
export function makeVoid(ctx: Ctx, typed: string, reason: string): ReceiptRecord {
  return transact(ctx, 'fee.void', (entry) => {
    const { id, no } = requireIssued(ctx, typed);
    store.makeVoid(ctx.ledger, id, ctx.now, reason);
    release(ctx, no, 'fee.collect');
    entry.subject = no;
    entry.changes = { voidedAt: ctx.now, reason: HIDDEN };
    return receiptOf(ctx, no);
  });
}

function requireIssued(ctx: Ctx, typed: string): ReceiptRecord {
  const receipt = requireReceipt(ctx, typed);
  const refusal =
    refusalOfIssued(receipt) ?? tooEarly(receipt.no, 'fee receipt', receipt.issuedAt, ctx.now);
  if (refusal) throw refusal;
  return receipt;
}
