import { copyFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { differences, readChain } from '../../src/ledger/verify.ts';
import type { FrontDesk } from '../support/session.ts';
import { columnsOf, disarm, rewrite, tablesOf, tamper } from '../support/tamper.ts';
import { faultsOf, furnishedDesk, ledgerOf } from './furnished.ts';

let desk: FrontDesk;
const ledger = () => ledgerOf(desk);
const faults = () => faultsOf(desk);

beforeEach(async () => {
  desk = await furnishedDesk();
});

/** The check that must notice, and what it says of a table. */
const witnessOf = (table: string): [check: string, mention: string] => {
  if (table === 'journal') return ['chain', '不符'];
  return table === 'digests' ? ['digests', '摘要表被改'] : ['rows', table];
};

/** The tables are those of the newest ledger, whatever it holds: nobody has to remember to add one. */
describe('doctor notices in every table', () => {
  it('nothing, where nothing was touched', async () => {
    expect(await faults()).toEqual({});
  });

  it('a row that was deleted', async () => {
    for (const table of tablesOf(ledger())) {
      await withTampered(`DELETE FROM ${table} WHERE ${firstKey(table)}`, table, '-');
    }
  });

  it('a row that was added', async () => {
    for (const table of tablesOf(ledger())) {
      const values = columnsOf(ledger(), table).map(({ name, type }) =>
        type === 'TEXT' ? `coalesce(${name}, '') || 'x'` : `coalesce(${name}, 0) + 1000`,
      );
      await withTampered(
        `INSERT INTO ${table} SELECT ${values.join(', ')} FROM ${table} WHERE ${firstKey(table)}`,
        table,
        '+',
      );
    }
  });

  it('any value that was changed', () => {
    const changes = tablesOf(ledger())
      .filter((table) => witnessOf(table)[0] === 'rows')
      .flatMap((table) => changesOf(table).map((sql) => ({ table, sql })));
    expect(changes.length).toBeGreaterThan(200);
    tamper(ledger(), (db) => {
      disarm(db);
      const chain = readChain(db);
      for (const { table, sql } of changes) {
        db.exec('BEGIN');
        db.exec(sql);
        expect(differences(db, chain), sql).toEqual([{ table, rows: 0 }]);
        db.exec('ROLLBACK');
      }
    });
  });

  it.each(['journal', 'digests'])('any value that was changed in %s', async (table) => {
    for (const sql of changesOf(table)) await withTampered(sql, table, '=');
  });

  it('a value that was taken out', async () => {
    await withTampered('UPDATE people SET phone = NULL', 'people', '=');
  });

  it('two values that changed places', async () => {
    rewrite(
      ledger(),
      `UPDATE staff SET name = CASE id WHEN 1 THEN '李强x' ELSE '王芳' END WHERE id IN (1, 2);
       UPDATE staff SET name = '李强' WHERE id = 1`,
    );
    expect((await faults()).rows).toContain('staff');
  });

  it('a table that was emptied, one that was dropped and one that was added', async () => {
    const [events, residents] = ['events', 'residents'].map(rowsOf);
    rewrite(ledger(), 'DELETE FROM events; DROP TABLE residents; CREATE TABLE extra (x)');
    const found = await faults();
    expect(found.rows).toContain(`events：少了 ${events} 行、residents：少了 ${residents} 行`);
    expect(found.schema).toMatch(/residents.*table extra/);
    rewrite(ledger(), 'INSERT INTO extra VALUES (1)');
    expect((await faults()).rows).toContain('extra：多出 1 行');
  });

  const rowsOf = (table: string) =>
    tamper(ledger(), (db) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get());

  /** One SQL for each column, which changes one value of it. */
  function changesOf(table: string): string[] {
    return columnsOf(ledger(), table).map(({ name, type }) => {
      const value =
        type === 'TEXT' ? `coalesce(${name}, '') || 'x'` : `coalesce(${name}, 0) + 1000`;
      return `UPDATE ${table} SET ${name} = ${value} WHERE ${firstKey(table)}`;
    });
  }

  function firstKey(table: string): string {
    const [key] = columnsOf(ledger(), table).filter(({ pk }) => pk > 0);
    const name = key?.name ?? 'rowid';
    return `${name} = (SELECT min(${name}) FROM ${table})`;
  }

  async function withTampered(sql: string, table: string, change: '+' | '-' | '='): Promise<void> {
    copyFileSync(ledger(), `${ledger()}.untouched`);
    rewrite(ledger(), sql);
    const [check, mention] = witnessOf(table);
    const found = await faults();
    expect(found, sql).toHaveProperty(check);
    expect(found[check], sql).toContain(mention);
    if (check === 'rows') {
      expect(found[check]).toMatch({ '+': /多出 1 行/, '-': /少了 1 行/, '=': /被改/ }[change]);
    }
    expect(JSON.stringify(found), sql).not.toMatch(/张伟|李强|王芳|1380000|漏水/);
    copyFileSync(`${ledger()}.untouched`, ledger());
  }
});
