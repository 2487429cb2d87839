import { command } from '../cli/command.ts';
import { choice, whole } from '../cli/field.ts';
import { w } from '../lib/words.ts';
import { drop, listOutbox, mayArriveTwice, retry } from './handling.ts';
import { SENDING_STATES } from './model.ts';
import { exitOfSent } from './rules.ts';
import { sendWaiting } from './sending.ts';
import { outboxCard, outboxTable, sentView } from './view.ts';

const MOST_ID = 1_000_000_000;

const no = whole({
  label: w('发件箱里的号', 'its number in the outbox'),
  ...{ min: 1, max: MOST_ID, required: true, positional: true, placeholder: 'NO' },
});

const list = command({
  name: 'outbox list',
  about: w('发件箱：待发、已发、没发成的', 'The outbox: waiting, sent, failed'),
  fields: {
    state: choice(SENDING_STATES, { label: w('只看某种状态', 'only those in this state') }),
    limit: whole({ label: w('最多几条', 'how many at most'), min: 1, max: MOST_ID }),
  },
  examples: ['wy outbox list', 'wy outbox list --state failed --json'],
  run: (ctx, input) => listOutbox(ctx, input),
  view: outboxTable,
});

const send = command({
  name: 'outbox send',
  about: w(
    '再发一遍待发的；没发成时退出码为 1',
    'Try what waits; exit code 1 where something did not go',
  ),
  fields: {},
  examples: ['wy outbox send'],
  inBatch: 'notAtomic',
  run: (ctx) => sendWaiting(ctx),
  view: sentView,
  exit: (sent) => exitOfSent(sent),
});

const again = command({
  name: 'outbox retry',
  about: w('让没发成的重新待发', 'Make a failed one wait again'),
  fields: { no },
  examples: ['wy outbox retry 12', 'wy outbox retry 12 --yes'],
  confirm: (ctx, input) =>
    mayArriveTwice(ctx, input.no)
      ? w(
          '它可能已经送到，再发一次也许会收到两次。再发吗？',
          'It may have arrived and could come twice. Send it again?',
        )
      : undefined,
  run: (ctx, input, { isAgreed }) => retry(ctx, input.no, { isAgreed }),
  view: outboxCard,
});

const remove = command({
  name: 'outbox drop',
  about: w('不再发送某一条', 'Never send this one'),
  fields: { no },
  examples: ['wy outbox drop 12'],
  run: (ctx, input) => drop(ctx, input.no),
  view: outboxCard,
});

export const commands = [list, send, again, remove];
