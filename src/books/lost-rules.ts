import type { Book, BookField } from './model.ts';

/** Fields of a book as it was that the book as it is lacks, or reads as something else. */
export const lostFields = (was: Book, is: Book): BookField[] =>
  was.fields.filter(({ key, type }) => fieldOf(is, key)?.type !== type);

const fieldOf = (book: Book, key: string): BookField | undefined =>
  book.fields.find((field) => field.key === key);

/**
 * A book by which entries written under an earlier version are read: as it is now, with the fields that
 * it lacks since then, those that were of another type, and the choices that are gone.
 */
export function readBy(was: Book, is: Book): Book {
  const kept = is.fields.map((field) => {
    const before = fieldOf(was, field.key);
    if (!before) return field;
    if (before.type !== field.type) return before;
    const choices = { ...before.choices, ...field.choices };
    return { ...field, choices, items: { ...before.items, ...field.items } };
  });
  const gone = was.fields.filter(({ key }) => !fieldOf(is, key));
  return { ...is, fields: [...kept, ...gone] };
}
