import { describe, expect, it } from 'vitest';
import type { Ctx } from '../../src/context.ts';
import { randomOf } from '../../src/demo/random.ts';
import type { Thread } from '../../src/demo/story.ts';
import {
  agreedOn,
  atAgreed,
  atOnce,
  lastOf,
  later,
  nextOf,
  onDay,
  tell,
} from '../../src/demo/story.ts';
import { localText } from '../../src/lib/moment.ts';
import type { Zone } from '../../src/lib/zone.ts';

const zone: Zone = { name: 'Asia/Shanghai', shifts: [[0, 480]] };
const LATE = '2026-11-22T15:50:00Z';

const thread = (seed = 'a'): Thread => ({
  zone,
  random: randomOf(seed),
  at: LATE,
  agreedAt: undefined,
});

const step = (when: typeof atOnce, agree?: typeof atOnce) => ({ when, agree, act: () => {} });
const shown = (moments: readonly string[]) => moments.map((moment) => localText(moment, zone));

describe('a story', () => {
  it.each([
    ['at once', atOnce, '2026-11-22 23:50'],
    ['minutes later, past midnight', later(15, 15), '2026-11-23 00:05'],
    ['on the same day, later', onDay(0, '23:55', '23:55'), '2026-11-22 23:55'],
    ['on the next day of the site', onDay(1, '09:00', '09:00'), '2026-11-23 09:00'],
    ['without an agreed time, from the last step', atAgreed(5, 5), '2026-11-22 23:55'],
    ['at the next of some times', nextOf(LATE, '10:00', '16:00'), '2026-11-23 10:00'],
    [
      'at one that is not near',
      nextOf('2026-11-22T01:40:00Z', '10:00', '16:00'),
      '2026-11-22 16:00',
    ],
    ['at the last of some times', lastOf(LATE, '10:00', '16:00'), '2026-11-22 16:00'],
    [
      'at the last of them yesterday',
      lastOf('2026-11-22T02:20:00Z', '10:00', '16:00'),
      '2026-11-21 16:00',
    ],
    ['at the first of the day', nextOf('2026-11-21T16:00:00Z', '10:00'), '2026-11-22 10:00'],
  ])('has a step %s', (_, when, expected) => {
    expect(shown([when(thread())])).toEqual([expected]);
  });

  it('takes no step before the last one', () => {
    const beats = tell([step(later(5, 5)), step(onDay(0, '09:00', '09:00'))], {}, thread());
    expect(shown(beats.map(({ at }) => at))).toEqual(['2026-11-22 23:55', '2026-11-22 23:55']);
  });

  it('hands each step the time agreed upon by then', () => {
    const seen: (string | undefined)[] = [];
    const telling = (agree?: typeof atOnce) => ({
      when: later(1, 1),
      agree,
      act: (_: Ctx, __: object, agreedAt: string | undefined) => void seen.push(agreedAt),
    });
    const beats = tell(
      [telling(), telling(onDay(1, '10:00', '10:00')), telling(onDay(2, '11:00', '11:00'))],
      {},
      thread(),
    );
    for (const beat of beats) beat.act({} as Ctx);
    expect(seen.map((at) => at && localText(at, zone))).toEqual([
      undefined,
      '2026-11-23 10:00',
      '2026-11-24 11:00',
    ]);
  });

  it('agrees upon full and half hours', () => {
    const agreed = Array.from({ length: 60 }, (_, index) =>
      localText(agreedOn(1, '09:00', '10:00')(thread(String(index))), zone),
    );
    expect([...new Set(agreed)].sort()).toEqual([
      '2026-11-23 09:00',
      '2026-11-23 09:30',
      '2026-11-23 10:00',
    ]);
  });
});

describe('chance', () => {
  it('repeats itself for the same seed', () => {
    const draw = (seed: string) => Array.from({ length: 20 }, () => randomOf(seed).below(1000));
    expect(draw('x')).toEqual(draw('x'));
    expect(draw('x')).not.toEqual(draw('y'));
  });

  it('keeps to its bounds, both ends included', () => {
    const random = randomOf('bounds');
    const drawn = Array.from({ length: 500 }, () => random.between(-1, 1));
    expect([...new Set(drawn)].sort()).toEqual([-1, 0, 1]);
  });

  it('prefers what weighs more, and never takes what weighs nothing', () => {
    const random = randomOf('weights');
    const list = [
      { name: 'never', weight: 0 },
      { name: 'seldom', weight: 1 },
      { name: 'often', weight: 9 },
    ];
    const drawn = Array.from({ length: 1000 }, () => random.weighted(list).name);
    const count = (name: string) => drawn.filter((each) => each === name).length;
    expect(count('never')).toBe(0);
    expect(count('seldom')).toBeGreaterThan(50);
    expect(count('seldom')).toBeLessThan(160);
  });

  it('takes some that differ, all of a short list', () => {
    const list = ['a', 'b', 'c', 'd'];
    const drawn = randomOf('some').some(list, 3);
    expect(new Set(drawn).size).toBe(3);
    expect(randomOf('some').some(list, 9).sort()).toEqual(list);
  });

  it('cannot choose from nothing', () => {
    expect(() => randomOf('').pick([])).toThrow(RangeError);
  });
});
