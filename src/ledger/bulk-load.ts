import type { Ledger } from './ledger.ts';

interface Index {
  name: string;
  sql: string;
}

/**
 * Lays the indexes of an empty table aside while it is filled, in the transaction of the caller, and
 * gives what brings them back: built at once over a million rows they cost half of what they cost row
 * by row. Nothing happens where the table holds rows. A rollback brings them back, too.
 */
export function layIndexesAside(ledger: Ledger, table: string): () => void {
  const isEmpty = ledger.db.prepare(`SELECT 1 FROM "${table}" LIMIT 1`).get() === undefined;
  const indexes = isEmpty
    ? ledger
        .prepare<[string], Index>(
          `SELECT name, sql FROM sqlite_schema
           WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL ORDER BY rowid`,
        )
        .all(table)
    : [];
  for (const { name } of indexes) ledger.db.exec(`DROP INDEX "${name}"`);
  return () => {
    for (const { sql } of indexes) ledger.db.exec(sql);
  };
}
