import { SETTLEMENT_KINDS } from '../fees/model.ts';
import type { Invariant } from '../ledger/invariant.ts';
import { badDay, badMoment, noneOf } from '../ledger/invariant.ts';
import { w } from '../lib/words.ts';
import { PAYOUT_KINDS, RECEIPT_METHODS } from './model.ts';

const named = (where: string) => `SELECT r.no FROM receipts AS r WHERE ${where}`;

const PAID = '(SELECT coalesce(sum(amount_fen), 0) FROM settlements WHERE receipt_id = r.id)';
const OUT = '(SELECT coalesce(sum(amount_fen), 0) FROM payouts WHERE receipt_id = r.id)';

/** Rows that stand before an earlier row of the same charge, or of the same receipt. */
const disorder = (of: 'charge_id' | 'receipt_id') => `SELECT id FROM (
    SELECT id, settled_at, lag(settled_at) OVER (PARTITION BY ${of} ORDER BY id) AS before
    FROM settlements WHERE ${of} IS NOT NULL) WHERE before > settled_at`;

const receipts: readonly Invariant[] = [
  {
    key: 'receipts.known',
    check: w('收据的方式都认识', 'How each receipt was paid is known'),
    sql: named(noneOf('r.method', RECEIPT_METHODS)),
  },
  {
    key: 'receipts.moments',
    check: w('收据的时间有效', 'The moments of the receipts exist'),
    sql: named(
      [
        ...['r.issued_at', 'r.collect_at', 'r.received_at', 'r.voided_at'].map(badMoment),
        badDay('r.booked_on'),
      ].join(' OR '),
    ),
  },
  {
    key: 'receipts.numbers',
    check: w('收据每天连号，没有缺号', 'The receipts of a day are numbered without a gap'),
    sql: `SELECT substr(no, 1, 8) FROM receipts GROUP BY substr(no, 1, 8)
      HAVING max(CAST(substr(no, 9) AS INTEGER)) <> count(*)
        OR min(CAST(substr(no, 9) AS INTEGER)) <> 1`,
  },
  {
    key: 'receipts.order',
    check: w('收据先开后收', 'No receipt was received or void before it was issued'),
    sql: named('r.received_at < r.issued_at OR r.voided_at < r.issued_at'),
  },
  {
    key: 'receipts.received',
    check: w('收到的有收款人和记账日', 'A received receipt says by whom, and where it is booked'),
    sql: named(`(r.received_at IS NULL) <> (r.received_by IS NULL)
      OR (r.received_at IS NULL) <> (r.booked_on IS NULL)`),
  },
  {
    key: 'receipts.void',
    check: w('作废的有原因', 'A void receipt says why'),
    sql: named('r.voided_at IS NOT NULL AND r.reason IS NULL'),
  },
  {
    key: 'receipts.collect_promised',
    check: w(
      '已开未收的恰有一个上门收款期限，其余没有',
      'An issued receipt owes exactly one collection, any other none',
    ),
    sql: named(`(r.received_at IS NULL AND r.voided_at IS NULL) <> (SELECT count(*)
      FROM deadlines AS d WHERE d.subject = r.no AND d.ending IS NULL)`),
  },
  {
    key: 'receipts.sums',
    check: w('收据的钱不超支：缴、退、转出合计不超过金额', 'No receipt pays for more than came in'),
    sql: named(`CASE
      WHEN r.received_at IS NULL THEN ${PAID} <> 0 OR ${OUT} <> 0
      WHEN r.amount_fen < 0 THEN ${PAID} NOT BETWEEN r.amount_fen AND 0 OR ${OUT} <> 0
      ELSE ${PAID} < 0 OR ${PAID} + ${OUT} > r.amount_fen END`),
  },
  {
    key: 'receipts.reversals',
    check: w(
      '红字收据与原收据一一对应，与没有退出、转出的金额相抵',
      'A reversal mirrors what is left of the receipt it takes back',
    ),
    sql: `${named('r.reverses_id IS NULL AND r.amount_fen < 0')}
      UNION ALL
      SELECT v.no FROM receipts AS v JOIN receipts AS r ON r.id = v.reverses_id
      WHERE v.amount_fen <> ${OUT} - r.amount_fen OR v.unit_id <> r.unit_id OR v.method <> r.method
        OR v.received_at IS NULL OR v.received_at < r.received_at OR r.received_at IS NULL
        OR v.reason IS NULL OR r.amount_fen < 0
        OR EXISTS (SELECT 1 FROM settlements WHERE receipt_id IN (r.id, v.id)
          GROUP BY charge_id HAVING sum(amount_fen) <> 0)`,
  },
  {
    key: 'receipts.transfers',
    check: w('转入的与转出的相等', 'What was transferred in is what was transferred out'),
    sql: named(`r.method = 'transfer' AND r.amount_fen <> (SELECT coalesce(sum(amount_fen), 0)
      FROM payouts WHERE to_receipt_id = r.id AND kind = 'transfer')`),
  },
];

