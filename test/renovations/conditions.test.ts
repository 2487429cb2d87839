import { describe, expect, it } from 'vitest';
import { w } from '../../src/lib/words.ts';
import { CHAIN, refusalOfLacks, STEPS } from '../../src/renovations/chain-rules.ts';
import {
  type ConditionName,
  conditionOf,
  type Standing,
} from '../../src/renovations/conditions-rules.ts';
import type { Step } from '../../src/renovations/model.ts';
import { standing } from './standing.ts';

const zh = (name: ConditionName, change: Partial<Standing>): string[] =>
  conditionOf(name)
    .lacks(standing(change))
    .map((words) => words.zh);

/** Of each condition what leaves it unmet, and what it then says is lacking. */
const UNMET: Readonly<Record<ConditionName, readonly [Partial<Standing>, string[]][]>> = {
  papers: [
    [{ lacking: { review: ['drawings'], permit: ['agreement'] } }, ['drawings']],
    [
      { lacking: { review: ['drawings', 'gas-approval'], permit: [] } },
      ['drawings', 'gas-approval'],
    ],
  ],
  formalities: [
    [{ lacking: { review: [], permit: ['agreement'] } }, ['agreement']],
    [{ lacking: { review: ['drawings'], permit: ['agreement'] } }, ['drawings', 'agreement']],
  ],
  promises: [[{ unpromised: ['V09', 'V32'] }, ['V09', 'V32']]],
  opinion: [[{ opinion: null }, ['还没有']]],
  amounts: [[{ unset: ['deposits.team.amount'] }, ['deposits.team.amount']]],
  fees: [
    [
      { unpaid: [w('住户 垃圾清运费 200.00', 'household, rubbish, 200.00')] },
      ['住户 垃圾清运费 200.00'],
    ],
  ],
  rectified: [[{ openViolations: ['1 V09', '3 V20'] }, ['1 V09', '3 V20']]],
  utilities: [[{ utilitiesAt: null }, ['未开通']]],
  'works-over': [
    [{ requestedAt: null, today: '2026-12-20' }, ['2026-12-20']],
    [{ requestedAt: null, today: '2026-12-01' }, ['2026-12-20']],
  ],
  requested: [[{ requestedAt: null }, ['验收申请']]],
  unrequested: [[{ requestedAt: '2026-12-18T01:00:00Z' }, ['已申请验收']]],
  'not-begun': [[{ state: 'permitted', today: '2026-12-01' }, ['2026-12-01 已开工']]],
  'permits-back': [[{ permitsOut: ['D261123-001-01'] }, ['D261123-001-01']]],
  'permits-paid': [
    [{ permitsOwedFen: 50_00 }, ['50.00']],
    [{ permitsOwedFen: 1 }, ['0.01']],
  ],
  used: [
    [{ today: '2027-03-17' }, ['2027-03-18']],
    [{ today: '2026-12-18' }, ['2027-03-18']],
  ],
  'claim-paid': [[{ claimOutstandingFen: 123_45 }, ['123.45']]],
};

/** What the same condition is content with, at the boundary. */
const MET: Readonly<Record<ConditionName, Partial<Standing>>> = {
  papers: { lacking: { review: [], permit: ['agreement'] } },
  formalities: {},
  promises: {},
  opinion: { opinion: '' },
  amounts: {},
  fees: {},
  rectified: {},
  utilities: {},
  'works-over': { requestedAt: null, today: '2026-12-21' },
  requested: {},
  unrequested: { requestedAt: null },
  'not-begun': { state: 'permitted', today: '2026-11-30' },
  'permits-back': {},
  'permits-paid': { permitsOwedFen: 0 },
  used: { today: '2027-03-18' },
  'claim-paid': { claimOutstandingFen: 0 },
};

const NAMES = Object.keys(UNMET) as ConditionName[];

describe.each(NAMES)('%s', (name) => {
  it.each(UNMET[name])('is unmet: %j', (change, lacking) => {
    expect(zh(name, change)).toEqual(lacking);
  });

  it('is met at the boundary', () => {
    expect(zh(name, MET[name])).toEqual([]);
  });
});

it('an application without a day of re-inspection has not been used too short', () => {
  expect(zh('used', { reinspectFromOn: null, today: '2026-11-23' })).toEqual([]);
});

describe('what is refused for it', () => {
  const cases = STEPS.flatMap((step) =>
    (CHAIN[step].needs ?? []).map((name) => [step, name] as const),
  );

  it.each(cases)('%s without %s', (step, name) => {
    const others = Object.assign({}, ...(CHAIN[step].needs ?? []).map((each) => MET[each]));
    const [[change, lacking] = [{}, []]] = UNMET[name];
    const refusal = refusalOfLacks(step, standing({ ...others, ...change }));
    expect(refusal).toMatchObject({ kind: 'refused', code: conditionOf(name).code });
    for (const each of lacking) expect(refusal?.words.zh).toContain(each);
    expect(refusal?.words.zh).toContain(CHAIN[step].words.zh);
    expect(refusal?.hint?.zh).toBeTruthy();
  });

  it.each(STEPS)('nothing where %s lacks nothing', (step: Step) => {
    const all = Object.assign({}, ...(CHAIN[step].needs ?? []).map((each) => MET[each]));
    expect(refusalOfLacks(step, standing(all))).toBeUndefined();
  });
});

