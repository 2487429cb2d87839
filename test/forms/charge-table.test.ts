import { describe, expect, it } from 'vitest';
import { type BilledItem, itemName, measureText, owedTable } from '../../src/forms/charge-table.ts';
import { w } from '../../src/lib/words.ts';
import { MONTH_PARTS } from '../../src/tariffs/amount-rules.ts';

const item: BilledItem = {
  ...{ name: w('物业费', 'Property fee'), basis: 'area-month', meter: null, isPenalty: false },
  ...{ periodStart: '2026-10-01', periodEnd: '2026-12-31', dueOn: '2026-12-25' },
  ...{ quantityThousandths: 89_530, rateTenthousandths: 14_000, monthParts: 3 * MONTH_PARTS },
  ...{ percent: 100, amountFen: 376_03, outstandingFen: 376_03 },
};

describe('measureText', () => {
  it.each<[string, Partial<BilledItem>, string, string]>([
    ['a quarter of an area', {}, '89.53 ㎡ × 3 个月', '89.53 ㎡ × 3 mo.'],
    [
      'fourteen days of a June',
      { monthParts: (MONTH_PARTS * 14) / 30 },
      '89.53 ㎡ × 0.4667 个月',
      '89.53 ㎡ × 0.4667 mo.',
    ],
    ['a part of it', { percent: 70 }, '89.53 ㎡ × 3 个月 × 70%', '89.53 ㎡ × 3 mo. × 70%'],
    [
      'two spaces',
      { basis: 'fixed-month', quantityThousandths: 2_000, monthParts: MONTH_PARTS },
      '2 × 1 个月',
      '2 × 1 mo.',
    ],
    [
      'a meter',
      { basis: 'meter', meter: 'water', quantityThousandths: 12_500, monthParts: null },
      '12.5 m³',
      '12.5 m³',
    ],
    ['once', { basis: 'one-off', quantityThousandths: 1_000, monthParts: null }, '1', '1'],
    [
      'a tariff that is no more',
      { basis: null, quantityThousandths: 1_000, monthParts: null },
      '1',
      '1',
    ],
  ])('%s', (_, change, zh, en) => {
    expect(measureText({ ...item, ...change })).toEqual({ zh, en });
  });
});

describe('owedTable', () => {
  const table = (items: readonly BilledItem[]) =>
    owedTable(w('本期费用', 'This period'), items, { lang: 'zh' });

  it('has what was charged and paid only where some of it is paid', () => {
    expect(table([item]).columns).toHaveLength(6);
    expect(table([item, { ...item, outstandingFen: 1_00 }]).columns).toHaveLength(8);
  });

  it('adds up what is owed', () => {
    const { rows, total } = table([item, { ...item, outstandingFen: 1_00 }]);
    expect(rows.map((row) => row.at(-1))).toEqual(['376.03', '1.00']);
    expect(total?.at(-1)).toBe('377.03');
  });

  it('has as many cells as columns in each row', () => {
    for (const { columns, rows, total } of [
      table([item]),
      table([{ ...item, outstandingFen: 1_00 }]),
    ]) {
      expect([...rows, total].map((row) => row?.length)).toEqual([columns.length, columns.length]);
    }
  });
});

it('a penalty is called one', () => {
  expect(itemName({ ...item, isPenalty: true })).toEqual({
    zh: '物业费违约金',
    en: 'Property fee, late payment',
  });
});
