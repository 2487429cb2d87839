import type { Ctx } from '../context.ts';
import { doRound, roundOf } from '../deadlines/rounds.ts';
import { HIDDEN, transact } from '../ledger/transact.ts';
import type { Day } from '../lib/day.ts';
import { localText, type Moment } from '../lib/moment.ts';
import { dayToCome } from './day-rules.ts';
import { checkedBefore, notScrambled } from './safe-rules.ts';

/** The safe as it was left on a day. */
export interface SafeCheck {
  day: Day;
  dueAt: Moment;
  doneAt: Moment;
  note: string | null;
}

/** The safe was checked and its code scrambled, before leaving (rule 129); once a day. */
export function checkSafe(
  ctx: Ctx,
  made: { day: Day | undefined; scrambled: boolean; note: string | undefined },
): SafeCheck {
  return transact(ctx, 'cash.check-safe', (entry) => {
    const day = made.day ?? ctx.today;
    const refusal = dayToCome(day, ctx.today) ?? notScrambled(made.scrambled);
    if (refusal) throw refusal;
    const before = roundOf(ctx, 'cash.safe', day);
    if (before) throw checkedBefore(day, localText(before.doneAt, ctx.zone));
    doRound(ctx, 'cash.safe', day, made.note ?? null);
    const round = roundOf(ctx, 'cash.safe', day);
    if (!round) throw new Error(`cash.safe of ${day} was not written`);
    entry.subject = day;
    if (made.note) entry.changes = { note: HIDDEN };
    return { day, dueAt: round.dueAt, doneAt: round.doneAt, note: round.text };
  });
}
