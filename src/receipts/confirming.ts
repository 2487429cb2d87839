import type { Ctx } from '../context.ts';
import { listCharges } from '../fees/charges.ts';
import { paidUntil } from '../fees/paid-until-rules.ts';
import { yuanText } from '../lib/money.ts';
import { shortSpan } from '../lib/span.ts';
import { type Words, w } from '../lib/words.ts';
import { requireUnit } from '../registry/units.ts';
import { tariffName } from '../tariffs/tariffs.ts';
import { isTheirs } from './account-rules.ts';
import { accountsOf } from './accounts.ts';
import { inOrder } from './allocation-rules.ts';
import { prepaidOf } from './prepayments.ts';
import { drawFrom, type Refunding } from './refunding.ts';
import { openCharges } from './rest-store.ts';
import { requireReversible } from './reversing.ts';
import { leftOf } from './state-rules.ts';
import { type Payment, previewPayment } from './taking.ts';
import { payWords, refundWords, reverseWords } from './text.ts';

/** What the clerk and the payer see before money is taken (rule 131). */
export function askToPay(ctx: Ctx, payment: Payment): Words {
  const { ledger, policy, today } = ctx;
  const plan = previewPayment(ctx, payment);
  const { unit, payer, shares, leftFen } = plan;
  const others = new Set(plan.others.map(({ id }) => id));
  const paid = new Map(shares.map(({ chargeId, amountFen }) => [chargeId, amountFen]));
  return payWords({
    ...{ unit: unit.code, payer, leftFen, today },
    ...{ method: payment.method, amountFen: payment.amountFen },
    prepaidFen: prepaidOf(ledger, unit.id),
    paidUntil: paidUntil(chargesOf(ctx, plan)).map(({ tariff, until }) => ({
      tariffName: tariffName(policy, tariff),
      until,
    })),
    owed: inOrder(openCharges(ledger, [unit.id]))
      .filter(({ id }) => !others.has(id))
      .map((charge) => ({
        ...charge,
        tariffName: tariffName(policy, charge.tariff),
        paysFen: paid.get(charge.id) ?? 0,
      })),
    othersFen: plan.others.reduce((sum, { openFen }) => sum + openFen, 0),
  });
}

/** Of the household that pays; of all debtors, where their debts are paid, too. */
function chargesOf(ctx: Ctx, { unit, payer, wish }: ReturnType<typeof previewPayment>) {
  const charges = listCharges(ctx.ledger, { unitId: unit.id });
  if (wish.kind !== 'usual') return charges;
  const money = { unitId: unit.id, payer, receivedAt: ctx.now };
  const account = accountsOf(ctx, [unit.id])(money);
  return charges.filter((charge) => isTheirs(charge, account));
}

export function askToReverse(ctx: Ctx, typed: string): Words {
  const receipt = requireReversible(ctx, typed);
  return reverseWords({ ...receipt, leftFen: leftOf(receipt) });
}

export function askToRefund(ctx: Ctx, { unit: typed, amountFen, method }: Refunding): Words {
  const { unit, restFen, drawn } = drawFrom(ctx, typed, amountFen);
  const from = drawn.map((each) => ({ no: each.from.no, amountFen: each.amountFen }));
  return refundWords({ unit: unit.code, amountFen, method, restFen, from });
}

/** What a unit owes, to choose from by the numbers of the charges; nothing where it owes nothing. */
export function owedChoices(ctx: Ctx, typed: string): Record<string, Words> | undefined {
  const unit = requireUnit(ctx.ledger, typed);
  const owed = inOrder(openCharges(ctx.ledger, [unit.id]));
  if (owed.length === 0) return undefined;
  return Object.fromEntries(
    owed.map((charge) => {
      const name = tariffName(ctx.policy, charge.tariff);
      const { periodStart, periodEnd, openFen } = charge;
      const rest = `${shortSpan(periodStart, periodEnd)}  ${yuanText(openFen)}`;
      return [charge.id, w(`${name.zh}  ${rest}`, `${name.en}  ${rest}`)];
    }),
  );
}
