import { beforeAll, describe, expect, it } from 'vitest';
import { handIn } from '../../src/cash/handing-in.ts';
import { limitations } from '../../src/dunning/limitation.ts';
import { transact } from '../../src/ledger/transact.ts';
import { ageingTable, collectionByMonth, feeTables } from '../../src/measures/fee-tables.ts';
import { measureBy } from '../../src/measures/measuring.ts';
import { requireUnit } from '../../src/registry/units.ts';
import { charge, makeBooks, receive, refund, settled } from '../accounts/ledger.ts';
import type { TestCtx } from '../support/ledger.ts';
import { expectExplained, monthOf, parted, told, when } from './figures.ts';

const [ONE, TWO, DEVELOPERS] = ['3-2-1501', '3-2-1502', '10-1-101'] as const;

/** Wednesday 2027-02-10. */
let now: TestCtx;

/** A year of two households and a unit of the developer; every sum below is made by hand from it. */
async function makeYear(): Promise<TestCtx> {
  const ctx = await makeBooks();
  const on = (local: string) => when(ctx, `2026-${local}`).now;
  const bill = (unit: string, amountFen: number, dueOn: string, more = {}) =>
    charge(ctx, unit, { amountFen, dueOn: `2026-${dueOn}`, ...more });
  const pays = (receiptId: number, chargeId: number, amountFen: number, local: string) =>
    settled(ctx, { chargeId, kind: 'payment', amountFen, receiptId }, on(local));

  // September: 100 yuan, of which 60 are paid.
  const a = bill(ONE, 100_00, '09-25');
  const r1 = receive(ctx, ONE, 60_00, on('09-20 10:00'));
  pays(r1, a, 60_00, '09-20 10:00');

  // October: 480 yuan, 10 of them waived. 1502 pays all and 20 in advance, 1501 30 of September's.
  const b = bill(ONE, 100_00, '10-25');
  const c = bill(TWO, 80_00, '10-25');
  const p = bill(TWO, 300_00, '10-10', { tariff: 'property', cycleOn: '2026-10-01' });
  const waiver = { chargeId: b, kind: 'waiver', amountFen: 10_00, reason: '停电' } as const;
  settled(ctx, { ...waiver, approvedById: 1 }, on('10-15 10:00'));
  const r2 = receive(ctx, TWO, 400_00, on('10-20 10:00'), null, 'wechat');
  pays(r2, c, 80_00, '10-20 10:00');
  pays(r2, p, 300_00, '10-20 10:00');
  const r3 = receive(ctx, ONE, 30_00, on('10-18 10:00'));
  pays(r3, a, 30_00, '10-18 10:00');
  const given = { to: undefined, day: undefined, explanation: undefined };
  handIn(when(ctx, '2026-10-31 17:00'), { ...given, amountFen: 90_00 });

  // November: 230 yuan. What 1502 paid in October is taken back; 1501 pays a part; the developer pays in
  // the last second; 100 come in advance, of which 30 go back; a deposit is somebody else's.
  const d = bill(ONE, 100_00, '11-25');
  bill(TWO, 80_00, '11-25');
  const f = bill(DEVELOPERS, 50_00, '11-25');
  const r4 = receive(ctx, TWO, -400_00, on('11-05 10:00'), r2, 'wechat');
  pays(r4, c, -80_00, '11-05 10:00');
  pays(r4, p, -300_00, '11-05 10:00');
  const r5 = receive(ctx, ONE, 40_00, on('11-12 10:00'));
  pays(r5, d, 40_00, '11-12 10:00');
  const r6 = receive(ctx, TWO, 100_00, on('11-15 10:00'));
  refund(ctx, r6, 30_00, on('11-16 10:00'));
  deposit(ctx, ONE, 500_00, on('11-20 10:00'));
  const r7 = receive(ctx, DEVELOPERS, 50_00, on('11-30 23:59:59'), null, 'wechat');
  pays(r7, f, 50_00, '11-30 23:59:59');

  // December: no bills; the rest of September comes in in its first second.
  const r8 = receive(ctx, ONE, 10_00, on('12-01 00:00'), null, 'wechat');
  pays(r8, a, 10_00, '12-01 00:00');
  return when(ctx, '2027-02-10 12:00');
}

/** Cash held for somebody. */
const deposit = (ctx: TestCtx, unit: string, amountFen: number, at: string) =>
  transact(ctx, 'test', () => {
    const { ledger } = ctx;
    ledger
      .prepare(
        `INSERT INTO deposits (id, no, unit_id, party, kind, taken_at)
         VALUES (1, 'D261120-001', ?, 'household', 'renovation', ?)`,
      )
      .run(requireUnit(ledger, unit).id, at);
    ledger
      .prepare(
        `INSERT INTO deposit_moves (deposit_id, kind, amount_fen, method, moved_at, moved_by, booked_on)
         VALUES (1, 'take', ?, 'cash', ?, 1, ?)`,
      )
      .run(amountFen, at, at.slice(0, 10));
  });

beforeAll(async () => {
  now = await makeYear();
});

const of = (family: string, ...names: string[]) => names.map((name) => `${family}.${name}`);

