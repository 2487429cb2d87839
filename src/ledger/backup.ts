import { statSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { unusable } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import { ledgerBusy } from './explain.ts';
import { makePart, placeNew, removeDatabase } from './files.ts';
import { type Head, hashAt, head } from './journal.ts';
import { Ledger, requireOwn } from './ledger.ts';
import { integrityFaults } from './verify.ts';

export interface Copy {
  bytes: number;
  head: Head;
}

/**
 * Copies a ledger, which may be in use, into a new file that only its owner can read. The copy gets
 * its name once it was opened and found whole; `file_exists` where the name is taken.
 */
export function copyLedger(from: Ledger, file: string): Promise<Copy> {
  const atLeast = head(from);
  return makeCopy(from, file, (part) => checkCopy(part, atLeast));
}

/** The same of a ledger that may be damaged inside: copied as it is, nothing is checked. */
export const copyAsItIs = (from: Ledger, file: string): Promise<void> =>
  makeCopy(from, file, () => {});

async function makeCopy<T>(from: Ledger, file: string, check: (part: string) => T): Promise<T> {
  const part = makePart(file);
  try {
    await transferPages(from.db, part);
    const checked = check(part);
    placeNew(part, file);
    return checked;
  } finally {
    removeDatabase(part);
  }
}

function checkCopy(part: string, atLeast: Head): Copy {
  const copy = new Ledger(part);
  try {
    // One file that can be read from a write-protected disk, too: a WAL would need companions.
    copy.db.pragma('journal_mode = DELETE');
    requireOwn(copy);
    if (!contains(copy, atLeast) || integrityFaults(copy.db).length > 0) throw notWhole();
    return { bytes: statSync(part).size, head: head(copy) };
  } finally {
    copy.close();
  }
}

const contains = (copy: Ledger, { seq, hash }: Head): boolean =>
  seq === 0 || hashAt(copy, seq) === hash;

const notWhole = () =>
  unusable(
    'ledger_damaged',
    w('台账已损坏，没有留下备份。', 'The ledger is damaged; no backup was kept of it.'),
    w(
      '请运行 wy doctor 查看，用 wy restore FILE 恢复最近的备份。',
      'Run wy doctor, then bring back the newest backup with wy restore FILE.',
    ),
  );

const ALL_PAGES = 0x7fff_ffff;
const MOST_STEPS = 100;

/**
 * SQLite's online backup, in one step so that no other writer makes it start again. Into a database
 * that is there it is one transaction: all or nothing, and `onceLocked` runs when no other process
 * can write to it any more.
 */
export async function transferPages(
  from: Database,
  file: string,
  onceLocked: () => void = () => {},
): Promise<void> {
  let steps = 0;
  const { totalPages } = await from.backup(file, {
    progress: () => {
      if (steps === 0) onceLocked();
      steps += 1;
      if (steps > MOST_STEPS) throw ledgerBusy();
      return ALL_PAGES;
    },
  });
  // A target that is locked by somebody else is reported as a backup of nothing.
  if (totalPages === 0) throw ledgerBusy();
}
