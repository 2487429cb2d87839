import { hash } from 'node:crypto';
import type { Database, Statement } from 'better-sqlite3';

/**
 * Number of rows and the sum of their SHA-256, modulo 2²⁵⁶, as hexadecimal: order does not matter. Of
 * an append-only table the sum of its blocks'.
 */
export interface TableDigest {
  rows: number;
  sum: string;
}

interface Change {
  rows: number;
  sum: bigint;
}

/** What a watch knew at one moment. */
export interface Mark {
  readonly changes: ReadonlyMap<string, Change>;
  readonly rowsWritten: number;
  readonly provenTo: ReadonlyMap<string, number>;
}

const MODULUS_MASK = (1n << 256n) - 1n;

/** Tables that prove the others and so cannot be proven by the same sum. */
const UNWATCHED = new Set(['journal', 'digests']);

/**
 * Tables that only grow, by hundreds of thousands of rows at once: hashed by blocks of consecutive ids
 * when a line is written, not row by row. Their triggers refuse UPDATE and DELETE.
 */
const APPEND_ONLY = ['charges', 'settlements'];

/** Small enough that one more row is soon hashed, large enough that many are. */
const BLOCK_BITS = 6;

export const EMPTY_DIGEST: TableDigest = { rows: 0, sum: '0' };

/**
 * The columns of every watched table, in one query: a cold command waits for it. What a virtual table
 * keeps is made of the others and proves nothing.
 */
function columnsByTable(db: Database): Map<string, string[]> {
  const rows = db
    .prepare<[], { table: string; column: string }>(
      `SELECT s.name AS "table", c.name AS "column"
       FROM pragma_table_list AS s, pragma_table_info(s.name) AS c
       WHERE s.schema = 'main' AND s.type = 'table' AND s.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
       ORDER BY s.name, c.cid`,
    )
    .all();
  const tables = new Map<string, string[]>();
  for (const { table, column } of rows) {
    if (UNWATCHED.has(table)) continue;
    tables.set(table, [...(tables.get(table) ?? []), column]);
  }
  return tables;
}

/** The SQL of one row's text, from which its SHA-256 is made; `json_array` keeps type and order. */
const rowText = (columns: readonly string[], prefix = ''): string =>
  `json_array(${columns.map((column) => `${prefix}"${column}"`).join(', ')})`;

const rowSum = (text: string) => BigInt(`0x${hash('sha256', text)}`);

/** The digests of all tables, streamed. */
export const digestAll = (db: Database): Record<string, TableDigest> =>
  Object.fromEntries(
    [...columnsByTable(db)].map(([table, columns]) => [table, digestOf(db, table, columns)]),
  );

/** Streams a table once. */
function digestOf(db: Database, table: string, columns: readonly string[]): TableDigest {
  if (APPEND_ONLY.includes(table)) {
    const rows = db.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get() ?? 0;
    const [first, last] = [lowestId(db, table), highestId(db, table)];
    const sum = blocksSum(db, table, columns, first - 1, last);
    return { rows, sum: (sum & MODULUS_MASK).toString(16) };
  }
  let rows = 0;
  let sum = 0n;
  const texts = db.prepare<[], string>(`SELECT ${rowText(columns)} FROM "${table}"`).pluck();
  for (const text of texts.iterate()) {
    rows += 1;
    sum += rowSum(text);
  }
  return { rows, sum: (sum & MODULUS_MASK).toString(16) };
}

const lowestId = (db: Database, table: string): number =>
  db.prepare<[], number | null>(`SELECT min(id) FROM "${table}"`).pluck().get() ?? 1;

const highestId = (db: Database, table: string): number =>
  db.prepare<[], number | null>(`SELECT max(id) FROM "${table}"`).pluck().get() ?? 0;

/** The sum over the blocks that hold ids above `from`, up to `to`: whole ones, and the begun ones in full. */
function blocksSum(
  db: Database,
  table: string,
  columns: readonly string[],
  from: number,
  to: number,
): bigint {
  const blockText = db
    .prepare<[number, number], string | null>(
      `SELECT group_concat(line, char(10)) FROM (
         SELECT ${rowText(columns)} AS line FROM "${table}" WHERE id BETWEEN ? AND ? ORDER BY id)`,
    )
    .pluck();
  let sum = 0n;
  for (let block = (from + 1) >> BLOCK_BITS; block <= to >> BLOCK_BITS; block += 1) {
    const first = block << BLOCK_BITS;
    const text = blockText.get(first, Math.min(to, first + (1 << BLOCK_BITS) - 1));
    if (text) sum += rowSum(text);
  }
  return sum;
}

