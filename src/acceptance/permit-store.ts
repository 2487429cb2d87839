import type { Ledger } from '../ledger/ledger.ts';
import type { Moment } from '../lib/moment.ts';

/** What became of a permit or a pass (rule 104). */
export function setFate(
  ledger: Ledger,
  no: string,
  part: number,
  { fate, fateAt }: { fate: 'returned' | 'lost'; fateAt: Moment },
): void {
  ledger
    .prepare(
      `UPDATE renovation_permits SET fate = ?, fate_at = ?
       WHERE renovation_id = (SELECT id FROM renovations WHERE no = ?) AND part = ?`,
    )
    .run(fate, fateAt, no, part);
}
