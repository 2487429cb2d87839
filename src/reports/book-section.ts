import type { Ctx } from '../context.ts';
import { booksReport } from '../figures/figures.ts';
import type { Section } from '../formats/model.ts';
import type { Period } from '../lib/period.ts';
import { w } from '../lib/words.ts';
import { column, table } from './building.ts';

/** The other registers: entries, open ones, deadlines, rhythms kept and missed. */
export function bookSection(ctx: Ctx, period: Period): Section {
  const { books } = booksReport(ctx, period);
  const isTold = ({ entries, carried, turns, deadlines }: (typeof books)[number]) =>
    entries + carried + deadlines.met + deadlines.late + deadlines.overdue > 0 || turns !== null;
  return {
    key: 'books',
    title: w('登记簿', 'Books'),
    blocks: [
      table(books.filter(isTold), [
        column('name', w('登记簿', 'Book'), 'words', (it) => it.name),
        column('carried', w('期初未了', 'Carried over'), 'whole', (it) => it.carried),
        column('entries', w('登记', 'Entries'), 'whole', (it) => it.entries),
        column('closed', w('了结', 'Closed'), 'whole', (it) => it.closed),
        column('open', w('期末未了', 'Open'), 'whole', (it) => it.open),
        column('late', w('超期办结', 'Late'), 'whole', (it) => it.deadlines.late),
        column('overdue', w('超期未办', 'Overdue'), 'whole', (it) => it.deadlines.overdue),
        column('kept', w('按期', 'Turns kept'), 'whole', (it) => it.turns?.kept ?? null),
        column('keptLate', w('迟登', 'Turns late'), 'whole', (it) => it.turns?.late ?? null),
        column('missed', w('漏登', 'Turns missed'), 'whole', (it) => it.turns?.missed ?? null),
        column('charged', w('收费', 'Charged'), 'money', (it) => it.charges.amountFen || null),
        column('book', w('代码', 'Key'), 'text', (it) => it.book),
      ]),
    ],
  };
}
