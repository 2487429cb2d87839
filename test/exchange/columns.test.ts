import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mapTable } from '../../src/exchange/columns.ts';
import { recognises } from '../../src/exchange/header.ts';
import { readTable } from '../../src/exchange/table-file.ts';
import { misused, unusable, WyError } from '../../src/lib/errors.ts';
import { headingKey } from '../../src/lib/heading.ts';
import { same, w } from '../../src/lib/words.ts';
import { layout, map, tableOf } from './layout.ts';

const FILES = join(import.meta.dirname, '../../fixtures/files');
const mapFile = async (name: string) => map(await readTable(join(FILES, name), recognises(layout)));
const one = (...cells: string[]) => {
  const { records, faults } = map(
    tableOf(['房号', '姓名', '手机号', '面积', '入住日期', '备注'], cells),
  );
  return { values: records[0]?.values, faults };
};

function thrownBy(act: () => unknown): WyError {
  try {
    act();
  } catch (error) {
    if (error instanceof WyError) return error;
    throw error;
  }
  throw new Error('nothing thrown');
}

describe('headingKey', () => {
  it.each([
    ['房号', '房号'],
    [' 房　号＊', '房号'],
    ['*房号（必填）', '房号'],
    ['建筑面积(㎡)', '建筑面积'],
    ['建筑面积㎡', '建筑面积'],
    ['Phone Number [mobile]', 'phonenumber'],
    ['Move-in Date:', 'moveindate'],
    ['(备注)', '备注'],
    ['电话１', '电话1'],
    ['--', ''],
  ])('%s → %s', (title, key) => {
    expect(headingKey(title)).toBe(key);
  });
});

describe('mapTable: files of offices', () => {
  it.each([
    ['units-gb18030.csv', 4, 3, [9, 10], ['序号', '房屋状态']],
    ['units-semicolon.csv', 3, 3, [], []],
    ['units-repeated-headers.csv', 1, 3, [4, 5, 7, 8], []],
    ['units-three-columns.csv', 1, 3, [], ['楼层']],
    ['residents-unicode-text.txt', 1, 2, [], []],
    ['residents-english.csv', 1, 2, [], []],
    ['residents-full-width.csv', 1, 2, [], []],
    ['residents-html.xls', 2, 2, [], []],
    ['residents-two-row-header.xlsx', 3, 2, [], []],
    ['dates-1904.xlsx', 1, 1, [], []],
    ['header-only.csv', 1, 0, [], []],
    ['one-column.csv', 1, 2, [], []],
  ])('%s', async (name, line, rows, skippedLines, ignoredColumns) => {
    const mapped = await mapFile(name);
    expect(mapped.faults).toEqual([]);
    expect(mapped.header.line).toBe(line);
    expect(mapped).toMatchObject({ rows, skippedLines, ignoredColumns });
    expect(mapped.records).toHaveLength(rows);
  });

  it('reads full-width digits, and leaves names as they are written', async () => {
    const { records } = await mapFile('residents-full-width.csv');
    expect(records.map(({ values }) => values)).toEqual([
      { unit: '3-2-1501', name: '王小满', phone: '13800000001' },
      { unit: '3-2-1502', name: '李雷', phone: '13800000002' },
    ]);
  });

  it('joins a header of two rows', async () => {
    const { header, records } = await mapFile('residents-two-row-header.xlsx');
    expect(header.cells).toEqual(['房号', '姓名', '手机号', '入住日期']);
    expect(records[0]).toMatchObject({
      line: 4,
      values: { phone: '13800000001', since: '2023-11-01' },
    });
  });

  it('skips the sheet of instructions and the total', async () => {
    const { header, skippedLines, faults } = await mapFile('units.xlsx');
    expect(header.line).toBe(3);
    expect(skippedLines).toEqual([8]);
    expect(faults).toMatchObject([
      { line: 6, column: '建筑面积（㎡）', value: '#N/A', code: 'cell_error' },
    ]);
  });

  it('names every fault of what Excel has damaged, at once', async () => {
    const { records, faults } = await mapFile('residents-excel-damage.csv');
    expect(records.map(({ line, values }) => [line, values.phone, values.since])).toEqual([
      [2, '13812345678', '2023-11-01'],
      [4, '13800000003', '2023-11-01'],
      [5, '13800000004', '2023-11-01'],
    ]);
    expect(faults.map(({ line, column, value, code }) => [line, column, value, code])).toEqual([
      [3, '手机号', '***', 'digits_lost'],
      [6, '入住日期', '99999', 'bad_import_day'],
      [7, '入住日期', '2023-02-30', 'bad_import_day'],
    ]);
  });

  it('names the row that a comma without quotes has shifted', async () => {
    const { faults } = await mapFile('residents-extra-comma.csv');
    expect(faults).toMatchObject([{ line: 2, code: 'row_too_wide', value: '***' }]);
  });

  it('lists the titles found and the names accepted', () => {
    const error = thrownBy(() => map(tableOf(['房产编号', '姓名', '面积'], ['1', '王小满', '89'])));
    expect(error).toMatchObject({ code: 'header_missing', kind: 'usage' });
    expect(error.words.zh).toContain('房产编号、姓名、面积');
    expect(error.hint?.zh).toMatch(/房号（房间号、.+）$/);
    expect(error.hint?.en).toContain('Unit (房号');
  });

  it('shows no cell of a file without a header: they may be names', async () => {
    const table = await readTable(join(FILES, 'no-header.csv'));
    const error = thrownBy(() => map(table));
    expect(error).toMatchObject({ code: 'header_missing' });
    expect(JSON.stringify(error)).not.toContain('王小满');
  });

  it('says that an empty file is empty', async () => {
    const table = await readTable(join(FILES, 'empty.csv'));
    expect(() => map(table)).toThrow('table_empty');
  });
});

