import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Table } from '../../src/exchange/model.ts';
import { readTable } from '../../src/exchange/table-file.ts';
import { numberText } from '../../src/exchange/xlsx.ts';
import { encodeGb18030 } from '../support/gb18030.ts';

const FILES = join(import.meta.dirname, '../../fixtures/files');
const read = (name: string, recognises?: (table: Table) => boolean) =>
  readTable(join(FILES, name), recognises);
const csv = (text: string) => readTable({ name: 'a.csv', bytes: Buffer.from(text) });
const has = (title: string) => (table: Table) =>
  table.rows.some(({ cells }) => cells.includes(title));
const cellsOf = (table: Table) => table.rows.map(({ cells }) => cells);
const linesOf = (table: Table) => table.rows.map(({ line }) => line);

describe('readTable: text', () => {
  it.each([
    [
      'units-gb18030.csv',
      [1, 2, 4, 5, 6, 8, 9, 10],
      4,
      ['2', '3栋2单元1502室', '120.00', '空置', '2023年11月1日'],
    ],
    ['units-utf8-bom.csv', [1, 2, 3], 0, ['房号', '面积', '状态']],
    ['units-semicolon.csv', [1, 3, 4, 5, 6], 3, ['3-2-1502', '120', '带;车位']],
    ['units-sep-line.csv', [2, 3], 1, ['3-2-1501', '89.53']],
    ['units-mixed-line-ends.csv', [1, 2, 3, 4], 3, ['3-2-1503', '98.2']],
    [
      'residents-unicode-text.txt',
      [1, 2, 3],
      2,
      ['3-2-1502', '欧阳𬭎', '13800000002', '2024/2/29'],
    ],
    [
      'residents-english.csv',
      [1, 2, 4],
      2,
      ['3-2-1502', 'Li, Lei', '13800000002', '2024-02-29', ''],
    ],
    ['residents-tabs.xls', [1, 2, 3], 2, ['3-2-1502', '李雷', '13800000002']],
    ['header-only.csv', [1], 0, ['房号', '面积']],
    ['one-column.csv', [1, 2, 3], 2, ['3-2-1502']],
  ])('%s', async (name, lines, at, cells) => {
    const table = await read(name);
    expect(table.sheet).toBeUndefined();
    expect(linesOf(table)).toEqual(lines);
    expect(table.rows[at]?.cells).toEqual(cells);
  });

  it('reads an empty file as no rows', async () => {
    expect(await read('empty.csv')).toEqual({ rows: [] });
  });

  it('keeps a line break inside a cell', async () => {
    const { rows } = await read('residents-english.csv');
    expect(rows[1]?.cells[4]).toBe('two cars\n and a dog, "Bao"');
  });

  it.each([
    ['residents-unclosed-quote.csv', 'csv_quotes', 'line 2'],
    ['damaged-utf8.csv', 'text_damaged', 'line 3'],
    ['picture.csv', 'file_not_text', 'neither text'],
    ['old-workbook.xls', 'old_workbook', 'old-workbook.xls'],
    ['not-there.csv', 'file_unreadable', 'ENOENT'],
    ['.', 'file_unreadable', 'EISDIR'],
  ])('refuses %s', async (name, code, message) => {
    await expect(read(name)).rejects.toMatchObject({ code, kind: 'usage' });
    await expect(read(name)).rejects.toThrow(message);
  });

  it.each([
    ['a title without any', '阳光小区业主表\na;b;c\n1;2;3\n', ['a', 'b', 'c']],
    ['commas in every value but not in the header', 'a;b\n1,5;2,5\n3,5;4,5\n', ['a', 'b']],
    ['semicolons in every note', 'a,b,c\n1,2,x;y\n1,2,x;y\n', ['a', 'b', 'c']],
    ['tabs with commas inside', 'a\tb\n1,2\t3,4\n', ['a', 'b']],
  ])('finds the delimiter: %s', async (_, text, header) => {
    expect(cellsOf(await csv(text))).toContainEqual(header);
  });

  it('asks for the header where the shape leaves a doubt', async () => {
    const bytes = Buffer.from('房号,备注;姓名,电话\n1,a;b,2\n');
    const table = await readTable({ name: 'a.csv', bytes }, has('姓名,电话'));
    expect(table.rows[0]?.cells).toEqual(['房号,备注', '姓名,电话']);
  });

  it('counts physical lines behind quoted line breaks', async () => {
    expect(linesOf(await csv('a,b\r\n"x\r\ny\r\nz",1\r\n\r\n2,3\r\n'))).toEqual([1, 2, 6]);
  });

  it.each([
    ['an XML spreadsheet', '<?xml version="1.0"?>\n<Workbook/>', 'old_workbook'],
    ['a web archive', 'MIME-Version: 1.0\n', 'old_workbook'],
    ['a zip that is no workbook', 'PK\u0003\u0004 nothing', 'xlsx_unreadable'],
    [
      'a page of which rows would get lost',
      '<table><tr><td>1</td></tr><!-- <tr></table>',
      'html_unreadable',
    ],
  ])('refuses %s', async (_, text, code) => {
    await expect(csv(text)).rejects.toMatchObject({ code, kind: 'usage' });
  });

  it('reads 100,000 rows', async () => {
    const row = (at: number) =>
      `3-2-${at},王小满,${13_800_000_000 + at},89.53,2023-11-01,"备注, 长"`;
    const text = `房号,姓名,电话,面积,日期,备注\r\n${Array.from({ length: 100_000 }, (_, at) => row(at)).join('\r\n')}`;
    const bytes = encodeGb18030(text);
    const { rows } = await readTable({ name: 'a.csv', bytes });
    expect(rows).toHaveLength(100_001);
    expect(rows[100_000]).toMatchObject({ line: 100_001, cells: { length: 6 } });
  });
});

