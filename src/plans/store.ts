import type { Ledger } from '../ledger/ledger.ts';
import { updateByNumber } from '../ledger/update.ts';
import { where } from '../ledger/where.ts';
import type { Day } from '../lib/day.ts';
import type { Plan, State } from './model.ts';

const SELECT = `SELECT p.no, u.code AS unit, p.planned_on AS plannedOn, p.purpose,
    s.name AS visitor, p.visitor_id AS visitorId, p.state, p.planned_at AS plannedAt,
    p.visited_at AS visitedAt, p.cancelled_at AS cancelledAt
  FROM visit_plans AS p
  JOIN units AS u ON u.id = p.unit_id
  LEFT JOIN staff AS s ON s.id = p.visitor_id`;

export type NewPlan = Pick<Plan, 'no' | 'plannedOn' | 'purpose' | 'visitorId' | 'plannedAt'> & {
  unitId: number;
  plannedById: number;
};

export function insert(ledger: Ledger, it: NewPlan): void {
  ledger
    .prepare(
      `INSERT INTO visit_plans (no, unit_id, planned_on, purpose, planned_at, planned_by,
         visitor_id, state)
       VALUES (@no, @unitId, @plannedOn, @purpose, @plannedAt, @plannedById, @visitorId,
         'planned')`,
    )
    .run(it);
}

const COLUMN_OF = {
  state: 'state',
  plannedOn: 'planned_on',
  visitorId: 'visitor_id',
  visitedAt: 'visited_at',
  cancelledAt: 'cancelled_at',
} as const;

export type Change = Partial<Pick<Plan, keyof typeof COLUMN_OF>>;

export const update = (ledger: Ledger, no: string, change: Change): void =>
  updateByNumber(ledger, 'visit_plans', COLUMN_OF, no, change);

export const byNumber = (ledger: Ledger, no: string): Plan | undefined =>
  ledger.prepare<[string], Plan>(`${SELECT} WHERE p.no = ?`).get(no);

export interface Filter {
  state?: State | undefined;
  unitId?: number | undefined;
  visitorId?: number | undefined;
  /** Planned for this day or later, or earlier. */
  from?: Day | undefined;
  to?: Day | undefined;
}

/** By the day, then by the unit. */
export function list(ledger: Ledger, { state, unitId, visitorId, from, to }: Filter): Plan[] {
  const { sql, values } = where(
    state === undefined ? undefined : ['p.state = ?', state],
    unitId === undefined ? undefined : ['p.unit_id = ?', unitId],
    visitorId === undefined ? undefined : ['p.visitor_id = ?', visitorId],
    from === undefined ? undefined : ['p.planned_on >= ?', from],
    to === undefined ? undefined : ['p.planned_on <= ?', to],
  );
  return ledger
    .prepare<unknown[], Plan>(`${SELECT} ${sql} ORDER BY p.planned_on, u.sort_key, p.id`)
    .all(...values);
}
