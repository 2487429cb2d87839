import { chargeUnit } from '../../../src/fees/charging.ts';
import { reverseCharges, waiveCharge } from '../../../src/fees/lessening.ts';
import { addDays } from '../../../src/lib/day.ts';
import { subscribe, unsubscribe } from '../../../src/subscriptions/subscribing.ts';
import type { TestCtx } from '../../support/ledger.ts';
import type { Steps } from './step.ts';

const agreed = {
  untilOn: undefined,
  quantityThousandths: undefined,
  rateTenthousandths: undefined,
  party: undefined,
  note: undefined,
};
const once = { amountFen: undefined, quantityThousandths: undefined, note: undefined };
const reason = '停用一周';

/** The newest charge, or one that is not there. */
const newest = ({ ledger }: TestCtx): string => {
  const found = ledger.prepare<[], { id: number }>('SELECT max(id) AS id FROM charges').get();
  return String(found?.id ?? 999);
};

export const steps = {
  park: (ctx, pick) =>
    subscribe(ctx, {
      ...{ ...agreed, unit: pick('units'), tariff: 'parking', fromOn: ctx.today },
      ...{ rateTenthousandths: 120_5000, note: 'B1-088' },
    }),
  lease: (ctx, pick) =>
    subscribe(ctx, {
      ...{ ...agreed, unit: pick('units'), tariff: 'lease', fromOn: ctx.today },
      ...{ untilOn: addDays(ctx.today, 400), quantityThousandths: 2_500, party: '广告公司' },
    }),
  entrust: (ctx, pick) =>
    subscribe(ctx, { ...agreed, unit: pick('units'), tariff: 'trust', fromOn: ctx.today }),
  leaveEmpty: (ctx, pick) =>
    subscribe(ctx, { ...agreed, unit: pick('units'), tariff: 'vacant', fromOn: ctx.today }),
  unsubscribe: (ctx, pick) => unsubscribe(ctx, pick('subscriptions'), addDays(ctx.today, 30)),
  annul: (ctx, pick) => unsubscribe(ctx, pick('subscriptions'), addDays(ctx.today, -1)),
  charge: (ctx, pick) =>
    chargeUnit(ctx, {
      ...{ ...once, unit: pick('units'), tariff: 'service', amountFen: 350_00, note: '家电清洗' },
    }),
  chargeByRate: (ctx, pick) =>
    chargeUnit(ctx, { ...once, unit: pick('units'), tariff: 'repair', quantityThousandths: 1_500 }),
  waive: (ctx) =>
    waiveCharge(ctx, { reason, charge: newest(ctx), amountFen: 1, approvedBy: '王芳' }),
  waiveMuch: (ctx) =>
    waiveCharge(ctx, { reason, charge: newest(ctx), amountFen: 200_01, approvedBy: '陈主任' }),
  reverse: (ctx) => reverseCharges(ctx, [newest(ctx)], '收错了'),
} satisfies Steps;
