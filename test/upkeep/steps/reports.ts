import { monthOf } from '../../../src/lib/day.ts';
import { monthFrom } from '../../../src/lib/month.ts';
import { closeReport } from '../../../src/reports/closing.ts';
import type { Steps } from './step.ts';

export const steps = {
  close: (ctx) => void closeReport(ctx, monthFrom(monthOf(ctx.today), -1)),
} satisfies Steps;
