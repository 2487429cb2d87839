import type { Book, BookField } from '../books/model.ts';
import { ON_DUTY } from '../books/usual-rules.ts';
import { list, same, type Words, w } from '../lib/words.ts';

/**
 * What the help adds to a field: its own words, the items of its sheet, where it must be said, and what
 * is taken where nothing is said; undefined where there is nothing to add.
 */
export function helpOfField(book: Pick<Book, 'fields'>, field: BookField): Words | undefined {
  const parts = [field.help, itemsOf(field), neededWhen(book, field), usually(field)];
  const told = parts.filter((part) => part !== null);
  if (told.length === 0) return undefined;
  return w(told.map(({ zh }) => zh).join('；'), told.map(({ en }) => en).join('; '));
}

/** With the most points they can get where that is not one. */
function itemsOf({ items, type }: BookField): Words | null {
  if (type !== 'sheet') return null;
  const all = list(
    Object.entries(items).map(([key, { label, most }]) => {
      const points = most === 1 ? '' : ` ${most}`;
      return w(`${key} ${label.zh}${points}`, `${key}${points}`);
    }),
  );
  return w(
    `${all.zh}；合格的可不写，全部合格写 ok`,
    `${all.en}; leave out what is in order, ok: all is`,
  );
}

function neededWhen({ fields }: Pick<Book, 'fields'>, { requiredWhen }: BookField): Words | null {
  const other = fields.find(({ key }) => key === requiredWhen?.field);
  if (!requiredWhen || !other) return null;
  const values = list(requiredWhen.is.map((value) => valueWords(other, value)));
  return w(
    `${other.label.zh}为${values.zh}时必填`,
    `needed where ${other.label.en} is ${values.en}`,
  );
}

function usually(field: BookField): Words | null {
  if (field.usual === null) return null;
  const parts = field.type === 'choices' ? field.usual.split(',') : [field.usual];
  const value = list(parts.map((part) => valueWords(field, part.trim())));
  return w(`不写即${value.zh}`, `${value.en} by default`);
}

/** What stands for a value and is no value itself. */
const SPOKEN: Readonly<Record<string, Words>> = {
  [ON_DUTY]: w('当班的人', 'whoever is on duty'),
  today: w('今天', 'today'),
  now: w('现在', 'now'),
  yes: w('是', 'yes'),
  no: w('否', 'no'),
};

/** Choices by their keys in English, as the help names them. */
function valueWords({ type, choices }: BookField, value: string): Words {
  const choice = Object.hasOwn(choices, value) ? choices[value] : undefined;
  if (choice) return w(choice.zh, value);
  const isSpoken = type === 'staff' || type === 'day' || type === 'moment' || type === 'yesno';
  return (isSpoken ? SPOKEN[value] : undefined) ?? same(value);
}
