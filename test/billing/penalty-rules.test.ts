import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accruedBy, type PenaltyTerms, type Principal } from '../../src/billing/penalty-rules.ts';
import { addDays } from '../../src/lib/day.ts';

const terms: PenaltyTerms = { dailyMillionths: 300, graceDays: 0, capPercent: 30 };
const due: Principal = { amountFen: 100_000, dueOn: '2026-11-25', settled: [] };

describe('accruedBy', () => {
  it.each<[string, Partial<Principal>, Partial<PenaltyTerms>, string, number, number]>([
    ['on the due day', {}, {}, '2026-11-25', 0, 0],
    ['the first day after it', {}, {}, '2026-11-26', 1, 30],
    ['ten days', {}, {}, '2026-12-05', 10, 300],
    ['the last day of grace', {}, { graceDays: 7 }, '2026-12-02', 0, 0],
    ['the first day after grace', {}, { graceDays: 7 }, '2026-12-03', 1, 30],
    [
      'paid on the due day',
      { settled: [{ on: '2026-11-25', amountFen: 100_000 }] },
      {},
      '2026-12-05',
      0,
      0,
    ],
    [
      'paid one day late',
      { settled: [{ on: '2026-11-26', amountFen: 100_000 }] },
      {},
      '2026-12-05',
      1,
      30,
    ],
    [
      'half paid after five days',
      { settled: [{ on: '2026-11-30', amountFen: 50_000 }] },
      {},
      '2026-12-05',
      10,
      225,
    ],
    [
      'paid but for one fen',
      { settled: [{ on: '2026-11-25', amountFen: 99_999 }] },
      {},
      '2026-12-05',
      10,
      0,
    ],
    [
      'paid, and the payment taken back',
      {
        settled: [
          { on: '2026-11-27', amountFen: 100_000 },
          { on: '2026-11-30', amountFen: -100_000 },
        ],
      },
      {},
      '2026-12-05',
      7,
      210,
    ],
    [
      'paid on the day asked for',
      { settled: [{ on: '2026-12-05', amountFen: 100_000 }] },
      {},
      '2026-12-05',
      10,
      300,
    ],
    ['half a fen goes up', { amountFen: 5_000 }, { dailyMillionths: 100 }, '2026-11-26', 1, 1],
    ['less than half a fen', { amountFen: 4_999 }, { dailyMillionths: 100 }, '2026-11-26', 1, 0],
    ['the cap reached', {}, { dailyMillionths: 1000 }, '2027-09-21', 300, 30_000],
    ['a day beyond the cap', {}, { dailyMillionths: 1000 }, '2027-09-22', 301, 30_000],
  ])('%s', (_, principal, change, asOf, days, accruedFen) => {
    const found = accruedBy({ ...due, ...principal }, { ...terms, ...change }, asOf);
    expect(found).toMatchObject({ days, accruedFen });
  });

  it('says when the cap cut it', () => {
    const steep = { ...terms, dailyMillionths: 1000 };
    expect(accruedBy(due, steep, '2027-09-21').isCapped).toBe(false);
    expect(accruedBy(due, steep, '2027-09-22').isCapped).toBe(true);
  });

  it('is the sum of the days, rounded once', () => {
    const payments = fc.array(
      fc.record({
        day: fc.integer({ min: -5, max: 60 }),
        amountFen: fc.integer({ min: 1, max: 9000 }),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 72_000, max: 10_000_000 }),
        fc.integer({ min: 1, max: 1000 }),
        payments,
        fc.integer({ min: 0, max: 60 }),
        (amountFen, daily, paid, asked) => {
          const settled = paid
            .map((it) => ({ on: addDays(due.dueOn, it.day), amountFen: it.amountFen }))
            .sort((a, b) => (a.on < b.on ? -1 : 1));
          let millionths = 0n;
          for (let day = 1; day <= asked; day += 1) {
            const on = addDays(due.dueOn, day);
            const owed = settled
              .filter((it) => it.on < on)
              .reduce((left, it) => left - it.amountFen, amountFen);
            millionths += BigInt(owed) * BigInt(daily);
          }
          const expected = Number((millionths + 500_000n) / 1_000_000n);
          const found = accruedBy(
            { ...due, amountFen, settled },
            { ...terms, dailyMillionths: daily },
            addDays(due.dueOn, asked),
          );
          expect(found.accruedFen).toBe(expected);
        },
      ),
    );
  });
});
