import type { Ledger } from '../ledger/ledger.ts';

const OF = 'renovation_id = (SELECT id FROM renovations WHERE no = ?)';

/** So much was taken for each pass for which nothing was yet. */
export const payPasses = (ledger: Ledger, no: string, eachFen: number): void =>
  void ledger
    .prepare(
      `UPDATE renovation_permits SET pass_fen = ? WHERE ${OF} AND part > 0 AND pass_fen IS NULL`,
    )
    .run(eachFen, no);

/** So much was paid for each lost permit or pass for which nothing was yet. */
export const payLost = (ledger: Ledger, no: string, eachFen: number): void =>
  void ledger
    .prepare(
      `UPDATE renovation_permits SET lost_fen = ? WHERE ${OF} AND fate = 'lost' AND lost_fen IS NULL`,
    )
    .run(eachFen, no);
