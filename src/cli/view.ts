import type { Words } from '../lib/words.ts';
import type { Pen } from './pen.ts';
import { type Json, type Rendering, type Shape, toJson } from './shape.ts';

/** How a result looks to programs and to people. */
export interface View<R> {
  /** Undefined where nothing is left to be said. */
  json(result: R, as: Rendering): Json | undefined;
  text(result: R, pen: Pen): string;
}

/** One record: an object; for people its filled fields, one a line. */
export function card<R>(shape: Shape<R>): View<R> {
  return {
    json: (row, as) => toJson(shape, row, as),
    text: (row, pen) => pen.card(shape, row),
  };
}

/** A list of records: an array; for people a table with its headers even when empty. */
export function table<R>(shape: Shape<R>, options: { none: Words }): View<readonly R[]> {
  return {
    json: (rows, as) => rows.map((row) => toJson(shape, row, as)),
    text: (rows, pen) => {
      const drawn = pen.table(shape, rows);
      return rows.length === 0 ? `${drawn}\n${pen.dim(options.none)}` : drawn;
    },
  };
}

/** Of a command that writes its answers itself, while it works; its result is the exit code. */
export const streamed: View<number> = { json: () => undefined, text: () => '' };
