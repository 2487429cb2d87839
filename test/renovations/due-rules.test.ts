import { describe, expect, it } from 'vitest';
import { same } from '../../src/lib/words.ts';
import { type BookedFor, duesOf, type Item, unsetPaths } from '../../src/renovations/due-rules.ts';
import type { Permit } from '../../src/renovations/model.ts';

const item = (key: string, amountFen: number | null, change: Partial<Item> = {}): Item => ({
  ...{ party: 'household', key, kind: 'charge', words: same(key), amountFen },
  path: `fees.tariffs.${key}`,
  ...change,
});

const PRICED = {
  once: [
    item('renovation', 2000_00, { kind: 'deposit', path: 'deposits.renovation.amount' }),
    item('rubbish', 300_00),
    item('team', 2000_00, { kind: 'deposit', party: 'team', path: 'deposits.team.amount' }),
  ],
  pass: [item('pass-cost', 5_00, { party: 'team' })],
  lost: item('lost-permit', 50_00, { party: 'team' }),
};

const permit = (part: number, change: Partial<Permit> = {}): Permit => ({
  ...{ part, worker: part === 0 ? null : '工人', idNo: null, phone: null, photos: null },
  ...{ untilOn: '2026-12-20', issuedAt: '2026-11-23T06:00:00Z', fate: null, fateAt: null },
  ...{ passFen: null, lostFen: null },
  ...change,
});

/** What was taken for a key and what is charged and open again; nothing for the others. */
const booked =
  (by: Record<string, readonly [takenFen: number, openFen: number]>): BookedFor =>
  ({ key }) => {
    const [takenFen, openFen] = by[key] ?? [0, 0];
    return { takenFen, openFen };
  };

const NOTHING = booked({});

const BEFORE = { permits: [], permittedAt: null, cancelledAt: null };

const PERMITTED = { permits: [permit(0)], permittedAt: '2026-11-23T06:00:00Z', cancelledAt: null };

const CANCELLED = { permits: [], permittedAt: null, cancelledAt: '2026-11-23T06:00:00Z' };

/** Each as `key taken+owed`, in fen. */
const told = (
  it: Parameters<typeof duesOf>[1],
  bookedFor: BookedFor = NOTHING,
  priced: Parameters<typeof duesOf>[0] = PRICED,
) => duesOf(priced, it, bookedFor).map((due) => `${due.key} ${due.takenFen}+${due.owedFen}`);

describe('once, before the permit', () => {
  it.each<[string, Parameters<typeof duesOf>[1], BookedFor, readonly string[]]>([
    ['nothing paid', BEFORE, NOTHING, ['renovation 0+200000', 'rubbish 0+30000', 'team 0+200000']],
    [
      'all paid',
      BEFORE,
      booked({ renovation: [2000_00, 0], rubbish: [300_00, 0], team: [2000_00, 0] }),
      ['renovation 200000+0', 'rubbish 30000+0', 'team 200000+0'],
    ],
    [
      'a part paid',
      BEFORE,
      booked({ rubbish: [299_99, 0] }),
      ['renovation 0+200000', 'rubbish 29999+1', 'team 0+200000'],
    ],
    [
      'a receipt taken back: owed once, not twice',
      BEFORE,
      booked({ rubbish: [0, 300_00] }),
      ['renovation 0+200000', 'rubbish 0+30000', 'team 0+200000'],
    ],
    [
      'the price fell since: nothing comes back by itself',
      BEFORE,
      booked({ rubbish: [400_00, 0] }),
      ['renovation 0+200000', 'rubbish 40000+0', 'team 0+200000'],
    ],
    [
      'permitted: the price has risen since, and is not asked for again',
      PERMITTED,
      booked({ renovation: [1500_00, 0], rubbish: [300_00, 0], team: [2000_00, 0] }),
      ['renovation 150000+0', 'rubbish 30000+0', 'team 200000+0'],
    ],
    [
      'permitted, and a receipt was taken back',
      PERMITTED,
      booked({ renovation: [2000_00, 0], rubbish: [0, 300_00], team: [2000_00, 0] }),
      ['renovation 200000+0', 'rubbish 0+30000', 'team 200000+0'],
    ],
    ['cancelled', CANCELLED, NOTHING, ['renovation 0+0', 'rubbish 0+0', 'team 0+0']],
  ])('%s', (_, it, bookedFor, dues) => {
    expect(told(it, bookedFor)).toEqual(dues);
  });

  it('is unpaid where the policy sets no amount', () => {
    const priced = { ...PRICED, once: [item('rubbish', null)] };
    expect(duesOf(priced, BEFORE, NOTHING)).toMatchObject([{ unpaid: 1, owedFen: 0 }]);
    expect(duesOf(priced, PERMITTED, NOTHING)).toMatchObject([{ unpaid: 0, owedFen: 0 }]);
  });
});

