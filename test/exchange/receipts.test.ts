import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { arrearsOf } from '../../src/accounts/arrears.ts';
import { chargeImport } from '../../src/exchange/charges.ts';
import { importFile } from '../../src/exchange/import.ts';
import { importStream } from '../../src/exchange/import-stream.ts';
import { paymentImport } from '../../src/exchange/receipts.ts';
import { listCharges } from '../../src/fees/charges.ts';
import { addDays } from '../../src/lib/day.ts';
import { yuanText } from '../../src/lib/money.ts';
import { matchOf } from '../../src/receipts/past-rules.ts';
import { listReceipts } from '../../src/receipts/receipts.ts';
import { addStaff } from '../../src/registry/staff.ts';
import { addUnit } from '../../src/registry/units.ts';
import { violated } from '../support/checks.ts';
import { makeCtx, type TestCtx } from '../support/ledger.ts';

const dir = mkdtempSync(path.join(os.tmpdir(), 'wy-receipts-'));
afterAll(() => rmSync(dir, { recursive: true }));

let ctx: TestCtx;
let files = 0;

const UNITS = ['3-2-1501', '3-2-1502', 'B1-023'];

async function desk(): Promise<TestCtx> {
  const made = await makeCtx();
  for (const code of UNITS) {
    addUnit(made, { code, areaThousandths: 89_530, use: 'residential', handoverOn: '2024-06-30' });
  }
  return made;
}

beforeEach(async () => {
  ctx = await desk();
});

function fileOf(...lines: string[]): string {
  files += 1;
  const file = path.join(dir, `${files}.csv`);
  writeFileSync(file, lines.join('\n'));
  return file;
}

const STORE = { dryRun: false, rejects: undefined };
const bring = (file: string, options = {}) =>
  importFile(ctx, file, paymentImport(ctx, 'cash'), { ...STORE, ...options });

const HEADER = '房号,收费项目,周期,开始,结束,缴费时间,应缴,实缴,收银员,收款方式,收据号,备注';
const Q3 = '物业费,季,2026-07-01,2026-09-30';
const Q2 = '物业费,季,2026-04-01,2026-06-30';

const charges = () =>
  listCharges(ctx.ledger, {}).map((it) => [it.unit, it.periodStart, it.amountFen, it.paidFen]);
const receipts = () =>
  listReceipts(ctx, {}).map((it) => [it.no, it.formerNo, it.unit, it.amountFen, it.prepaidFen]);
const faultsOf = ({ faults }: Awaited<ReturnType<typeof bring>>) =>
  faults.map(({ line, column, code }) => [line, column, code]);

