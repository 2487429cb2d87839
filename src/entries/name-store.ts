import type { Ledger } from '../ledger/ledger.ts';

const NAMES = {
  staff: 'SELECT s.id, s.name FROM staff AS s WHERE s.id IN (SELECT value FROM json_each(?))',
  resident: `SELECT r.id, p.name FROM residents AS r JOIN people AS p ON p.id = r.person_id
    WHERE r.id IN (SELECT value FROM json_each(?))`,
} as const;

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
