import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cleanCell } from '../../src/exchange/cells.ts';
import type { Table } from '../../src/exchange/model.ts';
import { prepareRejects, rejectsCsv } from '../../src/exchange/rejects.ts';
import { readTable } from '../../src/exchange/table-file.ts';
import type { Lang } from '../../src/lib/words.ts';
import { map, tableOf } from './layout.ts';

const HEADER = ['房号', '姓名', '手机号', '备注'];

function reject(table: Table, lang: Lang = 'zh'): string {
  const { header, faults } = map(table);
  return rejectsCsv(table, header, faults, lang);
}
const readBack = (csv: string) => readTable({ name: 'rejects.csv', bytes: Buffer.from(csv) });

describe('rejectsCsv', () => {
  it('writes the faulty rows with all their reasons, and Excel opens it', () => {
    const table = tableOf(
      HEADER,
      ['3-2-1501', '王小满', '12', ''],
      ['3-2-1502', '李雷', '13800000002', ''],
      ['', '韩梅梅', '', 'a"b'],
    );
    expect(reject(table)).toBe(
      '\ufeff"退回原因","房号","姓名","手机号","备注"\r\n' +
        '"手机号: 不是手机号","\'3-2-1501","王小满","12",""\r\n' +
        '"房号: 不能为空","","韩梅梅","","a""b"\r\n',
    );
  });

  it('speaks the language of the site', () => {
    const csv = reject(tableOf(HEADER, ['', '王小满', '12']), 'en');
    expect(csv).toContain('"Reject reason","房号"');
    expect(csv).toContain('"房号: must not be blank; 手机号: no mobile number"');
  });

  it('can be mended and imported again, and rejects again without a second reason', async () => {
    const first = reject(
      tableOf(HEADER, ['3-2-1501', '王小满', '12', '备注：长'], ['3-2-1502', '李雷', 'x', '']),
    );
    const half = await readBack(first.replace('"12"', '"13800000001"'));
    const { records, faults, ignoredColumns } = map(half);
    expect(records.map(({ values }) => values)).toEqual([
      { unit: '3-2-1501', name: '王小满', phone: '13800000001', note: '备注：长' },
    ]);
    expect(faults).toMatchObject([{ line: 3, column: '手机号' }]);
    expect(ignoredColumns).toEqual([]);
    expect(reject(half).match(/退回原因/g)).toHaveLength(1);
    expect(reject(half).split('\r\n')[1]).toBe('"手机号: 不是手机号","\'3-2-1502","李雷","x",""');
  });

  it('still knows a row that is too wide', async () => {
    const again = await readBack(
      reject(tableOf(HEADER, ['1', '有车', ' 有狗', '王小满', '13800000001'])),
    );
    expect(map(again).faults).toContainEqual(expect.objectContaining({ code: 'row_too_wide' }));
  });

  it.each([
    ['a formula', '=1+1', true],
    ['a plus', '+8613800000001', true],
    ['a minus', '-1-101', true],
    ['an at sign', '@SUM(1)', true],
    ['a tab', '\t=1', true],
    ['a full-width sign', '＝1+1', true],
    ['a unit Excel takes for a date', '10-1-2001', true],
    ['a leading zero', '0571', true],
    ['more digits than Excel keeps', '123456789012345678', true],
    ['a mobile number', '13800000001', false],
    ['a day', '2023-11-01', false],
    ['a decimal', '0.85', false],
    ['a name', '王小满', false],
  ])('guards %s', (_, text, guarded) => {
    const csv = reject(tableOf(HEADER, ['', '王小满', '', text]));
    expect(csv.includes(`"'${text}"`)).toBe(guarded);
  });

  it('comes back as what it was, whatever stood in the cell', async () => {
    const char = fc.oneof(
      fc.constantFrom(...'=+-@\'"\t,;0123456789＝房 '),
      fc.string({ minLength: 1, maxLength: 1 }),
    );
    const text = fc.array(char, { minLength: 1, maxLength: 10 }).map((chars) => chars.join(''));
    await fc.assert(
      fc.asyncProperty(text, async (note) => {
        const { rows } = await readBack(reject(tableOf(HEADER, ['', '王小满', '12', note])));
        expect(cleanCell(rows[1]?.cells[4] ?? '')).toBe(cleanCell(note));
      }),
      { numRuns: 1000, examples: [['\t'], ["'=1"], ['="1"'], ["\t'="]] },
    );
  });
});

describe('prepareRejects', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'wy-rejects-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('gives the file its name when it is told to, for its owner only', () => {
    const path = join(folder, '退回.csv');
    const prepared = prepareRejects(path, '\ufeffa');
    expect(readdirSync(folder)).not.toContain('退回.csv');
    prepared.place();
    prepared.discard();
    expect(readdirSync(folder)).toEqual(['退回.csv']);
    expect(readFileSync(path, 'utf8')).toBe('\ufeffa');
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('leaves nothing behind when it is not wanted', () => {
    prepareRejects(join(folder, 'a.csv'), 'a').discard();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('overwrites nothing', () => {
    const path = join(folder, 'a.csv');
    writeFileSync(path, 'first');
    expect(() => prepareRejects(path, 'second')).toThrow(
      expect.objectContaining({ code: 'rejects_not_written', kind: 'refused' }),
    );
    expect(readFileSync(path, 'utf8')).toBe('first');
    expect(readdirSync(folder)).toEqual(['a.csv']);
  });

  it('overwrites nothing that has come meanwhile', () => {
    const path = join(folder, 'a.csv');
    const prepared = prepareRejects(path, 'second');
    writeFileSync(path, 'first');
    expect(() => prepared.place()).toThrow('rejects_not_placed');
    prepared.discard();
    expect(readFileSync(path, 'utf8')).toBe('first');
    expect(readdirSync(folder)).toEqual(['a.csv']);
  });

  it('refuses a folder that is not there', () => {
    expect(() => prepareRejects(join(folder, 'none', 'a.csv'), '')).toThrow('ENOENT');
  });
});
