import { RESULTS } from '../cases/model.ts';
import type { Invariant } from '../ledger/invariant.ts';
import { badDay, badMoment, noneOf, sqlList, takenDownHere } from '../ledger/invariant.ts';
import { w } from '../lib/words.ts';
import { AGAINST, CHANNELS, GRADES, MEASURES, NATURES, RECURRING, STATES } from './model.ts';

const MOMENTS = [
  'happened_at',
  'asked_until_at',
  'harm_stopped_at',
  'received_at',
  'verified_at',
  'replied_at',
  'resolved_at',
  'told_at',
  'closed_at',
  'callback_at',
  'reopened_at',
] as const;

const named = (where: string) => `SELECT no FROM complaints AS c WHERE ${where}`;

const ofMeasures = (where: string) =>
  `SELECT DISTINCT c.no FROM complaint_measures AS m JOIN complaints AS c ON c.id = m.complaint_id
   WHERE ${where}`;

/** An old list may not tell the result, and close after the callback. */
const TAKEN_DOWN_HERE = takenDownHere('c.no');

const DEADLINE = 'SELECT 1 FROM deadlines AS d WHERE d.subject = c.no';
const OPEN = `${DEADLINE} AND d.ending IS NULL`;

/** What a complaint can still owe when it is closed. */
const OWED_AFTERWARDS = [
  'complaint.tell',
  'complaint.reply',
  'complaint.answer',
  'complaint.callback',
  'complaint.measure',
  'complaint.analyse',
];

const UNIQUE_KINDS = "d.kind LIKE 'complaint.%' AND d.kind <> 'complaint.measure'";

