import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CHAIN,
  lineOf,
  missedBy,
  nextOf,
  refusalOfLacks,
  refusalOfState,
  STEPS,
} from '../../src/renovations/chain-rules.ts';
import type { Standing } from '../../src/renovations/conditions-rules.ts';
import { STATES, type State, type Step } from '../../src/renovations/model.ts';
import { standing } from './standing.ts';

const ALL = Object.keys(STATES) as State[];

/** The ways that lead on, and what may be done in each state: written by hand, against the table. */
const LEADS: Readonly<Record<State, Partial<Record<Step, State>>>> = {
  applied: { review: 'reviewed', object: 'refused', cancel: 'cancelled' },
  reviewed: { approve: 'approved', refuse: 'refused', cancel: 'cancelled' },
  approved: { permit: 'permitted', cancel: 'cancelled' },
  permitted: { accept: 'accepted', cancel: 'cancelled' },
  accepted: { reinspect: 'reinspected' },
  reinspected: { refund: 'settled' },
  settled: { close: 'closed' },
  closed: {},
  refused: { resubmit: 'applied', cancel: 'cancelled' },
  cancelled: {},
};

const ALWAYS: readonly Step[] = ['report', 'rectify', 'note'];

const BEFORE_PERMIT: readonly Step[] = ['paper', 'strike', 'commit', 'violation', ...ALWAYS];

const STAYS: Readonly<Record<State, readonly Step[]>> = {
  applied: BEFORE_PERMIT,
  reviewed: BEFORE_PERMIT,
  approved: [...BEFORE_PERMIT, 'fees'],
  permitted: [
    ...['fees', 'tell', 'utilities', 'worker', 'renew', 'patrol', 'overtime', 'extend'],
    ...['violation', 'request', 'reject', 'permits', 'deduct', ...ALWAYS],
  ] as Step[],
  accepted: ['fees', 'violation', 'permits', 'clear', 'deduct', 'fault', ...ALWAYS],
  reinspected: ['fees', 'permits', 'clear', 'deduct', ...ALWAYS],
  settled: ALWAYS,
  closed: ALWAYS,
  refused: BEFORE_PERMIT,
  cancelled: ALWAYS,
};

describe('the table', () => {
  it.each(ALL)('leads from %s where it should', (state) => {
    const leads = STEPS.filter((step) => CHAIN[step].from.includes(state) && CHAIN[step].to);
    expect(Object.fromEntries(leads.map((step) => [step, CHAIN[step].to]))).toEqual(LEADS[state]);
  });

  it.each(ALL)('allows in %s what changes no state', (state) => {
    const stays = STEPS.filter((step) => CHAIN[step].from.includes(state) && !CHAIN[step].to);
    expect(stays.toSorted()).toEqual(STAYS[state].toSorted());
  });

  it('leaves to supervisor and director what is theirs alone', () => {
    const theirs = STEPS.filter((step) => CHAIN[step].only);
    expect(Object.fromEntries(theirs.map((step) => [step, CHAIN[step].role]))).toEqual({
      ...{ review: 'supervisor', object: 'supervisor', approve: 'director', refuse: 'director' },
      ...{ reinspect: 'supervisor', fault: 'supervisor' },
    });
  });

  it.each<[Step, readonly string[]]>([
    ['review', ['papers', 'rectified']],
    ['approve', []],
    ['fees', ['amounts']],
    ['permit', ['formalities', 'promises', 'rectified', 'amounts', 'fees']],
    ['request', ['unrequested']],
    ['accept', ['rectified', 'requested']],
    ['reject', ['requested']],
    ['reinspect', ['used', 'rectified']],
    ['fault', ['used']],
    ['refund', ['rectified', 'permits-back', 'permits-paid']],
    ['close', ['claim-paid']],
    ['cancel', ['not-begun', 'unrequested', 'permits-back', 'permits-paid']],
  ])('%s needs %j', (step, needs) => {
    expect(CHAIN[step].needs ?? []).toEqual(needs);
  });

  it('leads every renovation from the application to the archive', () => {
    const reached = new Set<State>(['applied']);
    for (const _ of ALL) {
      for (const { from, to } of Object.values(CHAIN)) {
        if (to && from.some((state) => reached.has(state))) reached.add(to);
      }
    }
    expect([...reached].toSorted()).toEqual(ALL.toSorted());
  });
});

