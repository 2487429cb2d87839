import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bill } from '../../src/billing/bill.ts';
import { quantitiesOf } from '../../src/billing/plain.ts';
import { billEach } from '../../src/billing/special.ts';
import { turnsOf } from '../../src/billing/turns.ts';
import { roundOf } from '../../src/deadlines/rounds.ts';
import { listCharges } from '../../src/fees/charges.ts';
import { reverseCharges } from '../../src/fees/lessening.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { transact } from '../../src/ledger/transact.ts';
import { addDays } from '../../src/lib/day.ts';
import { MAX_AMOUNT_FEN } from '../../src/lib/money.ts';
import { parsePeriod } from '../../src/lib/period.ts';
import { amountFenOf } from '../../src/tariffs/amount-rules.ts';
import { at, makeCtx, type TestCtx } from '../support/ledger.ts';
import {
  agree,
  chargesOf,
  chargesTold,
  estateWith,
  policyWith,
  read,
  reverse,
  settleHome,
} from './estate.ts';

const ENERGY =
  'energy: {name: 能耗, basis: area-month, rates: {2020-01-01: 0.30}, concessions: {trust: 70}}';
const PROPERTY =
  'property: {name: 物业费, basis: area-month, rates: {2020-01-01: 1.40, 2026-11-15: 1.60}, cycle: quarter, dueIn: last, uses: [residential], concessions: {trust: 70, vacant: 50}}';
const CLEANING =
  'cleaning: {name: 清洁费, basis: fixed-month, rates: {2020-01-01: 8.00}, dueDay: 10}';
const PARKING =
  'parking: {name: 车位费, basis: fixed-month, rates: {2020-01-01: 150.00}, subscribed: yes, dueDay: 10}';
const HEATING =
  'heating: {name: 供暖费, basis: area-month, rates: {2020-01-01: 5.00}, cycle: season, season: 11-15..03-15}';
const WATER =
  'water: {name: 水费, basis: meter, meter: water, rates: {2020-01-01: 4.00, 2026-11-16: 5.00}, cycle: quarter}';

const period = (text: string) => parsePeriod(text, '2026-11-22');
const told = (ctx: TestCtx) => chargesTold(ctx.ledger);

