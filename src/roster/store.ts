import type { Ledger } from '../ledger/ledger.ts';
import { where } from '../ledger/where.ts';
import type { Day } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import type { Turn } from './model.ts';

const SELECT = `SELECT t.id, t.day, t.shift, t.staff_id AS staffId, s.name AS staff, s.roles,
    s.retired_on AS retiredOn, t.from_at AS fromAt, t.until_at AS untilAt, t.planned_at AS plannedAt,
    f.name AS insteadOf, t.dropped_at AS droppedAt, t.reason,
    a.came_at AS cameAt, a.left_at AS leftAt, a.absence, a.note, a.id IS NOT NULL AS isRecorded
  FROM roster_turns AS t
  JOIN staff AS s ON s.id = t.staff_id
  LEFT JOIN roster_turns AS i ON i.id = t.instead_of
  LEFT JOIN staff AS f ON f.id = i.staff_id
  LEFT JOIN attendances AS a ON a.turn_id = t.id`;

type Row = Omit<Turn, 'roles' | 'isRecorded'> & { roles: string; isRecorded: number };

const toTurn = (row: Row): Turn => ({
  ...row,
  roles: JSON.parse(row.roles),
  isRecorded: row.isRecorded === 1,
});

export interface Filter {
  fromOn: Day;
  untilOn: Day;
  staffId?: number | undefined;
  shift?: string | undefined;
  /** Also those that were taken off the plan. */
  dropped?: boolean | undefined;
}

/** By the day and the hour, those of one shift by the name of the staff's order. */
export function list(ledger: Ledger, { fromOn, untilOn, staffId, shift, dropped }: Filter): Turn[] {
  const { sql, values } = where(
    ['t.day BETWEEN ? AND ?', fromOn, untilOn],
    staffId === undefined ? undefined : ['t.staff_id = ?', staffId],
    shift === undefined ? undefined : ['t.shift = ?', shift],
    dropped ? undefined : ['t.dropped_at IS NULL'],
  );
  return ledger
    .prepare<unknown[], Row>(
      `${SELECT} ${sql} ORDER BY t.day, t.from_at, t.shift, t.staff_id, t.id`,
    )
    .all(...values)
    .map(toTurn);
}

export function byId(ledger: Ledger, id: number): Turn | undefined {
  const row = ledger.prepare<[number], Row>(`${SELECT} WHERE t.id = ?`).get(id);
  return row && toTurn(row);
}

export interface NewTurn {
  day: Day;
  shift: string;
  staffId: number;
  fromAt: Moment;
  untilAt: Moment;
  plannedAt: Moment;
  plannedById: number;
  /** The turn in whose place it is. */
  insteadOfId: number | null;
}

/** Gives its id. */
export function insert(ledger: Ledger, it: NewTurn): number {
  const { lastInsertRowid } = ledger
    .prepare(
      `INSERT INTO roster_turns (day, shift, staff_id, from_at, until_at, planned_at, planned_by,
         instead_of)
       VALUES (@day, @shift, @staffId, @fromAt, @untilAt, @plannedAt, @plannedById, @insteadOfId)`,
    )
    .run(it);
  return Number(lastInsertRowid);
}

export function drop(ledger: Ledger, id: number, at: Moment, reason: string): void {
  ledger
    .prepare('UPDATE roster_turns SET dropped_at = ?, reason = ? WHERE id = ?')
    .run(at, reason, id);
}
