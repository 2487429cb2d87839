import type { Method } from '../cash/model.ts';
import { METHODS } from '../cash/model.ts';
import type { Ctx } from '../context.ts';
import { release } from '../deadlines/service.ts';
import { HIDDEN } from '../ledger/transact.ts';
import { yuanText } from '../lib/money.ts';
import { list, same, w } from '../lib/words.ts';
import type { RenovationRecord } from '../renovations/record.ts';
import { type Back, giveAllBack } from '../renovations/settling.ts';
import { step } from '../renovations/step.ts';
import { tariffName } from '../tariffs/tariffs.ts';
import { note } from '../timeline/service.ts';
import * as store from './store.ts';

export interface Cancelling {
  reason: string;
  /** How the deposits go back; undefined: each as it was taken. */
  method: Method | undefined;
}

/** What nobody owes any more once it is cancelled. */
const FALLEN_AWAY = [
  'reno.commit',
  'reno.review',
  'reno.approve',
  'reno.tell',
  'reno.utilities',
  'reno.patrol',
  'reno.period-end',
] as const;

/**
 * Not done after all, before the works begin: what is held for it goes back at once, and nothing is owed
 * of it any more. A violation is still to be put right and reported; what was paid for
 * services stays paid; both are pointed out.
 */
export function cancelRenovation(ctx: Ctx, typed: string, made: Cancelling): RenovationRecord {
  return step(ctx, typed, 'cancel', (it, entry) => {
    const { reason } = made;
    store.update(ctx.ledger, it.no, { state: 'cancelled', cancelledAt: ctx.now, reason });
    release(ctx, it.no, ...FALLEN_AWAY);
    note(ctx, it.no, 'cancelled', { reason });
    for (const back of giveAllBack(ctx, it, made)) tellReturned(ctx, it.no, back);
    entry.changes = { cancelledAt: ctx.now, reason: HIDDEN };
    warnOfViolations(ctx, it);
    warnOfCharges(ctx, it);
  });
}

function tellReturned(
  ctx: Ctx,
  no: string,
  { deposit: { no: depositNo, party, kindName }, amountFen, method }: Back,
): void {
  note(ctx, no, 'refunded', { party, amountFen });
  const yuan = yuanText(amountFen);
  ctx.warn(
    w(
      `已记退还：${kindName.zh} ${yuan} 元（${METHODS[method].zh}）：${depositNo}`,
      `Given back: ${kindName.en}, ${yuan} yuan (${METHODS[method].en}), ${depositNo}`,
    ),
  );
}

function warnOfViolations(ctx: Ctx, { no, openViolations }: RenovationRecord): void {
  if (openViolations.length === 0) return;
  const { zh, en } = list(openViolations.map(same));
  ctx.warn(
    w(
      `还有未整改的违规，仍须整改：${zh}。整改后：wy reno rectify ${no} …`,
      `Violations are still to be put right: ${en}. When they are: wy reno rectify ${no} …`,
    ),
  );
}

/** Whether the service was still rendered, only people know: paid ones stay, open ones would be dunned. */
function warnOfCharges(ctx: Ctx, { charges }: RenovationRecord): void {
  const named = (
    some: RenovationRecord['charges'],
    fenOf: (each: (typeof some)[number]) => number,
  ) =>
    list(
      some.map((each) => {
        const { zh, en } = tariffName(ctx.policy, each.tariff);
        const yuan = yuanText(fenOf(each));
        return w(`${zh} ${yuan} 元（应收 ${each.id}）`, `${en} ${yuan} (charge ${each.id})`);
      }),
    );
  const paid = charges.filter(({ paidFen }) => paidFen > 0);
  if (paid.length > 0) {
    const { zh, en } = named(paid, ({ paidFen }) => paidFen);
    ctx.warn(
      w(
        `已收的费用没有退：${zh}。要退的：先冲红收据（wy fee reverse …），再冲销应收（wy fee reverse-charge …）。`,
        `Paid and not given back: ${en}. To give it back, take the receipt back (wy fee reverse …), then the charge (wy fee reverse-charge …).`,
      ),
    );
  }
  const open = charges.filter(({ outstandingFen }) => outstandingFen > 0);
  if (open.length === 0) return;
  const { zh, en } = named(open, ({ outstandingFen }) => outstandingFen);
  const line = `wy fee reverse-charge ${open.map(({ id }) => id).join(',')} --reason …`;
  ctx.warn(
    w(`还挂着未收的费用：${zh}。不再收的：${line}`, `Still owed: ${en}. If it is not: ${line}`),
  );
}

/** Anything worth keeping. */
export const noteOnRenovation = (ctx: Ctx, typed: string, text: string): RenovationRecord =>
  step(ctx, typed, 'note', (it) => note(ctx, it.no, 'note', { text }));
