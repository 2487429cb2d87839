import { beforeEach, describe, expect, it } from 'vitest';
import { agenda } from '../../src/agenda/service.ts';
import { showCase } from '../../src/cases/record.ts';
import { stateOf } from '../../src/deadlines/rules.ts';
import { loadPinyin } from '../../src/lib/pinyin.ts';
import { invariants as planInvariants } from '../../src/plans/invariants.ts';
import { planBuilding, planUnit } from '../../src/plans/planning.ts';
import { cancelPlan, keepPlan, listPlans, movePlan, PLAN } from '../../src/plans/plans.ts';
import { refusalOf, STEPS, type Step } from '../../src/plans/rules.ts';
import { addResident } from '../../src/registry/residents.ts';
import { addStaff } from '../../src/registry/staff.ts';
import { addUnit } from '../../src/registry/units.ts';
import { violated } from '../support/checks.ts';
import { at, makeCtx, type TestCtx } from '../support/ledger.ts';
import { frontDesk } from '../support/session.ts';

const readName = await loadPinyin();

/** Sunday 2026-11-22, 09:30 in Shanghai. */
let ctx: TestCtx;

beforeEach(async () => {
  ctx = await makeCtx();
  addStaff(ctx, { name: '李强', roles: ['clerk'], phone: null });
  addStaff(ctx, { name: '赵敏', roles: ['clerk'], phone: null });
  for (const code of ['3-1-101', '3-1-102', '3-2-101', '3-2-102', '5-1-101', '7-1-101']) {
    addUnit(ctx, { code, areaThousandths: 80_000, use: 'residential', handoverOn: null });
  }
  addUnit(ctx, { code: '3-P01', areaThousandths: 12_000, use: 'parking', handoverOn: null });
  live('3-1-101');
  live('3-1-101', { name: '李娜' });
  live('3-2-101', { untilOn: '2026-11-25' });
  live('3-2-102', { fromOn: '2026-11-26' });
  live('3-P01');
});

const live = (unit: string, change: Partial<Parameters<typeof addResident>[1]> = {}) =>
  addResident(
    ctx,
    {
      unit,
      name: '张伟',
      phone: null,
      identity: null,
      role: 'owner',
      fromOn: '2020-01-01',
      untilOn: null,
      ...change,
    },
    readName,
  );

const moment = (text: string) =>
  new Date(`${text.replace(' ', 'T')}+08:00`).toISOString().replace('.000', '');
const on = (text: string) => at(ctx, moment(text));

const visit = { visitor: undefined, purpose: undefined };
const plan = (plannedOn = '2026-11-25', visitor?: string, when = ctx) =>
  planUnit(when, '3-1-101', { ...visit, plannedOn, visitor });

const promises = (no: string, when = ctx) =>
  showCase(when, PLAN, no).deadlines.map((each) => [
    each.sinceAt,
    each.dueAt,
    stateOf(each, when.now),
  ]);

const journal = () =>
  ctx.ledger.db
    .prepare<[], { action: string; subject: string; changes: string }>(
      'SELECT action, subject, changes FROM journal ORDER BY seq',
    )
    .all()
    .map(({ action, subject, changes }) => [action, subject, JSON.parse(changes)]);

describe('a visit planned for a day (rule 71)', () => {
  it.each([
    ['later', '2026-11-25', moment('2026-11-25 00:00'), moment('2026-11-25 23:59:59')],
    ['today', '2026-11-22', moment('2026-11-22 09:30'), moment('2026-11-22 23:59:59')],
    ['next year', '2027-01-01', moment('2027-01-01 00:00'), moment('2027-01-01 23:59:59')],
  ])('%s', (_, day, since, due) => {
    expect(promises(plan(day).no)).toEqual([[since, due, 'open']]);
    expect(violated(ctx)).toEqual([]);
  });

  it('yesterday is refused', () => {
    expect(() => plan('2026-11-21')).toThrow('day_passed');
    expect(listPlans(ctx, {})).toEqual([]);
  });

  it('twice for one day is refused', () => {
    plan();
    expect(() => plan()).toThrow('plan_exists');
    expect(plan('2026-11-26').no).toBe('P261122-002');
  });

  it('again for the day, once the first was cancelled', () => {
    cancelPlan(ctx, plan().no, '外出');
    expect(plan().state).toBe('planned');
  });

  it.each([
    ['an unknown visitor', () => plan('2026-11-25', '周伯通'), 'unknown_staff'],
    [
      'an unknown unit',
      () => planUnit(ctx, '3-1-199', { ...visit, plannedOn: '2026-11-25' }),
      'unknown_unit',
    ],
  ])('%s is refused', (_, work, code) => {
    expect(work).toThrow(code);
    expect(listPlans(ctx, {})).toEqual([]);
  });

  it('stands on the agenda of its visitor on its day, and not before', () => {
    const { no } = plan('2026-11-25', '李强');
    const duties = (when: TestCtx, id: number) =>
      agenda(when, {
        staff: [{ id, roles: ['clerk'] }],
        within: { amount: 3, unit: 'd', text: '3d' },
      })
        .duties.filter(({ kind }) => kind === 'plan.visit')
        .map(({ subject, role, assignee }) => [subject, role, assignee]);
    expect(duties(on('2026-11-24 23:59:59'), 2)).toEqual([]);
    expect(duties(on('2026-11-25 00:00'), 2)).toEqual([[no, 'clerk', '李强']]);
    expect(duties(on('2026-11-25 00:00'), 3)).toEqual([]);
  });
});

