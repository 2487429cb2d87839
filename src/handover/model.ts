import type { Day } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import { type Words, w } from '../lib/words.ts';

/** What the next shift must know, in the order in which it is told; open entries of books stand under their book. */
export const ITEM_KINDS = {
  note: w('留言', 'note'),
  repair: w('未完报修', 'open repair'),
  complaint: w('未结投诉', 'open complaint'),
  promise: w('今天要办', 'promised for today'),
  renovation: w('施工中的装修', 'works in progress'),
  cash: w('备用现金', 'cash in the till'),
} as const satisfies Record<string, Words>;

/** `kind`: one of ITEM_KINDS or the key of a book; `subject`: the number of its record, where it has one. */
export interface HandoverItem {
  kind: string;
  subject: string | null;
  text: string;
}

/** One shift handed over to the next (rule 151); not signed yet: as it would be now. */
export interface Handover {
  /** Null: nobody has signed. */
  no: string | null;
  /** Of the shift that ends. */
  day: Day;
  shift: string;
  from: string;
  /** Null: nobody is planned, or the successor has not come. */
  to: string | null;
  items: readonly HandoverItem[];
  /** When both signed. */
  signedAt: Moment | null;
  /** When the successor was on post, and when the shift begins. */
  onPostAt: Moment | null;
  beginsAt: Moment;
  /** It was said that the successor had not come. */
  awaitedAt: Moment | null;
}

/** A note for the next shift. */
export interface Note {
  id: number;
  at: Moment;
  by: string;
  text: string;
}
