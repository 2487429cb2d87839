import { notReversed } from '../ledger/charge-sql.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Condition } from '../ledger/where.ts';
import { where } from '../ledger/where.ts';
import type { Day } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import type { Charge, ChargeReasons, NewCharge, SettlementKind } from './model.ts';

export interface NewSettlement {
  chargeId: number;
  kind: SettlementKind;
  amountFen: number;
  receiptId: number | null;
  settledAt: Moment;
  settledById: number;
  reason: string | null;
  approvedById: number | null;
}

export function insert(
  ledger: Ledger,
  it: NewCharge & ChargeReasons & { billedAt: Moment; billedById: number },
): number {
  const { lastInsertRowid } = ledger
    .prepare(
      `INSERT INTO charges (unit_id, tariff, cycle_on, period_start, period_end, quantity_thousandths,
         rate_tenthousandths, month_parts, percent, amount_fen, due_on, debtor, debtor_id,
         subscription_id, from_reading_id, to_reading_id, penalty_of, subject, note, billed_at,
         billed_by)
       VALUES (@unitId, @tariff, @cycleOn, @periodStart, @periodEnd, @quantityThousandths,
         @rateTenthousandths, @monthParts, @percent, @amountFen, @dueOn, @debtor, @debtorId,
         @subscriptionId, @fromReadingId, @toReadingId, @penaltyOf, @subject, @note, @billedAt,
         @billedById)`,
    )
    .run(it);
  return Number(lastInsertRowid);
}

export const lastId = (ledger: Ledger): number =>
  ledger.prepare<[], { id: number | null }>('SELECT max(id) AS id FROM charges').get()?.id ?? 0;

export const insertSettlement = (ledger: Ledger, it: NewSettlement): void =>
  void ledger
    .prepare(
      `INSERT INTO settlements (charge_id, kind, amount_fen, receipt_id, settled_at, settled_by,
         reason, approved_by)
       VALUES (@chargeId, @kind, @amountFen, @receiptId, @settledAt, @settledById, @reason,
         @approvedById)`,
    )
    .run(it);

/** As stored and settled; what follows from that is added by the service. */
export type ChargeRow = Omit<Charge, 'outstandingFen' | 'state'>;

const settled = (kind: SettlementKind) =>
  `coalesce(sum(s.amount_fen) FILTER (WHERE s.kind = '${kind}'), 0)`;

const COLUMNS = `c.id, c.unit_id AS unitId, u.code AS unit, c.tariff, c.cycle_on AS cycleOn,
  c.period_start AS periodStart, c.period_end AS periodEnd,
  c.quantity_thousandths AS quantityThousandths, c.rate_tenthousandths AS rateTenthousandths,
  c.month_parts AS monthParts, c.percent, c.amount_fen AS amountFen, c.due_on AS dueOn, c.debtor,
  c.debtor_id AS debtorId, CASE c.debtor WHEN 'party' THEN a.party ELSE p.name END AS debtorName,
  c.subscription_id AS subscriptionId, c.from_reading_id AS fromReadingId,
  c.to_reading_id AS toReadingId, c.penalty_of AS penaltyOf, c.subject, c.note,
  c.billed_at AS billedAt, ${settled('payment')} AS paidFen, ${settled('waiver')} AS waivedFen,
  ${settled('reversal')} AS reversedFen, max(s.settled_at) AS lastSettledAt`;

export interface Filter {
  ids?: readonly number[] | undefined;
  unitId?: number | undefined;
  /** Key of a tariff. */
  tariff?: string | undefined;
  /** The document it is for. */
  /** Numbers of documents they are for. */
  subjects?: readonly string[] | undefined;
  subscriptionId?: number | undefined;
  /** The charges that these are penalties for. */
  penaltyOf?: readonly number[] | undefined;
  /** First days of the cycles, both counted. */
  from?: Day | undefined;
  until?: Day | undefined;
  /** Only those of which something is owed. */
  outstanding?: boolean | undefined;
  /** Billed and settled by then; all there is, if not said. */
  asOf?: Moment | undefined;
}

