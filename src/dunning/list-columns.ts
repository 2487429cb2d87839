import type { List } from '../documents/model.ts';
import { maskPhone } from '../lib/mask.ts';
import { yuanText } from '../lib/money.ts';
import type { Lang, Words } from '../lib/words.ts';
import { same, w } from '../lib/words.ts';
import type { Dun } from './ladder.ts';
import { STAGES } from './model.ts';
import { letterText, messageText, periodText, type Site } from './text.ts';

interface Column {
  label: Words;
  cell(it: Dun, as: ListLook): string;
}

/** How a list looks outside: its language, and whether telephones stand in it in full. */
export interface ListLook {
  lang: Lang;
  reveal: boolean;
  site: Site;
}

const COLUMNS: readonly Column[] = [
  { label: w('房号', 'Unit'), cell: ({ unit }) => unit },
  { label: w('姓名', 'Name'), cell: ({ name }, { lang }) => name?.[lang] ?? '' },
  {
    label: w('电话', 'Phone'),
    cell: ({ phone }, { reveal }) => (phone === null ? '' : reveal ? phone : maskPhone(phone)),
  },
  {
    label: w('地址', 'Address'),
    cell: ({ unit, debt }, { site }) =>
      debt.hasMailThere ? [site.address, site.name, unit].filter(Boolean).join(' ') : '',
  },
  { label: w('步骤', 'Step'), cell: ({ stage }, { lang }) => STAGES[stage][lang] },
  { label: w('欠费金额', 'Amount'), cell: ({ amountFen }) => yuanText(amountFen) },
  {
    label: w('欠费期间', 'Periods'),
    cell: ({ periods }, { lang }) => periods.map((it) => periodText(it)[lang]).join('; '),
  },
  { label: w('缴费期限', 'Pay by'), cell: ({ dueBy }) => dueBy },
  {
    label: w('内容', 'Text'),
    cell: (it, { lang, site }) => textOf(it, site)[lang],
  },
];

/** A message for a notice, a letter for a letter; a visit and legal action have none. */
function textOf(it: Dun, site: Site): Words {
  if (it.stage === 'notice') return messageText(it, site);
  return it.stage === 'letter' ? letterText(it, site) : same('');
}

/** A row for each, as the SMS platform and the post office take it. */
export const fileList = (list: readonly Dun[], as: ListLook): List => ({
  columns: COLUMNS.map(({ label }) => ({ label: label[as.lang], is: 'text' })),
  rows: list.map((it) => COLUMNS.map(({ cell }) => ({ is: 'text', text: cell(it, as) }))),
});
