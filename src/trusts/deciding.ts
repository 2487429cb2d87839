import type { Ctx } from '../context.ts';
import { meet } from '../deadlines/service.ts';
import { transact } from '../ledger/transact.ts';
import type { Day } from '../lib/day.ts';
import { refused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import { approverFor } from '../registry/approvers.ts';
import { setFullFee } from '../subscriptions/subscriptions.ts';
import { note } from '../timeline/service.ts';
import { flag, overOf } from './limits.ts';
import { requireTrust, type TrustRecord } from './trusts.ts';

/**
 * The supervisor decides whether a unit that used more than its trust allows owes the full fee again,
 * from a day on (rule 125). Refuses anybody else, and a unit that was never flagged.
 */
export function decideFullFee(
  ctx: Ctx,
  typed: string,
  { full, fromOn }: { full: boolean; fromOn: Day | undefined },
): TrustRecord {
  return transact(ctx, 'trust.decide', (entry) => {
    const trust = requireTrust(ctx, typed);
    const { no } = trust;
    approverFor(ctx, String(ctx.operator().id), ['supervisor']);
    if (!trust.deadlines.some(({ kind }) => kind === 'trust.decide')) {
      // Its readings were there before it was agreed: nothing flagged it.
      const over = overOf(trust.uses);
      if (!over) throw notFlagged(no);
      flag(ctx, trust, over);
    }
    const from = full ? (fromOn ?? ctx.today) : null;
    if (from !== null && from < trust.fromOn) throw beforeTrust(trust);
    if (from !== trust.fullFeeFromOn) setFullFee(ctx, trust.subscriptionId, from);
    meet(ctx, no, 'trust.decide');
    note(ctx, no, 'decided', { full, ...(from !== null && { from }) });
    entry.subject = no;
    entry.changes = { full, fullFeeFromOn: from };
    return requireTrust(ctx, no);
  });
}

const notFlagged = (no: string) =>
  refused(
    'not_over_limit',
    w(`${no} 的用量没有超限，照托管收费。`, `${no} keeps within its limits: the trust holds.`),
    w(`查看用量：wy trust show ${no}`, `See the usage: wy trust show ${no}`),
  );

const beforeTrust = ({ no, fromOn }: TrustRecord) =>
  refused(
    'before_trust',
    w(`${no} 从 ${fromOn} 起才托管。`, `${no} is trust-managed from ${fromOn} on only.`),
    w(`--from 写 ${fromOn} 或以后的日期。`, `Give ${fromOn} or a later day with --from.`),
  );
