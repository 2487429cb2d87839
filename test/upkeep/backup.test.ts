import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { Ledger } from '../../src/ledger/ledger.ts';
import type { FrontDesk } from '../support/session.ts';
import { desertedDesk, temporaryPath } from '../support/session.ts';
import { tamper } from '../support/tamper.ts';
import { furnishedDesk, ledgerOf } from './furnished.ts';

let desk: FrontDesk;

beforeEach(async () => {
  desk = await furnishedDesk();
});

const backups = () => readdirSync(path.join(desk.home, 'backups')).sort();
const bytesOf = (file: string) => readFileSync(file).toString('base64');

async function head(): Promise<{ seq: number; hash: string }> {
  const [{ seq, hash }] = (await desk.say('history --limit 1 --json')).json;
  return { seq, hash };
}

describe('wy backup', () => {
  it('copies the ledger under the date and time of the site, for its owner only', async () => {
    const said = await desk.say('backup --json');
    expect(backups()).toEqual(['ledger-20261123-093000.db']);
    const file = path.join(desk.home, 'backups', 'ledger-20261123-093000.db');
    const { size, mode } = statSync(file);
    expect(said.json).toEqual({
      file,
      bytes: size,
      head: await head(),
      removed: [],
      attachments: 0,
    });
    expect(mode & 0o777).toBe(0o600);
  });

  it('is one file that can be read where nothing can be written', async () => {
    const folder = temporaryPath();
    await desk.say(`backup ${folder}/copy.db`);
    chmodSync(folder, 0o500);
    const copy = new Ledger(`${folder}/copy.db`, { readonly: true });
    expect(copy.db.prepare('SELECT count(*) FROM tickets').pluck().get()).toBe(3);
    copy.close();
    expect(readdirSync(folder)).toEqual(['copy.db']);
    chmodSync(folder, 0o700);
  });

  it('writes nothing into the ledger, nor beside it', async () => {
    const before = bytesOf(ledgerOf(desk));
    const there = readdirSync(desk.home);
    await desk.say('backup');
    expect(bytesOf(ledgerOf(desk))).toBe(before);
    expect(readdirSync(desk.home).filter((name) => name !== '.policy-cache.json')).toEqual(
      there.filter((name) => name !== '.policy-cache.json'),
    );
  });

  it('takes a file by name, and a folder for a dated one', async () => {
    const folder = temporaryPath();
    expect((await desk.say(`backup ${folder}/copy.db --json`)).json.file).toBe(`${folder}/copy.db`);
    expect((await desk.say(`backup ${folder} --json`)).json.file).toBe(
      path.join(folder, 'ledger-20261123-093000.db'),
    );
    expect(backups()).toEqual([]);
  });

  it('never overwrites', async () => {
    const file = desk.file('mine.db', 'mine');
    const said = await desk.say(`backup ${file} --json`);
    expect(said).toMatchObject({ code: 1, error: { code: 'file_exists' } });
    expect(readFileSync(file, 'utf8')).toBe('mine');

    await desk.say('backup');
    await desk.say('backup');
    expect(backups()).toEqual(['ledger-20261123-093000-2.db', 'ledger-20261123-093000.db']);
  });

  it('refuses a folder that is not there, and a home without a ledger', async () => {
    const file = path.join(temporaryPath(), 'none', 'copy.db');
    expect(await desk.say(`backup ${file} --json`)).toMatchObject({
      code: 1,
      error: { code: 'no_folder' },
    });
    const deserted = desertedDesk();
    expect(await deserted.say('backup --json')).toMatchObject({
      code: 3,
      error: { code: 'no_ledger' },
    });
    expect(existsSync(deserted.home)).toBe(false);
  });

  it('holds what is written and not yet in the file itself', async () => {
    const open = new Ledger(ledgerOf(desk));
    open.db.pragma('wal_autocheckpoint = 0');
    await desk.say('unit add 4-1-101 --area 80');
    const { json } = await desk.say('backup --json');
    const copy = new Ledger(json.file, { readonly: true });
    expect(copy.db.prepare("SELECT 1 FROM units WHERE code = '4-1-101'").pluck().get()).toBe(1);
    copy.close();
    open.close();
  });

  it('waits for nobody who writes, and holds none of what is not committed', async () => {
    const writer = new Ledger(ledgerOf(desk));
    writer.begin();
    writer.db.exec("DELETE FROM migrations WHERE name <> ''");
    const said = await desk.say('backup --json');
    writer.rollback();
    writer.close();
    expect(said.code).toBe(0);
    const copy = new Ledger(said.json.file, { readonly: true });
    expect(copy.db.prepare('SELECT count(*) FROM migrations').pluck().get()).toBe(copy.version);
    copy.close();
  });

  it('keeps no copy of a damaged ledger', async () => {
    const middle = statSync(ledgerOf(desk)).size - 3 * 4096;
    const bytes = readFileSync(ledgerOf(desk));
    bytes.fill(0xff, middle, middle + 4096);
    writeFileSync(ledgerOf(desk), bytes);
    const said = await desk.say('backup --json');
    expect(said).toMatchObject({ code: 3, error: { code: 'ledger_damaged' } });
    expect(backups()).toEqual([]);
  });

  it('works with a broken policy: in the shipped zone, with the number of copies as shipped', async () => {
    writeFileSync(path.join(desk.home, 'policy.yaml'), 'tickets: [');
    expect((await desk.say('backup')).code).toBe(0);
    rmSync(path.join(desk.home, 'policy.yaml'));
    rmSync(path.join(desk.home, 'backups'), { recursive: true });
    expect((await desk.say('backup')).code).toBe(0);
    expect(backups()).toEqual(['ledger-20261123-093000.db']);
  });

  it('copies the ledger of an older wy as it is, and refuses that of a newer one', async () => {
    tamper(ledgerOf(desk), (db) => db.pragma('user_version = 99'));
    expect(await desk.say('backup --json')).toMatchObject({
      code: 3,
      error: { code: 'ledger_newer' },
    });
    expect(backups()).toEqual([]);
  });
});

