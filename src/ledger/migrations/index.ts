import { desk } from './001-desk.ts';
import { households } from './002-households.ts';
import { money } from './003-money.ts';
import { renovations } from './004-renovations.ts';
import { books } from './005-books.ts';
import { reports } from './006-reports.ts';
import type { Migration } from './migration.ts';

/** In order; an entry that has been released is never changed, only followed by another. */
export const migrations: readonly Migration[] = [
  desk,
  households,
  money,
  renovations,
  books,
  reports,
];
