import type { Ledger } from '../ledger/ledger.ts';
import type { Book } from '../ledger/numbers.ts';
import type { WyError } from '../lib/errors.ts';
import type { Moment } from '../lib/moment.ts';

/** What a slice says of its cases, so that their steps are taken and shown in one way. */
export interface CaseKind<T, Step extends string> {
  book: Book;
  /** Of its actions in the journal: `ticket` makes `ticket.close`. */
  action: string;
  /** The command that shows one: `ticket show`. */
  show: string;
  read(ledger: Ledger, no: string): T | undefined;
  /** When it began; nothing can have happened to it before. */
  beganAt(it: T): Moment;
  /** Why this step cannot be taken now, if it cannot. */
  refusalOf(step: Step, it: T): WyError | undefined;
}
