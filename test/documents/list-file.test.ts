import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { csvOf, prepareList, refuseFile } from '../../src/documents/list-file.ts';
import type { List } from '../../src/documents/model.ts';
import { readTable } from '../../src/exchange/table-file.ts';
import { codeOf } from '../support/checks.ts';
import { temporaryPath } from '../support/session.ts';

const list: List = {
  columns: [
    { label: '名称', is: 'text' },
    { label: '金额', is: 'number', digits: 2 },
    { label: '课时', is: 'number', digits: 3 },
    { label: '日期', is: 'day' },
    { label: '时间', is: 'clock' },
  ],
  rows: [
    [
      { is: 'text', text: '=1+1' },
      { is: 'number', value: 12_050, digits: 2 },
      { is: 'number', value: 1_500, digits: 3 },
      { is: 'day', day: '2026-11-22' },
      { is: 'clock', text: '2026-11-22 09:30:15' },
    ],
    [{ is: 'text', text: '"A", B\n换行' }, undefined, undefined, undefined, undefined],
  ],
};

async function written(file: string) {
  const prepared = await prepareList(file, list);
  prepared.place();
  prepared.discard();
  return readFileSync(file);
}

describe('a list outside', () => {
  it('as text: a formula stands behind an apostrophe, quotes and breaks are kept', async () => {
    expect(await csvOf(list)).toBe(
      '名称,金额,课时,日期,时间\r\n' +
        `"'=1+1",120.50,1.5,2026-11-22,2026-11-22 09:30:15\r\n` +
        '"""A"", B\n换行",,,,\r\n',
    );
  });

  it.each([
    ['equals', '=1'],
    ['plus', '+1'],
    ['minus', '-1'],
    ['at', '@SUM(1)'],
    ['wide equals', '＝1'],
    ['tab', '\t=1'],
  ])('guards what begins with %s', async (_, text) => {
    const one: List = { columns: [{ label: 'x', is: 'text' }], rows: [[{ is: 'text', text }]] };
    expect(await csvOf(one)).toContain(`'${text}`);
  });

  it('as CSV: with a BOM for Excel, readable for its owner only', async () => {
    const file = temporaryPath('list.csv');
    const bytes = await written(file);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('as XLSX: numbers and dates are numbers and dates, a formula is text', async () => {
    const file = temporaryPath('list.xlsx');
    const { readXlsx } = await import('hucre/xlsx');
    const { sheets } = await readXlsx(new Uint8Array(await written(file)));
    const [, first] = sheets[0]?.rows ?? [];
    expect(first).toEqual([
      '=1+1',
      120.5,
      1.5,
      new Date('2026-11-22T00:00:00Z'),
      new Date('2026-11-22T09:30:15Z'),
    ]);
    expect((await readTable(file)).rows[1]?.cells).toEqual([
      ...['=1+1', '120.5', '1.5', '2026-11-22', '2026-11-22 09:30:15'],
    ]);
  });

  it('refuses other kinds of files, and one that is there', () => {
    const taken = temporaryPath('taken.csv');
    writeFileSync(taken, 'mine');
    expect(codeOf(() => refuseFile('list.pdf'))).toBe('unknown_file_type');
    expect(codeOf(() => refuseFile(taken))).toBe('file_exists');
    expect(readFileSync(taken, 'utf8')).toBe('mine');
  });
});
