import type { Method } from '../cash/model.ts';
import type { Ctx } from '../context.ts';
import { meet, release } from '../deadlines/service.ts';
import { HIDDEN } from '../ledger/transact.ts';
import { totalFen } from '../lib/money.ts';
import { w } from '../lib/words.ts';
import type { RenovationRecord } from '../renovations/record.ts';
import { type Back, giveAllBack } from '../renovations/settling.ts';
import { step } from '../renovations/step.ts';
import { note } from '../timeline/service.ts';
import { sumByParty } from './deduction-rules.ts';
import { advance } from './store.ts';

export interface Refund {
  /** Undefined: as each deposit was taken. */
  method: Method | undefined;
  reason: string | undefined;
}

/**
 * The deposits go back to household and team after 复验合格 (rules 106, 107): all that is held of each,
 * once; what was deducted is off. With nothing held any more it is settled all the same.
 */
export function refund(ctx: Ctx, typed: string, { method, reason }: Refund): RenovationRecord {
  return step(ctx, typed, 'refund', (it, entry) => {
    const backs = giveAllBack(ctx, it, { method, reason });
    tell(ctx, it.no, backs);
    advance(ctx.ledger, it.no, { state: 'settled', settledAt: ctx.now });
    meet(ctx, it.no, 'reno.refund');
    release(ctx, it.no, 'reno.clear');
    entry.changes = {
      amountFen: totalFen(backs.map(({ amountFen }) => amountFen)),
      ...(method && { method }),
      ...(reason && { reason: HIDDEN }),
      settledAt: ctx.now,
    };
  });
}

function tell(ctx: Ctx, no: string, backs: readonly Back[]): void {
  const given = sumByParty(
    backs.map(({ deposit: { party }, amountFen }) => ({ party, amountFen })),
  );
  for (const each of given) note(ctx, no, 'refunded', each);
  if (given.length > 0) return;
  note(ctx, no, 'refunded', { amountFen: 0 });
  ctx.warn(
    w(
      `${no} 已没有在押的保证金，没有钱退，只办结。`,
      `No deposit of ${no} is held any more: nothing goes back, it is settled all the same.`,
    ),
  );
}