describe('a step that the state does not allow', () => {
  const every = ALL.flatMap((state) => STEPS.map((step) => [step, state] as const));

  it.each(every)('%s in %s', (step, state) => {
    const refusal = refusalOfState(step, { no: 'D261123-001', state });
    if (CHAIN[step].from.includes(state)) {
      expect(refusal).toBeUndefined();
      return;
    }
    expect(refusal?.kind).toBe('refused');
    expect(refusal?.code).toMatch(/^(not_yet|renovation_[a-z]+)$/);
    expect(refusal?.words.zh).toContain(`现在是“${STATES[state].zh}”`);
    expect(refusal?.words.zh).toContain(CHAIN[step].words.zh);
    expect(refusal?.hint?.zh).toMatch(/wy reno [a-z]+ D261123-001/);
  });

  it.each<[string, Step, State, string]>([
    ['the review passed already', 'review', 'reviewed', 'renovation_reviewed'],
    ['approved before the review', 'approve', 'applied', 'not_yet'],
    ['approved twice', 'approve', 'approved', 'renovation_approved'],
    ['permit before the approval', 'permit', 'reviewed', 'not_yet'],
    ['permit twice', 'permit', 'permitted', 'renovation_permitted'],
    ['patrol before the permit', 'patrol', 'approved', 'not_yet'],
    ['patrol after the acceptance', 'patrol', 'accepted', 'renovation_accepted'],
    ['refund before the re-inspection', 'refund', 'accepted', 'not_yet'],
    ['refund twice', 'refund', 'settled', 'renovation_settled'],
    ['refund of an archived one', 'refund', 'closed', 'renovation_closed'],
    ['resubmitted without a refusal', 'resubmit', 'applied', 'renovation_applied'],
    ['resubmitted while works go on', 'resubmit', 'permitted', 'renovation_permitted'],
    ['resubmitted from the archive', 'resubmit', 'closed', 'renovation_closed'],
    ['review of a refused one', 'review', 'refused', 'renovation_refused'],
    ['permit of a refused one', 'permit', 'refused', 'renovation_refused'],
    ['resubmitted when cancelled', 'resubmit', 'cancelled', 'renovation_cancelled'],
    ['cancelled once accepted', 'cancel', 'accepted', 'renovation_accepted'],
    ['cancelled from the archive', 'cancel', 'closed', 'renovation_closed'],
    ['papers after the permit', 'paper', 'permitted', 'renovation_permitted'],
    ['promises after the permit', 'commit', 'accepted', 'renovation_accepted'],
    ['a violation after the re-inspection', 'violation', 'reinspected', 'renovation_reinspected'],
    ['cleared before the acceptance', 'clear', 'permitted', 'not_yet'],
  ])('is ahead or over: %s', (_, step, state, code) => {
    expect(refusalOfState(step, { no: 'D261123-001', state })?.code).toBe(code);
  });

  it.each<[State, string]>([
    ['applied', '下一步：wy reno review D261123-001 --pass'],
    ['refused', '下一步：wy reno resubmit D261123-001'],
    ['permitted', '下一步：wy reno inspect D261123-001 --pass --inspectors …'],
    ['closed', '查看：wy reno show D261123-001'],
    ['cancelled', '查看：wy reno show D261123-001'],
  ])('says in %s what comes next', (state, hint) => {
    const [step] = STEPS.filter((each) => !CHAIN[each].from.includes(state));
    expect(refusalOfState(step as Step, { no: 'D261123-001', state })?.hint?.zh).toBe(hint);
  });

  it.each<[string, Parameters<typeof refusalOfState>[1], string]>([
    [
      'an acceptance nobody asked for',
      standing({ state: 'permitted', requestedAt: null }),
      '下一步：wy reno inspect D261123-001 --request',
    ],
    [
      'a re-inspection that waits',
      standing({ state: 'accepted', today: '2027-03-17' }),
      '下一步（2027-03-18 起）：wy reno reinspect D261123-001 --pass',
    ],
    [
      'papers that are missing',
      standing({ lacking: { review: ['drawings'], permit: ['agreement'] } }),
      '下一步：wy reno paper D261123-001 --add drawings',
    ],
  ])('says of %s what can be typed, and from when', (_, it, hint) => {
    expect(refusalOfState('close', it)?.hint?.zh).toBe(hint);
  });
});

