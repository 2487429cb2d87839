import { hash } from 'node:crypto';
import type { Database } from 'better-sqlite3';

/** Number of rows and the sum of their SHA-256, modulo 2²⁵⁶, as hexadecimal: order does not matter. */
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
}

const MODULUS_MASK = (1n << 256n) - 1n;

/** Tables that prove the others and so cannot be proven by the same sum. */
const UNWATCHED = new Set(['journal', 'digests']);

export const EMPTY_DIGEST: TableDigest = { rows: 0, sum: '0' };

/** The columns of every watched table, in one query: a cold command waits for it. */
function columnsByTable(db: Database): Map<string, string[]> {
  const rows = db
    .prepare<[], { table: string; column: string }>(
      `SELECT s.name AS "table", c.name AS "column"
       FROM sqlite_schema AS s, pragma_table_info(s.name) AS c
       WHERE s.type = 'table' AND s.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
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
  let rows = 0;
  let sum = 0n;
  const texts = db.prepare<[], string>(`SELECT ${rowText(columns)} FROM "${table}"`).pluck();
  for (const text of texts.iterate()) {
    rows += 1;
    sum += rowSum(text);
  }
  return { rows, sum: (sum & MODULUS_MASK).toString(16) };
}

/**
 * Notes every row written through this connection, of any table, by temporary triggers made from
 * the schema, so that no store has to remember it.
 */
export class RowWatch {
  #changes = new Map<string, Change>();
  #rowsWritten = 0;

  constructor(db: Database) {
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
    const triggers = [...columnsByTable(db)].map(([table, columns]) => {
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

  /** To go back to when a savepoint is rolled back. */
  mark(): Mark {
    return { changes: new Map(this.#changes), rowsWritten: this.#rowsWritten };
  }

  rewind({ changes, rowsWritten }: Mark): void {
    this.#changes = new Map(changes);
    this.#rowsWritten = rowsWritten;
  }

  /** Counts every row in and out since the watch began, whatever line they have gone into. */
  get rowsWritten(): number {
    return this.#rowsWritten;
  }

  /** The new digests of the tables touched since the last call, on top of what they were. */
  settle(before: (table: string) => TableDigest): Record<string, TableDigest> {
    const digests: Record<string, TableDigest> = {};
    for (const [table, change] of [...this.#changes].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const old = before(table);
      const sum = (BigInt(`0x${old.sum}`) + change.sum) & MODULUS_MASK;
      digests[table] = { rows: old.rows + change.rows, sum: sum.toString(16) };
    }
    this.#changes = new Map();
    return digests;
  }
}
