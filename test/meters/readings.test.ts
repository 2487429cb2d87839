import { beforeEach, describe, expect, it } from 'vitest';
import { makeCharge } from '../../src/fees/charges.ts';
import { reverseCharges } from '../../src/fees/lessening.ts';
import { transact } from '../../src/ledger/transact.ts';
import { invariants } from '../../src/meters/invariants.ts';
import { type NewReading, readMeter } from '../../src/meters/reading.ts';
import { readingsOf, unbilledUsage, usageBetween } from '../../src/meters/readings.ts';
import { addUnit } from '../../src/registry/units.ts';
import { violated } from '../support/checks.ts';
import { makeCtx, type TestCtx } from '../support/ledger.ts';

let ctx: TestCtx;

beforeEach(async () => {
  ctx = await makeCtx();
  for (const code of ['3-2-1501', '3-2-1502']) {
    addUnit(ctx, { code, areaThousandths: 89_530, use: 'residential', handoverOn: '2020-01-01' });
  }
});

const followed: number[] = [];

const read = (readOn: string, reading: number, more: Partial<NewReading> = {}) =>
  readMeter(
    ctx,
    {
      unit: '3-2-1501',
      meter: 'water',
      readingThousandths: reading * 1000,
      readOn,
      change: undefined,
      ...more,
    },
    (unitIds) => void followed.push(...unitIds),
  );

const exchanged = (oldFinal: number, newStart: number) =>
  ({
    change: {
      reason: 'exchanged',
      oldFinalThousandths: oldFinal * 1000,
      newStartThousandths: newStart * 1000,
    },
  }) as const;

const turnedOver = (digits: number) => ({ change: { reason: 'turned-over', digits } }) as const;

const chain = () =>
  readingsOf(ctx.ledger, { meter: 'water' }).map(
    (it) =>
      [
        it.readOn.slice(5),
        it.readingThousandths / 1000,
        it.usageThousandths === null ? null : it.usageThousandths / 1000,
      ] as const,
  );

const lines = () =>
  ctx.ledger.db
    .prepare<[], { changes: string }>("SELECT changes FROM journal WHERE action = 'meter.read'")
    .all()
    .map(({ changes }) => JSON.parse(changes));

/** A charge of the water tariff between two readings. */
const bill = (from: number, to: number): number =>
  transact(ctx, 'fee.bill', () =>
    makeCharge(ctx, {
      unitId: 1,
      tariff: 'water',
      cycleOn: '2026-10-01',
      periodStart: '2026-10-01',
      periodEnd: '2026-12-31',
      quantityThousandths: 1_000,
      rateTenthousandths: 40_000,
      monthParts: null,
      percent: 100,
      amountFen: 400,
      dueOn: '2027-01-25',
      debtor: 'developer',
      debtorId: null,
      fromReadingId: from,
      toReadingId: to,
    }),
  );

const unbilled = (until = '2026-12-31') =>
  unbilledUsage(ctx.ledger, { meter: 'water', tariff: 'water', until }).map((it) => [
    it.fromReadingId,
    it.toReadingId,
    it.usageThousandths / 1000,
  ]);

describe('a reading', () => {
  it('the first is the base, of which no usage is known', () => {
    expect(read('2026-11-01', 100)).toMatchObject({
      unit: '3-2-1501',
      usageThousandths: null,
      previousOn: null,
    });
    expect(lines()).toEqual([
      { meter: 'water', readOn: '2026-11-01', readingThousandths: 100_000 },
    ]);
    expect(unbilled()).toEqual([]);
  });

  it('counts from the one before it, of its own unit and meter', () => {
    read('2026-11-01', 100);
    read('2026-11-02', 3, { unit: '3-2-1502' });
    read('2026-11-02', 4, { meter: 'electricity' });
    expect(read('2026-11-20', 103.5)).toMatchObject({
      usageThousandths: 3_500,
      previousOn: '2026-11-01',
    });
    expect(violated(ctx, invariants)).toEqual([]);
  });

  it('tells which units it was of', () => {
    followed.length = 0;
    read('2026-11-01', 100);
    expect(followed).toEqual([1]);
  });

  it.each([
    ['the same as before', '2026-11-20', 120, undefined],
    ['a thousandth less', '2026-11-20', 119.999, 'reading_fell'],
    ['today', '2026-11-22', 121, undefined],
    ['tomorrow', '2026-11-23', 121, 'future_reading'],
    ['between two others, as the first', '2026-11-05', 100, undefined],
    ['between two others, as the second', '2026-11-05', 120, undefined],
    ['between two others, below the first', '2026-11-05', 99, 'reading_fell'],
    ['between two others, above the second', '2026-11-05', 121, 'reading_above_next'],
    ['before the base, as the base', '2026-10-31', 100, undefined],
    ['before the base, above it', '2026-10-31', 101, 'reading_above_next'],
  ])('%s', (_, day, reading, code) => {
    read('2026-11-01', 100);
    read('2026-11-10', 120);
    if (code) {
      expect(() => read(day, reading)).toThrow(code);
      expect(chain()).toHaveLength(2);
    } else {
      read(day, reading);
      expect(chain()).toHaveLength(3);
    }
    expect(violated(ctx, invariants)).toEqual([]);
  });

  it('of an unknown unit is refused', () => {
    expect(() => read('2026-11-01', 1, { unit: '9-9-901' })).toThrow('unknown_unit');
  });
});

