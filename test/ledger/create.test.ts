import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLedger } from '../../src/ledger/create.ts';
import { digestAll } from '../../src/ledger/digest.ts';
import { openLedger } from '../../src/ledger/ledger.ts';
import { migrations } from '../../src/ledger/migrations/index.ts';
import { schemaFaults } from '../../src/ledger/schema.ts';
import { differences, falseNotes, integrityFaults, readChain } from '../../src/ledger/verify.ts';
import { APPLICATION_ID, LEDGER_VERSION } from '../../src/ledger/version.ts';
import { NOW } from '../support/ledger.ts';

let dir: string;
let file: string;

beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'wy-create-'));
  file = path.join(dir, 'ledger.db');
});
afterEach(() => rmSync(dir, { recursive: true }));

it('knows as many migrations as its version says', () => {
  expect(LEDGER_VERSION).toBe(migrations.length);
});

describe('a new ledger', () => {
  it('is one file that only its owner can read', () => {
    createLedger(file, { recordedAt: NOW });
    expect(readdirSync(dir)).toEqual(['ledger.db']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('has its mark, its version and a record of each migration', async () => {
    createLedger(file, { recordedAt: NOW });
    const ledger = await openLedger(file, NOW);
    expect(ledger.applicationId).toBe(APPLICATION_ID);
    expect(ledger.version).toBe(LEDGER_VERSION);
    expect(ledger.db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(ledger.db.prepare('SELECT version, name, migrated_at FROM migrations').all()).toEqual(
      migrations.map(({ name }, index) => ({ version: index + 1, name, migrated_at: NOW })),
    );
    ledger.close();
  });

  it('begins its journal with itself, every table accounted for', async () => {
    createLedger(file, { recordedAt: NOW });
    const ledger = await openLedger(file, NOW);
    const { db } = ledger;
    const line = db.prepare('SELECT * FROM journal').get() as Record<string, string>;
    expect(line).toMatchObject({
      seq: 1,
      happened_at: NOW,
      recorded_at: NOW,
      operator_id: null,
      action: 'ledger.create',
      subject: null,
      changes: `{"version":${LEDGER_VERSION}}`,
      previous: '0'.repeat(64),
    });
    expect(JSON.parse(line.tables ?? '')).toEqual(digestAll(db));
    const chain = readChain(db);
    expect(chain.brokenAt).toBeNull();
    expect(differences(db, chain)).toEqual([]);
    expect(falseNotes(db, chain)).toEqual([]);
    expect(integrityFaults(db)).toEqual([]);
    expect(schemaFaults(db)).toEqual({ missing: [], added: [], changed: [] });
    ledger.close();
  });

  it('never takes the place of a file that is there', () => {
    writeFileSync(file, 'mine');
    expect(() => createLedger(file, { recordedAt: NOW })).toThrow('file_exists');
    expect(statSync(file).size).toBe(4);
    expect(readdirSync(dir)).toEqual(['ledger.db']);
  });

  it('leaves nothing when it cannot be made', () => {
    const broken = [...migrations, { name: '999-broken', sql: 'CREATE TABLE' }];
    expect(() => createLedger(file, { recordedAt: NOW, migrations: broken })).toThrow();
    expect(readdirSync(dir)).toEqual([]);
  });
});

describe('opening', () => {
  it('says where there is none', async () => {
    await expect(openLedger(file, NOW)).rejects.toMatchObject({ code: 'no_ledger' });
    expect(existsSync(file)).toBe(false);
  });

  it('refuses another program’s database', async () => {
    const { Ledger } = await import('../../src/ledger/ledger.ts');
    const other = new Ledger(file, { create: true });
    other.db.exec('CREATE TABLE t (x)');
    other.close();
    await expect(openLedger(file, NOW)).rejects.toMatchObject({
      code: 'not_a_ledger',
      kind: 'unusable',
    });
  });

  it('refuses the ledger of a newer wy, and names both versions', async () => {
    createLedger(file, { recordedAt: NOW });
    const ledger = await openLedger(file, NOW);
    ledger.db.pragma(`user_version = ${LEDGER_VERSION + 1}`);
    ledger.close();
    const opening = openLedger(file, NOW);
    await expect(opening).rejects.toMatchObject({ code: 'ledger_newer', kind: 'unusable' });
    await expect(opening).rejects.toThrow(String(LEDGER_VERSION + 1));
  });

  it('writes no more once a newer wy has upgraded the file', async () => {
    createLedger(file, { recordedAt: NOW });
    const ledger = await openLedger(file, NOW);
    const other = await openLedger(file, NOW);
    other.db.pragma(`user_version = ${LEDGER_VERSION + 1}`);
    other.close();
    expect(() => ledger.write(() => ledger.db.exec('DELETE FROM migrations'))).toThrow(
      'ledger_newer',
    );
    expect(ledger.db.inTransaction).toBe(false);
    expect(ledger.db.prepare('SELECT count(*) FROM migrations').pluck().get()).toBe(LEDGER_VERSION);
    ledger.close();
  });
});
