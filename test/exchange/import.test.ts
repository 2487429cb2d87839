import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { importFile } from '../../src/exchange/import.ts';
import { residentImport } from '../../src/exchange/residents.ts';
import { unitImport } from '../../src/exchange/units.ts';
import { invariants } from '../../src/registry/invariants.ts';
import { listResidents } from '../../src/registry/residents.ts';
import { listUnits } from '../../src/registry/units.ts';
import type { TestCtx } from '../support/ledger.ts';
import { makeCtx } from '../support/ledger.ts';

const dir = mkdtempSync(path.join(os.tmpdir(), 'wy-import-'));
afterAll(() => rmSync(dir, { recursive: true }));

let ctx: TestCtx;
let files = 0;

beforeEach(async () => {
  ctx = await makeCtx();
});

function fileOf(...lines: string[]): string {
  files += 1;
  const file = path.join(dir, `${files}.csv`);
  writeFileSync(file, lines.join('\n'));
  return file;
}

const store = { dryRun: false, rejects: undefined };

const units = (file: string, options = {}) =>
  importFile(ctx, file, unitImport(ctx), { ...store, ...options });

const residents = async (file: string, options = {}) =>
  importFile(ctx, file, await residentImport(ctx), { ...store, ...options });

const fixture = (name: string) => path.join('fixtures', 'files', name);

const everyone = () => listResidents(ctx.ledger);

const counts = (result: {
  added: number;
  changed: number;
  unchanged: number;
  rejected: number;
}) => [result.added, result.changed, result.unchanged, result.rejected];

const ID = '11010519491231002X';
const OTHER_ID = '110105194912310011';
const PEOPLE = '房号,姓名,手机号,身份证号';

/** What breaks the registry's own rules. */
const findingsOf = ({ ledger }: TestCtx) =>
  invariants.flatMap(({ sql }) => ledger.db.prepare(sql).pluck().all());

const UNITS = fileOf('房号,建筑面积', '3-2-1501,89.53', '3栋2单元1502,100', '商铺12,45.5');

describe('units', () => {
  it('are added once, changed when they differ, and left alone when they do not', async () => {
    expect(counts(await units(UNITS))).toEqual([3, 0, 0, 0]);
    expect(counts(await units(UNITS))).toEqual([0, 0, 3, 0]);
    const newer = fileOf('房号,建筑面积,交房日期', '3-2-1501,90,2024-06-30', '3-2-1503,100,');
    expect(counts(await units(newer))).toEqual([1, 1, 0, 0]);
    expect(listUnits(ctx.ledger).map((unit) => [unit.code, unit.areaThousandths])).toEqual([
      ['3-2-1501', 90_000],
      ['3-2-1502', 100_000],
      ['3-2-1503', 100_000],
      ['S-12', 45_500],
    ]);
  });

  it('a blank cell takes nothing away', async () => {
    await units(fileOf('房号,建筑面积,交房日期', '3-2-1501,90,2024-06-30'));
    expect(counts(await units(fileOf('房号,建筑面积,交房日期', '3-2-1501,90,')))).toEqual([
      0, 0, 1, 0,
    ]);
  });

  it('the second import of a file leaves no line in the journal', async () => {
    const lines = () => ctx.ledger.db.prepare('SELECT count(*) FROM journal').pluck().get();
    await units(UNITS);
    const before = lines();
    await units(UNITS);
    expect(lines()).toBe(before);
  });

  it('every fault is named, and none of the rows is stored', async () => {
    const file = fileOf(
      '房号,建筑面积,房屋类型,交房日期',
      '3-2-1501,89.53,住宅,2024-06-30',
      '3-2-1502,89.5312,住宅,2024-06-30',
      '三零一,89.53,住宅,2024-06-30',
      '3-2-1503,89.53,宫殿,2024-02-30',
      ',89.53,,',
      '3-2-1501,77,住宅,2024-06-30',
    );
    const result = await units(file);
    expect(result.faults.map((fault) => [fault.line, fault.column, fault.code])).toEqual([
      [3, '建筑面积', 'bad_decimal'],
      [4, '房号', 'bad_unit_code'],
      [5, '房屋类型', 'unknown_choice'],
      [5, '交房日期', 'bad_import_day'],
      [6, '房号', 'missing_value'],
      [7, '房号', 'twice_in_file'],
    ]);
    expect(counts(result)).toEqual([0, 0, 0, 5]);
    expect(result.stored).toBe(false);
    expect(listUnits(ctx.ledger)).toEqual([]);
  });

  it.each([
    ['units-gb18030.csv'],
    ['units-utf8-bom.csv'],
    ['units-semicolon.csv'],
    ['units-three-columns.csv'],
    ['units-sep-line.csv'],
    ['units-repeated-headers.csv'],
    ['units.xlsx'],
    ['units-named.csv'],
  ])('%s is taken, and taken twice changes nothing', async (name) => {
    const first = await units(fixture(name), { rejects: path.join(dir, `${name}-rejects.csv`) });
    expect(first.added).toBeGreaterThan(0);
    const again = await units(fixture(name), { dryRun: true });
    expect([again.added, again.changed, again.unchanged]).toEqual([
      0,
      0,
      first.added + first.unchanged,
    ]);
  });
});

