import { bookSteps } from '../../../src/dunning/booking.ts';
import { recordContact } from '../../../src/dunning/contacts.ts';
import { dunningList } from '../../../src/dunning/ladder.ts';
import { chargeUnit } from '../../../src/fees/charging.ts';
import { addDays, addMonths } from '../../../src/lib/day.ts';
import { startOfDay } from '../../../src/lib/moment.ts';
import { call } from '../../dunning/desk.ts';
import type { TestCtx } from '../../support/ledger.ts';
import type { Steps } from './step.ts';

const contact = { ...call, unit: undefined };

/** Written up now, for some months ago. */
function monthsAgo(ctx: TestCtx, months: number): TestCtx {
  const today = addMonths(ctx.today, -months);
  return { ...ctx, today, now: startOfDay(today, ctx.zone) };
}

const owing = '3-2-1503';

export const steps = {
  owe: (ctx) =>
    chargeUnit(monthsAgo(ctx, 9), {
      ...{ unit: owing, tariff: 'service', amountFen: 80_00, note: '空调清洗' },
      quantityThousandths: undefined,
    }),
  call: (ctx, pick) => recordContact(ctx, { ...contact, unit: pick('units'), reason: '出差在外' }),
  message: (ctx) => recordContact(ctx, { ...contact, unit: owing, way: 'sms', result: 'sent' }),
  promise: (ctx) =>
    recordContact(ctx, {
      ...{ ...contact, unit: owing, result: 'promised' },
      promiseOn: addDays(ctx.today, 1),
    }),
  followUp: (ctx, pick) =>
    recordContact(ctx, { ...contact, about: pick('contacts'), result: 'refused' }),
  send: (ctx) =>
    recordContact(ctx, {
      ...{ ...contact, unit: owing, way: 'letter', result: 'sent', tracking: '1234567890' },
    }),
  deliver: (ctx, pick) =>
    recordContact(ctx, {
      ...{ ...contact, about: pick('contacts'), way: 'letter' },
      ...{ deliveredOn: ctx.today, signedBy: '张伟', relation: 'self' },
    }),
  dun: (ctx) => bookSteps(ctx, dunningList(ctx, {}), { way: 'wechat', approvedBy: '陈主任' }),
  sue: (ctx) => {
    const past = { ...contact, unit: owing };
    recordContact(monthsAgo(ctx, 8), { ...past, way: 'sms', result: 'sent' });
    recordContact(monthsAgo(ctx, 4), { ...past, way: 'letter', result: 'sent' });
    bookSteps(ctx, dunningList(ctx, { stage: 'legal' }), { approvedBy: '陈主任' });
  },
} satisfies Steps;