describe('the line of a step', () => {
  it.each<[Step, Partial<Standing>, string]>([
    ['review', {}, 'wy reno review D261123-001 --pass'],
    ['object', {}, 'wy reno review D261123-001 --refuse --grounds …'],
    [
      'paper',
      { lacking: { review: ['drawings', 'gas-approval'], permit: ['agreement'] } },
      'wy reno paper D261123-001 --add drawings,gas-approval',
    ],
    [
      'paper',
      { state: 'approved', lacking: { review: ['drawings'], permit: ['agreement'] } },
      'wy reno paper D261123-001 --add drawings,agreement',
    ],
    ['paper', {}, 'wy reno paper D261123-001 --add …'],
    [
      'strike',
      { lacking: { review: ['drawings'], permit: [] } },
      'wy reno paper D261123-001 --strike …',
    ],
    ['commit', {}, 'wy reno commit D261123-001 --all --signed-by … --foreman …'],
    ['fees', {}, 'wy reno fees D261123-001 --method …'],
    ['worker', {}, 'wy reno worker add D261123-001 --name … --id-no … --photos 2'],
    ['renew', {}, 'wy reno worker renew D261123-001 … --until …'],
    ['rectify', { openViolations: ['12 V09', '13 V20'] }, 'wy reno rectify D261123-001 12'],
    ['rectify', {}, 'wy reno rectify D261123-001 …'],
    ['report', { openViolations: ['2 V09'] }, 'wy reno report D261123-001 2 --to …'],
    ['violation', {}, 'wy reno violation D261123-001 --code … --measure …'],
    [
      'deduct',
      {},
      'wy reno deduct D261123-001 --amount … --reason … --assessed-by … --approved-by …',
    ],
    ['note', {}, 'wy reno note D261123-001 …'],
  ])('%s %j', (step, change, line) => {
    expect(lineOf(step, standing(change))).toBe(line);
  });

  it.each(STEPS)('of %s holds no word in capitals', (step) => {
    expect(lineOf(step, { no: 'D261123-001' })).not.toMatch(/\b[A-Z]{2,}\b/);
  });
});

