import { describe, expect, it } from 'vitest';
import { parseRhythm, rhythmWords } from '../../src/books/rhythm.ts';

describe('a rhythm as people say it', () => {
  it.each([
    ['day', '每天', 'daily'],
    ['1d', '每 1 天', 'every 1 day'],
    ['14d', '每 14 天', 'every 14 days'],
    ['week', '每周', 'weekly'],
    ['month', '每月', 'monthly'],
    ['month-end', '月末', 'month-end'],
    ['last-workday', '末工作日', 'last-workday'],
    ['quarter', '每季', 'quarterly'],
    ['year', '每年', 'yearly'],
    ['2 per month', '每月 2 次', '2 a month'],
    ['3 per quarter', '每季 3 次', '3 a quarter'],
    ['4 per year', '每年 4 次', '4 a year'],
  ])('%s', (text, zh, en) => {
    const rhythm = parseRhythm(text);
    expect(rhythm && rhythmWords(rhythm)).toEqual({ zh, en });
  });
});