describe('fee bill', () => {
  it('bills every tariff whose cycle begins in the month, by what a quarter is called only its own', async () => {
    const ctx = await estateWith(`${ENERGY}\n${PROPERTY}\n${HEATING}`);
    settleHome(ctx.ledger, { code: '1-101' });
    expect(bill(ctx, { period: period('2026-11') }).billed).toBe(2);
    expect(told(ctx)).toEqual([
      '1-101 energy 11-01..11-30 3000 owner',
      '1-101 heating 11-15..03-15 200860 owner',
    ]);
    expect(bill(ctx, { period: period('2026Q4') }).amountFen).toBe(20_533 + 24_533);
    expect(told(ctx).slice(2)).toEqual([
      '1-101 property 10-01..11-14 20533 owner',
      '1-101 property 11-15..12-31 24533 owner',
    ]);
    expect(bill(ctx, { period: period('2026-10') })).toMatchObject({ billed: 1 });
    expect(bill(ctx, { period: period('2026') })).toMatchObject({ billed: 0 });
  });

  it.each([
    ['0.15 × 130.70', 130_700, '0.15', 1961],
    ['1.40 × 100.24', 100_240, '1.40', 14_034],
    ['an area of three decimals', 89_537, '1.40', 12_535],
    ['a rate of four', 89_537, '0.3025', 2708],
  ])('rounds each charge once, half up: %s', async (_, areaThousandths, rate, amountFen) => {
    const ctx = await estateWith(
      `fee: {name: 费, basis: area-month, rates: {2020-01-01: ${rate}}}`,
    );
    settleHome(ctx.ledger, { code: '1-101', areaThousandths });
    expect(bill(ctx, { period: period('2026-11') }).amountFen).toBe(amountFen);
  });

  it.each([
    ['2026-02', '02-15', ['02-01..02-14 1500 developer', '02-15..02-28 1500 owner']],
    ['2028-02', '02-15', ['02-01..02-14 1448 developer', '02-15..02-29 1552 owner']],
    ['2026-11', '11-15', ['11-01..11-14 1400 developer', '11-15..11-30 1600 owner']],
    ['2026-12', '12-31', ['12-01..12-30 2903 developer', '12-31..12-31 97 owner']],
  ])('parts %s by its own days at the hand-over', async (month, day, expected) => {
    const ctx = await estateWith(ENERGY);
    settleHome(ctx.ledger, { code: '1-101', handoverOn: `${month.slice(0, 4)}-${day}` });
    bill(at(ctx, `${month}-01T02:00:00Z`), { period: period(month) });
    expect(told(ctx)).toEqual(expected.map((each) => `1-101 energy ${each}`));
  });

  it('bills nothing twice, and what came later with the next run', async () => {
    const ctx = await estateWith(`${ENERGY}\n${PARKING}`);
    const unitId = settleHome(ctx.ledger, { code: '1-101' });
    expect(bill(ctx, {}).billed).toBe(1);
    expect(bill(ctx, {}).billed).toBe(0);
    settleHome(ctx.ledger, { code: '1-102' });
    agree(ctx.ledger, { unitId, tariff: 'parking', fromOn: '2026-11-16' });
    expect(bill(ctx, {}).billed).toBe(2);
    expect(bill(ctx, {}).billed).toBe(0);
    expect(told(ctx)).toContain('1-101 parking 11-16..11-30 7500 owner');
  });

  it('bills again what was reversed, and of a part only that part', async () => {
    const ctx = await estateWith(PROPERTY);
    settleHome(ctx.ledger, { code: '1-101' });
    settleHome(ctx.ledger, { code: '1-102' });
    bill(ctx, { period: period('2026Q4') });
    reverse(ctx.ledger, 1);
    expect(bill(ctx, { period: period('2026Q4') })).toMatchObject({ billed: 1, amountFen: 20_533 });
    expect(told(ctx).filter((each) => each.startsWith('1-101 property 10-01'))).toHaveLength(2);
    expect(bill(ctx, { period: period('2026Q4') }).billed).toBe(0);
  });

  const MONTHLY = 'property: {name: 物业费, basis: area-month, rates: {2020-01-01: 1.40}}';
  const longer = (cycle: string) => MONTHLY.replace('}}', `}, cycle: ${cycle}}`);

  it.each([
    ['a quarter', longer('quarter'), '2026Q4', '2026-11'],
    ['a quarter, in its last month', longer('quarter'), '2026Q4', '2026-12'],
    ['a year', longer('year'), '2026', '2026-12'],
    ['a season', longer('season, season: 11-15..03-15'), '2026-11', '2026-12'],
  ])('bills no day twice where %s is billed and months come after it', async (_, ...row) => {
    const [written, first, then] = row;
    const months = await estateWith(MONTHLY);
    const before = { ...months, policy: await policyWith(written) };
    settleHome(months.ledger, { code: '1-101' });
    const entrusted = settleHome(months.ledger, { code: '1-102' });
    agree(months.ledger, { unitId: entrusted, tariff: 'trust', fromOn: '2026-01-01' });
    expect(bill(before, { period: period(first) }).billed).toBe(2);
    expect(bill(months, { period: period(then) }).billed).toBe(0);
    reverse(months.ledger, 1);
    expect(bill(months, { period: period(then) }).billed).toBe(1);
  });

  it('is due on no day before the first one that the debtor owes', async () => {
    const ctx = await estateWith(`${ENERGY.replace('concessions', 'dueDay: 10, concessions')}
      ${PARKING}`);
    const unitId = settleHome(ctx.ledger, { code: '1-101', handoverOn: '2026-11-16' });
    agree(ctx.ledger, { unitId, tariff: 'parking', fromOn: '2026-11-20' });
    agree(ctx.ledger, { unitId, tariff: 'trust', fromOn: '2026-11-25' });
    bill(ctx, {});
    expect(listCharges(ctx.ledger, {}).map((it) => [it.periodStart, it.dueOn])).toEqual([
      ['2026-11-01', '2026-11-10'],
      ['2026-11-16', '2026-11-16'],
      ['2026-11-25', '2026-11-16'],
      ['2026-11-20', '2026-11-20'],
    ]);
  });

  it('leaves what was billed as it is when an agreement is made later', async () => {
    const ctx = await estateWith(ENERGY);
    const unitId = settleHome(ctx.ledger, { code: '1-101' });
    bill(ctx, {});
    agree(ctx.ledger, { unitId, tariff: 'trust', fromOn: '2026-11-16' });
    expect(bill(ctx, {}).billed).toBe(0);
    reverse(ctx.ledger, 1);
    bill(ctx, {});
    expect(told(ctx).slice(1)).toEqual([
      '1-101 energy 11-01..11-15 1500 owner',
      '1-101 energy 11-16..11-30 1050 owner 70%',
    ]);
  });

  it('bills subscriptions by their days, quantity, rate and party', async () => {
    const ctx = await estateWith(PARKING);
    const unitId = settleHome(ctx.ledger, { code: '1-101', use: 'shop' });
    agree(ctx.ledger, {
      unitId,
      tariff: 'parking',
      fromOn: '2026-01-01',
      quantityThousandths: 2000,
    });
    agree(ctx.ledger, {
      unitId,
      tariff: 'parking',
      fromOn: '2026-10-01',
      untilOn: '2026-11-20',
      rateTenthousandths: 1_000_000,
      party: '某公司',
    });
    agree(ctx.ledger, { unitId, tariff: 'parking', fromOn: '2026-12-01' });
    // Recorded by mistake: it never held.
    agree(ctx.ledger, { unitId, tariff: 'parking', fromOn: '2026-11-10', untilOn: '2026-11-09' });
    bill(ctx, {});
    expect(told(ctx)).toEqual([
      '1-101 parking 11-01..11-30 30000 owner',
      '1-101 parking 11-01..11-20 6667 party',
    ]);
    expect(bill(ctx, {}).billed).toBe(0);
  });

  const TERRACE = ENERGY.replace('basis', 'subscribed: yes, basis');

  it.each([
    ['by area, nothing agreed: the area', TERRACE, null, 3000],
    ['by area, one square metre agreed', TERRACE, 1000, 30],
    ['by area, half of one agreed', TERRACE, 500, 15],
    ['by the piece, nothing agreed: one', PARKING, null, 15_000],
    ['by the piece, one agreed', PARKING, 1000, 15_000],
  ])('bills the quantity of a subscription: %s', async (_, tariff, quantityThousandths, fen) => {
    const ctx = await estateWith(tariff);
    const unitId = settleHome(ctx.ledger, { code: '1-101' });
    const [key = ''] = tariff.split(':');
    agree(ctx.ledger, { unitId, tariff: key, fromOn: '2026-01-01', quantityThousandths });
    expect(bill(ctx, {}).amountFen).toBe(fen);
  });

  it('stops on the last day of a tariff, and starts with its first rate', async () => {
    const ctx = await estateWith(
      `old: {name: 旧, basis: fixed-month, rates: {2020-01-01: 30.00}, until: 2026-11-10}
       new: {name: 新, basis: fixed-month, rates: {2026-11-11: 30.00}}`,
    );
    settleHome(ctx.ledger, { code: '1-101' });
    bill(ctx, {});
    expect(told(ctx)).toEqual([
      '1-101 new 11-11..11-30 2000 owner',
      '1-101 old 11-01..11-10 1000 owner',
    ]);
    expect(bill(ctx, {}).billed).toBe(0);
    expect(bill(ctx, { period: period('2026-12') }).billed).toBe(1);
  });

  it('names what it could not bill', async () => {
    const ctx = await estateWith(
      `${ENERGY}\ndear: {name: 贵, basis: area-month, rates: {2020-01-01: 99999.9999}, uses: [office]}`,
    );
    settleHome(ctx.ledger, { code: '1-101', owners: [] });
    settleHome(ctx.ledger, { code: '1-102', owners: [[null, '2026-10-31']] });
    settleHome(ctx.ledger, { code: '1-103', areaThousandths: 16 });
    settleHome(ctx.ledger, { code: '1-104', areaThousandths: 17 });
    settleHome(ctx.ledger, { code: 'S-1', use: 'office', areaThousandths: 999_999_999 });
    const { billed, skipped } = bill(ctx, {});
    expect(skipped).toEqual([
      { unit: '1-101', tariff: 'energy', reason: 'no_owner' },
      { unit: '1-102', tariff: 'energy', reason: 'no_owner' },
      { unit: '1-103', tariff: 'energy', reason: 'amount_zero' },
      { unit: 'S-1', tariff: 'dear', reason: 'amount_too_large' },
    ]);
    expect(billed).toBe(2);
  });

  it('bills only the tariff, building or unit asked for, and only a whole month is the round', async () => {
    const ctx = await estateWith(`${ENERGY}\n${CLEANING}`);
    for (const code of ['1-101', '1-102', '2-101']) settleHome(ctx.ledger, { code });
    expect(bill(ctx, { tariff: '清洁费', unit: '1-102' }).billed).toBe(1);
    expect(bill(ctx, { building: '1' }).billed).toBe(3);
    expect(roundOf(ctx, 'fee.bill', '2026-11')).toBeUndefined();
    expect(bill(ctx, { dryRun: true }).billed).toBe(2);
    expect(roundOf(ctx, 'fee.bill', '2026-11')).toBeUndefined();
    expect(bill(ctx, {}).billed).toBe(2);
    expect(roundOf(ctx, 'fee.bill', '2026-11')).toBeDefined();
  });

  it('books nothing in a dry run', async () => {
    const ctx = await estateWith(`${ENERGY}\n${CLEANING}`);
    settleHome(ctx.ledger, { code: '1-101' });
    expect(bill(ctx, { dryRun: true })).toMatchObject({ billed: 2, amountFen: 3800, dryRun: true });
    expect(told(ctx)).toEqual([]);
    const actions = ctx.ledger
      .prepare("SELECT action FROM journal WHERE action LIKE 'fee.%'")
      .all();
    expect(actions).toEqual([]);
  });

  it('lets prepaid money pay at once', async () => {
    const ctx = await estateWith(ENERGY);
    const unitId = settleHome(ctx.ledger, { code: '1-101' });
    ctx.ledger
      .prepare(
        `INSERT INTO receipts (no, unit_id, method, amount_fen, issued_at, issued_by, received_at,
           received_by, booked_on)
         VALUES ('R261101-001', ?, 'cash', 5000, '2026-11-01T02:00:00Z', 1, '2026-11-01T02:00:00Z',
           1, '2026-11-01')`,
      )
      .run(unitId);
    expect(bill(ctx, {}).prepaid).toEqual({ applied: 1, amountFen: 3000 });
    expect(bill(ctx, { period: period('2026-12') }).prepaid).toEqual({
      applied: 1,
      amountFen: 2000,
    });
  });

  it('leaves one line in the journal', async () => {
    const ctx = await estateWith(ENERGY);
    settleHome(ctx.ledger, { code: '1-101' });
    bill(ctx, {});
    const lines = ctx.ledger.prepare("SELECT changes FROM journal WHERE action = 'fee.bill'").all();
    expect(lines).toEqual([{ changes: '{"period":"2026-11","billed":1,"amountFen":3000}' }]);
  });

  it.each([
    ['an unknown tariff', { tariff: 'tea' }, 'unknown_tariff'],
    ['one charged once', { tariff: 'shared' }, 'once_only'],
    ['one that is not active', { tariff: 'off' }, 'tariff_inactive'],
    ['an unknown building', { building: '9' }, 'unknown_building'],
    ['an unknown unit', { unit: '9-101' }, 'unknown_unit'],
  ])('refuses %s', async (_, asked, code) => {
    const ctx = await estateWith(
      `${ENERGY}\noff: {name: 停, active: no, basis: fixed-month, rates: {2020-01-01: 8.00}}`,
    );
    settleHome(ctx.ledger, { code: '1-101' });
    expect(() => bill(ctx, asked)).toThrow(code);
  });

  it('tells of a tariff that begins no cycle then', async () => {
    const ctx = await estateWith(PROPERTY);
    settleHome(ctx.ledger, { code: '1-101' });
    expect(bill(ctx, { tariff: 'property' }).billed).toBe(0);
    expect(ctx.warnings).toHaveLength(1);
  });
});

