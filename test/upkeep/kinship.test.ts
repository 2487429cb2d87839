import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Relatives } from '../../src/upkeep/kinship.ts';
import { forkOf, kinshipOf } from '../../src/upkeep/kinship.ts';

const MORNING = '2026-11-22T01:00:00Z';
const NOON = '2026-11-22T04:00:00Z';
const EVENING = '2026-11-22T10:00:00Z';

/** Today's journal has 10 lines; the backup was made in the morning, when there were 8. */
const base: Relatives = {
  backup: { seq: 8, hash: 'b8', recordedAt: MORNING },
  fork: 8,
  head: { seq: 10, hash: 'h10' },
  replacements: [],
};

/** At noon a backup of 5 lines took the place of a ledger of 9. */
const atNoon = { seq: 6, recordedAt: NOON, replacedSeq: 9, replacedHash: 'r9' };

describe('kinshipOf', () => {
  it.each<[string, Partial<Relatives>, string]>([
    ['today goes on from the backup', {}, 'contained'],
    ['nothing was written since', { fork: 8, head: { seq: 8, hash: 'b8' } }, 'contained'],
    ['the last line is gone', { fork: 7, head: { seq: 7, hash: 'b7' } }, 'cut'],
    ['the last line is gone and another written', { fork: 7 }, 'other'],
    ['everything is gone', { fork: 0, head: { seq: 0, hash: '' } }, 'cut'],
    ['another ledger', { fork: 0 }, 'other'],
    ['a restore went back behind it', { fork: 5, replacements: [atNoon] }, 'replaced'],
    [
      'it is the very ledger that was replaced',
      { fork: 5, replacements: [{ ...atNoon, replacedSeq: 8, replacedHash: 'b8' }] },
      'replaced',
    ],
    [
      'it is as long as the replaced one, but another',
      { fork: 5, replacements: [{ ...atNoon, replacedSeq: 8, replacedHash: 'x8' }] },
      'other',
    ],
    [
      'it goes further than the replaced one ever did',
      { fork: 5, replacements: [{ ...atNoon, replacedSeq: 7, replacedHash: 'x7' }] },
      'other',
    ],
    [
      'it was made after the restore',
      {
        fork: 5,
        replacements: [atNoon],
        backup: { seq: 8, hash: 'b8', recordedAt: EVENING },
      },
      'other',
    ],
    [
      'it was made after the restore, and today ends before it',
      {
        fork: 7,
        head: { seq: 7, hash: 'b7' },
        replacements: [atNoon],
        backup: { seq: 8, hash: 'b8', recordedAt: EVENING },
      },
      'cut',
    ],
    [
      'nobody knows what the damaged ledger held',
      { fork: 5, replacements: [{ ...atNoon, replacedSeq: null, replacedHash: null }] },
      'replaced',
    ],
    ['the restore lies before the fork', { fork: 7, replacements: [atNoon] }, 'other'],
  ])('%s', (_, change, expected) => {
    expect(kinshipOf({ ...base, ...change })).toBe(expected);
  });
});

describe('forkOf', () => {
  it('finds the last common line of any two journals', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), fc.nat(40), (common, here, there) => {
        const journal = (own: string, more: number) => (seq: number) => {
          if (seq > common + more) return undefined;
          return seq <= common ? `common ${seq}` : `${own} ${seq}`;
        };
        const last = common + Math.min(here, there);
        expect(forkOf(last, journal('here', here), journal('there', there))).toBe(common);
      }),
    );
  });
});
