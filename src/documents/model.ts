import type { Day } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import type { Lang } from '../lib/words.ts';
import type { Zone } from '../lib/zone.ts';

/** Whose paper it is, as the policy says. */
interface Letterhead {
  company: string;
  name: string;
  phone: string;
  address: string;
}

/** A label and what stands behind it; line breaks are kept. A template finds the value by its key. */
export interface Row {
  key?: string;
  label: string;
  value: string;
  /** Short: two such rows that follow each other share a line. */
  half?: true;
}

/** A column of a table on paper. */
interface PaperColumn {
  label: string;
  /** Numbers stand to the right. */
  isNumber?: boolean;
  /** Its cells are never broken: days, numbers of records. */
  isShort?: boolean;
  /** Boxes to tick. */
  isBox?: true;
  /** Wide enough to write in by hand. */
  isRoom?: true;
}

/** Things in rows; `total` stands under them in bold. */
export interface PaperTable {
  title: string;
  columns: readonly PaperColumn[];
  rows: readonly (readonly string[])[];
  total?: readonly string[];
  /** Many rows: set smaller. */
  isDense?: true;
}

/** A part of a page, in the order of the page; an empty one leaves no trace. */
export type Part =
  | { kind: 'rows'; rows: readonly Row[]; title?: string }
  | { kind: 'table'; table: PaperTable }
  | { kind: 'text'; title: string; text: string }
  /** Running text of a letter. */
  | { kind: 'letter'; paragraphs: readonly string[] }
  /** Numbered clauses that somebody agrees to. */
  | { kind: 'clauses'; title: string; clauses: readonly string[] }
  /** Boxes to tick; those that are done are ticked. */
  | { kind: 'checks'; title: string; checks: readonly { label: string; isDone: boolean }[] }
  /** Room to write in by hand. */
  | { kind: 'blank'; title: string; lines: number }
  /** Where a photograph is stuck on. */
  | { kind: 'photo'; label: string }
  /** Each with a line to sign on and a date; `seal` leaves room for the company's seal. */
  | { kind: 'signatures'; labels: readonly string[]; seal?: string };

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
  /** A card: several share a sheet; a poster: to be read at a door. */
  layout?: 'card' | 'poster';
}

/** How a record goes onto paper. */
export interface Printing {
  lang: Lang;
  zone: Zone;
  /** Phones and identity numbers in full; masked without. */
  reveal: boolean;
  letterhead: Letterhead;
  at: Moment;
  by: string;
  /** The first is 1; all others say that they are reprints. */
  copy: number;
}

/** What a form makes of one subject; `printPapers` adds whose paper it is, its copy and who printed it. */
export type Content = Pick<Paper, 'title' | 'no' | 'marks' | 'parts' | 'foot' | 'layout'>;

/** One sheet to print: about what, and what stands on it. */
export interface Sheet {
  /** The number of a record, or the code of a unit. */
  subject: string;
  /** Which one it is where another day has another one about the same subject: copies count by it. */
  issue?: string;
  contentOf(as: Printing): Content;
}

/** What was written: pages, or a template that was only copied. */
export interface Printed {
  form: string;
  /** Where it was written. */
  file: string;
  /** The number or code it is about, of several the first; null of a template. */
  no: string | null;
  /** Those of all sheets. */
  subjects: readonly string[];
  sheets: number;
  /** The highest of its copies. */
  copy: number;
}

/** What a cell of a list outside holds: a text, or what a spreadsheet reckons with. */
export type Cell =
  | { is: 'text'; text: string }
  /** `value` in units of 10^-digits. */
  | { is: 'number'; value: number; digits: 0 | 1 | 2 | 3 }
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
