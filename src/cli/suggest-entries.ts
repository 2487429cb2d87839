import type { Book } from '../books/model.ts';
import type { Ctx } from '../context.ts';
import { w } from '../lib/words.ts';
import { documents } from './suggest-documents.ts';
import { has, lineOf, MOST, type Named, type Source, type Suggester } from './suggester.ts';

/** What is done to an entry of any state; all else wants an open one. */
const ANY_STATE = ['show', 'edit', 'print', 'approve'];

/** What a command does: its verb, or itself. */
const deedOf = ({ noun, verb }: Named) => verb ?? noun;

/** Entries of a book: of the open ones those that owe this step first; others are found by their words. */
export const entries =
  (book: Book): Source =>
  async (ctx, command) => {
    const { entriesOffered } = await import('../entries/offers.ts');
    const open = !ANY_STATE.includes(deedOf(command));
    const offered = (typed: string) => entriesOffered(ctx, book, { open, typed });
    const near = await documents(book.name, async () => offered(''))(ctx, command);
    return {
      hint: near.hint,
      find: (typed) => {
        const found = near.find(typed);
        if (typed === '' || found.length >= MOST) return found;
        const known = new Set(found.map(({ value }) => value));
        const further = offered(typed).filter(({ no }) => !known.has(no));
        return [
          ...found,
          ...further.map(({ no, where, title }) => ({ value: no, name: lineOf(no, where, title) })),
        ].slice(0, MOST);
      },
    };
  };

/** What was written in a field before; anything else may be typed. */
export async function earlier(ctx: Ctx, book: Book, field: string): Promise<Suggester> {
  const { earlierValues } = await import('../entries/offers.ts');
  const options = earlierValues(ctx, book, field).map((value) => ({ value, name: value }));
  return {
    hint: w('请输入内容', 'type it'),
    find: (typed) => options.filter(({ name }) => has(typed, name)),
  };
}
