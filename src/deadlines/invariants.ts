import type { Invariant } from '../ledger/invariant.ts';
import { badMoment, noneOf } from '../ledger/invariant.ts';
import { w } from '../lib/words.ts';
import { ROUTINES } from './routines.ts';

const named = (where: string) =>
  `SELECT DISTINCT subject || ' ' || kind FROM deadlines WHERE ${where}`;

export const invariants: readonly Invariant[] = [
  {
    key: 'rounds.known',
    check: w('按期的事项都是已知的', 'What returns by the calendar is known'),
    sql: `SELECT id FROM rounds WHERE ${noneOf('routine', ROUTINES)}`,
  },
  {
    key: 'rounds.moments',
    check: w('按期事项的时间有效', 'The moments of what returns by the calendar exist'),
    sql: `SELECT id FROM rounds WHERE ${[badMoment('due_at'), badMoment('done_at')].join(' OR ')}`,
  },
  {
    key: 'deadlines.subject',
    check: w('期限都有所属的记录', 'Every deadline belongs to a record'),
    sql: named('subject NOT IN (SELECT no FROM subjects)'),
  },
  {
    key: 'deadlines.moments',
    check: w('期限的时间有效', 'The moments of the deadlines exist'),
    sql: named([badMoment('since_at'), badMoment('due_at'), badMoment('ended_at')].join(' OR ')),
  },
  {
    key: 'deadlines.ended_after',
    check: w('期限在开始之后才结束', 'No deadline ended before it began'),
    sql: named('ended_at < since_at'),
  },
  {
    key: 'deadlines.ending',
    check: w(
      '免除的期限当时未到期，错过的期限当时已过期',
      'What was waived was not due yet, what was missed was over',
    ),
    sql: named(
      `(ending = 'waived' AND ended_at > due_at) OR (ending = 'missed' AND ended_at <= due_at)`,
    ),
  },
];
