import type { Ledger } from '../ledger/ledger.ts';
import type { Moment } from '../lib/moment.ts';

/** What became of some permits and passes of a renovation, by their parts (rule 104). */
export function setFate(
  ledger: Ledger,
  no: string,
  parts: readonly number[],
  { fate, fateAt }: { fate: 'returned' | 'lost'; fateAt: Moment },
): void {
  ledger
    .prepare(
      `UPDATE renovation_permits SET fate = ?, fate_at = ?
       WHERE renovation_id = (SELECT id FROM renovations WHERE no = ?)
         AND part IN (SELECT value FROM json_each(?))`,
    )
    .run(fate, fateAt, no, JSON.stringify(parts));
}
