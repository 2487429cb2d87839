import { bill } from '../../../src/billing/bill.ts';
import { penalties } from '../../../src/billing/penalties.ts';
import { share } from '../../../src/billing/shares.ts';
import { monthOf } from '../../../src/lib/day.ts';
import { monthFrom } from '../../../src/lib/month.ts';
import { parsePeriod } from '../../../src/lib/period.ts';
import type { TestCtx } from '../../support/ledger.ts';
import type { Steps } from './step.ts';

/** Some months before the present one. */
const ago = ({ today }: TestCtx, months: number) =>
  parsePeriod(monthFrom(monthOf(today), -months), today);

const total = { tariff: 'shared', amountFen: 123_456 };

export const steps = {
  bill: (ctx) => bill(ctx, {}),
  billLate: (ctx) => bill(ctx, { period: ago(ctx, 1) }),
  billUnit: (ctx, pick) => bill(ctx, { period: ago(ctx, 2), unit: pick('units') }),
  billBuilding: (ctx) => bill(ctx, { period: ago(ctx, 3), building: '3', tariff: 'energy' }),
  rehearse: (ctx) => bill(ctx, { period: ago(ctx, 4), dryRun: true }),
  share: (ctx) => share(ctx, { ...total, period: ago(ctx, 0), per: 'area', note: '水泵' }),
  shareAgain: (ctx) =>
    share(ctx, { ...total, period: ago(ctx, 0), per: 'household', building: '3', again: true }),
  penalise: (ctx) => penalties(ctx, { book: true }),
} satisfies Steps;
