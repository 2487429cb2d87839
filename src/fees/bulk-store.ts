import type { Ledger } from '../ledger/ledger.ts';
import type { Day } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import type { Debtor } from './model.ts';

export interface UnitRow {
  id: number;
  code: string;
  handoverOn: Day | null;
}

export const units = (ledger: Ledger): UnitRow[] =>
  ledger.prepare<[], UnitRow>('SELECT id, code, handover_on AS handoverOn FROM units').all();

/** The sum of the charges made after that one. */
export const chargedSince = (ledger: Ledger, lastId: number): number =>
  ledger
    .prepare<[number], { fen: number }>(
      'SELECT coalesce(sum(amount_fen), 0) AS fen FROM charges WHERE id > ?',
    )
    .get(lastId)?.fen ?? 0;

/** Whether any unit was charged for a cycle before. */
export const isCharged = (ledger: Ledger, tariff: string, cycleOn: Day, lastId: number): boolean =>
  ledger
    .prepare<[string, Day, number], object>(
      'SELECT 1 FROM charges WHERE tariff = ? AND cycle_on = ? AND id <= ? LIMIT 1',
    )
    .get(tariff, cycleOn, lastId) !== undefined;

export interface Known {
  id: number;
  amountFen: number;
  /** 1 where it was taken back. */
  reversed: number;
}

/** What a unit was charged for a period before, first to last. */
export const known = (
  ledger: Ledger,
  at: { tariff: string; cycleOn: Day; unitId: number; from: Day; until: Day; lastId: number },
): Known[] =>
  ledger
    .prepare<[string, Day, number, Day, Day, number], Known>(
      `SELECT c.id, c.amount_fen AS amountFen, EXISTS (SELECT 1 FROM settlements AS s
         WHERE s.charge_id = c.id AND s.kind = 'reversal') AS reversed
       FROM charges AS c WHERE c.tariff = ? AND c.cycle_on = ? AND c.unit_id = ?
         AND c.period_start = ? AND c.period_end = ? AND c.id <= ? ORDER BY c.id`,
    )
    .all(at.tariff, at.cycleOn, at.unitId, at.from, at.until, at.lastId);

export interface PastCharge {
  unitId: number;
  tariff: string;
  cycleOn: Day;
  from: Day;
  until: Day;
  quantityThousandths: number;
  rateTenthousandths: number;
  monthParts: number | null;
  amountFen: number;
  dueOn: Day;
  debtor: Debtor;
  debtorId: number | null;
  note: string | null;
  billedAt: Moment;
  billedById: number;
}

/** By position, as there may be a million of them. */
export function insert(ledger: Ledger, it: PastCharge): number {
  const { lastInsertRowid } = ledger
    .prepare<unknown[]>(
      `INSERT INTO charges (unit_id, tariff, cycle_on, period_start, period_end,
         quantity_thousandths, rate_tenthousandths, month_parts, percent, amount_fen, due_on, debtor,
         debtor_id, note, billed_at, billed_by)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, 100, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      it.unitId,
      it.tariff,
      it.cycleOn,
      it.from,
      it.until,
      it.quantityThousandths,
      it.rateTenthousandths,
      it.monthParts,
      it.amountFen,
      it.dueOn,
      it.debtor,
      it.debtorId,
      it.note,
      it.billedAt,
      it.billedById,
    );
  return Number(lastInsertRowid);
}
