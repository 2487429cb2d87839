import path from 'node:path';
import { sqliteMessage } from '../ledger/explain.ts';
import { hashAt, head, lastRecordedAt } from '../ledger/journal.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { openToLook } from '../ledger/look.ts';
import { daysBetween } from '../lib/day.ts';
import { dayOf } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import { datedBackups, dayOfBackup } from './backups.ts';
import { fine, some, type Verdict, wrong } from './finding.ts';
import { forkOf, type Kinship, kinshipOf } from './kinship.ts';
import type { Patient } from './patient.ts';

/** Older than this, another one is advised. */
const FRESH_DAYS = 7;

const MAKE_ONE = w(
  '请运行 wy backup，最好每天定时一次',
  'Run wy backup, best once a day by the clock',
);

/** A journal that was cut short has nothing to show it but the backups that go further. */
export async function checkBackups(patient: Patient): Promise<Verdict> {
  // Backups that cannot be compared with the ledger are not known to be well.
  const { ledger, chain } = patient;
  const files = datedBackups(patient.home.backupsDir);
  const [newest] = files;
  if (!newest) return fine(w('还没有备份', 'no backup yet'), MAKE_ONE);

  const relations = files.map((file) => ({ file, is: relationOf(file, { ledger, chain }) }));
  const those = (wanted: string) =>
    relations.filter(({ is }) => is === wanted).map(({ file }) => path.basename(file));
  const [cut, other, unreadable] = [those('cut'), those('other'), those('unreadable')];
  if (cut.length > 0) {
    return wrong(
      w(`日志末尾被截：不如备份 ${some(cut)} 长`, `the journal ends before that of ${some(cut)}`),
      w('查明原因，用它恢复：wy restore FILE', 'Find out why, bring it back: wy restore FILE'),
    );
  }
  if (other.length > 0) {
    return wrong(
      w(`与备份不是同一本日志：${some(other)}`, `another journal than that of ${some(other)}`),
      w(
        '查明哪一本是真的；不属于这里的备份请移走',
        'Find out which one is true; move away what does not belong here',
      ),
    );
  }
  if (unreadable.length > 0) {
    return wrong(
      w(`打不开的备份：${some(unreadable)}`, `backups that cannot be read: ${some(unreadable)}`),
      w('请移走它们，再运行 wy backup', 'Move them away, then run wy backup'),
    );
  }
  const { zone } = await patient.site();
  const days = Math.max(0, daysBetween(dayOfBackup(newest), dayOf(patient.now, zone)));
  return fine(
    w(`${files.length} 份，最近的 ${days} 天前`, `${files.length}, the newest ${days} days old`),
    days > FRESH_DAYS ? MAKE_ONE : null,
  );
}

function relationOf(
  file: string,
  { ledger, chain }: Pick<Patient, 'ledger' | 'chain'>,
): Kinship | 'unreadable' {
  let backup: Ledger | undefined;
  try {
    const opened = openToLook(file);
    backup = opened;
    const last = head(opened);
    return kinshipOf({
      backup: { ...last, recordedAt: lastRecordedAt(opened) ?? '' },
      fork: forkOf(
        Math.min(last.seq, chain.head.seq),
        (seq) => hashAt(ledger, seq),
        (seq) => hashAt(opened, seq),
      ),
      head: chain.head,
      replacements: chain.replacements,
    });
  } catch (error) {
    if (!sqliteMessage(error)) throw error;
    return 'unreadable';
  } finally {
    backup?.close();
  }
}
