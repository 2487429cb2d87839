import type { Ledger } from '../ledger/ledger.ts';
import type { Moment } from '../lib/moment.ts';

/** The lost permits that nobody has paid for yet are settled, at so much each. */
export function settleLost(ledger: Ledger, no: string, eachFen: number): void {
  ledger
    .prepare(
      `UPDATE renovation_permits SET lost_fen = ?
       WHERE renovation_id = (SELECT id FROM renovations WHERE no = ?)
         AND fate = 'lost' AND lost_fen IS NULL`,
    )
    .run(eachFen, no);
}

export function settle(ledger: Ledger, no: string, at: Moment): void {
  ledger
    .prepare("UPDATE renovations SET state = 'settled', settled_at = ? WHERE no = ?")
    .run(at, no);
}

export function archive(ledger: Ledger, no: string, at: Moment): void {
  ledger.prepare("UPDATE renovations SET state = 'closed', closed_at = ? WHERE no = ?").run(at, no);
}
