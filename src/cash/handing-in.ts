import type { Ctx } from '../context.ts';
import { meet } from '../deadlines/service.ts';
import { HIDDEN, transact } from '../ledger/transact.ts';
import type { Day } from '../lib/day.ts';
import { endOfDay, type Moment } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import type { Staff } from '../registry/model.ts';
import { requireStaff } from '../registry/staff.ts';
import { bookedOn, handInsOwed, warnBelowNothing } from './booking.ts';
import { dayToCome } from './day-rules.ts';
import * as flows from './flow-store.ts';
import { handInRefusal } from './hand-in-rules.ts';
import type { HandIn } from './model.ts';
import * as store from './store.ts';

export interface NewHandIn {
  amountFen: number;
  /** The member of staff who took it. */
  to: string | undefined;
  /** Only what came in up to this day; undefined: all that is there. */
  day: Day | undefined;
  explanation: string | undefined;
}

/**
 * Hands cash to finance (rule 129): all that the journal says is there, or an explained difference. It
 * keeps the promises of all days up to the one named. What is not handed in stays in the journal.
 */
export function handIn(ctx: Ctx, made: NewHandIn): HandIn {
  return transact(ctx, 'cash.hand-in', (entry) => {
    const { ledger } = ctx;
    const day = made.day ?? ctx.today;
    const early = dayToCome(day, ctx.today);
    if (early) throw early;
    const taker = made.to === undefined ? undefined : requireStaff(ledger, made.to);
    const expectedFen = cashOnHand(ctx, made.day);
    const refusal = handInRefusal({ ...made, expectedFen });
    if (refusal) throw refusal;
    warnOfTaker(ctx, taker);
    const row = {
      amountFen: made.amountFen,
      expectedFen,
      explanation: made.explanation ?? null,
      handedAt: ctx.now,
      handedById: ctx.operator().id,
      takenById: taker?.id ?? null,
      bookedOn: bookedOn(ctx),
    };
    const id = store.insertHandIn(ledger, row);
    for (const { subject } of handInsOwed(ctx)) {
      if (subject <= day) meet(ctx, subject, 'cash.hand-in');
    }
    warnBelowNothing(ctx);
    const { amountFen, takenById } = row;
    entry.subject = day;
    entry.changes = {
      ...{ amountFen, expectedFen, takenById },
      ...(row.explanation && { explanation: HIDDEN }),
    };
    return requireHandIn(ctx, id);
  });
}

function requireHandIn({ ledger }: Ctx, id: number): HandIn {
  const found = store.handInOf(ledger, id);
  if (!found) throw new Error(`hand-in ${id} was not written`);
  return found;
}

/**
 * What lies in the drawer by the journal, of the days up to one or of all; never more than what is left
 * after all that was recorded for later.
 */
export function cashOnHand({ ledger, now, zone }: Ctx, day?: Day): number {
  const onHandFen = Math.min(flows.cashAt(ledger, now), flows.cashOfAllTime(ledger));
  if (day === undefined) return onHandFen;
  return Math.min(onHandFen, flows.cashLeftOf(ledger, endOfDay(day, zone), now));
}

/** Before anything there is. */
const BEGINNING: Moment = '0000-01-01T00:00:00Z';

/** One person may collect and take over (rule 139); both hats are recorded. */
function warnOfTaker(ctx: Ctx, taker: Staff | undefined): void {
  if (!taker) return;
  const since = flows.lastHandInAt(ctx.ledger, ctx.now) ?? BEGINNING;
  const collectors = [ctx.operator().id, ...flows.cashTakers(ctx.ledger, since, ctx.now)];
  if (collectors.includes(taker.id)) {
    ctx.warn(
      w(
        '收款人和接收人是同一人，两个身份都已记录；请另有人复核。',
        'The same person collected and took it over; both are recorded. Have somebody else review it.',
      ),
    );
  }
  if (!taker.roles.includes('finance')) {
    ctx.warn(w('接收人没有财务岗位。', 'Whoever took it over is not of finance.'));
  }
}