describe('fees', () => {
  const figures = of('fees', 'charged', 'lessened', 'owed', 'paid', 'units', 'settledUnits');
  const before = of('fees', 'recoveredAmount', 'stillOwed');
  it.each<[string, string, number[]]>([
    ['before the ledger began', '2026-08', [0, 0, 0, 0, 0, 0, 0, 0]],
    ['the first month, a part paid', '2026-09', [100_00, 0, 100_00, 60_00, 1, 0, 0, 0]],
    ['a waiver, arrears recovered', '2026-10', [480_00, 10_00, 470_00, 380_00, 2, 1, 30_00, 10_00]],
    ['a receipt taken back', '2026-11', [230_00, 0, 230_00, 90_00, 3, 1, 0, 480_00]],
    ['no bills', '2026-12', [0, 0, 0, 0, 0, 0, 10_00, 610_00]],
  ])('%s', (_, month, expected) => {
    expect(told(now, month, [...figures, ...before])).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['2026-08', ['0/0 —', '0/0 —', '0/0 —', '0/0 —']],
    ['2026-09', ['6000/10000 60.0', '0/1 0.0', '0/0 —', '6000/10000 60.0']],
    ['2026-10', ['38000/47000 80.9', '1/2 50.0', '3000/4000 75.0', '41000/51000 80.4']],
    ['2026-11', ['9000/23000 39.1', '1/3 33.3', '0/48000 0.0', '9000/71000 12.7']],
    ['2026-12', ['0/0 —', '0/0 —', '1000/62000 1.6', '1000/62000 1.6']],
  ])('rates of %s', (month, expected) => {
    expect(told(now, month, of('fees', 'current', 'households', 'recovered', 'overall'))).toEqual(
      expected,
    );
  });

  it('of a month are never seen otherwise, whatever came later', () => {
    const then = when(now, '2026-10-31 23:00');
    const names = [...figures, ...before];
    expect(told(then, '2026-10', names)).toEqual(told(now, '2026-10', names));
  });

  it('by tariff and by building, with all rates and what is owed at the end', () => {
    const { tariff, building } = feeTables(now, monthOf(now, '2026-10'));
    const rowOf = (it: (typeof tariff)[number]) => [
      ...[it.group, it.owedFen, it.paidFen, it.current.percent, it.households.percent],
      ...[it.recovered.percent, it.overall.percent, it.arrearsFen, it.arrearsUnits],
    ];
    expect(tariff.map(rowOf)).toEqual([
      ['energy', 170_00, 80_00, '47.1', '50.0', '75.0', '52.4', 100_00, 1],
      ['property', 300_00, 300_00, '100.0', '100.0', null, '100.0', 0, 0],
    ]);
    expect(building.map(rowOf)).toEqual([
      ['3', 470_00, 380_00, '80.9', '50.0', '75.0', '80.4', 100_00, 1],
    ]);
  });

  it('month by month, each as it stood at its own end', () => {
    const months = collectionByMonth(now, monthOf(now, '2026-11'), 4);
    expect(
      months.map(({ month, owedFen, paidFen, current }) => [
        month,
        owedFen,
        paidFen,
        current.percent,
      ]),
    ).toEqual([
      ['2026-08', 0, 0, null],
      ['2026-09', 100_00, 60_00, '60.0'],
      ['2026-10', 470_00, 380_00, '80.9'],
      ['2026-11', 230_00, 90_00, '39.1'],
    ]);
  });
});

