import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { methodLines, negativeDays, openMonths } from '../../src/cash/reconcile-rules.ts';
import { totalsOf, withBalance } from '../../src/cash/totals-rules.ts';

const METHODS = ['cash', 'wechat', 'bank'];

const flow = fc.record({
  method: fc.constantFrom(...METHODS),
  amountFen: fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }),
});

describe('totals of the journal', () => {
  it('come to what the lines come to, method by method', () => {
    fc.assert(
      fc.property(fc.array(flow), (flows) => {
        for (const { method, inFen, outFen, netFen } of totalsOf(flows, METHODS)) {
          const own = flows.filter((it) => it.method === method).map((it) => it.amountFen);
          expect(netFen).toBe(own.reduce((sum, each) => sum + each, 0));
          expect(inFen - outFen).toBe(netFen);
          expect(Math.min(inFen, outFen)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('leave out methods that did not move, and keep those that are no longer known', () => {
    const flows = ['gold', 'bank'].map((method) => ({ method, amountFen: 1 }));
    expect(totalsOf(flows, METHODS).map(({ method }) => method)).toEqual(['bank', 'gold']);
  });

  it('the balance after the last line is the opening one and the cash', () => {
    fc.assert(
      fc.property(fc.array(flow), fc.integer(), (flows, openingFen) => {
        const balances = withBalance(flows, openingFen).flatMap((it) => it.balanceFen ?? []);
        const cash = flows.filter(({ method }) => method === 'cash');
        expect(balances).toHaveLength(cash.length);
        const sum = cash.reduce((all, { amountFen }) => all + amountFen, openingFen);
        expect(balances.at(-1) ?? openingFen).toBe(sum);
      }),
    );
  });
});

describe('reconciliation', () => {
  it('has a line for each method, whose parts make its net', () => {
    const lines = methodLines(
      [
        { method: 'cash', source: 'receipt', inFen: 500, outFen: 100 },
        { method: 'cash', source: 'refund', inFen: 0, outFen: 50 },
        { method: 'cash', source: 'deposit', inFen: 2000, outFen: 1000 },
        { method: 'cash', source: 'hand-in', inFen: 0, outFen: 1300 },
        { method: 'cash', source: 'difference', inFen: 0, outFen: 10 },
      ],
      ['cash', 'bank'],
    );
    expect(lines).toEqual([
      {
        method: 'cash',
        receivedFen: 500,
        reversedFen: 100,
        refundedFen: 50,
        depositsInFen: 2000,
        depositsOutFen: 1000,
        handedInFen: 1300,
        differenceFen: -10,
        netFen: 40,
      },
      expect.objectContaining({ method: 'bank', receivedFen: 0, netFen: 0 }),
    ]);
  });

  it.each([
    ['never below nothing', 0, [5, -5, 1], []],
    ['one fen below, for a day', 0, [5, -6, 1], ['2026-11-02']],
    ['below from the beginning', -1, [0, 1], ['2026-11-01']],
  ])('%s', (_, opening, nets, days) => {
    const flows = nets.map((netFen, at) => ({ on: `2026-11-0${at + 1}`, netFen }));
    expect(negativeDays(opening, flows).map(({ on }) => on)).toEqual(days);
  });

  it.each([
    ['the present one is not over', ['2026-10', '2026-11'], ['2026-10']],
    ['none', [], []],
  ])('open months: %s', (_, months, open) => {
    expect(openMonths(months, '2026-11').map(({ no }) => no)).toEqual(open);
  });
});