describe('the number of backups', () => {
  const keep = (count: number) =>
    writeFileSync(path.join(desk.home, 'policy.yaml'), `backup:\n  keep: ${count}\n`);

  it('is kept to what the policy says, the oldest going first', async () => {
    keep(2);
    for (const day of ['21', '22', '23']) {
      desk.now = `2026-12-${day}T01:30:00Z`;
      await desk.say('backup');
    }
    expect(backups()).toEqual(['ledger-20261222-093000.db', 'ledger-20261223-093000.db']);
    desk.now = '2026-12-24T01:30:00Z';
    const { json } = await desk.say('backup --json');
    expect(json.removed).toEqual([path.join(desk.home, 'backups', 'ledger-20261222-093000.db')]);
  });

  it('counts only files that wy has dated, and touches no other', async () => {
    keep(1);
    const others = [
      'before-upgrade-v1-20261122-013000.db',
      'ledger-20261101-0930.db',
      'ledger-copy.db',
      'notes.txt',
      'replaced-20261101-093000.db',
    ];
    for (const name of others) writeFileSync(path.join(desk.home, 'backups', name), 'mine');
    mkdirSync(path.join(desk.home, 'backups', 'old'));
    await desk.say('backup');
    desk.now = '2026-11-24T01:30:00Z';
    await desk.say('backup');
    expect(backups()).toEqual([...others, 'old', 'ledger-20261124-093000.db'].sort());
  });

  it('never costs the one just made, even where the clock was ahead before', async () => {
    keep(1);
    desk.now = '2027-11-23T01:30:00Z';
    await desk.say('backup');
    desk.now = '2026-11-23T01:30:00Z';
    await desk.say('backup');
    expect(backups()).toEqual(['ledger-20261123-093000.db']);
  });

  it('does not hang on copies put elsewhere', async () => {
    keep(1);
    await desk.say('backup');
    await desk.say(`backup ${temporaryPath('copy.db')}`);
    expect(backups()).toHaveLength(1);
  });
});
