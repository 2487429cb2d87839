import type { Ctx } from '../context.ts';
import { type Entry, transact } from '../ledger/transact.ts';
import { lastStepAt } from '../timeline/service.ts';
import type { CaseKind } from './kind.ts';
import type { WithDeadlines } from './model.ts';
import { requireCase, requireRecord } from './record.ts';
import { tooEarly } from './rules.ts';

/**
 * One step of a case that exists: resolves the number, refuses a wrong order of steps or of times,
 * then works. A note may be written up later, for any time since the case began.
 */
export function step<T extends { no: string }, Step extends string>(
  ctx: Ctx,
  kind: CaseKind<T, Step>,
  typed: string,
  name: Step,
  work: (it: WithDeadlines<T>, entry: Entry) => void,
): WithDeadlines<T> {
  return transact(ctx, `${kind.action}.${name}`, (entry) => {
    const it = requireCase(ctx, kind, typed);
    const { no } = it;
    const beganAt = kind.beganAt(it);
    const notBefore = name === 'note' ? beganAt : (lastStepAt(ctx.ledger, no) ?? beganAt);
    const refusal = kind.refusalOf(name, it) ?? tooEarly(no, kind.show, notBefore, ctx.now);
    if (refusal) throw refusal;
    entry.subject = no;
    work(it, entry);
    return requireRecord(ctx.ledger, kind, no);
  });
}
