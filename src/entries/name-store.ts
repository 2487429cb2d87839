import type { Ledger } from '../ledger/ledger.ts';

const NAMES = {
  staff: 'SELECT s.id, s.name FROM staff AS s WHERE s.id IN (SELECT value FROM json_each(?))',
  resident: `SELECT r.id, p.name FROM residents AS r JOIN people AS p ON p.id = r.person_id
    WHERE r.id IN (SELECT value FROM json_each(?))`,
} as const;

const EVERYBODY = {
  staff: 'SELECT id, name FROM staff',
  resident: 'SELECT r.id, p.name FROM residents AS r JOIN people AS p ON p.id = r.person_id',
} as const;

/** The names of all who are or were staff, or residents. */
export const everyName = (
  ledger: Ledger,
  of: keyof typeof EVERYBODY,
): { id: number; name: string }[] =>
  ledger.prepare<[], { id: number; name: string }>(EVERYBODY[of]).all();

/** Names by the ids of staff or of stays. */
export const namesOf = (
  ledger: Ledger,
  of: keyof typeof NAMES,
  ids: readonly number[],
): Map<number, string> =>
  new Map(
    ledger
      .prepare<[string], { id: number; name: string }>(NAMES[of])
      .all(JSON.stringify(ids))
      .map(({ id, name }) => [id, name]),
  );

/** Whether a document has this number. */
export const isSubject = (ledger: Ledger, no: string): boolean =>
  ledger.prepare<[string], object>('SELECT 1 FROM subjects WHERE no = ?').get(no) !== undefined;

/** What these documents are about, by their numbers. */
export const subjectsOf = (
  ledger: Ledger,
  nos: readonly string[],
): { no: string; unit: string | null; title: string }[] =>
  ledger
    .prepare<[string], { no: string; unit: string | null; title: string }>(
      `SELECT s.no, u.code AS unit, s.title FROM json_each(?) AS wanted
       JOIN subjects AS s ON s.no = wanted.value
       LEFT JOIN units AS u ON u.id = s.unit_id ORDER BY wanted.key`,
    )
    .all(JSON.stringify(nos));
