import { hash } from 'node:crypto';
import type { Moment } from '../lib/moment.ts';
import { EMPTY_DIGEST, type TableDigest } from './digest.ts';
import type { Ledger } from './ledger.ts';

/** One change of the ledger: who, when it happened, when it was recorded, what. No personal values. */
export interface JournalLine {
  seq: number;
  happenedAt: Moment;
  recordedAt: Moment;
  /** Null where wy itself acted: making or upgrading the ledger. */
  operatorId: number | null;
  action: string;
  subject: string | null;
  /** JSON: which fields changed and the values that are not personal. */
  changes: string;
  /** JSON: the digest of each table the change touched. */
  tables: string;
  /** The hash of the line before; 64 zeros for the first. */
  previous: string;
  hash: string;
}

export const JOURNAL_COLUMNS = `seq, happened_at AS happenedAt, recorded_at AS recordedAt,
  operator_id AS operatorId, action, subject, changes, tables, previous, hash`;

export interface Head {
  seq: number;
  hash: string;
}

/** Before the first line. */
export const NO_LINE: Head = { seq: 0, hash: '0'.repeat(64) };

export function head(ledger: Ledger): Head {
  return (
    ledger.prepare<[], Head>('SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1').get() ??
    NO_LINE
  );
}

/** When the last line was recorded. */
export const lastRecordedAt = (ledger: Ledger): Moment | undefined =>
  ledger
    .prepare<[], { at: Moment }>('SELECT recorded_at AS at FROM journal ORDER BY seq DESC LIMIT 1')
    .get()?.at;

export const hashAt = (ledger: Ledger, seq: number): string | undefined =>
  ledger.prepare<[number], Head>('SELECT seq, hash FROM journal WHERE seq = ?').get(seq)?.hash;

export function lineHash(line: Omit<JournalLine, 'hash'>): string {
  return hash(
    'sha256',
    JSON.stringify([
      line.seq,
      line.happenedAt,
      line.recordedAt,
      line.operatorId,
      line.action,
      line.subject,
      line.changes,
      line.tables,
      line.previous,
    ]),
  );
}

export type NewLine = Pick<
  JournalLine,
  'happenedAt' | 'recordedAt' | 'operatorId' | 'action' | 'subject'
> & { changes: Record<string, unknown> };

/** Writes the next line with the digests of all rows written since the line before. */
export function append(ledger: Ledger, line: NewLine): void {
  const kept = ledger.prepare<[string], TableDigest>(
    'SELECT row_count AS rows, sum FROM digests WHERE table_name = ?',
  );
  const tables = ledger.watch.settle((table) => kept.get(table) ?? EMPTY_DIGEST);
  writeLine(ledger, line, tables);
}

/** Writes the next line; `tables` are the digests of the tables it touched. */
export function writeLine(
  ledger: Ledger,
  line: NewLine,
  tables: Readonly<Record<string, TableDigest>>,
): void {
  const keep = ledger.prepare(
    `INSERT INTO digests (table_name, row_count, sum) VALUES (?, ?, ?)
     ON CONFLICT (table_name) DO UPDATE SET row_count = excluded.row_count, sum = excluded.sum`,
  );
  for (const [table, { rows, sum }] of Object.entries(tables)) keep.run(table, rows, sum);

  const before = head(ledger);
  const next = {
    seq: before.seq + 1,
    happenedAt: line.happenedAt,
    recordedAt: line.recordedAt,
    operatorId: line.operatorId,
    action: line.action,
    subject: line.subject,
    changes: JSON.stringify(line.changes),
    tables: JSON.stringify(tables),
    previous: before.hash,
  };
  ledger
    .prepare(
      `INSERT INTO journal (seq, happened_at, recorded_at, operator_id, action, subject, changes,
         tables, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(...Object.values(next), lineHash(next));
}
