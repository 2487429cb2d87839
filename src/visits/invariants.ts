import type { Invariant } from '../ledger/invariant.ts';
import { badDay, badMoment, noneOf, sqlList } from '../ledger/invariant.ts';
import { w } from '../lib/words.ts';
import { OUTCOMES, REASON_WORDS, WAYS } from './model.ts';

const named = (where: string) => `SELECT no FROM visits AS v WHERE ${where}`;
const months = (where: string) => `SELECT month FROM samples AS s WHERE ${where}`;

/** Of these a visit follows up no case. */
const WITHOUT_CASE = sqlList(['sample', 'visit']);

export const invariants: readonly Invariant[] = [
  {
    key: 'visits.moments',
    check: w('走访的时间有效', 'The moments of the visits exist'),
    sql: named(badMoment('visited_at')),
  },
  {
    key: 'visits.known',
    check: w('走访的事由、方式、结果都认识', 'Reason, way and result of a visit are known'),
    sql: named(
      `${noneOf('reason', REASON_WORDS)} OR ${noneOf('way', WAYS)}
       OR ${noneOf('result', OUTCOMES)}`,
    ),
  },
  {
    key: 'visits.whom',
    check: w(
      '走访要么跟进一条记录，要么到一户',
      'A visit follows up a record, or calls on a household',
    ),
    sql: named(
      `(subject IS NULL) <> (reason IN (${WITHOUT_CASE}))
       OR (subject IS NULL AND unit_id IS NULL)
       OR (sample_id IS NULL) <> (reason <> 'sample')`,
    ),
  },
  {
    key: 'visits.subject',
    check: w('走访跟进和转成的记录都在', 'What a visit follows up or led to is there'),
    sql: named(
      `(subject IS NOT NULL AND subject NOT IN (SELECT no FROM subjects))
       OR (led_to IS NOT NULL AND led_to NOT IN (
         SELECT no FROM tickets UNION ALL SELECT no FROM complaints))`,
    ),
  },
  {
    key: 'visits.told',
    check: w(
      '跟进的记录里写着这次走访',
      'The record that a visit follows up tells of it at the same moment',
    ),
    sql: named(
      `subject IS NOT NULL AND NOT EXISTS (SELECT 1 FROM events AS e
         WHERE e.subject = v.subject AND e.at = v.visited_at
           AND (e.kind = 'noAnswer') = (v.result = 'no-answer')
           AND e.kind IN ('noAnswer', 'calledBack', 'visited')
           AND coalesce(e.detail ->> '$.result', v.result) = v.result)`,
    ),
  },
  {
    key: 'visits.silent',
    check: w('无人应答的没有意见和需求', 'Where nobody answered, nothing was said'),
    sql: named(
      `result = 'no-answer'
       AND (opinion IS NOT NULL OR needs IS NOT NULL OR led_to IS NOT NULL)`,
    ),
  },
  {
    key: 'visits.sampled',
    check: w(
      '抽样回访的房屋都抽到过，各回访到一次',
      'A household visited for a sample was drawn for it, and is reached once',
    ),
    sql: named(
      `sample_id IS NOT NULL AND (NOT EXISTS (SELECT 1 FROM sample_units AS su
           WHERE su.sample_id = v.sample_id AND su.unit_id = v.unit_id)
         OR (result <> 'no-answer' AND EXISTS (SELECT 1 FROM visits AS o
           WHERE o.sample_id = v.sample_id AND o.unit_id = v.unit_id AND o.id < v.id
             AND o.result <> 'no-answer')))`,
    ),
  },
  {
    key: 'samples.month',
    check: w('样本的月份和时间有效', 'The month and the moment of a sample exist'),
    sql: months(`length(month) <> 7 OR ${badDay("(month || '-01')")} OR ${badMoment('drawn_at')}`),
  },
  {
    key: 'samples.units',
    check: w('每个样本都有住户', 'Every sample has households'),
    sql: months('NOT EXISTS (SELECT 1 FROM sample_units AS su WHERE su.sample_id = s.id)'),
  },
];
