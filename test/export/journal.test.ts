import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arrearsOf } from '../../src/accounts/arrears.ts';
import { sheetTable } from '../../src/exchange/xlsx.ts';
import { exportMoney } from '../../src/export/exporting.ts';
import { csvText, hledgerText } from '../../src/export/formats.ts';
import { journalOf } from '../../src/export/journal.ts';
import type { Course } from '../../src/export/model.ts';
import { openingOf, postingsOf } from '../../src/export/rules.ts';
import { addDays } from '../../src/lib/day.ts';
import { addUnit } from '../../src/registry/units.ts';
import { makeCtx, type TestCtx } from '../support/ledger.ts';
import { type History, historyArbitrary, play } from './history.ts';

const dir = mkdtempSync(path.join(os.tmpdir(), 'wy-export-'));
afterAll(() => rmSync(dir, { recursive: true }));

const installed = (tool: string) => spawnSync(tool, ['--version']).status === 0;

const UNITS = ['3-2-1501', 'S-12', 'B1-023', '3-2-B101'];

async function ledgerOf(history: History): Promise<TestCtx> {
  const ctx = await makeCtx();
  for (const code of UNITS) {
    addUnit(ctx, { code, areaThousandths: 89_530, use: 'residential', handoverOn: null });
  }
  play(ctx, history);
  return ctx;
}

const textOf = (ctx: TestCtx, span: { since?: string; until: string }) =>
  [...hledgerText(journalOf(ctx, span))].join('');

describe('postings', () => {
  const course: Course = {
    kind: 'charge',
    unit: '3-2-1501',
    payer: null,
    tariff: 'property',
    overdue: 1,
    method: null,
    deposit: null,
    depositNo: null,
    amountFen: 16_563,
  };
  const OVERDUE = 'assets:receivable:overdue:3-2-1501:property';
  const LATER = 'assets:receivable:later:3-2-1501:property';
  const PREPAID = 'liabilities:prepaid:3-2-1501';

  it.each<[string, Partial<Course>, string, string]>([
    ['a charge that was due', {}, OVERDUE, 'income:property'],
    ['a charge due on the day or later', { overdue: 0 }, LATER, 'income:property'],
    [
      'a charge collected for others is no income',
      { tariff: 'water' },
      'assets:receivable:overdue:3-2-1501:water',
      'liabilities:collected:water',
    ],
    ['money that came in', { kind: 'receipt', method: 'cash' }, 'assets:cash', PREPAID],
    [
      'money from another unit',
      { kind: 'receipt', method: 'transfer' },
      'assets:clearing:transfers',
      PREPAID,
    ],
    ['a payment', { kind: 'payment', payer: '3-2-1501' }, PREPAID, OVERDUE],
    [
      'a payment out of the receipt of another unit',
      { kind: 'payment', payer: 'B1-023' },
      'liabilities:prepaid:B1-023',
      OVERDUE,
    ],
    ['a waiver', { kind: 'waiver' }, 'income:waived:property', OVERDUE],
    [
      'a waiver of what is collected for others',
      { kind: 'waiver', tariff: 'water' },
      'liabilities:collected:water',
      'assets:receivable:overdue:3-2-1501:water',
    ],
    ['a reversal', { kind: 'reversal' }, 'income:property', OVERDUE],
    ['a refund', { kind: 'refund', method: 'wechat' }, PREPAID, 'assets:wechat'],
    [
      'a transfer to another unit',
      { kind: 'transfer', method: 'transfer' },
      PREPAID,
      'assets:clearing:transfers',
    ],
    [
      'a deposit',
      { kind: 'deposit', method: 'bank', deposit: 'renovation', depositNo: 'Y261122-001' },
      'assets:bank',
      'liabilities:deposits:renovation:Y261122-001',
    ],
    [
      'a kind of deposits with spaces and colons',
      { kind: 'deposit', method: 'bank', deposit: '装修 押金:大', depositNo: 'Y261122-001' },
      'assets:bank',
      'liabilities:deposits:装修-押金-大:Y261122-001',
    ],
    [
      'a deduction',
      { kind: 'deduction', deposit: 'team', depositNo: 'Y261122-001' },
      'income:deductions',
      'liabilities:deposits:team:Y261122-001',
    ],
    ['cash handed in', { kind: 'hand-in', unit: null }, 'assets:handed-in', 'assets:cash'],
    [
      'a counted difference',
      { kind: 'difference', unit: null },
      'assets:cash',
      'equity:cash-differences',
    ],
  ])('%s', (_, change, debit, credit) => {
    const postings = postingsOf({ ...course, ...change }, new Set(['water']));
    expect(postings).toEqual([
      { account: debit, amountFen: 16_563 },
      { account: credit, amountFen: -16_563 },
    ]);
  });

  it('what was earned before a journal begins is no income of it', () => {
    const waived: Course = { ...course, kind: 'waiver', amountFen: 563 };
    expect(openingOf('2026-01-01', [course, waived], new Set())?.postings).toEqual([
      { account: OVERDUE, amountFen: 16_000 },
      { account: 'equity:opening', amountFen: -16_000 },
    ]);
    const paid: Course = { ...course, kind: 'reversal' };
    expect(openingOf('2026-01-01', [course, paid], new Set())).toBeUndefined();
  });
});

