import type { Page, WithDeadlines } from '../cases/model.ts';
import { withDeadlines } from '../cases/record.ts';
import type { Ctx } from '../context.ts';
import type { Day } from '../lib/day.ts';
import { refused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import { requireUnit } from '../registry/units.ts';
import type { Subscription } from '../subscriptions/model.ts';
import { requireSubscription, subscriptionsOf } from '../subscriptions/subscriptions.ts';
import { timelineOf } from '../timeline/service.ts';
import { usesOf } from './limits.ts';
import type { Patrol, Trust } from './model.ts';
import { isOn, percentsOn } from './rules.ts';
import * as store from './store.ts';

export type TrustRecord = WithDeadlines<Trust>;

/** With all its patrols and its timeline. */
export type TrustPage = Page<Trust> & { patrols: readonly Patrol[] };

export interface TrustQuery {
  unit?: string | undefined;
  /** Those that have ended, too. */
  ended?: boolean | undefined;
}

/** The trusts of today, or all there ever were; refuses an unknown unit. */
export function listTrusts(ctx: Ctx, { unit, ended }: TrustQuery): TrustRecord[] {
  const found = subscriptionsOf(ctx.ledger, {
    tariff: 'trust',
    ...(unit !== undefined && { unitId: requireUnit(ctx.ledger, unit).id }),
  });
  const wanted = found.filter(({ untilOn }) => ended || untilOn === null || ctx.today <= untilOn);
  return recordsOf(ctx, wanted);
}

/** Those that hold on a day. */
export const trustsOn = (ctx: Ctx, day: Day): Subscription[] =>
  subscriptionsOf(ctx.ledger, { tariff: 'trust', on: day });

export function recordsOf(ctx: Ctx, found: readonly Subscription[]): TrustRecord[] {
  const patrols = store.patrolsOf(
    ctx.ledger,
    found.map(({ id }) => id),
  );
  const trusts = found.map(
    (it): Trust => ({
      no: it.no,
      subscriptionId: it.id,
      unitId: it.unitId,
      unit: it.unit,
      fromOn: it.fromOn,
      untilOn: it.untilOn,
      fullFeeFromOn: it.fullFeeFromOn,
      agreedAt: it.agreedAt,
      percents: percentsOn(ctx.policy.fees, it, ctx.today),
      uses: usesOf(ctx, it),
      lastPatrol: patrols.get(it.id)?.at(-1) ?? null,
    }),
  );
  return withDeadlines(ctx.ledger, trusts);
}

/** By its number or an end of it; refuses an agreement of another kind. */
export function requireTrust(ctx: Ctx, typed: string): TrustRecord {
  const found = requireSubscription(ctx, typed);
  const [record] = found.tariff === 'trust' ? recordsOf(ctx, [found]) : [];
  if (record) return record;
  throw refused(
    'no_trust',
    w(`${found.no} 不是托管。`, `${found.no} is not a trust.`),
    w('查看：wy trust list', 'See wy trust list'),
  );
}

/** As `requireTrust`; refuses one that does not hold today. */
export function requireHeld(ctx: Ctx, typed: string): TrustRecord {
  const trust = requireTrust(ctx, typed);
  if (isOn(trust, ctx.today)) return trust;
  throw trust.fromOn > ctx.today
    ? refused(
        'trust_not_begun',
        w(`${trust.no} 从 ${trust.fromOn} 起托管。`, `${trust.no} begins on ${trust.fromOn}.`),
        w(`查看：wy trust show ${trust.no}`, `See wy trust show ${trust.no}`),
      )
    : refused(
        'trust_ended',
        w(`${trust.no} 的托管已经结束。`, `The trust ${trust.no} has ended.`),
        w(
          `查看：wy trust show ${trust.no}；再托管：wy fee subscribe --tariff trust`,
          `See wy trust show ${trust.no}; anew: wy fee subscribe --tariff trust`,
        ),
      );
}

export function showTrust(ctx: Ctx, typed: string): TrustPage {
  const trust = requireTrust(ctx, typed);
  return {
    ...trust,
    patrols: store.patrolsOf(ctx.ledger, [trust.subscriptionId]).get(trust.subscriptionId) ?? [],
    timeline: timelineOf(ctx.ledger, trust.no),
  };
}
