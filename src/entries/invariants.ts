import type { Invariant } from '../ledger/invariant.ts';
import { badMoment, noneOf } from '../ledger/invariant.ts';
import { w } from '../lib/words.ts';
import { STATES } from './model.ts';

const named = (where: string) => `SELECT e.no FROM entries AS e WHERE ${where}`;

const OPEN_DEADLINE = 'SELECT 1 FROM deadlines AS d WHERE d.subject = e.no AND d.ending IS NULL';

const ofApprovals = (where: string) =>
  `SELECT DISTINCT e.no FROM entry_approvals AS a JOIN entries AS e ON e.id = a.entry_id
   WHERE ${where}`;

export const invariants: readonly Invariant[] = [
  {
    key: 'entries.known',
    check: w('登记的状态都是已知的', 'The states of the entries are known'),
    sql: named(noneOf('e.state', STATES)),
  },
  {
    key: 'entries.moments',
    check: w('登记的时间有效', 'The moments of the entries exist'),
    sql: named(['e.entered_at', 'e.closed_at', 'e.cancelled_at'].map(badMoment).join(' OR ')),
  },
  {
    key: 'entries.order',
    check: w('登记的各步骤先后有序', 'The steps of an entry follow each other'),
    sql: named(
      'e.closed_at < e.entered_at OR e.cancelled_at < coalesce(e.closed_at, e.entered_at)',
    ),
  },
  {
    key: 'entries.ended',
    check: w(
      '已了的登记有了结时间，作废的有作废时间，未了的都没有',
      'What is closed or cancelled says when, what is open does not',
    ),
    sql: named(
      `(e.state = 'open' AND e.closed_at IS NOT NULL)
       OR (e.state = 'closed' AND e.closed_at IS NULL)
       OR (e.state = 'cancelled') <> (e.cancelled_at IS NOT NULL)`,
    ),
  },
  {
    key: 'entries.version',
    check: w('登记所用的登记簿版本都在', 'The version of its book is known for every entry'),
    sql: named(
      `NOT EXISTS (SELECT 1 FROM book_versions AS v
                   WHERE v.book = e.book AND v.version = e.version)`,
    ),
  },
  {
    key: 'entries.fields',
    check: w('登记的内容可读', 'What an entry holds can be read'),
    sql: named(`NOT json_valid(e.fields) OR json_type(iif(json_valid(e.fields), e.fields, '0'))
                <> 'object'`),
  },
  {
    key: 'entries.kinds',
    check: w('登记的期限属于它的登记簿', "What an entry owes is of its book's making"),
    sql: `SELECT DISTINCT e.no FROM deadlines AS d JOIN entries AS e ON e.no = d.subject
          WHERE d.kind NOT LIKE 'books.' || e.book || '.%'`,
  },
  {
    key: 'entries.promised_once',
    check: w('登记的同一期限不会同时有两个', 'No entry owes the same twice at a time'),
    sql: `SELECT e.no FROM deadlines AS d JOIN entries AS e ON e.no = d.subject
          WHERE d.ending IS NULL GROUP BY e.no, d.kind HAVING count(*) > 1`,
  },
  {
    key: 'entries.owing',
    check: w('已了的登记只欠签阅，作废的什么也不欠', 'What is closed owes a signature at most'),
    sql: named(
      `(e.state = 'closed' AND EXISTS (${OPEN_DEADLINE} AND d.kind NOT LIKE '%.approve-%'))
       OR (e.state = 'cancelled' AND EXISTS (${OPEN_DEADLINE}))`,
    ),
  },
  {
    key: 'entry_approvals.moments',
    check: w('签批在登记之后，时间有效', 'An entry was approved after it was made'),
    sql: ofApprovals(`${badMoment('a.approved_at')} OR a.approved_at < e.entered_at`),
  },
  {
    key: 'entry_approvals.owed',
    check: w('批过的不再欠', 'What was approved is owed no more'),
    sql: ofApprovals(
      `EXISTS (${OPEN_DEADLINE} AND d.kind = 'books.' || e.book || '.approve-' || a.approval)`,
    ),
  },
];
