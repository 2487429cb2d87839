import type { Invariant } from '../ledger/invariant.ts';
import { badMoment, noneOf } from '../ledger/invariant.ts';
import { w } from '../lib/words.ts';
import { CHANNELS, KINDS, STATES } from './model.ts';

const named = (where: string) => `SELECT no FROM enquiries AS e WHERE ${where}`;

const OPEN_PROMISES = `(SELECT count(*) FROM deadlines AS d
  WHERE d.subject = e.no AND d.ending IS NULL)`;

export const invariants: readonly Invariant[] = [
  {
    key: 'enquiries.known',
    check: w('来访来电的方式、性质、状态都认识', 'Channel, kind and state of enquiries are known'),
    sql: named(
      [noneOf('channel', CHANNELS), noneOf('kind', KINDS), noneOf('state', STATES)].join(' OR '),
    ),
  },
  {
    key: 'enquiries.moments',
    check: w('来访来电的时间有效', 'The moments of the enquiries exist'),
    sql: named(
      ['received_at', 'promised_at', 'answered_at', 'closed_at'].map(badMoment).join(' OR '),
    ),
  },
  {
    key: 'enquiries.order',
    check: w('来访来电的时间先后有序', 'No enquiry was promised or settled before it came'),
    sql: named('promised_at < received_at OR answered_at < received_at OR closed_at < received_at'),
  },
  {
    key: 'enquiries.answered',
    check: w('已答复的有答复内容和时间', 'An answered enquiry has its answer and when'),
    sql: named(
      `(state = 'answered') <> (answered_at IS NOT NULL) OR (state = 'answered') <> (answer IS NOT NULL)`,
    ),
  },
  {
    key: 'enquiries.closed',
    check: w('了结的有了结时间', 'A closed enquiry says when'),
    sql: named(`(state = 'closed') <> (closed_at IS NOT NULL)`),
  },
  {
    key: 'enquiries.one_recipient',
    check: w('一条记录只转给一处', 'An enquiry was passed on to one recipient'),
    sql: named('passed_to IS NOT NULL AND passed_to_id IS NOT NULL'),
  },
  {
    key: 'enquiries.owed',
    check: w(
      '待答复的恰有一个答复期限，其余没有',
      'An open enquiry owes exactly one answer, any other none',
    ),
    sql: named(`${OPEN_PROMISES} <> (state = 'open')`),
  },
];
