import fc from 'fast-check';
import { bill } from '../../src/billing/bill.ts';
import { penalties } from '../../src/billing/penalties.ts';
import { share } from '../../src/billing/shares.ts';
import { closeMonth, monthsNotClosed } from '../../src/cash/closing.ts';
import { cashOnHand, handIn } from '../../src/cash/handing-in.ts';
import { METHODS, type Method } from '../../src/cash/model.ts';
import type { Ctx } from '../../src/context.ts';
import { listDeposits } from '../../src/deposits/deposits.ts';
import { deductDeposit, refundDeposit, takeDeposit } from '../../src/deposits/moving.ts';
import { bookSteps } from '../../src/dunning/booking.ts';
import { recordContact } from '../../src/dunning/contacts.ts';
import { dunningList } from '../../src/dunning/ladder.ts';
import { listCharges } from '../../src/fees/charges.ts';
import { chargeUnit } from '../../src/fees/charging.ts';
import { reverseCharges, waiveCharge } from '../../src/fees/lessening.ts';
import { addDays, daysBetween, monthOf } from '../../src/lib/day.ts';
import { WyError } from '../../src/lib/errors.ts';
import { addMinutes } from '../../src/lib/moment.ts';
import { monthFrom } from '../../src/lib/month.ts';
import { parsePeriod } from '../../src/lib/period.ts';
import { readMeter } from '../../src/meters/reading.ts';
import { listReceipts } from '../../src/receipts/receipts.ts';
import { refund } from '../../src/receipts/refunding.ts';
import { reverseReceipt } from '../../src/receipts/reversing.ts';
import { collect, makeVoid, takeMoney } from '../../src/receipts/taking.ts';
import { transfer } from '../../src/receipts/transferring.ts';
import { editResident, listResidents } from '../../src/registry/residents.ts';
import { subscribe, unsubscribe } from '../../src/subscriptions/subscribing.ts';
import { at, type TestCtx } from '../support/ledger.ts';
import { codesOf, moneyDesk, own, PEOPLE, readName } from './desk.ts';
import * as renovating from './renovating.ts';

/** Something done at the desk: of which unit, with the how-manieth record, how much, when. */
export interface Deed {
  what: DeedName;
  unit: number;
  nth: number;
  fen: number;
  /** Since the deed before, and how long ago it happened when it is written up. */
  minutes: number;
  late: number;
}

export type DeedName = keyof typeof DEEDS;

type Doing = (ctx: TestCtx, deed: Deed & { code: string }) => unknown;

const methodOf = (nth: number): Method =>
  (nth % 2 && (Object.keys(METHODS) as Method[])[nth % 5]) || 'cash';

const pick = <T>(those: readonly T[], nth: number): T | undefined =>
  those[nth % Math.max(1, those.length)];

/** Ids of the charges of a unit, or of all, of which something is owed. */
const open = (ctx: Ctx, code?: string): string[] =>
  listCharges(ctx.ledger, { state: 'outstanding' })
    .filter(({ unit }) => code === undefined || unit === code)
    .map(({ id }) => String(id));

const owedFen = (ctx: Ctx, code: string): number =>
  listCharges(ctx.ledger, { state: 'outstanding' })
    .filter(({ unit }) => unit === code)
    .reduce((sum, { outstandingFen }) => sum + outstandingFen, 0);

/** A unit of which something is prepaid. */
const prepaying = (ctx: Ctx, nth: number): string | undefined =>
  pick(
    listReceipts(ctx, { state: 'received' }).filter(({ prepaidFen }) => prepaidFen > 0),
    nth,
  )?.unit;

const receiptNo = (ctx: Ctx, nth: number, state: 'issued' | 'received') =>
  pick(listReceipts(ctx, { state }).reverse(), nth)?.no ?? 'R200101-001';

const depositNo = (ctx: Ctx, nth: number) => pick(listDeposits(ctx, {}), nth)?.no ?? 'Y200101-001';

const subscriptionNo = ({ ledger }: Ctx, nth: number): string =>
  pick(ledger.db.prepare<[], string>('SELECT no FROM subscriptions').pluck().all(), nth) ??
  'A200101-001';

/** Some months before the present one. */
const ago = ({ today }: Ctx, months: number) =>
  parsePeriod(monthFrom(monthOf(today), -months), today);

