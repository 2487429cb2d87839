import type { Ctx } from '../context.ts';
import { transact } from '../ledger/transact.ts';
import { refused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import type { MessageKind } from '../policy/sections/sending.ts';
import type { Message } from './model.ts';
import { cutText, cutTitle } from './rules.ts';
import * as store from './store.ts';

/** The places the policy names for a kind of message. */
export const placesOf = ({ policy }: Pick<Ctx, 'policy'>, kind: MessageKind): readonly string[] => [
  ...new Set(policy.sending.messages[kind]),
];

const kindOf = (message: string): MessageKind => message.split(':')[0] as MessageKind;

/**
 * Puts a message into the outbox, once for each of its places: what is there already, in whatever
 * state, stays as it is. Refuses `nowhere_to_send` where the policy names no place.
 */
export function queue(ctx: Ctx, message: Message): void {
  const places = placesOf(ctx, kindOf(message.message));
  if (places.length === 0) throw nowhere(kindOf(message.message));
  const cut = {
    message: message.message,
    title: cutTitle(message.title),
    text: cutText(message.text, ctx.lang),
  };
  transact(ctx, 'outbox.queue', (entry) => {
    entry.subject = message.message;
    const by = ctx.operator().id;
    const added = places.filter((channel) =>
      store.insert(ctx.ledger, cut, { channel, at: ctx.recordedAt, by }),
    );
    entry.changes = { channels: added };
  });
}

const nowhere = (kind: MessageKind) =>
  refused(
    'nowhere_to_send',
    w(
      `policy.yaml 没有写这种消息往哪里发（sending.messages.${kind}）。`,
      `policy.yaml names no place for this message (sending.messages.${kind}).`,
    ),
    w(
      '写法见 wy policy show sending；写好后用 wy policy check 检查。',
      'wy policy show sending explains; then run wy policy check.',
    ),
  );
