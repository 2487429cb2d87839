import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Ctx } from '../context.ts';
import type { Desk } from '../desk.ts';
import { makePart, sweepParts } from '../ledger/files.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { refused } from '../lib/errors.ts';
import type { Moment } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import { backUp } from '../upkeep/backup.ts';
import { datedBackups } from '../upkeep/backups.ts';
import { stampOf } from '../upkeep/site.ts';

export interface Saved {
  /** Without its folder. */
  name: string;
  /** False where the newest backup holds it all already. */
  isNew: boolean;
  /** How many older ones made room. */
  removed: number;
}

/**
 * A backup, unless the newest one holds all but what sending noted since: the policy keeps so many
 * copies, and a day that is run twice must not push an older day out.
 */
export async function saveLedger(desk: Desk, ctx: Ctx | undefined): Promise<Saved> {
  const [newest] = datedBackups(desk.home.backupsDir);
  const lastAt = ctx && lastChangeAt(ctx.ledger);
  if (ctx && newest !== undefined && lastAt !== undefined) {
    const name = path.basename(newest);
    if (isCopiedSince(name, stampOf(lastAt, ctx.zone))) return { name, isNew: false, removed: 0 };
  }
  const { file, removed } = await backUp(desk, undefined);
  return { name: path.basename(file), isNew: true, removed: removed.length };
}

/** By the seconds in its name; its own second may have gone on. */
const isCopiedSince = (backupName: string, lastStamp: string): boolean =>
  backupName.slice('ledger-'.length, 'ledger-'.length + lastStamp.length) > lastStamp;

/** When anything but the outbox was last written. */
const lastChangeAt = (ledger: Ledger): Moment | undefined =>
  ledger
    .prepare<[], { at: Moment }>(
      `SELECT recorded_at AS at FROM journal WHERE action NOT LIKE 'outbox.%'
       ORDER BY seq DESC LIMIT 1`,
    )
    .get()?.at;

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
