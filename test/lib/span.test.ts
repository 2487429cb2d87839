import { describe, expect, it } from 'vitest';
import { shortSpan } from '../../src/lib/span.ts';

describe('a span of days reads', () => {
  it.each([
    ['a month of 31 days', '2026-12-01', '2026-12-31', '2026-12'],
    ['a leap February', '2028-02-01', '2028-02-29', '2028-02'],
    ['a leap February but for its last day', '2028-02-01', '2028-02-28', '2028-02-01 – 02-28'],
    ['the first quarter', '2026-01-01', '2026-03-31', '2026Q1'],
    ['the last quarter', '2026-10-01', '2026-12-31', '2026Q4'],
    ['three months that are no quarter', '2026-11-01', '2027-01-31', '2026-11-01 – 2027-01-31'],
    ['two months', '2026-01-01', '2026-02-28', '2026-01-01 – 02-28'],
    ['a half-year', '2026-07-01', '2026-12-31', '2026H2'],
    ['six months that are none', '2026-04-01', '2026-09-30', '2026-04-01 – 09-30'],
    ['a year', '2026-01-01', '2026-12-31', '2026'],
    ['a season over the year', '2025-11-15', '2026-03-15', '2025-11-15 – 2026-03-15'],
    ['one day', '2026-11-22', '2026-11-22', '2026-11-22'],
    ['an open end', '2026-11-01', null, '2026-11-01 –'],
  ])('%s', (_, from, until, text) => {
    expect(shortSpan(from, until)).toBe(text);
  });
});
