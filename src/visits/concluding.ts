import type { Ctx } from '../context.ts';
import { doRound, roundOf } from '../deadlines/rounds.ts';
import type { RoutineName } from '../deadlines/routines.ts';
import { HIDDEN, transact } from '../ledger/transact.ts';
import type { Month } from '../lib/day.ts';
import { refused } from '../lib/errors.ts';
import { localText, type Moment } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import { refuseFuture } from './months.ts';

/** What returns every month, as it was done. */
export interface Monthly {
  routine: RoutineName;
  month: Month;
  text: string | null;
  dueAt: Moment;
  doneAt: Moment;
}

/** The month's summary and analysis was written and handed to the director (rule 73). */
export const conclude = (ctx: Ctx, month: Month, text: string): Monthly =>
  done(ctx, { action: 'visit.conclude', routine: 'visit.summary', month, text });

/** The month's talk with the owners' committee, and with whom (rule 161). */
export const meetCommittee = (
  ctx: Ctx,
  month: Month,
  talk: { text: string; with: string | undefined },
): Monthly =>
  done(ctx, {
    action: 'visit.committee',
    routine: 'visit.committee',
    month,
    text: talk.with === undefined ? talk.text : `${talk.text}（${talk.with}）`,
  });

function done(
  ctx: Ctx,
  {
    action,
    routine,
    month,
    text,
  }: { action: string; routine: RoutineName; month: Month; text: string },
): Monthly {
  refuseFuture(ctx, month);
  return transact(ctx, action, (entry) => {
    const before = roundOf(ctx, routine, month);
    if (before) throw doneBefore(month, localText(before.doneAt, ctx.zone));
    doRound(ctx, routine, month, text);
    const round = roundOf(ctx, routine, month);
    if (!round) throw new Error(`${routine} of ${month} was not written`);
    entry.changes = { month, text: HIDDEN };
    return { routine, month, text: round.text, dueAt: round.dueAt, doneAt: round.doneAt };
  });
}

const doneBefore = (month: Month, doneAt: string) =>
  refused(
    'done_before',
    w(`${month} 的已于 ${doneAt} 登记。`, `That of ${month} was recorded at ${doneAt}.`),
    w(`查看：wy visit report --month ${month}`, `See wy visit report --month ${month}`),
  );
