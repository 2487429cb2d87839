import type { Ctx } from '../context.ts';
import { transact } from '../ledger/transact.ts';
import type { WyError } from '../lib/errors.ts';
import type { Column, Fault, ImportRecord, Layout, RowReader } from './columns.ts';
import { rowReader } from './columns.ts';
import { findHeader, type Header, recognises, SEARCHED_ROWS } from './header.ts';
import { type ImportOptions, type ImportResult, inOrderOf, type Sums } from './import.ts';
import type { Row, TableStream } from './model.ts';
import { type PreparedRejects, prepareRejects, rejectsCsv } from './rejects.ts';
import { streamTable } from './table-file.ts';

type Columns = Readonly<Record<string, Column<unknown>>>;

/** What takes the rows one by one, and what came of them. */
interface Intake<C extends Columns> {
  /** Gives why a row cannot be taken, and in which column. */
  take(record: ImportRecord<C>): { key: keyof C & string; error: WyError } | undefined;
  counts(): { added: number; unchanged: number; sums: Sums };
}

/** An import of files too long to be held as values. */
export interface StreamedImport<C extends Columns> {
  /** For the journal: `import.charges`. */
  action: string;
  layout: Layout<C>;
  /** Where nothing is to be stored it only counts (`isDry`). */
  begin(options: { isDry: boolean }): Intake<C>;
}

/** Ends a transaction that is not to be kept. */
class Undone extends Error {
  readonly result: ImportResult;

  constructor(result: ImportResult) {
    super('nothing is kept of this import');
    this.result = result;
  }
}

/**
 * As `importFile`, row by row: what is read is written at once, and undone where a fault keeps
 * everything out. Of the file only its text and its faulty rows are held.
 */
export async function importStream<C extends Columns>(
  ctx: Ctx,
  file: string,
  spec: StreamedImport<C>,
  options: ImportOptions,
): Promise<ImportResult> {
  const stream = await streamTable(file, recognises(spec.layout));
  if (options.dryRun) return bringIn(ctx, stream, spec, options).result;
  let rejected: PreparedRejects | undefined;
  try {
    const result = transact(ctx, spec.action, (entry) => {
      const done = bringIn(ctx, stream, spec, options);
      if (!done.result.stored) throw new Undone(done.result);
      rejected = done.rejected;
      const { added, sums } = done.result;
      entry.changes = { added, ...sums };
      return done.result;
    });
    rejected?.place();
    return result;
  } catch (error) {
    if (error instanceof Undone) return error.result;
    throw error;
  } finally {
    rejected?.discard();
  }
}

function bringIn<C extends Columns>(
  ctx: Ctx,
  stream: TableStream,
  spec: StreamedImport<C>,
  { dryRun, rejects }: ImportOptions,
): { result: ImportResult; rejected: PreparedRejects | undefined } {
  const { header, batches } = openTable(stream, spec.layout);
  const reader = rowReader(header, spec.layout, { wholeRows: stream.sheet === undefined });
  const faults: Fault[] = [];
  const faulty: Row[] = [];
  let rows = 0;
  const intake = spec.begin({ isDry: dryRun });
  for (const batch of batches) {
    for (const row of batch) {
      const found = faultsOf(reader, row, intake);
      if (!found) continue;
      rows += 1;
      if (found.length === 0) continue;
      faults.push(...found);
      faulty.push(row);
    }
  }
  faults.sort(inOrderOf(header));
  const stored = !dryRun && (faults.length === 0 || rejects !== undefined);
  const isRejecting = stored && faults.length > 0 && rejects !== undefined;
  const rejected = isRejecting
    ? prepareRejects(rejects, rejectsCsv({ rows: faulty }, header, faults, ctx.lang))
    : undefined;
  const { added, unchanged, sums } = intake.counts();
  return {
    rejected,
    result: {
      rows,
      added: stored || dryRun ? added : 0,
      changed: 0,
      unchanged,
      rejected: faulty.length,
      faults,
      dryRun,
      stored,
      rejects: isRejecting ? rejects : null,
      ignoredColumns: header.ignoredColumns,
      sums,
    },
  };
}

/** Undefined for what is no data. */
function faultsOf<C extends Columns>(
  reader: RowReader<C>,
  row: Row,
  intake: Intake<C>,
): readonly Fault[] | undefined {
  const read = reader.read(row);
  if (!read || read.faults.length > 0) return read?.faults;
  const record = { line: row.line, values: read.values, row };
  const no = intake.take(record);
  return no ? [reader.faultOf(record, no.key, no.error)] : NONE;
}

const NONE: readonly Fault[] = [];

/** The header, for which the first rows are held together, and the data behind it. */
function openTable(
  { batches, ...table }: TableStream,
  layout: Layout<Columns>,
): { header: Header; batches: Iterable<readonly Row[]> } {
  const source = batches[Symbol.iterator]();
  const head: Row[] = [];
  for (let next = source.next(); !next.done; next = source.next()) {
    for (const row of next.value) head.push(row);
    if (head.length > SEARCHED_ROWS) break;
  }
  const header = findHeader({ ...table, rows: head }, layout);
  return {
    header,
    batches: {
      *[Symbol.iterator]() {
        yield head.slice(header.dataFrom);
        for (let next = source.next(); !next.done; next = source.next()) yield next.value;
      },
    },
  };
}
