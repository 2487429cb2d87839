import type { Ctx } from '../context.ts';
import type { Sheet } from '../documents/model.ts';
import { dayAfter } from '../dunning/ladder-rules.ts';
import type { Debt } from '../dunning/model.ts';
import { listCharges } from '../fees/charges.ts';
import { chargeRecord } from '../fees/charging.ts';
import { DEBTORS } from '../fees/model.ts';
import { addDays, type Day, isWithin } from '../lib/day.ts';
import { refused } from '../lib/errors.ts';
import { same, w } from '../lib/words.ts';
import { ownersOf } from '../registry/owners.ts';
import { billedItem } from './charge-table.ts';
import { subjectOf } from './debtors.ts';
import { debtKey, debtsAsked, lettersOfToday } from './dunning-debts.ts';
import { type Letter, letterContent, penaltiesOf } from './dunning-letter.ts';
import type { Form } from './form.ts';

/**
 * 催缴函: to whoever owes something of a unit, or – of a building, or with `letter` of the whole estate –
 * to all whose next step is a letter, or to whom one was booked today (rules 133, 137). Refuses a day
 * of payment less than a week away.
 */
export const form: Form = {
  sheets: (ctx, asked) => {
    const until = payUntil(ctx, asked.until);
    const debts = debtsAsked(ctx, asked.subject);
    return lettersOf(ctx, debts, until);
  },
};

/** What a letter must leave at least, and at most as is usual. */
const LEAST_DAYS = 7;
const MOST_DAYS = 15;

/** As asked, else by the policy's time of a notice. */
function payUntil(ctx: Ctx, until: Day | undefined): Day {
  const { today, policy } = ctx;
  const earliest = addDays(today, LEAST_DAYS);
  const usual = dayAfter(today, policy.dunning.notice);
  const day = until ?? (usual < earliest ? earliest : usual);
  if (day < earliest) throw tooSoon(earliest);
  if (day > addDays(today, MOST_DAYS)) ctx.warn(rather(day));
  return day;
}

const tooSoon = (earliest: Day) =>
  refused(
    'pay_day_too_soon',
    w(
      `催缴函至少要给 ${LEAST_DAYS} 天时间缴纳。`,
      `A letter leaves at least ${LEAST_DAYS} days to pay.`,
    ),
    w(
      `请写 --until ${earliest} 或更晚；不写就按政策的 dunning.notice。`,
      `Say --until ${earliest} or later; unless said it is the policy's dunning.notice.`,
    ),
  );

const rather = (day: Day) =>
  w(
    `缴纳期限到 ${day}，比通常的 ${LEAST_DAYS}–${MOST_DAYS} 天长。`,
    `The time to pay, until ${day}, is longer than the usual ${LEAST_DAYS} to ${MOST_DAYS} days.`,
  );

function lettersOf(ctx: Ctx, debts: readonly Debt[], until: Day): Sheet[] {
  const { ledger, policy, today } = ctx;
  const tariffs = policy.fees.tariffs;
  const ids = debts.flatMap(({ charges }) => charges.map(({ id }) => id));
  const charges = new Map(
    listCharges(ledger, { ids }).map((charge) => [charge.id, chargeRecord(policy, charge)]),
  );
  const owners = ownersOf(ledger, [...new Set(debts.map(({ unitId }) => unitId))]);
  const booked = lettersOfToday(ctx);
  warnOfAddresses(ctx, debts);
  return debts.map((debt) => {
    const owner = owners(debt.unitId).find((stay) => isWithin(stay, today));
    const items = debt.charges.flatMap(({ id }) => {
      const charge = charges.get(id);
      return charge ? [billedItem(charge, tariffs)] : [];
    });
    const subject = subjectOf(debt.unit, debt, owner?.personId ?? null);
    const issue = `${today.slice(2).replaceAll('-', '')}-${subject}`;
    const letter = booked.get(debtKey(debt));
    const it: Letter = {
      ...{ unit: debt.unit, debtor: debt.debtor, hasMailThere: debt.hasMailThere, items, until },
      name:
        debt.debtor === 'developer'
          ? DEBTORS.developer
          : debt.name === null
            ? null
            : same(debt.name),
      no: letter?.no ?? issue,
      tracking: letter?.tracking ?? null,
      on: today,
      penalties: penaltiesOf(
        debt.charges.map(({ tariff }) => tariff),
        tariffs,
      ),
      payee: policy.site,
    };
    return { subject, issue, contentOf: (as) => letterContent(it, as) };
  });
}

function warnOfAddresses(ctx: Ctx, debts: readonly Debt[]): void {
  const count = debts.filter(({ hasMailThere }) => !hasMailThere).length;
  if (count === 0) return;
  ctx.warn(
    w(
      `${count} 封函没有地址（已迁离的业主、开发商、承租方），请补上邮寄地址。`,
      `${count} letters have no address (an owner who moved away, the developer, a lessee): fill it in.`,
    ),
  );
}
