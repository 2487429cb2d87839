import { asChoice, asText, asWhole } from '../cli/shape.ts';
import { card, type View } from '../cli/view.ts';
import { type Words, w } from '../lib/words.ts';
import type { Printed } from './model.ts';

/** What was printed, forms by these names; of a template that was only copied its file. */
export const printedCard = (names: Readonly<Record<string, Words>>): View<Printed> =>
  card<Printed>([
    asChoice('form', w('单据', 'Form'), (it) => it.form, names),
    asText('no', w('编号', 'No'), (it) => it.no),
    asText('file', w('文件', 'File'), (it) => it.file),
    asWhole('sheets', w('张数', 'Sheets'), (it) => it.sheets || null),
    asWhole('copy', w('第几份', 'Copy'), (it) => it.copy || null),
  ]);
