import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { checkBooks, type GoneBook } from '../books/checking.ts';
import { readBooksSource } from '../books/load.ts';
import { databaseFiles } from '../ledger/files.ts';
import { dayOf } from '../lib/moment.ts';
import { list, type Words, w } from '../lib/words.ts';
import { checkPolicy } from '../policy/service.ts';
import { fine, NOT_CHECKED, some, type Verdict, wrong } from './finding.ts';
import type { Patient } from './patient.ts';

const OTHERS = 0o077;
const OTHERS_MAY_WRITE = 0o022;

/** Personal data belong to one user; nobody else may put another file in their place. */
export function checkPermissions({ home, desk }: Patient): Verdict {
  if (!existsSync(home.dir)) {
    return wrong(
      w(`没有目录 ${home.dir}`, `there is no folder ${home.dir}`),
      w('新建：wy init；或用 --home 指明', 'Make one with wy init, or name yours with --home'),
    );
  }
  if (desk.host.platform === 'win32') return fine(w('由系统管理', 'left to the system'));
  const folders = [home.attachmentsDir, home.printedDir];
  const secret = [...databaseFiles(home.ledgerFile), ...copiesIn(home.backupsDir), ...folders];
  const guarded = [home.dir, home.backupsDir, home.policyFile, home.booksFile];
  const open = [
    ...secret.filter((file) => allows(file, OTHERS)),
    ...guarded.filter((file) => allows(file, OTHERS_MAY_WRITE)),
  ];
  if (open.length === 0) return fine(w('只有本人能读写', 'only their owner may read and write'));
  const names = open.map((file) => path.relative(home.dir, file) || '.');
  return wrong(
    w(`别人也能读写：${some(names)}`, `others may read or write: ${some(names)}`),
    w(`在 ${home.dir} 里运行 chmod -R go= .`, `Run chmod -R go= . in ${home.dir}`),
  );
}

/** Also those of before an upgrade or a restore. */
const copiesIn = (dir: string): string[] =>
  existsSync(dir)
    ? readdirSync(dir)
        .filter((name) => /\.db(-wal|-shm)?$/.test(name))
        .map((name) => path.join(dir, name))
    : [];

const allows = (file: string, bits: number): boolean =>
  ((statSync(file, { throwIfNoEntry: false })?.mode ?? 0) & bits) !== 0;

/** Its own mistakes; what entries hold against it, too. */
export async function checkBooksFile({ home, desk }: Patient): Promise<Verdict> {
  if (!existsSync(home.dir)) return NOT_CHECKED;
  const policy = await desk.policy().catch(() => undefined);
  const source = readBooksSource(home.booksFile);
  const { ledgerFile } = home;
  const { mistakes, gone } = await checkBooks(source, { ledgerFile, policy });
  if (mistakes.length === 0) return fine(withGone(w('没有错误', 'no mistakes'), gone));
  return wrong(
    w(`${mistakes.length} 处错误`, `mistakes: ${mistakes.length}`),
    w('逐条查看：wy book check', 'See wy book check'),
  );
}

/** Says which books were given up, and what is left of them. */
function withGone(words: Words, gone: readonly GoneBook[]): Words {
  if (gone.length === 0) return words;
  const all = list(
    gone.map(({ book, entries, open }) =>
      w(`${book} ${entries} 条（未结 ${open}）`, `${book} ${entries} (open: ${open})`),
    ),
  );
  return w(
    `${words.zh}；已删去而有登记的：${all.zh}`,
    `${words.en}; gone, with entries: ${all.en}`,
  );
}

export async function checkPolicyFile(patient: Patient): Promise<Verdict> {
  const { zone } = await patient.site();
  const { mistakes, warnings } = await checkPolicy(
    patient.home.policyFile,
    dayOf(patient.now, zone),
  );
  if (mistakes.length > 0) {
    return wrong(
      w(`${mistakes.length} 处错误`, `mistakes: ${mistakes.length}`),
      w('逐条查看：wy policy check', 'See wy policy check'),
    );
  }
  if (warnings.length === 0) return fine(w('没有错误', 'no mistakes'));
  return fine(
    w(`没有错误，有 ${warnings.length} 条提醒`, `no mistakes, reminders: ${warnings.length}`),
    w('查看：wy policy check', 'See wy policy check'),
  );
}
