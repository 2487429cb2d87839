import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { arrearsOf } from '../../src/accounts/arrears.ts';
import { chargeImport } from '../../src/exchange/charges.ts';
import { readPeriod } from '../../src/exchange/import-period.ts';
import { importStream } from '../../src/exchange/import-stream.ts';
import { listCharges } from '../../src/fees/charges.ts';
import { measureOf, pastDebtor } from '../../src/fees/past-rules.ts';
import { settle } from '../../src/fees/settling.ts';
import { yuanText } from '../../src/lib/money.ts';
import { addUnit } from '../../src/registry/units.ts';
import { violated } from '../support/checks.ts';
import { makeCtx, type TestCtx } from '../support/ledger.ts';

const dir = mkdtempSync(path.join(os.tmpdir(), 'wy-charges-'));
afterAll(() => rmSync(dir, { recursive: true }));

let ctx: TestCtx;
let files = 0;

beforeEach(async () => {
  ctx = await makeCtx();
  for (const code of ['3-2-1501', '3-2-1502', 'S-12']) {
    addUnit(ctx, { code, areaThousandths: 89_530, use: 'residential', handoverOn: '2024-06-30' });
  }
});

function fileOf(...lines: string[]): string {
  files += 1;
  const file = path.join(dir, `${files}.csv`);
  writeFileSync(file, lines.join('\n'));
  return file;
}

const bring = (file: string, options = {}) =>
  importStream(ctx, file, chargeImport(ctx), { dryRun: false, rejects: undefined, ...options });

const HEADER = '房号,收费项目,开始,结束,应缴,应缴日,面积,单价,备注';
const LINE = '3-2-1501,物业费,2026-07-01,2026-09-30,376.03,2026-09-25,89.53,1.40,';

const all = () => listCharges(ctx.ledger, {});
const faultsOf = ({
  faults,
}: {
  faults: readonly { line: number; column: string; code: string }[];
}) => faults.map(({ line, column, code }) => [line, column, code]);

