import type { Ctx } from '../context.ts';
import { notCharged } from '../fees/charges.ts';
import { type Day, monthOf } from '../lib/day.ts';
import { refused } from '../lib/errors.ts';
import type { Period } from '../lib/period.ts';
import { w } from '../lib/words.ts';
import type { Tariff } from '../policy/sections/tariffs.ts';
import type { Cycle } from '../tariffs/cycle-rules.ts';
import { cyclesBeginningIn, dueOnOf } from '../tariffs/cycle-rules.ts';
import { CYCLES } from '../tariffs/model.ts';
import type { Keyed } from '../tariffs/tariffs.ts';
import { requireTariff, tariffsOf } from '../tariffs/tariffs.ts';
import type { Span } from './model.ts';
import { common } from './segment-rules.ts';

/** A tariff and one of its cycles that is to be billed. */
export interface Turn {
  key: string;
  tariff: Tariff;
  cycle: Cycle;
  /** The days of it on which the tariff holds. */
  span: Span;
  dueOn: Day;
}

/**
 * What a period asks for: by its month every cycle that begins in it, by a quarter, half-year or year
 * the cycles of that kind. Refuses a tariff that is not charged, or once only; tells of one that
 * begins no cycle then.
 */
export function turnsOf(ctx: Ctx, period: Period, typed: string | undefined): Turn[] {
  if (typed === undefined) {
    return tariffsOf(ctx.policy)
      .filter(({ tariff }) => tariff.active && tariff.basis !== 'one-off')
      .flatMap((keyed) => turnsOfTariff(keyed, period));
  }
  const keyed = requireTariff(ctx, typed);
  if (!keyed.tariff.active) throw notCharged(keyed);
  if (keyed.tariff.basis === 'one-off') throw onceOnly(keyed.key);
  const turns = turnsOfTariff(keyed, period);
  if (turns.length === 0) warnOfNoCycle(ctx, keyed, period);
  return turns;
}

function turnsOfTariff({ key, tariff }: Keyed, period: Period): Turn[] {
  if (period.kind !== 'month' && period.kind !== tariff.cycle) return [];
  const [first] = tariff.rates;
  if (!first) return [];
  const held = { from: first.fromOn, until: tariff.untilOn };
  return cyclesBeginningIn(tariff, period.from, period.until).flatMap((cycle) => {
    const span = common(cycle, held);
    return span ? [{ key, tariff, cycle, span, dueOn: dueOnOf(tariff, cycle) }] : [];
  });
}

const onceOnly = (key: string) =>
  refused(
    'once_only',
    w(`${key} 是一次性收费，不按周期出账。`, `${key} is charged once, not by a cycle.`),
    w(
      `单收：wy fee charge --unit … --tariff ${key}；分摊：wy fee share --tariff ${key} --amount …`,
      `Charge it with wy fee charge --unit … --tariff ${key}, or spread it with wy fee share --tariff ${key} --amount …`,
    ),
  );

function warnOfNoCycle(ctx: Ctx, { key, tariff }: Keyed, { kind, text, from }: Period): void {
  const { zh, en } = CYCLES[tariff.cycle];
  const other = w(
    `${tariff.name}按${zh}收，不随 ${text} 出账；按月出：wy fee bill --period ${monthOf(from)} --tariff ${key}`,
    `${key} is billed by the ${en}, not with ${text}; by a month: wy fee bill --period ${monthOf(from)} --tariff ${key}`,
  );
  const none = w(
    `${tariff.name}在 ${text} 没有开始的收费周期（查看：wy fee tariff show ${key}）。`,
    `No cycle of ${key} begins in ${text}; see wy fee tariff show ${key}.`,
  );
  ctx.warn(kind === 'month' || kind === tariff.cycle ? none : other);
}
