import type { Ledger } from '../ledger/ledger.ts';
import { where } from '../ledger/where.ts';
import type { Unit } from './model.ts';

const COLUMNS = `id, code, building, entrance, room, floor, area_thousandths AS areaThousandths,
  use, handover_on AS handoverOn`;

export interface UnitRow extends Omit<Unit, 'id'> {
  sortKey: string;
}

export const byCode = (ledger: Ledger, code: string): Unit | undefined =>
  ledger.prepare<[string], Unit>(`SELECT ${COLUMNS} FROM units WHERE code = ?`).get(code);

export interface Filter {
  building?: string | undefined;
}

export function list(ledger: Ledger, { building }: Filter): Unit[] {
  const { sql, values } = where(building === undefined ? undefined : ['building = ?', building]);
  return ledger
    .prepare<unknown[], Unit>(`SELECT ${COLUMNS} FROM units ${sql} ORDER BY sort_key`)
    .all(...values);
}

/** In the order of their units. */
export const buildings = (ledger: Ledger): string[] =>
  ledger
    .prepare<[], { building: string }>(
      'SELECT building FROM units GROUP BY building ORDER BY min(sort_key)',
    )
    .all()
    .map((row) => row.building);

export function insert(ledger: Ledger, unit: UnitRow): number {
  const { lastInsertRowid } = ledger
    .prepare(
      `INSERT INTO units (code, building, entrance, room, floor, sort_key, area_thousandths, use,
         handover_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      unit.code,
      unit.building,
      unit.entrance,
      unit.room,
      unit.floor,
      unit.sortKey,
      unit.areaThousandths,
      unit.use,
      unit.handoverOn,
    );
  return Number(lastInsertRowid);
}

export function update(
  ledger: Ledger,
  id: number,
  to: Pick<Unit, 'areaThousandths' | 'use' | 'handoverOn'>,
): void {
  ledger
    .prepare('UPDATE units SET area_thousandths = ?, use = ?, handover_on = ? WHERE id = ?')
    .run(to.areaThousandths, to.use, to.handoverOn, id);
}

/** Codes of the same building with the same room, then of the same room elsewhere. */
export function alike(ledger: Ledger, building: string, room: string): string[] {
  return ledger
    .prepare<[object], { code: string }>(
      `SELECT code FROM units WHERE room = @room OR (building = @building AND room LIKE '%' || @room)
       ORDER BY building <> @building, sort_key LIMIT 3`,
    )
    .all({ room, building })
    .map((row) => row.code);
}