describe('a row', () => {
  it('becomes a charge of its amount as written, by its quantity and rate where they make it', async () => {
    const result = await bring(fileOf(HEADER, LINE));
    expect(result).toMatchObject({
      ...{ rows: 1, added: 1, unchanged: 0, stored: true },
      sums: { dueFen: 37_603, chargedFen: 37_603 },
    });
    expect(all()).toMatchObject([
      {
        ...{ unit: '3-2-1501', tariff: 'property', cycleOn: '2026-07-01', amountFen: 37_603 },
        ...{ periodStart: '2026-07-01', periodEnd: '2026-09-30', dueOn: '2026-09-25' },
        ...{ quantityThousandths: 89_530, rateTenthousandths: 14_000, monthParts: 3 * 377_580 },
        ...{ debtor: 'owner', debtorId: null, note: null, billedAt: '2026-06-30T16:00:00Z' },
      },
    ]);
    expect(violated(ctx)).toEqual([]);
  });

  it.each([
    ['without a due day', '3-2-1501,物业费,2026-07-01,2026-09-30,10,,,,', { dueOn: '2026-09-25' }],
    [
      'of a one-off tariff with one day',
      '3-2-1501,服务费,2026-07-03,,10,,,,换锁',
      { periodEnd: '2026-07-03', dueOn: '2026-07-31', cycleOn: '2026-07-03', note: '换锁' },
    ],
    [
      'whose quantity and rate make another amount',
      '3-2-1501,物业费,2026-07-01,2026-09-30,376.04,,89.53,1.40,',
      { quantityThousandths: 1_000, rateTenthousandths: 3_760_400, monthParts: null },
    ],
    [
      'whose amount is its quantity and rate alone',
      '3-2-1501,水费,2026-07-01,2026-09-30,48.00,,12,4.00,',
      { quantityThousandths: 12_000, rateTenthousandths: 40_000, monthParts: null },
    ],
    [
      'that was due before its period began',
      '3-2-1501,物业费,2026-07-01,2026-09-30,10,2026-06-25,,,',
      { billedAt: '2026-06-24T16:00:00Z' },
    ],
    [
      'of a period to come is billed now',
      '3-2-1501,物业费,2027-01-01,2027-03-31,10,,,,',
      { billedAt: '2026-11-22T01:30:00Z', dueOn: '2027-03-25' },
    ],
    [
      'before the hand-over is the developer’s',
      '3-2-1501,物业费,2024-01-01,2024-03-31,10,,,,',
      { debtor: 'developer' },
    ],
    [
      'of the largest amount',
      '3-2-1501,物业费,2026-07-01,2026-09-30,"999,999,999.99",,,,',
      { amountFen: 99_999_999_999, rateTenthousandths: 9_999_999_999_900 },
    ],
  ])('%s', async (_, line, expected) => {
    expect((await bring(fileOf(HEADER, line))).faults).toEqual([]);
    expect(all()).toMatchObject([expected]);
    expect(violated(ctx)).toEqual([]);
  });

  it.each([
    ['of an unknown unit', '3-2-1599,物业费,2026-07-01,2026-09-30,10', '房号', 'unknown_unit'],
    [
      'of an unknown tariff',
      '3-2-1501,喝茶费,2026-07-01,2026-09-30,10',
      '收费项目',
      'unknown_tariff',
    ],
    ['without a period', '3-2-1501,物业费,,,10', '开始', 'no_period'],
    ['without a last day', '3-2-1501,物业费,2026-07-01,,10', '结束', 'no_period'],
    [
      'that ends before it begins',
      '3-2-1501,物业费,2026-07-02,2026-07-01,10',
      '结束',
      'period_reversed',
    ],
    [
      'of a day that no calendar has',
      '3-2-1501,物业费,2026-02-30,2026-09-30,10',
      '开始',
      'bad_import_day',
    ],
    ['with a tenth of a fen', '3-2-1501,物业费,2026-07-01,2026-09-30,10.001', '应缴', 'bad_amount'],
    ['with a negative amount', '3-2-1501,物业费,2026-07-01,2026-09-30,-10', '应缴', 'bad_amount'],
    ['without an amount', '3-2-1501,物业费,2026-07-01,2026-09-30,', '应缴', 'missing_value'],
  ])('%s is refused, and nothing of the file is stored', async (_, line, column, code) => {
    const result = await bring(fileOf(HEADER, LINE, `${line},,,,`));
    expect(faultsOf(result)).toEqual([[3, column, code]]);
    expect(result).toMatchObject({ stored: false, added: 0, rejected: 1 });
    expect(all()).toEqual([]);
    expect(
      ctx.ledger.db
        .prepare("SELECT count(*) FROM journal WHERE action LIKE 'import%'")
        .pluck()
        .get(),
    ).toBe(0);
  });

  it('of nothing owed, and of totals, leaves nothing', async () => {
    const result = await bring(
      fileOf(HEADER, LINE, '3-2-1502,物业费,2026-07-01,2026-09-30,0.00,,,,', '合计,,,,376.03,,,,'),
    );
    expect(result).toMatchObject({ rows: 2, added: 1, unchanged: 1, sums: { dueFen: 37_603 } });
  });
});

