import { describe, expect, it } from 'vitest';
import { Ledger } from '../../src/ledger/ledger.ts';
import { type Book, resolveAmong } from '../../src/ledger/numbers.ts';
import { w } from '../../src/lib/words.ts';

const book = (table: string, prefix: string): Book => ({
  table,
  prefix,
  name: w(table, table),
  list: `${table} list`,
  keepsFormer: true,
});
const BOOKS = [book('tickets', 'T'), book('complaints', 'C')];
const TODAY = '2026-11-22';

const ledger = new Ledger(':memory:', { create: true });
for (const { table } of BOOKS) {
  ledger.db.exec(`CREATE TABLE ${table} (id INTEGER PRIMARY KEY, no TEXT, former_no TEXT)`);
}
const insert = (table: string, no: string, former: string | null = null) =>
  ledger.db.prepare(`INSERT INTO ${table} (no, former_no) VALUES (?, ?)`).run(no, former);
insert('tickets', 'T261120-001');
insert('tickets', 'T261122-002');
insert('tickets', 'T261121-004', 'CX-17');
insert('complaints', 'C261120-001', 'TS2026001');
insert('complaints', 'C261122-003');
insert('complaints', 'C261121-002');

describe('a number of several books', () => {
  it.each([
    ['in full', 'C261120-001', 'C261120-001'],
    ['in small letters', 'c261120-001', 'C261120-001'],
    ['a serial of today, though another book has one that ends so', '2', 'T261122-002'],
    ['an end that only one has', '21-002', 'C261121-002'],
    ['a former number that begins like another book’s', 'TS2026001', 'C261120-001'],
    ['and the other way about', 'cx-17', 'T261121-004'],
  ])('%s', (_, typed, no) => {
    expect(resolveAmong(ledger, BOOKS, typed, TODAY).no).toBe(no);
  });

  it.each([
    ['an end that two books have', '20-001', 'ambiguous_number'],
    ['a serial that nobody has today, and two have', '001', 'ambiguous_number'],
    ['a number of ours that is not there', 'T261120-009', 'unknown_number'],
    ['nothing like it', 'XYZ', 'unknown_number'],
  ])('refuses %s', (_, typed, code) => {
    const refusal = () => resolveAmong(ledger, BOOKS, typed, TODAY);
    expect(refusal).toThrow(code);
  });
});