describe('mapTable: header', () => {
  it('refuses a title that stands there twice', () => {
    const twice = tableOf(['房号', '姓名', '姓 名*'], ['1', '王小满', '李雷']);
    expect(() => map(twice)).toThrow('header_twice');
  });

  it('takes the likelier of two titles for a column and names the other', () => {
    const { records, ignoredColumns } = map(
      tableOf(['房号', '电话', '手机号'], ['1', '0571', '13800000001']),
    );
    expect(records[0]?.values.phone).toBe('13800000001');
    expect(ignoredColumns).toEqual(['电话']);
  });

  it('joins a group title with the titles under it when only both together are enough', () => {
    const table = tableOf(
      ['房号', '业主', ''],
      ['', '姓名', '电话'],
      ['3-2-1501', '王小满', '13800000001'],
    );
    expect(map(table).records[0]?.values).toEqual({
      unit: '3-2-1501',
      name: '王小满',
      phone: '13800000001',
    });
  });

  it('needs the columns that are required', () => {
    const strict = {
      columns: { ...layout.columns, area: { ...layout.columns.area, required: true } },
    };
    expect(() => mapTable(tableOf(['房号']), strict)).toThrow('header_missing');
    expect(mapTable(tableOf(['房号', '面积'], ['1', '']), strict).faults).toMatchObject([
      { line: 2, column: '面积', value: '', code: 'missing_value' },
    ]);
  });

  it('treats one name for two columns as our bug', () => {
    const { note } = layout.columns;
    expect(() => mapTable(tableOf(['备注']), { columns: { note, other: note } })).toThrow(
      'names both note and other',
    );
  });

  it('looks past the column of reasons', () => {
    const { ignoredColumns, records } = map(
      tableOf(['退回原因', '房号'], ['备注: 太长', '3-2-1501']),
    );
    expect(ignoredColumns).toEqual([]);
    expect(records).toHaveLength(1);
  });
});

