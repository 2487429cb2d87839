import { beforeEach, expect, it } from 'vitest';
import { owingWords } from '../../src/accounts/owing.ts';
import { requireUnit } from '../../src/registry/units.ts';
import type { TestCtx } from '../support/ledger.ts';
import { charge, makeBooks } from './ledger.ts';

const UNIT = '3-2-1501';
const QUARTER = { cycleOn: '2026-07-01', periodEnd: '2026-09-30', tariff: 'property' };
const YEAR = { cycleOn: '2026-09-01', periodEnd: '2027-08-31', tariff: 'property' };

let ctx: TestCtx;

beforeEach(async () => {
  ctx = await makeBooks();
});

it.each<[string, Parameters<typeof charge>[2][], string | undefined]>([
  ['nothing', [], undefined],
  ['due today', [{ amountFen: 100, dueOn: '2026-11-22' }], '1.00 yuan owed (none of it overdue)'],
  [
    'due yesterday',
    [{ amountFen: 100, dueOn: '2026-11-21' }],
    '1.00 yuan owed (1.00 of it overdue, of 1 month)',
  ],
  [
    'of the months of what is overdue alone',
    [
      { amountFen: 300, dueOn: '2026-09-24', ...QUARTER },
      { amountFen: 100, dueOn: '2026-11-25' },
    ],
    '4.00 yuan owed (3.00 of it overdue, of 3 months)',
  ],
  [
    'of a year in advance as far as it has lasted',
    [{ amountFen: 1200, dueOn: '2026-09-30', ...YEAR }],
    '12.00 yuan owed (12.00 of it overdue, of 3 months)',
  ],
])('what a unit owes: %s', (_, charges, words) => {
  for (const each of charges) charge(ctx, UNIT, each);
  expect(owingWords(ctx, requireUnit(ctx.ledger, UNIT).id)?.en).toBe(words);
});