describe('a row', () => {
  it('makes its charge and its receipt, under our number of the day, which keeps the old one', async () => {
    addStaff(ctx, { name: '李娜', roles: ['clerk'], phone: null });
    const line = `3-2-1501,${Q3},2026-09-20 10:15:00,376.03,376.03,李娜,微信,8812,`;
    expect(await bring(fileOf(HEADER, line))).toMatchObject({
      added: 1,
      sums: {
        ...{ dueFen: 37_603, paidFen: 37_603, chargedFen: 37_603, receivedFen: 37_603 },
        ...{ settledFen: 37_603, prepaidFen: 0 },
      },
    });
    expect(listReceipts(ctx, {})).toMatchObject([
      {
        ...{ no: 'R260920-001', formerNo: '8812', method: 'wechat', receivedBy: '李娜' },
        ...{ receivedAt: '2026-09-20T02:15:00Z', bookedOn: '2026-09-20', payer: null },
        lines: [{ amountFen: 37_603, tariff: 'property' }],
      },
    ]);
    expect(charges()).toEqual([['3-2-1501', '2026-07-01', 37_603, 37_603]]);
    expect(violated(ctx)).toEqual([]);
  });

  it.each([
    ['of which less was paid leaves the rest owed', '376.03,376.02', [37_603, 37_602], [37_602, 0]],
    ['of which a fen more was paid', '376.03,376.04', [37_603, 37_603], [37_604, 1]],
    ['paid without a word of what was owed is prepaid', ',376.03', undefined, [37_603, 37_603]],
    ['of which nothing was paid leaves a charge', '376.03,0.00', [37_603, 0], undefined],
    ['of which nothing is said of a payment', '376.03,', [37_603, 0], undefined],
  ])('%s', async (_, amounts, charge, receipt) => {
    await bring(fileOf(HEADER, `3-2-1501,${Q3},2026-09-20,${amounts},,现金,,`));
    expect(charges().map((it) => it.slice(2))).toEqual(charge ? [charge] : []);
    expect(receipts().map((it) => it.slice(3))).toEqual(receipt ? [receipt] : []);
    expect(violated(ctx)).toEqual([]);
  });

  it('paid ahead, for no tariff, is prepaid', async () => {
    await bring(fileOf(HEADER, '3-2-1501,预存款,,,,2026-09-20,,500,,支付宝,,'));
    expect(receipts()).toEqual([['R260920-001', null, '3-2-1501', 50_000, 50_000]]);
    expect(charges()).toEqual([]);
  });

  it('paid before its period began counts from then on', async () => {
    await bring(fileOf(HEADER, `3-2-1501,${Q3},2026-06-20,376.03,376.03,,现金,,`));
    const settled = ctx.ledger.db.prepare('SELECT settled_at FROM settlements').pluck().all();
    expect(settled).toEqual(['2026-06-30T16:00:00Z']);
    expect(violated(ctx)).toEqual([]);
  });

  it.each([
    [
      'paid, and nobody says when',
      `3-2-1501,${Q3},,376.03,376.03,,,,`,
      '缴费时间',
      'no_payment_day',
    ],
    ['paid tomorrow', `3-2-1501,${Q3},2026-11-23,1,1,,,,`, '缴费时间', 'in_future'],
    ['paid back', `3-2-1501,${Q3},2026-09-20,1,-1,,,,`, '实缴', 'bad_amount'],
    ['paid in shells', `3-2-1501,${Q3},2026-09-20,1,1,,贝壳,,`, '收款方式', 'unknown_choice'],
    [
      'of an unknown tariff',
      '3-2-1501,喝茶费,,2026-07-01,2026-09-30,2026-09-20,1,1,,,,',
      '收费项目',
      'unknown_tariff',
    ],
    ['without a period', '3-2-1501,物业费,季,,,2026-09-20,1,1,,,,', '开始', 'no_period'],
  ])('%s is refused', async (_, line, column, code) => {
    const result = await bring(fileOf(HEADER, line));
    expect(faultsOf(result).map(([, ...rest]) => rest)).toEqual([
      [column === '开始' ? '开始' : column, code],
    ]);
    expect(result.stored).toBe(false);
    expect(receipts()).toEqual([]);
  });

  it('of a month whose cash was counted is refused, and named', async () => {
    ctx.ledger.db
      .prepare(
        `INSERT INTO cash_closings (month, booked_fen, counted_fen, closed_at, closed_by)
         VALUES ('2026-09', 0, 0, '2026-10-01T01:00:00Z', 1)`,
      )
      .run();
    const last = `3-2-1501,${Q3},2026-09-30,1,1,,,,`;
    expect(faultsOf(await bring(fileOf(HEADER, last)))).toEqual([[2, '缴费时间', 'month_closed']]);
    const first = last.replace('2026-09-30,1', '2026-10-01,1');
    expect(await bring(fileOf(HEADER, first))).toMatchObject({ added: 1, faults: [] });
  });
});

