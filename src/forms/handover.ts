import type { Content, PaperTable, Printing, Row } from '../documents/model.ts';
import { type HandoverRecord, showHandover } from '../handover/record.ts';
import { w } from '../lib/words.ts';
import type { Form } from './form.ts';
import { half, row } from './parts.ts';
import { ROOM } from './renovation-rows.ts';
import { momentText } from './values.ts';

/** 交接班记录表: what the next shift must know, signed by both (rule 151). */
export const form: Form = {
  sheets: (ctx, { subject }) => {
    const it = showHandover(ctx, subject);
    return [{ subject: it.no ?? subject, contentOf: (as) => handoverContent(it, as) }];
  },
};

const AWAITED = w('接班人未到', 'Successor not here');

function handoverContent(it: HandoverRecord, as: Printing): Content {
  const { lang } = as;
  return {
    title: w('交接班记录表', 'Handover of the shift')[lang],
    no: it.no,
    marks: it.signedAt === null && it.awaitedAt !== null ? [AWAITED[lang]] : [],
    parts: [
      { kind: 'rows', rows: headRows(it, as) },
      { kind: 'table', table: itemsTable(it, as) },
      {
        kind: 'rows',
        title: w('当面清点', 'Counted together')[lang],
        rows: [
          row('keys', w('钥匙、对讲机、工具', 'keys and tools'), null, as),
          row('rest', w('其他交接', 'anything else'), ROOM, as),
        ],
      },
      {
        kind: 'signatures',
        labels: [w('交班人签字', 'Handed over by'), w('接班人签字', 'Taken over by')].map(
          (label) => label[lang],
        ),
      },
    ],
    foot: w(
      '接班人应提前到岗；接班人未到，交班人不得离岗。',
      'The successor is on post early; until then nobody leaves.',
    )[lang],
  };
}

const headRows = (it: HandoverRecord, as: Printing): Row[] => [
  half(row('day', w('日期', 'day'), it.day, as)),
  half(row('shift', w('班次', 'shift'), it.shiftName[as.lang], as)),
  half(row('from', w('交班人', 'from'), it.from, as)),
  half(row('to', w('接班人', 'to'), it.to, as)),
  half(row('beginsAt', w('接班时间', 'begins'), momentText(it.beginsAt, as), as)),
  half(row('onPostAt', w('接班人到岗', 'on post'), momentText(it.onPostAt, as), as)),
  row('signedAt', w('双方签字时间', 'signed by both'), momentText(it.signedAt, as), as),
];

const itemsTable = ({ items }: HandoverRecord, { lang }: Printing): PaperTable => ({
  title: w('交接事项', 'What the next shift must know')[lang],
  columns: [
    { label: w('类别', 'kind')[lang], isShort: true },
    { label: w('编号', 'number')[lang], isShort: true },
    { label: w('内容', 'what')[lang] },
  ],
  rows:
    items.length === 0
      ? [[w('无', 'none')[lang], '', '']]
      : items.map(({ kindName, subject, text }) => [kindName[lang], subject ?? '', text]),
});
