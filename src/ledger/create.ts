import type { Moment } from '../lib/moment.ts';
import { digestAll } from './digest.ts';
import { makePart, placeNew, removeDatabase } from './files.ts';
import { writeLine } from './journal.ts';
import { Ledger, prepareToWrite } from './ledger.ts';
import { migrate } from './migrate.ts';
import { migrations as allMigrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { APPLICATION_ID } from './version.ts';

export interface NewLedger {
  recordedAt: Moment;
  migrations?: readonly Migration[];
}

/**
 * Makes a new ledger file that only its owner can read; under another name first, so that an
 * interrupted run leaves none. Refuses `file_exists`.
 */
export function createLedger(file: string, made: NewLedger): void {
  const part = makePart(file);
  try {
    const ledger = new Ledger(part);
    try {
      layOut(ledger, made);
    } finally {
      ledger.close();
    }
    placeNew(part, file);
  } finally {
    removeDatabase(part);
  }
}

/** Turns an empty database into a ledger, its first journal line included. */
export function layOut(
  ledger: Ledger,
  { recordedAt, migrations = allMigrations }: NewLedger,
): void {
  const { db } = ledger;
  db.pragma('journal_mode = WAL');
  prepareToWrite(db);
  db.transaction(() => {
    db.pragma(`application_id = ${APPLICATION_ID}`);
    migrate(db, migrations, recordedAt);
    const line = {
      happenedAt: recordedAt,
      recordedAt,
      operatorId: null,
      action: 'ledger.create',
      subject: null,
      changes: { version: migrations.length },
    };
    writeLine(ledger, line, digestAll(db));
  }).immediate();
}
