import type { Ledger } from '../ledger/ledger.ts';
import { updateByNumber } from '../ledger/update.ts';
import { where } from '../ledger/where.ts';
import type { Day } from '../lib/day.ts';
import type { Item, Kind, Meter, Move, Reading, State } from './model.ts';

type Row = Omit<Move, 'items' | 'readings'> & { id: number };

const SELECT = `SELECT m.id, m.no, m.kind, u.code AS unit, m.unit_id AS unitId,
    m.papers_case AS "case", m.attendee, m.person_id AS personId, p.name AS who, p.phone,
    m.previous_id AS previousId, m.leaving, m.effective_on AS effectiveOn, m.state,
    m.opened_at AS openedAt, o.name AS openedBy, m.inspected_at AS inspectedAt,
    i.name AS inspector, m.inspection_signed_by AS inspectionSignedBy, m.forwarding,
    m.completed_at AS completedAt, m.cancelled_at AS cancelledAt
  FROM moves AS m
  JOIN units AS u ON u.id = m.unit_id
  JOIN people AS p ON p.id = m.person_id
  JOIN staff AS o ON o.id = m.opened_by
  LEFT JOIN staff AS i ON i.id = m.inspector_id`;

export interface NewMove
  extends Pick<
    Move,
    | 'no'
    | 'kind'
    | 'unitId'
    | 'case'
    | 'attendee'
    | 'personId'
    | 'previousId'
    | 'leaving'
    | 'effectiveOn'
    | 'openedAt'
  > {
  openedById: number;
}

export function insert(ledger: Ledger, made: NewMove): void {
  ledger
    .prepare(
      `INSERT INTO moves (no, kind, unit_id, papers_case, attendee, person_id, previous_id, leaving,
         effective_on, state, opened_at, opened_by)
       VALUES (@no, @kind, @unitId, @case, @attendee, @personId, @previousId, @leaving,
         @effectiveOn, 'open', @openedAt, @openedById)`,
    )
    .run(made);
}

const COLUMN_OF = {
  state: 'state',
  attendee: 'attendee',
  effectiveOn: 'effective_on',
  inspectedAt: 'inspected_at',
  inspectorId: 'inspector_id',
  inspectionSignedBy: 'inspection_signed_by',
  forwarding: 'forwarding',
  completedAt: 'completed_at',
  cancelledAt: 'cancelled_at',
} as const;

export type Change = Partial<
  Pick<Move, Exclude<keyof typeof COLUMN_OF, 'inspectorId'>> & { inspectorId: number | null }
>;

export const update = (ledger: Ledger, no: string, change: Change): void =>
  updateByNumber(ledger, 'moves', COLUMN_OF, no, change);

export function addItem(ledger: Ledger, no: string, item: Item): void {
  ledger
    .prepare(
      `INSERT INTO move_items (move_id, kind, code, quantity, detail, signed_by, done_at)
       SELECT id, @kind, @code, @quantity, @detail, @signedBy, @at FROM moves WHERE no = @no`,
    )
    .run({ ...item, no });
}

/** Takes items and readings of these codes out of a file. */
export function strikeItems(ledger: Ledger, no: string, codes: readonly string[]): void {
  const struck = JSON.stringify(codes);
  ledger
    .prepare(
      `DELETE FROM move_items WHERE move_id = (SELECT id FROM moves WHERE no = ?)
         AND code IN (SELECT value FROM json_each(?))`,
    )
    .run(no, struck);
  ledger
    .prepare(
      `DELETE FROM meter_readings WHERE subject = ?
         AND meter IN (SELECT value FROM json_each(?))`,
    )
    .run(no, struck);
}

/** One reading of each meter a file: a correction takes the place of the first. */
export function putReading(
  ledger: Ledger,
  { no, unitId }: Pick<Move, 'no' | 'unitId'>,
  reading: Reading,
): void {
  ledger
    .prepare(
      `INSERT INTO meter_readings (unit_id, meter, read_on, reading_thousandths, subject,
         confirmed_by)
       VALUES (@unitId, @meter, @readOn, @readingThousandths, @no, @confirmedBy)
       ON CONFLICT (subject, meter) WHERE subject IS NOT NULL DO UPDATE SET
         read_on = excluded.read_on, reading_thousandths = excluded.reading_thousandths,
         confirmed_by = excluded.confirmed_by`,
    )
    .run({ ...reading, no, unitId });
}

/** The last reading of this meter of the unit up to a day, of another document than this one. */
export function readingBefore(
  ledger: Ledger,
  { no, unitId }: Pick<Move, 'no' | 'unitId'>,
  meter: Meter,
  on: Day,
): number | undefined {
  return ledger
    .prepare<[number, string, Day, string], { thousandths: number }>(
      `SELECT reading_thousandths AS thousandths FROM meter_readings
       WHERE unit_id = ? AND meter = ? AND read_on <= ? AND subject IS NOT ?
       ORDER BY read_on DESC, id DESC LIMIT 1`,
    )
    .get(unitId, meter, on, no)?.thousandths;
}

export function byNumber(ledger: Ledger, no: string): Move | undefined {
  return filled(ledger, ledger.prepare<[string], Row>(`${SELECT} WHERE m.no = ?`).all(no))[0];
}

export interface Filter {
  state?: State | undefined;
  kind?: Kind | undefined;
  unitId?: number | undefined;
}

/** Oldest first. */
export function list(ledger: Ledger, { state, kind, unitId }: Filter): Move[] {
  const asked = where(
    state && ['m.state = ?', state],
    kind && ['m.kind = ?', kind],
    unitId === undefined ? undefined : ['m.unit_id = ?', unitId],
  );
  return filled(
    ledger,
    ledger
      .prepare<unknown[], Row>(`${SELECT} ${asked.sql} ORDER BY m.opened_at, m.id`)
      .all(...asked.values),
  );
}

/** Adds to each file what stands in it. */
function filled(ledger: Ledger, rows: readonly Row[]): Move[] {
  const items = ledger.prepare<[number], Item>(
    `SELECT kind, code, quantity, detail, signed_by AS signedBy, done_at AS at
     FROM move_items WHERE move_id = ? ORDER BY id`,
  );
  const readings = ledger.prepare<[string], Reading>(
    `SELECT meter, reading_thousandths AS readingThousandths, read_on AS readOn,
       confirmed_by AS confirmedBy
     FROM meter_readings WHERE subject = ? ORDER BY id`,
  );
  return rows.map(({ id, ...row }) => ({
    ...row,
    items: items.all(id),
    readings: readings.all(row.no),
  }));
}
