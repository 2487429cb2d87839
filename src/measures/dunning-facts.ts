import { ALL_WAYS, STAGES } from '../dunning/model.ts';
import { same, type Words, w } from '../lib/words.ts';
import type { Facts } from './facts-model.ts';

const STAGE_NAMES: Readonly<Record<string, Words>> = STAGES;
const WAY_NAMES: Readonly<Record<string, Words>> = ALL_WAYS;

const step = (label: Words, definition: Words, where: string) => ({ label, definition, where });

/** Who was asked for what is overdue, and how (rules 133, 134). Whether promises were kept: the deadlines. */
export const dunning: Facts = {
  key: 'dunning',
  name: w('催缴', 'Dunning'),
  select: `SELECT n.no, n.contacted_at AS at, u.code AS unit, n.stage || ' ' || n.way AS what,
      n.amount_fen AS amountFen, n.stage, n.way, n.result, u.building
    FROM contacts AS n JOIN units AS u ON u.id = n.unit_id
    WHERE n.contacted_at >= @from AND n.contacted_at <= @end`,
  figures: {
    contacts: step(
      w('催缴次数', 'contacts'),
      w('本期的催缴记录', 'contacts of the period about arrears'),
      'true',
    ),
    notices: step(
      w('电话短信通知', 'notices'),
      w('其中通知', 'of those, notices'),
      "stage = 'notice'",
    ),
    letters: step(w('催缴函', 'letters'), w('其中催缴函', 'of those, letters'), "stage = 'letter'"),
    visits: step(w('上门', 'visits'), w('其中上门拜访', 'of those, visits'), "stage = 'visit'"),
    legal: step(
      w('法律途径', 'legal action'),
      w('其中决定走法律途径', 'of those, decisions for legal action'),
      "stage = 'legal'",
    ),
    promised: step(
      w('承诺缴费', 'promised'),
      w('其中承诺缴费', 'of those, with a promise to pay'),
      "result = 'promised'",
    ),
    refused: step(
      w('拒绝或有异议', 'refused or disputed'),
      w('其中拒绝缴费或有异议', 'of those, refused or disputed'),
      "result IN ('refused', 'disputed')",
    ),
  },
  whatOf: (_, what) => {
    const [stage = '', way = ''] = what.split(' ');
    const [of, by] = [STAGE_NAMES[stage] ?? same(stage), WAY_NAMES[way] ?? same(way)];
    return w(`${of.zh}·${by.zh}`, `${of.en}: ${by.en}`);
  },
  groupings: {
    stage: { label: w('步骤', 'Step'), by: 'stage' },
    way: { label: w('方式', 'Way'), by: 'way' },
    building: { label: w('楼栋', 'Building'), by: 'building' },
  },
};
