import type { Printing, Row } from '../documents/model.ts';
import { capitals } from '../lib/capitals.ts';
import { yuanText } from '../lib/money.ts';
import { type Words, w } from '../lib/words.ts';

/** A label and its value; what is not known leaves room to write. */
export const row = (
  key: string,
  label: Words,
  value: string | null,
  { lang }: Pick<Printing, 'lang'>,
): Row => ({ key, label: label[lang], value: value ?? '' });

/** A short row: it shares its line with another one. */
export const half = (it: Row): Row => ({ ...it, half: true });

/** An amount as papers of money state it: ¥ before the figures, and in capitals. */
export const amountRows = (
  amountFen: number,
  as: Pick<Printing, 'lang'>,
  label: Words = w('金额', 'amount'),
): Row[] => [
  row('amount', label, `¥${yuanText(amountFen)}`, as),
  row('capitals', w('金额大写', 'amount in Chinese capitals'), capitals(amountFen), as),
];
