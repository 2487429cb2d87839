import type { Database } from 'better-sqlite3';
import { migrations as allMigrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { openSqlite } from './sqlite.ts';

/** Tables, indexes, triggers and views that are not as the migrations made them. */
export interface SchemaFaults {
  missing: string[];
  added: string[];
  changed: string[];
}

/** Compares the schema of a ledger with a new one of the same version. */
export function schemaFaults(
  db: Database,
  migrations: readonly Migration[] = allMigrations,
): SchemaFaults {
  const version = db.pragma('user_version', { simple: true }) as number;
  const fresh = openSqlite(':memory:');
  try {
    for (const { sql } of migrations.slice(0, version)) fresh.exec(sql);
    const should = partsOf(fresh);
    const are = partsOf(db);
    return {
      missing: [...should.keys()].filter((name) => !are.has(name)),
      added: [...are.keys()].filter((name) => !should.has(name)),
      changed: [...should].flatMap(([name, sql]) =>
        are.has(name) && are.get(name) !== sql ? [name] : [],
      ),
    };
  } finally {
    fresh.close();
  }
}

function partsOf(db: Database): Map<string, string | null> {
  const parts = db
    .prepare<[], { name: string; sql: string | null }>(
      `SELECT type || ' ' || name AS name, sql FROM sqlite_schema
       WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY 1`,
    )
    .all();
  return new Map(parts.map(({ name, sql }) => [name, sql]));
}
