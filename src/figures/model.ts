import type { BookField, BookRate } from '../books/model.ts';
import type { Period } from '../lib/period.ts';
import type { Rate } from '../lib/rate.ts';
import type { Words } from '../lib/words.ts';
import type { Turn } from '../rhythms/model.ts';

/** What became of promises that fell due. */
interface Promises {
  met: number;
  late: number;
  /** Still not kept. */
  overdue: number;
}

/** What became of the turns of a rhythm. */
export interface TurnCounts {
  kept: number;
  late: number;
  missed: number;
  open: number;
}

/** What a book came to in a period. */
export interface BookFigures {
  book: string;
  name: Words;
  /** Open when the period began. */
  carried: number;
  /** Made in the period; none that was cancelled. */
  entries: number;
  /** Closed in the period, whenever they were made. */
  closed: number;
  /** Open at its end, or now: carried + entries − closed. */
  open: number;
  /** Made in the period and cancelled since. */
  cancelled: number;
  /** What its entries owed that was due in the period. */
  deadlines: Promises;
  /** The turns that end in the period and have begun; null where there are none. */
  turns: TurnCounts | null;
  /** Charged in the period by its entries, without what was reversed since. */
  charges: { count: number; amountFen: number };
}

/** How often each choice of a field was made by the entries of the period. */
export interface ChoiceCounts {
  field: BookField;
  choices: readonly { key: string; words: Words; count: number }[];
}

export interface FieldSum {
  field: BookField;
  /** Of how many entries. */
  count: number;
  /** As the field's values are kept: whole, in thousandths, in fen. */
  sum: number;
}

/** The sheets of a field: points reached of those that could be, of the items that applied. */
export interface SheetAverage {
  field: BookField;
  count: number;
  rate: Rate;
}

export interface RateFigure extends BookRate {
  type: BookField['type'];
  rate: Rate;
}

/** A book's figures with what its entries of the period hold. */
export interface BookReport extends BookFigures {
  period: Period;
  turnList: readonly Turn[];
  choices: readonly ChoiceCounts[];
  sums: readonly FieldSum[];
  sheets: readonly SheetAverage[];
  rates: readonly RateFigure[];
}

export interface BooksReport {
  period: Period;
  books: readonly BookFigures[];
}
