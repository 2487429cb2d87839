import type { Values } from '../books/model.ts';
import type { Ledger } from '../ledger/ledger.ts';

/** What the index is made of. */
export interface Indexed {
  id: number;
  no: string;
  book: string;
  version: number;
  values: Values;
}

type Row = Omit<Indexed, 'values'> & { fields: string };

const SELECT = 'SELECT id, no, book, version, fields FROM entries';

const indexedOf = ({ fields, ...row }: Row): Indexed => ({ ...row, values: JSON.parse(fields) });

/** Entries behind an id, in order. */
export const entriesAfter = (ledger: Ledger, id: number, most: number): Indexed[] =>
  ledger
    .prepare<[number, number], Row>(`${SELECT} WHERE id > ? ORDER BY id LIMIT ?`)
    .all(id, most)
    .map(indexedOf);

/** At most so many entries, evenly from the first to the newest. */
export function sample(ledger: Ledger, most: number): Indexed[] {
  const last = ledger.prepare<[], { id: number | null }>('SELECT max(id) AS id FROM entries').get();
  return ledger
    .prepare<[object], Row>(
      `WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < @most)
       ${SELECT} WHERE id IN (SELECT @last - i * max(1, @last / @most) FROM n)`,
    )
    .all({ most, last: last?.id ?? 0 })
    .map(indexedOf);
}

/** How many entries the index does not know, and how many it knows that are none. */
export function countAstray(ledger: Ledger): number {
  const row = ledger
    .prepare<[], { count: number }>(
      `SELECT (SELECT count(*) FROM entries AS e
               WHERE NOT EXISTS (SELECT 1 FROM entry_words_docsize AS d WHERE d.id = e.id))
            + (SELECT count(*) FROM entry_words_docsize AS d
               WHERE NOT EXISTS (SELECT 1 FROM entries AS e WHERE e.id = d.id)) AS count`,
    )
    .get();
  return row?.count ?? 0;
}

/** Whether the index finds this entry by all of these words. */
export function isFoundBy(ledger: Ledger, id: number, words: string): boolean {
  const all = words.split(' ').filter((word) => word !== '');
  if (all.length === 0) return true;
  const found = ledger
    .prepare<[string, number], object>(
      'SELECT 1 FROM entry_words WHERE entry_words MATCH ? AND rowid = ?',
    )
    .get(all.map((word) => `"${word}"`).join(' AND '), id);
  return found !== undefined;
}

export const clear = (ledger: Ledger): void =>
  void ledger.prepare("INSERT INTO entry_words (entry_words) VALUES ('delete-all')").run();

export const add = (ledger: Ledger, id: number, words: string): void =>
  void ledger.prepare('INSERT INTO entry_words (rowid, words) VALUES (?, ?)').run(id, words);

export const remove = (ledger: Ledger, id: number): void =>
  void ledger.prepare('DELETE FROM entry_words WHERE rowid = ?').run(id);
