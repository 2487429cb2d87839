import { describe, expect, it } from 'vitest';
import { refusalOfPeriod, refusalOfUntil } from '../../src/approval/period-rules.ts';

describe('the period applied for', () => {
  it.each<[string, string, string, string | undefined]>([
    ['a single day, today', '2026-11-23', '2026-11-23', undefined],
    ['from before today until today', '2026-11-20', '2026-11-23', undefined],
    ['over since yesterday', '2026-11-20', '2026-11-22', 'period_over'],
    ['backwards by a day', '2026-11-25', '2026-11-24', 'period_reversed'],
    ['backwards and over', '2026-11-22', '2026-11-21', 'period_reversed'],
  ])('%s', (_, fromOn, untilOn, code) => {
    expect(refusalOfPeriod({ fromOn, untilOn }, '2026-11-23')?.code).toBe(code);
  });
});

describe('the last day of a permit', () => {
  const it26 = { no: 'D261123-001', fromOn: '2026-11-24', untilOn: '2026-12-20' };

  it.each<[string, string | undefined, boolean, string, string | undefined]>([
    ['as approved', undefined, false, '2026-11-23', undefined],
    ['as approved, on the last day', undefined, false, '2026-12-20', undefined],
    ['as approved, a day after it', undefined, false, '2026-12-21', 'period_over'],
    ['typed, today', '2026-12-01', false, '2026-12-01', undefined],
    ['typed, yesterday', '2026-11-30', false, '2026-12-01', 'period_over'],
    ['the first day', '2026-11-24', false, '2026-11-23', undefined],
    ['the day before the first', '2026-11-23', false, '2026-11-23', 'period_reversed'],
    ['the day approved, typed', '2026-12-20', false, '2026-11-23', undefined],
    ['a day later', '2026-12-21', false, '2026-11-23', 'approval_needed'],
    ['a day later, with consent', '2026-12-21', true, '2026-11-23', undefined],
    ['a day later, of a period that is over', '2026-12-21', true, '2026-12-21', undefined],
    ['over, whoever consents', '2026-12-20', true, '2026-12-21', 'period_over'],
  ])('%s', (_, untilOn, isApproved, today, code) => {
    expect(refusalOfUntil(it26, { untilOn, isApproved }, today)?.code).toBe(code);
  });
});
