import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Held, splitDeduction, sumByParty } from '../../src/acceptance/deduction-rules.ts';
import { PARTIES, type Party } from '../../src/deposits/model.ts';

const held = (no: string, party: Party, heldFen: number, day = '01'): Held => ({
  ...{ no, party, heldFen },
  takenAt: `2026-11-${day}T01:00:00Z`,
});

/** The household's stands first in the ledger, as it usually pays first. */
const BOTH = [held('Y1', 'household', 200), held('Y2', 'team', 100)];

describe('what is kept back of whom (rule 110)', () => {
  it.each<[string, number, readonly Held[], Record<string, number>, number]>([
    ['one fen, of the team', 1, BOTH, { Y2: 1 }, 0],
    ["all the team's", 100, BOTH, { Y2: 100 }, 0],
    ['one fen more, of the household', 101, BOTH, { Y2: 100, Y1: 1 }, 0],
    ['all of both', 300, BOTH, { Y2: 100, Y1: 200 }, 0],
    ['one fen more, claimed', 301, BOTH, { Y2: 100, Y1: 200 }, 1],
    ['nothing held: all claimed', 50, [], {}, 50],
    [
      'one that is used up is left alone',
      50,
      [held('Y2', 'team', 0), held('Y1', 'household', 60)],
      { Y1: 50 },
      0,
    ],
    [
      'the older of two first, in whatever order they were written',
      150,
      [held('Y1', 'team', 100, '09'), held('Y2', 'team', 100, '02')],
      { Y2: 100, Y1: 50 },
      0,
    ],
    [
      'of one moment the one written first',
      50,
      [held('Y1', 'household', 100), held('Y2', 'household', 100)],
      { Y1: 50 },
      0,
    ],
  ])('%s', (_, amountFen, deposits, parts, claimFen) => {
    const split = splitDeduction(amountFen, deposits);
    expect(split.parts.map((it) => [it.no, it.amountFen])).toEqual(Object.entries(parts));
    expect(split.claimFen).toBe(claimFen);
  });

  it('adds up, keeps the order and never takes more than is held', () => {
    const deposit = fc.record({
      party: fc.constantFrom(...(Object.keys(PARTIES) as Party[])),
      heldFen: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 500 })),
      day: fc.integer({ min: 10, max: 28 }),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.array(deposit, { maxLength: 6 }),
        (amountFen, some) => {
          const deposits = some.map(({ party, heldFen, day }, index) =>
            held(`Y${index}`, party, heldFen, String(day)),
          );
          const { parts, claimFen } = splitDeduction(amountFen, deposits);
          const of = (no: string) => deposits.find((each) => each.no === no) as Held;
          const sumFen = parts.reduce((sum, each) => sum + each.amountFen, 0);

          expect(sumFen + claimFen).toBe(amountFen);
          for (const part of parts) {
            expect(part.amountFen).toBeGreaterThan(0);
            expect(part.amountFen).toBeLessThanOrEqual(of(part.no).heldFen);
            expect(part.party).toBe(of(part.no).party);
          }
          // All but the last are used up; whatever stands before any of them is, too.
          const rank = ({ no, party, takenAt }: Held) =>
            `${party === 'team' ? 0 : 1} ${takenAt} ${no}`;
          const ranks = parts.map(({ no }) => rank(of(no)));
          expect(ranks).toEqual([...ranks].sort());
          const last = ranks.at(-1);
          const takenOf = (no: string) => parts.find((each) => each.no === no)?.amountFen ?? 0;
          for (const each of deposits) {
            const isBefore = claimFen > 0 || (last !== undefined && rank(each) < last);
            if (isBefore) expect(takenOf(each.no)).toBe(each.heldFen);
          }
        },
      ),
    );
  });
});

describe('of each party together', () => {
  it('the team first, nobody who gave nothing', () => {
    const part = (party: Party, amountFen: number) => ({ party, amountFen });
    expect(sumByParty([part('household', 1), part('team', 2), part('household', 4)])).toEqual([
      part('team', 2),
      part('household', 5),
    ]);
    expect(sumByParty([part('household', 1)])).toEqual([part('household', 1)]);
    expect(sumByParty([])).toEqual([]);
  });
});
