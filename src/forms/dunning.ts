import type { Ctx } from '../context.ts';
import type { Sheet } from '../documents/model.ts';
import { listContacts } from '../dunning/contacts.ts';
import { debtsOf, keyText } from '../dunning/debts.ts';
import { type Dun, dunningList, toBeAsked } from '../dunning/ladder.ts';
import { dayAfter } from '../dunning/ladder-rules.ts';
import { type Contact, type Debt, HOLDS, STAGES } from '../dunning/model.ts';
import { listCharges } from '../fees/charges.ts';
import { chargeRecord } from '../fees/charging.ts';
import { DEBTORS } from '../fees/model.ts';
import { addDays, type Day, isWithin } from '../lib/day.ts';
import { refused } from '../lib/errors.ts';
import { plainWord } from '../lib/plain-word.ts';
import { tryUnitCode } from '../lib/unit-code.ts';
import { same, w } from '../lib/words.ts';
import { ownersOf } from '../registry/owners.ts';
import { knownBuilding, requireUnit } from '../registry/units.ts';
import { billedItem } from './charge-table.ts';
import { subjectOf } from './debtors.ts';
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

const isAll = (typed: string): boolean => ['letter', STAGES.letter.zh].includes(plainWord(typed));

function debtsAsked(ctx: Ctx, subject: string): Debt[] {
  if (isAll(subject)) return ofStage(ctx, subject, undefined);
  if (!tryUnitCode(subject)) return ofStage(ctx, subject, subject);
  const unit = requireUnit(ctx.ledger, subject);
  const debts = debtsOf(ctx, { asOf: ctx.today, unitId: unit.id });
  if (debts.length === 0) throw nothingOverdue(unit.code);
  warnOfHolds(ctx, dunningList(ctx, { building: unit.building }), unit.code);
  return debts;
}

/** Those whose next step is a letter and who need not be left alone, and those to whom one was booked today. */
function ofStage(ctx: Ctx, subject: string, typed: string | undefined): Debt[] {
  const building = typed === undefined ? undefined : knownBuilding(ctx.ledger, typed);
  const due = toBeAsked(dunningList(ctx, { stage: 'letter', building }));
  const asked = new Set([...due.map(({ debt }) => debtKey(debt)), ...lettersOfToday(ctx).keys()]);
  const debts = debtsOf(ctx, { asOf: ctx.today, building }).filter((it) => asked.has(debtKey(it)));
  if (debts.length === 0) throw noLetterDue(subject);
  return debts;
}

const debtKey = (it: Parameters<typeof keyText>[0] & { unitId: number }): string =>
  `${it.unitId} ${keyText(it)}`;

/** The letters that were booked today, the last of each debtor. */
function lettersOfToday(ctx: Ctx): Map<string, Contact> {
  const contacts = listContacts(ctx, { since: ctx.today, until: ctx.today });
  return new Map(
    contacts
      .filter(({ way, result }) => way === 'letter' && result === 'sent')
      .map((it) => [debtKey(it), it] as const),
  );
}

function warnOfHolds(ctx: Ctx, list: readonly Dun[], unit: string): void {
  const booked = lettersOfToday(ctx);
  for (const { hold, debt } of list.filter((it) => it.unit === unit)) {
    if (hold === null || booked.has(debtKey(debt))) continue;
    const until =
      hold.until === null ? w('', '') : w(`（到 ${hold.until}）`, ` (until ${hold.until})`);
    const why = HOLDS[hold.kind];
    ctx.warn(
      w(
        `${unit} 现在先不催：${why.zh}${until.zh}；函已照印，寄出前请斟酌。`,
        `${unit} is to be left alone for now: ${why.en}${until.en}. The letter was printed; think before it is sent.`,
      ),
    );
  }
}

const nothingOverdue = (unit: string) =>
  refused(
    'nothing_overdue',
    w(`${unit} 没有逾期的欠费，不用发催缴函。`, `Nothing is overdue of ${unit}; no letter is due.`),
    w(
      `还没到期的：wy print bill ${unit}；账户明细：wy print statement ${unit}`,
      `What is not due yet: wy print bill ${unit}; its account: wy print statement ${unit}`,
    ),
  );

const noLetterDue = (subject: string) =>
  refused(
    'no_letter_due',
    isAll(subject)
      ? w('现在没有要发催缴函的户。', 'Nobody is to be sent a letter now.')
      : w('这栋楼现在没有要发催缴函的户。', 'Nobody of this building is to be sent a letter now.'),
    w(
      '先通知，三个月后仍未缴才发函（政策的 dunning.letter）；查看下一步：wy fee dun。单独一户：wy print dunning 房号',
      'A notice comes first, a letter after the time of dunning.letter in the policy; see wy fee dun. For one unit: wy print dunning CODE',
    ),
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
    const letter = booked.get(debtKey(debt));
    const it: Letter = {
      ...{ unit: debt.unit, debtor: debt.debtor, hasMailThere: debt.hasMailThere, items, until },
      name:
        debt.debtor === 'developer'
          ? DEBTORS.developer
          : debt.name === null
            ? null
            : same(debt.name),
      no: letter?.no ?? `${today.slice(2).replaceAll('-', '')}-${subject}`,
      tracking: letter?.tracking ?? null,
      on: today,
      penalties: penaltiesOf(
        debt.charges.map(({ tariff }) => tariff),
        tariffs,
      ),
      payee: policy.site,
    };
    return { subject, contentOf: (as) => letterContent(it, as) };
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
