import { describe, expect, it } from 'vitest';
import type { WyError } from '../../src/lib/errors.ts';
import { monthFrom, parseMonth } from '../../src/lib/month.ts';

describe('what a clerk types for a month', () => {
  it.each([
    ['2026-11', '2026-11'],
    ['2026-1', '2026-01'],
    ['2026/11', '2026-11'],
    ['2026.11', '2026-11'],
    ['2026年11月', '2026-11'],
    ['2026年 1月', '2026-01'],
    ['２０２６－１１', '2026-11'],
    ['11月', '2026-11'],
    ['本月', '2026-01'],
    ['this', '2026-01'],
    ['上月', '2025-12'],
    ['上个月', '2025-12'],
    ['LAST', '2025-12'],
    ['下月', '2026-02'],
    ['next', '2026-02'],
    ['1900-01', '1900-01'],
    ['2199-12', '2199-12'],
  ])('%s on the last day of January is %s', (typed, month) => {
    expect(parseMonth(typed, '2026-01-31')).toBe(month);
  });

  it.each([
    '',
    '2026',
    '2026-13',
    '2026-00',
    '2026年0月',
    '13月',
    '1899-12',
    '2200-01',
    '2026-11-22',
    '去年',
  ])('"%s" is none', (typed) => {
    const refusal = () => parseMonth(typed, '2026-01-31');
    expect(refusal).toThrow(expect.objectContaining<Partial<WyError>>({ code: 'bad_month' }));
  });

  it.each([
    ['2026-11', 0, '2026-11'],
    ['2026-01', -1, '2025-12'],
    ['2026-12', 1, '2027-01'],
  ])('%s and %i months', (month, months, expected) => {
    expect(monthFrom(month, months)).toBe(expected);
  });
});