describe('a visit made', () => {
  it.each([
    ['on its day', '2026-11-25 10:00', 'met'],
    ['at the last second', '2026-11-25 23:59:59', 'met'],
    ['a second late', '2026-11-26 00:00', 'late'],
    ['the day before', '2026-11-24 10:00', 'met'],
  ])('%s', (_, when, state) => {
    const { no } = plan('2026-11-25', '李强');
    const kept = keepPlan(on(when), no);
    expect(kept).toMatchObject({ state: 'done', visitedAt: moment(when) });
    expect(kept.deadlines).toMatchObject([
      { assignee: '李强', dueAt: moment('2026-11-25 23:59:59') },
    ]);
    expect(promises(no, on(when)).map((each) => each[2])).toEqual([state]);
    expect(violated(ctx)).toEqual([]);
    expect(journal().at(-1)).toEqual(['plan.keep', no, { visitedAt: moment(when) }]);
  });
});

describe('a plan that changes', () => {
  it.each([
    ['to a later day, before its own', '2026-11-24 10:00', '2026-11-30', ['open']],
    ['to an earlier day', '2026-11-22 10:00', '2026-11-23', ['open']],
    ['to a later day, on its own', '2026-11-25 10:00', '2026-11-30', ['waived', 'open']],
    ['once it is overdue', '2026-11-26 00:00', '2026-11-30', ['late', 'open']],
  ])('%s', (_, when, day, states) => {
    const { no } = plan();
    movePlan(on(when), no, day);
    expect(promises(no, on(when)).map((each) => each[2])).toEqual(states);
    expect(promises(no).at(-1)).toEqual([
      moment(`${day} 00:00`),
      moment(`${day} 23:59:59`),
      'open',
    ]);
    expect(violated(ctx)).toEqual([]);
  });

  it('cannot move to the past, nor to a day on which the unit is planned', () => {
    const { no } = plan();
    plan('2026-11-26');
    expect(() => movePlan(ctx, no, '2026-11-21')).toThrow('day_passed');
    expect(() => movePlan(ctx, no, '2026-11-26')).toThrow('plan_exists');
    expect(() => movePlan(ctx, no, '2026-11-25')).toThrow('plan_exists');
  });

  it('goes to another visitor, on the same day too', () => {
    const { no } = plan('2026-11-25', '李强');
    const moved = movePlan(ctx, no, '2026-11-25', '赵敏');
    expect(moved.visitor).toBe('赵敏');
    expect(moved.deadlines.map(({ assignee }) => assignee)).toEqual(['赵敏']);
    expect(journal().at(-1)).toEqual(['plan.move', no, { plannedOn: '2026-11-25', visitorId: 3 }]);
    expect(movePlan(ctx, no, '2026-11-26').visitor).toBe('赵敏');
  });

  it.each([
    ['before its day: it was never owed', '2026-11-24 10:00', []],
    ['on its day', '2026-11-25 10:00', ['waived']],
    ['too late', '2026-11-26 00:00', ['late']],
  ])('cancelled %s', (_, when, states) => {
    const { no } = plan();
    expect(cancelPlan(on(when), no, '外出').state).toBe('cancelled');
    expect(promises(no, on(when)).map((each) => each[2])).toEqual(states);
    expect(violated(ctx)).toEqual([]);
  });

  it.each(Object.keys(STEPS) as Step[])('no %s once it is over', (step) => {
    const no = 'P261122-001';
    expect(refusalOf(step, { no, state: 'planned' })).toBeUndefined();
    expect(refusalOf(step, { no, state: 'done' })?.code).toBe('plan_done');
    expect(refusalOf(step, { no, state: 'cancelled' })?.code).toBe('plan_cancelled');
  });
});

