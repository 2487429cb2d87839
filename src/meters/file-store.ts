import type { Ledger } from '../ledger/ledger.ts';
import type { Day } from '../lib/day.ts';
import type { FileReading, Meter } from './model.ts';

export interface FileOf {
  no: string;
  unitId: number;
}

/** In the order in which they were recorded, by the number of their file. */
export function ofFiles(
  ledger: Ledger,
  nos: readonly string[],
): ReadonlyMap<string, FileReading[]> {
  const rows = ledger
    .prepare<[string], FileReading & { no: string }>(
      `SELECT r.subject AS no, r.meter, r.reading_thousandths AS readingThousandths,
         r.read_on AS readOn, r.confirmed_by AS confirmedBy
       FROM json_each(?) AS wanted JOIN meter_readings AS r ON r.subject = wanted.value
       ORDER BY r.id`,
    )
    .all(JSON.stringify(nos));
  const byFile = new Map<string, FileReading[]>(nos.map((no) => [no, []]));
  for (const { no, ...reading } of rows) byFile.get(no)?.push(reading);
  return byFile;
}

/** One reading of each meter a file: a correction takes the place of the first. */
export function put(ledger: Ledger, { no, unitId }: FileOf, reading: FileReading): void {
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
export function before(
  ledger: Ledger,
  { no, unitId }: FileOf,
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

export function strike(ledger: Ledger, no: string, meters: readonly string[]): void {
  ledger
    .prepare(
      `DELETE FROM meter_readings WHERE subject = ?
         AND meter IN (SELECT value FROM json_each(?))`,
    )
    .run(no, JSON.stringify(meters));
}

/** A charge that names a reading of a file, standing or reversed; only standing ones if so asked. */
export function chargeOn(
  ledger: Ledger,
  no: string,
  meter: string,
  { standing }: { standing: boolean },
): number | undefined {
  return ledger
    .prepare<[string, string, number], { id: number }>(
      `SELECT c.id FROM meter_readings AS r
       JOIN charges AS c ON c.unit_id = r.unit_id AND r.id IN (c.from_reading_id, c.to_reading_id)
       WHERE r.subject = ? AND r.meter = ? AND NOT (? AND EXISTS (SELECT 1 FROM settlements AS s
         WHERE s.charge_id = c.id AND s.kind = 'reversal'))
       ORDER BY c.id LIMIT 1`,
    )
    .get(no, meter, Number(standing))?.id;
}
