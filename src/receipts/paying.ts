import { cashCameIn } from '../cash/booking.ts';
import type { Ctx } from '../context.ts';
import { keepPromises } from '../fees/promises.ts';
import type { Moment } from '../lib/moment.ts';
import { yuanText } from '../lib/money.ts';
import { w } from '../lib/words.ts';
import { isTheirs } from './account-rules.ts';
import { accountsOf } from './accounts.ts';
import { allocate, inOrder, sumOf } from './allocation-rules.ts';
import type { OpenCharge, Receipt, Share } from './model.ts';
import * as store from './rest-store.ts';
import { settleShares } from './settling.ts';
import type { Wish } from './wish-rules.ts';

/** Money that is to pay for something. */
export interface Money {
  unitId: number;
  payer: string | null;
  amountFen: number;
  receivedAt: Moment;
}

/** What money pays, and what it leaves. */
export interface Plan {
  wish: Wish;
  /** What it may pay, in the order in which it does. */
  payable: readonly OpenCharge[];
  /** What other debtors owe of the unit, and this money does not pay. */
  others: readonly OpenCharge[];
  shares: readonly Share[];
  leftFen: number;
}

/**
 * What this money pays: what the payer named, in the order named; else what their household owes, the
 * oldest due first (rule 131).
 */
export function planPayment(ctx: Ctx, money: Money, wish: Wish): Plan {
  const open = inOrder(store.openCharges(ctx.ledger, [money.unitId]));
  const account = accountsOf(ctx, [money.unitId])(money);
  const isMeant = (charge: OpenCharge) => wish.kind === 'all' || isTheirs(charge, account);
  const payable =
    wish.kind === 'named'
      ? wish.ids.flatMap((id) => open.find((charge) => charge.id === id) ?? [])
      : open.filter(isMeant);
  const others = wish.kind === 'usual' ? open.filter((charge) => !isMeant(charge)) : [];
  return { wish, payable, others, ...allocate(money.amountFen, payable) };
}

/**
 * The money of a receipt came in: it pays, what is left is prepaid, and promises to pay are kept that
 * leave nothing of what they were about.
 */
export function payWith(
  ctx: Ctx,
  receipt: Money & Pick<Receipt, 'id' | 'no' | 'method'>,
  wish: Wish,
): Plan {
  const plan = planPayment(ctx, receipt, wish);
  const from = { receiptId: receipt.id, lastMovedAt: receipt.receivedAt };
  settleShares(
    ctx,
    plan.shares.flatMap((share) => {
      const to = plan.payable.find(({ id }) => id === share.chargeId);
      return to ? [{ ...share, from, to }] : [];
    }),
  );
  if (receipt.method === 'cash') cashCameIn(ctx);
  if (plan.shares.length > 0) keepPromises(ctx, receipt.unitId);
  warnOfLeft(ctx, plan);
  warnOfOthers(ctx, plan, receipt);
  return plan;
}

function warnOfLeft(ctx: Ctx, { wish, payable, leftFen }: Plan): void {
  const left = yuanText(leftFen);
  if (leftFen > 0 && wish.kind === 'named') {
    ctx.warn(
      w(
        `比指明的应收多 ${left} 元，作为预存。`,
        `${left} yuan are more than the charges named; they are prepaid.`,
      ),
    );
  } else if (leftFen > 0 && payable.length === 0) {
    ctx.warn(
      w(`没有待缴的款项，${left} 元作为预存。`, `Nothing is owed; the ${left} yuan are prepaid.`),
    );
  } else if (leftFen > 0) {
    ctx.warn(w(`缴清后余 ${left} 元，作为预存。`, `${left} yuan are left over; they are prepaid.`));
  }
}

function warnOfOthers(
  ctx: Ctx,
  { others, leftFen }: Plan,
  { no, method }: Pick<Receipt, 'no' | 'method'>,
): void {
  if (others.length === 0) return;
  const owed = yuanText(sumOf(others.map(({ openFen }) => ({ amountFen: openFen }))));
  const isBack = leftFen > 0 && method !== 'transfer';
  const back = isBack
    ? w(
        `这笔钱本来要缴它的，先冲红再收：wy fee reverse ${no} --reason …；收时`,
        `If this money was meant for it, take it back first: wy fee reverse ${no} --reason …, and take it anew with`,
      )
    : w('收它时', 'It is paid with');
  ctx.warn(
    w(
      `本房另有 ${owed} 元是别人欠的（现业主、前业主、开发商或承租方），没有缴。${back.zh}加 --all-debtors，或用 --for 指明。`,
      `Others (the present or a former owner, the developer, a lessee) owe ${owed} yuan of this unit, which was not paid. ${back.en} --all-debtors or --for.`,
    ),
  );
}
