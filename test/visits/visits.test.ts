import { beforeEach, describe, expect, it } from 'vitest';
import { showCase } from '../../src/cases/record.ts';
import { showComplaint } from '../../src/complaints/record.ts';
import { isDone } from '../../src/deadlines/rounds.ts';
import { parseDuration } from '../../src/lib/duration.ts';
import { localText } from '../../src/lib/moment.ts';
import { planUnit } from '../../src/plans/planning.ts';
import { PLAN } from '../../src/plans/plans.ts';
import { TICKET } from '../../src/tickets/record.ts';
import { callList } from '../../src/visits/calling.ts';
import { sampleOf } from '../../src/visits/sampling.ts';
import { listVisits, showVisit } from '../../src/visits/visits.ts';
import type { TestCtx } from '../support/ledger.ts';
import { makeCtx } from '../support/ledger.ts';
import { addHome, addHomes, closed, finished, movedIn, on, violated, visit } from './desk.ts';

let desk: TestCtx;

beforeEach(async () => {
  desk = await makeCtx();
  addHome(desk, '3-2-1501', { people: [['owner', '张伟', '13800000001']] });
  addHome(desk, '3-2-1502', {
    people: [
      ['owner', '李芳', '13800000002'],
      ['tenant', '赵敏', '13800000003'],
    ],
  });
});

const list = (ctx: TestCtx, within?: string) =>
  callList(ctx, {
    role: undefined,
    within: within === undefined ? undefined : parseDuration(within),
  });

const subjects = (ctx: TestCtx, within?: string) => list(ctx, within).map(({ subject }) => subject);

