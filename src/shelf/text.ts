import {
  type Book,
  type BookField,
  type ChargeRule,
  isBounded,
  type Limit,
  type When,
} from '../books/model.ts';
import { list, same, type Words, w } from '../lib/words.ts';

export const DOES = {
  open: w('登记', 'opens an entry'),
  step: w('办理', 'a step of an open one'),
  close: w('了结', 'closes it'),
} as const;

export const SEQUELS = {
  ticket: w('开维修工单', 'opens repair tickets'),
  rain: w('登记大雨，安排托管房巡查', 'registers a heavy rain: trust-managed units are patrolled'),
} as const;

/** `kind=parcel,letter` */
const whenText = ({ field, is }: When): string => `${field}=${is.join(',')}`;

/** 必填；结果不合格时必填 */
export function neededWords({ required, requiredWhen }: BookField): Words | null {
  if (required) return w('必填', 'yes');
  if (!requiredWhen) return null;
  return w(`${whenText(requiredWhen)} 时`, `if ${whenText(requiredWhen)}`);
}

/** What a field may hold, beside its type. */
export function valuesWords(field: BookField): Words | null {
  const choices = Object.entries(field.choices);
  if (choices.length > 0) return list(choices.map(([key, { zh }]) => w(`${key} ${zh}`, key)));
  const items = Object.entries(field.items);
  if (items.length > 0) {
    return list(
      items.map(([key, { label, most }]) => w(`${key} ${label.zh}（${most}）`, `${key} (${most})`)),
    );
  }
  const { type, least, most } = field;
  return type === 'whole' && isBounded(field) ? same(`${least}–${most}`) : null;
}

/** By when a promise is due: 按 until，空着则 lend 后 0d */
export function dueWords(limit: Limit): Words {
  const { at, within, from, every } = limit;
  const counted = within && w(`${from} 后 ${within.text}`, `${within.text} after ${from}`);
  const due =
    at === null
      ? (counted ?? same(''))
      : w(
          `按 ${at}${counted ? `，空着则${counted.zh}` : ''}`,
          `at ${at}${counted ? `, else ${counted.en}` : ''}`,
        );
  const again = every
    ? w(`${due.zh}，之后每 ${every.text} 一次`, `${due.en}, then every ${every.text}`)
    : due;
  if (!limit.when) return again;
  const when = whenText(limit.when);
  return w(`${when} 时：${again.zh}`, `if ${when}: ${again.en}`);
}

/** How a charge is made: by which tariff, of which amount, with which verb. */
export function chargeWords({ tariff, at, amount, quantity }: ChargeRule): Words {
  const much = amount ?? quantity;
  const of = much
    ? w(`，${amount ? '金额' : '数量'} ${much}`, `, ${amount ? 'amount' : 'quantity'}: ${much}`)
    : same('');
  return w(`${at} 时按 ${tariff} 收费${of.zh}`, `by ${tariff} at ${at}${of.en}`);
}

function uniqueWords({ unique, fields }: Book): Words[] {
  const label = fields.find(({ key }) => key === unique)?.label;
  return label ? [w(`未结的${label.zh}不重复`, `no ${label.en} twice among open entries`)] : [];
}

/** What is special about a book, in words. */
export const traits = (book: Book): Words[] => [
  ...(book.showsArrears ? [w('显示欠费（不作为条件）', 'shows arrears, never a condition')] : []),
  ...uniqueWords(book),
  ...(book.isHandedOver ? [w('未结的列入交接班', 'open entries are told to the next shift')] : []),
];
