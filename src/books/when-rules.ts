import type { Book, Values, When } from './model.ts';
import { closingOf } from './model.ts';

/** Whether these values are meant; yes and no stand for what a yes/no field holds. */
export function holds(when: When | null, values: Values): boolean {
  if (when === null) return true;
  const value = values[when.field];
  const told = value === true ? 'yes' : value === false ? 'no' : value;
  return (Array.isArray(told) ? told : [told]).some((each) => when.is.includes(String(each)));
}

/** Whether an entry waits for its closing verb; it is closed at once otherwise. */
export function waitsToClose(book: Pick<Book, 'verbs'>, values: Values): boolean {
  const closing = closingOf(book);
  return closing !== undefined && holds(closing.when, values);
}
