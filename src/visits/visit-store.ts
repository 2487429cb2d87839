import type { Ledger } from '../ledger/ledger.ts';
import { where } from '../ledger/where.ts';
import type { Moment } from '../lib/moment.ts';
import type { Outcome, Visit } from './model.ts';

const SELECT = `SELECT v.no, u.code AS unit, v.subject, s.month AS sample, v.reason, v.way, v.result,
    v.opinion, v.needs, v.handling, v.led_to AS ledTo, v.visited_at AS visitedAt,
    w.name AS visitedBy
  FROM visits AS v
  JOIN staff AS w ON w.id = v.visited_by
  LEFT JOIN units AS u ON u.id = v.unit_id
  LEFT JOIN samples AS s ON s.id = v.sample_id`;

export interface NewVisit extends Omit<Visit, 'unit' | 'place' | 'sample' | 'visitedBy'> {
  unitId: number | null;
  sampleId: number | null;
  visitedById: number;
}

export function insert(ledger: Ledger, it: NewVisit): void {
  ledger
    .prepare(
      `INSERT INTO visits (no, unit_id, subject, sample_id, reason, way, result, opinion, needs,
         handling, led_to, visited_at, visited_by)
       VALUES (@no, @unitId, @subject, @sampleId, @reason, @way, @result, @opinion, @needs,
         @handling, @ledTo, @visitedAt, @visitedById)`,
    )
    .run(it);
}

export const byNumber = (ledger: Ledger, no: string): Visit | undefined =>
  withPlaces(ledger, ledger.prepare<[string], Row>(`${SELECT} WHERE v.no = ?`).all(no))[0];

export interface Filter {
  unitId: number | null;
  from: Moment | null;
  to: Moment | null;
  result: Outcome | null;
}

/** Oldest first. */
export function list(ledger: Ledger, { unitId, from, to, result }: Filter): Visit[] {
  const chosen = where(
    unitId === null ? undefined : ['v.unit_id = ?', unitId],
    from === null ? undefined : ['v.visited_at >= ?', from],
    to === null ? undefined : ['v.visited_at <= ?', to],
    result === null ? undefined : ['v.result = ?', result],
  );
  const rows = ledger
    .prepare<unknown[], Row>(`${SELECT} ${chosen.sql} ORDER BY v.visited_at, v.id`)
    .all(...chosen.values);
  return withPlaces(ledger, rows);
}

type Row = Omit<Visit, 'place'>;

/** What is in no unit has the place of the case it follows up. */
function withPlaces(ledger: Ledger, rows: readonly Row[]): Visit[] {
  const subjects = rows.filter(({ unit }) => unit === null).map(({ subject }) => subject);
  // Apart from the first statement: joined to the view, SQLite would read every record there is.
  const places = ledger
    .prepare<[string], { no: string; place: string | null }>(
      'SELECT no, place FROM subjects WHERE no IN (SELECT value FROM json_each(?))',
    )
    .all(JSON.stringify(subjects));
  const placeOf = new Map(places.map(({ no, place }) => [no, place]));
  return rows.map((row) => ({
    ...row,
    place: row.unit === null ? (placeOf.get(row.subject ?? '') ?? null) : null,
  }));
}

/** When nobody answered, for each of these cases. */
export function triesOf(
  ledger: Ledger,
  subjects: readonly string[],
): { subject: string; at: Moment }[] {
  return ledger
    .prepare<[string], { subject: string; at: Moment }>(
      `SELECT subject, visited_at AS at FROM visits
       WHERE subject IN (SELECT value FROM json_each(?)) AND result = 'no-answer'`,
    )
    .all(JSON.stringify(subjects));
}
