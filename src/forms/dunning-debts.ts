import type { Ctx } from '../context.ts';
import { listContacts } from '../dunning/contacts.ts';
import { debtsOf, keyText } from '../dunning/debts.ts';
import { type Dun, dunningList, toBeAsked } from '../dunning/ladder.ts';
import { type Contact, type Debt, HOLDS, STAGES } from '../dunning/model.ts';
import { refused } from '../lib/errors.ts';
import { plainWord } from '../lib/plain-word.ts';
import { tryUnitCode } from '../lib/unit-code.ts';
import { w } from '../lib/words.ts';
import { knownBuilding, requireUnit } from '../registry/units.ts';

const isAll = (typed: string): boolean => ['letter', STAGES.letter.zh].includes(plainWord(typed));

/** Whose letters were asked for: of a unit, a building, or all of the step. Refuses where there is none. */
export function debtsAsked(ctx: Ctx, subject: string): Debt[] {
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

/** The same debtor of the same unit. */
export const debtKey = (it: Parameters<typeof keyText>[0] & { unitId: number }): string =>
  `${it.unitId} ${keyText(it)}`;

/** The letters that were booked today, the last of each debtor. */
export function lettersOfToday(ctx: Ctx): Map<string, Contact> {
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
