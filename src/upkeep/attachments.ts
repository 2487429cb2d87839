import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { attachmentsHeld, conditionOf } from '../entries/attachments.ts';
import { makePart, placeNew } from '../ledger/files.ts';
import { LEDGER_VERSION } from '../ledger/version.ts';
import { refused } from '../lib/errors.ts';
import { plural, w } from '../lib/words.ts';
import { fine, some, type Verdict, wrong } from './finding.ts';
import { AFTER_UPGRADE } from './ledger-checks.ts';
import type { Patient } from './patient.ts';

/** Every file that an entry holds lies beside the ledger, as it was when it was attached. */
export function checkAttachments({ ledger, home }: Patient): Verdict {
  if (ledger.version !== LEDGER_VERSION) return AFTER_UPGRADE;
  const held = attachmentsHeld(ledger);
  if (held.length === 0) return fine(w('没有附件', 'no entry has one'));
  const found = held.map((each) => ({ no: each.no, is: conditionOf(home, each) }));
  const those = (wanted: string) => found.filter(({ is }) => is === wanted).map(({ no }) => no);
  const [missing, changed] = [those('missing'), those('changed')];
  if (missing.length + changed.length === 0) {
    return fine(w(`${held.length} 个，都完好`, `${plural(held.length, 'file')}, all unharmed`));
  }
  const parts = [
    ...(missing.length > 0 ? [w(`缺少：${some(missing)}`, `missing: ${some(missing)}`)] : []),
    ...(changed.length > 0 ? [w(`被改过：${some(changed)}`, `changed: ${some(changed)}`)] : []),
  ];
  return wrong(
    w(parts.map(({ zh }) => zh).join('；'), parts.map(({ en }) => en).join('; ')),
    w(
      '把备份旁边 attachments 里的同名文件拷回来',
      'Copy the file of the same name back from the folder attachments beside a backup',
    ),
  );
}

/** The SHA-256 of its content, and an ending. */
const NAME = /^([0-9a-f]{64})(?:\.[^/\\]*)?$/;

/**
 * Copies the files of entries that another folder has not got, each under its name, and gives how many.
 * What was harmed here is left out, so that it never takes the place of what is whole there.
 */
export function copyAttachments(from: string, to: string): number {
  const names = existsSync(from) ? readdirSync(from).filter((name) => NAME.test(name)) : [];
  const wanted = names.filter((name) => !existsSync(path.join(to, name)));
  if (wanted.length === 0) return 0;
  try {
    mkdirSync(to, { recursive: true, mode: 0o700 });
    return wanted.filter((name) => copyWhole(path.join(from, name), path.join(to, name))).length;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw notCopied(to, String(error.code));
  }
}

function copyWhole(from: string, to: string): boolean {
  const content = readFileSync(from);
  if (hash('sha256', content) !== NAME.exec(path.basename(from))?.[1]) return false;
  const part = makePart(to);
  try {
    writeFileSync(part, content, { flush: true });
    placeNew(part, to);
    return true;
  } finally {
    rmSync(part, { force: true });
  }
}

const notCopied = (to: string, code: string) =>
  refused(
    'attachments_not_copied',
    w(
      `台账已经拷好，附件没能拷到 ${to}（${code}）。`,
      `The ledger is copied, but the attachments could not be copied to ${to} (${code}).`,
    ),
    w('请腾出空间或换一个位置，再做一次。', 'Make room or choose another place, then do it again.'),
  );
