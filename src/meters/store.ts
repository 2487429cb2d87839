import { notReversed } from '../ledger/charge-sql.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { where } from '../ledger/where.ts';
import type { Day } from '../lib/day.ts';
import type { Mark, Meter, Reading, ReadingStep, Reason } from './model.ts';

const COLUMNS = `r.id, r.unit_id AS unitId, r.meter, r.read_on AS readOn,
  r.reading_thousandths AS readingThousandths, r.carry_thousandths AS carryThousandths, r.reason,
  r.subject`;

export interface NewReading {
  unitId: number;
  meter: Meter;
  readOn: Day;
  readingThousandths: number;
  carryThousandths: number;
  reason: Reason | null;
}

export function insert(ledger: Ledger, made: NewReading): number {
  const { lastInsertRowid } = ledger
    .prepare(
      `INSERT INTO meter_readings (unit_id, meter, read_on, reading_thousandths, carry_thousandths,
         reason)
       VALUES (@unitId, @meter, @readOn, @readingThousandths, @carryThousandths, @reason)`,
    )
    .run(made);
  return Number(lastInsertRowid);
}

type Corrected = Pick<NewReading, 'readingThousandths' | 'carryThousandths' | 'reason'>;

export function correct(ledger: Ledger, id: number, to: Corrected): void {
  ledger
    .prepare(
      `UPDATE meter_readings SET reading_thousandths = ?, carry_thousandths = ?, reason = ?
       WHERE id = ?`,
    )
    .run(to.readingThousandths, to.carryThousandths, to.reason, id);
}

export interface Filter {
  unitIds?: readonly number[] | undefined;
  meter?: Meter | undefined;
  /** Read on this day or later, or earlier. */
  from?: Day | undefined;
  until?: Day | undefined;
}

const asked = ({ unitIds, meter, from, until }: Filter) =>
  where(
    unitIds && ['r.unit_id IN (SELECT value FROM json_each(?))', JSON.stringify(unitIds)],
    meter && ['r.meter = ?', meter],
    from === undefined ? undefined : ['r.read_on >= ?', from],
    until === undefined ? undefined : ['r.read_on <= ?', until],
  );

/** Unit by unit, meter by meter, in the order in which they were read. */
export function list(ledger: Ledger, filter: Filter): Reading[] {
  const { sql, values } = asked(filter);
  return ledger
    .prepare<unknown[], Reading>(
      `SELECT ${COLUMNS} FROM meter_readings AS r ${sql}
       ORDER BY r.unit_id, r.meter, r.read_on, r.id`,
    )
    .all(...values);
}

type Marked = [Mark['id'], number, Day, number, number, string | null];

/** As `list`, one by one and only what usage hangs on: there may be a million of them. */
export function* marks(ledger: Ledger, filter: Filter): Generator<Mark> {
  const { sql, values } = asked(filter);
  const rows = ledger.db
    .prepare<unknown[], Marked>(
      `SELECT r.id, r.unit_id, r.read_on, r.reading_thousandths, r.carry_thousandths, r.subject
       FROM meter_readings AS r ${sql} ORDER BY r.unit_id, r.meter, r.read_on, r.id`,
    )
    .raw()
    .iterate(...values);
  for (const [id, unitId, readOn, readingThousandths, carryThousandths, subject] of rows) {
    yield { id, unitId, readOn, readingThousandths, carryThousandths, subject };
  }
}

/** In the order of the units, each with the reading before it, which may lie outside of what is asked for. */
export function steps(ledger: Ledger, filter: Filter): ReadingStep[] {
  const { sql, values } = asked(filter);
  return ledger
    .prepare<unknown[], ReadingStep>(
      `SELECT ${COLUMNS}, u.code AS unit, p.id AS previousId, p.read_on AS previousOn,
         r.reading_thousandths - p.reading_thousandths + r.carry_thousandths AS usageThousandths
       FROM meter_readings AS r
       JOIN units AS u ON u.id = r.unit_id
       LEFT JOIN meter_readings AS p ON p.id = (
         SELECT b.id FROM meter_readings AS b
         WHERE b.unit_id = r.unit_id AND b.meter = r.meter AND b.read_on <= r.read_on
           AND (b.read_on < r.read_on OR b.id < r.id)
         ORDER BY b.read_on DESC, b.id DESC LIMIT 1)
       ${sql} ORDER BY u.sort_key, r.meter, r.read_on, r.id`,
    )
    .all(...values);
}

/** A charge between two readings that was not reversed. */
export interface Billed {
  unitId: number;
  fromReadingId: number;
  toReadingId: number;
}

/** What a tariff has billed by meter, of these units or all. */
export function billedBy(ledger: Ledger, tariff: string, unitIds?: readonly number[]): Billed[] {
  const { sql, values } = where(
    ['c.tariff = ?', tariff],
    ['c.to_reading_id IS NOT NULL'],
    unitIds && ['c.unit_id IN (SELECT value FROM json_each(?))', JSON.stringify(unitIds)],
    [notReversed('c')],
  );
  return ledger
    .prepare<unknown[], Billed>(
      `SELECT c.unit_id AS unitId, c.from_reading_id AS fromReadingId,
         c.to_reading_id AS toReadingId
       FROM charges AS c ${sql}`,
    )
    .all(...values);
}

/** The charges of a unit that stand between readings of this meter, whichever the tariff. */
export function billedOf(
  ledger: Ledger,
  unitId: number,
  meter: Meter,
): (Billed & { id: number })[] {
  return ledger
    .prepare<[number, Meter], Billed & { id: number }>(
      `SELECT c.id, c.unit_id AS unitId, c.from_reading_id AS fromReadingId,
         c.to_reading_id AS toReadingId
       FROM charges AS c JOIN meter_readings AS r ON r.id = c.to_reading_id
       WHERE c.unit_id = ? AND r.meter = ? AND ${notReversed('c')} ORDER BY c.id`,
    )
    .all(unitId, meter);
}