const among = (
  column: string,
  values: readonly (number | string)[] | undefined,
): Condition | undefined =>
  values && [`${column} IN (SELECT value FROM json_each(?))`, JSON.stringify(values)];

const is = (column: string, value: unknown): Condition | undefined =>
  value === undefined ? undefined : [`${column} = ?`, value];

/** The oldest due first. */
export function list(ledger: Ledger, filter: Filter): ChargeRow[] {
  const { from, until, asOf } = filter;
  const asked = where(
    among('c.id', filter.ids),
    among('c.penalty_of', filter.penaltyOf),
    is('c.unit_id', filter.unitId),
    is('c.tariff', filter.tariff),
    among('c.subject', filter.subjects),
    is('c.subscription_id', filter.subscriptionId),
    from === undefined ? undefined : ['c.cycle_on >= ?', from],
    until === undefined ? undefined : ['c.cycle_on <= ?', until],
    asOf === undefined ? undefined : ['c.billed_at <= ?', asOf],
  );
  return ledger
    .prepare<unknown[], ChargeRow>(
      `SELECT ${COLUMNS} FROM charges AS c
         JOIN units AS u ON u.id = c.unit_id
         LEFT JOIN people AS p ON p.id = c.debtor_id
         LEFT JOIN subscriptions AS a ON a.id = c.subscription_id
         LEFT JOIN settlements AS s
           ON s.charge_id = c.id ${asOf === undefined ? '' : 'AND s.settled_at <= ?'}
       ${asked.sql} GROUP BY c.id
       ${filter.outstanding ? 'HAVING c.amount_fen > coalesce(sum(s.amount_fen), 0)' : ''}
       ORDER BY c.due_on, c.id`,
    )
    .all(...(asOf === undefined ? [] : [asOf]), ...asked.values);
}

/** The receipts whose payments stand on a charge, not taken back, oldest first. */
export const receiptsOn = (ledger: Ledger, chargeId: number): string[] =>
  ledger
    .prepare<[number], { no: string }>(
      `SELECT r.no FROM settlements AS s
         JOIN receipts AS x ON x.id = s.receipt_id
         JOIN receipts AS r ON r.id = coalesce(x.reverses_id, x.id)
       WHERE s.charge_id = ? AND s.kind = 'payment'
       GROUP BY r.id HAVING sum(s.amount_fen) > 0 ORDER BY r.id`,
    )
    .all(chargeId)
    .map(({ no }) => no);

/**
 * The other charges, not reversed, of the same tariff between the same readings as this one: usage is
 * parted where the rate or the debtor changed.
 */
export const partsOf = (ledger: Ledger, chargeId: number): number[] =>
  ledger
    .prepare<[number], { id: number }>(
      `SELECT c.id FROM charges AS it JOIN charges AS c
         ON c.unit_id = it.unit_id AND c.tariff = it.tariff AND c.id <> it.id
           AND c.from_reading_id = it.from_reading_id AND c.to_reading_id = it.to_reading_id
       WHERE it.id = ? AND ${notReversed('c')} ORDER BY c.id`,
    )
    .all(chargeId)
    .map(({ id }) => id);

/** Whether anything was ever charged, or agreed on, by the key of a tariff. */
export const isCharged = (ledger: Ledger, tariff: string): boolean =>
  ledger
    .prepare<object>(
      `SELECT 1 WHERE EXISTS (SELECT 1 FROM charges WHERE tariff = @tariff)
         OR EXISTS (SELECT 1 FROM subscriptions WHERE tariff = @tariff)`,
    )
    .get({ tariff }) !== undefined;

/** Whether a document of any book has exactly this number. */
export const isDocument = (ledger: Ledger, no: string): boolean =>
  ledger.prepare<[string], object>('SELECT 1 FROM subjects WHERE no = ?').get(no) !== undefined;
