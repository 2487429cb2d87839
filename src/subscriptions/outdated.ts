import type { Ctx } from '../context.ts';
import { listCharges } from '../fees/charges.ts';
import type { Charge } from '../fees/model.ts';
import { w } from '../lib/words.ts';
import { AGREEMENTS, type Agreement } from '../tariffs/model.ts';
import type { Subscription } from './model.ts';
import { changedDays, overlaps, type Term } from './rules.ts';

type Agreed = Pick<Subscription, 'id' | 'unitId' | 'tariff'>;

/** Bills stay as they are when what was agreed changes: those of the days it changed for are told. */
export function warnOfOutdated(ctx: Ctx, agreed: Agreed, before: Term | null, after: Term): void {
  const changed = changedDays(before, after);
  if (!changed) return;
  const ids = chargesUnder(ctx, agreed)
    .filter(({ state, periodStart, periodEnd }) => {
      const days = { fromOn: periodStart, untilOn: periodEnd };
      return state !== 'reversed' && overlaps(changed, days);
    })
    .map(({ id }) => id)
    .join(',');
  if (ids === '') return;
  ctx.warn(
    w(
      `这段时间已经出过账：${ids} 号应收；要按新的约定重算，先冲销再出账：wy fee reverse-charge ${ids} --reason …`,
      `Charges ${ids} are of that time already; to bill them as agreed now, reverse them first: wy fee reverse-charge ${ids} --reason …`,
    ),
  );
}

/** Charged by a subscription, or lessened by an agreement. */
function chargesUnder({ ledger, policy }: Ctx, { id, unitId, tariff }: Agreed): Charge[] {
  if (!Object.hasOwn(AGREEMENTS, tariff)) return listCharges(ledger, { subscriptionId: id });
  const lessened = Object.entries(policy.fees.tariffs)
    .filter(([, { concessions }]) => concessions[tariff as Agreement] < 100)
    .map(([key]) => key);
  return listCharges(ledger, { unitId }).filter(
    ({ tariff: key, penaltyOf, subject }) =>
      lessened.includes(key) && penaltyOf === null && subject === null,
  );
}
