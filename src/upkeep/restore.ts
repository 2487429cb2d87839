import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { Desk } from '../desk.ts';
import { examine } from '../ledger/candidate.ts';
import { sweepParts } from '../ledger/files.ts';
import type { Head } from '../ledger/journal.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { presentOrigin, replaceLedger } from '../ledger/replace.ts';
import { refused } from '../lib/errors.ts';
import { localText } from '../lib/moment.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';
import { findActing } from '../registry/staff.ts';
import { copyAttachments } from './attachments.ts';
import { besideOf, freeName } from './backups.ts';
import { type Site, siteOf, stampOf } from './site.ts';

export interface Restored {
  file: string;
  /** Where the replaced ledger is kept; null where there was none. */
  replaced: string | null;
  /** The line up to which the file went. */
  restored: Head;
  head: Head;
  /** Files of entries that came back from the folder beside it. */
  attachments: number;
}

/**
 * Brings a backup back: checks it first, asks `agreed`, keeps the ledger it replaces. A ledger that
 * is missing, or damaged beyond opening, is no obstacle. Refuses `another_ledger`: a file whose journal
 * began elsewhere than that of the present one.
 */
export async function restore(
  desk: Desk,
  named: string,
  agreed: (question: Words) => Promise<void>,
): Promise<Restored> {
  const { dir, ledgerFile, backupsDir, attachmentsDir } = desk.home;
  const file = path.resolve(named);
  if (
    existsSync(file) &&
    existsSync(ledgerFile) &&
    realpathSync(file) === realpathSync(ledgerFile)
  ) {
    throw itself();
  }
  mkdirSync(backupsDir, { recursive: true, mode: 0o700 });
  sweepParts(dir);
  const site = await siteOf(desk);
  const candidate = await examine(file, ledgerFile);
  try {
    const present = presentOrigin(ledgerFile);
    if (present !== undefined && present !== candidate.origin) throw anotherLedger(named);
    const { head, recordedAt } = candidate;
    const until = recordedAt ? localText(recordedAt, site.zone) : '—';
    await agreed(
      w(
        `用这个备份（记到 ${until}，日志 ${head.seq} 行）替换现在的台账？`,
        `Replace the present ledger with this backup (up to ${until}, ${head.seq} journal lines)?`,
      ),
    );
    desk.closeLedger();
    const now = desk.recordedAt();
    const keepAs = freeName(backupsDir, `replaced-${stampOf(now, site.zone)}`);
    const restored = await replaceLedger(candidate, {
      file: ledgerFile,
      keepAs,
      recordedAt: now,
      operatorId: (ledger) => actingIn(ledger, desk, site),
    });
    const attachments = copyAttachments(besideOf(file), attachmentsDir);
    const replaced = existsSync(keepAs) ? keepAs : null;
    return { file, replaced, restored: head, head: restored, attachments };
  } finally {
    candidate.discard();
  }
}

/** Whoever acts may be unknown to an older ledger: the restore is recorded all the same. */
function actingIn(ledger: Ledger, desk: Desk, site: Site): number | null {
  const named = desk.operatorName(site);
  return (named && findActing(ledger, named)?.id) || null;
}

const anotherLedger = (named: string) =>
  refused(
    'another_ledger',
    w(
      '这是另一处的台账，不是现在这本的备份。',
      'This is the ledger of another site, no backup of the present one.',
    ),
    w(
      `请给它单独的目录：wy --home 目录 restore ${named}`,
      `Give it a home of its own: wy --home DIR restore ${named}`,
    ),
  );

const itself = () =>
  refused(
    'restore_itself',
    w('这就是现在的台账。', 'This is the present ledger itself.'),
    w('备份在台账目录的 backups 里。', 'Backups lie in the folder backups of the home.'),
  );
