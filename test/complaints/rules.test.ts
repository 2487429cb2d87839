import { describe, expect, it } from 'vitest';
import type { Against, Grade } from '../../src/complaints/model.ts';
import { promisesBeforehand, resolution, revise } from '../../src/complaints/promise-rules.ts';
import {
  daysBack,
  maySign,
  refusalOf,
  responsible,
  STEPS,
  type Step,
} from '../../src/complaints/rules.ts';
import { parseDuration } from '../../src/lib/duration.ts';

describe('the order of steps', () => {
  const states = ['open', 'resolved', 'closed', 'invalid'] as const;
  const table: Readonly<Record<Step, string>> = {
    //            open    resolved closed invalid
    escalate: '   yes     yes      reopen reopen',
    stop: '       yes     reopen   reopen reopen',
    investigate: 'yes     reopen   reopen reopen',
    assign: '     yes     yes      reopen reopen',
    plan: '       yes     reopen   reopen reopen',
    measure: '    yes     yes      yes    yes',
    done: '       yes     yes      yes    yes',
    reply: '      yes     yes      yes    yes',
    promise: '    yes     yes      yes    yes',
    resolve: '    yes     reopen   reopen reopen',
    tell: '       resolve yes      yes    yes',
    close: '      resolve yes      reopen reopen',
    callback: '   resolve close    yes    yes',
    sign: '       yes     yes      yes    yes',
    note: '       yes     yes      yes    yes',
    regrade: '    yes     yes      reopen reopen',
    reopen: '     show    yes      yes    yes',
    analyse: '    yes     yes      yes    yes',
  };
  const missing: Record<string, string | undefined> = {
    yes: undefined,
    resolve: 'wy complaint resolve C261122-001',
    show: 'wy complaint show C261122-001',
    close: 'wy complaint close C261122-001',
    reopen: 'wy complaint reopen C261122-001',
  };
  const cases = Object.entries(table).flatMap(([step, row]) =>
    row
      .trim()
      .split(/\s+/)
      .map((answer, at) => [step as Step, states[at] ?? 'open', answer] as const),
  );

  it.each(cases)('%s a complaint that is %s: %s', (step, state, answer) => {
    const refusal = refusalOf(step, { no: 'C261122-001', state });
    const hint = missing[answer];
    if (hint === undefined) expect(refusal).toBeUndefined();
    else expect(refusal?.hint?.en).toContain(hint);
  });

  it('is told for every step', () => {
    expect(Object.keys(table).sort()).toEqual(Object.keys(STEPS).sort());
  });
});

describe('who answers for it (rules 53, 55)', () => {
  it.each<[Against, string]>([
    ['engineering', 'engineering'],
    ['cleaning', 'cleaning'],
    ['supervisor', 'supervisor'],
    ['director', 'director'],
    ['clerk', 'supervisor'],
    ['developer', 'supervisor'],
    ['neighbour', 'supervisor'],
  ])('about %s: %s', (against, role) => {
    expect(responsible(against)).toBe(role);
  });

  it.each<
    [string, readonly ['engineering' | 'clerk' | 'director' | 'supervisor', Against], boolean]
  >([
    ['the department itself', ['engineering', 'engineering'], true],
    ['another department', ['engineering', 'cleaning'], false],
    ['the supervisor', ['supervisor', 'cleaning'], true],
    ['the director', ['director', 'cleaning'], true],
    ['a clerk for the desk', ['clerk', 'clerk'], false],
    ['the supervisor for the developer', ['supervisor', 'developer'], true],
  ])('the slip is signed by %s: %s', (_, [role, against], may) => {
    expect(maySign([role], against)).toBe(may);
  });
});

const from = '2026-11-22T01:30:00Z';
const graded = (grade: Grade, against: Against = 'engineering') =>
  ({ grade, against, askedUntilAt: null }) as const;

