import { describe, expect, it } from 'vitest';
import { commandsFor, missingOf } from '../../src/moves/checklist-rules.ts';
import { codesFor, codeTyped, meansAll } from '../../src/moves/code-rules.ts';
import {
  isHousehold,
  lacksOf,
  thoseLeaving,
  thoseSelling,
} from '../../src/moves/household-rules.ts';
import type { Case, Kind, Move, State } from '../../src/moves/model.ts';
import { refusalOf, STEPS, type Step } from '../../src/moves/rules.ts';
import type { Resident, Unit } from '../../src/registry/model.ts';
import { defaultPolicy, policyOf } from '../support/ledger.ts';

const { moves: policy } = await defaultPolicy();

const base: Move = {
  no: 'M261122-001',
  kind: 'move-in',
  unit: '3-2-1501',
  unitId: 1,
  case: 'owner',
  attendee: null,
  personId: 1,
  who: '张伟',
  phone: null,
  previousId: null,
  leaving: null,
  effectiveOn: '2026-11-22',
  state: 'open',
  openedAt: '2026-11-22T01:30:00Z',
  openedBy: '王芳',
  inspectedAt: null,
  inspector: null,
  inspectionSignedBy: null,
  forwarding: null,
  completedAt: null,
  cancelledAt: null,
  items: [],
  readings: [],
};

const lacking = (change: Partial<Move>) =>
  missingOf({ ...base, ...change }, policy).flatMap(({ codes }) => [...codes]);

const OWNER = ['id-card', 'purchase-contract', 'handover-notice'];
const FORMS = ['household-register', 'service-agreement', 'interim-covenant'];
const METERS = ['water', 'electricity', 'gas'];
const GOODS = ['keys', 'handbook', 'renovation-notes', 'plans', 'receipt-list'];
const HANDOVER = ['inspection', ...METERS, ...GOODS];

describe('what a new file lacks', () => {
  it.each<[string, Kind, Case, string[]]>([
    ['the owner in person (rules 1, 3)', 'move-in', 'owner', [...OWNER, ...FORMS, ...HANDOVER]],
    [
      'an agent: both identities and the power of attorney (rule 2)',
      'move-in',
      'agent',
      [...OWNER, 'authorization', 'agent-id', ...FORMS, ...HANDOVER],
    ],
    [
      'a company: its certificate and who attends (rule 4)',
      'move-in',
      'company',
      [
        'company-certificate',
        'attendee-id',
        'purchase-contract',
        'handover-notice',
        ...FORMS,
        ...HANDOVER,
      ],
    ],
    [
      'a change of owner (rule 18)',
      'transfer',
      'transfer',
      ['id-card', 'title-proof', 'household-register', 'service-agreement'],
    ],
    [
      'a move-out (rule 19)',
      'move-out',
      'leaving',
      [
        'id-card',
        'arrears',
        'vehicles',
        'deposits',
        'exit-pass',
        ...METERS,
        'keys',
        'cards',
        'forwarding-address',
      ],
    ],
  ])('%s', (_, kind, which, expected) => {
    expect(lacking({ kind, case: which })).toEqual(expected);
  });

  it.each<[State]>([['completed'], ['cancelled']])('nothing once it is %s', (state) => {
    expect(lacking({ state })).toEqual([]);
  });

  it('a code that stands in two lists is asked for once', async () => {
    const text = 'moves:\n  forms: [id-card, service-agreement]\n';
    const { moves } = await policyOf(text);
    const codes = missingOf(base, moves).flatMap((each) => each.codes);
    expect(codes.filter((code) => code === 'id-card')).toHaveLength(1);
  });

  it('keys given back are no keys handed out', () => {
    const item = { quantity: 1, detail: null, signedBy: null, at: base.openedAt, code: 'keys' };
    expect(lacking({ items: [{ ...item, kind: 'return' }] })).toContain('keys');
    expect(lacking({ items: [{ ...item, kind: 'handout' }] })).not.toContain('keys');
  });

  it('what the site does not ask for', async () => {
    const { moves } = await policyOf(
      'moves:\n  meters: [water]\n  settlements: [arrears]\n  returns: []\n',
    );
    const out = { ...base, kind: 'move-out', case: 'leaving' } as const;
    expect(missingOf(out, moves).flatMap(({ codes }) => codes)).toEqual([
      'id-card',
      'arrears',
      'water',
    ]);
  });
});

