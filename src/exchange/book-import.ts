import type { Book } from '../books/model.ts';
import type { When } from '../cases/past.ts';
import type { Ctx } from '../context.ts';
import type { EntryState } from '../entries/model.ts';
import { planEntries } from '../papers/bulk.ts';
import type { EntryLine, FieldOfLine } from '../papers/past.ts';
import { type BookColumns, bookColumns } from './book-columns.ts';
import type { Header } from './header.ts';
import type { Import } from './import.ts';

/** Entries of an old list of a book, under the numbers they had (rule 158), past and closed ones too. */
export function bookImport(ctx: Ctx, book: Book): Import<BookColumns, EntryLine> {
  const columns = bookColumns(ctx, book);
  const fields = Object.keys(columns).filter(isField);
  const known = new WeakMap<Header, ReadonlySet<string>>();
  const told = (header: Header) => {
    const tells = known.get(header) ?? new Set(header.columns.keys());
    known.set(header, tells);
    return tells;
  };
  return {
    action: `books.${book.key}.import`,
    key: fields[0] ?? 'at',
    layout: { columns },
    toRow: ({ line, values }, header) => {
      // Not spread: hundreds of thousands of rows are held, and share their shape so.
      const row: EntryLine = {
        line,
        tells: told(header),
        no: values.no as string | undefined,
        at: values.at as When | undefined,
        by: values.by as string | undefined,
        state: values.state as EntryState | undefined,
        closedAt: values.closedAt as When | undefined,
        cancelledAt: values.cancelledAt as When | undefined,
      };
      for (const field of fields) row[field] = values[field];
      return row;
    },
    columnOf: {
      ...{ line: 'at', no: 'no', at: 'at', by: 'by', state: 'state', tells: 'at' },
      ...{ closedAt: 'closedAt', cancelledAt: 'cancelledAt' },
      ...Object.fromEntries(fields.map((key) => [key, key])),
    } as Record<keyof EntryLine & string, string>,
    plan: (at, rows) => planEntries(at, book, rows),
  };
}

const isField = (key: string): key is FieldOfLine => key.startsWith('fields.');
