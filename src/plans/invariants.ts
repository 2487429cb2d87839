import type { Invariant } from '../ledger/invariant.ts';
import { badDay, badMoment } from '../ledger/invariant.ts';
import { w } from '../lib/words.ts';

const named = (where: string) => `SELECT no FROM visit_plans AS p WHERE ${where}`;

const OPEN_PROMISES = `(SELECT count(*) FROM deadlines AS d
  WHERE d.subject = p.no AND d.ending IS NULL)`;

export const invariants: readonly Invariant[] = [
  {
    key: 'plans.moments',
    check: w('走访计划的日期和时间有效', 'The days and moments of planned visits exist'),
    sql: named(
      [
        badDay('planned_on'),
        ...['planned_at', 'visited_at', 'cancelled_at'].map(badMoment),
        'visited_at < planned_at',
        'cancelled_at < planned_at',
      ].join(' OR '),
    ),
  },
  {
    key: 'plans.state',
    check: w(
      '走访计划待走访、已走访或已取消，各有其时间',
      'A planned visit is to be made, was made or was cancelled, and says when',
    ),
    sql: named(
      `state NOT IN ('planned', 'done', 'cancelled')
       OR (state = 'done') <> (visited_at IS NOT NULL)
       OR (state = 'cancelled') <> (cancelled_at IS NOT NULL)`,
    ),
  },
  {
    key: 'plans.owed',
    check: w(
      '待走访的计划恰有一个期限，其余没有',
      'A visit still planned is owed exactly once, any other not at all',
    ),
    sql: named(`${OPEN_PROMISES} <> (state = 'planned')`),
  },
];
