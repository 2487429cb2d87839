import type { Ctx } from '../context.ts';
import type { Words } from '../lib/words.ts';
import type { Figure, FigureRecord, Numbers, Span } from './model.ts';

/** All figures that are made of one kind of record. */
export interface Family {
  key: string;
  name: Words;
  figures: Readonly<Record<string, Figure>>;
  /** By what its figures can be parted: `class`, `building`. */
  groupings: Readonly<Record<string, Words>>;
  /** All of its figures at once. */
  measure(ctx: Ctx, span: Span): Numbers;
  /** The same, parted; by the key of the group. */
  measureBy(ctx: Ctx, span: Span, grouping: string): ReadonlyMap<string, Numbers>;
  /** The records behind one of its figures, the oldest first. */
  records(ctx: Ctx, span: Span, figure: string): readonly FigureRecord[];
}