it.each<[string, Step, Partial<Standing>, string, string]>([
  [
    'papers',
    'review',
    { lacking: { review: ['drawings', 'description'], permit: ['agreement'] } },
    'papers_missing',
    '先办：wy reno paper D261123-001 --add drawings,description',
  ],
  [
    'agreement and safety letter',
    'permit',
    { state: 'approved', lacking: { review: [], permit: ['agreement', 'safety-letter'] } },
    'papers_missing',
    '先办：wy reno paper D261123-001 --add agreement,safety-letter',
  ],
  [
    'promises',
    'permit',
    { state: 'approved', unpromised: ['V09'] },
    'not_promised',
    '先办：wy reno commit D261123-001 --all --signed-by … --foreman …',
  ],
  [
    'an amount that the policy leaves unset',
    'permit',
    { state: 'approved', unset: ['deposits.team.amount'] },
    'amount_not_set',
    '请在 policy.yaml 里定好金额；不收的，从 renovations.fees 里删去。',
  ],
  [
    'money',
    'permit',
    { state: 'approved', unpaid: [w('住户 垃圾清运费 200.00', 'household, rubbish, 200.00')] },
    'fees_unpaid',
    '先办：wy reno fees D261123-001 --method …',
  ],
  [
    'a violation before the permit',
    'permit',
    { state: 'approved', openViolations: ['1 V01'] },
    'open_violations',
    '先办：wy reno rectify D261123-001 1',
  ],
  [
    'the first of several open violations',
    'accept',
    { state: 'permitted', openViolations: ['2 V09', '3 V20'] },
    'open_violations',
    '先办：wy reno rectify D261123-001 2',
  ],
  [
    'the request',
    'accept',
    { state: 'permitted', requestedAt: null },
    'not_requested',
    '先办：wy reno inspect D261123-001 --request',
  ],
  [
    'a second request',
    'request',
    { state: 'permitted' },
    'already_requested',
    '先办：wy reno inspect D261123-001 --pass --inspectors …',
  ],
  [
    'the months of use',
    'reinspect',
    { state: 'accepted', today: '2027-03-17' },
    'too_early',
    '最早 2027-03-18 复检。以后几周的复检：wy reno due',
  ],
  [
    'permits',
    'refund',
    { state: 'reinspected', permitsOut: ['D261123-001', 'D261123-001-02'] },
    'permits_out',
    '先办：wy reno permits D261123-001 --returned all',
  ],
  [
    'a lost permit that nobody paid for',
    'refund',
    { state: 'reinspected', permitsOwedFen: 50_00 },
    'permits_unpaid',
    '先办：wy reno fees D261123-001 --method …',
  ],
  [
    'the claim',
    'close',
    { state: 'settled', claimOutstandingFen: 1200_00, claimCharges: [7, 9] },
    'claim_unpaid',
    '收款：wy fee pay --unit 3-2-1501 --amount 1200.00 --for 7,9 --method …',
  ],
])('says what to do: %s', (_, step, change, code, hint) => {
  const refusal = refusalOfLacks(step, standing(change));
  expect([refusal?.code, refusal?.hint?.zh]).toEqual([code, hint]);
});

it('calls papers by name and code, where the site has a name for them', () => {
  const names = {
    works: {},
    grounds: {},
    violations: {},
    papers: { drawings: w('图纸', 'plans') },
  };
  const refusal = refusalOfLacks(
    'review',
    standing({ names, lacking: { review: ['drawings', 'gone'], permit: [] } }),
  );
  expect(refusal?.words).toEqual(
    w(
      'D261123-001 还不能办“主管审核通过”，须审核所需资料齐全：图纸（drawings）、gone。',
      'D261123-001 is not ready for "supervisor\'s review". Needed: the papers for the review (plans (drawings), gone).',
    ),
  );
});

it.each([
  ['eight', 8, 'V01、V02、V03、V04、V05、V06、V07、V08。'],
  ['nine', 9, 'V01、V02、V03、V04、V05、V06、V07、V08…。'],
])('tells of many codes the first eight: %s', (_, count, told) => {
  const unpromised = Array.from({ length: count }, (_each, index) => `V0${index + 1}`);
  const refusal = refusalOfLacks('permit', standing({ state: 'approved', unpromised }));
  expect(refusal?.words.zh.endsWith(`：${told}`)).toBe(true);
});

it('of several lacks the first in the order of the table is told', () => {
  const it = standing({ state: 'approved', unpromised: ['V01'], unset: ['fees.tariffs.rubbish'] });
  expect(refusalOfLacks('permit', it)?.code).toBe('not_promised');
});

it('what is only asked for refuses nothing', () => {
  const asked = { opinion: null, unpromised: ['V01'] };
  expect(refusalOfLacks('approve', standing({ state: 'reviewed', ...asked }))).toBeUndefined();
});