describe('a meter that was exchanged or turned over', () => {
  it.each([
    ['the old one from 120 to 130, the new one from 0 to 5', 5, exchanged(130, 0), 15],
    ['a new one that began at 3', 5, exchanged(120, 3), 2],
    ['a new one that shows more than the old', 500, exchanged(125, 480), 25],
    ['exchanged with nothing used', 0, exchanged(120, 0), 0],
    ['of three digits, from 120 over 1000 to 7', 7, turnedOver(3), 887],
  ])('%s', (_, reading, more, usage) => {
    read('2026-11-01', 100);
    read('2026-11-10', 120);
    read('2026-11-20', reading, more);
    expect(chain().at(-1)).toEqual(['11-20', reading, usage]);
    expect(unbilled()).toEqual([[1, 3, 20 + usage]]);
    expect(violated(ctx, invariants)).toEqual([]);
  });

  it.each([
    ['an old end below the last reading', 5, exchanged(119, 0), 'old_final_below'],
    ['a reading below the new start', 5, exchanged(130, 6), 'below_new_start'],
    ['more digits than the meter has', 1_000, turnedOver(3), 'digits_too_few'],
    ['nothing turned over', 121, turnedOver(3), 'not_turned_over'],
  ])('%s is refused', (_, reading, more, code) => {
    read('2026-11-10', 120);
    expect(() => read('2026-11-20', reading, more)).toThrow(code);
    expect(chain()).toHaveLength(1);
  });

  it('nothing before it to be exchanged is refused', () => {
    expect(() => read('2026-11-10', 5, exchanged(130, 0))).toThrow('no_reading_before');
  });

  it('a second exchange before one that is recorded is refused', () => {
    read('2026-11-01', 100);
    read('2026-11-20', 5, exchanged(130, 0));
    expect(() => read('2026-11-10', 2, exchanged(120, 0))).toThrow('change_recorded');
    read('2026-11-10', 110);
    expect(chain().map(([, , usage]) => usage)).toEqual([null, 10, 25]);
  });
});

describe('a second reading of a day', () => {
  it('the same again changes nothing and leaves no line', () => {
    const first = read('2026-11-01', 100);
    expect(read('2026-11-01', 100).id).toBe(first.id);
    expect(lines()).toHaveLength(1);
  });

  it('another one corrects it, and says so', () => {
    read('2026-11-01', 100);
    const { id } = read('2026-11-20', 130);
    expect(read('2026-11-20', 113)).toMatchObject({ id, usageThousandths: 13_000 });
    expect(ctx.warnings.at(-1)?.zh).toContain('已更正');
    expect(chain()).toHaveLength(2);
  });

  it('the same one as that of a new meter', () => {
    read('2026-11-01', 300);
    read('2026-11-20', 520);
    read('2026-11-20', 520, exchanged(310, 500));
    expect(chain().at(-1)).toEqual(['11-20', 520, 30]);
    read('2026-11-20', 525);
    expect(chain().at(-1)).toEqual(['11-20', 525, 35]);
    expect(violated(ctx, invariants)).toEqual([]);
  });

  it('must fit between its neighbours', () => {
    read('2026-11-01', 100);
    read('2026-11-10', 110);
    read('2026-11-20', 120);
    expect(() => read('2026-11-10', 121)).toThrow('reading_above_next');
    expect(() => read('2026-11-10', 99)).toThrow('reading_fell');
  });
});

