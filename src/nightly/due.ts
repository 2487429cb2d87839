import { bill } from '../billing/bill.ts';
import { penalties } from '../billing/penalties.ts';
import type { Ctx } from '../context.ts';
import { yuanText } from '../lib/money.ts';
import { plural, type Words, w } from '../lib/words.ts';
import type { StepResult } from './model.ts';

/**
 * What the policy lets happen by itself: this month's bills, penalties for late payment. Both leave what
 * is there already as it is. All else that falls due is derived when it is asked for.
 */
export function applyDue(ctx: Ctx): StepResult {
  const { nightly } = ctx.policy;
  const told: Words[] = [];
  if (nightly.bill === 'yes') {
    const { billed, amountFen } = bill(ctx, {});
    told.push(made(w('出账', 'billed'), billed, amountFen));
  }
  if (nightly.penalty === 'yes') {
    const booked = penalties(ctx, { book: true }).filter(({ bookedAs }) => bookedAs !== null);
    const amountFen = booked.reduce((sum, { penaltyFen }) => sum + penaltyFen, 0);
    told.push(made(w('违约金入账', 'penalties booked'), booked.length, amountFen));
  }
  if (told.length === 0) return NOTHING_AUTOMATIC;
  return {
    state: 'done',
    told: w(told.map(({ zh }) => zh).join('；'), told.map(({ en }) => en).join('; ')),
    code: null,
  };
}

const made = ({ zh, en }: Words, charges: number, amountFen: number): Words =>
  w(
    `${zh} ${charges} 笔 ${yuanText(amountFen)} 元`,
    `${en}: ${plural(charges, 'charge')}, ${yuanText(amountFen)} yuan`,
  );

const NOTHING_AUTOMATIC: StepResult = {
  state: 'skipped',
  told: w(
    '政策没有让 wy 自动出账、自动收违约金（nightly）',
    'the policy lets nothing be billed or booked by itself (nightly)',
  ),
  code: null,
};
