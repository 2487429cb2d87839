import { asChoice, asMoment, asText, asWhole, asWords, type Shape, toJson } from '../cli/shape.ts';
import { card, table, type View } from '../cli/view.ts';
import { same, type Words, w } from '../lib/words.ts';
import { type Listed, SENDING_STATES } from './model.ts';
import { faultWords } from './text.ts';

const shape: Shape<Listed> = [
  asWhole('id', w('号', 'No'), (it) => it.id),
  asText('message', w('消息', 'Message'), (it) => it.message),
  asText('channel', w('去处', 'To'), (it) => it.channel),
  asChoice('state', w('状态', 'State'), (it) => it.state, SENDING_STATES),
  asWhole('tries', w('次数', 'Tries'), (it) => it.tries),
  asMoment('queuedAt', w('放入', 'Queued'), (it) => it.queuedAt),
  asMoment('triedAt', w('最近一次', 'Tried'), (it) => it.triedAt),
  asMoment('sentAt', w('发出', 'Sent'), (it) => it.sentAt),
  asMoment('nextAt', w('下次', 'Next'), (it) => it.nextAt),
  asText('fault', w('代码', 'Code'), (it) => it.fault),
  asWords('reason', w('原因', 'Reason'), (it) => (it.fault === null ? null : faultWords(it.fault))),
];

export const outboxTable = table<Listed>(shape, {
  none: w('发件箱是空的。', 'The outbox is empty.'),
});

export const outboxCard = card<Listed>(shape);

/** What was sent now, or is known of it. */
export const sentView: View<readonly Listed[]> = {
  json: (sent, as) => sent.map((each) => toJson(shape, each, as)),
  text: (sent, pen) =>
    sent.length === 0
      ? pen.say(w('没有要发的。', 'Nothing to send.'))
      : sent.map((each) => pen.say(deliveryWords(each))).join('\n'),
};

/** A clause for each place: what became of the message there, and what to do where nobody knows. */
export const sentWords = (sent: readonly Listed[]): Words => {
  const told = sent.map(deliveryWords);
  return w(told.map(({ zh }) => zh).join('；'), told.map(({ en }) => en).join('; '));
};

function deliveryWords({ id, message, channel, state, fault }: Listed): Words {
  const { zh, en } = SENDING_STATES[state];
  const reason = fault === null ? same('') : inBrackets(faultWords(fault));
  const next = state === 'unsure' ? ifUnsure(id) : same('');
  const to = `${message} → ${channel}  `;
  return w(`${to}${zh}${reason.zh}${next.zh}`, `${to}${en}${reason.en}${next.en}`);
}

const inBrackets = ({ zh, en }: Words): Words => w(`（${zh}）`, ` (${en})`);

const ifUnsure = (id: number): Words =>
  w(
    `，没收到就 wy outbox retry ${id} --yes，收到了就 wy outbox drop ${id}`,
    `, if it did not arrive: wy outbox retry ${id} --yes, if it did: wy outbox drop ${id}`,
  );
