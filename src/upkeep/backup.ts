import { existsSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Desk } from '../desk.ts';
import { type Copy, copyLedger } from '../ledger/backup.ts';
import { fileExists, sweepParts } from '../ledger/files.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { noLedger, requireOwn } from '../ledger/ledger.ts';
import { openToLook } from '../ledger/look.ts';
import { refused, WyError } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import { copyAttachments } from './attachments.ts';
import { besideOf, freeName, rotate } from './backups.ts';
import { siteOf, stampOf } from './site.ts';

export interface Backup extends Copy {
  file: string;
  /** Older backups that made room for it. */
  removed: readonly string[];
  /** Files of entries that the folder `attachments` beside it has got. */
  attachments: number;
}

/**
 * Copies the ledger, which is only read. Without a name: into the home's folder of backups, under the
 * site's date and time, of which the policy says how many are kept. A folder gets a dated copy, too.
 * Files of entries, which never change, are copied once, into a folder beside all backups of a place.
 */
export async function backUp(desk: Desk, named: string | undefined): Promise<Backup> {
  const { ledgerFile, backupsDir, attachmentsDir } = desk.home;
  if (!existsSync(ledgerFile)) throw noLedger();
  const { zone, backup } = await siteOf(desk);
  const stem = `ledger-${stampOf(desk.recordedAt(), zone)}`;
  if (named === undefined) mkdirSync(backupsDir, { recursive: true, mode: 0o700 });
  const { dir, file } = named === undefined ? { dir: backupsDir } : placeOf(named);
  sweepParts(dir);
  const ledger = openToLook(ledgerFile);
  try {
    requireOwn(ledger);
    const copy = file ? await copyTo(ledger, file) : await copyDated(ledger, dir, stem);
    const removed = named === undefined ? rotate(backupsDir, backup.keep, copy.file) : [];
    const attachments = copyAttachments(attachmentsDir, besideOf(copy.file));
    return { ...copy, removed, attachments };
  } finally {
    ledger.close();
  }
}

async function copyTo(ledger: Ledger, file: string): Promise<Copy & { file: string }> {
  return { ...(await copyLedger(ledger, file)), file };
}

/** Another process may take the same second's name meanwhile. */
async function copyDated(ledger: Ledger, dir: string, stem: string) {
  for (;;) {
    try {
      return await copyTo(ledger, freeName(dir, stem));
    } catch (error) {
      if (!(error instanceof WyError && error.code === 'file_exists')) throw error;
    }
  }
}

/** The folder of a backup, and its file where one was named. */
function placeOf(named: string): { dir: string; file?: string } {
  const file = path.resolve(named);
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) return { dir: file };
  if (existsSync(file)) throw fileExists(file);
  const dir = path.dirname(file);
  if (existsSync(dir)) return { dir, file };
  throw refused(
    'no_folder',
    w(`没有目录 ${dir}。`, `There is no folder ${dir}.`),
    w('请先建立目录，或换一个位置。', 'Make it first, or choose another place.'),
  );
}
