import type { Invariant } from '../ledger/invariant.ts';
import { badMoment, noneOf } from '../ledger/invariant.ts';
import { w } from '../lib/words.ts';
import { TURNS } from './model.ts';

const patrols = (where: string) =>
  `SELECT p.id FROM trust_patrols AS p JOIN subscriptions AS s ON s.id = p.subscription_id
   WHERE ${where}`;

export const invariants: readonly Invariant[] = [
  {
    key: 'trusts.known',
    check: w('巡查的种类认识，属于托管', 'Patrols are of a known turn, and of trusts'),
    sql: patrols(`${noneOf('p.turn', TURNS)} OR s.tariff <> 'trust'`),
  },
  {
    key: 'trusts.moments',
    check: w('巡查和大雨的时间有效', 'The moments of patrols and rains exist'),
    sql: `${patrols(badMoment('p.patrolled_at'))}
          UNION ALL SELECT r.id FROM rains AS r
          WHERE ${badMoment('r.starts_at')} OR ${badMoment('r.ends_at')}`,
  },
  {
    key: 'trusts.found',
    check: w(
      '有异常的巡查写明情况，无异常的没有',
      'A patrol says what it found exactly where all was not well',
    ),
    sql: patrols('p.ok = (p.findings IS NOT NULL) OR (p.ok AND p.owner_told)'),
  },
  {
    key: 'trusts.rain',
    check: w('雨前雨后的巡查写明哪一场雨', 'A patrol around a rain says which'),
    sql: patrols(`(p.turn = 'weekly') <> (p.rain_id IS NULL)`),
  },
  {
    key: 'trusts.rain_order',
    check: w('大雨的结束不早于开始', 'No rain ends before it starts'),
    sql: 'SELECT r.id FROM rains AS r WHERE r.ends_at < r.starts_at',
  },
  {
    key: 'trusts.watched',
    check: w(
      '没有定终止日期的托管，都有且只有一个下次巡查',
      'A trust without an end owes exactly one next patrol',
    ),
    sql: `SELECT s.no FROM subscriptions AS s
          WHERE s.tariff = 'trust' AND s.until_on IS NULL
            AND (SELECT count(*) FROM deadlines AS d WHERE d.subject = s.no
              AND d.kind = 'trust.patrol' AND d.ending IS NULL) <> 1`,
  },
  {
    key: 'trusts.decided',
    check: w('恢复全额收费的托管，都是用量超限后决定的', 'A full fee under a trust was decided'),
    sql: `SELECT s.no FROM subscriptions AS s
          WHERE s.full_fee_from_on IS NOT NULL AND NOT EXISTS (SELECT 1 FROM deadlines AS d
            WHERE d.subject = s.no AND d.kind = 'trust.decide')`,
  },
];