describe('what each grade promises', () => {
  it.each<[Grade, Against, string[]]>([
    ['major', 'engineering', ['escalate director', 'reply supervisor', 'resolve director']],
    ['major', 'developer', ['escalate director', 'reply supervisor', 'resolve director']],
    ['important', 'engineering', ['escalate engineering', 'resolve engineering']],
    ['important', 'neighbour', ['escalate supervisor', 'resolve supervisor']],
    ['minor', 'engineering', ['resolve clerk']],
  ])('%s, about %s', (grade, against, expected) => {
    const it = graded(grade, against);
    const planned = [...promisesBeforehand(it, from), resolution(it, from)];
    expect(planned.map(({ kind, role }) => `${kind.slice('complaint.'.length)} ${role}`)).toEqual(
      expected,
    );
  });

  it.each<[string, Grade, string | null, string]>([
    ['asked for later', 'minor', '2026-11-25T02:00:00Z', 'complaints.resolve.asked'],
    ['asked for at once', 'minor', from, 'complaints.resolve.asked'],
    ['asked for a second before', 'minor', '2026-11-22T01:29:59Z', 'complaints.resolve.minor'],
    ['nothing asked for', 'minor', null, 'complaints.resolve.minor'],
    [
      'asked for an important one',
      'important',
      '2026-11-25T02:00:00Z',
      'complaints.resolve.important',
    ],
    ['asked for a major one', 'major', '2026-11-25T02:00:00Z', 'complaints.resolve.major'],
  ])(
    'the limit of the resident counts for a minor one: %s (rule 56)',
    (_, grade, asked, clause) => {
      expect(resolution({ ...graded(grade), askedUntilAt: asked }, from).clause).toBe(clause);
    },
  );
});

describe('what another grade does to the promises', () => {
  const standing = (
    kind: string,
    role: 'director' | 'engineering' | 'supervisor' | 'clerk',
    clause: string,
    ending: 'met' | 'missed' | 'waived' | null = null,
  ) => ({ kind: `complaint.${kind}`, role, clause: `complaints.${clause}`, ending });
  const plan = (grade: Grade) => [
    ...promisesBeforehand(graded(grade), from),
    resolution(graded(grade), from),
  ];
  const short = (kinds: readonly string[]) => kinds.map((kind) => kind.replace('complaint.', ''));

  it.each<[string, ReturnType<typeof standing>[], Grade, string[], string[]]>([
    [
      'what is promised by both is left alone',
      [standing('resolve', 'director', 'resolve.major')],
      'major',
      [],
      ['escalate', 'reply'],
    ],
    [
      'the same duty by another clause is promised anew',
      [standing('resolve', 'clerk', 'resolve.asked')],
      'minor',
      ['resolve'],
      ['resolve'],
    ],
    [
      'whoever was told need not be told again',
      [
        standing('escalate', 'director', 'escalate.major', 'met'),
        standing('resolve', 'clerk', 'resolve.minor'),
      ],
      'major',
      ['resolve'],
      ['reply', 'resolve'],
    ],
    [
      'somebody else who was told does not count',
      [standing('escalate', 'engineering', 'escalate.important', 'met')],
      'major',
      [],
      ['escalate', 'reply', 'resolve'],
    ],
    [
      'what fell away or was missed is promised again',
      [
        standing('escalate', 'director', 'escalate.major', 'waived'),
        standing('reply', 'supervisor', 'reply', 'missed'),
      ],
      'major',
      [],
      ['escalate', 'reply', 'resolve'],
    ],
    [
      'a round that was resolved before does not resolve this one',
      [standing('resolve', 'clerk', 'resolve.minor', 'met')],
      'minor',
      [],
      ['resolve'],
    ],
    [
      'promises that hang on no judgement stay',
      [standing('verify', 'clerk', 'verify'), standing('measure', 'engineering', 'measure')],
      'minor',
      [],
      ['resolve'],
    ],
  ])('%s', (_, before, grade, fallAway, arise) => {
    const revised = revise(before, plan(grade));
    expect(short(revised.fallAway)).toEqual(fallAway);
    expect(short(revised.arise.map(({ kind }) => kind))).toEqual(arise);
  });
});

it.each([
  ['thirty days', '30d', '2026-10-23'],
  ['one day', '1d', '2026-11-21'],
  ['a month', '1mo', '2026-10-22'],
])('%s back', (_, limit, day) => {
  expect(daysBack('2026-11-22', parseDuration(limit))).toBe(day);
});

it('a month back from the last of March is the last of February', () => {
  expect(daysBack('2027-03-31', parseDuration('1mo'))).toBe('2027-02-28');
});
