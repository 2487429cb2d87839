import { chmodSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { Ledger } from '../../src/ledger/ledger.ts';
import { allInvariants } from '../../src/upkeep/invariants.ts';
import type { FrontDesk } from '../support/session.ts';
import { desertedDesk } from '../support/session.ts';
import { rewrite, tamper } from '../support/tamper.ts';
import { BROKEN } from './broken.ts';
import type { Finding } from './furnished.ts';
import { faultsOf, furnishedDesk, ledgerOf } from './furnished.ts';

let desk: FrontDesk;

beforeEach(async () => {
  desk = await furnishedDesk();
});

const findings = async (): Promise<Finding[]> => (await desk.say('doctor --json')).json;
const finding = async (wanted: string) => (await findings()).find(({ check }) => check === wanted);
const policyFile = () => path.join(desk.home, 'policy.yaml');

describe('wy doctor', () => {
  it('carries out every check, one line each', async () => {
    const all = await findings();
    expect(all.map(({ check }) => check)).toEqual([
      'permissions',
      'version',
      'integrity',
      'foreign_keys',
      'schema',
      'chain',
      'rows',
      'digests',
      'backup',
      'attachments',
      'clock',
      'policy',
      'books',
      'index',
      'operators',
      ...allInvariants.map(({ key }) => key),
    ]);
    expect(all.every(({ ok }) => ok)).toBe(true);

    const { out } = await desk.say('doctor');
    const lines = out.split('\n').filter((line) => /^[✓✗] /.test(line));
    expect(lines).toHaveLength(all.length);
    expect(out).toContain(`${all.length} 项检查都正常`);
  });

  it('speaks both languages', async () => {
    rewrite(ledgerOf(desk), 'UPDATE units SET area_thousandths = 1');
    const zh = await desk.say('doctor');
    expect(zh.code).toBe(3);
    expect(zh.out).toMatch(/✗ +各表内容 +units：内容被改。有人绕过 wy/);
    const en = await desk.say('doctor', { env: { WY_LANG: 'en' } });
    expect(en.out).toMatch(/✗ +Rows +units: edited\. Someone changed the ledger/);
    expect(en.out).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it('changes nothing by looking, neither in the file nor beside it', async () => {
    await desk.say('backup');
    await findings();
    const state = () =>
      [desk.home, path.join(desk.home, 'backups')].flatMap((dir) =>
        readdirSync(dir).map((name) => {
          const { mtimeMs, size } = statSync(path.join(dir, name));
          return [name, mtimeMs, size];
        }),
      );
    const before = state();
    await findings();
    expect(state()).toEqual(before);
  });

  it('sees what another process has written and not yet put into the file', async () => {
    const open = new Ledger(ledgerOf(desk));
    open.db.pragma('wal_autocheckpoint = 0');
    open.db.exec('UPDATE units SET area_thousandths = 1');
    const wal = statSync(`${ledgerOf(desk)}-wal`).size;
    expect(await faultsOf(desk)).toHaveProperty('rows');
    expect(statSync(`${ledgerOf(desk)}-wal`).size).toBe(wal);
    open.close();
  });

  it('looks on while another process writes', async () => {
    const writer = new Ledger(ledgerOf(desk));
    writer.begin();
    writer.db.exec('UPDATE units SET area_thousandths = 1');
    expect(await faultsOf(desk)).toEqual({});
    writer.rollback();
    writer.close();
  });

  /** Where an index begins in the file, in pages. */
  const rootPageOf = (index: string): number =>
    tamper(ledgerOf(desk), (db) =>
      db
        .prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?')
        .pluck()
        .get(index),
    ) ?? 0;

  it.each<[string, () => void, string, RegExp]>([
    ['no ledger', () => rmSync(ledgerOf(desk)), 'version', /还没有台账/],
    ['rubbish', () => writeFileSync(ledgerOf(desk), 'x'.repeat(5000)), 'version', /已损坏/],
    ['an empty file', () => writeFileSync(ledgerOf(desk), ''), 'version', /不是 wy 的台账/],
    [
      'another program’s database',
      () => rewrite(ledgerOf(desk), 'PRAGMA application_id = 1'),
      'version',
      /不是 wy 的台账/,
    ],
    [
      'the ledger of a newer wy',
      () => rewrite(ledgerOf(desk), 'PRAGMA user_version = 99'),
      'version',
      /99/,
    ],
    [
      'a damaged page',
      () => {
        const bytes = readFileSync(ledgerOf(desk));
        const page = rootPageOf('tickets_unit');
        bytes.fill(0xff, (page - 1) * 4096, page * 4096);
        writeFileSync(ledgerOf(desk), bytes);
      },
      'integrity',
      /损坏/,
    ],
    [
      'an index that lacks a row',
      () =>
        tamper(ledgerOf(desk), (db) => {
          db.unsafeMode(true);
          db.pragma('writable_schema = ON');
          db.exec("UPDATE sqlite_schema SET sql = NULL WHERE name = 'units_sorted'");
          db.exec(
            "DELETE FROM sqlite_schema WHERE name = 'units_sorted'; PRAGMA schema_version = 999",
          );
        }),
      'schema',
      /units_sorted/,
    ],
    [
      'a row that points to nothing',
      () => rewrite(ledgerOf(desk), 'DELETE FROM people WHERE id = 1'),
      'foreign_keys',
      /residents \(1\)/,
    ],
    [
      'a trigger that was taken away',
      () => tamper(ledgerOf(desk), (db) => db.exec('DROP TRIGGER journal_keeps_all')),
      'schema',
      /缺少 trigger journal_keeps_all/,
    ],
    [
      'a journal line that was edited',
      () => rewrite(ledgerOf(desk), 'UPDATE journal SET happened_at = recorded_at WHERE seq = 9'),
      'chain',
      /第 9 行/,
    ],
    [
      'a journal line that was taken out',
      () => rewrite(ledgerOf(desk), 'DELETE FROM journal WHERE seq = 9'),
      'chain',
      /第 10 行/,
    ],
    [
      'a journal that is empty',
      () => rewrite(ledgerOf(desk), 'DELETE FROM journal'),
      'chain',
      /空/,
    ],
    [
      'notes of digests that were edited',
      () => rewrite(ledgerOf(desk), "UPDATE digests SET sum = '1' WHERE table_name = 'events'"),
      'digests',
      /events/,
    ],
    [
      'a clock that was put back',
      () => {
        desk.now = '2026-11-20T00:00:00Z';
      },
      'clock',
      /2026-11-22/,
    ],
    ['no policy', () => rmSync(policyFile()), 'policy', /policy\.yaml/],
    [
      'a policy with mistakes',
      () => writeFileSync(policyFile(), 'tickets:\n  finish: soon\n  slip: never\n'),
      'policy',
      /2 处错误/,
    ],
    [
      'a ledger that others may read',
      () => chmodSync(ledgerOf(desk), 0o640),
      'permissions',
      /ledger\.db/,
    ],
    [
      'a policy that others may write',
      () => chmodSync(policyFile(), 0o622),
      'permissions',
      /policy\.yaml/,
    ],
    ['a folder that others may write', () => chmodSync(desk.home, 0o770), 'permissions', /\./],
  ])('finds %s, and still does all the rest', async (_, spoil, check, said) => {
    const count = (await findings()).length;
    spoil();
    const found = await desk.say('doctor --json');
    expect(found).toMatchObject({ code: 3, err: '' });
    expect(found.json).toHaveLength(count);
    const bad: Finding = found.json.find((it: Finding) => it.check === check);
    expect(bad.ok).toBe(false);
    expect(bad.detail).toMatch(said);
    expect(bad.advice).toMatch(/./);
    expect(JSON.stringify(found.json)).not.toMatch(/张伟|李强|1380000/);
  });

  it('says once why nothing could be checked', async () => {
    writeFileSync(ledgerOf(desk), 'x'.repeat(5000));
    const details = Object.values(await faultsOf(desk));
    expect(details.filter((detail) => detail.includes('已损坏'))).toHaveLength(1);
    expect(new Set(details).size).toBe(2);
  });

  it.each<[string, string]>([
    ['that is no YAML', 'x: [broken'],
    ['with a mistake', 'key: { verbs: 7 }'],
  ])('says once what is wrong with a books.yaml %s', async (_, text) => {
    writeFileSync(path.join(desk.home, 'books.yaml'), text);
    const faults = await faultsOf(desk);
    expect(Object.keys(faults)).toEqual(['books', 'index']);
    expect(faults.books).toContain('1 处错误');
    expect(faults.index).toBe('没能检查，原因同上');
  });

  it.each<[string, () => void]>([
    ['an empty file', () => writeFileSync(ledgerOf(desk), '')],
    ['no ledger', () => rmSync(ledgerOf(desk))],
    ['the ledger of a newer wy', () => rewrite(ledgerOf(desk), 'PRAGMA user_version = 99')],
  ])('says of nothing in %s that it is well', async (_, spoil) => {
    spoil();
    const well = (await findings()).filter(({ ok }) => ok).map(({ check }) => check);
    expect(well).toEqual(['permissions', 'policy', 'books']);
  });

  it.each<[string, string, string[]]>([
    ['an active member of staff', 'wang: 王芳\n  li: 李强', []],
    ['one by id', 'li: "2"', []],
    ['a stranger', 'wang: 王芳\n  zhao: 赵敏\n  sun: 孙丽', ['zhao', 'sun']],
  ])('looks whether a user is mapped to %s', async (_, operators, idle) => {
    writeFileSync(policyFile(), `operators:\n  ${operators}\n`);
    const found = await finding('operators');
    expect(found?.ok).toBe(idle.length === 0);
    for (const user of idle) expect(found?.detail).toContain(user);
    expect(found?.detail).not.toMatch(/王芳|李强|赵敏|孙丽|wang/);
    const { code, json } = await desk.say('policy check --json');
    expect(code).toBe(0);
    const warned = json.warnings.filter((it: string) => it.includes('operators'));
    expect(warned).toEqual(idle.length === 0 ? [] : [found?.detail]);
  });

  it('finds a user who is mapped to somebody who has left', async () => {
    writeFileSync(policyFile(), 'operators:\n  wang: 王芳\n  li: 李强\n');
    await desk.say('staff retire 李强');
    expect((await faultsOf(desk)).operators).toContain('li');
  });

  it('cannot look at operators where the policy is broken', async () => {
    writeFileSync(policyFile(), 'tickets: [');
    expect(Object.keys(await faultsOf(desk))).toEqual(['policy', 'operators']);
  });

  it.each<[string, () => void]>([
    ['no ledger', () => rmSync(ledgerOf(desk))],
    ['a ledger that cannot be read', () => writeFileSync(ledgerOf(desk), 'x'.repeat(5000))],
  ])('leaves operators alone in wy policy check with %s', async (_, spoil) => {
    writeFileSync(policyFile(), 'operators:\n  zhao: 赵敏\n');
    spoil();
    const { code, json } = await desk.say('policy check --json');
    expect(code).toBe(0);
    expect(JSON.stringify(json)).not.toContain('zhao');
  });

  it('of a home that is not there makes none', async () => {
    const deserted = desertedDesk();
    const said = await deserted.say('doctor --json');
    expect(said.code).toBe(3);
    expect(said.json.filter(({ ok }: Finding) => ok)).toEqual([]);
    expect(() => statSync(deserted.home)).toThrow();
  });

  it('advises a restore where the ledger is gone and a backup is there', async () => {
    rmSync(ledgerOf(desk));
    expect((await finding('version'))?.advice).toContain('wy init');
    const other = await furnishedDesk();
    await other.say('backup');
    rmSync(ledgerOf(other));
    desk = other;
    expect((await finding('version'))?.advice).toContain('wy restore');
  });

  it('advises a backup where there is none, or only old ones', async () => {
    expect(await finding('backup')).toMatchObject({ ok: true, detail: '还没有备份' });
    expect((await finding('backup'))?.advice).toContain('wy backup');
    await desk.say('backup');
    expect(await finding('backup')).toMatchObject({ ok: true, advice: null });
    desk.now = '2026-12-01T01:30:00Z';
    expect((await finding('backup'))?.detail).toContain('8 天前');
    expect((await finding('backup'))?.advice).toContain('wy backup');
  });

  it('mentions a year whose holidays nobody has filled in, without failing', async () => {
    desk.now = '2031-05-01T00:00:00Z';
    const policy = await finding('policy');
    expect(policy).toMatchObject({ ok: true });
    expect(policy?.detail).toContain('提醒');
  });
});

describe('what doctor asks of the records', () => {
  it('is broken by an example of each', () => {
    expect(Object.keys(BROKEN).sort()).toEqual(allInvariants.map(({ key }) => key).sort());
  });

  it.each(Object.entries(BROKEN))('%s', async (key, sql) => {
    rewrite(ledgerOf(desk), sql);
    const found = await faultsOf(desk);
    expect(found).toHaveProperty([key]);
    expect(found[key]).not.toMatch(/张伟|李强|1380000/);
  });

  it('names the records that do not', async () => {
    rewrite(ledgerOf(desk), 'UPDATE tickets SET work = NULL WHERE id = 1');
    expect((await faultsOf(desk))['tickets.finished']).toBe('1 条不符：T261120-001');
  });
});
