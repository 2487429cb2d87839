import type { Ctx } from '../context.ts';
import { release } from '../deadlines/service.ts';
import { HIDDEN } from '../ledger/transact.ts';
import type { RenovationRecord } from '../renovations/record.ts';
import { step } from '../renovations/step.ts';
import { note } from '../timeline/service.ts';
import { advance } from './store.ts';

/**
 * The file is archived (rule 112; Decree 110 art. 30), where it lies if that is said; nothing is owed
 * for it any more.
 */
export function close(ctx: Ctx, typed: string, place: string | undefined): RenovationRecord {
  return step(ctx, typed, 'close', (it, entry) => {
    advance(ctx.ledger, it.no, { state: 'closed', closedAt: ctx.now });
    release(ctx, it.no);
    note(ctx, it.no, 'closed', place === undefined ? {} : { text: place });
    entry.changes = { closedAt: ctx.now, ...(place && { text: HIDDEN }) };
  });
}
