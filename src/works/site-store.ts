import type { Ledger } from '../ledger/ledger.ts';
import { where } from '../ledger/where.ts';
import type { Day } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import type { NewOvertime, NewPass, NewPatrol, PassOut } from './model.ts';

const RENOVATION = '(SELECT id FROM renovations WHERE no = @no)';

export function insertPass(ledger: Ledger, no: string, made: NewPass): void {
  ledger
    .prepare(
      `INSERT INTO renovation_permits
         (renovation_id, part, worker, id_no, phone, photos, until_on, issued_at)
       VALUES (${RENOVATION}, @part, @worker, @idNo, @phone, @photos, @untilOn, @issuedAt)`,
    )
    .run({ ...made, no });
}

/** The last day of the works, and of the household's permit (part 0). */
export function extend(ledger: Ledger, no: string, untilOn: Day): void {
  ledger.prepare('UPDATE renovations SET until_on = ? WHERE no = ?').run(untilOn, no);
  setUntil(ledger, no, 0, untilOn);
}

/** The last day of a pass. */
export function setUntil(ledger: Ledger, no: string, part: number, untilOn: Day): void {
  ledger
    .prepare(
      `UPDATE renovation_permits SET until_on = @untilOn
       WHERE renovation_id = ${RENOVATION} AND part = @part`,
    )
    .run({ no, part, untilOn });
}

export function insertPatrol(ledger: Ledger, no: string, { ok, ...made }: NewPatrol): void {
  ledger
    .prepare(
      `INSERT INTO renovation_patrols (renovation_id, ok, note, patrolled_at, patrolled_by)
       VALUES (${RENOVATION}, @ok, @note, @at, @byId)`,
    )
    .run({ ...made, no, ok: Number(ok) });
}

export function insertOvertime(ledger: Ledger, no: string, made: NewOvertime): void {
  ledger
    .prepare(
      `INSERT INTO renovation_overtimes
         (renovation_id, from_at, until_at, reason, granted_at, granted_by, approved_by)
       VALUES (${RENOVATION}, @fromAt, @untilAt, @reason, @grantedAt, @grantedById, @approvedById)`,
    )
    .run({ ...made, no });
}

/** The workers' passes that were out at a moment, of works that were not accepted by then. */
export function passesOut(
  ledger: Ledger,
  { asOf, building }: { asOf: Moment; building: string | undefined },
): PassOut[] {
  const { sql, values } = where(
    ['p.part > ?', 0],
    ['p.issued_at <= ?', asOf],
    ['coalesce(p.fate_at > ?, 1)', asOf],
    ['coalesce(r.accepted_at > ?, 1)', asOf],
    building === undefined ? undefined : ['u.building = ?', building],
  );
  return ledger
    .prepare<unknown[], PassOut>(
      `SELECT r.no, p.part, u.code AS unit, p.worker AS name, p.id_no AS idNo, p.phone,
         r.contractor, p.until_on AS untilOn
       FROM renovation_permits AS p
       JOIN renovations AS r ON r.id = p.renovation_id
       JOIN units AS u ON u.id = r.unit_id
       ${sql} ORDER BY r.id, p.part`,
    )
    .all(...values);
}