export const invariants: readonly Invariant[] = [
  {
    key: 'complaints.known',
    check: w(
      '投诉的来源、级别、性质、对象和状态都是已知的',
      'Channel, grade, nature, subject and state of the complaints are known',
    ),
    sql: named(
      [
        noneOf('channel', CHANNELS),
        noneOf('grade', GRADES),
        noneOf('nature', NATURES),
        noneOf('against', AGAINST),
        noneOf('state', STATES),
        noneOf('callback_result', RESULTS),
        noneOf('recurring', RECURRING),
      ].join(' OR '),
    ),
  },
  {
    key: 'complaints.moments',
    check: w('投诉的时间有效', 'The moments of the complaints exist'),
    sql: named(MOMENTS.map(badMoment).join(' OR ')),
  },
  {
    key: 'complaints.order',
    check: w('投诉的各步骤先后有序', 'The steps of a complaint follow each other'),
    sql: named(
      `happened_at > received_at OR harm_stopped_at < received_at OR verified_at < received_at
       OR reopened_at < received_at OR replied_at < coalesce(reopened_at, received_at)
       OR resolved_at < coalesce(reopened_at, received_at) OR told_at < resolved_at
       OR closed_at < resolved_at OR callback_at < received_at
       OR (callback_at < closed_at AND ${TAKEN_DOWN_HERE})`,
    ),
  },
  {
    key: 'complaints.somebody',
    check: w(
      '投诉总有房号、投诉人、电话或地点',
      'A complaint has a unit, a name, a phone or a place',
    ),
    sql: named('unit_id IS NULL AND caller IS NULL AND phone IS NULL AND place IS NULL'),
  },
  {
    key: 'complaints.resolved',
    check: w(
      '已处理的投诉有结果，处理中的没有',
      'A resolved complaint has a result, one under way has none',
    ),
    sql: named(
      `(state = 'open') <> (resolved_at IS NULL)
       OR ((resolved_at IS NULL) <> (result IS NULL) AND ${TAKEN_DOWN_HERE})
       OR (state = 'open' AND told_at IS NOT NULL)`,
    ),
  },
  {
    key: 'complaints.closed',
    check: w(
      '已结案的投诉有结案时间，无效的按无效结案',
      'A closed complaint says when; only one without grounds is closed as invalid',
    ),
    sql: named(
      `(state IN ('closed', 'invalid')) <> (closed_at IS NOT NULL)
       OR (state = 'invalid' AND nature <> 'invalid') OR (state = 'closed' AND nature = 'invalid')`,
    ),
  },
  {
    key: 'complaints.harm',
    check: w('损害制止以后才算处理完毕', 'No complaint was resolved while its harm went on'),
    sql: named(
      `(harm_stopped_at IS NOT NULL AND harm_at_reception = 0)
       OR (harm_at_reception = 1 AND harm_stopped_at IS NULL AND state <> 'open')`,
    ),
  },
  {
    key: 'complaints.verified',
    check: w('核实过的投诉有核实情况', 'Verified facts are written down'),
    sql: named('(verified_at IS NULL) <> (facts IS NULL)'),
  },
  {
    key: 'complaints.callback',
    check: w(
      '投诉的回访有时间也有结果，签字在回访之后',
      'A callback of a complaint has a time and a result; it is signed afterwards',
    ),
    sql: named(
      `(callback_at IS NULL) <> (callback_result IS NULL)
       OR (callback_at IS NULL AND callback_signer_id IS NOT NULL)`,
    ),
  },
  {
    key: 'complaints.rounds',
    check: w('重办过的投诉有重办时间', 'A complaint that came back says when'),
    sql: named('(repeats > 0) <> (reopened_at IS NOT NULL)'),
  },
  {
    key: 'complaints.about',
    check: w('投诉所涉的工单存在', 'The repairs that became complaints exist'),
    sql: named('about IS NOT NULL AND about NOT IN (SELECT no FROM tickets)'),
  },
  {
    key: 'complaints.resolve_promised',
    check: w(
      '处理中的投诉恰有一个处理期限，其他的没有',
      'A complaint under way has exactly one open deadline to be resolved, others have none',
    ),
    sql: named(
      `(state = 'open') <> (SELECT count(*) FROM deadlines AS d
         WHERE d.subject = c.no AND d.kind = 'complaint.resolve' AND d.ending IS NULL)`,
    ),
  },
  {
    key: 'complaints.promised_once',
    check: w('投诉的同一事项只有一个未了的期限', 'A complaint owes each thing once at a time'),
    sql: named(
      `c.no IN (SELECT d.subject FROM deadlines AS d WHERE d.ending IS NULL AND ${UNIQUE_KINDS}
         GROUP BY d.subject, d.kind HAVING count(*) > 1)`,
    ),
  },
  {
    key: 'complaints.callback_promised',
    check: w('结案的投诉都安排了回访', 'Every closed complaint was promised a callback'),
    sql: named(
      `closed_at IS NOT NULL AND NOT EXISTS (${DEADLINE} AND d.kind = 'complaint.callback')`,
    ),
  },
  {
    key: 'complaints.ended',
    check: w(
      '结案的投诉只可能还欠告知、答复、回访、措施和报告',
      'A closed complaint owes nothing but word, an answer, a callback, measures and an analysis',
    ),
    sql: named(
      `closed_at IS NOT NULL AND EXISTS (${OPEN} AND d.kind NOT IN (${sqlList(OWED_AFTERWARDS)}))`,
    ),
  },
  {
    key: 'complaint_measures.known',
    check: w(
      '投诉的措施种类已知，时间有效',
      'The measures of complaints are of a known kind and time',
    ),
    sql: ofMeasures(
      [noneOf('m.kind', MEASURES), badDay('m.until_on'), badMoment('m.done_at')].join(' OR '),
    ),
  },
  {
    key: 'complaint_measures.promised',
    check: w(
      '没有落实的措施有人负责、有期限',
      'A measure not carried out has somebody who owes it, and a deadline',
    ),
    sql: ofMeasures(
      `m.kind <> 'remedy' AND (m.owner_id IS NULL OR m.until_on IS NULL
         OR (m.done_at IS NULL) <> EXISTS (${OPEN} AND d.kind = 'complaint.measure' AND d.part = m.part))`,
    ),
  },
];
