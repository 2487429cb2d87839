import type { Day } from '../lib/day.ts';
import type { Lang } from '../lib/words.ts';

/** Whose paper it is, as the policy says. */
export interface Letterhead {
  company: string;
  name: string;
  phone: string;
  address: string;
}

/** A label and what stands behind it; line breaks are kept. */
export interface Row {
  label: string;
  value: string;
}

/** A column of a table on paper. */
interface PaperColumn {
  label: string;
  /** Numbers stand to the right. */
  isNumber?: boolean;
}

/** Things in rows; `total` stands under them in bold. */
export interface PaperTable {
  title: string;
  columns: readonly PaperColumn[];
  rows: readonly (readonly string[])[];
  total?: readonly string[];
}

/** A part of a page, in the order of the page. */
export type Part =
  | { kind: 'rows'; rows: readonly Row[] }
  | { kind: 'table'; table: PaperTable }
  | { kind: 'text'; title: string; text: string }
  /** Each with a line to sign on and a date. */
  | { kind: 'signatures'; labels: readonly string[] };

/** A printed form: plain values, all in one language. */
export interface Paper {
  lang: Lang;
  letterhead: Letterhead;
  title: string;
  no: string | null;
  /** What must be seen at first sight: that it is a reprint, that it was cancelled. */
  marks: readonly string[];
  parts: readonly Part[];
  foot: string | null;
  /** When and by whom it was printed, in a small line. */
  printed: string;
}

/** What a cell of a list outside holds: a text, or what a spreadsheet reckons with. */
export type Cell =
  | { is: 'text'; text: string }
  /** `value` in units of 10^-digits. */
  | { is: 'number'; value: number; digits: 0 | 2 | 3 }
  | { is: 'day'; day: Day }
  /** `2026-11-22 09:30:15` on the site's clock. */
  | { is: 'clock'; text: string };

/** A column of a list outside; what kind of cells it has. */
export interface ListColumn {
  label: string;
  is: Cell['is'];
  /** Of numbers. */
  digits?: 0 | 2 | 3;
}

/** A list that goes outside: to a spreadsheet, a text, a program. */
export interface List {
  columns: readonly ListColumn[];
  rows: Iterable<readonly (Cell | undefined)[]>;
}
