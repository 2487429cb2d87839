/** `line` as the user counts in the file or sheet, from 1; cells are exact text. Never blank. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** `sheet` is set for workbooks only. */
export interface Table {
  readonly sheet?: string;
  readonly rows: readonly Row[];
}

/** A table whose rows come in batches, read when asked for; the first holds the header. */
export interface TableStream {
  readonly sheet?: string;
  readonly batches: Iterable<readonly Row[]>;
}

/** Whether a table has the header looked for: chooses the sheet, and the delimiter in doubt. */
export type Recognises = (table: Table) => boolean;
