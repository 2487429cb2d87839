import type { Ctx } from '../context.ts';
import { transact } from '../ledger/transact.ts';
import type { Channel } from '../policy/sections/sending.ts';
import type { Listed, Message, Outcome, Sendable } from './model.ts';
import { queue } from './queueing.ts';
import { isStuck, nextTryAt, stateAfter } from './rules.ts';
import * as store from './store.ts';

/** The longest a channel may wait, for one that the policy does not have any more. */
const LONGEST_TIMEOUT_SECONDS = 120;

/**
 * Queues a message and tries its places at once, those of them that are due. What went before is not
 * sent again: its places come back as they stand.
 */
export async function sendMessage(ctx: Ctx, message: Message): Promise<Listed[]> {
  queue(ctx, message);
  settleLost(ctx);
  const waiting = store.ofMessage(ctx.ledger, message.message);
  await tryAll(ctx, waiting);
  return store.ofMessage(ctx.ledger, message.message).map((each) => listed(ctx, each));
}

/**
 * Tries all that waits and is due, oldest first, one after the other. What a crashed process left
 * behind becomes `unsure` first. What was tried comes back as it stands now.
 */
export async function sendWaiting(ctx: Ctx): Promise<Listed[]> {
  const lost = settleLost(ctx);
  const tried = await tryAll(ctx, store.inState(ctx.ledger, 'waiting'));
  return [...lost, ...tried].flatMap((id) => {
    const row = store.find(ctx.ledger, id);
    return row ? [listed(ctx, row)] : [];
  });
}

/** With when it is tried next. */
export const listed = ({ policy }: Pick<Ctx, 'policy'>, row: Sendable): Listed => ({
  ...row,
  nextAt: row.state === 'waiting' ? nextTryAt(row, policy.sending.retry) : null,
});

/** Whoever claimed it is gone: nobody knows whether it arrived, so it is never sent again by itself. */
function settleLost(ctx: Ctx): number[] {
  const { ledger, policy, outside } = ctx;
  const now = outside.clock();
  const lost = store.inState(ledger, 'sending').filter((row) => {
    const channel = policy.sending.channels[row.channel];
    return isStuck(row, now, channel?.timeoutSeconds ?? LONGEST_TIMEOUT_SECONDS);
  });
  for (const row of lost) note(ctx, row, { is: 'unsure', fault: 'crashed' }, row.tries);
  return lost.map(({ id }) => id);
}

/** The ids of what was tried. */
async function tryAll(ctx: Ctx, rows: readonly Sendable[]): Promise<number[]> {
  const tried: number[] = [];
  for (const row of rows) {
    const isDue = nextTryAt(row, ctx.policy.sending.retry) <= ctx.outside.clock();
    if (row.state === 'waiting' && isDue && (await tryOne(ctx, row))) tried.push(row.id);
  }
  return tried;
}

/** False where another process has it. */
async function tryOne(ctx: Ctx, row: Sendable): Promise<boolean> {
  const isMine = write(ctx, 'outbox.try', row, { try: row.tries + 1 }, (at) =>
    store.claim(ctx.ledger, row, at),
  );
  if (!isMine) return false;
  const claimed = { ...row, tries: row.tries + 1 };
  const channel = ctx.policy.sending.channels[row.channel];
  const outcome = channel ? await deliver(ctx, channel, claimed) : NO_CHANNEL;
  note(ctx, claimed, outcome, channel?.tries ?? 0);
  return true;
}

const NO_CHANNEL: Outcome = { is: 'refused', fault: 'no_channel' };

/** Each way is loaded when something goes by it. */
async function deliver(ctx: Ctx, channel: Channel, row: Sendable): Promise<Outcome> {
  if (channel.kind === 'webhook') {
    const { post } = await import('./webhook.ts');
    return post(ctx, channel, row);
  }
  const { mail } = await import('./mail.ts');
  return mail(ctx, channel, row);
}

function note(ctx: Ctx, row: Sendable, outcome: Outcome, mostTries: number): void {
  const state = stateAfter(outcome, row.tries, mostTries);
  const { fault } = outcome;
  write(ctx, 'outbox.note', row, { state, ...(fault !== null && { fault }) }, (at) =>
    store.settle(ctx.ledger, row, { state, fault, sentAt: state === 'sent' ? at : null }),
  );
}

/** One transaction of its own, at the time it really is: a try may have waited for a minute. */
function write(
  ctx: Ctx,
  action: string,
  { message, channel }: Sendable,
  changes: Record<string, unknown>,
  work: (at: string) => boolean,
): boolean {
  const at = ctx.outside.clock();
  return transact({ ...ctx, now: at, recordedAt: at }, action, (entry) => {
    entry.subject = message;
    entry.changes = { channel, ...changes };
    return work(at);
  });
}