describe('money that came in', () => {
  const figures = [
    ...of('receipts', 'count', 'received', 'reversals', 'reversed', 'refunds', 'refunded', 'net'),
    ...['payments.paid', 'payments.waived', 'payments.reversed', 'prepaid.held'],
  ];
  it.each<[string, string, number[]]>([
    ['nothing', '2026-08', [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
    ['a part payment', '2026-09', [1, 60_00, 0, 0, 0, 0, 60_00, 60_00, 0, 0, 0]],
    ['20 in advance', '2026-10', [2, 430_00, 0, 0, 0, 0, 430_00, 410_00, 10_00, 0, 20_00]],
    [
      'more taken back than came in; the last second counts',
      '2026-11',
      [3, 190_00, 1, 400_00, 1, 30_00, -240_00, -290_00, 0, 0, 70_00],
    ],
    ['the first second counts', '2026-12', [1, 10_00, 0, 0, 0, 0, 10_00, 10_00, 0, 0, 70_00]],
  ])('%s', (_, month, expected) => {
    expect(told(now, month, figures)).toEqual(expected);
  });

  it('by method', () => {
    expect(parted(now, '2026-11', ['receipts', 'method'], ['received', 'reversed', 'net'])).toEqual(
      {
        cash: [140_00, 0, 110_00],
        wechat: [50_00, 400_00, -350_00],
      },
    );
  });

  it('by tariff, with what was taken back', () => {
    expect(parted(now, '2026-11', ['payments', 'tariff'], ['paid'])).toEqual({
      energy: [10_00],
      property: [-300_00],
    });
  });

  it.each<[string, string, number[]]>([
    ['the first month', '2026-09', [0, 60_00, 0, 0, 0, 60_00]],
    ['all handed in', '2026-10', [60_00, 30_00, 0, 0, 90_00, 0]],
    ['a deposit is there, and no income', '2026-11', [0, 140_00, 30_00, 500_00, 0, 610_00]],
    ['nothing moved', '2026-12', [610_00, 0, 0, 0, 0, 610_00]],
  ])('cash: %s', (_, month, expected) => {
    const names = of('cash', 'opening', 'taken', 'refunded', 'depositsTaken', 'handedIn', 'till');
    expect(told(now, month, names)).toEqual(expected);
  });
});

describe('arrears at the end', () => {
  it.each<[string, string, number[]]>([
    ['none yet', '2026-08', [0, 0, 0]],
    ['40 of September', '2026-09', [40_00, 1, 1]],
    ['10 of September and 90 of October', '2026-10', [100_00, 1, 1]],
    ['what was taken back is owed again', '2026-11', [620_00, 2, 2]],
    ['10 less', '2026-12', [610_00, 2, 2]],
  ])('%s', (_, month, expected) => {
    expect(told(now, month, of('arrears', 'owed', 'units', 'debts'))).toEqual(expected);
  });

  it('on the day itself nothing is overdue', () => {
    const then = when(now, '2026-09-25 20:00');
    expect(told(then, '2026-09', ['arrears.owed'])).toEqual([0]);
    expect(told(when(now, '2026-09-26 00:00'), '2026-09', ['arrears.owed'])).toEqual([40_00]);
  });

  it('by age, by tariff and by building', () => {
    const table = ageingTable(now, monthOf(now, '2027-01'));
    expect(
      table.buckets.map(({ label, amountFen, share }) => [label.zh, amountFen, share.percent]),
    ).toEqual([
      ['0–3 月', 140_00, '23.0'],
      ['3–6 月', 470_00, '77.0'],
      ['6–12 月', 0, '0.0'],
      ['12–24 月', 0, '0.0'],
      ['24 月以上', 0, '0.0'],
    ]);
    const rowOf = (it: (typeof table.tariffs)[number]) => [
      ...[it.group, it.amountFen, it.units, it.buckets['3'], it.buckets['6']],
    ];
    expect(table.tariffs.map(rowOf)).toEqual([
      ['energy', 310_00, 2, 140_00, 170_00],
      ['property', 300_00, 1, 0, 300_00],
    ]);
    expect(table.buildings.map(rowOf)).toEqual([['3', 610_00, 2, 140_00, 470_00]]);
  });

  it('of nothing have no shares', () => {
    const { buckets, totalFen, tariffs } = ageingTable(now, monthOf(now, '2026-08'));
    expect([totalFen, tariffs, buckets[0]?.share.percent]).toEqual([0, [], null]);
  });
});

describe('what was done about arrears', () => {
  it('counts the contacts of the period by their step', () => {
    transact(now, 'test', () => {
      const said = now.ledger.prepare(
        `INSERT INTO contacts (no, unit_id, stage, way, result, amount_fen, contacted_at, contacted_by)
         VALUES (?, 1, ?, ?, ?, 0, ?, 1)`,
      );
      const on = (local: string) => when(now, `2026-${local}`).now;
      said.run('N261130-001', 'notice', 'phone', 'promised', on('11-30 23:59:59'));
      said.run('N261130-002', 'visit', 'visit', 'refused', on('11-30 10:00'));
      said.run('N261201-001', 'letter', 'letter', 'sent', on('12-01 00:00'));
    });
    const names = of('dunning', 'contacts', 'notices', 'visits', 'letters', 'promised', 'refused');
    expect(told(now, '2026-11', names)).toEqual([2, 1, 1, 0, 1, 1]);
    expect(told(now, '2026-12', names)).toEqual([1, 0, 0, 1, 0, 0]);
  });

  it.each<[string, string, number[]]>([
    ['more than half a year before its end', '2026-08', [0, 0, 0, 0]],
    ['within half a year', '2026-11', [1, 70_00, 0, 0]],
    ['over', '2027-03', [0, 0, 1, 70_00]],
  ])('limitation: %s', async (_, month, expected) => {
    const ctx = await makeBooks();
    charge(ctx, ONE, { amountFen: 70_00, dueOn: '2024-03-25' });
    const later = when(ctx, '2027-04-10 12:00');
    const names = of('limitation', 'soon', 'soonAmount', 'over', 'overAmount');
    expect(told(later, month, names)).toEqual(expected);
    const { untilOn } = monthOf(later, month);
    expect(limitations(later, { asOf: untilOn })).toHaveLength(
      (expected[0] ?? 0) + (expected[2] ?? 0),
    );
  });
});

it('every figure is made by the records that it lists, and by its parts', () => {
  expectExplained(now, ['2026-08', '2026-09', '2026-10', '2026-11', '2026-12']);
});

it('a building that has nothing to tell has no row', () => {
  expect([...measureBy(now, monthOf(now, '2026-10'), 'fees', 'building').keys()]).toEqual(['3']);
});
