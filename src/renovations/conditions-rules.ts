import type { Day } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import { yuanText } from '../lib/money.ts';
import { same, type Words, w } from '../lib/words.ts';
import type { Names, State, Step } from './model.ts';
import { payClaimLine } from './money-rules.ts';

/** What the chain looks at: how a renovation stands today. */
export interface Standing {
  no: string;
  unit: string;
  state: State;
  today: Day;
  /** What the site calls its codes. */
  names?: Names;
  /** Codes of papers, before the review and before the permit. */
  lacking: Readonly<Record<'review' | 'permit', readonly string[]>>;
  /** Codes of violations that not everybody has promised yet. */
  unpromised: readonly string[];
  opinion: string | null;
  /** Keys of the policy whose amount is not set. */
  unset: readonly string[];
  /** Names of what is to be paid before the permit and was not. */
  unpaid: readonly Words[];
  utilitiesAt: Moment | null;
  /** The period of the works, both days counted. */
  fromOn: Day;
  untilOn: Day;
  requestedAt: Moment | null;
  /** `1 V09`, each. */
  openViolations: readonly string[];
  /** Numbers of permits and passes that are still out. */
  permitsOut: readonly string[];
  /** Passes' costs and lost permits that nobody has paid for. */
  permitsOwedFen: number;
  /** The first day of the re-inspection (rule 106); null before the acceptance. */
  reinspectFromOn: Day | null;
  /** Of the claim on the household what is not paid yet. */
  claimOutstandingFen: number;
  /** Its charges that are not paid yet. */
  claimCharges: readonly number[];
}

interface Condition {
  /** What is needed. */
  words: Words;
  /** What is lacking, empty where nothing is. */
  lacks(it: Standing): readonly Words[];
  /** Of the refusal. */
  code: string;
  /** The step that brings it about. */
  remedy?: Step;
  /** What to do where no step does. */
  hint?(it: Standing): Words;
}

const some = (codes: readonly string[]): Words[] => codes.map(same);

const when = (isLacking: boolean, words: Words): Words[] => (isLacking ? [words] : []);

/** What a step may need, each once, in the order in which it is brought about (rules 80–113). */
const CONDITIONS = {
  papers: {
    words: w('审核所需资料齐全', 'the papers for the review'),
    lacks: (it) => some(it.lacking.review),
    code: 'papers_missing',
    remedy: 'paper',
  },
  formalities: {
    words: w('装修管理协议、安全责任书等齐全', 'agreement, safety letter and the like'),
    lacks: (it) => some([...it.lacking.review, ...it.lacking.permit]),
    code: 'papers_missing',
    remedy: 'paper',
  },
  promises: {
    words: w('住户和施工队逐条承诺', 'every violation promised by household and team'),
    lacks: (it) => some(it.unpromised),
    code: 'not_promised',
    remedy: 'commit',
  },
  opinion: {
    words: w('工程维修意见', "engineering's opinion"),
    lacks: (it) => when(it.opinion === null, w('还没有', 'none yet')),
    code: 'no_opinion',
  },
  amounts: {
    words: w('制度里定了金额', 'amounts that the policy sets'),
    lacks: (it) => some(it.unset),
    code: 'amount_not_set',
    hint: () =>
      w(
        '请在 policy.yaml 里定好金额；不收的，从 renovations.fees 里删去。',
        'Set them in policy.yaml, or leave out of renovations.fees what is not taken.',
      ),
  },
  fees: {
    words: w('费用和保证金交清', 'fees and deposits paid'),
    lacks: (it) => it.unpaid,
    code: 'fees_unpaid',
    remedy: 'fees',
  },
  rectified: {
    words: w('违规全部整改合格', 'all violations put right'),
    lacks: (it) => some(it.openViolations),
    code: 'open_violations',
    remedy: 'rectify',
  },
  utilities: {
    words: w('开通水电', 'water and power'),
    lacks: (it) => when(it.utilitiesAt === null, w('未开通', 'not opened')),
    code: 'utilities_closed',
    remedy: 'utilities',
  },
  'works-over': {
    words: w('施工期满', 'the end of the works'),
    lacks: ({ requestedAt, untilOn, today }) =>
      when(requestedAt === null && today <= untilOn, same(untilOn)),
    code: 'works_running',
    remedy: 'patrol',
  },
  requested: {
    words: w('住户和施工队共同申请验收', 'a request by household and team'),
    lacks: (it) => when(it.requestedAt === null, w('验收申请', 'none yet')),
    code: 'not_requested',
    remedy: 'request',
  },
  unrequested: {
    words: w('没有待办的验收', 'no acceptance under way'),
    lacks: (it) => when(it.requestedAt !== null, w('已申请验收', 'asked for already')),
    code: 'already_requested',
    remedy: 'accept',
  },
  'not-begun': {
    words: w('施工还没有开始', 'works that have not begun'),
    lacks: ({ state, fromOn, today }) =>
      when(state === 'permitted' && today >= fromOn, w(`${fromOn} 已开工`, `begun on ${fromOn}`)),
    code: 'works_begun',
    hint: ({ no }) =>
      w(
        `开工以后要经验收、复检才退保证金：wy reno inspect ${no} --request`,
        `Once begun, the deposits go back after acceptance and re-inspection: wy reno inspect ${no} --request`,
      ),
  },
  'permits-back': {
    words: w('证件全部交回或登记遗失', 'permits and passes back, or lost'),
    lacks: (it) => some(it.permitsOut),
    code: 'permits_out',
    remedy: 'permits',
  },
  'permits-paid': {
    words: w('证件工本费和遗失赔偿付清', 'passes and lost permits paid for'),
    lacks: (it) => when(it.permitsOwedFen > 0, same(yuanText(it.permitsOwedFen))),
    code: 'permits_unpaid',
    remedy: 'fees',
  },
  used: {
    words: w('初验合格后的使用期满', 'the end of the months of use since the acceptance'),
    lacks: ({ reinspectFromOn: from, today }) =>
      from !== null && today < from ? [same(from)] : [],
    code: 'too_early',
    hint: ({ reinspectFromOn: from }) =>
      w(
        `最早 ${from} 复检。以后几周的复检：wy reno due`,
        `${from} is the first day. Those of the coming weeks: wy reno due`,
      ),
  },
  'claim-paid': {
    words: w('追偿款已付清', 'the claim paid'),
    lacks: (it) => when(it.claimOutstandingFen > 0, same(yuanText(it.claimOutstandingFen))),
    code: 'claim_unpaid',
    hint: ({ unit, claimOutstandingFen, claimCharges }) => {
      const line = payClaimLine(unit, claimOutstandingFen, claimCharges);
      return w(`收款：${line}`, `Have it paid: ${line}`);
    },
  },
} as const satisfies Record<string, Condition>;

export type ConditionName = keyof typeof CONDITIONS;

/** In the order in which they are brought about. */
export const CONDITION_NAMES = Object.keys(CONDITIONS) as ConditionName[];

export const conditionOf = (name: ConditionName): Condition => CONDITIONS[name];
