import type { Ctx } from '../context.ts';
import { deadlinesOf, promise } from '../deadlines/service.ts';
import { transact } from '../ledger/transact.ts';
import { scaledText } from '../lib/decimal.ts';
import { w } from '../lib/words.ts';
import { METERS } from '../meters/model.ts';
import { usageBetween } from '../meters/readings.ts';
import type { Subscription } from '../subscriptions/model.ts';
import { subscriptionsOf } from '../subscriptions/subscriptions.ts';
import { note } from '../timeline/service.ts';
import { LIMITED, type Limited, type Use } from './model.ts';
import { useOf } from './rules.ts';

/** What each limited meter counted since the start of a trust; null without a reading since then. */
export function usesOf(
  { ledger, policy, today }: Ctx,
  { unitId, fromOn, untilOn }: Pick<Subscription, 'unitId' | 'fromOn' | 'untilOn'>,
): Readonly<Record<Limited, Use | null>> {
  const until = untilOn !== null && untilOn < today ? untilOn : today;
  const of = (meter: Limited) => {
    const usage = usageBetween(ledger, { unitId, meter, from: fromOn, until });
    return usage ? useOf(usage, policy.trusts[meter]) : null;
  };
  return { water: of('water'), electricity: of('electricity') };
}

/**
 * After new readings of these units: those of them that are trust-managed and used more than their
 * trust allows are flagged, once each, for the supervisor to decide on the full fee (rule 125).
 */
export function flagLimits(ctx: Ctx, unitIds: readonly number[]): void {
  const wanted = new Set(unitIds);
  const trusts = subscriptionsOf(ctx.ledger, { tariff: 'trust', on: ctx.today }).filter(
    (it) => wanted.has(it.unitId) && it.fullFeeFromOn === null,
  );
  const deadlines = deadlinesOf(
    ctx.ledger,
    trusts.map(({ no }) => no),
  );
  for (const trust of trusts) {
    if (deadlines.get(trust.no)?.some(({ kind }) => kind === 'trust.decide')) continue;
    const over = overOf(usesOf(ctx, trust));
    if (!over) continue;
    flag(ctx, trust, over);
    warnOfUse(ctx, trust, over);
  }
}

/** The first meter that is over its limit. */
export function overOf(uses: Readonly<Record<Limited, Use | null>>): Over | undefined {
  const meter = LIMITED.find((each) => uses[each]?.isOver);
  const use = meter && uses[meter];
  return use ? { meter, use } : undefined;
}

interface Over {
  meter: Limited;
  use: Use;
}

/** The supervisor has to decide on the full fee. */
export function flag(ctx: Ctx, { no }: Pick<Subscription, 'no'>, { meter, use }: Over): void {
  const { usageThousandths } = use;
  transact(ctx, 'trust.flag', (entry) => {
    promise(ctx, {
      subject: no,
      kind: 'trust.decide',
      role: 'supervisor',
      clause: 'trusts.decide',
      from: ctx.now,
    });
    note(ctx, no, 'flagged', { meter, usageThousandths });
    entry.subject = no;
    entry.changes = { meter, usageThousandths };
  });
}

function warnOfUse(ctx: Ctx, { no, unit }: Subscription, { meter, use }: Over): void {
  const used = scaledText(use.usageThousandths, 3, { trim: true });
  const limit = scaledText(use.limitThousandths, 3, { trim: true });
  ctx.warn(
    w(
      `托管的 ${unit} ${METERS[meter].zh}累计 ${used}，超过 ${limit}，请客服主管决定是否恢复全额收费：wy trust decide ${no} --full yes|no`,
      `Trust-managed ${unit} (${METERS[meter].en}) has used ${used}, more than ${limit}; the supervisor decides on the full fee: wy trust decide ${no} --full yes|no`,
    ),
  );
}