const agreed = {
  untilOn: undefined,
  quantityThousandths: undefined,
  rateTenthousandths: undefined,
  party: undefined,
  note: undefined,
};
const unasked = {
  ...{ about: undefined, debtor: undefined, promiseOn: undefined, tracking: undefined },
  ...{ deliveredOn: undefined, signedBy: undefined, relation: undefined, reason: undefined },
};
const once = { quantityThousandths: undefined, note: undefined };
const reason = '更正';
const approvedBy = '王芳';

const asked = ({ nth, fen }: Deed): Parameters<typeof renovating.movedOn>[1] => ({
  ...{ nth, fen, method: methodOf(nth) },
});

const DEEDS = {
  bill: (ctx, { nth }) => bill(ctx, { period: ago(ctx, nth % 2) }),
  billQuarter: (ctx) => bill(ctx, { period: parsePeriod('2026Q4', ctx.today) }),
  billUnit: (ctx, { code, nth }) => bill(ctx, { period: ago(ctx, nth % 3), unit: code }),
  billBuilding: (ctx) => bill(ctx, { period: ago(ctx, 0), building: '1' }),
  rehearse: (ctx) => bill(ctx, { period: ago(ctx, 0), dryRun: true }),
  share: (ctx, { fen, nth }) =>
    share(ctx, {
      ...{ tariff: 'shared', amountFen: fen, period: ago(ctx, 0), again: true },
      per: nth % 2 ? 'area' : 'household',
    }),
  charge: (ctx, { code, fen }) =>
    chargeUnit(ctx, { ...once, unit: code, tariff: 'service', amountFen: fen }),
  penalise: (ctx) => penalties(ctx, { book: true }),
  waive: (ctx, { nth, fen }) =>
    waiveCharge(ctx, { reason, approvedBy, charge: pick(open(ctx), nth) ?? '0', amountFen: fen }),
  unbill: (ctx, { nth }) => reverseCharges(ctx, [pick(open(ctx), nth) ?? '0'], reason),
  park: (ctx, { code }) =>
    subscribe(ctx, { ...agreed, unit: code, tariff: 'parking', fromOn: addDays(ctx.today, -20) }),
  lease: (ctx, { code, fen }) =>
    subscribe(ctx, {
      ...{ ...agreed, unit: code, tariff: 'lease', fromOn: ctx.today },
      ...{ rateTenthousandths: (fen % 900_000) + 1, party: '广告公司' },
    }),
  agree: (ctx, { code, nth }) =>
    subscribe(ctx, {
      ...{ ...agreed, unit: code, tariff: nth % 2 ? 'trust' : 'vacant' },
      fromOn: addDays(ctx.today, -(nth * 3)),
    }),
  disagree: (ctx, { nth }) => unsubscribe(ctx, subscriptionNo(ctx, nth), addDays(ctx.today, nth)),
  pay: (ctx, { code, fen, nth }) =>
    takeMoney(ctx, { unit: code, amountFen: fen, method: methodOf(nth) }),
  payAs: (ctx, { code, fen, nth }) =>
    takeMoney(ctx, { unit: code, amountFen: fen, method: 'bank', payer: pick(PEOPLE, nth) }),
  // All that is owed, a fen less, or a fen more.
  payUp: (ctx, { code, nth }) =>
    takeMoney(ctx, {
      ...{ unit: code, amountFen: owedFen(ctx, code) + (nth % 3) - 1 },
      ...{ method: methodOf(nth), allDebtors: true },
    }),
  payFor: (ctx, { code, fen, nth }) => {
    const those = open(ctx, code);
    const wanted = [pick(those, nth) ?? '0', pick(those, nth + 1) ?? '0'];
    return takeMoney(ctx, { unit: code, amountFen: fen, method: 'cash', for: wanted });
  },
  door: (ctx, { code, fen, nth }) =>
    takeMoney(ctx, {
      ...{ unit: code, amountFen: fen, method: 'cash', collectAt: addMinutes(ctx.now, 180) },
      ...(nth % 2 && { for: [pick(open(ctx, code), nth) ?? '0'] }),
    }),
  collect: (ctx, { nth }) => collect(ctx, receiptNo(ctx, nth, 'issued')),
  spoil: (ctx, { nth }) => makeVoid(ctx, receiptNo(ctx, nth, 'issued'), reason),
  reverse: (ctx, { nth }) => reverseReceipt(ctx, receiptNo(ctx, nth, 'received'), reason),
  refund: (ctx, { code, fen, nth }) =>
    refund(ctx, {
      ...{ unit: prepaying(ctx, nth) ?? code, amountFen: fen, method: methodOf(nth) },
      ...{ reason, approvedBy },
    }),
  transfer: (ctx, { code, fen, nth }) =>
    transfer(ctx, { unit: prepaying(ctx, nth) ?? '', to: code, amountFen: fen, reason }),
  take: (ctx, { code, fen, nth }) =>
    takeDeposit(ctx, {
      ...{ unit: code, kind: nth % 2 ? 'renovation' : 'team', amountFen: fen },
      ...{ method: methodOf(nth), holder: undefined, subject: undefined, note: undefined },
    }),
  deduct: (ctx, { nth, fen }) =>
    deductDeposit(ctx, {
      ...{ no: depositNo(ctx, nth), amountFen: fen, reason, approvedBy, assessedBy: undefined },
      ground: nth % 2 ? 'penalty' : 'compensation',
    }),
  giveBack: (ctx, { nth, fen }) =>
    refundDeposit(ctx, {
      ...{ no: depositNo(ctx, nth), amountFen: nth % 2 ? fen : undefined },
      ...{ method: methodOf(nth), reason },
    }),
  handIn: (ctx) =>
    handIn(ctx, {
      amountFen: Math.max(0, cashOnHand(ctx)),
      ...{ to: '王芳', day: undefined, explanation: undefined },
    }),
  handInPart: (ctx, { fen }) =>
    handIn(ctx, { amountFen: fen, to: undefined, day: undefined, explanation: '留零钱' }),
  close: (ctx, { fen }) => {
    const [month = monthFrom(monthOf(ctx.today), -1)] = monthsNotClosed(ctx, ctx.today);
    return closeMonth(ctx, { month, countedFen: fen, explanation: '盘点', reviewedBy: '王芳' });
  },
  read: (ctx, { code, nth }) =>
    readMeter(
      ctx,
      {
        ...{ unit: code, meter: 'water', readOn: ctx.today, change: undefined },
        // Rises with the days, so that any day fits between the others.
        readingThousandths: daysBetween('2026-01-01', ctx.today) * 1_000 + nth,
      },
      () => {},
    ),
  exchange: (ctx, { code }) => {
    const shown = daysBetween('2026-01-01', ctx.today) * 1_000;
    return readMeter(
      ctx,
      {
        ...{ unit: code, meter: 'water', readOn: ctx.today, readingThousandths: shown },
        change: {
          reason: 'exchanged',
          oldFinalThousandths: shown + 500,
          newStartThousandths: shown - 700,
        },
      },
      () => {},
    );
  },
  call: (ctx, { code }) =>
    recordContact(ctx, { ...unasked, unit: code, way: 'phone', result: 'reached' }),
  promise: (ctx, { code, nth }) =>
    recordContact(ctx, {
      ...{ ...unasked, unit: code, way: 'visit', result: 'promised' },
      promiseOn: addDays(ctx.today, nth),
    }),
  dun: (ctx) => bookSteps(ctx, dunningList(ctx, {}), { approvedBy }),
  sell: (ctx, { code, nth }) => {
    const owners = listResidents(ctx.ledger, { unit: code }).filter(({ role }) => role === 'owner');
    for (const { id, fromOn, untilOn } of owners) {
      if (untilOn !== null || (fromOn !== null && fromOn > addDays(ctx.today, -1))) continue;
      editResident(ctx, id, { untilOn: addDays(ctx.today, -1) }, readName);
    }
    own(ctx, code, pick(PEOPLE, nth) ?? '', ctx.today, null);
  },
  renovate: (ctx, deed) => renovating.applied(ctx, deed.code, asked(deed)),
  beginWorks: (ctx, deed) => renovating.begun(ctx, deed.code, asked(deed)),
  moveOn: (ctx, deed) => renovating.movedOn(ctx, asked(deed)),
  issuePass: (ctx, deed) => renovating.issued(ctx, asked(deed)),
  takeFees: (ctx, deed) => renovating.feesTaken(ctx, asked(deed)),
  endPermit: (ctx, deed) => renovating.permitEnded(ctx, asked(deed)),
  keepBackHarm: (ctx, deed) => renovating.harmKeptBack(ctx, asked(deed)),
  keepBackLost: (ctx, deed) => renovating.lostKeptBack(ctx, asked(deed)),
  payClaim: (ctx, deed) => renovating.claimPaid(ctx, asked(deed)),
  giveUp: (ctx, deed) => renovating.givenUp(ctx, asked(deed)),
} satisfies Record<string, Doing>;

