import type { Ledger } from '../ledger/ledger.ts';
import type { NewPaper, NewPromises } from './model.ts';

/** One that is there already is replaced; it keeps its detail, where the new one has none. */
export function putPaper(ledger: Ledger, no: string, paper: NewPaper): void {
  ledger
    .prepare(
      `INSERT INTO renovation_papers (renovation_id, code, detail, received_at)
       SELECT id, @code, @detail, @receivedAt FROM renovations WHERE no = @no
       ON CONFLICT DO UPDATE SET
         detail = coalesce(excluded.detail, detail), received_at = excluded.received_at`,
    )
    .run({ ...paper, no });
}

/** Takes papers of these codes out of a file. */
export function strikePapers(ledger: Ledger, no: string, codes: readonly string[]): void {
  ledger
    .prepare(
      `DELETE FROM renovation_papers
       WHERE renovation_id = (SELECT id FROM renovations WHERE no = ?)
         AND code IN (SELECT value FROM json_each(?))`,
    )
    .run(no, JSON.stringify(codes));
}

/** A row for each code. */
export function insertPromises(ledger: Ledger, no: string, { codes, ...made }: NewPromises): void {
  const add = ledger.prepare(
    `INSERT INTO renovation_promises (renovation_id, code, party, signed_by, promised_at)
     SELECT id, @code, @party, @signedBy, @promisedAt FROM renovations WHERE no = @no`,
  );
  for (const code of codes) add.run({ ...made, no, code });
}
