import { existsSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { unusable } from '../lib/errors.ts';
import type { Moment } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import { type Mark, RowWatch } from './digest.ts';
import { openSqlite } from './sqlite.ts';
import { APPLICATION_ID, LEDGER_VERSION } from './version.ts';

/** How long a second process waits for the first one's transaction. */
const BUSY_MS = 5_000;

/** An open ledger file: statements by their text, and transactions that nest. */
export class Ledger {
  readonly db: Database.Database;
  readonly file: string;
  readonly #statements = new Map<string, Database.Statement>();
  readonly #frames: Mark[] = [];
  #watch: RowWatch | undefined;

  constructor(file: string, options: { create?: boolean; readonly?: boolean } = {}) {
    this.file = file;
    this.db = openSqlite(file, {
      fileMustExist: !options.create,
      readonly: options.readonly ?? false,
      timeout: BUSY_MS,
    });
  }

  get version(): number {
    return (
      this.prepare<[], { user_version: number }>('PRAGMA user_version').get()?.user_version ?? 0
    );
  }

  get applicationId(): number {
    return this.db.pragma('application_id', { simple: true }) as number;
  }

  /** Notes the rows written; made at the first write, so that reading costs nothing. */
  get watch(): RowWatch {
    if (!this.#watch) {
      prepareToWrite(this.db);
      this.#watch = new RowWatch(this.db);
    }
    return this.#watch;
  }

  /** The prepared statement of this text, made once. Use `.get`, `.all`, `.run`, not `.pluck`. */
  prepare<P extends unknown[] | object = unknown[], R = unknown>(sql: string) {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement as unknown as Database.Statement<P extends unknown[] ? P : [P], R>;
  }

  /** Opens a transaction that takes the write lock at once, or a savepoint inside one. */
  begin(): void {
    const { watch } = this;
    this.db.exec(
      this.#frames.length === 0 ? 'BEGIN IMMEDIATE' : `SAVEPOINT s${this.#frames.length}`,
    );
    if (this.#frames.length === 0) watch.open();
    this.#frames.push(watch.mark());
    if (this.#frames.length > 1 || this.version <= LEDGER_VERSION) return;
    // A newer wy has upgraded the file since this one opened it.
    this.rollback();
    throw newer(this.version);
  }

  commit(): void {
    const depth = this.#frames.length - 1;
    this.db.exec(depth === 0 ? 'COMMIT' : `RELEASE s${depth}`);
    this.#frames.pop();
  }

  rollback(): void {
    const frame = this.#frames.pop();
    if (!frame) return;
    const depth = this.#frames.length;
    // A full disk or an I/O error may have rolled the whole transaction back already.
    if (this.db.inTransaction) {
      this.db.exec(depth === 0 ? 'ROLLBACK' : `ROLLBACK TO s${depth}; RELEASE s${depth}`);
    }
    this.watch.rewind(frame);
  }

  /** All of the work or nothing of it. */
  write<T>(work: () => T): T {
    this.begin();
    try {
      const result = work();
      this.commit();
      return result;
    } catch (error) {
      this.rollback();
      throw error;
    }
  }

  close(): void {
    this.db.close();
  }
}

/** What every connection that writes must say first; outside a transaction, where it takes effect. */
export function prepareToWrite(db: Database.Database): void {
  db.exec('PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA recursive_triggers = ON');
}

/**
 * Opens a ledger of this wy; an older one is backed up and upgraded first, as of `recordedAt`, a
 * newer one refused.
 */
export async function openLedger(file: string, recordedAt: Moment): Promise<Ledger> {
  if (!existsSync(file)) throw noLedger();
  const ledger = new Ledger(file);
  try {
    requireOwn(ledger);
    if (ledger.version < LEDGER_VERSION) {
      const { upgrade } = await import('./upgrade.ts');
      await upgrade(ledger, { recordedAt });
    }
    return ledger;
  } catch (error) {
    ledger.close();
    throw error;
  }
}

/** Refuses files that are no ledger of wy, or of a wy newer than this one. */
export function requireOwn(ledger: Ledger): void {
  if (ledger.applicationId !== APPLICATION_ID) {
    throw unusable(
      'not_a_ledger',
      w('这个文件不是 wy 的台账。', 'This file is not a ledger of wy.'),
      w(
        '请检查路径；恢复备份用 wy restore FILE。',
        'Check the path; wy restore FILE brings back a backup.',
      ),
    );
  }
  if (ledger.version > LEDGER_VERSION) throw newer(ledger.version);
}

const newer = (version: number) =>
  unusable(
    'ledger_newer',
    w(
      `台账由更新版本的 wy 写成（结构 ${version}，本程序只认到 ${LEDGER_VERSION}）。`,
      `The ledger was written by a newer wy (schema ${version}; this one knows up to ${LEDGER_VERSION}).`,
    ),
    w(
      '请先升级 wy 再打开；台账没有被改动。',
      'Update wy, then open it; the ledger was not touched.',
    ),
  );

export const noLedger = () =>
  unusable(
    'no_ledger',
    w('这里还没有台账。', 'There is no ledger here yet.'),
    w(
      '新建：wy init；或用 --home 目录（WY_HOME）指明已有的台账。',
      'Make one with wy init, or name the folder of yours with --home (WY_HOME).',
    ),
  );
