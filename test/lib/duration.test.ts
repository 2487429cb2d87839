import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationWords, parseDuration, spanText } from '../../src/lib/duration.ts';

describe('parseDuration', () => {
  it.each([
    ['30m', 30, 'm'],
    ['1h', 1, 'h'],
    ['0d', 0, 'd'],
    ['2d', 2, 'd'],
    ['0wd', 0, 'wd'],
    ['2wd', 2, 'wd'],
    ['0.5wd', 0.5, 'wd'],
    ['1.5wd', 1.5, 'wd'],
    ['3mo', 3, 'mo'],
    ['44640m', 44_640, 'm'],
    ['8784h', 8_784, 'h'],
    ['3660d', 3_660, 'd'],
    ['260wd', 260, 'wd'],
    ['120mo', 120, 'mo'],
  ] as const)('reads %s', (text, amount, unit) => {
    expect(parseDuration(text)).toEqual({ amount, unit, text });
  });

  it('takes full-width digits and spaces around', () => {
    expect(parseDuration(' ２ｄ ')).toEqual({ amount: 2, unit: 'd', text: '2d' });
  });

  it.each([
    '',
    '2',
    'd',
    '2 d',
    '-2d',
    '+2d',
    '02d',
    '2D',
    '2w',
    '2days',
    '0.5d',
    '1.5h',
    '0.25wd',
    '0.50wd',
    '1.0wd',
    '.5wd',
    '1,5wd',
    '0m',
    '0h',
    '0mo',
    '44641m',
    '8785h',
    '3661d',
    '260.5wd',
    '121mo',
    '9999999d',
    '1d12h',
  ])('refuses %j', (text) => {
    expect(() => parseDuration(text)).toThrowError(
      expect.objectContaining({ kind: 'usage', code: 'bad_duration' }),
    );
  });

  it('reads back its own canonical text', () => {
    const halves = fc.integer({ min: 0, max: 520 }).map((number) => `${number / 2}wd`);
    const whole = fc
      .tuple(fc.integer({ min: 1, max: 120 }), fc.constantFrom('m', 'h', 'd', 'wd', 'mo'))
      .map(([amount, unit]) => `${amount}${unit}`);
    fc.assert(
      fc.property(fc.oneof(halves, whole), (text) => {
        const duration = parseDuration(text);
        expect(duration.text).toBe(text);
        expect(parseDuration(duration.text)).toEqual(duration);
      }),
    );
  });
});

describe('spanText', () => {
  it.each([
    ['nothing', 0, '不到 1 分钟', 'less than a minute'],
    ['a second short of a minute', 59, '不到 1 分钟', 'less than a minute'],
    ['a minute', 60, '1 分钟', '1 min'],
    ['a second short of an hour', 3599, '59 分钟', '59 min'],
    ['an hour', 3600, '1 小时', '1 h'],
    ['hours and minutes', 12_000, '3 小时 20 分', '3 h 20 min'],
    ['a second short of a day', 86_399, '23 小时 59 分', '23 h 59 min'],
    ['a day', 86_400, '1 天', '1 day'],
    ['a day and five hours', 104_400, '1 天 5 小时', '1 day 5 h'],
    ['two days', 172_800, '2 天', '2 days'],
    ['a second short of three days', 259_199, '2 天 23 小时', '2 days 23 h'],
    ['three days and an hour', 262_800, '3 天', '3 days'],
    ['over by an hour', -3600, '1 小时', '1 h'],
  ])('%s', (_, seconds, zh, en) => {
    expect(spanText(seconds)).toEqual({ zh, en });
  });
});

describe('a limit as people say it', () => {
  it.each([
    ['30m', '30 分钟', '30 min'],
    ['11h', '11 小时', '11 h'],
    ['1d', '1 天', '1 day'],
    ['0.5wd', '0.5 个工作日', '0.5 working days'],
    ['24mo', '24 个月', '24 months'],
  ])('%s', (text, zh, en) => {
    expect(durationWords(parseDuration(text))).toEqual({ zh, en });
  });
});