describe('a receipt', () => {
  it('has all rows of its number, numbers go on where those of the day end', async () => {
    const rows = [
      `3-2-1501,${Q2},2026-09-20,100,100,,现金,8812,`,
      `3-2-1501,${Q3},2026-09-20,200,200,,现金,8812,`,
      `3-2-1502,${Q3},2026-09-20,300,300,,现金,8813,`,
    ];
    await bring(fileOf(HEADER, ...rows));
    expect(receipts()).toEqual([
      ['R260920-001', '8812', '3-2-1501', 30_000, 0],
      ['R260920-002', '8813', '3-2-1502', 30_000, 0],
    ]);
    await bring(
      fileOf(HEADER, `B1-023,停车费,,,,2026-09-20,,10,,现金,8814,`.replace('停车费', '预存')),
    );
    expect(receipts().at(-1)).toEqual(['R260920-003', '8814', 'B1-023', 1_000, 1_000]);
    expect(violated(ctx)).toEqual([]);
  });

  it('over two units is two, each with a number', async () => {
    const file = fileOf(
      HEADER,
      `3-2-1501,${Q3},2026-09-20,200,200,,现金,8812,`,
      `B1-023,${Q3},2026-09-20,300,300,,现金,8812,`,
    );
    await bring(file);
    expect(receipts()).toEqual([
      ['R260920-001', '8812', '3-2-1501', 20_000, 0],
      ['R260920-002', '8812/B1-023', 'B1-023', 30_000, 0],
    ]);
    expect(await bring(file)).toMatchObject({ added: 0, unchanged: 2, faults: [] });
    expect(violated(ctx)).toEqual([]);
  });

  it('whose rows name two days is refused', async () => {
    const file = fileOf(
      HEADER,
      `3-2-1501,${Q2},2026-09-20,100,100,,现金,8812,`,
      `3-2-1501,${Q3},2026-09-21,200,200,,现金,8812,`,
    );
    expect(faultsOf(await bring(file))).toEqual([[3, '收据号', 'other_receipt']]);
  });

  it('that is known with another amount is refused', async () => {
    await bring(fileOf(HEADER, `3-2-1501,${Q3},2026-09-20,200,200,,现金,8812,`));
    const file = fileOf(HEADER, `3-2-1501,${Q3},2026-09-20,200,100,,现金,8812,`);
    expect(faultsOf(await bring(file))).toEqual([[2, '收据号', 'receipt_differs']]);
  });

  it('in cash of a past day owes no hand-in, and is not in the drawer', async () => {
    await bring(
      fileOf(
        HEADER,
        `3-2-1501,${Q3},2026-09-20,200,200,,现金,,`,
        `3-2-1502,${Q3},2026-09-20 10:00,300,300,,现金,,`,
        `B1-023,${Q3},2026-09-20 10:00,300,300,,微信,,`,
      ),
    );
    const left = ctx.ledger.db
      .prepare("SELECT sum(amount_fen) FROM money_flows WHERE method = 'cash'")
      .pluck();
    expect(left.get()).toBe(0);
    const owed = ctx.ledger.db
      .prepare('SELECT count(*) FROM deadlines WHERE ended_at IS NULL')
      .pluck();
    expect(owed.get()).toBe(0);
    await bring(fileOf(HEADER, `3-2-1501,${Q2},2026-11-22,200,200,,现金,,`));
    expect([left.get(), owed.get()]).toEqual([20_000, 1]);
    expect(violated(ctx)).toEqual([]);
  });
});

describe('with charges imported before', () => {
  const CHARGES = '房号,收费项目,开始,结束,应缴';
  const importCharges = (...lines: string[]) =>
    importStream(ctx, fileOf(CHARGES, ...lines), chargeImport(ctx), STORE);

  it('a payment finds its charge', async () => {
    await importCharges('3-2-1501,物业费,2026-07-01,2026-09-30,376.03');
    await bring(fileOf(HEADER, `3-2-1501,${Q3},2026-09-20,376.03,100,,现金,,`));
    await bring(fileOf(HEADER, `3-2-1501,${Q3},2026-10-20,276.03,276.03,,现金,,`));
    expect(charges()).toEqual([['3-2-1501', '2026-07-01', 37_603, 37_603]]);
  });

  it('one that says another amount was owed is refused', async () => {
    await importCharges('3-2-1501,物业费,2026-07-01,2026-09-30,376.03');
    const file = fileOf(HEADER, `3-2-1501,${Q3},2026-09-20,400,400,,现金,,`);
    expect(faultsOf(await bring(file))).toEqual([[2, '应缴', 'charged_already']]);
  });
});

