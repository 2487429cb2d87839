import {
  asDay,
  asFlag,
  asMoment,
  asRecords,
  asText,
  asTold,
  asWords,
  type Shape,
} from '../cli/shape.ts';
import { card, table } from '../cli/view.ts';
import { w } from '../lib/words.ts';
import type { HandoverRecord } from './record.ts';
import { onPostWords } from './rules.ts';

const itemShape: Shape<HandoverRecord['items'][number]> = [
  asText('kind', w('事项', 'Kind'), (it) => it.kind),
  asText('subject', w('编号', 'No'), (it) => it.subject),
  asText('text', w('内容', 'What'), (it) => it.text),
];

const shape: Shape<HandoverRecord> = [
  asText('no', w('编号', 'No'), (it) => it.no),
  asDay('day', w('日期', 'Day'), (it) => it.day),
  asTold('shift', w('班次', 'Shift'), ({ shift, shiftName }, { lang }) => ({
    json: () => shift,
    line: () => shiftName[lang],
  })),
  asText('from', w('交班', 'From'), (it) => it.from),
  asText('to', w('接班', 'To'), (it) => it.to),
  asMoment('beginsAt', w('下一班开始', 'Next shift begins'), (it) => it.beginsAt, {
    cardOnly: true,
  }),
  asMoment('onPostAt', w('到岗', 'On post'), (it) => it.onPostAt),
  asWords('onPost', w('到岗情况', 'On post in time'), (it) => onPostWords(it), { cardOnly: true }),
  asMoment('awaitedAt', w('接班人未到', 'Successor awaited'), (it) => it.awaitedAt, {
    cardOnly: true,
  }),
  asFlag('signed', w('双方签字', 'Signed by both'), (it) => it.signedAt !== null),
  asMoment('signedAt', w('签字时间', 'Signed at'), (it) => it.signedAt, { cardOnly: true }),
  asRecords(
    'items',
    w('交接事项', 'To be known'),
    (it) => it.items,
    itemShape,
    ({ kindName, subject, text }, { lang }) =>
      [kindName[lang], subject ?? '', text].filter((part) => part !== '').join('  '),
  ),
];

export const handoverCard = card(shape);

export const handoverTable = table(shape, { none: w('没有交接班记录。', 'No handovers.') });

export const noteCard = card<{ text: string; waiting: number }>([
  asText('text', w('留言', 'Note'), (it) => it.text),
  asText('waiting', w('待交接的留言', 'Notes waiting'), (it) => String(it.waiting)),
]);
