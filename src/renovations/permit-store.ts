import type { Ledger } from '../ledger/ledger.ts';
import type { Permit } from './model.ts';

const OF = 'renovation_id = (SELECT id FROM renovations WHERE no = ?)';

/** The household's permit (part 0); of passes, works/ knows more. */
export const insertPermit = (
  ledger: Ledger,
  no: string,
  { untilOn, issuedAt }: Pick<Permit, 'untilOn' | 'issuedAt'>,
): void =>
  void ledger
    .prepare(
      `INSERT INTO renovation_permits (renovation_id, part, until_on, issued_at)
       SELECT id, 0, ?, ? FROM renovations WHERE no = ?`,
    )
    .run(untilOn, issuedAt, no);

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