describe('again', () => {
  it('changes nothing, and leaves no line in the journal', async () => {
    const file = fileOf(HEADER, LINE, LINE.replace('1501', '1502'));
    await bring(file);
    const before = ctx.ledger.db.prepare('SELECT count(*) FROM journal').pluck().get();
    expect(await bring(file)).toMatchObject({ added: 0, unchanged: 2, sums: { chargedFen: 0 } });
    expect(all()).toHaveLength(2);
    expect(ctx.ledger.db.prepare('SELECT count(*) FROM journal').pluck().get()).toBe(before);
  });

  it('two spaces of one unit are two charges, once, and the clerk is warned', async () => {
    const file = fileOf(HEADER, LINE, LINE);
    expect(await bring(file)).toMatchObject({ added: 2, sums: { dueFen: 75_206 } });
    expect(ctx.warnings).toHaveLength(1);
    expect(await bring(file)).toMatchObject({ added: 0, unchanged: 2 });
    expect(faultsOf(await bring(fileOf(HEADER, LINE, LINE, LINE)))).toEqual([
      [4, '应缴', 'charged_already'],
    ]);
  });

  it('another amount for what was charged is refused, after a reversal it is taken', async () => {
    await bring(fileOf(HEADER, LINE));
    const other = fileOf(HEADER, LINE.replace('376.03', '370.00'));
    expect(faultsOf(await bring(other))).toEqual([[2, '应缴', 'charged_already']]);
    settle(ctx, {
      chargeId: 1,
      kind: 'reversal',
      amountFen: 37_603,
      settledAt: ctx.now,
      reason: '错',
    });
    expect(await bring(other)).toMatchObject({ added: 1, faults: [] });
  });

  it('whatever the rows: a second time adds nothing, and the sums are those of the file', async () => {
    const row = fc.record({
      unit: fc.constantFrom('3-2-1501', '3-2-1502', 'S-12'),
      tariff: fc.constantFrom('物业费', '水费', 'energy'),
      month: fc.constantFrom('2026-01', '2026-02'),
      amountFen: fc.constantFrom(1, 100, 37_603, 99_999_999_999),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
        ctx = await makeCtx();
        for (const code of ['3-2-1501', '3-2-1502', 'S-12']) {
          addUnit(ctx, { code, areaThousandths: 89_530, use: 'residential', handoverOn: null });
        }
        const lines = rows.map(
          (it) => `${it.unit},${it.tariff},${it.month},${yuanText(it.amountFen)}`,
        );
        const file = fileOf('房号,收费项目,周期,应缴', ...lines);
        const dueFen = rows.reduce((sum, { amountFen }) => sum + amountFen, 0);
        const sums = { dueFen, chargedFen: dueFen };
        expect(await bring(file, { dryRun: true })).toMatchObject({ added: rows.length, sums });
        expect(all()).toEqual([]);
        expect(await bring(file)).toMatchObject({ added: rows.length, faults: [], sums });
        expect(all().reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(dueFen);
        const owed = arrearsOf(ctx, { asOf: ctx.today });
        expect(owed.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(dueFen);
        expect(await bring(file)).toMatchObject({ added: 0, unchanged: rows.length });
        expect(violated(ctx)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});

describe('faulty rows', () => {
  it('go to a file that can be mended and imported, the good ones are stored', async () => {
    const rejects = path.join(dir, 'rejects.csv');
    const file = fileOf(HEADER, LINE, LINE.replace('1501', '1599'));
    const result = await bring(file, { rejects });
    expect(result).toMatchObject({ stored: true, added: 1, rejected: 1, rejects });
    const mended = readFileSync(rejects, 'utf8').replaceAll('3-2-1599', '3-2-1502');
    expect(await bring(fileOf(mended))).toMatchObject({ added: 1, faults: [] });
  });

  it('leave no file behind where nothing was wrong, or nothing could be stored', async () => {
    const rejects = path.join(dir, 'none.csv');
    await bring(fileOf(HEADER, LINE), { rejects });
    expect(existsSync(rejects)).toBe(false);
  });
});

describe('a long file', () => {
  it('is read in pieces, with a cell over the edge of one, and its lines are counted right', async () => {
    const note = `"${'两行\n'.repeat(3)}"`;
    const lines = Array.from(
      { length: 30_000 },
      (_, at) =>
        LINE.replace(
          '物业费,2026-07-01,2026-09-30',
          `服务费,20${10 + (at % 15)}-0${1 + (at % 9)}-1${at % 10},`,
        ) + (at % 7 === 0 ? note : ''),
    );
    const rejects = path.join(dir, 'long.csv');
    const file = fileOf(HEADER, ...lines, LINE.replace('376.03', 'x'));
    const result = await bring(file, { rejects });
    expect(result).toMatchObject({ rows: 30_001, added: 30_000 });
    const lastLine = readFileSync(file, 'utf8').split('\n').length;
    expect(faultsOf(result)).toEqual([[lastLine, '应缴', 'bad_amount']]);
    expect(result.sums).toEqual({ dueFen: 30_000 * 37_603, chargedFen: 30_000 * 37_603 });
  });
});

describe('measureOf', () => {
  const told = { amountFen: 1_961, quantityThousandths: 130_700, rateTenthousandths: 1_500 };

  it.each([
    ['0.15 × 130.70 is 19.61', {}, 377_580, [130_700, 1_500, 377_580]],
    ['one fen off is one piece', { amountFen: 1_960 }, 377_580, [1_000, 196_000, null]],
    ['without a rate', { rateTenthousandths: undefined }, 377_580, [1_000, 196_100, null]],
    ['a rate of nothing', { rateTenthousandths: 0 }, 377_580, [1_000, 196_100, null]],
    ['months do not count', {}, 12_345, [130_700, 1_500, null]],
  ])('%s', (_, change, parts, expected) => {
    const { quantityThousandths, rateTenthousandths, monthParts } = measureOf(
      { ...told, ...change },
      parts,
    );
    expect([quantityThousandths, rateTenthousandths, monthParts]).toEqual(expected);
  });
});

describe('pastDebtor', () => {
  const owner = { personId: 7, fromOn: '2025-01-01', untilOn: '2025-12-31' };

  it.each([
    ['the owner of the first day', '2025-01-01', '2024-06-30', [owner], ['owner', 7]],
    ['of the last day', '2025-12-31', '2024-06-30', [owner], ['owner', 7]],
    ['the day after it nobody known', '2026-01-01', '2024-06-30', [owner], ['owner', null]],
    ['before hand-over the developer', '2024-06-29', '2024-06-30', [owner], ['developer', null]],
    ['sold before it', '2025-01-01', '2025-06-30', [owner], ['developer', null]],
    ['on the day of hand-over no more', '2024-06-30', '2024-06-30', [owner], ['owner', null]],
    ['never handed over', '2024-06-30', null, [], ['developer', null]],
    ['sold, and nobody knows when', '2024-06-30', null, [owner], ['owner', null]],
  ])('%s', (_, day, handoverOn, owners, expected) => {
    const { debtor, debtorId } = pastDebtor({ handoverOn, owners }, day);
    expect([debtor, debtorId]).toEqual(expected);
  });
});

describe('readPeriod', () => {
  it.each([
    ['2026-11', '2026-11-01', '2026-11-30'],
    ['2026年2月', '2026-02-01', '2026-02-28'],
    ['202602', '2026-02-01', '2026-02-28'],
    ['2024-2', '2024-02-01', '2024-02-29'],
    ['2026Q4', '2026-10-01', '2026-12-31'],
    ['2026年第四季度', '2026-10-01', '2026-12-31'],
    ['2026年1季度', '2026-01-01', '2026-03-31'],
    ['2026年上半年', '2026-01-01', '2026-06-30'],
    ['2026年下半年', '2026-07-01', '2026-12-31'],
    ['2026', '2026-01-01', '2026-12-31'],
    ['2026年', '2026-01-01', '2026-12-31'],
    ['2026-10至2026-12', '2026-10-01', '2026-12-31'],
    ['2026-10-05~2026-12-04', '2026-10-05', '2026-12-04'],
    ['2026.10.5-2026.12.4', undefined, undefined],
    ['2026/10/5 - 2026/12/4', '2026-10-05', '2026-12-04'],
    ['2026-11-22', '2026-11-22', '2026-11-22'],
    ['2026-12至2026-10', undefined, undefined],
    ['2026-13', undefined, undefined],
    ['季', undefined, undefined],
    ['按月', undefined, undefined],
  ])('%s', (text, from, until) => {
    expect(readPeriod(text)).toEqual(from && { from, until });
  });
});