export const DEED_NAMES = Object.keys(DEEDS) as DeedName[];

/** What happens more often, or is refused more often. */
const OFTEN: readonly DeedName[] = [
  ...(['pay', 'payAs', 'payUp', 'payFor', 'reverse', 'bill'] as const),
  ...(['door', 'collect', 'spoil', 'take', 'deduct', 'giveBack', 'refund', 'transfer'] as const),
  ...(['read', 'exchange', 'waive', 'unbill', 'disagree', 'close'] as const),
  ...(['beginWorks', 'issuePass', 'moveOn', 'moveOn', 'moveOn', 'takeFees'] as const),
  ...(['endPermit', 'keepBackHarm', 'keepBackLost', 'payClaim', 'giveUp'] as const),
];

const deed: fc.Arbitrary<Deed> = fc.record({
  what: fc.oneof(fc.constantFrom(...DEED_NAMES), fc.constantFrom(...OFTEN)),
  unit: fc.nat({ max: 5 }),
  nth: fc.nat({ max: 9 }),
  fen: fc.oneof(
    fc.integer({ min: 1, max: 300 }),
    fc.integer({ min: 1, max: 60_000 }),
    fc.constantFrom(1, 10_000, 99_999_999_999),
  ),
  minutes: fc.oneof(fc.constant(0), fc.nat({ max: 200 }), fc.nat({ max: 20_000 })),
  late: fc.oneof(
    { weight: 2, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.nat({ max: 70_000 }) },
  ),
});

