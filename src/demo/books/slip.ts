import type { Book } from '../../books/model.ts';
import type { Ctx } from '../../context.ts';
import { approveEntry } from '../../keeping/approving.ts';
import { openEntry } from '../../keeping/opening.ts';
import { stepEntry } from '../../keeping/stepping.ts';
import { parseLines } from '../../lib/lines.ts';
import type { Moment } from '../../lib/moment.ts';
import { parseScores } from '../../lib/scores.ts';
import type { Staff } from '../../registry/model.ts';
import type { Beat } from '../life.ts';

/** What is written in the fields; lists of things and sheets of scores as they are typed. */
type Written = Readonly<Record<string, unknown>>;

/** One thing done with an entry of a book. */
export interface Deed {
  readonly at: Moment;
  /** A verb of the book, or `approve`; the first opens the entry. */
  readonly verb: string;
  /** Undefined: whoever sits at the desk. */
  readonly by?: Staff | undefined;
  readonly fields?: Written | ((ctx: Ctx) => Written) | undefined;
}

/** An entry, whose number is known once it is open. */
export interface Slip {
  no: string;
}

/** All that is done with one entry of a book, from its first line on. */
export const slip = (key: string, deeds: readonly Deed[], it: Slip = { no: '' }): Beat[] =>
  deeds.map(({ at, verb, by, fields = {} }) => ({
    at,
    by,
    act: (ctx) => {
      const book = bookOf(ctx, key);
      if (verb === 'approve') {
        approveEntry(ctx, book, it.no, { as: undefined, note: undefined });
        return;
      }
      const found = book.verbs.find((each) => each.key === verb);
      if (!found) throw new RangeError(`no ${key} ${verb}`);
      const typed = typedOf(book, typeof fields === 'function' ? fields(ctx) : fields);
      if (found.does === 'open') it.no = openEntry(ctx, book, typed).no;
      else stepEntry(ctx, book, found, it.no, typed);
    },
  }));

function bookOf({ books }: Ctx, key: string): Book {
  const book = books.find((each) => each.key === key);
  if (!book) throw new RangeError(`no book ${key}`);
  return book;
}

const typedOf = ({ key: book, fields }: Book, written: Written): Written =>
  Object.fromEntries(
    Object.entries(written).map(([key, value]) => {
      const field = fields.find((each) => each.key === key);
      if (!field) throw new RangeError(`no field ${key} in ${book}`);
      if (typeof value !== 'string') return [key, value];
      if (field.type === 'lines') return [key, parseLines(value)];
      if (field.type === 'sheet') return [key, parseScores(field.items, value)];
      return [key, value];
    }),
  );
