import { METHODS } from '../cash/model.ts';
import type { Invariant } from '../ledger/invariant.ts';
import { badDay, badMoment, noneOf } from '../ledger/invariant.ts';
import { w } from '../lib/words.ts';
import { GROUNDS, MOVES, PARTIES } from './model.ts';

/** Deposits one of whose moves is like this. */
const moved = (where: string) => `SELECT DISTINCT d.no FROM deposits AS d
  JOIN deposit_moves AS m ON m.deposit_id = d.id WHERE ${where}`;

/** Every move with what is held after it, and the one before it. */
const RUNNING = `SELECT deposit_id, amount_fen, moved_at,
    sum(amount_fen) OVER (PARTITION BY deposit_id ORDER BY id) AS held,
    lag(moved_at) OVER (PARTITION BY deposit_id ORDER BY id) AS before
  FROM deposit_moves`;

export const invariants: readonly Invariant[] = [
  {
    key: 'deposits.known',
    check: w(
      '押金的各方、收退方式都认识',
      'Parties, moves, methods and grounds of deposits are known',
    ),
    sql: `SELECT no FROM deposits WHERE ${noneOf('party', PARTIES)} UNION
          ${moved(
            [
              noneOf('m.kind', MOVES),
              noneOf('m.method', METHODS),
              noneOf('m.ground', GROUNDS),
            ].join(' OR '),
          )}`,
  },
  {
    key: 'deposits.moments',
    check: w('押金的日期、时间有效', 'The days and moments of the deposits exist'),
    sql: `SELECT no FROM deposits WHERE ${badMoment('taken_at')} UNION
          ${moved(`${badMoment('m.moved_at')} OR ${badDay('m.booked_on')}`)}`,
  },
  {
    key: 'deposits.taken',
    check: w('每笔押金恰收取一次，当时登记', 'Every deposit was taken once, when it says'),
    sql: `SELECT no FROM deposits AS d WHERE 1 <> (SELECT count(*) FROM deposit_moves AS m
            WHERE m.deposit_id = d.id AND m.kind = 'take' AND m.moved_at = d.taken_at)
          UNION ${moved(`(m.kind = 'take') <> (m.amount_fen > 0)`)}`,
  },
  {
    key: 'deposits.held',
    check: w('押金任何时候都不少于 0', 'No deposit ever held less than nothing'),
    sql: `SELECT DISTINCT d.no FROM (${RUNNING}) AS r JOIN deposits AS d ON d.id = r.deposit_id
          WHERE r.held < 0`,
  },
  {
    key: 'deposits.order',
    check: w('押金的收、扣、退先后有序', 'The moves of a deposit stand in order'),
    sql: `SELECT DISTINCT d.no FROM (${RUNNING}) AS r JOIN deposits AS d ON d.id = r.deposit_id
          WHERE r.moved_at < r.before`,
  },
  {
    key: 'deposits.deducted',
    check: w(
      '扣除都有名目、原因和批准人，不动现款；收退都有方式',
      'A deduction has ground, reason and approver, and moves no money; all else has a method',
    ),
    sql: moved(`(m.kind = 'deduct') <> (m.ground IS NOT NULL)
      OR (m.kind = 'deduct') <> (m.approved_by IS NOT NULL)
      OR (m.kind = 'deduct') = (m.method IS NOT NULL)
      OR (m.kind = 'deduct' AND m.reason IS NULL)`),
  },
  {
    key: 'deposits.subject',
    check: w('押金所属的单据存在', 'The document of a deposit exists'),
    sql: `SELECT no FROM deposits
          WHERE subject IS NOT NULL AND subject NOT IN (SELECT no FROM subjects)`,
  },
];
