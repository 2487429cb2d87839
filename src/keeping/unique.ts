import type { Book, Values } from '../books/model.ts';
import { closingOf } from '../books/model.ts';
import type { Ctx } from '../context.ts';
import { openValues } from '../entries/offers.ts';
import { refused } from '../lib/errors.ts';
import { optionName } from '../lib/option-name.ts';
import { plainWord } from '../lib/plain-word.ts';
import { w } from '../lib/words.ts';

/** Refuses (`still_out`) an open entry that names what another open one names, where the book says so. */
export function refuseTwice(
  ctx: Ctx,
  book: Book,
  { no, values }: { no?: string; values: Values },
): void {
  const field = book.fields.find(({ key }) => key === (book.unique ?? undefined));
  const value = field && values[field.key];
  if (field === undefined || value === undefined) return;
  const same = openValues(ctx, book, field.key).find(
    (each) => each.no !== no && plainWord(each.value) === plainWord(String(value)),
  );
  if (same === undefined) return;
  const settle = `wy ${book.key} ${closingOf(book)?.key ?? 'show'} ${same.no}`;
  const other = `--${optionName(field.key)} …`;
  throw refused(
    'still_out',
    w(
      `${field.label.zh}“${value}”还没有了结：${same.no}。`,
      `${field.label.en} "${value}" is still out: ${same.no}.`,
    ),
    w(
      `先了结：${settle}；是同名的另一件，换个名称写明：${other}`,
      `Settle it first: ${settle}; of another one alike say which: ${other}`,
    ),
  );
}