describe('a whole building', () => {
  const building = (typed: string, plannedOn: string) =>
    planBuilding(ctx, typed, { ...visit, plannedOn });

  it.each([
    ['the last day of a household', '2026-11-25', ['3-1-101', '3-2-101']],
    ['the first day of another', '2026-11-26', ['3-1-101', '3-2-102']],
  ])('every unit that is inhabited on the day, no parking space: %s', (_, day, units) => {
    expect(building('3栋', day).map(({ unit }) => unit)).toEqual(units);
    expect(violated(ctx)).toEqual([]);
  });

  it('no unit that is handed over after the day', () => {
    const later = {
      areaThousandths: 80_000,
      use: 'residential',
      handoverOn: '2026-11-26',
    } as const;
    addUnit(ctx, { code: '3-3-101', ...later });
    live('3-3-101');
    const units = (day: string) => building('3', day).map(({ unit }) => unit);
    expect(units('2026-11-25')).not.toContain('3-3-101');
    expect(units('2026-11-26')).toContain('3-3-101');
  });

  it('leaves one line in the journal', () => {
    const before = journal().length;
    building('3', '2026-11-25');
    expect(journal().slice(before)).toEqual([
      [
        'plan.add',
        'P261122-001',
        { building: '3', added: 2, plannedOn: '2026-11-25', visitorId: null },
      ],
    ]);
  });

  it('leaves out what is planned for the day, and says so', () => {
    plan();
    expect(building('3', '2026-11-25').map(({ unit }) => unit)).toEqual(['3-2-101']);
    expect(ctx.warnings).toHaveLength(1);
    expect(() => building('3', '2026-11-25')).toThrow('plan_exists');
  });

  it.each([
    ['nobody lives', '7', '2026-11-25', 'nobody_lives_there'],
    ['there is none', '9', '2026-11-25', 'unknown_building'],
    ['the day is over', '3', '2026-11-21', 'day_passed'],
  ])('where %s: refused', (_, typed, day, code) => {
    expect(() => building(typed, day)).toThrow(code);
    expect(listPlans(ctx, {})).toEqual([]);
  });
});

describe('the list', () => {
  it('by month, state, unit and visitor, by day', () => {
    plan('2026-12-01', '李强');
    plan('2026-11-30');
    planUnit(ctx, '5-1-101', { ...visit, plannedOn: '2026-11-22' });
    keepPlan(ctx, 'P261122-003');
    const days = (query: Parameters<typeof listPlans>[1]) =>
      listPlans(ctx, query).map(({ plannedOn }) => plannedOn);
    expect(days({})).toEqual(['2026-11-22', '2026-11-30', '2026-12-01']);
    expect(days({ month: '2026-11' })).toEqual(['2026-11-22', '2026-11-30']);
    expect(days({ month: '2026-11', open: true })).toEqual(['2026-11-30']);
    expect(days({ unit: '5-1-101' })).toEqual(['2026-11-22']);
    expect(days({ visitor: '李强' })).toEqual(['2026-12-01']);
  });
});

describe('what must hold of every planned visit', () => {
  it.each([
    ['plans.moments', "planned_on = '2026-11-31'"],
    ['plans.moments', "visited_at = '2026-11-21T00:00:00Z'"],
    ['plans.state', "state = 'lost'"],
    ['plans.state', 'visited_at = NULL'],
    ['plans.owed', "state = 'planned', visited_at = NULL"],
  ])('%s: %s', (key, change) => {
    keepPlan(ctx, plan('2026-11-22').no);
    expect(violated(ctx)).toEqual([]);
    ctx.ledger.db.exec(`UPDATE visit_plans SET ${change}`);
    expect(violated(ctx, planInvariants).join()).toContain(`${key}: `);
  });
});

describe('wy visit plan', () => {
  it('is the plan of a month by itself, and the first word of its verbs', async () => {
    const desk = await frontDesk();
    await desk.say('unit add 3-1-101 --area 80');
    await desk.say('resident add --unit 3-1-101 --name 张伟 --role owner --from 2020-01-01');
    const one = await desk.say('visit plan add --unit 3-1-101 --on 2026-11-30 --json');
    expect(one.json).toEqual({
      no: 'P261122-001',
      on: '2026-11-30',
      unit: '3-1-101',
      purpose: null,
      visitor: null,
      state: 'planned',
      plannedAt: '2026-11-22T09:30:00+08:00',
      visitedAt: null,
      cancelledAt: null,
      deadlines: [
        {
          kind: 'plan.visit',
          role: 'clerk',
          dueAt: '2026-11-30T23:59:59+08:00',
          metAt: null,
          state: 'open',
          clause: 'visits.plan',
        },
      ],
    });
    const all = await desk.say('visit plan add --building 3 --on 2026-12-01 --json');
    const nos = ({ json }: { json: { no: string }[] }) => json.map(({ no }) => no);
    expect(nos(all)).toEqual(['P261122-002']);
    expect(nos(await desk.say('visit plan --json'))).toEqual(['P261122-001']);
    expect(nos(await desk.say('visit plan --month 2026-12 --json'))).toEqual(['P261122-002']);
    expect(nos(await desk.say('visit plan list --json'))).toEqual(['P261122-001', 'P261122-002']);
  });

  it.each([
    ['neither unit nor building', 'add --on 2026-11-30', 2, 'missing_fields'],
    ['both', 'add --unit 3-1-101 --building 3 --on 2026-11-30', 2, 'one_of'],
    ['no day', 'add --unit 3-1-101', 2, 'missing_fields'],
    ['an unreadable month', '--month 13', 2, 'bad_month'],
    ['a verb there is not', 'lsit', 2, 'unknown_command'],
    ['no reason', 'cancel 001', 2, 'missing_fields'],
  ])('refuses %s', async (_, line, code, error) => {
    const said = await (await frontDesk()).say(`visit plan ${line} --json`);
    expect([said.code, said.error.code]).toEqual([code, error]);
  });
});
