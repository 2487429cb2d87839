import { type Book, closingOf, type Value, type Values } from '../books/model.ts';
import { waitsToClose } from '../books/when-rules.ts';
import type { PastLine } from '../cases/bulk.ts';
import {
  beganAt,
  type Contradiction,
  disorderIn,
  endedAt,
  type Following,
  type When,
} from '../cases/past.ts';
import type { EntryState } from '../entries/model.ts';
import { misused } from '../lib/errors.ts';
import type { Moment } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import type { Zone } from '../lib/zone.ts';

/** Under which a row tells the value of a field: as text where it names somebody, else as it is kept. */
export type FieldOfLine = `fields.${string}`;

/** One row of an old list of a book; what is undefined the list does not tell. */
export interface EntryLine extends PastLine {
  /** Which columns the list has, all rows alike. */
  tells: ReadonlySet<string>;
  at: When | undefined;
  by: string | undefined;
  state: EntryState | undefined;
  closedAt: When | undefined;
  cancelledAt: When | undefined;
  [field: FieldOfLine]: Value | When | undefined;
}

/** Where an old entry stands, and since when. */
export interface Standing {
  state: EntryState;
  at: Moment;
  closedAt: Moment | null;
  cancelledAt: Moment | null;
}

export type EntryContradiction = Contradiction<EntryLine>;

/**
 * Where a row stands by its state and its times. One whose closing is told, or a field that is written
 * with it, is closed; one that waits for nothing is closed at once. A closing without its time is
 * counted from the beginning, as nobody wrote it down.
 */
export function standingOf(
  book: Book,
  row: EntryLine,
  values: Values,
  { now, zone }: { now: Moment; zone: Zone },
): Standing | EntryContradiction {
  const at = row.at ? beganAt(row.at, zone) : now;
  const cancelledAt = endedAt(row.cancelledAt, zone, [now]);
  const toldClosedAt = endedAt(row.closedAt, zone, [cancelledAt, now]);
  const disorder = disorderIn<EntryLine>([
    ['closedAt', toldClosedAt, at, BEGINNING],
    ['cancelledAt', cancelledAt, toldClosedAt ?? at, BEGINNING],
  ] satisfies Following<EntryLine>[]);
  if (disorder) return disorder;

  const isOver = toldClosedAt !== null || tellsClosing(book, values);
  const isCancelled = cancelledAt !== null || row.state === 'cancelled';
  if (isCancelled && row.state !== undefined && row.state !== 'cancelled') return contradiction();
  const waits = waitsToClose(book, values);
  if (isCancelled) {
    const closedAt = waits ? toldClosedAt : at;
    return { state: 'cancelled', at, closedAt, cancelledAt: cancelledAt ?? closedAt ?? at };
  }
  if (!waits) return { state: 'closed', at, closedAt: at, cancelledAt: null };
  if (row.state === 'open' && isOver) return contradiction();
  if (row.state === 'closed' || isOver) {
    return { state: 'closed', at, closedAt: toldClosedAt ?? at, cancelledAt: null };
  }
  return { state: 'open', at, closedAt: null, cancelledAt: null };
}

/** Whether something is told that is written down at the closing alone. */
const tellsClosing = (book: Book, values: Values): boolean => {
  const closing = closingOf(book);
  return book.fields.some(({ key, at }) => at === closing?.key && values[key] !== undefined);
};

const BEGINNING = w('登记时间', 'the beginning');

const contradiction = (): EntryContradiction => ({
  field: 'state',
  error: misused(
    'state_contradicts',
    w('状态与了结、作废的内容不符', 'the state contradicts what is told of the end'),
  ),
});
