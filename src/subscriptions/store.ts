import type { Ledger } from '../ledger/ledger.ts';
import { where } from '../ledger/where.ts';
import type { Day } from '../lib/day.ts';
import type { Subscription } from './model.ts';

const SELECT = `SELECT a.id, a.no, a.unit_id AS unitId, u.code AS unit, a.tariff, a.from_on AS fromOn,
    a.until_on AS untilOn, a.quantity_thousandths AS quantityThousandths,
    a.rate_tenthousandths AS rateTenthousandths, a.party, a.note,
    a.full_fee_from_on AS fullFeeFromOn, a.agreed_at AS agreedAt, s.name AS agreedBy
  FROM subscriptions AS a JOIN units AS u ON u.id = a.unit_id JOIN staff AS s ON s.id = a.agreed_by`;

export type NewSubscription = Omit<Subscription, 'id' | 'unit' | 'fullFeeFromOn' | 'agreedBy'> & {
  agreedById: number;
};

export function insert(ledger: Ledger, it: NewSubscription): number {
  const { lastInsertRowid } = ledger
    .prepare(
      `INSERT INTO subscriptions (no, unit_id, tariff, from_on, until_on, quantity_thousandths,
         rate_tenthousandths, party, note, agreed_at, agreed_by)
       VALUES (@no, @unitId, @tariff, @fromOn, @untilOn, @quantityThousandths,
         @rateTenthousandths, @party, @note, @agreedAt, @agreedById)`,
    )
    .run(it);
  return Number(lastInsertRowid);
}

export const end = (ledger: Ledger, id: number, untilOn: Day): void =>
  void ledger.prepare('UPDATE subscriptions SET until_on = ? WHERE id = ?').run(untilOn, id);

export const setFullFee = (ledger: Ledger, id: number, fromOn: Day | null): void =>
  void ledger.prepare('UPDATE subscriptions SET full_fee_from_on = ? WHERE id = ?').run(fromOn, id);

export const byNumber = (ledger: Ledger, no: string): Subscription | undefined =>
  ledger.prepare<[string], Subscription>(`${SELECT} WHERE a.no = ?`).get(no);

export interface Filter {
  /** Key of a tariff, or of AGREEMENTS. */
  tariff?: string | undefined;
  unitId?: number | undefined;
  /** In force on some day from this one on, or up to that one. */
  from?: Day | undefined;
  until?: Day | undefined;
}

/** In the order of the estate, then as they begin. */
export function list(ledger: Ledger, { tariff, unitId, from, until }: Filter): Subscription[] {
  const { sql, values } = where(
    tariff === undefined ? undefined : ['a.tariff = ?', tariff],
    unitId === undefined ? undefined : ['a.unit_id = ?', unitId],
    from === undefined
      ? undefined
      : ['a.until_on IS NULL OR (a.until_on >= ? AND a.until_on >= a.from_on)', from],
    until === undefined ? undefined : ['a.from_on <= ?', until],
  );
  return ledger
    .prepare<unknown[], Subscription>(`${SELECT} ${sql} ORDER BY u.sort_key, a.from_on, a.id`)
    .all(...values);
}
