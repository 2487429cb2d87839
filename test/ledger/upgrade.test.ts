import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digestAll, RowWatch } from '../../src/ledger/digest.ts';
import { Ledger, openLedger } from '../../src/ledger/ledger.ts';
import { migrations } from '../../src/ledger/migrations/index.ts';
import type { Migration } from '../../src/ledger/migrations/migration.ts';
import { schemaFaults } from '../../src/ledger/schema.ts';
import { transact } from '../../src/ledger/transact.ts';
import { upgrade } from '../../src/ledger/upgrade.ts';
import {
  differences,
  falseNotes,
  foreignKeyFaults,
  integrityFaults,
  readChain,
} from '../../src/ledger/verify.ts';
import { NOW, scribeOf } from '../support/ledger.ts';

const SCHEMAS = path.join(import.meta.dirname, 'schemas');

/** A later wy: one table more, one column more, one table made anew. */
const LATER: readonly Migration[] = [
  ...migrations,
  {
    name: '998-keys',
    sql: `CREATE TABLE keys (id INTEGER PRIMARY KEY, unit_id INTEGER NOT NULL REFERENCES units) STRICT;
          ALTER TABLE units ADD COLUMN note TEXT;`,
  },
  {
    name: '999-people',
    sql: `CREATE TABLE people_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL, phone TEXT) STRICT;
          INSERT INTO people_new SELECT id, name, phone FROM people;
          DROP TABLE people;
          ALTER TABLE people_new RENAME TO people;`,
  },
];

let dir: string;
let file: string;

beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'wy-upgrade-'));
  file = path.join(dir, 'ledger.db');
  mkdirSync(path.join(dir, 'backups'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const backups = () => readdirSync(path.join(dir, 'backups')).sort();

function load(schema: string): Ledger {
  const ledger = new Ledger(file, { create: true });
  ledger.db.pragma('journal_mode = WAL');
  ledger.db.exec(readFileSync(path.join(SCHEMAS, schema), 'utf8'));
  return ledger;
}

const lastLine = ({ db }: Ledger) => {
  const line = db.prepare('SELECT * FROM journal ORDER BY seq DESC').get() as Record<
    string,
    string
  >;
  return {
    ...line,
    changes: JSON.parse(line.changes ?? ''),
    tables: JSON.parse(line.tables ?? ''),
  };
};

function expectSound(ledger: Ledger, known: readonly Migration[]): void {
  const { db } = ledger;
  const chain = readChain(db);
  expect(chain.brokenAt).toBeNull();
  expect(differences(db, chain)).toEqual([]);
  expect(falseNotes(db, chain)).toEqual([]);
  expect(integrityFaults(db)).toEqual([]);
  expect(foreignKeyFaults(db)).toEqual([]);
  expect(schemaFaults(db, known)).toEqual({ missing: [], added: [], changed: [] });
}

describe.each(readdirSync(SCHEMAS).filter((name) => name.endsWith('.sql')))(
  'a ledger of schema %s',
  (schema) => {
    it('still is what its migrations make, with a row in every table', () => {
      const ledger = load(schema);
      expectSound(ledger, migrations);
      const empty = Object.entries(digestAll(ledger.db)).filter(([, { rows }]) => rows === 0);
      expect(empty).toEqual([]);
      ledger.close();
    });

    it('opens, brought up to date', async () => {
      load(schema).close();
      const ledger = await openLedger(file, NOW);
      expect(ledger.version).toBe(migrations.length);
      expectSound(ledger, migrations);
      ledger.close();
    });

    it('can be brought to later ones', async () => {
      const ledger = load(schema);
      const rows = digestAll(ledger.db);
      await upgrade(ledger, { recordedAt: NOW, migrations: LATER });
      expectSound(ledger, LATER);
      expect(digestAll(ledger.db).tickets?.rows).toBe(rows.tickets?.rows);
      expect(digestAll(ledger.db).people?.rows).toBe(rows.people?.rows);
      ledger.close();
    });
  },
);

describe('every schema', () => {
  it('has its dump', () => {
    const dumps = readdirSync(SCHEMAS).filter((name) => name.endsWith('.sql'));
    expect(dumps).toEqual(migrations.map(({ name }) => `${name.slice(0, 3)}.sql`));
  });
});

describe('an upgrade', () => {
  it('leaves a line, and a record of each migration', async () => {
    const ledger = load('001.sql');
    await upgrade(ledger, { recordedAt: NOW, migrations: LATER });
    const line = lastLine(ledger);
    expect(line).toMatchObject({
      happened_at: NOW,
      recorded_at: NOW,
      operator_id: null,
      action: 'ledger.upgrade',
      changes: { from: 1, to: LATER.length, unproven: [] },
    });
    expect(line.tables).toEqual(digestAll(ledger.db));
    expect(ledger.db.prepare('SELECT name FROM migrations').pluck().all()).toEqual(
      LATER.map(({ name }) => name),
    );
    ledger.close();
  });

  it('names the moment to which a visit was put off as all moments are named', async () => {
    const ledger = load('001.sql');
    const told = () => ledger.db.prepare('SELECT * FROM events ORDER BY id').all();
    const before = told();
    const postponed = { subject: 'T261121-002', at: '2026-11-21T13:10:00Z', operator_id: 1 };
    const clerk = scribeOf(ledger, NOW);
    transact(clerk, 'ticket.postpone', () => {
      ledger
        .prepare(
          `INSERT INTO events (subject, at, operator_id, kind, detail)
           VALUES (@subject, @at, @operator_id, 'postponed', @detail)`,
        )
        .run({ ...postponed, detail: '{"until":"2026-11-23T07:00:00Z","reason":"等配件"}' });
    });
    await upgrade(ledger, { recordedAt: NOW });
    expectSound(ledger, migrations);
    expect(lastLine(ledger).changes.unproven).toEqual([]);
    const [last, ...others] = told().reverse() as { detail: string }[];
    expect(others.reverse()).toEqual(before);
    expect(last).toMatchObject({ ...postponed, kind: 'postponed' });
    expect(JSON.parse(last?.detail ?? '')).toEqual({
      untilAt: '2026-11-23T07:00:00Z',
      reason: '等配件',
    });
    ledger.close();
  });

  it('keeps the older ledger beside it, whole, for its owner only', async () => {
    const ledger = load('001.sql');
    const before = readChain(ledger.db).head;
    await upgrade(ledger, { recordedAt: NOW, migrations: LATER });
    ledger.close();
    expect(backups()).toEqual(['before-upgrade-v1-20261122-013000.db']);
    const kept = path.join(dir, 'backups', backups()[0] ?? '');
    expect(statSync(kept).mode & 0o777).toBe(0o600);
    const old = new Ledger(kept, { readonly: true });
    expect(old.version).toBe(1);
    expect(readChain(old.db).head).toEqual(before);
    expectSound(old, migrations);
    old.close();
  });

  it('does without where there is no folder of backups', async () => {
    rmSync(path.join(dir, 'backups'), { recursive: true });
    const ledger = load('001.sql');
    await upgrade(ledger, { recordedAt: NOW, migrations: LATER });
    ledger.close();
    expect(readdirSync(dir)).toEqual(['ledger.db']);
  });

  it('does nothing the second time', async () => {
    const ledger = load('001.sql');
    await upgrade(ledger, { recordedAt: NOW, migrations: LATER });
    const { head } = readChain(ledger.db);
    await upgrade(ledger, { recordedAt: NOW, migrations: LATER });
    expect(readChain(ledger.db).head).toEqual(head);
    expect(backups()).toHaveLength(1);
    ledger.close();
  });

  it('remembers which tables had been changed behind wy’s back', async () => {
    const ledger = load('001.sql');
    ledger.db.exec("UPDATE units SET use = 'office' WHERE id = 1; DELETE FROM events WHERE id = 9");
    await upgrade(ledger, { recordedAt: NOW, migrations: LATER });
    expect(lastLine(ledger).changes.unproven).toEqual(['events', 'units']);
    const chain = readChain(ledger.db);
    expect(chain.unproven).toEqual(['events', 'units']);
    expect(differences(ledger.db, chain)).toEqual([]);
    ledger.close();
  });

  it('that fails leaves the ledger as it was, and nothing locked', async () => {
    const ledger = load('001.sql');
    const before = digestAll(ledger.db);
    const broken = [...LATER, { name: '999-broken', sql: 'DROP TABLE tickets; CREATE TABLE' }];
    await expect(upgrade(ledger, { recordedAt: NOW, migrations: broken })).rejects.toThrow();
    expect(ledger.version).toBe(1);
    expect(digestAll(ledger.db)).toEqual(before);
    expectSound(ledger, migrations);
    expect(ledger.db.pragma('foreign_keys', { simple: true })).toBe(1);
    const other = new Ledger(file);
    other.write(() => {});
    other.close();
    ledger.close();
  });

  it('refuses to leave rows that point to nothing', async () => {
    const ledger = load('001.sql');
    const careless = [...migrations, { name: '999', sql: 'DELETE FROM units' }];
    const upgrading = upgrade(ledger, { recordedAt: NOW, migrations: careless });
    await expect(upgrading).rejects.toMatchObject({ code: 'upgrade_failed', kind: 'unusable' });
    await expect(upgrading).rejects.toThrow('upgrade_failed');
    expect(ledger.version).toBe(1);
    expectSound(ledger, migrations);
    ledger.close();
  });

  it('by two processes at once is done once', async () => {
    load('001.sql').close();
    const one = new Ledger(file);
    const two = new Ledger(file);
    await upgrade(one, { recordedAt: NOW, migrations: LATER });
    await upgrade(two, { recordedAt: NOW, migrations: LATER });
    const upgrades = "SELECT count(*) FROM journal WHERE action = 'ledger.upgrade'";
    expect(two.db.prepare(upgrades).pluck().get()).toBe(1);
    expectSound(two, LATER);
    one.close();
    two.close();
  });

  it('is followed by digests of the new schema', async () => {
    const ledger = load('001.sql');
    await upgrade(ledger, { recordedAt: NOW, migrations: LATER });
    const before = digestAll(ledger.db);
    const watch = new RowWatch(ledger.db);
    ledger.db.exec("UPDATE units SET note = '漏水' WHERE id = 1; INSERT INTO keys VALUES (1, 1)");
    const settled = watch.settle((table) => before[table] ?? { rows: 0, sum: '0' });
    const after = digestAll(ledger.db);
    expect(settled).toEqual({ keys: after.keys, units: after.units });
    ledger.close();
  });
});
