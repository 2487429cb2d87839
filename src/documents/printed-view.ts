import { asText, asWhole } from '../cli/shape.ts';
import { card } from '../cli/view.ts';
import { w } from '../lib/words.ts';
import type { Printed } from './model.ts';

/** What was printed; of a template that was only copied its file. */
export const printedCard = card<Printed>([
  asText('form', w('单据', 'Form'), (it) => it.form, { cardOnly: true }),
  asText('no', w('编号', 'No'), (it) => it.no),
  asText('file', w('文件', 'File'), (it) => it.file),
  asWhole('sheets', w('张数', 'Sheets'), (it) => it.sheets || null),
  asWhole('copy', w('第几份', 'Copy'), (it) => it.copy || null),
]);
