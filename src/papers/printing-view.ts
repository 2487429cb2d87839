import { asText, asWhole } from '../cli/shape.ts';
import { card } from '../cli/view.ts';
import { w } from '../lib/words.ts';
import type { Printed } from './printing.ts';

export const printedCard = card<Printed>([
  asText('no', w('编号', 'No'), (it) => it.no),
  asText('file', w('文件', 'File'), (it) => it.file),
  asWhole('copy', w('第几份', 'Copy'), (it) => it.copy),
]);
