import { kindName } from '../deposits/kinds.ts';
import { w } from '../lib/words.ts';
import type { Facts } from './facts-model.ts';

const money = (of: string) => ({ of, unit: 'money' as const });

/** Money held for others (rules 94, 104, 110): never income. Carried + taken − deducted − refunded = held. */
export const deposits: Facts = {
  key: 'deposits',
  name: w('押金', 'Deposits'),
  select: `SELECT d.no, d.taken_at AS at, u.code AS unit, d.kind AS what, NULL AS amountFen,
      d.kind, d.party, u.building,
      EXISTS (SELECT 1 FROM renovations AS r WHERE r.no = d.subject) AS is_renovation,
      sum(m.amount_fen) AS held_fen,
      ${summed('m.moved_at < @from')} AS carried_fen,
      ${summed("m.kind = 'take' AND m.moved_at >= @from")} AS taken_fen,
      -${summed("m.kind = 'deduct' AND m.moved_at >= @from")} AS deducted_fen,
      -${summed("m.kind = 'refund' AND m.moved_at >= @from")} AS refunded_fen
    FROM deposits AS d
    JOIN deposit_moves AS m ON m.deposit_id = d.id
    JOIN units AS u ON u.id = d.unit_id
    WHERE m.moved_at <= @end GROUP BY d.id`,
  figures: {
    carried: {
      label: w('期初在押', 'held at the beginning'),
      definition: w('期初在押的押金', 'what was held when the period began'),
      where: 'carried_fen <> 0',
      sum: money('carried_fen'),
    },
    taken: {
      label: w('收取', 'taken'),
      definition: w('本期收取的押金', 'taken in the period'),
      where: 'taken_fen <> 0',
      sum: money('taken_fen'),
    },
    deducted: {
      label: w('扣除', 'deducted'),
      definition: w('本期按协议扣除', 'kept back under the agreement in the period'),
      where: 'deducted_fen <> 0',
      sum: money('deducted_fen'),
    },
    refunded: {
      label: w('退还', 'refunded'),
      definition: w('本期退还', 'given back in the period'),
      where: 'refunded_fen <> 0',
      sum: money('refunded_fen'),
    },
    held: {
      label: w('期末在押', 'held at the end'),
      definition: w('期末在押的押金，不是收入', 'held at the end of the period, no income'),
      where: 'held_fen <> 0',
      sum: money('held_fen'),
    },
    count: {
      label: w('期末在押笔数', 'deposits held'),
      definition: w('期末在押的押金笔数', 'deposits of which something is held at the end'),
      where: 'held_fen <> 0',
    },
    renovation: {
      label: w('其中装修押金', 'for renovations'),
      definition: w('期末在押、属于装修的押金', 'of what is held at the end, for renovations'),
      where: 'held_fen <> 0 AND is_renovation',
      sum: money('held_fen'),
    },
  },
  whatOf: ({ policy }, kind) => kindName(policy, kind),
  groupings: {
    kind: { label: w('种类', 'Kind'), by: 'kind' },
    party: { label: w('交款方', 'Party'), by: 'party' },
    building: { label: w('楼栋', 'Building'), by: 'building' },
  },
};

function summed(where: string): string {
  return `coalesce(sum(m.amount_fen) FILTER (WHERE ${where}), 0)`;
}