const settlements: readonly Invariant[] = [
  {
    key: 'settlements.known',
    check: w('结算的种类和时间有效', 'Kinds and moments of settlements are known'),
    sql: `SELECT id FROM settlements
      WHERE ${noneOf('kind', SETTLEMENT_KINDS)} OR ${badMoment('settled_at')}`,
  },
  {
    key: 'settlements.receipt',
    check: w(
      '缴费都出自同一房屋收到的收据，别的结算不出自收据',
      'Every payment comes out of a received receipt of its unit, nothing else does',
    ),
    sql: `SELECT s.id FROM settlements AS s
      LEFT JOIN receipts AS r ON r.id = s.receipt_id
      JOIN charges AS c ON c.id = s.charge_id
      WHERE (s.kind = 'payment') <> (r.id IS NOT NULL) OR r.unit_id <> c.unit_id
        OR (r.id IS NOT NULL AND r.received_at IS NULL)
        OR (s.kind = 'payment' AND (s.amount_fen < 0) <> (r.reverses_id IS NOT NULL))
        OR (s.kind = 'reversal' AND s.amount_fen < 0)`,
  },
  {
    key: 'settlements.sums',
    check: w(
      '任何时刻，缴费和减免都不超过应收',
      'At any moment what settles a charge is no more than its amount',
    ),
    sql: `SELECT DISTINCT t.charge_id FROM (
        SELECT charge_id, sum(amount_fen) OVER (PARTITION BY charge_id ORDER BY settled_at) AS fen
        FROM settlements) AS t
      JOIN charges AS c ON c.id = t.charge_id WHERE t.fen NOT BETWEEN 0 AND c.amount_fen`,
  },
  {
    key: 'settlements.order',
    check: w(
      '结算按先后排列，不早于出账和收款',
      'Settlements stand in order, none before its charge was billed or its money came in',
    ),
    sql: `${disorder('charge_id')} UNION ALL ${disorder('receipt_id')} UNION ALL
      SELECT s.id FROM settlements AS s
      JOIN charges AS c ON c.id = s.charge_id
      LEFT JOIN receipts AS r ON r.id = s.receipt_id
      WHERE s.settled_at < c.billed_at OR s.settled_at < r.received_at`,
  },
];

const payouts: readonly Invariant[] = [
  {
    key: 'payouts.known',
    check: w('退款和转出有种类、方式、有效的时间', 'Kind, method and days of payouts are known'),
    sql: `SELECT id FROM payouts WHERE ${noneOf('kind', PAYOUT_KINDS)}
      OR ${noneOf('method', RECEIPT_METHODS)} OR ${badMoment('paid_at')} OR ${badDay('booked_on')}`,
  },
  {
    key: 'payouts.target',
    check: w('转出的有转入的收据，退款没有', 'A transfer has a receipt it went to, a refund none'),
    sql: `SELECT p.id FROM payouts AS p LEFT JOIN receipts AS t ON t.id = p.to_receipt_id
      WHERE (p.kind = 'transfer') <> (t.id IS NOT NULL) OR t.method <> 'transfer'
        OR (p.kind = 'transfer') <> (p.method = 'transfer')`,
  },
  {
    key: 'payouts.order',
    check: w('退款和转出不早于收款', 'Nothing went out of a receipt before it came in'),
    sql: `SELECT p.id FROM payouts AS p JOIN receipts AS r ON r.id = p.receipt_id
      WHERE r.received_at IS NULL OR p.paid_at < r.received_at`,
  },
];

/** What receipts, and the settlements of charges, must hold. */
export const invariants: readonly Invariant[] = [...receipts, ...settlements, ...payouts];
