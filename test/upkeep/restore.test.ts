import {
  chmodSync,
  copyFileSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { beforeEach, describe, expect, it } from 'vitest';
import { createLedger } from '../../src/ledger/create.ts';
import { Ledger } from '../../src/ledger/ledger.ts';
import { migrations } from '../../src/ledger/migrations/index.ts';
import type { FrontDesk } from '../support/session.ts';
import { temporaryPath } from '../support/session.ts';
import { rewrite, tamper } from '../support/tamper.ts';
import { faultsOf, furnishedDesk, ledgerOf } from './furnished.ts';

let desk: FrontDesk;
/** A backup of the morning, after which the unit 4-1-101 was added. */
let backup: string;
let before: { seq: number; hash: string };

beforeEach(async () => {
  desk = await furnishedDesk();
  backup = (await desk.say('backup --json')).json.file;
  before = head();
  desk.now = '2026-11-23T04:00:00Z';
  await desk.say('unit add 4-1-101 --area 80');
});

const head = () =>
  tamper(
    ledgerOf(desk),
    (db) =>
      db.prepare('SELECT seq, hash FROM journal ORDER BY seq DESC').get() as {
        seq: number;
        hash: string;
      },
  );

const lastLine = async () => (await desk.say('history --limit 1 --json')).json[0];
const hasNewUnit = async () => (await desk.say('unit show 4-1-101')).code === 0;
const kept = () =>
  readdirSync(path.join(desk.home, 'backups')).filter((name) => name.startsWith('replaced-'));
const everything = () =>
  [desk.home, path.join(desk.home, 'backups')].flatMap((dir) =>
    readdirSync(dir)
      .filter((name) => name !== '.policy-cache.json')
      .map((name) => path.join(dir, name))
      .filter((file) => statSync(file).isFile())
      .map((file) => `${file} ${readFileSync(file).toString('base64')}`),
  );

describe('wy restore', () => {
  it('brings a backup back and keeps the ledger it replaces', async () => {
    const replaced = head();
    const said = await desk.say(`restore ${backup} --yes --json`);
    expect(said).toMatchObject({ code: 0, err: '' });
    expect(said.json).toMatchObject({
      file: backup,
      replaced: path.join(desk.home, 'backups', 'replaced-20261123-120000.db'),
      restored: before,
    });
    expect(await hasNewUnit()).toBe(false);
    expect(await lastLine()).toMatchObject({
      seq: before.seq + 1,
      at: '2026-11-23T12:00:00+08:00',
      by: '王芳',
      action: 'ledger.restore',
      changes: {
        replacedSeq: replaced.seq,
        replacedHash: replaced.hash,
        restoredSeq: before.seq,
        restoredHash: before.hash,
      },
    });
    expect(await faultsOf(desk)).toEqual({});
    expect(statSync(ledgerOf(desk)).mode & 0o777).toBe(0o600);
    expect(statSync(said.json.replaced).mode & 0o777).toBe(0o600);
    expect(readdirSync(desk.home).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('can be taken back by restoring what it replaced', async () => {
    const { json } = await desk.say(`restore ${backup} --yes --json`);
    desk.now = '2026-11-23T05:00:00Z';
    expect((await desk.say(`restore ${json.replaced} --yes`)).code).toBe(0);
    expect(await hasNewUnit()).toBe(true);
    expect(await faultsOf(desk)).toEqual({});
  });

  it('lets a process that has the ledger open go on with what was restored', async () => {
    const open = new Ledger(ledgerOf(desk));
    const newUnit = open.prepare("SELECT 1 FROM units WHERE code = '4-1-101'").pluck();
    expect(newUnit.get()).toBe(1);
    await desk.say(`restore ${backup} --yes`);
    expect(newUnit.get()).toBeUndefined();
    open.close();
    expect(await faultsOf(desk)).toEqual({});
  });

  it('is refused while another process writes', async () => {
    const writer = new Ledger(ledgerOf(desk));
    writer.begin();
    const untouched = everything();
    const said = await desk.say(`restore ${backup} --yes --json`);
    expect(said).toMatchObject({ code: 3, error: { code: 'ledger_busy' } });
    expect(everything()).toEqual(untouched);
    writer.rollback();
    writer.close();
    expect(await hasNewUnit()).toBe(true);
  });

  it('needs no ledger: the lost one is made good', async () => {
    rmSync(ledgerOf(desk));
    const said = await desk.say(`restore ${backup} --yes --json`);
    expect(said.json).toMatchObject({ replaced: null, restored: before });
    expect((await lastLine()).changes).toMatchObject({ replacedSeq: null, replacedHash: null });
    expect(await faultsOf(desk)).toEqual({});
    expect(statSync(ledgerOf(desk)).mode & 0o777).toBe(0o600);
  });

  it('never lets the WAL of a lost ledger be replayed into the restored one', async () => {
    const open = new Ledger(ledgerOf(desk));
    open.db.pragma('wal_autocheckpoint = 0');
    expect(open.version).toBeGreaterThan(0); // A connection that has read keeps the WAL.
    await desk.say('unit add 4-1-102 --area 80');
    const wal = readFileSync(`${ledgerOf(desk)}-wal`);
    open.close();
    rmSync(ledgerOf(desk));
    writeFileSync(`${ledgerOf(desk)}-wal`, wal);
    await desk.say(`restore ${backup} --yes`);
    expect((await desk.say('unit show 4-1-102')).code).toBe(1);
    expect(await faultsOf(desk)).toEqual({});
    expect(kept()).toEqual(['replaced-20261123-120000.db-wal']);
  });

  it.each([
    ['is no database at all', 0],
    ['has lost its schema', 100],
    ['has lost a page inside', 3 * 4096],
  ])('needs no whole ledger: one that %s is kept as it is', async (_, offset) => {
    const bytes = readFileSync(ledgerOf(desk));
    bytes.fill(0x5a, offset, offset + 4000);
    writeFileSync(ledgerOf(desk), bytes);
    const said = await desk.say(`restore ${backup} --yes --json`);
    expect(said.code).toBe(0);
    expect(readFileSync(said.json.replaced).subarray(offset, offset + 4000)).toEqual(
      bytes.subarray(offset, offset + 4000),
    );
    expect(await faultsOf(desk)).toEqual({});
  });

  it('does not overwrite another program’s database', async () => {
    rmSync(ledgerOf(desk));
    const other = new Ledger(ledgerOf(desk), { create: true });
    other.db.exec('CREATE TABLE theirs (x)');
    other.close();
    const { json } = await desk.say(`restore ${backup} --yes --json`);
    tamper(json.replaced, (db) => expect(() => db.exec('SELECT * FROM theirs')).not.toThrow());
    expect(await faultsOf(desk)).toEqual({});
  });

  it('works with a broken policy, then without a name for who acts', async () => {
    writeFileSync(path.join(desk.home, 'policy.yaml'), 'tickets: [');
    expect((await desk.say(`restore ${backup} --yes`)).code).toBe(0);
    rmSync(path.join(desk.home, 'policy.yaml'));
    expect((await desk.say(`restore ${backup} --yes --by 李强`)).code).toBe(0);
    const operators = tamper(ledgerOf(desk), (db) =>
      db.prepare("SELECT operator_id FROM journal WHERE action = 'ledger.restore'").pluck().all(),
    );
    expect(operators).toEqual([2]);
    expect(kept()[0]).toBe('replaced-20261123-120000-2.db');
  });

  it('is done by whom the policy names where WY_BY is empty', async () => {
    expect((await desk.say(`restore ${backup} --yes`, { env: { WY_BY: '' } })).code).toBe(0);
    expect(await lastLine()).toMatchObject({ action: 'ledger.restore', by: '王芳' });
  });

  it('records a restore by somebody the older ledger does not know', async () => {
    await desk.say('staff add 赵敏 --role clerk');
    expect((await desk.say(`restore ${backup} --yes --by 赵敏`)).code).toBe(0);
    expect(await lastLine()).toMatchObject({ action: 'ledger.restore', by: 'wy' });
  });
});

describe('what may be restored', () => {
  it.each<[string, () => string | Promise<string>]>([
    [
      'a file that is no database',
      () => desk.file('notes.db', 'these are my notes, not a ledger at all '.repeat(200)),
    ],
    ['an empty file', () => desk.file('empty.db', '')],
    [
      'half a backup',
      () => desk.file('half.db', readFileSync(backup).subarray(0, statSync(backup).size / 2)),
    ],
    [
      'a backup with a damaged page',
      () => {
        const bytes = readFileSync(backup);
        bytes.fill(0xff, 5 * 4096, 6 * 4096);
        return desk.file('damaged.db', bytes);
      },
    ],
    ['an edited row', () => edited('UPDATE units SET area_thousandths = 1')],
    ['a row that points to nothing', () => edited('DELETE FROM people')],
    [
      'an edited line of the journal',
      () => edited("UPDATE journal SET subject = 'x' WHERE seq = 3"),
    ],
    ['a line taken out of the journal', () => edited('DELETE FROM journal WHERE seq = 3')],
    ['a journal that is empty', () => edited('DELETE FROM journal')],
    ['the ledger of a newer wy', () => edited('PRAGMA user_version = 99')],
    ['another program’s database', () => edited('PRAGMA application_id = 1')],
  ])('not %s; nothing is changed', async (_, make) => {
    const file = await make();
    const untouched = everything();
    const said = await desk.say(`restore ${file} --yes --json`);
    expect(said.code).toBe(3);
    expect(said.error.message).not.toMatch(/张伟|李强|138/);
    expect(everything()).toEqual(untouched);
    expect(await hasNewUnit()).toBe(true);
  });

  function edited(sql: string): string {
    const file = desk.file('edited.db', readFileSync(backup));
    rewrite(file, sql);
    return file;
  }

  it('says which tables were edited', async () => {
    const file = edited('UPDATE units SET area_thousandths = 1; DELETE FROM events');
    const { error } = await desk.say(`restore ${file} --yes --json`);
    expect(error.code).toBe('backup_broken');
    expect(error.message).toContain('events、units');
  });

  it('not a file that is not there, nor a folder, nor the ledger itself', async () => {
    for (const file of ['nowhere.db', desk.home]) {
      expect(await desk.say(`restore ${file} --yes --json`)).toMatchObject({
        code: 2,
        error: { code: 'no_file' },
      });
    }
    const link = path.join(temporaryPath(), 'link.db');
    symlinkSync(ledgerOf(desk), link);
    expect(await desk.say(`restore ${link} --yes --json`)).toMatchObject({
      code: 1,
      error: { code: 'restore_itself' },
    });
  });

  describe('and the ledger of another site', () => {
    let stranger: string;
    beforeEach(() => {
      stranger = temporaryPath('ledger.db');
      createLedger(stranger, { recordedAt: '2026-11-02T01:30:00Z' });
    });

    it('is refused beside a ledger that can be read; nothing is changed', async () => {
      const untouched = everything();
      const said = await desk.say(`restore ${stranger} --yes --json`);
      expect(said).toMatchObject({ code: 1, error: { code: 'another_ledger' } });
      expect(said.error.hint).toContain(`wy --home 目录 restore ${stranger}`);
      expect(everything()).toEqual(untouched);
    });

    it('is refused also after a restore, which explains many a backup', async () => {
      expect((await desk.say(`restore ${backup} --yes`)).code).toBe(0);
      const { error } = await desk.say(`restore ${stranger} --yes --json`);
      expect(error.code).toBe('another_ledger');
    });

    it.each<[string, () => void]>([
      ['none', () => rmSync(ledgerOf(desk))],
      ['rubbish', () => writeFileSync(ledgerOf(desk), 'x'.repeat(5000))],
      ['an empty file', () => writeFileSync(ledgerOf(desk), '')],
      [
        'one without a journal',
        () => tamper(ledgerOf(desk), (db) => db.exec('DROP TABLE journal')),
      ],
    ])('is taken where there is %s', async (_, spoil) => {
      spoil();
      expect(await desk.say(`restore ${stranger} --yes --json`)).toMatchObject({ code: 0 });
    });

    it('finds a home of its own', async () => {
      const home = temporaryPath('home');
      expect((await desk.say(`--home ${home} restore ${stranger} --yes`)).code).toBe(0);
    });
  });

  it('a plain copy of a ledger, write-protected as it may be', async () => {
    const file = path.join(temporaryPath(), 'copy.db');
    copyFileSync(ledgerOf(desk), file);
    chmodSync(file, 0o444);
    rmSync(ledgerOf(desk));
    expect((await desk.say(`restore ${file} --yes`)).code).toBe(0);
    expect(await hasNewUnit()).toBe(true);
    expect(statSync(ledgerOf(desk)).mode & 0o777).toBe(0o600);
    expect(readdirSync(path.dirname(file))).toEqual(['copy.db']);
  });

  it('a ledger in use, with what is not yet in the file itself', async () => {
    const open = new Ledger(ledgerOf(desk));
    open.db.pragma('wal_autocheckpoint = 0');
    await desk.say('unit add 4-1-102 --area 80');
    const elsewhere = temporaryPath('home');
    await desk.say(`init --home ${elsewhere} --staff 王芳`);
    rmSync(path.join(elsewhere, 'ledger.db'));
    const said = await desk.say(`restore ${ledgerOf(desk)} --yes --home ${elsewhere}`);
    open.close();
    expect(said.code).toBe(0);
    expect((await desk.say(`unit show 4-1-102 --home ${elsewhere}`)).code).toBe(0);
    expect((await desk.say(`doctor --home ${elsewhere}`)).code).toBe(0);
  });

  it('a ledger of any older wy, upgraded on the way', async () => {
    for (const version of migrations.keys()) {
      const file = temporaryPath('older.db');
      createLedger(file, { recordedAt: desk.now, migrations: migrations.slice(0, version + 1) });
      rmSync(ledgerOf(desk));
      expect((await desk.say(`restore ${file} --yes`)).code).toBe(0);
      expect(Object.keys(await faultsOf(desk))).toEqual(['operators', 'registry.active_staff']);
    }
  });
});

describe('the question', () => {
  it('is answered by --yes; a script that does not say it is refused', async () => {
    const untouched = everything();
    const said = await desk.say(`restore ${backup} --json`);
    expect(said).toMatchObject({ code: 1, error: { code: 'not_confirmed' } });
    expect(said.error.hint).toContain('--yes');
    expect(everything()).toEqual(untouched);
  });

  it.each([
    ['y\n', 0, false],
    ['n\n', 1, true],
    ['\n', 1, true],
  ])('is asked on a terminal: %j', async (answer, code, staysAsItIs) => {
    const input = new PassThrough();
    const output = new PassThrough();
    let shown = '';
    output.on('data', (piece) => {
      shown += piece;
      if (/\(y\/N\)|y\/N/.test(shown)) setTimeout(() => input.write(answer), 10);
    });
    const said = await desk.say(`restore ${backup}`, { terminal: { input, output } });
    expect(said.code).toBe(code);
    expect(shown).toContain(`日志 ${before.seq} 行`);
    expect(await hasNewUnit()).toBe(staysAsItIs);
  });
});

/** What the backups can tell of the journal, and what a restore explains. */
describe('a journal and its backups', () => {
  const cutTo = (seq: number) => {
    // Consistently: the lines, the rows they wrote and the notes of the digests.
    const file = ledgerOf(desk);
    const saved = temporaryPath('cut.db');
    copyFileSync(backup, saved);
    rmSync(file);
    copyFileSync(saved, file);
    rewrite(file, `DELETE FROM journal WHERE seq > ${seq}`);
  };

  async function backUpAt(now: string): Promise<string> {
    desk.now = now;
    return (await desk.say('backup --json')).json.file;
  }

  it('cut short after a backup, rows and all, is noticed', async () => {
    const evening = await backUpAt('2026-11-23T10:00:00Z');
    rmSync(ledgerOf(desk));
    copyFileSync(backup, ledgerOf(desk));
    const found = await faultsOf(desk);
    expect(Object.keys(found)).toEqual(['backup']);
    expect(found.backup).toContain('截');
    expect(found.backup).toContain(path.basename(evening));
  });

  it('cut short and written on is noticed', async () => {
    await backUpAt('2026-11-23T10:00:00Z');
    rmSync(ledgerOf(desk));
    copyFileSync(backup, ledgerOf(desk));
    await desk.say('unit add 9-1-101 --area 80');
    await desk.say('unit add 9-1-102 --area 80');
    expect(Object.keys(await faultsOf(desk))).toEqual(['backup']);
    await backUpAt('2026-11-23T11:00:00Z');
    expect(Object.keys(await faultsOf(desk))).toEqual(['backup']);
  });

  it('cut in the last lines only is noticed by the rows as well', async () => {
    await backUpAt('2026-11-23T10:00:00Z');
    cutTo(before.seq - 1);
    expect(await faultsOf(desk)).toHaveProperty('backup');
  });

  it('of which an older state was restored is explained', async () => {
    await backUpAt('2026-11-23T10:00:00Z');
    desk.now = '2026-11-23T11:00:00Z';
    await desk.say(`restore ${backup} --yes`);
    expect(await faultsOf(desk)).toEqual({});
    await desk.say('unit add 9-1-101 --area 80');
    await backUpAt('2026-11-23T12:00:00Z');
    expect(await faultsOf(desk)).toEqual({});
  });

  it('cut short after a restore and a backup of its own is noticed', async () => {
    for (const room of [201, 202, 203]) await desk.say(`unit add 5-1-${room} --area 80`);
    await backUpAt('2026-11-23T10:00:00Z');
    desk.now = '2026-11-23T11:00:00Z';
    await desk.say(`restore ${backup} --yes`);
    const restored = temporaryPath('restored.db');
    copyFileSync(ledgerOf(desk), restored);
    await desk.say('unit add 9-1-101 --area 80');
    const evening = await backUpAt('2026-11-23T12:00:00Z');
    expect(await faultsOf(desk)).toEqual({});

    rmSync(ledgerOf(desk));
    copyFileSync(restored, ledgerOf(desk));
    const found = await faultsOf(desk);
    expect(Object.keys(found)).toEqual(['backup']);
    expect(found.backup).toContain(path.basename(evening));
  });

  it('that went forth and back between two states is explained', async () => {
    desk.now = '2026-11-23T10:00:00Z';
    const first = (await desk.say(`restore ${backup} --yes --json`)).json.replaced;
    await desk.say('unit add 9-1-101 --area 80');
    await backUpAt('2026-11-23T11:00:00Z');
    desk.now = '2026-11-23T12:00:00Z';
    await desk.say(`restore ${first} --yes`);
    expect(await faultsOf(desk)).toEqual({});
    await backUpAt('2026-11-23T13:00:00Z');
    desk.now = '2026-11-23T14:00:00Z';
    await desk.say(`restore ${backup} --yes`);
    expect(await faultsOf(desk)).toEqual({});
    await backUpAt('2026-11-23T15:00:00Z');
    expect(await faultsOf(desk)).toEqual({});
  });

  it('restored twice, each time further back, still explains the first backups', async () => {
    const noon = await backUpAt('2026-11-23T05:00:00Z');
    for (const room of [201, 202, 203]) await desk.say(`unit add 5-1-${room} --area 80`);
    await backUpAt('2026-11-23T06:00:00Z');
    desk.now = '2026-11-23T07:00:00Z';
    await desk.say(`restore ${noon} --yes`);
    desk.now = '2026-11-23T08:00:00Z';
    await desk.say(`restore ${backup} --yes`);
    expect((await lastLine()).changes.earlier).toHaveLength(1);
    expect(await faultsOf(desk)).toEqual({});
  });

  it('restored after a total loss is explained', async () => {
    await backUpAt('2026-11-23T10:00:00Z');
    rmSync(ledgerOf(desk));
    desk.now = '2026-11-23T11:00:00Z';
    await desk.say(`restore ${backup} --yes`);
    expect(await faultsOf(desk)).toEqual({});
  });

  it('beside the backup of another ledger is noticed', async () => {
    const stranger = path.join(path.dirname(backup), 'ledger-20261102-093000.db');
    createLedger(stranger, { recordedAt: '2026-11-02T01:30:00Z' });
    const found = await faultsOf(desk);
    expect(Object.keys(found)).toEqual(['backup']);
    expect(found.backup).toContain('不是同一本');
    expect(found.backup).toContain(path.basename(stranger));
  });

  it('beside a backup that cannot be read is noticed', async () => {
    const rubbish = path.join(path.dirname(backup), 'ledger-20261122-093000.db');
    writeFileSync(rubbish, 'rubbish', { mode: 0o600 });
    const found = await faultsOf(desk);
    expect(Object.keys(found)).toEqual(['backup']);
    expect(found.backup).toContain(path.basename(rubbish));
  });
});
