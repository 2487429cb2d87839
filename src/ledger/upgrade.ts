import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Database } from 'better-sqlite3';
import { unusable } from '../lib/errors.ts';
import type { Moment } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import { copyLedger } from './backup.ts';
import { digestAll } from './digest.ts';
import { writeLine } from './journal.ts';
import type { Ledger } from './ledger.ts';
import { prepareToWrite } from './ledger.ts';
import { openToLook } from './look.ts';
import { migrate } from './migrate.ts';
import { migrations as allMigrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { differences, foreignKeyFaults, readChain } from './verify.ts';

export interface Upgrading {
  recordedAt: Moment;
  migrations?: readonly Migration[];
  /** False where the ledger is itself a copy. */
  backUp?: boolean;
}

/**
 * Brings an older ledger to this wy's schema: backs it up into the folder of backups beside it, then
 * runs the missing migrations and their records in one transaction. Tables that were changed behind
 * wy's back stand in the journal line, since their digests begin anew here.
 */
export async function upgrade(ledger: Ledger, upgrading: Upgrading): Promise<void> {
  const { recordedAt, migrations = allMigrations, backUp = true } = upgrading;
  const { db } = ledger;
  prepareToWrite(db);
  // Only outside a transaction; a migration may have to make a table anew.
  db.pragma('foreign_keys = OFF');
  try {
    db.exec('BEGIN IMMEDIATE');
    const from = ledger.version;
    // Another process may have been quicker while this one waited for the lock.
    if (from < migrations.length) {
      if (backUp) await backUpBeside(ledger, from, recordedAt);
      const unproven = differences(db, readChain(db)).map((each) => each.table);
      carryOut(db, migrations, recordedAt);
      db.exec('DELETE FROM digests');
      writeLine(
        ledger,
        {
          happenedAt: recordedAt,
          recordedAt,
          operatorId: null,
          action: 'ledger.upgrade',
          subject: null,
          changes: { from, to: migrations.length, unproven },
        },
        digestAll(db),
      );
    }
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  } finally {
    db.pragma('foreign_keys = ON');
  }
}

function carryOut(db: Database, migrations: readonly Migration[], recordedAt: Moment): void {
  const faultsBefore = foreignKeyFaults(db);
  migrate(db, migrations, recordedAt);
  const faults = foreignKeyFaults(db);
  if (sum(faults) <= sum(faultsBefore)) return;
  throw unusable(
    'upgrade_failed',
    w('台账无法升级到新的结构。', 'The ledger cannot be brought to the new schema.'),
    w(
      `台账没有被改动；请用原来的 wy，并报告这个问题。表：${names(faults)}`,
      `It was not touched; go on with the wy you had, and report this. Tables: ${names(faults)}`,
    ),
  );
}

const sum = (faults: readonly { rows: number }[]) =>
  faults.reduce((total, { rows }) => total + rows, 0);

const names = (faults: readonly { table: string }[]) => faults.map(({ table }) => table).join(', ');

/** Reads through a second connection, since this one holds the lock. */
async function backUpBeside(ledger: Ledger, version: number, recordedAt: Moment): Promise<void> {
  const dir = path.join(path.dirname(ledger.file), 'backups');
  if (!existsSync(dir)) return;
  const stamp = recordedAt.replace(/[-:Z]/g, '').replace('T', '-');
  const stem = path.join(dir, `before-upgrade-v${version}-${stamp}`);
  const file = existsSync(`${stem}.db`) ? `${stem}-${process.pid}.db` : `${stem}.db`;
  const reader = openToLook(ledger.file);
  try {
    await copyLedger(reader, file);
  } finally {
    reader.close();
  }
}
