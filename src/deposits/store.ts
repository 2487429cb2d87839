import type { Ledger } from '../ledger/ledger.ts';
import { where } from '../ledger/where.ts';
import type { Day } from '../lib/day.ts';
import { groupBy } from '../lib/group.ts';
import type { Moment } from '../lib/moment.ts';
import type { Deposit, Move } from './model.ts';

export type NewDeposit = Pick<
  Deposit,
  'no' | 'unitId' | 'party' | 'holder' | 'kind' | 'subject' | 'note' | 'takenAt'
>;

/** Gives its id. */
export function insert(ledger: Ledger, it: NewDeposit): number {
  const { lastInsertRowid } = ledger
    .prepare(
      `INSERT INTO deposits (no, unit_id, party, holder, kind, subject, note, taken_at)
       VALUES (@no, @unitId, @party, @holder, @kind, @subject, @note, @takenAt)`,
    )
    .run(it);
  return Number(lastInsertRowid);
}

export type NewMove = Pick<Move, 'kind' | 'amountFen' | 'method' | 'ground' | 'reason'> & {
  depositId: number;
  assessedById: number | null;
  approvedById: number | null;
  movedAt: Moment;
  movedById: number;
  bookedOn: Day;
};

export function insertMove(ledger: Ledger, it: NewMove): void {
  ledger
    .prepare(
      `INSERT INTO deposit_moves (deposit_id, kind, amount_fen, method, ground, reason, assessed_by,
         approved_by, moved_at, moved_by, booked_on)
       VALUES (@depositId, @kind, @amountFen, @method, @ground, @reason, @assessedById,
         @approvedById, @movedAt, @movedById, @bookedOn)`,
    )
    .run(it);
}

export interface Filter {
  no?: string | undefined;
  unitId?: number | undefined;
  kind?: string | undefined;
  /** Numbers of the documents they are for. */
  subjects?: readonly string[] | undefined;
  /** Only those of which something is held. */
  held?: boolean | undefined;
}

const HELD = `(SELECT coalesce(sum(m.amount_fen), 0) FROM deposit_moves AS m
  WHERE m.deposit_id = d.id)`;

/** Oldest first, each with its moves. */
export function list(ledger: Ledger, { no, unitId, kind, subjects, held }: Filter): Deposit[] {
  const { sql, values } = where(
    no === undefined ? undefined : ['d.no = ?', no],
    unitId === undefined ? undefined : ['d.unit_id = ?', unitId],
    kind === undefined ? undefined : ['d.kind = ?', kind],
    subjects && ['d.subject IN (SELECT value FROM json_each(?))', JSON.stringify(subjects)],
    held ? [`${HELD} > 0`] : undefined,
  );
  const deposits = ledger
    .prepare<unknown[], Omit<Deposit, 'moves'>>(
      `SELECT d.id, d.no, u.code AS unit, d.unit_id AS unitId, d.party, d.holder, d.kind, d.subject,
         d.note, ${HELD} AS heldFen, d.taken_at AS takenAt
       FROM deposits AS d JOIN units AS u ON u.id = d.unit_id ${sql} ORDER BY d.id`,
    )
    .all(...values);
  const moves = movesOf(
    ledger,
    deposits.map(({ id }) => id),
  );
  return deposits.map((each) => ({ ...each, moves: moves.get(each.id) ?? [] }));
}

function movesOf(ledger: Ledger, ids: readonly number[]): ReadonlyMap<number, Move[]> {
  const rows = ledger
    .prepare<[string], Move & { depositId: number }>(
      `SELECT m.deposit_id AS depositId, m.kind, m.amount_fen AS amountFen, m.moved_at AS at,
         m.method, m.ground, m.reason, a.name AS assessedBy, p.name AS approvedBy, b.name AS "by"
       FROM deposit_moves AS m
       JOIN staff AS b ON b.id = m.moved_by
       LEFT JOIN staff AS a ON a.id = m.assessed_by
       LEFT JOIN staff AS p ON p.id = m.approved_by
       WHERE m.deposit_id IN (SELECT value FROM json_each(?)) ORDER BY m.id`,
    )
    .all(JSON.stringify(ids));
  const byDeposit = groupBy(rows, ({ depositId }) => depositId);
  return new Map(
    [...byDeposit].map(([id, moves]) => [id, moves.map(({ depositId: _, ...move }) => move)]),
  );
}

/** A document of any book with exactly this number. */
export const isDocument = (ledger: Ledger, no: string): boolean =>
  ledger.prepare<[string], { no: string }>('SELECT no FROM subjects WHERE no = ?').get(no) !==
  undefined;
