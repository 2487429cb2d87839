import { Chalk, type ChalkInstance } from 'chalk';
import type { Words } from '../lib/words.ts';
import { fits, GAP, type Grid, grid, pad, widthOf, wrap } from './layout.ts';
import { KINDS, type Rendering, type Shape, textOf } from './shape.ts';

export interface Paper {
  /** Columns of the terminal; undefined where lines may be as long as they like (a pipe, a file). */
  width: number | undefined;
  color: boolean;
}

/** Values of a card are not wrapped to less than this. */
const LEAST_ROOM = 8;
/** Beside labels so long, with less room than this left, values stand below them. */
const LONG_LABEL = 24;
const ROOM_BESIDE = 20;

/** Writes results for people: tables, cards, colours, in one language and to one width. */
export class Pen {
  readonly as: Rendering;
  readonly width: number | undefined;
  readonly color: ChalkInstance;

  constructor(as: Rendering, paper: Paper) {
    this.as = as;
    this.width = paper.width;
    this.color = new Chalk({ level: paper.color ? 1 : 0 });
  }

  say(words: Words): string {
    return words[this.as.lang];
  }

  dim(words: Words): string {
    return this.color.dim(this.say(words));
  }

  heading(words: Words): string {
    return this.color.bold(this.say(words));
  }

  /**
   * A table; where the terminal is too narrow for it, one without what can be spared, or else a card
   * for each row. `spareOneByOne`: no more is left out than must be, what nobody filled before the
   * rest, from the right.
   */
  table<Row>(shape: Shape<Row>, rows: readonly Row[], { spareOneByOne = false } = {}): string {
    const columns = shape.filter((column) => column.inTable);
    const choices = spareOneByOne ? this.#leaner(columns, rows) : [columns, withoutSpare(columns)];
    for (const chosen of choices) {
      const drawn = this.#gridOf(chosen, rows);
      if (fits(drawn)) return grid(drawn);
    }
    if (rows.length === 0) return grid(this.#gridOf(withoutSpare(columns), rows));
    return rows.map((row) => this.card(columns, row)).join('\n\n');
  }

  #leaner<Row>(columns: Shape<Row>, rows: readonly Row[]): Shape<Row>[] {
    const isFilled = (column: Shape<Row>[number]) =>
      rows.some((row) => textOf(column, row, this.as) !== '');
    const spare = columns.filter((column) => column.isSpare).reverse();
    const [filled, empty] = [spare.filter(isFilled), spare.filter((each) => !isFilled(each))];
    const goes = [...empty, ...filled];
    return [columns, ...goes.map((_, at) => without(columns, goes.slice(0, at + 1)))];
  }

  #gridOf<Row>(columns: Shape<Row>, rows: readonly Row[]): Grid {
    const head = columns.map((column) => this.heading(column.label));
    const body = rows.map((row) => columns.map((column) => oneLine(textOf(column, row, this.as))));
    const alignRight = columns.map((column) => KINDS[column.kind].alignRight ?? false);
    return { lines: [head, ...body], alignRight, width: this.width };
  }

  /** Cells in columns without borders, wrapped so that no line is wider than the terminal. */
  grid(lines: readonly (readonly string[])[], alignRight: readonly boolean[] = []): string {
    return grid({ lines, alignRight, width: this.width });
  }

  /** The filled fields of one record, label and value a line. */
  card<Row>(shape: Shape<Row>, row: Row): string {
    const filled = shape
      .map((column) => [column.label, textOf(column, row, this.as)] as const)
      .filter(([, value]) => value !== '');
    return this.pairs(filled);
  }

  pairs(pairs: readonly (readonly [Words, string])[]): string {
    const labels = pairs.map(([label]) => this.say(label));
    const widest = Math.max(0, ...labels.map(widthOf));
    if (this.#isBelow(widest)) return this.#stacked(labels, pairs);
    const indent = `\n${' '.repeat(widest)}${GAP}`;
    return pairs
      .map(([, value], at) => {
        const label = pad(this.color.dim(labels[at] ?? ''), widest);
        return `${label}${GAP}${this.#inRoom(value, widest + GAP.length).replaceAll('\n', indent)}`;
      })
      .join('\n');
  }

  #isBelow(widest: number): boolean {
    if (this.width === undefined || widest < LONG_LABEL) return false;
    return this.width - widest - GAP.length < ROOM_BESIDE;
  }

  #stacked(labels: readonly string[], pairs: readonly (readonly [Words, string])[]): string {
    const indent = `\n${GAP}`;
    return pairs
      .map(([, value], at) => {
        const below = `\n${this.#inRoom(value, GAP.length)}`.replaceAll('\n', indent);
        return `${this.color.dim(labels[at] ?? '')}${below}`;
      })
      .join('\n');
  }

  /** A text wrapped to what an indent leaves of the line. */
  #inRoom(text: string, indent: number): string {
    return this.width === undefined ? text : wrap(text, Math.max(this.width - indent, LEAST_ROOM));
  }
}

const without = <Row>(columns: Shape<Row>, some: Shape<Row>): Shape<Row> =>
  columns.filter((column) => !some.includes(column));

const withoutSpare = <Row>(columns: Shape<Row>): Shape<Row> =>
  columns.filter((column) => !column.isSpare);

const oneLine = (text: string) => text.replace(/\s*\n\s*/g, ' ');
