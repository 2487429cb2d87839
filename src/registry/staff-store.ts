import type { Ledger } from '../ledger/ledger.ts';
import { where } from '../ledger/where.ts';
import type { Day } from '../lib/day.ts';
import type { Staff } from './model.ts';

type Row = Omit<Staff, 'roles'> & { roles: string };

const SELECT = 'SELECT id, name, roles, phone, retired_on AS retiredOn FROM staff';

const toStaff = (row: Row): Staff => ({ ...row, roles: JSON.parse(row.roles) });

export function byId(ledger: Ledger, id: number): Staff | undefined {
  const row = ledger.prepare<[number], Row>(`${SELECT} WHERE id = ?`).get(id);
  return row && toStaff(row);
}

export function activeByName(ledger: Ledger, name: string): Staff | undefined {
  const row = ledger
    .prepare<[string], Row>(`${SELECT} WHERE name = ? AND retired_on IS NULL`)
    .get(name);
  return row && toStaff(row);
}

export interface Filter {
  /** Those who left, too. */
  retired?: boolean;
}

export function list(ledger: Ledger, { retired = false }: Filter): Staff[] {
  const { sql, values } = where(retired ? undefined : ['retired_on IS NULL']);
  return ledger
    .prepare<unknown[], Row>(`${SELECT} ${sql} ORDER BY id`)
    .all(...values)
    .map(toStaff);
}

export function insert(ledger: Ledger, staff: Omit<Staff, 'id' | 'retiredOn'>): number {
  const { lastInsertRowid } = ledger
    .prepare('INSERT INTO staff (name, roles, phone) VALUES (?, ?, ?)')
    .run(staff.name, JSON.stringify(staff.roles), staff.phone);
  return Number(lastInsertRowid);
}

export function retire(ledger: Ledger, id: number, on: Day): void {
  ledger.prepare('UPDATE staff SET retired_on = ? WHERE id = ?').run(on, id);
}
