import { describe, expect, it } from 'vitest';
import { type Candidate, fateOf } from '../../src/receipts/past-rules.ts';

/** Of 1.00, of which all is owed, in the ledger before the import. */
const charge = (other: Partial<Candidate> = {}): Candidate => ({
  ...{ amountFen: 100, leftFen: 100, isReversed: false, isClaimed: false, isKnown: true },
  ...other,
});

const paid = (dueFen: number, paidFen: number) => ({ dueFen, paidFen });
const own = charge();
const made = charge({ isKnown: false });

describe('what a row of an old list comes to', () => {
  it.each([
    ['nothing owed, nothing paid', [own], paid(0, 0), { kind: 'leave' }],
    ['owed and there already', [own], paid(100, 0), { kind: 'leave', claims: own }],
    ['owed, of another amount', [own], paid(101, 0), { kind: 'refuse', charge: own }],
    ['owed, and not there', [], paid(100, 0), { kind: 'take' }],
    ['owed, and reversed there', [charge({ isReversed: true })], paid(100, 0), { kind: 'take' }],
    ['owed twice', [charge({ isClaimed: true })], paid(100, 0), { kind: 'take' }],
    ['owed, made by a row before', [made], paid(100, 0), { kind: 'take', claims: made }],
    ['paid, and there', [own], paid(100, 100), { kind: 'take', charge: own, claims: own }],
    ['paid in part', [own], paid(100, 1), { kind: 'take', charge: own, claims: own }],
    ['a further instalment', [own], paid(60, 60), { kind: 'take', charge: own, claims: undefined }],
    ['paid for nothing', [], paid(0, 50), { kind: 'take', charge: undefined }],
  ])('%s', (_, candidates, row, fate) => {
    expect(fateOf(candidates, row, undefined)).toMatchObject(fate);
  });

  const claimed = charge({ isClaimed: true });
  it.each([
    ['the charge of its amount that it paid', [charge(), own], own],
    ['not one of another amount', [charge({ amountFen: 99 })], undefined],
    ['not one that another row is about', [claimed], undefined],
  ])('of a known receipt it is left, and is about %s', (_, candidates, claims) => {
    const isPaid = (it: Candidate) => it === (claims ?? candidates[0]);
    expect(fateOf(candidates, paid(100, 100), isPaid)).toEqual({ kind: 'leave', claims });
  });
});
