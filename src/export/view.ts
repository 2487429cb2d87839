import { asChoice, asDay, asText, asWhole, type Shape, toJson } from '../cli/shape.ts';
import type { View } from '../cli/view.ts';
import { w } from '../lib/words.ts';
import type { Exported } from './exporting.ts';
import { EXPORT_FORMATS } from './model.ts';

const shape: Shape<Exported> = [
  asChoice('format', w('格式', 'Format'), (it) => it.format, EXPORT_FORMATS),
  asDay('since', w('起', 'Since'), (it) => it.since),
  asDay('until', w('止', 'Until'), (it) => it.until),
  asText('file', w('文件', 'File'), (it) => it.file),
  asWhole('transactions', w('笔数', 'Transactions'), (it) => it.transactions),
];

/** The journal itself where it goes into no file: nothing else, so that a program can read it. */
export const exportView: View<Exported> = {
  json: (it, as) => ({ ...(toJson(shape, it, as) as object), text: it.text }),
  text: (it, pen) => it.text ?? pen.card(shape, it),
};
