import type { Ledger } from '../ledger/ledger.ts';
import { updateByNumber } from '../ledger/update.ts';
import { where } from '../ledger/where.ts';
import type { Item, Kind, Move, State } from './model.ts';

/** Readings are kept by the meters. */
export type Stored = Omit<Move, 'readings'>;

type Row = Omit<Stored, 'items'> & { id: number };

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

/** Takes items of these codes out of a file. */
export function strikeItems(ledger: Ledger, no: string, codes: readonly string[]): void {
  ledger
    .prepare(
      `DELETE FROM move_items WHERE move_id = (SELECT id FROM moves WHERE no = ?)
         AND code IN (SELECT value FROM json_each(?))`,
    )
    .run(no, JSON.stringify(codes));
}

export function byNumber(ledger: Ledger, no: string): Stored | undefined {
  return filled(ledger, ledger.prepare<[string], Row>(`${SELECT} WHERE m.no = ?`).all(no))[0];
}

export interface Filter {
  state?: State | undefined;
  kind?: Kind | undefined;
  unitId?: number | undefined;
}

/** Oldest first. */
export function list(ledger: Ledger, { state, kind, unitId }: Filter): Stored[] {
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
function filled(ledger: Ledger, rows: readonly Row[]): Stored[] {
  const items = ledger.prepare<[number], Item>(
    `SELECT kind, code, quantity, detail, signed_by AS signedBy, done_at AS at
     FROM move_items WHERE move_id = ? ORDER BY id`,
  );
  return rows.map(({ id, ...row }) => ({ ...row, items: items.all(id) }));
}
