import { same, w } from '../lib/words.ts';
import type { Facts } from './facts-model.ts';

/** Amounts that books keep: of money taken when it was, of money spent when the entry was closed. */
const TAKEN = { book: 'parking-fee', field: 'amount' };
const SPENT = [
  { book: 'activity', field: 'spent' },
  { book: 'works-plan', field: 'cost' },
];

const amountOf = (alias: string): string => {
  const cases = [TAKEN, ...SPENT].map(
    ({ book, field }) => `WHEN '${book}' THEN json_extract(${alias}.fields, '$.${field}')`,
  );
  return `CASE ${alias}.book ${cases.join(' ')} END`;
};

const names = (books: readonly { book: string }[]) =>
  books.map(({ book }) => `'${book}'`).join(', ');

/** Money that stands in the books alone: taken for temporary parking, spent on activities and works. */
export const bookMoney: Facts = {
  key: 'bookMoney',
  name: w('登记簿里的收支', 'Money in the books'),
  select: `SELECT * FROM (
      SELECT e.no, e.book, e.book AS what,
        iif(e.book = '${TAKEN.book}', e.entered_at, e.closed_at) AS at,
        (SELECT u.code FROM units AS u WHERE u.id = e.unit_id) AS unit,
        ${amountOf('e')} AS amountFen, ${amountOf('e')} AS amount_fen
      FROM entries AS e
      WHERE e.book IN (${names([TAKEN, ...SPENT])}) AND e.entered_at <= @end
        AND (e.cancelled_at IS NULL OR e.cancelled_at > @now))
    WHERE at >= @from AND at <= @end AND amount_fen > 0`,
  figures: {
    taken: {
      label: w('临停收费', 'temporary parking'),
      definition: w('本期登记的临停实收金额', 'taken for temporary parking, as the book says'),
      where: `book = '${TAKEN.book}'`,
      sum: { of: 'amount_fen', unit: 'money' },
    },
    spent: {
      label: w('登记簿里的支出', 'spent'),
      definition: w(
        '本期了结的社区活动、中小修登记的实际花费',
        'spent on activities and works whose entries were closed in the period',
      ),
      where: `book IN (${names(SPENT)})`,
      sum: { of: 'amount_fen', unit: 'money' },
    },
  },
  whatOf: ({ books }, key) => books.find((each) => each.key === key)?.name ?? same(key),
  groupings: { book: { label: w('登记簿', 'Book'), by: 'book' } },
};