describe('of any history', () => {
  it('every transaction sums to zero, and the overdue balances are the arrears of the day', async () => {
    await fc.assert(
      fc.asyncProperty(historyArbitrary(UNITS), async (history) => {
        const ctx = await ledgerOf(history);
        for (const until of history.days) {
          for (const since of [undefined, addDays(until, -40)]) {
            const overdue = new Map<string, number>();
            for (const { postings } of journalOf(ctx, { since, until }).transactions()) {
              expect(postings.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(0);
              for (const { account, amountFen } of postings) {
                const [, unit] = /^assets:receivable:overdue:([^:]+):/.exec(account) ?? [];
                if (unit) overdue.set(unit, (overdue.get(unit) ?? 0) + amountFen);
              }
            }
            const owed = [...overdue].filter(([, amountFen]) => amountFen !== 0).sort();
            const arrears = arrearsOf(ctx, { asOf: until });
            expect(owed).toEqual(arrears.map(({ unit, amountFen }) => [unit, amountFen]).sort());
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it('names every account and payee that its transactions use', async () => {
    await fc.assert(
      fc.asyncProperty(historyArbitrary(UNITS), async (history) => {
        const ctx = await ledgerOf(history);
        for (const until of history.days) {
          const journal = journalOf(ctx, { since: addDays(until, -40), until });
          const transactions = [...journal.transactions()];
          const used = transactions.flatMap(({ postings }) => postings.map((it) => it.account));
          expect(journal.accounts).toEqual([...new Set(used)].sort());
          expect([...journal.payees].sort()).toEqual(
            [...new Set(transactions.map(({ payee }) => payee))].sort(),
          );
        }
      }),
      { numRuns: 10 },
    );
  });
});

const OVERDUE = 'assets:receivable:overdue';

/** The balance of each unit below the account of what is overdue, as the tool reports it. */
const TOOLS = {
  hledger: {
    check: (file: string) => [
      ['check', '-s', '-f', file],
      ['check', '-f', file, 'payees', 'ordereddates'],
    ],
    balances: (file: string) => {
      const said = run('hledger', 'bal', '-f', file, OVERDUE, '--flat', '--no-total', '-O', 'csv');
      return said
        .split('\n')
        .slice(1)
        .map((line) => /^"([^"]+)","(.*)"$/.exec(line))
        .map((found) => [found?.[1] ?? '', found?.[2] ?? '']);
    },
  },
  ledger: {
    check: (file: string) => [
      ['-f', file, '--strict', '--pedantic', '--explicit', '--check-payees', 'stats'],
    ],
    balances: (file: string) => {
      const said = run(
        'ledger',
        ...['--args-only', '-f', file, '--strict', '--pedantic'],
        ...[
          'bal',
          OVERDUE,
          '--flat',
          '--no-total',
          '--balance-format',
          '%(account)|%(quantity(scrub(total)))\n',
        ],
      );
      return said.split('\n').map((line) => line.split('|'));
    },
  },
};

const run = (tool: string, ...args: string[]) =>
  execFileSync(tool, args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } });

const fenOf = (text: string) => {
  const [, sign, whole, decimals = ''] = /(-?)(\d+)(?:\.(\d{1,2}))?/.exec(text) ?? [];
  const fen = Number(`${whole}${decimals.padEnd(2, '0')}`);
  return sign ? -fen : fen;
};

describe.each(Object.entries(TOOLS))('%s', (tool, { check, balances }) => {
  const histories = fc.sample(historyArbitrary(UNITS), { numRuns: 3, seed: 261122 });

  it.skipIf(!installed(tool))(
    'accepts the journal with strict checks and reports the same arrears to the fen',
    async () => {
      let compared = 0;
      for (const [at, history] of histories.entries()) {
        const ctx = await ledgerOf(history);
        for (const until of history.days) {
          for (const since of [undefined, addDays(until, -40)]) {
            const file = path.join(dir, `${tool}-${at}-${until}-${since}.journal`);
            writeFileSync(file, textOf(ctx, { ...(since && { since }), until }));
            for (const args of check(file)) run(tool, ...args);
            const owed = new Map<string, number>();
            for (const [account = '', amount = ''] of balances(file)) {
              const unit = account.slice(OVERDUE.length + 1).split(':')[0] ?? '';
              if (unit !== '') owed.set(unit, (owed.get(unit) ?? 0) + fenOf(amount));
            }
            const arrears = arrearsOf(ctx, { asOf: until });
            compared += arrears.length;
            expect([...owed].filter(([, fen]) => fen !== 0).sort()).toEqual(
              arrears.map(({ unit, amountFen }) => [unit, amountFen]).sort(),
            );
          }
        }
      }
      expect(compared).toBeGreaterThan(0);
    },
    60_000,
  );
});

describe('files', () => {
  let ctx: TestCtx;
  const [history] = fc.sample(historyArbitrary(UNITS), { numRuns: 1, seed: 7 }) as [History];
  const until = history.days.at(-1) ?? '';
  beforeAll(async () => {
    ctx = await ledgerOf(history);
  });

  it('a workbook has dates and numbers, and the same rows as the table', async () => {
    const file = path.join(dir, 'money.xlsx');
    const { transactions } = await exportMoney(ctx, { format: 'xlsx', until, out: file });
    const { readXlsx } = await import('hucre/xlsx');
    const [sheet] = (await readXlsx(readFileSync(file))).sheets;
    const [, first] = sheet?.rows ?? [];
    expect(first?.[0]).toBeInstanceOf(Date);
    expect(typeof first?.[5]).toBe('number');
    const rows = sheetTable('postings', sheet?.rows ?? []).rows.map(({ cells }) => cells);
    const csv = [...csvText(journalOf(ctx, { until }))].join('').trimEnd().split('\r\n');
    expect(rows.map((cells) => cells.slice(0, 5))).toEqual(
      csv.map((line) => line.split(',').slice(0, 5)),
    );
    expect(rows.slice(1).map((cells) => fenOf(cells[5] ?? ''))).toEqual(
      csv.slice(1).map((line) => fenOf(line.split(',')[5] ?? '')),
    );
    expect(csv.length - 1).toBe(transactions * 2);
  });

  it('a name that is taken is refused, and nothing is left beside it', async () => {
    const out = path.join(dir, 'taken.csv');
    writeFileSync(out, 'mine');
    await expect(exportMoney(ctx, { format: 'csv', until, out })).rejects.toMatchObject({
      code: 'file_exists',
    });
    expect(readFileSync(out, 'utf8')).toBe('mine');
  });

  it('a folder that is not there is refused', async () => {
    const out = path.join(dir, 'none', 'x.csv');
    await expect(exportMoney(ctx, { format: 'csv', until, out })).rejects.toMatchObject({
      code: 'not_written',
    });
    expect(existsSync(out)).toBe(false);
  });

  it('a workbook needs a file', async () => {
    await expect(exportMoney(ctx, { format: 'xlsx', until })).rejects.toMatchObject({
      code: 'needs_file',
    });
  });

  it('a first day behind the last is refused', () => {
    expect(() => journalOf(ctx, { since: addDays(until, 1), until })).toThrow('period_reversed');
    expect([...journalOf(ctx, { since: until, until }).transactions()].length).toBeGreaterThan(0);
  });

  it('of nothing is a journal without transactions', async () => {
    const empty = await makeCtx();
    const { text, transactions } = await exportMoney(empty, { format: 'csv', until });
    expect([text, transactions]).toEqual(['date,document,unit,kind,account,amount\r\n', 0]);
  });
});