describe('matchOf', () => {
  const owed = { amountFen: 300, leftFen: 300, isReversed: false, isClaimed: false, isKnown: true };
  const row = { dueFen: 300, paidFen: 300 };
  const claimed = { ...owed, isClaimed: true };

  it.each<[string, (typeof owed)[], typeof row, string]>([
    ['none', [], row, 'make'],
    ['the same amount', [owed], row, 'charge'],
    ['the same amount, paid before', [{ ...owed, leftFen: 0 }], row, 'charge'],
    ['another row has it', [{ ...claimed, leftFen: 0 }], row, 'make'],
    [
      'a further instalment',
      [{ ...claimed, leftFen: 200 }],
      { dueFen: 300, paidFen: 200 },
      'charge',
    ],
    [
      'more than is left of it',
      [{ ...claimed, leftFen: 200 }],
      { dueFen: 300, paidFen: 201 },
      'make',
    ],
    [
      'the rest of a known one',
      [{ ...owed, leftFen: 200 }],
      { dueFen: 200, paidFen: 200 },
      'charge',
    ],
    ['another amount than the known one', [owed], { dueFen: 310, paidFen: 310 }, 'conflict'],
    ['another amount, nothing paid', [owed], { dueFen: 310, paidFen: 0 }, 'conflict'],
    ['a reversed one does not count', [{ ...owed, isReversed: true }], row, 'make'],
    ['nothing owed, nothing open', [], { dueFen: 0, paidFen: 300 }, 'prepay'],
    ['nothing said of what was owed', [owed], { dueFen: 0, paidFen: 100 }, 'charge'],
    ['more than is owed, nothing said', [owed], { dueFen: 0, paidFen: 301 }, 'charge'],
  ])('%s', (_, candidates, told, expected) => {
    expect(Object.keys(matchOf(candidates, told))).toEqual([expected]);
  });
});

describe('whatever the rows', () => {
  const row = fc.record({
    unit: fc.constantFrom(...UNITS),
    period: fc.constantFrom(Q2, Q3),
    day: fc.integer({ min: 0, max: 200 }),
    dueFen: fc.constantFrom(0, 1, 30_000, 37_603),
    paidFen: fc.constantFrom(0, 1, 10_000, 30_000, 40_000),
    method: fc.constantFrom('现金', '微信', ''),
    no: fc.nat({ max: 200 }),
  });

  it('a second time adds nothing, the sums are those of the file, and every rule of the ledger holds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(row, { minLength: 1, maxLength: 14, selector: ({ no }) => no }),
        async (rows) => {
          ctx = await desk();
          const lines = rows.map((it) => {
            const day = addDays('2026-05-01', it.day);
            const no = it.no % 3 === 0 ? '' : `N${it.no}`;
            return `${it.unit},${it.period},${day},${yuanText(it.dueFen)},${yuanText(it.paidFen)},,${it.method},${no},`;
          });
          const file = fileOf(HEADER, ...lines);
          const dueFen = rows.reduce((sum, it) => sum + it.dueFen, 0);
          const paidFen = rows.reduce((sum, it) => sum + it.paidFen, 0);
          const result = await bring(file);
          expect(result).toMatchObject({
            faults: [],
            sums: { dueFen, paidFen, receivedFen: paidFen },
          });
          const { settledFen = 0, prepaidFen = 0, chargedFen = 0 } = result.sums ?? {};
          expect(settledFen + prepaidFen).toBe(paidFen);
          const owedFen = listCharges(ctx.ledger, {}).reduce(
            (sum, it) => sum + it.outstandingFen,
            0,
          );
          expect(owedFen).toBe(chargedFen - settledFen);
          expect(listReceipts(ctx, {}).reduce((sum, it) => sum + it.amountFen, 0)).toBe(paidFen);
          expect(violated(ctx)).toEqual([]);
          const before = [charges(), receipts(), arrearsOf(ctx, { asOf: ctx.today })];
          expect(await bring(file)).toMatchObject({
            added: 0,
            faults: [],
            sums: { chargedFen: 0 },
          });
          expect([charges(), receipts(), arrearsOf(ctx, { asOf: ctx.today })]).toEqual(before);
        },
      ),
      { numRuns: 40 },
    );
  });
});