describe('of passes and lost permits', () => {
  const ofPermits = (permits: readonly Permit[], bookedFor: BookedFor = NOTHING) =>
    duesOf(PRICED, { ...PERMITTED, permits }, bookedFor)
      .filter(({ occasion }) => occasion !== 'permit')
      .map((it) => [it.occasion, it.count, it.unpaid, it.takenFen, it.owedFen]);

  it.each<[string, readonly Permit[], BookedFor, readonly unknown[]]>([
    ["the household's permit alone costs nothing", [permit(0)], NOTHING, []],
    ['two passes', [permit(0), permit(1), permit(2)], NOTHING, [['pass', 2, 2, 0, 10_00]]],
    [
      'one paid, one not',
      [permit(0), permit(1, { passFen: 5_00 }), permit(2)],
      booked({ 'pass-cost': [5_00, 0] }),
      [['pass', 2, 1, 5_00, 5_00]],
    ],
    [
      'paid, and its receipt taken back',
      [permit(0), permit(1, { passFen: 5_00 })],
      booked({ 'pass-cost': [0, 5_00] }),
      [['pass', 1, 0, 0, 5_00]],
    ],
    [
      'paid at the old price',
      [permit(0), permit(1, { passFen: 3_00 })],
      booked({ 'pass-cost': [3_00, 0] }),
      [['pass', 1, 0, 3_00, 0]],
    ],
    [
      'a lost pass was still to be paid for',
      [permit(0), permit(1, { fate: 'lost' })],
      NOTHING,
      [
        ['pass', 1, 1, 0, 5_00],
        ['lost', 1, 1, 0, 50_00],
      ],
    ],
    [
      "the household's permit is lost like a pass",
      [permit(0, { fate: 'lost' }), permit(1, { fate: 'lost', passFen: 5_00 })],
      booked({ 'pass-cost': [5_00, 0] }),
      [
        ['pass', 1, 0, 5_00, 0],
        ['lost', 2, 2, 0, 100_00],
      ],
    ],
    [
      'one lost and paid, one lost and not',
      [permit(0, { fate: 'lost', lostFen: 50_00 }), permit(1, { fate: 'lost', passFen: 5_00 })],
      booked({ 'pass-cost': [5_00, 0], 'lost-permit': [50_00, 0] }),
      [
        ['pass', 1, 0, 5_00, 0],
        ['lost', 2, 1, 50_00, 50_00],
      ],
    ],
    [
      'kept back from a deposit: no charge, and taken all the same',
      [permit(0, { fate: 'lost', lostFen: 50_00 })],
      NOTHING,
      [['lost', 1, 0, 50_00, 0]],
    ],
    [
      'paid, and the receipt taken back',
      [permit(0, { fate: 'lost', lostFen: 50_00 })],
      booked({ 'lost-permit': [0, 50_00] }),
      [['lost', 1, 0, 0, 50_00]],
    ],
    ['returned', [permit(0, { fate: 'returned' })], NOTHING, []],
  ])('%s', (_, permits, bookedFor, dues) => {
    expect(ofPermits(permits, bookedFor)).toEqual(dues);
  });
});

describe('amounts that the policy leaves unset', () => {
  const unset = {
    once: [item('rubbish', null), item('other', 1_00)],
    pass: [item('pass-cost', null)],
    lost: item('lost-permit', null),
  };
  const paths = (it: Parameters<typeof duesOf>[1], priced = unset) =>
    unsetPaths(priced, it, duesOf(priced, it, NOTHING));

  it.each<[string, Parameters<typeof duesOf>[1], readonly string[]]>([
    [
      'before the permit: of passes, too',
      BEFORE,
      ['fees.tariffs.rubbish', 'fees.tariffs.pass-cost'],
    ],
    ['with the permit, without a pass', PERMITTED, []],
    [
      'of a pass that is to be paid',
      { ...PERMITTED, permits: [permit(0), permit(1)] },
      ['fees.tariffs.pass-cost'],
    ],
    [
      'of a pass that was paid',
      { ...PERMITTED, permits: [permit(0), permit(1, { passFen: 5_00 })] },
      [],
    ],
    [
      'of a lost permit nothing is asked',
      { ...PERMITTED, permits: [permit(0, { fate: 'lost' })] },
      [],
    ],
    ['of a cancelled one', CANCELLED, []],
  ])('%s', (_, it, expected) => {
    expect(paths(it)).toEqual(expected);
  });

  it('each once', () => {
    const twice = { ...unset, pass: unset.once };
    expect(paths(BEFORE, twice)).toEqual(['fees.tariffs.rubbish']);
  });
});