describe('what comes next', () => {
  it.each<[State, Step | null]>([
    ['applied', 'review'],
    ['reviewed', 'approve'],
    ['approved', 'permit'],
    ['permitted', 'accept'],
    ['accepted', 'reinspect'],
    ['reinspected', 'refund'],
    ['settled', 'close'],
    ['closed', null],
    ['refused', 'resubmit'],
    ['cancelled', null],
  ])('in %s, where nothing is lacking', (state, step) => {
    expect(nextOf(standing({ state }))?.step ?? null).toBe(step);
  });

  it.each<[string, Partial<Standing>, Step, readonly string[]]>([
    [
      'papers first',
      { lacking: { review: ['drawings'], permit: [] }, unpromised: ['V01'] },
      'paper',
      ['papers', 'promises'],
    ],
    [
      'then promises, though the review does not need them',
      { unpromised: ['V01'] },
      'commit',
      ['promises'],
    ],
    ['a violation before the review', { openViolations: ['1 V01'] }, 'rectify', ['rectified']],
    ['the opinion hinders nobody', { state: 'reviewed', opinion: null }, 'approve', ['opinion']],
    [
      'agreement and money',
      {
        state: 'approved',
        lacking: { review: [], permit: ['agreement'] },
        unpaid: [standingMoney()],
      },
      'paper',
      ['formalities', 'fees'],
    ],
    ['money', { state: 'approved', unpaid: [standingMoney()] }, 'fees', ['fees']],
    [
      'no money where the policy sets no amount',
      { state: 'approved', unset: ['deposits.team.amount'], unpaid: [standingMoney()] },
      'permit',
      ['amounts', 'fees'],
    ],
    ['the request', { state: 'permitted', requestedAt: null }, 'request', ['requested']],
    [
      'water and power first',
      { state: 'permitted', requestedAt: null, utilitiesAt: null },
      'utilities',
      ['utilities', 'requested'],
    ],
    [
      'patrols up to the last day',
      { state: 'permitted', requestedAt: null, today: '2026-12-20' },
      'patrol',
      ['works-over', 'requested'],
    ],
    [
      'what is to be put right, before the request',
      { state: 'permitted', requestedAt: null, openViolations: ['1 V09'] },
      'rectify',
      ['rectified', 'requested'],
    ],
    [
      'permits, while it is used',
      { state: 'accepted', today: '2027-03-01', permitsOut: ['D261123-001'] },
      'permits',
      ['permits-back', 'used'],
    ],
    ['time', { state: 'accepted', today: '2027-03-01' }, 'reinspect', ['used']],
    ['a lost permit', { state: 'reinspected', permitsOwedFen: 50_00 }, 'fees', ['permits-paid']],
    ['the claim', { state: 'settled', claimOutstandingFen: 1 }, 'close', ['claim-paid']],
  ])('%s', (_, change, step, lacks) => {
    const next = nextOf(standing(change));
    expect([next?.step, next?.lacks.map(({ condition }) => condition)]).toEqual([step, lacks]);
    expect(next?.role).toBe(CHAIN[step].role);
  });

  const anyStanding = fc.record({
    state: fc.constantFrom(...ALL),
    lacking: fc.record({
      review: fc.subarray(['drawings', 'description']),
      permit: fc.subarray(['agreement']),
    }),
    unpromised: fc.subarray(['V01', 'V32']),
    opinion: fc.constantFrom(null, '可以'),
    unset: fc.subarray(['deposits.team.amount']),
    unpaid: fc.subarray([standingMoney()]),
    requestedAt: fc.constantFrom(null, '2026-12-18T01:00:00Z'),
    openViolations: fc.subarray(['1 V09']),
    permitsOut: fc.subarray(['D261123-001']),
    permitsOwedFen: fc.constantFrom(0, 50_00),
    today: fc.constantFrom('2027-03-17', '2027-03-18'),
    claimOutstandingFen: fc.constantFrom(0, 1),
  });

  it('can be done, or says what else it waits for', () => {
    fc.assert(
      fc.property(anyStanding, (change) => {
        const it = standing(change);
        const next = nextOf(it);
        if (!next) return;
        expect(refusalOfState(next.step, it)).toBeUndefined();
        const refusal = refusalOfLacks(next.step, it);
        if (refusal) expect(next).toMatchObject({ step: leadingIn(it.state) });
        expect(next.lacks.length > 0 || !refusal).toBe(true);
      }),
    );
  });

  const leadingIn = (state: State): Step => nextOf(standing({ state }))?.step as Step;
});

it('looks in vain for what it asks, without refusing', () => {
  const it = standing({ state: 'reviewed', opinion: null, unpromised: ['V01'] });
  expect(missedBy('approve', it).map(({ condition }) => condition)).toEqual([
    'opinion',
    'promises',
  ]);
  expect(missedBy('approve', standing())).toEqual([]);
});

function standingMoney() {
  return { zh: '住户 垃圾清运费 200.00', en: 'household, rubbish, 200.00' };
}
