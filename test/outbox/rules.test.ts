import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDuration } from '../../src/lib/duration.ts';
import { cutText, cutTitle, isStuck, nextTryAt, stateAfter } from '../../src/outbox/rules.ts';

const queuedAt = '2026-11-22T00:00:00Z';
const triedAt = '2026-11-22T01:00:00Z';
const retry = parseDuration('10m');

describe('the next try', () => {
  it.each([
    ['never tried', { tries: 0, triedAt: null }, queuedAt],
    ['after the first', { tries: 1, triedAt }, '2026-11-22T01:10:00Z'],
    ['after the second', { tries: 2, triedAt }, '2026-11-22T01:20:00Z'],
    ['after the fifth', { tries: 5, triedAt }, '2026-11-22T03:40:00Z'],
    ['after the twentieth: a day at most', { tries: 20, triedAt }, '2026-11-23T01:00:00Z'],
  ])('%s', (_, row, expected) => {
    expect(nextTryAt({ queuedAt, ...row }, retry)).toBe(expected);
  });

  it('is in hours where the policy says hours', () => {
    expect(nextTryAt({ queuedAt, tries: 1, triedAt }, parseDuration('2h'))).toBe(
      '2026-11-22T03:00:00Z',
    );
  });
});

describe('one that is being sent', () => {
  it.each([
    ['within its timeout', 'sending', '2026-11-22T01:00:20Z', false],
    ['the last second in which it may be noted', 'sending', '2026-11-22T01:01:20Z', false],
    ['a second later', 'sending', '2026-11-22T01:01:21Z', true],
    ['sent long ago', 'sent', '2026-11-23T01:00:00Z', false],
  ] as const)('%s', (_, state, now, expected) => {
    expect(isStuck({ state, triedAt }, now, 20)).toBe(expected);
  });
});

describe('after a try', () => {
  it.each([
    ['taken', { is: 'sent', fault: null }, 1, 'sent'],
    ['not taken, with tries left', { is: 'refused', fault: 'http_500' }, 4, 'waiting'],
    ['not taken, the last one', { is: 'refused', fault: 'http_500' }, 5, 'failed'],
    ['nobody knows', { is: 'unsure', fault: 'timeout' }, 5, 'unsure'],
  ] as const)('%s', (_, outcome, tries, expected) => {
    expect(stateAfter(outcome, tries, 5)).toBe(expected);
  });
});

describe('a long message', () => {
  const line = '- 维修回访 T261121-003 10-1-703 23:59';

  it('is cut at a line and says how many more', () => {
    const cut = cutText(Array(200).fill(line).join('\n'), 'zh');
    const kept = cut.split('\n').filter((each) => each === line).length;
    expect(cut.split('\n').at(-1)).toBe(`……还有 ${200 - kept} 行`);
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(3600);
    expect(kept).toBeGreaterThan(60);
  });

  it('fits, and loses nothing where there is room', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 30 }), (lines) => {
        const text = lines.join('\n');
        const cut = cutText(text, 'en', 200);
        if (Buffer.byteLength(text) <= 200) expect(cut).toBe(text);
        expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(200);
      }),
    );
  });

  it('has a title that fits', () => {
    expect(Buffer.byteLength(cutTitle('翠'.repeat(300)))).toBeLessThanOrEqual(240);
    expect(cutTitle('翠湖花园')).toBe('翠湖花园');
  });
});
