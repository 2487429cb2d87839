import { describe, expect, it } from 'vitest';
import { timePassed, tooEarly } from '../../src/cases/rules.ts';

describe('a step before the one it follows', () => {
  it.each([
    ['a second before it', '2026-11-22T01:59:59Z', true],
    ['at the same second', '2026-11-22T02:00:00Z', false],
    ['later', '2026-11-23T02:00:00Z', false],
  ])('%s', (_, now, refused) => {
    expect(tooEarly('T261122-001', 'ticket show', '2026-11-22T02:00:00Z', now) !== undefined).toBe(
      refused,
    );
  });
});

describe('a time that was agreed upon', () => {
  it.each([
    ['none', null, false],
    ['a second ago', '2026-11-22T01:59:59Z', true],
    ['this very second', '2026-11-22T02:00:00Z', false],
    ['tomorrow', '2026-11-23T02:00:00Z', false],
  ])('%s', (_, agreedAt, refused) => {
    expect(timePassed(agreedAt, '2026-11-22T02:00:00Z') !== undefined).toBe(refused);
  });
});
