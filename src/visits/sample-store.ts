import type { Ledger } from '../ledger/ledger.ts';
import type { Month } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import { callbacksIn } from './callback-store.ts';
import type { Candidate, Drawable, Sample, SampleUnit } from './model.ts';

export const ofMonth = (ledger: Ledger, month: Month): Sample | undefined =>
  ledger
    .prepare<[Month], Sample>(
      'SELECT id, month, seed, drawn_at AS drawnAt FROM samples WHERE month = ?',
    )
    .get(month);

export function insert(
  ledger: Ledger,
  made: Omit<Sample, 'id'> & { drawnById: number; units: readonly string[] },
): void {
  const { lastInsertRowid } = ledger
    .prepare('INSERT INTO samples (month, seed, drawn_at, drawn_by) VALUES (?, ?, ?, ?)')
    .run(made.month, made.seed, made.drawnAt, made.drawnById);
  ledger
    .prepare(
      `INSERT INTO sample_units (sample_id, unit_id)
       SELECT ?, id FROM units WHERE code IN (SELECT value FROM json_each(?)) ORDER BY sort_key`,
    )
    .run(lastInsertRowid, JSON.stringify(made.units));
}

/** Its households in the order of their units, each with the visit that reached it, if by then. */
export const unitsOf = (ledger: Ledger, sampleId: number, by: Moment | null): SampleUnit[] =>
  ledger
    .prepare<[object], SampleUnit>(
      `SELECT u.code AS unit, u.building, v.no AS visit, v.result, v.visited_at AS visitedAt,
         (SELECT count(*) FROM visits AS t WHERE t.sample_id = su.sample_id
            AND t.unit_id = su.unit_id AND t.result = 'no-answer'
            AND (@by IS NULL OR t.visited_at <= @by)) AS tries
       FROM sample_units AS su
       JOIN units AS u ON u.id = su.unit_id
       LEFT JOIN visits AS v ON v.sample_id = su.sample_id AND v.unit_id = su.unit_id
         AND v.result <> 'no-answer' AND (@by IS NULL OR v.visited_at <= @by)
       WHERE su.sample_id = @sampleId
       ORDER BY u.sort_key`,
    )
    .all({ sampleId, by });

/** The sample of a month for which this household was drawn by now and not reached yet. */
export const awaiting = (
  ledger: Ledger,
  asked: { unitId: number; month: Month; now: Moment },
): Sample | undefined =>
  ledger
    .prepare<[object], Sample>(
      `SELECT s.id, s.month, s.seed, s.drawn_at AS drawnAt
       FROM samples AS s JOIN sample_units AS su ON su.sample_id = s.id
       WHERE s.month = @month AND s.drawn_at <= @now AND su.unit_id = @unitId AND NOT EXISTS (
         SELECT 1 FROM visits AS v WHERE v.sample_id = s.id AND v.unit_id = su.unit_id
           AND v.result <> 'no-answer')`,
    )
    .get(asked);

interface Drawing {
  /** Their ids. */
  households: readonly number[];
  /** The months before and after, whose households are drawn again only to fill up. */
  besides: readonly Month[];
  /** The month that is drawn for. */
  from: Moment;
  to: Moment;
}

/** Which of these are in the samples beside it, and which were reached that month for another reason. */
export function candidates(
  ledger: Ledger,
  { households, besides, from, to }: Drawing,
): Candidate[] {
  const called = callbacksIn(ledger, { from, to });
  // Apart from the first statement: joined to the view, SQLite would read every record there is.
  return ledger
    .prepare<[object], Drawable & { isDrawn: 0 | 1; isReached: 0 | 1 }>(
      `SELECT u.code AS unit, u.building,
         u.id IN (SELECT su.unit_id FROM sample_units AS su
           JOIN samples AS s ON s.id = su.sample_id
           WHERE s.month IN (SELECT value FROM json_each(@besides))) AS isDrawn,
         u.id IN (SELECT v.unit_id FROM visits AS v WHERE v.visited_at >= @from
             AND v.visited_at <= @to AND v.result <> 'no-answer' AND v.unit_id IS NOT NULL
           UNION SELECT unit_id FROM subjects WHERE unit_id IS NOT NULL
             AND no IN (SELECT value FROM json_each(@called))) AS isReached
       FROM units AS u WHERE u.id IN (SELECT value FROM json_each(@households))`,
    )
    .all({
      households: JSON.stringify(households),
      besides: JSON.stringify(besides),
      from,
      to,
      called: JSON.stringify(called.map(({ subject }) => subject)),
    })
    .map((row) => ({
      ...row,
      isDrawn: row.isDrawn === 1,
      isReached: row.isReached === 1,
    }));
}
