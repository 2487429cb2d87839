import type { Ledger } from '../ledger/ledger.ts';
import { where } from '../ledger/where.ts';
import type { Moment } from '../lib/moment.ts';
import type { FoundViolation } from './model.ts';

export interface NewViolation {
  code: string;
  note: string | null;
  foundAt: Moment;
  foundById: number;
  stoppedAt: Moment;
  fixBy: Moment;
}

/** Writes the next violation of a renovation and gives its part. */
export function insertViolation(ledger: Ledger, no: string, made: NewViolation): number {
  const { lastInsertRowid } = ledger
    .prepare(
      `INSERT INTO renovation_violations (renovation_id, part, code, note, found_at, found_by,
         stopped_at, fix_by)
       SELECT r.id,
         (SELECT coalesce(max(v.part), 0) + 1 FROM renovation_violations AS v
          WHERE v.renovation_id = r.id),
         @code, @note, @foundAt, @foundById, @stoppedAt, @fixBy
       FROM renovations AS r WHERE r.no = @no`,
    )
    .run({ ...made, no });
  const row = ledger
    .prepare<[number | bigint], { part: number }>(
      'SELECT part FROM renovation_violations WHERE id = ?',
    )
    .get(lastInsertRowid);
  return (row as { part: number }).part;
}

const ONE = `(SELECT v.id FROM renovation_violations AS v
  JOIN renovations AS r ON r.id = v.renovation_id WHERE r.no = @no AND v.part = @part)`;

interface Taken {
  measures: readonly string[];
  takenAt: Moment;
  takenById: number;
}

/** What was done about one, in its order. */
export function insertMeasures(
  ledger: Ledger,
  no: string,
  part: number,
  { measures, takenAt, takenById }: Taken,
): void {
  const add = ledger.prepare(
    `INSERT INTO violation_measures (violation_id, measure, taken_at, taken_by)
     VALUES (${ONE}, @measure, @takenAt, @takenById)`,
  );
  for (const measure of measures) add.run({ no, part, measure, takenAt, takenById });
}

const COLUMN_OF = {
  fixBy: 'fix_by',
  reportedAt: 'reported_at',
  reportedTo: 'reported_to',
  rectifiedAt: 'rectified_at',
  rectifiedById: 'rectified_by',
} as const;

/** Changes these fields of one, and no others. */
export function updateViolation(
  ledger: Ledger,
  no: string,
  part: number,
  change: Partial<Record<keyof typeof COLUMN_OF, string | number>>,
): void {
  const settings = (Object.keys(change) as (keyof typeof COLUMN_OF)[]).map(
    (field) => `${COLUMN_OF[field]} = @${field}`,
  );
  if (settings.length === 0) return;
  ledger
    .prepare(`UPDATE renovation_violations SET ${settings.join(', ')} WHERE id = ${ONE}`)
    .run({ ...change, no, part });
}

export interface Filter {
  no: string | undefined;
  open: boolean;
  building: string | undefined;
  /** Of the finding, both counted. */
  from: Moment | undefined;
  to: Moment | undefined;
}

/** Those of all renovations, in the order in which they were found. */
export function listFound(ledger: Ledger, filter: Filter): FoundViolation[] {
  const { no, open, building, from, to } = filter;
  const { sql, values } = where(
    no === undefined ? undefined : ['r.no = ?', no],
    open ? ['v.rectified_at IS NULL'] : undefined,
    building === undefined ? undefined : ['u.building = ?', building],
    from === undefined ? undefined : ['v.found_at >= ?', from],
    to === undefined ? undefined : ['v.found_at <= ?', to],
  );
  return ledger
    .prepare<unknown[], Omit<FoundViolation, 'measures'> & { measures: string }>(
      `SELECT r.no, u.code AS unit, v.part, v.code, v.note, v.found_at AS foundAt,
         s.name AS foundBy,
         (SELECT json_group_array(m.measure ORDER BY m.id) FROM violation_measures AS m
          WHERE m.violation_id = v.id) AS measures,
         v.stopped_at AS stoppedAt, v.fix_by AS fixBy, v.reported_at AS reportedAt,
         v.reported_to AS reportedTo, v.rectified_at AS rectifiedAt
       FROM renovation_violations AS v
       JOIN renovations AS r ON r.id = v.renovation_id
       JOIN units AS u ON u.id = r.unit_id
       JOIN staff AS s ON s.id = v.found_by
       ${sql} ORDER BY v.found_at, v.id`,
    )
    .all(...values)
    .map(({ measures, ...row }) => ({ ...row, measures: eachOnce(measures) }));
}

/** A measure may be taken again; it is named once. */
const eachOnce = (measures: string) => [
  ...new Set<FoundViolation['measures'][number]>(JSON.parse(measures)),
];