describe('a step', () => {
  const steps = Object.keys(STEPS) as Step[];

  it.each(steps)('%s belongs to the states of the table', (step) => {
    const kind = ['return', 'settle', 'forward'].includes(step) ? 'move-out' : 'move-in';
    const allowed: readonly State[] = STEPS[step];
    const found = (['open', 'completed', 'cancelled'] as const).filter(
      (state) => refusalOf(step, { no: base.no, kind, state }) === undefined,
    );
    expect(found).toEqual(allowed);
  });

  it.each<[Step, Kind, string | undefined]>([
    ['inspect', 'move-out', 'other_kind_of_file'],
    ['defect', 'transfer', 'other_kind_of_file'],
    ['return', 'move-in', 'other_kind_of_file'],
    ['handout', 'move-out', 'other_kind_of_file'],
    ['handout', 'transfer', undefined],
    ['settle', 'transfer', undefined],
    ['forward', 'move-in', 'other_kind_of_file'],
    ['meter', 'transfer', undefined],
  ])('%s of a %s', (step, kind, code) => {
    expect(refusalOf(step, { no: base.no, kind, state: 'open' })?.code).toBe(code);
  });
});

describe('a code as it is typed', () => {
  it.each([
    ['the code', 'id-card', 'id-card'],
    ['its Chinese name', '身份证', 'id-card'],
    ['its English name, in capitals', 'Identity Card', 'id-card'],
    ['another word for it', '购房合同', 'purchase-contract'],
    ['full-width letters', 'ｉｄ-ｃａｒｄ', 'id-card'],
    ['what is not required', '装修申请表', 'renovation-application'],
  ])('%s', (_, typed, code) => {
    expect(codeTyped(codesFor('paper', policy), typed, policy)).toBe(code);
  });

  it.each([
    ['an unknown word', 'passport'],
    ['goods are no papers', 'keys'],
    ['a meter is no paper', 'water'],
    ['what every object has', 'constructor'],
  ])('%s is refused', (_, typed) => {
    expect(() => codeTyped(codesFor('paper', policy), typed, policy)).toThrow('unknown_item');
  });

  it('the codes of the site belong where they are listed, else everywhere', async () => {
    const { moves } = await policyOf(
      [
        'moves:',
        '  handouts: [keys, remote]',
        '  names: {remote: 遥控器, marriage-certificate: 结婚证, keys: 门匙}',
      ].join('\n'),
    );
    expect(codeTyped(codesFor('handout', moves), '遥控器', moves)).toBe('remote');
    expect(codeTyped(codesFor('handout', moves), '门匙', moves)).toBe('keys');
    expect(codeTyped(codesFor('handout', moves), '钥匙', moves)).toBe('keys');
    expect(codeTyped(codesFor('paper', moves), '结婚证', moves)).toBe('marriage-certificate');
    expect(codesFor('paper', moves)).not.toContain('remote');
    expect(() => codeTyped(codesFor('paper', moves), 'remote', moves)).toThrow('unknown_item');
  });
});

const stay = (id: number, role: Resident['role'], personId = id): Resident => ({
  id,
  personId,
  unit: '3-2-1501',
  name: '某人',
  phone: null,
  identity: null,
  greet: false,
  birthday: null,
  greetedOn: null,
  role,
  fromOn: null,
  untilOn: null,
});

const [owner, partner, tenant, mate, child] = [
  stay(1, 'owner'),
  stay(2, 'owner'),
  stay(3, 'tenant'),
  stay(4, 'tenant'),
  stay(5, 'family'),
];

describe('who leaves', () => {
  it.each([
    ['the only owner takes the family along', [owner, child], 1, 'person', [1, 5]],
    ['one of two owners leaves the family', [owner, partner, child], 1, 'person', [1]],
    ['the whole household', [owner, partner, child], 1, 'household', [1, 2, 5]],
    ['an owner who remains the owner', [owner, child], 1, 'occupants', [5]],
    ['the family of a unit that is let is the tenant’s', [owner, tenant, child], 1, 'person', [1]],
    ['the last tenant', [owner, tenant, child], 3, 'person', [3, 5]],
    ['one of two tenants', [owner, tenant, mate, child], 3, 'person', [3]],
    ['all tenants, not the owner', [owner, tenant, mate, child], 3, 'household', [3, 4, 5]],
    ['one of the family', [owner, child], 5, 'person', [5]],
    ['somebody who owns and rents', [owner, stay(6, 'tenant', 1)], 1, 'person', [1, 6]],
    ['nobody who lives there', [owner, child], 9, 'person', []],
  ] as const)('%s', (_, there, personId, leaving, expected) => {
    const left = thoseLeaving(there, personId, leaving).map(({ id }) => id);
    expect(left.sort()).toEqual(expected);
  });
});