describe('a reading that was billed', () => {
  beforeEach(() => {
    read('2026-11-01', 100);
    read('2026-11-10', 110);
    read('2026-11-20', 120);
  });

  it.each([
    ['its beginning', '2026-11-01', 99],
    ['its end', '2026-11-20', 121],
  ])('%s stays', (_, day, reading) => {
    bill(1, 3);
    expect(() => read(day, reading)).toThrow('reading_billed');
    expect(read(day, reading === 99 ? 100 : 120).id).toBe(reading === 99 ? 1 : 3);
  });

  it('one in between may be corrected, but no meter exchanged there', () => {
    bill(1, 3);
    expect(() => read('2026-11-10', 2, exchanged(111, 1))).toThrow('reading_billed');
    expect(() => read('2026-11-05', 2, exchanged(111, 1))).toThrow('reading_billed');
    read('2026-11-10', 112);
    expect(chain().map(([, , usage]) => usage)).toEqual([null, 12, 8]);
  });

  it('can be corrected once the charge is reversed, and is billed again', () => {
    const id = bill(1, 3);
    expect(unbilled()).toEqual([]);
    reverseCharges(ctx, [String(id)], '读数有误');
    expect(unbilled()).toEqual([[1, 3, 20]]);
    read('2026-11-20', 115);
    expect(unbilled()).toEqual([[1, 3, 15]]);
    expect(violated(ctx, invariants)).toEqual([]);
  });

  it('a charge in the middle that is reversed leaves its own gap', () => {
    const first = bill(1, 2);
    bill(2, 3);
    reverseCharges(ctx, [String(first)], '读数有误');
    expect(unbilled()).toEqual([[1, 2, 10]]);
  });

  it('another tariff goes by the same meter for itself', () => {
    bill(1, 3);
    const query = { meter: 'water', tariff: 'sewage', until: '2026-12-31' } as const;
    expect(unbilledUsage(ctx.ledger, query)).toMatchObject([{ usageThousandths: 20_000 }]);
  });

  it('counts up to a day, the day included', () => {
    expect(unbilled('2026-11-09')).toEqual([]);
    expect(unbilled('2026-11-10')).toEqual([[1, 2, 10]]);
    expect(unbilled('2026-11-20')).toEqual([[1, 3, 20]]);
  });

  it('is asked of some units only', () => {
    read('2026-11-01', 1, { unit: '3-2-1502' });
    read('2026-11-20', 2, { unit: '3-2-1502' });
    const query = { meter: 'water', tariff: 'water', until: '2026-12-31' } as const;
    expect(unbilledUsage(ctx.ledger, { ...query, unitIds: [2] })).toMatchObject([{ unitId: 2 }]);
    expect(unbilledUsage(ctx.ledger, query).map(({ unitId }) => unitId)).toEqual([1, 2]);
  });
});

describe('usage since a day', () => {
  it.each([
    ['read on it', '2026-11-10', '2026-11-22', ['2026-11-10', '2026-11-20', 30]],
    [
      'read after it: from the first then',
      '2026-11-02',
      '2026-11-22',
      ['2026-11-10', '2026-11-20', 30],
    ],
    ['up to another day', '2026-11-01', '2026-11-19', ['2026-11-01', '2026-11-10', 10]],
    ['not read since', '2026-11-21', '2026-11-22', undefined],
  ])('%s', (_, from, until, expected) => {
    read('2026-11-01', 100);
    read('2026-11-10', 110);
    read('2026-11-20', 5, exchanged(135, 0));
    const usage = usageBetween(ctx.ledger, { unitId: 1, meter: 'water', from, until });
    expect(usage && [usage.fromOn, usage.toOn, usage.usageThousandths / 1000]).toEqual(expected);
  });
});

describe('usage out of the ordinary', () => {
  it.each([
    ['three times as much a day', 130, 0],
    ['more than that', 130.001, 1],
  ])('%s', (_, reading, warnings) => {
    read('2026-10-01', 90);
    read('2026-10-31', 100);
    ctx.warnings.length = 0;
    // Twenty days, as the thirty before used 10.
    read('2026-11-20', reading - 10);
    expect(ctx.warnings).toHaveLength(warnings);
  });
});
