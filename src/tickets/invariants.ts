import type { Invariant } from '../ledger/invariant.ts';
import { badMoment, takenDownHere } from '../ledger/invariant.ts';
import { w } from '../lib/words.ts';

const MOMENTS = [
  'appointment_at',
  'opened_at',
  'arrived_at',
  'finished_at',
  'leak_tested_at',
  'accept_at',
  'closed_at',
  'cancelled_at',
  'callback_at',
] as const;

const named = (where: string) => `SELECT no FROM tickets AS t WHERE ${where}`;

/** An old list may not tell what was done, who signed, and what they thought of it. */
const TAKEN_DOWN_HERE = takenDownHere('t.no');

const OPEN_PROMISE = 'SELECT 1 FROM deadlines AS d WHERE d.subject = t.no AND d.ending IS NULL';

export const invariants: readonly Invariant[] = [
  {
    key: 'tickets.moments',
    check: w('工单的时间有效', 'The moments of the tickets exist'),
    sql: named(MOMENTS.map(badMoment).join(' OR ')),
  },
  {
    key: 'tickets.order',
    check: w('工单的各步骤先后有序', 'The steps of a ticket follow each other'),
    sql: named(
      `arrived_at < opened_at OR finished_at < coalesce(arrived_at, opened_at)
       OR closed_at < finished_at OR leak_tested_at < opened_at
       OR cancelled_at < opened_at OR callback_at < opened_at`,
    ),
  },
  {
    key: 'tickets.under_way',
    check: w(
      '未完工的工单没有完工、签收和结单记录',
      'A ticket under way has no completion, signature or closing',
    ),
    sql: named(
      `state IN ('open', 'assigned') AND (finished_at IS NOT NULL OR closed_at IS NOT NULL
         OR signed_by IS NOT NULL OR satisfied = 1)`,
    ),
  },
  {
    key: 'tickets.assigned',
    check: w('已派的工单有人负责，待派的没有', 'An assigned ticket has a worker, an open one none'),
    sql: named(
      `(state = 'assigned' AND assigned_to IS NULL)
       OR (state = 'open' AND assigned_to IS NOT NULL)`,
    ),
  },
  {
    key: 'tickets.finished',
    check: w('已完工的工单有完工时间和维修内容', 'A finished ticket says when, and what was done'),
    sql: named(
      `state IN ('finished', 'closed')
         AND (finished_at IS NULL OR (work IS NULL AND ${TAKEN_DOWN_HERE}))`,
    ),
  },
  {
    key: 'tickets.closed',
    check: w('已结的工单有人签收', 'A closed ticket was signed for'),
    sql: named(
      `(state = 'closed' AND (closed_at IS NULL
         OR ((signed_by IS NULL OR satisfied IS NOT 1) AND ${TAKEN_DOWN_HERE})))
       OR (state <> 'closed' AND closed_at IS NOT NULL)`,
    ),
  },
  {
    key: 'tickets.cancelled',
    check: w('取消的工单有取消时间', 'A cancelled ticket says when'),
    sql: named(`(state = 'cancelled') <> (cancelled_at IS NOT NULL)`),
  },
  {
    key: 'tickets.callback',
    check: w('回访有时间也有结果', 'A callback has a time and a result'),
    sql: named(`(callback_at IS NULL) <> (callback_result IS NULL)`),
  },
  {
    key: 'tickets.finish_promised',
    check: w(
      '未完工的工单恰有一个完工期限',
      'A ticket under way has exactly one open deadline to be finished',
    ),
    sql: named(
      `state IN ('open', 'assigned') AND 1 <> (SELECT count(*) FROM deadlines AS d
         WHERE d.subject = t.no AND d.kind = 'ticket.finish' AND d.ending IS NULL)`,
    ),
  },
  {
    key: 'tickets.defects',
    check: w('只有交房缺陷约业主复验', 'Only defects of a move-in are accepted by appointment'),
    sql: named(
      `(accept_at IS NOT NULL AND (defect_of IS NULL OR state NOT IN ('finished', 'closed')))
       OR (defect_of IS NOT NULL AND unit_id IS NULL)`,
    ),
  },
  {
    key: 'tickets.acceptance_promised',
    check: w(
      '修好的缺陷或等约时间，或等业主签认',
      'A mended defect waits for a time, or for the owner to sign',
    ),
    sql: named(
      `state = 'finished' AND defect_of IS NOT NULL
       AND NOT EXISTS (${OPEN_PROMISE} AND d.kind IN ('ticket.appoint', 'ticket.accept'))`,
    ),
  },
  {
    key: 'tickets.callback_promised',
    check: w('完工的工单都安排了回访', 'Every finished ticket was promised a callback'),
    sql: named(
      `state IN ('finished', 'closed') AND NOT EXISTS (SELECT 1 FROM deadlines AS d
         WHERE d.subject = t.no AND d.kind = 'ticket.callback')`,
    ),
  },
  {
    key: 'tickets.ended',
    check: w(
      '已结或取消的工单只可能还欠回访',
      'A closed or cancelled ticket owes nothing but a callback',
    ),
    sql: named(
      `(state = 'closed' AND EXISTS (${OPEN_PROMISE} AND d.kind <> 'ticket.callback'))
       OR (state = 'cancelled' AND EXISTS (${OPEN_PROMISE}))`,
    ),
  },
];