describe('what a desk calls things at a move-out', () => {
  it.each([
    ['保证金', 'deposits'],
    ['押金', 'deposits'],
    ['车位', 'vehicles'],
    ['放行单', 'exit-pass'],
  ])('%s', (typed, code) => {
    expect(codeTyped(codesFor('settlement', policy), typed, policy)).toBe(code);
  });

  it.each([
    ['all', true],
    ['ＡＬＬ', true],
    ['全部', true],
    ['id-card', false],
  ])('%s means whatever is missing: %s', (typed, expected) => {
    expect(meansAll(typed)).toBe(expected);
  });
});

describe('the lines that add what is missing', () => {
  it.each([
    ['one paper', 'paper', ['id-card'], ['paper M1 --add id-card']],
    ['several papers', 'paper', ['id-card', 'authorization'], ['paper M1 --add all']],
    [
      'keys are counted, the rest is handed out at once',
      'handout',
      ['keys', 'handbook', 'plans'],
      [
        'handout M1 --item keys --quantity … --detail "…" --signed-by …',
        'handout M1 --item all --signed-by …',
      ],
    ],
    [
      'keys and cards come back',
      'return',
      ['keys', 'cards'],
      [
        'return M1 --item keys --quantity … --detail "…"',
        'return M1 --item cards --quantity … --detail "…"',
      ],
    ],
    ['meters of a site without gas', 'meter', ['water'], ['meter M1 --water …']],
    ['arrears', 'settle', ['arrears'], ['settle M1 --item arrears --detail "…"']],
  ] as const)('%s', (_, step, codes, expected) => {
    const lines = commandsFor('M1', { step, codes });
    expect(lines).toEqual(expected.map((line) => `wy resident ${line}`));
  });
});

describe('whose share changes hands', () => {
  it.each([
    ['all owners', 9, null, [1, 2]],
    ['one of two', 9, 2, [2]],
    ['a co-owner buys the rest', 1, null, [2]],
    ['a co-owner buys the other’s', 1, 2, [2]],
    ['nobody sells to themselves', 1, 1, []],
  ])('%s', (_, to, previous, expected) => {
    const selling = thoseSelling([owner, partner], to, previous);
    expect(selling.map(({ id }) => id)).toEqual(expected);
  });
});

describe('a complete archive (rule 157)', () => {
  it.each([
    ['has an owner with a phone', [{ phone: '1' }], false, []],
    ['one phone of two owners is enough', [{ phone: null }, { phone: '1' }], false, []],
    ['lacks an owner', [], false, ['owner']],
    ['lacks a phone', [{ phone: null }], false, ['phone']],
    ['lacks papers', [{ phone: '1' }], true, ['file']],
    ['lacks all of it', [], true, ['owner', 'file']],
  ])('%s', (_, owners, isFileIncomplete, expected) => {
    expect(lacksOf(owners, isFileIncomplete)).toEqual(expected);
  });

  it.each<[string, Unit['use'], string | null, boolean, boolean]>([
    ['handed over today', 'residential', '2026-11-22', false, true],
    ['handed over tomorrow', 'residential', '2026-11-23', false, false],
    ['not handed over', 'residential', null, false, false],
    ['lived in, handed over on a day that nobody knows', 'residential', null, true, true],
    ['a shop', 'shop', '2020-01-01', false, true],
    ['a parking space', 'parking', '2020-01-01', true, false],
    ['a storage room', 'storage', '2020-01-01', true, false],
  ])('%s', (_, use, handoverOn, isLivedIn, expected) => {
    const unit = { use, handoverOn } as Unit;
    expect(isHousehold(unit, isLivedIn, '2026-11-22')).toBe(expected);
  });
});
