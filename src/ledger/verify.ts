import type { Database } from 'better-sqlite3';
import type { Moment } from '../lib/moment.ts';
import { digestAll, EMPTY_DIGEST, type TableDigest } from './digest.ts';
import { type Head, JOURNAL_COLUMNS, type JournalLine, lineHash, NO_LINE } from './journal.ts';

/** What an earlier ledger was when another took its place. Null where it could not be read. */
export interface Replacement {
  /** The line that tells of it. */
  seq: number;
  recordedAt: Moment;
  replacedSeq: number | null;
  replacedHash: string | null;
}

/** The journal as it proves itself, line by line. */
export interface Chain {
  head: Head;
  recordedAt: Moment | null;
  /** The first line that does not follow from the one before. */
  brokenAt: number | null;
  /** What the newest line that touched a table says of it. */
  tables: ReadonlyMap<string, TableDigest>;
  replacements: readonly Replacement[];
  /** Tables that had been changed behind wy's back when the ledger was upgraded. */
  unproven: readonly string[];
}

/** Streams the journal once and recomputes every hash. */
export function readChain(db: Database): Chain {
  const lines = db.prepare<[], JournalLine>(`SELECT ${JOURNAL_COLUMNS} FROM journal ORDER BY seq`);
  const tables = new Map<string, TableDigest>();
  const replacements: Replacement[] = [];
  const unproven = new Set<string>();
  let brokenAt: number | null = null;
  let before = NO_LINE;
  let recordedAt: Moment | null = null;
  for (const line of lines.iterate()) {
    const fits =
      line.seq === before.seq + 1 && line.previous === before.hash && line.hash === lineHash(line);
    if (!fits) brokenAt ??= line.seq;
    if (line.action === 'ledger.upgrade') {
      // An upgrade proves all tables anew; those it did away with are no longer asked for.
      tables.clear();
      for (const table of read<{ unproven?: string[] }>(line.changes).unproven ?? []) {
        unproven.add(table);
      }
    }
    if (line.action === 'ledger.restore') replacements.push(...replacementsOf(line));
    for (const [table, digest] of Object.entries(read<Digests>(line.tables))) {
      if (digest) tables.set(table, digest);
    }
    before = { seq: line.seq, hash: line.hash };
    recordedAt = line.recordedAt;
  }
  return { head: before, recordedAt, brokenAt, tables, replacements, unproven: [...unproven] };
}

type Digests = Record<string, TableDigest>;

/** A line whose JSON was damaged does not fit the chain either, which is told there. */
function read<T extends object>(json: string): Partial<T> {
  try {
    return (JSON.parse(json) ?? {}) as Partial<T>;
  } catch {
    return {};
  }
}

type Told = Pick<JournalLine, 'seq' | 'recordedAt' | 'changes'>;

function replacementsOf(line: Told): Replacement[] {
  const {
    replacedSeq = null,
    replacedHash = null,
    earlier = [],
  } = read<Replacement & { earlier: Replacement[] }>(line.changes);
  return [...earlier, { seq: line.seq, recordedAt: line.recordedAt, replacedSeq, replacedHash }];
}

/** All ledgers that have ever been replaced on the way to this one. */
export function readReplacements(db: Database): Replacement[] {
  return db
    .prepare<[], Told>(
      `SELECT seq, recorded_at AS recordedAt, changes FROM journal
       WHERE action = 'ledger.restore' ORDER BY seq`,
    )
    .all()
    .flatMap(replacementsOf);
}

/** A table whose rows are not those the journal vouches for. */
export interface Difference {
  table: string;
  /** How many rows there are more than there should be; less than 0: fewer. */
  rows: number;
}

/** Streams every table once and compares it with the chain; a table no line mentions is empty. */
export function differences(db: Database, chain: Pick<Chain, 'tables'>): Difference[] {
  const present = digestAll(db);
  const names = [...new Set([...Object.keys(present), ...chain.tables.keys()])].sort();
  return names.flatMap((table) => {
    const should = chain.tables.get(table) ?? EMPTY_DIGEST;
    const is = present[table] ?? { rows: 0, sum: '' };
    if (is.rows === should.rows && is.sum === should.sum) return [];
    return [{ table, rows: is.rows - should.rows }];
  });
}

/** Tables for which the notes of the next line are not what the chain says. */
export function falseNotes(db: Database, chain: Pick<Chain, 'tables'>): string[] {
  const notes = db
    .prepare<[], TableDigest & { name: string }>(
      'SELECT table_name AS name, row_count AS rows, sum FROM digests',
    )
    .all();
  const noted = new Map(notes.map((note) => [note.name, note]));
  return [...new Set([...noted.keys(), ...chain.tables.keys()])].sort().filter((table) => {
    const [is, should] = [noted.get(table), chain.tables.get(table)];
    return is?.rows !== should?.rows || is?.sum !== should?.sum;
  });
}

/** What SQLite finds wrong in the pages, indexes and constraints of the file. */
export function integrityFaults(db: Database): string[] {
  const found = db.prepare<[], string>('PRAGMA integrity_check').pluck().all();
  const lines = found.flatMap((each) => each.split('\n'));
  return lines.filter((line) => line !== 'ok' && !line.startsWith('*** in database'));
}

/** Tables with rows that point to rows that are not there, and how many. */
export function foreignKeyFaults(db: Database): { table: string; rows: number }[] {
  return db
    .prepare<[], { table: string; rows: number }>(
      'SELECT "table", count(*) AS rows FROM pragma_foreign_key_check GROUP BY 1 ORDER BY 1',
    )
    .all();
}
