import { addMinutes } from '../../../src/lib/moment.ts';
import { subscribe, unsubscribe } from '../../../src/subscriptions/subscribing.ts';
import { decideFullFee } from '../../../src/trusts/deciding.ts';
import { patrolAll, patrolTrust, tellOwner } from '../../../src/trusts/patrolling.ts';
import { callOff, endRain, registerRain } from '../../../src/trusts/raining.ts';
import { requireTrust } from '../../../src/trusts/trusts.ts';
import { read } from './meters.ts';
import type { Steps } from './step.ts';

const well = { turn: 'weekly', finding: undefined, ownerTold: false } as const;

const agreement = {
  ...{ tariff: 'trust', untilOn: undefined, quantityThousandths: undefined },
  ...{ rateTenthousandths: undefined, party: undefined, note: undefined },
};

export const steps = {
  entrust: (ctx, pick) => subscribe(ctx, { ...agreement, unit: pick('units'), fromOn: ctx.today }),
  patrol: (ctx, pick) => patrolTrust(ctx, pick('subscriptions'), well),
  find: (ctx, pick) => patrolTrust(ctx, pick('subscriptions'), { ...well, finding: '窗未关' }),
  tell: (ctx, pick) => tellOwner(ctx, pick('subscriptions')),
  round: (ctx) => patrolAll(ctx, well),
  rain: (ctx) =>
    registerRain(ctx, {
      startsAt: addMinutes(ctx.now, 90),
      endsAt: undefined,
      note: '暴雨橙色预警',
    }),
  rainWithEnd: (ctx) =>
    registerRain(ctx, {
      startsAt: addMinutes(ctx.now, 30),
      endsAt: addMinutes(ctx.now, 60),
      note: undefined,
    }),
  rainOver: (ctx) => endRain(ctx, undefined, undefined),
  rainOff: (ctx) => callOff(ctx, undefined),
  patrolBefore: (ctx, pick) =>
    patrolTrust(ctx, pick('subscriptions'), { ...well, turn: 'before-rain' }),
  roundAfter: (ctx) => patrolAll(ctx, { ...well, turn: 'after-rain' }),
  use: (ctx, pick) => read(ctx, requireTrust(ctx, pick('subscriptions')).unit),
  overuse: (ctx, pick) =>
    read(ctx, requireTrust(ctx, pick('subscriptions')).unit, { readingThousandths: 990_000 }),
  decide: (ctx, pick) =>
    decideFullFee(ctx, pick('subscriptions'), { full: true, fromOn: undefined }),
  decideAnew: (ctx, pick) =>
    decideFullFee(ctx, pick('subscriptions'), { full: false, fromOn: undefined }),
  end: (ctx, pick) => unsubscribe(ctx, pick('subscriptions'), ctx.today),
} satisfies Steps;