/** In whatever order; now and then a slip is written up weeks after. */
export const histories: fc.Arbitrary<Deed[]> = fc.array(deed, {
  ...{ minLength: 1, maxLength: 60, size: 'max' },
});

const begin = { unit: 0, nth: 1, minutes: 600, late: 0 };

/** So that there is something to pay, to give back, to read again, and a month that is closed. */
const BEGINNING: readonly Deed[] = [
  { ...begin, what: 'read', fen: 1 },
  { ...begin, what: 'bill', fen: 1 },
  { ...begin, what: 'pay', fen: 30_000 },
  { ...begin, what: 'take', fen: 200_000 },
  { ...begin, what: 'door', nth: 0, fen: 5_000 },
  { ...begin, what: 'beginWorks', fen: 1 },
  { ...begin, what: 'endPermit', nth: 0, fen: 1 },
  { ...begin, what: 'close', fen: 777, minutes: 1_400 },
];

/** Does a deed; the code of the refusal where it was refused. */
function doOne(ctx: TestCtx, deed: Deed): string | undefined {
  try {
    const code = pick(codesOf(ctx), deed.unit) ?? '';
    const doing: Doing = DEEDS[deed.what];
    doing(ctx, { ...deed, code });
    return undefined;
  } catch (error) {
    if (error instanceof WyError) return error.code;
    throw error;
  }
}

/** The desk after a history; `look` is shown every deed and whether it was refused. */
export async function deskAfter(
  deeds: readonly Deed[],
  look: (ctx: TestCtx, deed: Deed, refusal: string | undefined) => void = () => {},
): Promise<TestCtx> {
  const desk = await moneyDesk();
  let recordedAt = desk.now;
  for (const deed of [...BEGINNING, ...deeds]) {
    recordedAt = addMinutes(recordedAt, deed.minutes);
    const ctx = { ...at(desk, addMinutes(recordedAt, -deed.late)), recordedAt };
    look(ctx, deed, doOne(ctx, deed));
  }
  return at(desk, recordedAt);
}
