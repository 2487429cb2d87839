import type { Book } from '../books/model.ts';
import type { Fields, Input } from '../cli/field.ts';
import { choice, day, flag, text, whole } from '../cli/field.ts';
import { w } from '../lib/words.ts';
import { filtersOf } from './filter-commands.ts';
import type { EntryQuery } from './listing.ts';
import { STATES } from './model.ts';

const OWN = {
  open: flag({ label: w('只看未了的', 'only open ones') }),
  overdue: flag({ label: w('只看超期的', 'only those with something overdue') }),
  state: choice(STATES, { label: w('状态', 'state') }),
  find: text({ label: w('任一栏里含这些字', 'with these words in any field') }),
  since: day({ label: w('从哪天起登记的', 'made on this day or later') }),
  through: day({ label: w('到哪天止登记的', 'made on this day or earlier') }),
  most: whole({ label: w('最多几条（最新的）', 'the newest so many'), min: 1, max: 1_000_000 }),
};

/** What a list of entries can be asked for: by each field of the book, and by what every entry has. */
export const listFields = (book: Book): Fields & typeof OWN => ({ ...filtersOf(book), ...OWN });

/** What was typed for them, as the list takes it. */
export function queryOf(typed: Input<typeof OWN> & Record<string, unknown>): EntryQuery {
  const { open, overdue, state, find, since, through, most, ...fields } = typed;
  return { open, overdue, state, find, since, through, most, fields };
}
