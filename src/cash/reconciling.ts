import type { Ctx } from '../context.ts';
import type { Day, Month } from '../lib/day.ts';
import { addDays, monthOf } from '../lib/day.ts';
import { dayOf, endOfDay } from '../lib/moment.ts';
import { handInsOwed } from './booking.ts';
import { monthsNotClosed } from './closing.ts';
import { daysAsked } from './day-rules.ts';
import * as flows from './flow-store.ts';
import { cashOnHand } from './handing-in.ts';
import { METHODS } from './model.ts';
import {
  closingDifferences,
  type Finding,
  type FindingKind,
  handInDifferences,
  type MethodLine,
  methodLines,
  negativeDays,
  openMonths,
} from './reconcile-rules.ts';
import * as reconcile from './reconcile-store.ts';
import * as store from './store.ts';

/** Cash, methods and receipts of some days beside each other, and where they do not agree. */
export interface Reconciliation {
  from: Day;
  until: Day;
  openingFen: number;
  methods: readonly MethodLine[];
  closingFen: number;
  /** Where the receipts of these days went; what is left over of them is prepaid. */
  receipts: reconcile.Allocation & { prepaidFen: number };
  findings: readonly Finding[];
}

/** Of a day or a month, this one unless said (rules 129, 130: 账款相符). */
export function reconcileCash(
  ctx: Ctx,
  query: { day?: Day | undefined; month?: Month | undefined },
): Reconciliation {
  const { ledger, today } = ctx;
  const isSaid = query.day !== undefined || query.month !== undefined;
  const asked = isSaid ? query : { month: monthOf(today) };
  const { from = today, until } = daysAsked(asked, today);
  const openingFen = flows.cashBookedBy(ledger, addDays(from, -1));
  const receipts = reconcile.allocationOf(ledger, from, until);
  const usedFen = receipts.allocatedFen + receipts.refundedFen + receipts.transferredFen;
  return {
    from,
    until,
    openingFen,
    methods: methodLines(reconcile.sumsOf(ledger, from, until), Object.keys(METHODS)),
    closingFen: flows.cashBookedBy(ledger, until),
    receipts: { ...receipts, prepaidFen: receipts.receivedFen - usedFen },
    findings: findingsOf(ctx, { from, until, openingFen }),
  };
}

function findingsOf(
  ctx: Ctx,
  { from, until, openingFen }: { from: Day; until: Day; openingFen: number },
): Finding[] {
  const { ledger, today, now, zone } = ctx;
  const ended = endOfDay(until, zone);
  const document =
    (kind: FindingKind) =>
    (it: { no: string; at: string; amountFen: number }): Finding => ({
      ...{ kind, on: dayOf(it.at, zone), no: it.no },
      ...{ amountFen: it.amountFen, explanation: null },
    });
  return [
    ...negativeDays(openingFen, reconcile.cashByDay(ledger, from, until)),
    ...notHandedIn(ctx, until),
    ...handInDifferences(store.handInsOf(ledger, from, until)),
    ...closingDifferences(store.closingsOf(ledger, monthOf(from), monthOf(until))).filter(
      ({ on }) => on >= from && on <= until,
    ),
    ...openMonths(monthsNotClosed(ctx, until), monthOf(today)),
    ...reconcile.uncollected(ledger, now < ended ? now : ended).map(document('uncollected')),
    ...reconcile.overAllocated(ledger, from, until).map(document('over-allocated')),
  ];
}

/** Cash that should have been handed in by now. */
const notHandedIn = (ctx: Ctx, until: Day): Finding[] =>
  handInsOwed(ctx)
    .filter(({ subject, dueAt }) => subject <= until && dueAt < ctx.now)
    .map(({ subject }) => ({
      kind: 'not-handed-in',
      on: subject,
      no: null,
      amountFen: cashOnHand(ctx, subject),
      explanation: null,
    }));
