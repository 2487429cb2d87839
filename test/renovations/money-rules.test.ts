import { expect, it } from 'vitest';
import { claimsAmong } from '../../src/renovations/money-rules.ts';

const KEYS = {
  fees: { household: ['renovation', 'rubbish'], team: ['team'], pass: ['pass-cost'] },
  lost: 'lost-permit',
  claim: 'compensation',
};

it.each<[string, { tariff: string; outstandingFen: number }, boolean]>([
  ['a claim that is owed', { tariff: 'compensation', outstandingFen: 1 }, true],
  ['a claim that is paid', { tariff: 'compensation', outstandingFen: 0 }, true],
  ['one of a tariff that was renamed, owed', { tariff: 'damages', outstandingFen: 1 }, true],
  ['one of a tariff that was renamed, paid', { tariff: 'damages', outstandingFen: 0 }, false],
  ['rubbish that is owed again', { tariff: 'rubbish', outstandingFen: 300_00 }, false],
  ['a pass', { tariff: 'pass-cost', outstandingFen: 5_00 }, false],
  ['a lost permit', { tariff: 'lost-permit', outstandingFen: 50_00 }, false],
])('%s', (_, charge, isClaim) => {
  expect(claimsAmong([charge], KEYS)).toEqual(isClaim ? [charge] : []);
});
