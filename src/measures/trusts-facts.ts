import { same, type Words, w } from '../lib/words.ts';
import { TURNS } from '../trusts/model.ts';
import type { Facts } from './facts-model.ts';

/** Units that are looked after for their owners (rule 125). */
export const trusts: Facts = {
  key: 'trusts',
  name: w('托管', 'Trusts'),
  select: `SELECT s.no, s.agreed_at AS at, u.code AS unit, s.tariff AS what, NULL AS amountFen,
      u.building,
      s.from_on >= @fromOn OR s.agreed_at >= @from AS is_new,
      s.until_on >= @fromOn AND s.until_on <= @endOn AS is_ended,
      s.until_on IS NULL OR s.until_on >= @endOn AS is_held,
      s.full_fee_from_on <= @endOn AS owes_in_full
    FROM subscriptions AS s JOIN units AS u ON u.id = s.unit_id
    WHERE s.tariff = 'trust' AND s.agreed_at <= @end AND s.from_on <= @endOn
      AND (s.until_on IS NULL OR s.until_on >= @fromOn)`,
  figures: {
    begun: {
      label: w('新托管', 'begun'),
      definition: w('本期开始或签订的托管', 'trusts that began or were agreed in the period'),
      where: 'is_new',
    },
    ended: {
      label: w('结束托管', 'ended'),
      definition: w('末日在本期的托管', 'trusts whose last day is in the period'),
      where: 'is_ended',
    },
    held: {
      label: w('期末托管', 'held at the end'),
      definition: w('期末当天在托管的房屋', 'trusts on the last day of the period'),
      where: 'is_held',
    },
    full: {
      label: w('恢复全额收费', 'at the full fee'),
      definition: w(
        '期末托管中已恢复全额收费的',
        'of those held at the end, at the full fee again',
      ),
      where: 'is_held AND owes_in_full',
    },
  },
  whatOf: () => w('托管', 'trust'),
  groupings: { building: { label: w('楼栋', 'Building'), by: 'building' } },
};

const TURN_NAMES: Readonly<Record<string, Words>> = TURNS;

/** How they were looked after; patrols in time are in the facts of the deadlines. */
export const trustPatrols: Facts = {
  key: 'trustPatrols',
  name: w('托管巡查', 'Patrols of trusts'),
  select: `SELECT s.no, p.patrolled_at AS at, u.code AS unit, p.turn AS what, NULL AS amountFen,
      p.turn, p.ok, p.owner_told
    FROM trust_patrols AS p
    JOIN subscriptions AS s ON s.id = p.subscription_id
    JOIN units AS u ON u.id = s.unit_id
    WHERE p.patrolled_at >= @from AND p.patrolled_at <= @end`,
  figures: {
    count: {
      label: w('巡查', 'patrols'),
      definition: w('本期巡查托管房的次数', 'times that trusts were looked after in the period'),
      where: 'true',
    },
    findings: {
      label: w('发现问题', 'findings'),
      definition: w('巡查中发现问题的', 'of those, with something found'),
      where: 'NOT ok',
    },
    untold: {
      label: w('未告知业主', 'owner not told'),
      definition: w(
        '发现问题、尚未告知业主的',
        'of the findings, those the owner does not know of',
      ),
      where: 'NOT ok AND NOT owner_told',
    },
  },
  whatOf: (_, turn) => TURN_NAMES[turn] ?? same(turn),
  groupings: { turn: { label: w('时机', 'Occasion'), by: 'turn' } },
};
