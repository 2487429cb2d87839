import type { Book } from '../books/model.ts';
import type { Telling } from '../cases/text.ts';
import { type Words, w } from '../lib/words.ts';
import { CHARGED, RAINED, TICKETED } from './model.ts';

/** The words of a book's timelines: its verbs, and what every entry can live through. */
export const tellingOf = ({ verbs }: Pick<Book, 'verbs'>): Telling => ({
  kinds: {
    edited: w('更改', 'Edited'),
    cancelled: w('作废', 'Cancelled'),
    approved: w('批准', 'Approved'),
    printed: w('打印', 'Printed'),
    imported: w('导入', 'Imported'),
    [CHARGED]: w('记应收', 'Charged'),
    [TICKETED]: w('开维修工单', 'Tickets opened'),
    [RAINED]: w('登记大雨，第几场', 'Heavy rain registered, number'),
    ...Object.fromEntries(verbs.map(({ key, about }) => [key, about])),
  },
});

/** What stands in timelines beside fields and speaks for itself has no label. */
export const labelOf = ({ fields }: Pick<Book, 'fields'>, key: string): Words | undefined =>
  fields.find((field) => field.key === key)?.label;
