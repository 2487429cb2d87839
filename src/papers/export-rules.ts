import type { Book } from '../books/model.ts';
import type { Cell, List, ListColumn } from '../documents/model.ts';
import { type CellLook, cellKindOf, cellOf, clockCell } from '../entries/cell-rules.ts';
import { type EntryRecord, STATES } from '../entries/model.ts';
import { outlineOf } from './outline-rules.ts';

interface Column extends ListColumn {
  cell(it: EntryRecord): Cell | undefined;
}

/** Entries as a list that can be imported again: headings by which it is known, values as they are read. */
export function entryListOf(book: Book, entries: readonly EntryRecord[], look: CellLook): List {
  const columns = columnsOf(book, look);
  return {
    columns,
    rows: entries.map((it) => columns.map(({ cell }) => cell(it))),
  };
}

function columnsOf(book: Book, look: CellLook): Column[] {
  const { own, fields } = outlineOf(book);
  const { lang, zone } = look;
  const text = (value: string): Cell => ({ is: 'text', text: value });
  const clock = (at: string | null) => (at === null ? undefined : clockCell(at, zone));
  const no: Column = { label: own.no.label[lang], is: 'text', cell: (it) => text(it.no) };
  const values = book.fields.map(
    (field): Column => ({
      label: fields[field.key]?.label[lang] ?? field.key,
      ...cellKindOf(field),
      cell: (it) => cellOf(field, it, look),
    }),
  );
  return [
    no,
    ...values,
    { label: own.state.label[lang], is: 'text', cell: (it) => text(STATES[it.state][lang]) },
    { label: own.at.label[lang], is: 'clock', cell: (it) => clock(it.at) },
    { label: own.by.label[lang], is: 'text', cell: (it) => text(it.by) },
    { label: own.closedAt.label[lang], is: 'clock', cell: (it) => clock(it.closedAt) },
    { label: own.cancelledAt.label[lang], is: 'clock', cell: (it) => clock(it.cancelledAt) },
  ];
}
