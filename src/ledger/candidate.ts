import { existsSync, statSync } from 'node:fs';
import type { WyError } from '../lib/errors.ts';
import { misused, unusable } from '../lib/errors.ts';
import type { Moment } from '../lib/moment.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';
import { transferPages } from './backup.ts';
import { isDamage } from './explain.ts';
import { fillFrom, makePart, removeDatabase } from './files.ts';
import { type Head, hashAt } from './journal.ts';
import { Ledger, requireOwn } from './ledger.ts';
import { openToLook } from './look.ts';
import { differences, foreignKeyFaults, integrityFaults, readChain } from './verify.ts';

type Found = Pick<Candidate, 'head' | 'origin' | 'recordedAt'>;

/** A private copy of a file that was found to be a whole ledger. */
export class Candidate {
  readonly part: string;
  readonly head: Head;
  /** The hash of line 1: what it shares with all ledgers of the same origin. */
  readonly origin: string;
  readonly recordedAt: Moment | null;

  constructor(part: string, found: Found) {
    this.part = part;
    this.head = found.head;
    this.origin = found.origin;
    this.recordedAt = found.recordedAt;
  }

  discard(): void {
    removeDatabase(this.part);
  }
}

/**
 * Copies a file that is to become the ledger of `file` and checks the copy: a ledger of this wy or
 * an older one, whole, its chain unbroken and every table as the chain says. Refuses `no_file`, and
 * what is unusable; changes nothing.
 */
export async function examine(source: string, file: string): Promise<Candidate> {
  if (!statSync(source, { throwIfNoEntry: false })?.isFile()) throw noFile(source);
  const part = makePart(file);
  try {
    await copyIn(source, part);
    const ledger = new Ledger(part);
    try {
      // The check must not read pages of a WAL that is not part of the file.
      ledger.db.pragma('journal_mode = DELETE');
      return new Candidate(part, requireSound(ledger));
    } finally {
      ledger.close();
    }
  } catch (error) {
    removeDatabase(part);
    throw asBroken(error);
  }
}

/** A file that is in use is read through SQLite; any other may lie on a write-protected disk. */
async function copyIn(source: string, part: string): Promise<void> {
  if (!existsSync(`${source}-wal`)) {
    fillFrom(source, part);
    return;
  }
  const from = openToLook(source);
  try {
    await transferPages(from.db, part);
  } finally {
    from.close();
  }
}

function requireSound(ledger: Ledger): Found {
  requireOwn(ledger);
  const { db } = ledger;
  if (integrityFaults(db).length > 0 || foreignKeyFaults(db).length > 0) throw broken(DAMAGED);
  const chain = readChain(db);
  if (chain.brokenAt !== null || chain.head.seq === 0) throw broken(REWRITTEN);
  const different = differences(db, chain).map((each) => each.table);
  if (different.length > 0) throw broken(edited(different));
  return { ...chain, origin: hashAt(ledger, 1) ?? '' };
}

const DAMAGED = w('文件已损坏', 'the file is damaged');
const REWRITTEN = w('变更日志被改动过', 'its journal was changed');
const edited = (tables: readonly string[]) =>
  w(
    `有表被绕过 wy 改动过：${tables.join('、')}`,
    `tables were changed behind wy's back: ${tables.join(', ')}`,
  );

const broken = (why: Words) =>
  unusable(
    'backup_broken',
    w(`这个备份不能恢复：${why.zh}。`, `This backup cannot be brought back: ${why.en}.`),
    w('台账没有被改动；请换一个备份。', 'The ledger was not touched; choose another backup.'),
  );

const asBroken = (error: unknown): unknown => (isDamage(error) ? broken(DAMAGED) : error);

const noFile = (source: string): WyError =>
  misused(
    'no_file',
    w(`没有文件 ${source}。`, `There is no file ${source}.`),
    w('备份在台账目录的 backups 里。', 'Backups lie in the folder backups of the home.'),
  );