/**
 * Notes every row written through this connection, of any table, by temporary triggers made from
 * the schema, so that no store has to remember it.
 */
export class RowWatch {
  readonly #db: Database;
  readonly #columns: ReadonlyMap<string, readonly string[]>;
  readonly #highest: ReadonlyMap<string, Statement<[], number | null>>;
  #changes = new Map<string, Change>();
  #rowsWritten = 0;
  /** Of each append-only table the id up to which its rows were there before, or are proven. */
  #provenTo = new Map<string, number>();

  constructor(db: Database) {
    this.#db = db;
    this.#columns = columnsByTable(db);
    const grown = APPEND_ONLY.filter((table) => this.#columns.has(table));
    this.#highest = new Map(
      grown.map((table) => [
        table,
        db.prepare<[], number | null>(`SELECT max(id) FROM "${table}"`).pluck(),
      ]),
    );
    const note = (table: string, step: 1 | -1, text: string) => {
      this.#rowsWritten += 1;
      const change = this.#changes.get(table) ?? { rows: 0, sum: 0n };
      const sum = rowSum(text);
      this.#changes.set(table, {
        rows: change.rows + step,
        sum: step === 1 ? change.sum + sum : change.sum - sum,
      });
      return null;
    };
    db.function('wy_row_in', { directOnly: false }, (table, text) =>
      note(table as string, 1, text as string),
    );
    db.function('wy_row_out', { directOnly: false }, (table, text) =>
      note(table as string, -1, text as string),
    );
    const changing = [...this.#columns].filter(([table]) => !this.#highest.has(table));
    const triggers = changing.map(([table, columns]) => {
      const taken = `SELECT wy_row_out('${table}', ${rowText(columns, 'OLD.')});`;
      const added = `SELECT wy_row_in('${table}', ${rowText(columns, 'NEW.')});`;
      return `
        CREATE TEMP TRIGGER "watch_${table}_in" AFTER INSERT ON main."${table}" BEGIN ${added} END;
        CREATE TEMP TRIGGER "watch_${table}_out" AFTER DELETE ON main."${table}" BEGIN ${taken} END;
        CREATE TEMP TRIGGER "watch_${table}_both" AFTER UPDATE ON main."${table}"
          BEGIN ${taken} ${added} END;`;
    });
    db.exec(triggers.join(''));
  }

  /** A transaction begins: what the append-only tables hold now is not of its making. */
  open(): void {
    for (const table of this.#highest.keys()) this.#provenTo.set(table, this.#highestOf(table));
  }

  #highestOf(table: string): number {
    return this.#highest.get(table)?.get() ?? 0;
  }

  /** To go back to when a savepoint is rolled back. */
  mark(): Mark {
    return {
      changes: new Map(this.#changes),
      rowsWritten: this.#rowsWritten,
      provenTo: new Map(this.#provenTo),
    };
  }

  rewind({ changes, rowsWritten, provenTo }: Mark): void {
    this.#changes = new Map(changes);
    this.#rowsWritten = rowsWritten;
    this.#provenTo = new Map(provenTo);
  }

  /** Counts every row in and out since the watch began, whatever line they have gone into. */
  get rowsWritten(): number {
    return [...this.#highest.keys()].reduce(
      (total, table) => total + this.#highestOf(table),
      this.#rowsWritten,
    );
  }

  /** The new digests of the tables touched since the last call, on top of what they were. */
  settle(before: (table: string) => TableDigest): Record<string, TableDigest> {
    for (const table of this.#highest.keys()) this.#addGrown(table);
    const digests: Record<string, TableDigest> = {};
    for (const [table, change] of [...this.#changes].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const old = before(table);
      const sum = (BigInt(`0x${old.sum}`) + change.sum) & MODULUS_MASK;
      digests[table] = { rows: old.rows + change.rows, sum: sum.toString(16) };
    }
    this.#changes = new Map();
    return digests;
  }

  /** What an append-only table has got since: its begun block is hashed anew, with the new ones. */
  #addGrown(table: string): void {
    const from = this.#provenTo.get(table) ?? 0;
    const to = this.#highestOf(table);
    if (to === from) return;
    const columns = this.#columns.get(table) ?? [];
    const isBegun = ((from + 1) & ((1 << BLOCK_BITS) - 1)) !== 0;
    const begun = isBegun ? blocksSum(this.#db, table, columns, from - 1, from) : 0n;
    const sum = blocksSum(this.#db, table, columns, from, to) - begun;
    this.#changes.set(table, { rows: to - from, sum });
    this.#provenTo.set(table, to);
  }
}
