import type { Ctx } from '../context.ts';
import { doRound } from '../deadlines/rounds.ts';
import { HIDDEN, transact } from '../ledger/transact.ts';
import type { Day, Month } from '../lib/day.ts';
import { addDays, lastDayOfMonth } from '../lib/day.ts';
import { w } from '../lib/words.ts';
import type { Staff } from '../registry/model.ts';
import { requireStaff } from '../registry/staff.ts';
import { closingRefusal } from './closing-rules.ts';
import * as flows from './flow-store.ts';
import type { Closing } from './model.ts';
import * as store from './store.ts';

export interface NewClosing {
  month: Month;
  countedFen: number;
  explanation: string | undefined;
  /** The member of staff who looked it over. */
  reviewedBy: string | undefined;
}

/**
 * Closes the cash journal of a month (rule 129, 日清月结): the cash counted against the cash booked. An
 * explained difference is booked on its last day; whatever is recorded for it afterwards goes to the
 * next month.
 */
export function closeMonth(ctx: Ctx, made: NewClosing): Closing {
  return transact(ctx, 'cash.close', (entry) => {
    const { ledger } = ctx;
    const { month, countedFen, explanation } = made;
    const lastClosed = store.lastClosedMonth(ledger);
    const bookedFen = flows.cashBookedBy(ledger, lastDayOfMonth(month));
    const refusal = closingRefusal({
      ...{ month, countedFen, explanation, lastClosed, bookedFen },
      today: ctx.today,
      firstOpen: monthsNotClosed(ctx, lastDayOfMonth(month))[0],
    });
    if (refusal) throw refusal;
    const reviewer =
      made.reviewedBy === undefined ? undefined : requireStaff(ledger, made.reviewedBy);
    warnOfReviewer(ctx, month, reviewer);
    const reviewedById = reviewer?.id ?? null;
    store.insertClosing(ledger, {
      ...{ month, bookedFen, countedFen, reviewedById },
      explanation: explanation ?? null,
      closedAt: ctx.now,
      closedById: ctx.operator().id,
    });
    doRound(ctx, 'cash.close', month);
    entry.subject = month;
    entry.changes = {
      ...{ bookedFen, countedFen, reviewedById },
      ...(explanation && { explanation: HIDDEN }),
    };
    return requireClosing(ctx, month);
  });
}

/** The months after the last closed one in which money moved, up to a day. */
export function monthsNotClosed({ ledger }: Ctx, until: Day): Month[] {
  const closed = store.lastClosedMonth(ledger);
  const from = closed && addDays(lastDayOfMonth(closed), 1);
  return flows.monthsWithFlows(ledger, { from, until });
}

function requireClosing({ ledger }: Ctx, month: Month): Closing {
  const [closing] = store.closingsOf(ledger, month, month);
  if (!closing) throw new Error(`the closing of ${month} was not written`);
  return closing;
}

/** Whoever counts and whoever collects should not be one (rule 139). */
function warnOfReviewer(ctx: Ctx, month: Month, reviewer: Staff | undefined): void {
  if (!reviewer) {
    ctx.warn(
      w(
        '没有写明复核人；下次请加 --reviewed-by',
        'Nobody is named who reviewed it; add --reviewed-by next time.',
      ),
    );
    return;
  }
  const takers = flows.cashTakersOf(ctx.ledger, `${month}-01`, lastDayOfMonth(month));
  if (![ctx.operator().id, ...takers].includes(reviewer.id)) return;
  ctx.warn(
    w(
      '收款人和复核人是同一人，两个身份都已记录；请另有人复核。',
      'The same person collected and reviewed; both are recorded. Have somebody else review it.',
    ),
  );
}