describe('a period ahead', () => {
  it.each([
    ['the month after a year', '2027-11', undefined],
    ['one month further', '2027-12', 'period_too_far'],
    ['a slip of the pen', '2062-11', 'period_too_far'],
  ])('%s', async (_, text, code) => {
    const ctx = await estateWith(ENERGY);
    const billing = () => bill(ctx, { period: period(text) });
    if (code === undefined) expect(billing().billed).toBe(0);
    else expect(billing).toThrow(expect.objectContaining({ code }));
  });
});

describe('a period in which nothing begins', () => {
  it.each([
    ['2026Q4', '按月收，不随 2026Q4 出账；按月出：wy fee bill --period 2026-10 --tariff energy'],
    ['2019-12', '在 2019-12 没有开始的收费周期'],
  ])('%s', async (text, warning) => {
    const ctx = await estateWith(ENERGY);
    expect(bill(ctx, { period: period(text), tariff: 'energy' }).billed).toBe(0);
    expect(ctx.warnings.map(({ zh }) => zh)).toEqual([expect.stringContaining(warning)]);
  });
});

describe('fee bill by meter', () => {
  async function waterEstate() {
    const ctx = await estateWith(WATER);
    return { ctx, unitId: settleHome(ctx.ledger, { code: '1-101' }) };
  }
  const Q4 = { period: period('2026Q4') };

  it('bills what was used since the base, up to the last reading of the cycle, once', async () => {
    const { ctx, unitId } = await waterEstate();
    read(ctx.ledger, unitId, '2026-09-30', 100_000);
    read(ctx.ledger, unitId, '2026-10-31', 110_500);
    expect(bill(ctx, Q4)).toMatchObject({ billed: 1, amountFen: 4200, skipped: [] });
    expect(bill(ctx, Q4)).toMatchObject({ billed: 0, skipped: [] });
    read(ctx.ledger, unitId, '2027-01-01', 120_000);
    expect(bill(ctx, Q4).billed).toBe(0);
    reverse(ctx.ledger, 1);
    expect(bill(ctx, Q4)).toMatchObject({ billed: 1, amountFen: 4200 });
  });

  it('takes back the parts of one usage only together, and bills them anew', async () => {
    const ctx = await estateWith(WATER);
    const unitId = settleHome(ctx.ledger, { code: '1-101', handoverOn: '2026-10-16' });
    read(ctx.ledger, unitId, '2026-09-30', 0);
    read(ctx.ledger, unitId, '2026-10-31', 31_000);
    expect(bill(ctx, Q4).billed).toBe(2);
    expect(() => reverseCharges(ctx, ['2'], '错')).toThrow(
      expect.objectContaining({ code: 'part_stands' }),
    );
    reverseCharges(ctx, ['2', '1'], '错');
    expect(bill(ctx, Q4)).toMatchObject({ billed: 2, amountFen: 124_00 });
  });

  it.each<[string, [string, number][]]>([
    ['never read', []],
    [
      'not read in the cycle',
      [
        ['2026-06-30', 1000],
        ['2026-09-30', 2000],
      ],
    ],
    ['only its base read', [['2026-10-31', 2000]]],
  ])('skips a unit %s', async (_, readings) => {
    const { ctx, unitId } = await waterEstate();
    for (const [day, reading] of readings) read(ctx.ledger, unitId, day, reading);
    const skipped = [{ unit: '1-101', tariff: 'water', reason: 'no_reading' }];
    expect(bill(ctx, Q4)).toMatchObject({ billed: 0, skipped });
  });

  it('bills nothing where nothing was used, and skips a meter that fell', async () => {
    const { ctx, unitId } = await waterEstate();
    const other = settleHome(ctx.ledger, { code: '1-102' });
    for (const id of [unitId, other]) read(ctx.ledger, id, '2026-09-30', 1000);
    read(ctx.ledger, unitId, '2026-10-31', 1000);
    read(ctx.ledger, other, '2026-10-31', 999);
    const skipped = [{ unit: '1-102', tariff: 'water', reason: 'reading_fell' }];
    expect(bill(ctx, Q4)).toMatchObject({ billed: 0, skipped });
  });

  it('parts usage across a new rate by days; the parts add up to it', async () => {
    const { ctx, unitId } = await waterEstate();
    read(ctx.ledger, unitId, '2026-10-31', 0);
    read(ctx.ledger, unitId, '2026-11-30', 10_001);
    bill(ctx, Q4);
    const charges = ctx.ledger
      .prepare('SELECT quantity_thousandths AS q, amount_fen AS fen FROM charges ORDER BY id')
      .all();
    expect(charges).toEqual([
      { q: 5001, fen: 2000 },
      { q: 5000, fen: 2500 },
    ]);
  });
});

