import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Ctx } from '../context.ts';
import type { Desk } from '../desk.ts';
import { explainSqlite } from '../ledger/explain.ts';
import { makePart, sweepParts } from '../ledger/files.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { openToLook } from '../ledger/look.ts';
import { refused, WyError } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import { backUp } from '../upkeep/backup.ts';
import { datedBackups } from '../upkeep/backups.ts';

export interface Saved {
  /** Without its folder. */
  name: string;
  /** False where the newest backup holds it all already. */
  isNew: boolean;
  /** How many older ones made room. */
  removed: number;
}

/**
 * A backup, unless one holds all but what sending noted since: the policy keeps so many copies, and a
 * day that is run twice must not push an older day out.
 */
export async function saveLedger(desk: Desk, ctx: Ctx | undefined): Promise<Saved> {
  const last = ctx && lastChange(ctx.ledger);
  const same = last && datedBackups(desk.home.backupsDir).find((file) => holds(file, last));
  if (same !== undefined) return { name: path.basename(same), isNew: false, removed: 0 };
  const { file, removed } = await backUp(desk, undefined);
  return { name: path.basename(file), isNew: true, removed: removed.length };
}

interface Change {
  seq: number;
  hash: string;
}

/** The last that anything but the outbox wrote. */
const lastChange = (ledger: Ledger): Change | undefined =>
  ledger
    .prepare<[], Change>(
      `SELECT seq, hash FROM journal WHERE action NOT LIKE 'outbox.%' ORDER BY seq DESC LIMIT 1`,
    )
    .get();

/** By its journal, not by its name: a clock may have been set back. A file that cannot be read holds nothing. */
function holds(file: string, { seq, hash }: Change): boolean {
  let ledger: Ledger | undefined;
  try {
    ledger = openToLook(file);
    const found = 'SELECT 1 FROM journal WHERE seq = ? AND hash = ?';
    return ledger.prepare<[number, string]>(found).get(seq, hash) !== undefined;
  } catch (error) {
    if (explainSqlite(error) || error instanceof WyError) return false;
    throw error;
  } finally {
    ledger?.close();
  }
}

/**
 * Into the home's folder of reports; a later one of the same day takes its place in one step. Refuses
 * `not_written`.
 */
export function saveReport(dir: string, name: string, page: string): string {
  const file = path.join(dir, name);
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    sweepParts(dir);
    const part = makePart(file);
    try {
      writeFileSync(part, page);
      renameSync(part, file);
    } finally {
      rmSync(part, { force: true });
    }
    return file;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw notWritten(file, String(error.code));
  }
}

const notWritten = (file: string, code: string) =>
  refused(
    'not_written',
    w(`写不了文件 ${file}（${code}）。`, `Cannot write the file ${file} (${code}).`),
  );
