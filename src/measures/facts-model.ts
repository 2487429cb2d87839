import type { Books } from '../books/model.ts';
import type { Words } from '../lib/words.ts';
import type { Policy } from '../policy/policy.ts';
import type { Unit } from './model.ts';

interface FactFigure {
  label: Words;
  /** What is counted, in a sentence without a stop. */
  definition: Words;
  /** A condition on the facts, in SQL: the figure counts those that meet it. */
  where: string;
  /** Summed instead of counted: an expression over the facts. */
  sum?: { of: string; unit: Unit };
}

/** The facts of one kind of record, and all figures made of them. Only code writes it, never a value. */
export interface Facts {
  key: string;
  name: Words;
  /**
   * A SELECT of one row for each record that can matter in the span (`@from`, `@to`, `@now`, `@end`,
   * `@fromOn`, `@untilOn`): `no`, `at`, `unit` (null: as its number says), `what`, `amountFen` for the
   * list behind a figure, and whatever the conditions ask.
   */
  select: string;
  figures: Readonly<Record<string, FactFigure>>;
  /** Expressions over the facts by which figures can be parted. */
  groupings: Readonly<Record<string, { label: Words; by: string }>>;
  /** What a record is about, made of the fact `what`; else as it stands there. */
  whatOf?(site: { policy: Policy; books: Books }, what: string): Words;
}
