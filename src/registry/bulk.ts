import type { WyError } from '../lib/errors.ts';

/** What a set of rows would do to the registry, before anything is written. */
export interface Plan<Row> {
  added: number;
  changed: number;
  unchanged: number;
  faults: readonly PlanFault<Row>[];
  /** Carries it out; tells how far it is, of how many rows. */
  write(progress: (done: number, total: number) => void): void;
}

/** A row that cannot be taken: which of its fields, and why. */
export interface PlanFault<Row> {
  row: Row;
  field: keyof Row & string;
  error: WyError;
}

const STEP = 1_000;

/** Does something with each, and tells how far it is now and then. */
export function each<T>(
  items: readonly T[],
  work: (item: T) => void,
  progress: (done: number, total: number) => void,
): void {
  items.forEach((item, at) => {
    work(item);
    if ((at + 1) % STEP === 0) progress(at + 1, items.length);
  });
  progress(items.length, items.length);
}
