import { chmodSync, existsSync } from 'node:fs';
import type { Moment } from '../lib/moment.ts';
import { copyAsItIs, transferPages } from './backup.ts';
import type { Candidate } from './candidate.ts';
import { explainSqlite, isDamage, ledgerBusy, sqliteMessage } from './explain.ts';
import { databaseFiles, moveFile, placeNew, removeDatabase } from './files.ts';
import { type Head, hashAt, head, writeLine } from './journal.ts';
import { Ledger } from './ledger.ts';
import { openToLook } from './look.ts';
import { upgrade } from './upgrade.ts';
import { type Replacement, readReplacements } from './verify.ts';
import { APPLICATION_ID } from './version.ts';

/** What a ledger was that is about to be replaced; null where it cannot be read. */
interface Replaced {
  head: Head | null;
  earlier: readonly Replacement[];
}

const UNREADABLE: Replaced = { head: null, earlier: [] };

export interface Restoring {
  /** The ledger that is replaced, which may be damaged or missing. */
  file: string;
  /** Where it is kept. */
  keepAs: string;
  recordedAt: Moment;
  /** Who acts, as the restored ledger knows them. */
  operatorId(restored: Ledger): number | null;
}

/**
 * Puts a candidate in the place of a ledger. The journal of the restored one says what it replaced;
 * the replaced one is kept. Refuses `ledger_busy` when another process writes meanwhile; all or
 * nothing, also when it is killed.
 */
export async function replaceLedger(candidate: Candidate, restoring: Restoring): Promise<Head> {
  const { file, keepAs } = restoring;
  const present = openPresent(file);
  try {
    const versionOfData = present && dataVersion(present);
    const replaced = present ? readReplaced(present) : UNREADABLE;
    const restored = await finish(candidate, restoring, replaced);
    const isOverwritten =
      present &&
      (await overwrite(present, candidate.part, keepAs, () => {
        if (dataVersion(present) !== versionOfData) throw ledgerBusy();
      }));
    if (!isOverwritten) {
      present?.close();
      setAside(file, keepAs);
      placeNew(candidate.part, file);
    }
    return restored;
  } finally {
    present?.close();
  }
}

/** The ledger that is there; undefined where there is none, or something that only looks like it. */
function openPresent(file: string): Ledger | undefined {
  if (!existsSync(file)) return undefined;
  let ledger: Ledger | undefined;
  try {
    ledger = new Ledger(file);
    if (ledger.applicationId === APPLICATION_ID) {
      ledger.db.pragma('journal_mode = WAL');
      return ledger;
    }
  } catch (error) {
    if (!isDamage(error)) throw error;
  }
  ledger?.close();
  return undefined;
}

/**
 * The hash of line 1 of the ledger that is there, which is only read; undefined where there is none,
 * or none that can be read.
 */
export function presentOrigin(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  let ledger: Ledger | undefined;
  try {
    ledger = openToLook(file);
    return ledger.applicationId === APPLICATION_ID ? hashAt(ledger, 1) : undefined;
  } catch (error) {
    const isBroken = isDamage(error) || (sqliteMessage(error) && !explainSqlite(error));
    if (!isBroken) throw error;
    return undefined;
  } finally {
    ledger?.close();
  }
}

/** Changes whenever another connection has committed. */
const dataVersion = (ledger: Ledger): number =>
  ledger.db.pragma('data_version', { simple: true }) as number;

function readReplaced(present: Ledger): Replaced {
  try {
    return { head: head(present), earlier: readReplacements(present.db) };
  } catch (error) {
    if (!(explainSqlite(error) || sqliteMessage(error))) throw error;
    return UNREADABLE;
  }
}

/** Brings the copy to this wy's schema and writes the line that says what it replaces. */
async function finish(
  candidate: Candidate,
  { recordedAt, operatorId }: Restoring,
  replaced: Replaced,
): Promise<Head> {
  const ledger = new Ledger(candidate.part);
  try {
    ledger.db.pragma('journal_mode = WAL');
    await upgrade(ledger, { recordedAt, backUp: false });
    const known = new Set(
      readReplacements(ledger.db).map(({ seq, recordedAt: at }) => `${seq} ${at}`),
    );
    const earlier = replaced.earlier.filter((it) => !known.has(`${it.seq} ${it.recordedAt}`));
    ledger.write(() => {
      const line = {
        happenedAt: recordedAt,
        recordedAt,
        operatorId: operatorId(ledger),
        action: 'ledger.restore',
        subject: null,
        changes: {
          replacedSeq: replaced.head?.seq ?? null,
          replacedHash: replaced.head?.hash ?? null,
          restoredSeq: candidate.head.seq,
          restoredHash: candidate.head.hash,
          // Ledgers that only the replaced one knew of, so that their backups stay explained.
          ...(earlier.length > 0 && { earlier }),
        },
      };
      writeLine(ledger, line, {});
    });
    return head(ledger);
  } finally {
    ledger.close();
  }
}

/** Moves away what cannot be read as it is, and what lies beside it: a stray WAL would be replayed. */
function setAside(file: string, keepAs: string): void {
  for (const each of databaseFiles(file)) {
    const kept = keepAs + each.slice(file.length);
    moveFile(each, kept);
    chmodSync(kept, 0o600);
  }
}

/**
 * Keeps a copy of the present ledger, then overwrites it in one transaction of SQLite's online
 * backup: a process that has it open goes on with the new content, where a renamed file would leave
 * it writing into the old one. False, and nothing done, where the present one is too damaged.
 */
async function overwrite(
  present: Ledger,
  part: string,
  keepAs: string,
  onceLocked: () => void,
): Promise<boolean> {
  const from = new Ledger(part, { readonly: true });
  try {
    await copyAsItIs(present, keepAs);
    await transferPages(from.db, present.file, onceLocked);
    // The transaction is in the WAL, not yet on the disk for sure; this sees to it.
    present.db.pragma('wal_checkpoint(PASSIVE)');
    return true;
  } catch (error) {
    removeDatabase(keepAs);
    if (isDamage(error)) return false;
    throw error;
  } finally {
    from.close();
  }
}