const code = (work: () => unknown): string => {
  try {
    work();
    return 'nothing was refused';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
};

describe('the call list', () => {
  it('has a repair from the day after it was finished, though its callback is due in two', () => {
    const no = finished(on(desk, 22, '23:59'), { unit: '3-2-1501' });
    expect(subjects(on(desk, 22, '23:59'))).toEqual([]);
    expect(subjects(on(desk, 23, '00:00'))).toEqual([no]);
    const [call] = list(on(desk, 23));
    expect(call).toMatchObject({ reason: 'repair', unit: '3-2-1501', tries: 0 });
    expect(localText(call?.dueAt ?? '', desk.zone)).toBe('2026-11-24 23:59');
  });

  it.each([
    ['0d', []],
    ['1d', []],
    ['2d', ['T261122-001']],
  ])('asked for what is due within %s', (within, expected) => {
    finished(on(desk, 22), { unit: '3-2-1501', category: 'leak' });
    expect(subjects(on(desk, 23), within)).toEqual(expected);
  });

  it('has every kind that is called back, with what to ask', () => {
    const ticket = finished(on(desk, 20), { unit: '3-2-1501' });
    const complaint = closed(on(desk, 20), { unit: '3-2-1502' });
    const move = movedIn(on(desk, 21), '3-2-1501');
    planUnit(on(desk, 20), '3-2-1502', {
      plannedOn: '2026-11-22',
      visitor: undefined,
      purpose: '独居老人',
    });
    const calls = list(on(desk, 22));
    expect(calls.map(({ subject, reason }) => [subject, reason])).toEqual([
      [move, 'move-in'],
      [ticket, 'repair'],
      ['P261120-001', 'plan'],
      [complaint, 'complaint'],
    ]);
    expect(calls.map(({ ask }) => ask.zh)).toEqual([
      '入住顺利吗？房屋、钥匙、水电有没有问题？',
      '“厨房水管漏水”修好了吗？质量和态度满意吗？',
      '独居老人；还有什么意见和需求？',
      '“楼道垃圾没人清理”的处理结果满意吗？还有什么意见？',
    ]);
  });

  it('has the month’s sample until enough of it were reached', async () => {
    addHomes(desk, 30);
    const sample = sampleOf(on(desk, 22), '2026-11', undefined);
    expect(sample.units).toHaveLength(25);
    const of = (ctx: TestCtx) => list(ctx).filter(({ reason }) => reason === 'sample');
    expect(of(on(desk, 22)).map(({ unit }) => unit)).toEqual(sample.units.map(({ unit }) => unit));
    expect(of(on(desk, 22))[0]).toMatchObject({
      subject: '2026-11',
      dueAt: '2026-11-30T15:59:59Z',
    });
    const [first, ...others] = sample.units.map(({ unit }) => unit);
    visit(on(desk, 23), { unit: first, result: 'no-answer' });
    for (const unit of others.slice(0, 19)) visit(on(desk, 24), { unit, result: 'satisfied' });
    expect(of(on(desk, 25))).toHaveLength(6);
    expect(isDone(desk, 'visit.sample', '2026-11')).toBe(false);
    expect(of(on(desk, 25)).at(-1)).toMatchObject({ unit: first, tries: 1 });
    visit(on(desk, 25), { unit: first, result: 'fair' });
    expect(of(on(desk, 25))).toEqual([]);
    expect(isDone(desk, 'visit.sample', '2026-11')).toBe(true);
    expect(violated(desk)).toEqual([]);
  });

  it('has no sample that was drawn later', () => {
    addHomes(desk, 3);
    sampleOf(on(desk, 22), '2026-11', undefined);
    expect(list(on(desk, 21))).toEqual([]);
    expect(list(on(desk, 22))).toHaveLength(5);
  });

  it('asks about a long complaint by its beginning', () => {
    closed(on(desk, 20), { unit: '3-2-1501', text: '吵'.repeat(41) });
    const [call] = list(on(desk, 21));
    expect(call?.ask.zh).toContain(`“${'吵'.repeat(40)}…”`);
  });

  it('asks for who reported it, else for who lives there: a tenant before the owner', () => {
    finished(on(desk, 20), { unit: '3-2-1502' });
    finished(on(desk, 20), { unit: '3-2-1502', caller: '钱进', phone: '13800000009' });
    finished(on(desk, 20), { unit: '3-2-1502', caller: '钱进' });
    finished(on(desk, 20), { place: '3栋大堂' });
    closed(on(desk, 20), { who: '孙丽', phone: '13800000008' });
    expect(list(on(desk, 21)).map(({ name, phone }) => [name, phone])).toEqual([
      ['赵敏', '13800000003'],
      ['钱进', '13800000009'],
      ['钱进', '13800000003'],
      [null, null],
      ['孙丽', '13800000008'],
    ]);
  });

  it('asks for who lives there today', () => {
    addHome(desk, '3-2-1503', {
      people: [
        ['tenant', '旧客', '13800000004', null, '2026-11-21'],
        ['family', '家人', '13800000005'],
        ['owner', '无电话', null],
        ['owner', '有电话', '13800000006'],
      ],
    });
    finished(on(desk, 20), { unit: '3-2-1503' });
    expect(list(on(desk, 21))[0]).toMatchObject({ name: '旧客' });
    expect(list(on(desk, 22))[0]).toMatchObject({ name: '有电话' });
  });

  it('by role', () => {
    addHomes(desk, 3);
    finished(on(desk, 20), { unit: '3-2-1501' });
    sampleOf(on(desk, 20), '2026-11', undefined);
    const reasons = (role: 'clerk' | 'supervisor') =>
      new Set(callList(on(desk, 21), { role, within: undefined }).map(({ reason }) => reason));
    expect([...reasons('clerk')]).toEqual(['repair']);
    expect([...reasons('supervisor')]).toEqual(['sample']);
  });
});

describe('a visit', () => {
  it('carries out the callback of a repair, with its ratings', () => {
    const no = finished(on(desk, 20), { unit: '3-2-1501' });
    const made = visit(on(desk, 21), {
      no: '001',
      result: 'satisfied',
      quality: 5,
      attitude: 4,
      opinion: '师傅很好',
    });
    expect(made).toMatchObject({
      no: 'V261121-001',
      subject: no,
      unit: '3-2-1501',
      reason: 'repair',
    });
    const ticket = showCase(desk, TICKET, no);
    expect(ticket).toMatchObject({ callbackResult: 'satisfied', callbackQuality: 5 });
    expect(ticket.deadlines.find(({ kind }) => kind === 'ticket.callback')?.ending).toBe('met');
    expect(ticket.timeline.at(-1)?.detail).toMatchObject({ note: '师傅很好', attitude: 4 });
    expect(violated(desk)).toEqual([]);
  });

  it('three times without an answer, then satisfied', () => {
    const no = finished(on(desk, 20), { unit: '3-2-1501' });
    for (const time of ['09:00', '12:00', '18:00']) {
      visit(on(desk, 21, time), { no, result: 'no-answer' });
    }
    expect(list(on(desk, 22))).toMatchObject([{ subject: no, tries: 3 }]);
    visit(on(desk, 22), { no, result: 'satisfied' });
    expect(list(on(desk, 22))).toEqual([]);
    const steps = showCase(desk, TICKET, no).timeline.map(({ kind }) => kind);
    expect(steps.slice(-4)).toEqual(['noAnswer', 'noAnswer', 'noAnswer', 'calledBack']);
    expect(
      listVisits(desk, { unit: undefined, month: undefined, result: 'no-answer' }),
    ).toHaveLength(3);
    expect(violated(desk)).toEqual([]);
  });

  it('sends a dissatisfied repair back to work, and counts the tries of each round by itself', () => {
    const no = finished(on(desk, 20), { unit: '3-2-1501' });
    visit(on(desk, 21), { no, result: 'no-answer' });
    visit(on(desk, 21, '10:00'), { no, result: 'dissatisfied' });
    expect(showCase(desk, TICKET, no)).toMatchObject({ state: 'open', repeats: 1 });
    expect(list(on(desk, 22))).toEqual([]);
    expect(code(() => visit(on(desk, 22), { no, result: 'no-answer' }))).toBe(
      'ticket_not_finished',
    );
    expect(desk.warnings.map(({ zh }) => zh)).toEqual([
      `住户不满意，重新处理：wy ticket show ${no}`,
    ]);
  });

  it.each([
    ['a ticket', { ticket: '又漏了' }, '；T261121-001 应是另一件事，同一件事不必另开。'],
    ['a complaint', { complaint: '修不好' }, ''],
  ])('sends it back to work, and takes %s for something else', (_, found, more) => {
    const no = finished(on(desk, 20), { unit: '3-2-1501' });
    visit(on(desk, 21), { no, result: 'dissatisfied', ...found });
    expect(desk.warnings.map(({ zh }) => zh)).toContain(
      `住户不满意，重新处理：wy ticket show ${no}${more}`,
    );
  });

  it('carries out the callback of a complaint, signed by the head of the department', () => {
    const no = closed(on(desk, 20), { unit: '3-2-1501' });
    visit(on(desk, 21), { no, result: 'fair', signedBy: '王芳' });
    expect(showComplaint(desk, no)).toMatchObject({
      callbackResult: 'fair',
      callbackSignedBy: '王芳',
    });
    expect(violated(desk)).toEqual([]);
  });

  it('carries out the callback of a move-in', () => {
    const no = movedIn(on(desk, 20), '3-2-1501');
    visit(on(desk, 21), { no, result: 'no-answer' });
    expect(subjects(on(desk, 21))).toEqual([no]);
    visit(on(desk, 21), { no, result: 'satisfied' });
    expect(subjects(on(desk, 21))).toEqual([]);
    expect(code(() => visit(on(desk, 21), { no, result: 'fair' }))).toBe('already_called_back');
    expect(code(() => visit(on(desk, 21), { no, result: 'no-answer' }))).toBe('no_callback_due');
  });

  it('carries out a planned visit, on its day or before', () => {
    const plan = { plannedOn: '2026-11-22', visitor: undefined, purpose: undefined };
    const { no } = planUnit(on(desk, 20), '3-2-1501', plan);
    visit(on(desk, 21), { no, way: 'door', result: 'no-answer' });
    visit(on(desk, 21, '10:00'), { no, way: 'door', result: 'satisfied' });
    expect(showCase(desk, PLAN, no)).toMatchObject({ state: 'done' });
    expect(code(() => visit(on(desk, 22), { no, result: 'fair' }))).toBe('plan_done');
    expect(violated(desk)).toEqual([]);
  });

  it('of a public place has that place', () => {
    const no = finished(on(desk, 20), { place: '3栋大堂' });
    const made = visit(on(desk, 21), { no, way: 'door', result: 'fair', ticket: '灯还是暗' });
    expect(made).toMatchObject({ unit: null, place: '3栋大堂', ledTo: 'T261121-001' });
    expect(showCase(desk, TICKET, 'T261121-001')).toMatchObject({ place: '3栋大堂' });
    expect(showVisit(desk, made.no).place).toBe('3栋大堂');
  });

  it('opens the ticket of a new problem there and then', () => {
    const made = visit(on(desk, 21), {
      unit: '3-2-1501',
      way: 'door',
      result: 'satisfied',
      ticket: '楼道灯不亮',
    });
    expect(made).toMatchObject({ reason: 'visit', subject: null, ledTo: 'T261121-001' });
    expect(showCase(desk, TICKET, 'T261121-001')).toMatchObject({
      unit: '3-2-1501',
      item: '楼道灯不亮',
    });
    expect(violated(desk)).toEqual([]);
  });

  it.each([
    ['门岗态度恶劣', undefined, { grade: 'important', category: 'security', against: 'security' }],
    ['楼上太吵', undefined, { grade: 'minor', category: 'neighbours', against: 'neighbour' }],
    ['心情不好', undefined, { grade: 'minor', category: 'other', against: 'supervisor' }],
    ['楼上太吵', 'security' as const, { category: 'neighbours', against: 'security' }],
  ])('records the complaint %s as its words propose', (complaint, against, expected) => {
    const made = visit(on(desk, 21), { unit: '3-2-1501', result: 'fair', complaint, against });
    expect(made.ledTo).toBe('C261121-001');
    expect(showComplaint(desk, 'C261121-001')).toMatchObject({ unit: '3-2-1501', ...expected });
    expect(desk.warnings.at(-1)?.zh).toContain('C261121-001 按用词登记为');
  });

  it('of a unit points out the callbacks it is owed', () => {
    const no = finished(on(desk, 20), { unit: '3-2-1501' });
    visit(on(desk, 21), { unit: '3-2-1501', result: 'satisfied' });
    expect(desk.warnings.map(({ zh }) => zh)).toEqual([
      `3-2-1501 还有要回访的：${no}，请按编号登记：wy visit log ${no}`,
    ]);
    expect(subjects(on(desk, 21))).toEqual([no]);
  });

  it.each([
    ['nothing else', {}, 1],
    ['what is done about it', { handling: '已转保洁' }, 0],
    ['a ticket', { ticket: '门锁坏了' }, 0],
  ])('dissatisfied, with %s', (_, made, warnings) => {
    visit(on(desk, 21), { unit: '3-2-1501', result: 'dissatisfied', ...made });
    expect(desk.warnings).toHaveLength(warnings);
  });
});

describe('what is refused', () => {
  it.each([
    ['a unit', '3-2-1501', '这是房号的话：wy visit log --unit 3-2-1501'],
    ['the month of a sample', '2026-11', '抽样的按房号登记：wy visit log --unit …'],
    ['anything else', 'T9', /^可以是：工单（T）/],
  ])('%s in the place of a number, and what to type instead', (_, no, hint) => {
    expect(() => visit(desk, { no, result: 'fair' })).toThrow(
      expect.objectContaining({
        code: 'unknown_number',
        hint: expect.objectContaining({
          zh: typeof hint === 'string' ? hint : expect.stringMatching(hint),
        }),
      }),
    );
  });

  it.each([
    ['an unknown number', { no: 'T261101-001', result: 'satisfied' }, 'unknown_number'],
    ['an unknown unit', { unit: '9-9-901', result: 'satisfied' }, 'unknown_unit'],
    ['an opinion of nobody', { no: '001', result: 'no-answer', opinion: '好' }, 'nobody_answered'],
    ['a ticket of nobody', { no: '001', result: 'no-answer', ticket: '灯' }, 'nobody_answered'],
    [
      'ticket and complaint',
      { no: '001', result: 'fair', ticket: '灯', complaint: '灯' },
      'one_of',
    ],
    [
      'whom it is against, of nothing',
      { no: '001', result: 'fair', against: 'clerk' },
      'against_of_complaints',
    ],
    ['ratings of a unit', { unit: '3-2-1501', result: 'fair', quality: 5 }, 'ratings_of_repairs'],
    [
      'a signature of a repair',
      { no: '001', result: 'fair', signedBy: '王芳' },
      'signature_of_complaints',
    ],
  ] as const)('%s', (_, made, expected) => {
    finished(on(desk, 22), { unit: '3-2-1501' });
    expect(code(() => visit(on(desk, 22), made))).toBe(expected);
    expect(listVisits(desk, { unit: undefined, month: undefined, result: undefined })).toEqual([]);
  });

  it('a callback before the last step of its record, answered or not', () => {
    const no = finished(on(desk, 22, '12:00'), { unit: '3-2-1501' });
    for (const result of ['satisfied', 'no-answer'] as const) {
      expect(code(() => visit(on(desk, 22, '11:59'), { no, result }))).toBe('before_last_step');
    }
  });

  it('a second callback, answered or not', () => {
    const no = finished(on(desk, 20), { unit: '3-2-1501' });
    visit(on(desk, 21), { no, result: 'fair' });
    expect(code(() => visit(on(desk, 21), { no, result: 'fair' }))).toBe('already_called_back');
    expect(code(() => visit(on(desk, 21), { no, result: 'no-answer' }))).toBe('no_callback_due');
  });

  it('leaves nothing behind when the ticket it would open is refused', () => {
    const no = closed(on(desk, 20), { who: '孙丽', phone: '13800000008' });
    expect(code(() => visit(on(desk, 21), { no, result: 'fair', ticket: '灯' }))).toBe(
      'nowhere_to_open',
    );
    expect(showComplaint(desk, no).callbackAt).toBeNull();
    expect(subjects(on(desk, 21))).toEqual([no]);
  });
});

describe('visits are found again', () => {
  beforeEach(() => {
    visit(on(desk, 1, '00:00'), { unit: '3-2-1501', result: 'satisfied' });
    visit(on(desk, 30, '23:59'), { unit: '3-2-1502', result: 'fair' });
    visit(
      { ...on(desk, 30), now: '2026-11-30T16:00:00Z', today: '2026-12-01' },
      {
        unit: '3-2-1501',
        result: 'fair',
      },
    );
  });

  it.each([
    ['all', {}, ['V261101-001', 'V261130-001', 'V261201-001']],
    ['of a month, its first and last second', { month: '2026-11' }, ['V261101-001', 'V261130-001']],
    ['of a unit', { unit: '3-2-1501' }, ['V261101-001', 'V261201-001']],
    ['of a result', { result: 'fair' as const }, ['V261130-001', 'V261201-001']],
  ])('%s', (_, query, expected) => {
    const all = { unit: undefined, month: undefined, result: undefined };
    expect(listVisits(desk, { ...all, ...query }).map(({ no }) => no)).toEqual(expected);
  });
});
