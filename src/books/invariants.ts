import { badMoment, type Invariant } from '../ledger/invariant.ts';
import { w } from '../lib/words.ts';

export const invariants: readonly Invariant[] = [
  {
    key: 'books.versions',
    check: w('登记簿的版本连续编号', 'The versions of each book are numbered without a gap'),
    sql: `SELECT book FROM book_versions GROUP BY book
          HAVING min(version) <> 1 OR max(version) <> count(*)`,
  },
  {
    key: 'books.moments',
    check: w(
      '登记簿版本的时间有效、先后有序',
      'The versions of books exist in time, one after the other',
    ),
    sql: `SELECT DISTINCT v.book FROM book_versions AS v
          LEFT JOIN book_versions AS l ON l.book = v.book AND l.version = v.version - 1
          WHERE ${badMoment('v.since_at')} OR l.since_at > v.since_at`,
  },
  {
    key: 'books.declared',
    check: w('登记簿版本的内容可读', 'What a version of a book declares can be read'),
    sql: `SELECT DISTINCT book FROM book_versions
          WHERE NOT json_valid(declared) OR declared ->> 'key' IS NOT book
            OR declared ->> 'hash' IS NOT hash`,
  },
];
