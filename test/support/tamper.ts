import Database from 'better-sqlite3';

/** Another program at the ledger: no trigger, no constraint and no journal in its way. */
export function tamper<T>(file: string, work: (db: Database.Database) => T): T {
  const db = new Database(file);
  try {
    db.pragma('foreign_keys = OFF');
    db.pragma('ignore_check_constraints = ON');
    return work(db);
  } finally {
    db.close();
  }
}

/** Runs SQL in a ledger whose journal no longer refuses it; the triggers are back afterwards. */
export function rewrite(file: string, sql: string): void {
  tamper(file, (db) => {
    const triggers = disarm(db);
    db.exec(sql);
    for (const trigger of triggers) db.exec(trigger);
  });
}

/** Takes away the triggers that refuse a change; returns their SQL. */
export function disarm(db: Database.Database): string[] {
  const triggers = db
    .prepare<[], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'",
    )
    .all();
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
  return triggers.map(({ sql }) => sql);
}

/** But for the search index, which is made of the others and proves nothing. */
export const tablesOf = (file: string): string[] =>
  tamper(file, (db) =>
    db
      .prepare<[], string>(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name <> 'sqlite_schema'",
      )
      .pluck()
      .all(),
  );

export interface Column {
  name: string;
  type: string;
  pk: number;
}

export const columnsOf = (file: string, table: string): Column[] =>
  tamper(file, (db) =>
    db.prepare<[string], Column>('SELECT name, type, pk FROM pragma_table_info(?)').all(table),
  );
