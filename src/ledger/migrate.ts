import type { Database } from 'better-sqlite3';
import type { Moment } from '../lib/moment.ts';
import type { Migration } from './migrations/migration.ts';

/** Runs the migrations a schema lacks, each with its record; the caller holds the transaction. */
export function migrate(db: Database, migrations: readonly Migration[], at: Moment): void {
  const version = db.pragma('user_version', { simple: true }) as number;
  migrations.slice(version).forEach((migration, index) => {
    db.exec(migration.sql);
    db.prepare('INSERT INTO migrations (version, name, migrated_at) VALUES (?, ?, ?)').run(
      version + index + 1,
      migration.name,
      at,
    );
  });
  db.pragma(`user_version = ${migrations.length}`);
}
