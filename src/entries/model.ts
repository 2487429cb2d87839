import type { Book, Values } from '../books/model.ts';
import type { Deadline } from '../deadlines/model.ts';
import type { Moment } from '../lib/moment.ts';
import { type Words, w } from '../lib/words.ts';
import type { Event } from '../timeline/model.ts';

export const STATES = {
  open: w('未了', 'open'),
  closed: w('已了', 'closed'),
  cancelled: w('已作废', 'cancelled'),
} as const satisfies Record<string, Words>;

export type EntryState = keyof typeof STATES;

/** One line of a book. */
export interface Entry {
  id: number;
  no: string;
  /** The key of its book, and the version under which it was written. */
  book: string;
  version: number;
  state: EntryState;
  title: string;
  unit: string | null;
  values: Values;
  at: Moment;
  by: string;
  closedAt: Moment | null;
  cancelledAt: Moment | null;
}

/** An entry as it is written: one of the past with all that became of it. */
export interface NewEntry {
  no: string;
  formerNo: string | null;
  version: number;
  state: EntryState;
  title: string;
  unitId: number | null;
  values: Values;
  at: Moment;
  byId: number;
  closedAt: Moment | null;
  cancelledAt: Moment | null;
}

/** What a step or a correction writes of it anew. */
export type EntryChange = Partial<Omit<NewEntry, 'no' | 'formerNo' | 'at' | 'byId'>>;

/** Who has said yes to an entry. */
export interface Approved {
  approval: string;
  at: Moment;
  by: string;
  note: string | null;
}

/** What was charged for an entry. */
export interface ChargeMade {
  id: number;
  tariff: string;
  name: Words;
  amountFen: number;
  outstandingFen: number;
}

/** An entry as it is shown: with its book as it was when it was written, and what it owes. */
export interface EntryRecord extends Entry {
  /** The book as it is read: in its present version, with the fields of the entry's own. */
  of: Book;
  deadlines: readonly Deadline[];
  approved: readonly Approved[];
  /** What stands for ids: names of staff and residents by field. */
  names: Readonly<Record<string, string>>;
}

/** The newest of a list, and how many there are behind them. */
export interface EntryList {
  entries: readonly EntryRecord[];
  more: number;
}

/** In a timeline, behind the key of a value that was changed: what it was before. */
export const WAS = '.was';

/** What an entry set going by itself: events, and keys in the journal, as no verb and no field can be called. */
export const CHARGED = 'charge.made';
export const TICKETED = 'tickets.opened';
export const RAINED = 'rain.registered';

/** Another record that an entry names, or that names it. */
export interface Linked {
  no: string;
  unit: string | null;
  title: string;
}

/** How the file of an attachment lies there. */
export const CONDITIONS = {
  whole: w('完好', 'unharmed'),
  missing: w('文件不见了', 'the file is gone'),
  changed: w('文件被改过', 'the file was changed'),
} as const satisfies Record<string, Words>;

export type Condition = keyof typeof CONDITIONS;

export interface FileFound {
  /** The key of its field. */
  field: string;
  condition: Condition;
  path: string;
}

export interface EntryPage extends EntryRecord {
  timeline: readonly Event[];
  /** Names by id, of all whom the timeline names. */
  people: Readonly<Record<'staff' | 'resident', ReadonlyMap<number, string>>>;
  links: readonly Linked[];
  charges: readonly ChargeMade[];
  files: readonly FileFound[];
}
