import type { Books } from './books/model.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { Scribe } from './ledger/transact.ts';
import type { Day } from './lib/day.ts';
import type { Moment } from './lib/moment.ts';
import type { Lang, Words } from './lib/words.ts';
import type { Zone } from './lib/zone.ts';
import type { Policy } from './policy/policy.ts';

/** What only sending asks of the world outside. */
interface Outside {
  /** A setting of the system, such as a password that no file holds. */
  env(name: string): string | undefined;
  /** What waits for an answer ends later than it began. */
  clock(): Moment;
}

/** All that a use case knows of the world: made once, and nothing below asks for more. */
export interface Ctx extends Scribe {
  readonly ledger: Ledger;
  readonly policy: Policy;
  /** The registers that are declared, not programmed. */
  readonly books: Books;
  /** Where files that belong to entries lie. */
  readonly attachmentsDir: string;
  /** Where pages for the printer are written. */
  readonly printedDir: string;
  /** The site's own templates of printed forms. */
  readonly templatesDir: string;
  readonly zone: Zone;
  /** When it happened: `--at`, else the clock. */
  readonly now: Moment;
  readonly today: Day;
  /** When it is recorded: the clock. */
  readonly recordedAt: Moment;
  readonly lang: Lang;
  readonly outside: Outside;
  /** The acting member of staff, needed to write: refuses when unknown. */
  operator(): { readonly id: number; readonly name: string };
  /** Something the clerk should know beside the result. */
  warn(words: Words): void;
  /** How far long work is; drawn on a terminal only. */
  progress(done: number, total: number): void;
}