describe('readTable: whatever is written as CSV reads back', () => {
  const ENCODERS = {
    'utf-8': (text: string) => Buffer.from(text),
    'utf-8 with BOM': (text: string) => Buffer.from(`\ufeff${text}`),
    'utf-16le': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
    'utf-16be': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
    gb18030: encodeGb18030,
  };
  const char = fc.oneof(
    fc.constantFrom(...'房号楼单元王李赵钱孙周吴郑３－１５０１,;\t"\'\n =-+@#'),
    fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((point) => String.fromCodePoint(point)),
    fc.integer({ min: 0x20000, max: 0x2a6d0 }).map((point) => String.fromCodePoint(point)),
    fc.string({ minLength: 1, maxLength: 1 }),
  );
  const cell = fc.array(char, { maxLength: 8 }).map((chars) => chars.join(''));
  const table = fc
    .integer({ min: 2, max: 5 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 8 }),
    );

  it.each(Object.entries(ENCODERS))('%s', async (_, encode) => {
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(',', ';', '\t'),
        fc.boolean(),
        fc.constantFrom('\r\n', '\n'),
        async (body, delimiter, quotes, newline) => {
          const header = [
            '房号楼栋单元',
            ...(body[0]?.slice(1) ?? ['姓名']).map((_, at) => `列${at}`),
          ];
          const text = Papa.unparse([header, ...body], { delimiter, quotes, newline });
          const read = await readTable(
            { name: 'a.csv', bytes: encode(text) },
            has(header[0] ?? ''),
          );
          const filled = body.filter((cells) => cells.some((each) => each.trim() !== ''));
          expect(cellsOf(read)).toEqual([header, ...filled]);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('readTable: workbooks', () => {
  it('takes the first visible sheet that has the header', async () => {
    expect((await read('units.xlsx')).sheet).toBe('填表说明');
    expect((await read('units.xlsx', has('楼号'))).sheet).toBe('房屋');
    expect((await read('units.xlsx', has('9-9-999'))).sheet).toBe('填表说明');
  });

  it('reads the same from a workbook called .csv', async () => {
    expect(await read('units-named.csv')).toEqual(await read('units.xlsx', has('楼号')));
  });

  it('gives dates, numbers, formulas and merged cells as text', async () => {
    const { rows } = await read('units.xlsx', has('楼号'));
    expect(rows.map(({ line }) => line)).toEqual([1, 3, 4, 5, 6, 8]);
    expect(rows.slice(2, 5).map(({ cells }) => cells)).toEqual([
      ['3', '2', '1501', '89.53', '2.5', '2023-11-01', '2023-11-01 09:30:00', '王小满', 'TRUE'],
      ['3', '2', '1502', '179.06', '0.85', '2024-02-29', '09:30:00', '李雷', 'FALSE'],
      ['3', '2', '1503', '#N/A', '8.953', '2024-01-31', '', '韩梅梅', ''],
    ]);
  });

  it('reads the 1904 calendar', async () => {
    expect(cellsOf(await read('dates-1904.xlsx'))[1]).toEqual(['3-2-1501', '2023-11-01']);
  });

  it('reads a web page called .xls', async () => {
    expect(cellsOf(await read('residents-html.xls'))).toEqual([
      ['业主名册', '', '', ''],
      ['楼号', '房间', '业主姓名', '电话'],
      ['3', '1501', '王小满 & 李雷', '13800000001'],
      ['3', '1502', '韩梅梅 （代）', ''],
    ]);
  });

  it('reads a damaged workbook as damaged', async () => {
    const whole = await readFile(join(FILES, 'units.xlsx'));
    const bytes = whole.subarray(0, whole.length / 2);
    await expect(readTable({ name: 'a.xlsx', bytes })).rejects.toMatchObject({
      code: 'xlsx_unreadable',
    });
  });

  it.each([
    [8.1 * 3, '24.3'],
    [13_812_345_678, '13812345678'],
    [0, '0'],
    [-0.5, '-0.5'],
    [0.1 + 0.2, '0.3'],
    [1e-7, '0.0000001'],
    [1.1e17, '110000000000000000'],
    [1e21, '1000000000000000000000'],
    [999_999_999.99, '999999999.99'],
  ])('writes the number %d as %s', (value, text) => {
    expect(numberText(value)).toBe(text);
  });
});