describe('mapTable: rows', () => {
  it.each([
    ['合计'],
    ['合 计'],
    ['总计：'],
    ['合计120户'],
    ['3栋小计'],
    ['Total'],
    ['Grand Total: 3'],
    ['制表人：前台'],
    ['备注：数据截至年底'],
  ])('passes over %s', (text) => {
    const { records, faults, skippedLines, rows } = map(tableOf(['房号', '面积'], [text, '99.x']));
    expect({ records, faults, skippedLines, rows }).toEqual({
      records: [],
      faults: [],
      skippedLines: [2],
      rows: 0,
    });
  });

  it.each([
    ['会计室', '总工会计划书: 合计二'],
    ['3-2-1501', '电话：不便接听'],
  ])('does not take %s / %s for a total or a remark', (unit, note) => {
    expect(map(tableOf(['房号', '备注'], [unit, note])).records).toHaveLength(1);
  });

  it('goes on behind a subtotal', () => {
    const { records } = map(tableOf(['房号'], ['3-2-1501'], ['小计'], ['5-1-101']));
    expect(records.map(({ line }) => line)).toEqual([2, 4]);
  });

  it.each([
    ['nothing', ''],
    ['a hyphen', '-'],
    ['a dash', '——'],
    ['a slash', '/'],
    ['NULL', 'NULL'],
    ['wide spaces', '　　'],
  ])('has no value for %s', (_, text) => {
    expect(one('3-2-1501', '王小满', text, text, text, text)).toEqual({
      values: { unit: '3-2-1501', name: '王小满' },
      faults: [],
    });
  });

  it.each([
    ['with an apostrophe', "'13800000001"],
    ['as a formula of text', '="13800000001"'],
    ['with decimals', '13800000001.0'],
    ['full-width', '１３８０００００００１'],
    ['with an exponent, all digits there', '1.3800000001E+10'],
    ['among spaces', '\u00a013800000001\t'],
  ])('reads a phone %s', (_, text) => {
    expect(one('1', '', text).values?.phone).toBe('13800000001');
  });

  it('masks personal values and shortens long ones', () => {
    const { faults } = one('1', '', '12', 'x'.repeat(50));
    expect(faults).toEqual([
      {
        line: 2,
        column: '手机号',
        value: '***',
        reason: w('不是手机号', 'no mobile number'),
        code: 'bad_phone',
      },
      {
        line: 2,
        column: '面积',
        value: `${'x'.repeat(40)}…`,
        reason: expect.anything(),
        code: 'bad_area',
      },
    ]);
  });

  it('wants the required columns in every row', () => {
    const { faults, records } = map(
      tableOf(['楼号', '单元', '房屋'], ['3', '', '101'], ['3', '2', ''], ['', '2', '']),
    );
    expect(records).toHaveLength(1);
    expect(faults.map(({ line, column, code }) => [line, column, code])).toEqual([
      [3, '房屋', 'missing_value'],
      [4, '房屋', 'missing_value'],
    ]);
  });

  it('lets a column see its row', () => {
    const { records } = map(tableOf(['楼号', '单元', '房号'], ['3', '２', '1501']));
    expect(records[0]?.values.unit).toBe('3-2-1501');
  });

  it('keeps the notes of a row as written', () => {
    expect(one('1', '', '', '', '', '（临时）１２３：1.5E+10').values?.note).toBe(
      '（临时）１２３：1.5E+10',
    );
  });

  it('lets side notes stand beside the table of a workbook', () => {
    const rows = tableOf(['房号', ''], ['3-2-1501', '要核对']).rows;
    expect(map({ sheet: '房屋', rows }).faults).toEqual([]);
  });

  it.each([
    ['our bug', new Error('bug')],
    ['a ledger that cannot be used', unusable('ledger_busy', same('busy'))],
  ])('passes on %s', (_, error) => {
    const parse = () => {
      throw error;
    };
    const broken = { columns: { unit: { ...layout.columns.unit, parse } } };
    expect(() => mapTable(tableOf(['房号'], ['1']), broken)).toThrow(error);
  });

  it('names a fault found later as one of the file', () => {
    const mapped = map(tableOf(['房间号'], ['3-2-1501']));
    const error = misused('unit_twice', w('房号重复', 'this unit stands there twice'));
    expect(mapped.faultOf(mapped.records[0]!, 'unit', error)).toEqual({
      line: 2,
      column: '房间号',
      value: '3-2-1501',
      reason: error.words,
      code: 'unit_twice',
    });
  });

  it('maps 100,000 rows', () => {
    const row = (at: number) => [
      `3-2-${at}`,
      '王小满',
      `${13_800_000_000 + at}`,
      '89.53',
      '2023/11/1',
      '无',
    ];
    const table = tableOf(
      ['房号', '姓名', '手机号', '面积', '入住日期', '备注'],
      ...Array.from({ length: 100_000 }, (_, at) => row(at)),
    );
    expect(map(table).records).toHaveLength(100_000);
  });
});
