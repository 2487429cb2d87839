import type { Book, Values } from '../books/model.ts';
import type { Ctx } from '../context.ts';
import { CHARGED } from '../entries/model.ts';
import { listCharges, oneOffCharge } from '../fees/charges.ts';
import { reverse } from '../fees/lessening.ts';
import type { Charge } from '../fees/model.ts';
import { refused } from '../lib/errors.ts';
import { yuanText } from '../lib/money.ts';
import { optionName } from '../lib/option-name.ts';
import { w } from '../lib/words.ts';
import { requireUnit } from '../registry/units.ts';
import { note } from '../timeline/service.ts';
import { unitIn } from './writing.ts';

const THOUSAND = 1000;

/**
 * Charges what a verb of a book charges, in the transaction of its caller; gives what the journal says
 * of it. Nothing where the field that says how much is empty, or says that it is free. Refuses as a
 * one-off charge does, and an entry without a unit (`charge_without_unit`).
 */
export function chargeFor(
  ctx: Ctx,
  book: Book,
  { no, values }: { no: string; values: Values },
  verb: string,
): Record<string, unknown> {
  const rule = book.charge;
  if (!rule || rule.at !== verb) return {};
  const says = rule.amount ?? rule.quantity;
  const said = says === null ? undefined : values[says];
  if (says !== null && (said === undefined || said === 0)) return {};
  const code = unitIn(book, values);
  if (code === undefined) throw withoutUnit(book, no, verb);
  const charge = oneOffCharge(ctx, {
    unit: requireUnit(ctx.ledger, code),
    tariffKey: rule.tariff,
    amountFen: rule.amount === null ? undefined : Number(said),
    quantityThousandths:
      rule.quantity === null ? undefined : thousandths(book, rule.quantity, said),
    subject: no,
  });
  note(ctx, no, CHARGED, { charge: `#${charge.id}`, amount: yuanText(charge.amountFen) });
  return { [CHARGED]: charge.id };
}

const thousandths = ({ fields }: Book, key: string, said: unknown): number =>
  fields.find((field) => field.key === key)?.type === 'whole'
    ? Number(said) * THOUSAND
    : Number(said);

/** What was charged for an entry and still stands. */
export const standingCharges = ({ ledger }: Pick<Ctx, 'ledger'>, no: string): Charge[] =>
  listCharges(ledger, { subjects: [no] }).filter(({ state }) => state !== 'reversed');

/** Takes back what was charged for an entry; refuses where it was paid. */
export function takeBack(ctx: Ctx, no: string, reason: string): number[] {
  const charges = standingCharges(ctx, no);
  for (const charge of charges) reverse(ctx, charge, { reason });
  return charges.map(({ id }) => id);
}

/** Whether another value of this field would have been charged otherwise. */
export const isCharged = ({ charge, fields }: Book, key: string): boolean =>
  charge !== null &&
  (key === charge.amount ||
    key === charge.quantity ||
    fields.some((field) => field.key === key && field.type === 'unit'));

function withoutUnit(book: Book, no: string, verb: string) {
  const field = book.fields.find(({ type }) => type === 'unit');
  const option = `--${optionName(field?.key ?? 'unit')} 3-2-1501`;
  const line = field?.at === verb ? option : `wy ${book.key} edit ${no} ${option}`;
  return refused(
    'charge_without_unit',
    w('要收费，但没有写房号。', 'This is charged, but there is no unit to charge.'),
    w(`写明房号：${line}`, `Name the unit: ${line}`),
  );
}