describe('residents', () => {
  beforeEach(async () => {
    await units(UNITS);
  });

  const file = () =>
    fileOf(
      '蓝天新苑业主名册',
      '',
      '房号,姓名,手机号,人员角色,入住日期',
      '3-2-1501,张伟,13800005678,业主,2020-06-30',
      '3-2-1501,李娜,13900005678,家庭成员,',
      '商铺12,张伟,13800005678,租客,45231',
      '合计,3人,,,',
    );

  it('are added, and one person with several records is one person', async () => {
    expect(counts(await residents(file()))).toEqual([3, 0, 0, 0]);
    expect(counts(await residents(file()))).toEqual([0, 0, 3, 0]);
    const found = everyone();
    expect(new Set(found.map((it) => it.personId)).size).toBe(2);
    expect(found.map((it) => [it.unit, it.name, it.role, it.fromOn])).toEqual([
      ['3-2-1501', '张伟', 'owner', '2020-06-30'],
      ['3-2-1501', '李娜', 'family', null],
      ['S-12', '张伟', 'tenant', '2023-11-01'],
    ]);
  });

  it('a new phone changes the person', async () => {
    await residents(file());
    const newer = fileOf('房号,姓名,手机号,身份', '3-2-1501,李娜,13700005678,家属');
    expect(counts(await residents(newer))).toEqual([0, 1, 0, 0]);
    expect(everyone().find((it) => it.name === '李娜')?.phone).toBe('13700005678');
  });

  it('what the registry has against a row is told together with what cannot be read', async () => {
    const bad = fileOf(
      '房号,姓名,身份,入住日期,迁出日期',
      '9-9-901,李娜,外星人,,',
      '3-2-1502,,租客,2024-05-01,2024-01-01',
      'xyz,李娜,外星人,,',
    );
    const result = await residents(bad);
    expect(result.faults.map((fault) => [fault.line, fault.column, fault.code])).toEqual([
      [2, '房号', 'unknown_unit'],
      [2, '身份', 'unknown_choice'],
      [3, '姓名', 'missing_value'],
      [3, '迁出日期', 'period_reversed'],
      [4, '房号', 'bad_unit_code'],
      [4, '身份', 'unknown_choice'],
    ]);
  });

  it('faults keep personal values to themselves', async () => {
    const bad = fileOf('房号,姓名,手机号', '3-2-1501,张伟,1380000', '9-9-901,李娜,13900005678');
    const result = await residents(bad);
    expect(
      result.faults.map((fault) => [fault.line, fault.column, fault.value, fault.code]),
    ).toEqual([
      [2, '手机号', '***', 'bad_phone'],
      [3, '房号', '9-9-901', 'unknown_unit'],
    ]);
    expect(JSON.stringify(result)).not.toMatch(/1380000|张伟|李娜/);
    expect(everyone()).toEqual([]);
  });

  it('with --rejects the good rows stay, and the mended rejects can be imported', async () => {
    const bad = fileOf('房号,姓名,手机号', '3-2-1501,张伟,13800005678', '9-9-901,李娜,13900005678');
    const rejects = path.join(dir, 'rejects.csv');
    expect(counts(await residents(bad, { rejects }))).toEqual([1, 0, 0, 1]);
    const text = readFileSync(rejects, 'utf8');
    expect(text).toContain('没有登记这套房屋');
    writeFileSync(rejects, text.replace('9-9-901', '3-2-1502'));
    expect(counts(await residents(rejects))).toEqual([1, 0, 0, 0]);
    expect(counts(await residents(bad, { dryRun: true }))).toEqual([0, 0, 1, 1]);
  });

  it('a dry run says what would happen and does nothing', async () => {
    expect(counts(await residents(file(), { dryRun: true }))).toEqual([3, 0, 0, 0]);
    expect(everyone()).toEqual([]);
  });

  it('a rejects file that cannot be written takes the whole import back', async () => {
    const bad = fileOf('房号,姓名', '3-2-1501,张伟', '9-9-901,李娜');
    await expect(residents(bad, { rejects: dir })).rejects.toThrow('rejects_not_written');
    expect(everyone()).toEqual([]);
  });

  it('the file of rejects is there only when the good rows are stored for sure', async () => {
    const bad = fileOf('房号,姓名', '3-2-1501,张伟', '9-9-901,李娜');
    const rejects = path.join(dir, 'uncommitted.csv');
    const files = readdirSync(dir);
    const { ledger } = ctx;
    const commit = ledger.commit.bind(ledger);
    ledger.commit = () => {
      expect(existsSync(rejects)).toBe(false);
      throw new Error('disk full');
    };
    await expect(residents(bad, { rejects })).rejects.toThrow('disk full');
    ledger.commit = commit;
    expect(everyone()).toEqual([]);
    expect(readdirSync(dir)).toEqual(files);
  });

  it('a file of rejects that is there already keeps everything out', async () => {
    const bad = fileOf('房号,姓名', '3-2-1501,张伟', '9-9-901,李娜');
    const rejects = fileOf('mine');
    await expect(residents(bad, { rejects })).rejects.toThrow('rejects_not_written');
    expect(readFileSync(rejects, 'utf8')).toBe('mine');
    expect(everyone()).toEqual([]);
  });

  const faultsOf = (result: Awaited<ReturnType<typeof residents>>) =>
    result.faults.map((fault) => [fault.line, fault.column, fault.code]);

  it('one identity number is one person, with the phone of the newest list', async () => {
    await residents(fileOf(PEOPLE, `3-2-1501,张伟,13800005678,${ID}`));
    const newer = fileOf(PEOPLE, `3-2-1502,张伟,13900009999,${ID}`);
    expect(counts(await residents(newer))).toEqual([1, 0, 0, 0]);
    expect(everyone().map((it) => [it.unit, it.phone, it.personId])).toEqual([
      ['3-2-1501', '13900009999', 1],
      ['3-2-1502', '13900009999', 1],
    ]);
    expect(counts(await residents(newer))).toEqual([0, 0, 1, 0]);
  });

  it('an identity number under another name is a fault, in the ledger or in the file', async () => {
    await residents(fileOf(PEOPLE, `3-2-1501,张伟,,${ID}`));
    const result = await residents(
      fileOf(
        PEOPLE,
        `3-2-1502,张小伟,,${ID}`,
        `3-2-1501,李娜,,${OTHER_ID}`,
        `3-2-1502,王芳,,${OTHER_ID}`,
      ),
    );
    expect(faultsOf(result)).toEqual([
      [2, '身份证号', 'identity_taken'],
      [4, '身份证号', 'identity_taken'],
    ]);
    expect(JSON.stringify(result)).not.toMatch(/张小伟|1101/);
  });

  it('a later row knows a person by what an earlier one told', async () => {
    await residents(fileOf(PEOPLE, '3-2-1501,张伟,13800005678,'));
    const rows = [
      `3-2-1501,张伟,13800005678,${ID}`,
      `3-2-1502,张伟,,${ID}`,
      '商铺12,张伟,13800005678,',
    ];
    expect(counts(await residents(fileOf(PEOPLE, ...rows)))).toEqual([2, 1, 0, 0]);
    expect(new Set(everyone().map((it) => it.personId)).size).toBe(1);
    expect(everyone().every((it) => it.identity === ID)).toBe(true);
  });

  it('a person who has another phone now is no longer known by the old one', async () => {
    await residents(fileOf(PEOPLE, `3-2-1501,张伟,13800005678,${ID}`));
    const newer = fileOf(
      PEOPLE,
      `3-2-1501,张伟,13900009999,${ID}`,
      '3-2-1502,张伟,13900009999,',
      '商铺12,张伟,13800005678,',
    );
    expect(counts(await residents(newer))).toEqual([2, 1, 0, 0]);
    expect(everyone().map((it) => [it.unit, it.personId])).toEqual([
      ['3-2-1501', 1],
      ['3-2-1502', 1],
      ['S-12', 2],
    ]);
  });

  it('two phones of one person in one file are a fault of the second', async () => {
    const result = await residents(
      fileOf(PEOPLE, `3-2-1501,张伟,13800005678,${ID}`, `3-2-1502,张伟,13900009999,${ID}`),
    );
    expect(faultsOf(result)).toEqual([[3, '手机号', 'twice_in_file']]);
  });

  it('two numbers in one unit are two people of one name', async () => {
    await residents(
      fileOf(PEOPLE, `3-2-1501,张伟,13800005678,${ID}`, `3-2-1501,张伟,13800005678,${OTHER_ID}`),
    );
    expect(everyone().map((it) => it.identity)).toEqual([ID, OTHER_ID]);
  });

  it('a stay that comes to overlap another is a fault', async () => {
    const until = (day: string) =>
      residents(fileOf('房号,姓名,手机号,迁出日期', `3-2-1501,张伟,13800005678,${day}`));
    await until('2022-12-31');
    const back = '3-2-1501,张伟,13800005678,2024-01-01';
    await residents(fileOf('房号,姓名,手机号,入住日期', back));
    expect(faultsOf(await until('2024-06-30'))).toEqual([[2, '迁出日期', 'resident_exists']]);
    expect(counts(await until('2023-12-31'))).toEqual([0, 1, 0, 0]);
    expect(findingsOf(ctx)).toEqual([]);
  });

  it('names are stored tidy, and one of several lines is a fault', async () => {
    await residents(fileOf('房号,姓名', '3-2-1501, 蓝天公司（深圳） '));
    expect(everyone().map((it) => it.name)).toEqual(['蓝天公司(深圳)']);
    const again = fileOf('房号,姓名', '3-2-1501,蓝天公司(深圳)', '3-2-1502,"张伟\n李娜"');
    expect(faultsOf(await residents(again))).toEqual([[3, '姓名', 'bad_name']]);
  });

  it('a unit may stand in three columns', async () => {
    const rows = ['楼号,单元,房屋,姓名', '3栋,2单元,1501室,张伟', '3,2,1502,李娜'];
    await residents(fileOf(...rows));
    expect(everyone().map((it) => it.unit)).toEqual(['3-2-1501', '3-2-1502']);
  });

  it('who moved out and came back has two records', async () => {
    await residents(fileOf('房号,姓名,迁出日期', '3-2-1501,张伟,2022-12-31'));
    const back = await residents(fileOf('房号,姓名,入住日期', '3-2-1501,张伟,2024-01-01'));
    expect(counts(back)).toEqual([1, 0, 0, 0]);
  });

  it.each([
    ['the same file', [''], 'everything'],
    ['what was taken of it, with identity numbers', ['', '', ID, OTHER_ID], 'taken'],
  ])('whatever the rows, a second import of %s changes nothing', async (_, identities, again) => {
    const row = fc.record({
      unit: fc.constantFrom('3-2-1501', '3-2-1502', 'S-12'),
      name: fc.constantFrom('张伟', '李娜', '王芳'),
      phone: fc.constantFrom('', '13800005678', '13900005678'),
      role: fc.constantFrom('业主', '租户', '家属'),
      from: fc.constantFrom('', '2020-01-01', '2024-01-01'),
      identity: fc.constantFrom(...identities),
    });
    const header = '房号,姓名,手机号,身份,入住日期,身份证号';
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
        ctx = await makeCtx();
        await units(UNITS);
        const lines = rows.map((it) =>
          [it.unit, it.name, it.phone, it.role, it.from, it.identity].join(','),
        );
        const csv = fileOf(header, ...lines);
        const rejects = path.join(dir, `rejects-${files}.csv`);
        const first = await residents(csv, { rejects });
        expect(first.rows).toBe(first.added + first.changed + first.unchanged + first.rejected);
        expect(findingsOf(ctx)).toEqual([]);

        const faulty = new Set(first.faults.map(({ line }) => line));
        const taken = lines.filter((_, at) => again === 'everything' || !faulty.has(at + 2));
        const second = await residents(fileOf(header, ...taken), { dryRun: true });
        expect([second.added, second.changed]).toEqual([0, 0]);
      }),
      { numRuns: 60 },
    );
  });
});
