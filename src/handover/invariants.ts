import { badMoment, type Invariant } from '../ledger/invariant.ts';
import { w } from '../lib/words.ts';

export const invariants: readonly Invariant[] = [
  {
    key: 'handovers.moments',
    check: w('交接班的时间有效', 'The moments of the handovers exist'),
    sql: `SELECT no FROM handovers WHERE ${['begins_at', 'on_post_at', 'awaited_at', 'signed_at'].map(badMoment).join(' OR ')}`,
  },
  {
    key: 'handovers.signed',
    check: w('签了字的交接班有两个人和到岗时间', 'A signed handover has two people and an arrival'),
    sql: `SELECT no FROM handovers
          WHERE (signed_at IS NULL) <> (to_id IS NULL) OR (signed_at IS NULL) <> (on_post_at IS NULL)
             OR (signed_at IS NULL) <> (signed_by IS NULL) OR from_id = to_id OR on_post_at > signed_at
             OR (signed_at IS NULL AND awaited_at IS NULL)`,
  },
  {
    key: 'handovers.items',
    check: w('交接事项属于签了字的交接班', 'What was handed over belongs to a signed handover'),
    sql: `SELECT DISTINCT handover_id FROM handover_items
          WHERE handover_id NOT IN (SELECT id FROM handovers WHERE signed_at IS NOT NULL)`,
  },
  {
    key: 'handovers.notes',
    check: w('留言先写后交', 'A note was left before it was handed over'),
    sql: `SELECT n.id FROM handover_notes AS n LEFT JOIN handovers AS h ON h.id = n.handover_id
          WHERE ${badMoment('n.noted_at')} OR (n.handover_id IS NOT NULL AND h.signed_at IS NULL)
             OR n.noted_at > h.signed_at`,
  },
];
