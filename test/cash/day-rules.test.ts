import { describe, expect, it } from 'vitest';
import { daysAsked, dayToCome } from '../../src/cash/day-rules.ts';

describe('a day to come', () => {
  it.each([
    ['today', '2026-11-22', undefined],
    ['yesterday', '2026-11-21', undefined],
    ['tomorrow', '2026-11-23', 'day_not_begun'],
  ])('%s', (_, day, code) => {
    expect(dayToCome(day, '2026-11-22')?.code).toBe(code);
  });
});

describe('the days of the journal', () => {
  const today = '2026-11-22';
  it.each([
    ['today unless said', {}, today, today],
    ['one day', { day: '2026-11-20' }, '2026-11-20', '2026-11-20'],
    ['a month, to its end', { month: '2024-02' }, '2024-02-01', '2024-02-29'],
    ['since a day', { since: '2026-11-20' }, '2026-11-20', today],
    ['until a day', { until: '2026-11-20' }, undefined, '2026-11-20'],
    ['from one to the same', { since: today, until: today }, today, today],
  ])('%s', (_, asked, from, until) => {
    expect(daysAsked(asked, today)).toEqual({ from, until });
  });

  it.each([
    ['backwards', { since: '2026-11-22', until: '2026-11-21' }, 'period_reversed'],
    ['since a day to come', { since: '2026-11-23' }, 'period_reversed'],
    ['a day and a month', { day: today, month: '2026-11' }, 'several_spans'],
    ['a month and a span', { month: '2026-11', until: today }, 'several_spans'],
  ])('refused: %s', (_, asked, code) => {
    expect(() => daysAsked(asked, today)).toThrow(code);
  });
});