describe('the fast way and the slow one', () => {
  const day = fc.integer({ min: -40, max: 130 }).map((days) => addDays('2026-10-01', days));
  const someDay = fc.option(day);
  const home = fc.record({
    areaThousandths: fc.oneof(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 10_000, max: 300_000 }),
    ),
    use: fc.constantFrom('residential', 'residential', 'shop'),
    handoverOn: fc.oneof(fc.constant('2020-01-01'), someDay),
    owners: fc.oneof(
      fc.constant([[null, null] as const]),
      fc.array(
        fc
          .tuple(someDay, someDay)
          .filter(([from, until]) => from === null || until === null || from <= until),
        { maxLength: 2 },
      ),
    ),
    agreements: fc.array(
      fc.record({
        tariff: fc.constantFrom('trust', 'vacant'),
        fromOn: day,
        untilOn: someDay,
        fullFeeFromOn: someDay,
      }),
      { maxLength: 1 },
    ),
  });

  it('make the same charges', async () => {
    const policy = await policyWith(`${ENERGY}\n${PROPERTY}\n${CLEANING}\n${HEATING}`);
    await fc.assert(
      fc.asyncProperty(fc.array(home, { minLength: 1, maxLength: 6 }), async (homes) => {
        const lay = (ledger: Ledger) =>
          homes.forEach((it, index) => {
            const unitId = settleHome(ledger, { ...it, code: `1-${101 + index}` });
            for (const each of it.agreements) agree(ledger, { ...each, unitId });
          });
        const fast = await makeCtx({ policy });
        const slow = await makeCtx({ policy });
        lay(fast.ledger);
        lay(slow.ledger);
        for (const month of ['2026-10', '2026-11']) {
          const { skipped } = bill(fast, { period: period(month) });
          const inTurn = transact(slow, 'test.bill', () =>
            turnsOf(slow, period(month), undefined).flatMap((turn) => {
              const uses = JSON.stringify(turn.tariff.uses);
              const ids = slow.ledger
                .prepare<[string, string], { id: number }>(
                  `SELECT id FROM units WHERE ? = '[]' OR use IN (SELECT value FROM json_each(?))`,
                )
                .all(uses, uses);
              return billEach(
                slow,
                turn,
                ids.map(({ id }) => id),
              );
            }),
          );
          expect(skipped).toEqual(inTurn);
        }
        expect(chargesOf(fast.ledger)).toEqual(chargesOf(slow.ledger));
        expect(bill(at(fast, '2026-11-23T00:00:00Z'), { period: period('2026-10') }).billed).toBe(
          0,
        );
        fast.ledger.close();
        slow.ledger.close();
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('agree on the areas that make an amount', () => {
    const measure = fc.record({
      rateTenthousandths: fc.integer({ min: 100, max: 999_999_999 }),
      monthParts: fc.integer({ min: 12_180, max: 12 * 377_580 }),
      percent: fc.constant(100),
    });
    fc.assert(
      fc.property(measure, (it) => {
        const amount = (quantityThousandths: number) => amountFenOf({ ...it, quantityThousandths });
        const { least, most } = quantitiesOf(it);
        expect(amount(least)).toBeGreaterThanOrEqual(1);
        expect(amount(least - 1)).toBe(0);
        expect(amount(most)).toBeLessThanOrEqual(MAX_AMOUNT_FEN);
        expect(amount(most + 1)).toBeGreaterThan(MAX_AMOUNT_FEN);
      }),
    );
  });
});
