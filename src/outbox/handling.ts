import type { Ctx } from '../context.ts';
import { transact } from '../ledger/transact.ts';
import { refused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import { type Listed, SENDING_STATES, type Sendable, type SendingState } from './model.ts';
import { listed } from './sending.ts';
import * as store from './store.ts';

const MOST_LISTED = 100;

/** What was queued, the newest first. */
export const listOutbox = (
  ctx: Ctx,
  { state, limit = MOST_LISTED }: { state?: SendingState | undefined; limit?: number | undefined },
): Listed[] => store.newest(ctx.ledger, state ?? null, limit).map((row) => listed(ctx, row));

/** Whether sending it once more may bring it twice. */
export const mayArriveTwice = (ctx: Ctx, id: number): boolean =>
  requireSendable(ctx, id).state === 'unsure';

/**
 * Makes one wait again that failed, or whose fate is unknown – the latter only if somebody agreed that
 * it may arrive twice. Refuses `not_retried`, `may_arrive_twice`.
 */
export function retry(ctx: Ctx, id: number, { isAgreed }: { isAgreed: boolean }): Listed {
  const row = requireSendable(ctx, id);
  if (!RETRIED.includes(row.state)) throw notNow(row, 'not_retried');
  if (row.state === 'unsure' && !isAgreed) throw mayComeTwice(id);
  transact(ctx, 'outbox.retry', (entry) => {
    entry.subject = row.message;
    entry.changes = { channel: row.channel, was: row.state };
    store.renew(ctx.ledger, id);
  });
  return listed(ctx, requireSendable(ctx, id));
}

const RETRIED: readonly SendingState[] = ['waiting', 'failed', 'unsure', 'dropped'];

/** Never to be sent; it stays in the list, so that it is not queued anew. Refuses `not_dropped`. */
export function drop(ctx: Ctx, id: number): Listed {
  const row = requireSendable(ctx, id);
  const isDropped = transact(ctx, 'outbox.drop', (entry) => {
    entry.subject = row.message;
    entry.changes = { channel: row.channel, was: row.state };
    return store.move(ctx.ledger, id, { from: DROPPED, to: 'dropped' }, row.fault);
  });
  if (!isDropped) throw notNow(row, 'not_dropped');
  return listed(ctx, requireSendable(ctx, id));
}

const DROPPED: readonly SendingState[] = ['waiting', 'failed', 'unsure'];

function requireSendable(ctx: Ctx, id: number): Sendable {
  const found = store.find(ctx.ledger, id);
  if (found) return found;
  throw refused(
    'unknown_message',
    w(`发件箱里没有第 ${id} 号。`, `The outbox has no number ${id}.`),
    w('全部见 wy outbox list。', 'wy outbox list shows all.'),
  );
}

function notNow({ id, state }: Sendable, code: string) {
  const told = SENDING_STATES[state];
  return refused(
    code,
    w(`第 ${id} 号${told.zh}，不用再办。`, `Number ${id} is ${told.en}; there is nothing to do.`),
    w('全部见 wy outbox list。', 'wy outbox list shows all.'),
  );
}

const mayComeTwice = (id: number) =>
  refused(
    'may_arrive_twice',
    w(
      `第 ${id} 号可能已经送到，再发一次也许会收到两次。`,
      `Number ${id} may have arrived; sent again it may come twice.`,
    ),
    w(
      `先看看对方收到没有；没收到：wy outbox retry ${id} --yes，收到了：wy outbox drop ${id}`,
      `Look there first; if it did not: wy outbox retry ${id} --yes, if it did: wy outbox drop ${id}`,
    ),
  );
