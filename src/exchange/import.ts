import type { Ctx } from '../context.ts';
import { transact } from '../ledger/transact.ts';
import type { Plan } from '../registry/bulk.ts';
import type { Column, Fault, ImportRecord, Layout, Mapped } from './columns.ts';
import { mapTable } from './columns.ts';
import { type Header, recognises } from './header.ts';
import type { PreparedRejects } from './rejects.ts';
import { prepareRejects, rejectsCsv } from './rejects.ts';
import { readTable } from './table-file.ts';

type Columns = Readonly<Record<string, Column<unknown>>>;

/** What a file of one kind holds and where its rows go. */
export interface Import<C extends Columns, Row> {
  /** For the journal: `import.units`. */
  action: string;
  /** The record that its rows belong to, where there is one. */
  subject?: string;
  layout: Layout<C>;
  /** One record of the file as the registry takes it; the header tells which columns there are. */
  toRow(record: ImportRecord<C>, header: Header): Row;
  /** The column of the file that a field of the row came from. */
  columnOf: Readonly<Record<keyof Row & string, keyof C & string>>;
  plan(ctx: Ctx, rows: readonly Row[]): Plan<Row> & { sums?: Sums };
  /** The column without which the registry can say nothing of a row. */
  key: keyof C & string;
}

export interface ImportOptions {
  dryRun: boolean;
  /** Where the faulty rows go; without it a single fault keeps everything out. */
  rejects: string | undefined;
}

/** What a list of money says in all, and what was made of it, in fen. */
export type Sums = Readonly<Record<string, number>>;

export interface ImportResult {
  rows: number;
  added: number;
  changed: number;
  unchanged: number;
  rejected: number;
  faults: readonly Fault[];
  dryRun: boolean;
  stored: boolean;
  rejects: string | null;
  /** Titles of the file that no column wants. */
  ignoredColumns: readonly string[];
  /** Of lists of money alone. */
  sums?: Sums;
}

/**
 * Reads a file and brings it into the ledger in one transaction, or says all that is wrong with it.
 * The file of rejects gets its name when the good rows are stored for sure: not for a transaction
 * around this one.
 */
export async function importFile<C extends Columns, Row>(
  ctx: Ctx,
  file: string,
  spec: Import<C, Row>,
  options: ImportOptions,
): Promise<ImportResult> {
  const table = await readTable(file, recognises(spec.layout));
  const mapped = mapTable(table, spec.layout);
  let rejected: PreparedRejects | undefined;

  const bringIn = (): ImportResult => {
    const { plan, faults: refused } = planOf(ctx, spec, mapped, mapped.records);
    const faults = [...mapped.faults, ...moreFaults(ctx, spec, mapped), ...refused].sort(
      inOrderOf(mapped.header),
    );
    const stored = !options.dryRun && (faults.length === 0 || options.rejects !== undefined);
    const rejects = stored && faults.length > 0 ? (options.rejects ?? null) : null;
    if (rejects) {
      rejected = prepareRejects(rejects, rejectsCsv(table, mapped.header, faults, ctx.lang));
    }
    if (stored) plan.write(ctx.progress);
    const counts = stored || options.dryRun ? plan : { added: 0, changed: 0 };
    return {
      rows: mapped.rows,
      added: counts.added,
      changed: counts.changed,
      unchanged: plan.unchanged,
      rejected: new Set(faults.map((fault) => fault.line)).size,
      faults,
      dryRun: options.dryRun,
      stored,
      rejects,
      ignoredColumns: mapped.ignoredColumns,
      ...(plan.sums && { sums: plan.sums }),
    };
  };

  if (options.dryRun) return bringIn();
  try {
    const result = transact(ctx, spec.action, (entry) => {
      const done = bringIn();
      entry.subject = spec.subject ?? null;
      entry.changes = { added: done.added, changed: done.changed, ...done.sums };
      return done;
    });
    rejected?.place();
    return result;
  } finally {
    rejected?.discard();
  }
}

/** Faults as a person goes through the file: line by line, from left to right. */
export const inOrderOf =
  ({ cells }: Header) =>
  (a: Fault, b: Fault) =>
    a.line - b.line || cells.indexOf(a.column) - cells.indexOf(b.column);

/** What the registry would do with these records, and its faults as the file names them. */
function planOf<C extends Columns, Row>(
  ctx: Ctx,
  spec: Import<C, Row>,
  mapped: Mapped<C>,
  records: readonly ImportRecord<C>[],
) {
  const byRow = new Map(records.map((record) => [spec.toRow(record, mapped.header), record]));
  const plan = spec.plan(ctx, [...byRow.keys()]);
  const faults = plan.faults.flatMap(({ row, field, error }) => {
    const record = byRow.get(row);
    return record ? [mapped.faultOf(record, spec.columnOf[field], error)] : [];
  });
  return { plan, faults };
}

/**
 * What else is wrong with rows that have a fault already, so that all are mended in one go: only in
 * columns that could be read, and not against other rows, of which these may yet change.
 */
function moreFaults<C extends Columns, Row>(ctx: Ctx, spec: Import<C, Row>, mapped: Mapped<C>) {
  const known = mapped.partial.filter(({ values }) => values[spec.key] !== undefined);
  if (known.length === 0) return [];
  const told = new Set(mapped.faults.map(({ line, column }) => `${line} ${column}`));
  return planOf(ctx, spec, mapped, known).faults.filter(
    ({ line, column, code }) => code !== 'twice_in_file' && !told.has(`${line} ${column}`),
  );
}

/** A column whose text becomes one of a set of keys by any of its names. */
export function oneOf<K extends string>(
  names: Readonly<Record<K, readonly string[]>>,
  unknown: (text: string) => never,
): (text: string) => K {
  const keys = Object.entries<readonly string[]>(names) as [K, readonly string[]][];
  return (text) => {
    const wanted = text.toLowerCase();
    return keys.find(([, some]) => some.includes(wanted))?.[0] ?? unknown(text);
  };
}
