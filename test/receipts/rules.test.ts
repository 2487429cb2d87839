import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Account, accountOn, isTheirs } from '../../src/receipts/account-rules.ts';
import { allocate, draw, inOrder, sumOf } from '../../src/receipts/allocation-rules.ts';
import { readWish, type Wish, wishText } from '../../src/receipts/wish-rules.ts';

const charge = (id: number, openFen: number, dueOn = '2026-11-25', isPenalty = false) => ({
  ...{ id, openFen, dueOn, isPenalty },
});

describe('the order in which money pays', () => {
  it.each([
    ['the oldest due first', [charge(1, 5, '2026-11-26'), charge(2, 5, '2026-11-25')], [2, 1]],
    ['on one day as they were billed', [charge(2, 5), charge(1, 5)], [1, 2]],
    ['on one day principal before penalty', [charge(1, 5, undefined, true), charge(2, 5)], [2, 1]],
    [
      'an older penalty before a younger principal',
      [charge(1, 5, '2026-11-26'), charge(2, 5, '2026-11-25', true)],
      [2, 1],
    ],
  ])('%s', (_, charges, ids) => {
    expect(inOrder(charges).map(({ id }) => id)).toEqual(ids);
  });
});

describe('what an amount pays', () => {
  const charges = [charge(1, 100), charge(2, 50), charge(3, 25)];

  it.each([
    ['one fen', 1, [[1, 1]], 0],
    ['one fen short of the first', 99, [[1, 99]], 0],
    ['the first to the fen', 100, [[1, 100]], 0],
    [
      'one fen more',
      101,
      [
        [1, 100],
        [2, 1],
      ],
      0,
    ],
    [
      'one fen short of all',
      174,
      [
        [1, 100],
        [2, 50],
        [3, 24],
      ],
      0,
    ],
    [
      'all',
      175,
      [
        [1, 100],
        [2, 50],
        [3, 25],
      ],
      0,
    ],
    [
      'overpaid by one fen',
      176,
      [
        [1, 100],
        [2, 50],
        [3, 25],
      ],
      1,
    ],
  ])('%s', (_, amountFen, shares, leftFen) => {
    const paid = allocate(amountFen, charges);
    expect(paid.shares.map((it) => [it.chargeId, it.amountFen])).toEqual(shares);
    expect(paid.leftFen).toBe(leftFen);
  });

  it('is nothing where nothing is owed', () => {
    expect(allocate(500, [])).toEqual({ shares: [], leftFen: 500 });
    expect(allocate(500, [charge(1, 0)])).toEqual({ shares: [], leftFen: 500 });
  });

  const anyCharges = fc
    .array(fc.integer({ min: 0, max: 10_000 }), { maxLength: 8 })
    .map((fens) => fens.map((openFen, id) => charge(id, openFen)));

  it('is never more than is owed of each, leaves no gap, and loses no fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999_999 }), anyCharges, (amountFen, owed) => {
        const { shares, leftFen } = allocate(amountFen, owed);
        expect(sumOf(shares) + leftFen).toBe(amountFen);
        const paid = new Map(shares.map((it) => [it.chargeId, it.amountFen]));
        const open = owed.map(({ id, openFen }) => openFen - (paid.get(id) ?? 0));
        expect(open.every((fen) => fen >= 0)).toBe(true);
        expect(shares.every((it) => it.amountFen > 0)).toBe(true);
        // Only the last one paid may be paid in part, and nothing is left over before all are paid.
        const firstOpen = open.findIndex((fen) => fen > 0);
        const after = firstOpen < 0 ? [] : owed.slice(firstOpen + 1);
        expect(after.some(({ id }) => paid.has(id))).toBe(false);
        expect(leftFen > 0 && firstOpen >= 0).toBe(false);
      }),
    );
  });

  it('drawn from prepayments takes the first ones empty before the next', () => {
    const rests = [{ restFen: 30 }, { restFen: 20 }];
    expect(draw(31, rests)).toEqual([
      { from: rests[0], amountFen: 30 },
      { from: rests[1], amountFen: 1 },
    ]);
    expect(draw(30, rests)).toEqual([{ from: rests[0], amountFen: 30 }]);
  });
});

describe('on whose account money comes in', () => {
  const owners = [
    { personId: 1, name: '张伟', fromOn: null, untilOn: '2026-06-30' },
    { personId: 2, name: '李娜', fromOn: '2026-07-01', untilOn: null },
    { personId: 3, name: '李明', fromOn: '2026-07-01', untilOn: null },
  ];
  const known = { owners, parties: ['广告公司'] };
  const day = '2026-11-22';

  it.each([
    ['the last day of the one owner', '2026-06-30', null, { ownerIds: [1], isOther: false }],
    ['the first day of the next', '2026-07-01', null, { ownerIds: [2, 3], isOther: false }],
    ['an owner by name', day, '李娜', { ownerIds: [2, 3], isOther: false }],
    ['a relative, a tenant', day, '王五', { ownerIds: [2, 3], isOther: false }],
    ['a former owner pays for themselves', day, '张伟', { ownerIds: [2, 3], isOther: true }],
    ['a buyer pays ahead', '2026-06-01', '李娜', { ownerIds: [1], isOther: true }],
    ['a lessee pays for themselves', day, '广告公司', { ownerIds: [2, 3], isOther: true }],
  ])('%s', (_, on, payer, account) => {
    expect(accountOn(on, payer, known)).toEqual({ payer, ...account });
  });

  const household: Account = { payer: '李娜', ownerIds: [2, 3], isOther: false };
  const former: Account = { payer: '张伟', ownerIds: [2, 3], isOther: true };
  const nobody: Account = { payer: null, ownerIds: [], isOther: false };
  const debt = (debtor: string, debtorId: number | null, debtorName: string | null) => ({
    ...{ debtor, debtorId, debtorName },
  });

  it.each([
    ['their own', debt('owner', 2, '李娜'), household, true],
    ["their co-owner's", debt('owner', 3, '李明'), household, true],
    ["an owner's whom nobody knows", debt('owner', null, null), household, true],
    ["a former owner's", debt('owner', 1, '张伟'), household, false],
    ["the developer's", debt('developer', null, null), household, false],
    ["a lessee's", debt('party', null, '广告公司'), household, false],
    ["the former owner's by that one", debt('owner', 1, '张伟'), former, true],
    ["the household's by the former owner", debt('owner', 2, '李娜'), former, false],
    ["the developer's where there is no owner", debt('developer', null, null), nobody, true],
    ["a lessee's where there is no owner", debt('party', null, '广告公司'), nobody, false],
  ])('pays %s: %s', (_, owed, account, isPaid) => {
    expect(isTheirs(owed, account)).toBe(isPaid);
  });
});

describe('what the payer wished', () => {
  it.each<[string | null, Wish]>([
    [null, { kind: 'usual' }],
    ['all', { kind: 'all' }],
    ['7', { kind: 'named', ids: [7] }],
    ['12,7', { kind: 'named', ids: [12, 7] }],
  ])('%s is kept until the money comes', (text, wish) => {
    expect(wishText(wish)).toBe(text);
    expect(readWish(text)).toEqual(wish);
  });
});
