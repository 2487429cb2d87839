import { beforeEach, describe, expect, it } from 'vitest';
import { showCase } from '../../src/cases/record.ts';
import { isDone, roundOf, roundsDue } from '../../src/deadlines/rounds.ts';
import type { Day } from '../../src/lib/day.ts';
import { WyError } from '../../src/lib/errors.ts';
import { addResident } from '../../src/registry/residents.ts';
import { addUnit } from '../../src/registry/units.ts';
import { cancelSurvey, closeSurvey } from '../../src/surveys/ending.ts';
import { invariants } from '../../src/surveys/invariants.ts';

import { openSurvey } from '../../src/surveys/opening.ts';
import { listForms, listSurveys, SURVEY, showForm } from '../../src/surveys/record.ts';
import { reportSurvey } from '../../src/surveys/report.ts';
import { type Returning, recordForm } from '../../src/surveys/returns.ts';
import { type Extent, sendForms } from '../../src/surveys/sending.ts';
import type { TestCtx } from '../support/ledger.ts';
import { at, makeCtx, policyOf } from '../support/ledger.ts';

/** Sunday 2026-11-22, 09:30 in Shanghai. */
let ctx: TestCtx;

const monday = (from: TestCtx) => at(from, '2026-11-23T01:30:00Z');

interface Place {
  handoverOn?: Day | null;
  use?: 'residential' | 'parking' | 'shop';
}

function unit(code: string, { handoverOn = '2024-06-30', use = 'residential' }: Place = {}): void {
  addUnit(ctx, { code, areaThousandths: 89_530, use, handoverOn });
}

/** Somebody lives there in this time; open ends are null. */
function resident(code: string, fromOn: Day | null = null, untilOn: Day | null = null): void {
  const person = { name: `住户${code}`, phone: null, identity: null };
  const readName = () => ({ pinyin: 'zhuhu', initials: 'zh' });
  addResident(ctx, { unit: code, ...person, role: 'owner', fromOn, untilOn }, readName);
}

function household(code: string): void {
  unit(code);
  resident(code);
}

const QUESTIONS = ['客服接待', '维修服务', '保洁卫生'];

const open = (now = ctx, change: Partial<Parameters<typeof openSurvey>[1]> = {}) =>
  openSurvey(now, { year: undefined, title: undefined, questions: QUESTIONS, ...change });

const send = (to: Extent = {}, now = ctx) => {
  const { added, already } = sendForms(now, '001', to);
  return [added, already];
};

const record = (code: string, answers: string, change: Partial<Returning> = {}, now = ctx) =>
  recordForm(now, 'S261122-001', {
    unit: code,
    answers,
    opinion: undefined,
    unsent: false,
    again: false,
    reason: undefined,
    ...change,
  });

const report = (now = ctx, building?: string) =>
  reportSurvey(now, { no: 'S261122-001', year: undefined, building });

function codeOf(work: () => unknown): string {
  try {
    work();
    return 'done';
  } catch (error) {
    if (error instanceof WyError) return error.code;
    throw error;
  }
}

const rowsOf = (table: string) =>
  ctx.ledger.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();

const findings = () =>
  invariants.flatMap(({ key, sql }) => {
    const found = ctx.ledger.db.prepare(sql).pluck().all();
    return found.length > 0 ? [[key, ...found]] : [];
  });

beforeEach(async () => {
  ctx = await makeCtx();
});

describe('the survey of a year', () => {
  it('asks what the policy says, unless it is told', () => {
    const survey = open(ctx, { questions: undefined });
    expect(survey).toMatchObject({ no: 'S261122-001', year: '2026', state: 'open', sent: 0 });
    expect(survey.questions.map(({ text }) => text)).toEqual([
      '客服接待',
      '维修服务',
      '保洁卫生',
      '绿化养护',
      '安全秩序',
      '车辆管理',
      '投诉处理',
      '收费服务',
    ]);
  });

  it.each([
    ['this year', '2026', 'survey_exists'],
    ['last year', '2025', 'done'],
    ['next year', '2027', 'done'],
    ['the year after', '2028', 'bad_year'],
  ])('there is one: %s', (_, year, code) => {
    open();
    expect(codeOf(() => open(ctx, { year }))).toBe(code);
  });

  it('has a second when the first was cancelled, and none beside that', () => {
    open();
    cancelSurvey(ctx, '001', '题目有误');
    expect(open().no).toBe('S261122-002');
    expect(codeOf(() => open())).toBe('survey_exists');
    expect(listSurveys(ctx, { year: '2026' }).map(({ state }) => state)).toEqual([
      'open',
      'cancelled',
    ]);
    expect(findings()).toEqual([]);
  });

  it('stands on the agenda of the supervisor until it is reported', () => {
    const isOwed = () => roundsDue(ctx).some(({ kind }) => kind === 'survey.yearly');
    household('3-1-101');
    open();
    send();
    expect(isOwed()).toBe(true);
    closeSurvey(ctx, '001', '总体满意');
    expect(isOwed()).toBe(false);
    expect(roundOf(ctx, 'survey.yearly', '2026')).toMatchObject({ text: '总体满意' });
  });

  it('that was cancelled is still owed', () => {
    open();
    cancelSurvey(ctx, '001', '题目有误');
    expect(isDone(ctx, 'survey.yearly', '2026')).toBe(false);
  });
});

describe('forms go to who lives there today', () => {
  const places: [name: string, place: Place, from: Day | null, until: Day | null, got: number][] = [
    ['a unit lived in', {}, null, null, 1],
    ['handed over today', { handoverOn: '2026-11-22' }, null, null, 1],
    ['handed over tomorrow', { handoverOn: '2026-11-23' }, null, null, 0],
    ['handed over nobody knows when', { handoverOn: null }, null, null, 1],
    ['moved in today', {}, '2026-11-22', null, 1],
    ['moves in tomorrow', {}, '2026-11-23', null, 0],
    ['the last day is today', {}, null, '2026-11-22', 1],
    ['the last day was yesterday', {}, null, '2026-11-21', 0],
    ['a shop', { use: 'shop' }, null, null, 1],
    ['a parking space', { use: 'parking' }, null, null, 0],
  ];
  it.each(places)('%s', (_, place, from, until, got) => {
    household('1-1-101');
    unit('3-1-101', place);
    resident('3-1-101', from, until);
    open();
    expect(send()).toEqual([1 + got, 0]);
  });

  it('a household gets one, whoever else lives there', () => {
    household('3-1-101');
    addResident(
      ctx,
      {
        unit: '3-1-101',
        name: '李四',
        phone: null,
        identity: null,
        role: 'tenant',
        fromOn: null,
        untilOn: null,
      },
      () => ({ pinyin: 'lisi', initials: 'ls' }),
    );
    open();
    expect(send()).toEqual([1, 0]);
  });

  it('a second sending adds those who are missing', () => {
    for (const code of ['3-1-101', '3-1-102', '10-1-101']) household(code);
    open();
    expect(send({ building: '3' })).toEqual([2, 0]);
    expect(send({ building: '3' })).toEqual([0, 2]);
    expect(send()).toEqual([1, 2]);
    household('10-1-102');
    expect(send()).toEqual([1, 3]);
    expect(send({ unit: '10-1-102' })).toEqual([0, 1]);
    expect(listForms(ctx, '001', {}).map((form) => form.unit)).toEqual([
      '3-1-101',
      '3-1-102',
      '10-1-101',
      '10-1-102',
    ]);
    expect(rowsOf('survey_forms')).toBe(4);
  });

  it('nothing new leaves no line in the journal and no step', () => {
    household('3-1-101');
    open();
    send();
    const before = [rowsOf('journal'), rowsOf('events')];
    send();
    expect([rowsOf('journal'), rowsOf('events')]).toEqual(before);
  });

  it('one named gets it although nobody lives there, and the desk is told', () => {
    unit('3-1-101');
    open();
    expect(send({ unit: '3-1-101' })).toEqual([1, 0]);
    expect(ctx.warnings.map(({ zh }) => zh)).toEqual([expect.stringContaining('3-1-101')]);
  });

  it.each([
    ['to nobody at all', {}, 'no_households'],
    ['to a building where nobody lives', { building: '5' }, 'no_households'],
    ['to a building there is not', { building: '7' }, 'unknown_building'],
    ['to a unit there is not', { unit: '7-1-101' }, 'unknown_unit'],
  ])('refused %s', (_, to, code) => {
    unit('5-1-101');
    open();
    expect(codeOf(() => send(to))).toBe(code);
    expect(rowsOf('survey_forms')).toBe(0);
  });
});

describe('a form that came back', () => {
  beforeEach(() => {
    for (const code of ['3-1-101', '3-1-102', '10-1-101']) household(code);
    open();
    send({ building: '3' });
  });

  it('is kept with its answers; half of them make it valid', () => {
    expect(record('3-1-101', '12-', { opinion: '车位少' })).toMatchObject({
      unit: '3-1-101',
      answers: ['satisfied', 'fair', null],
      valid: true,
      opinion: '车位少',
      returnedAt: ctx.now,
    });
    expect(record('3-1-102', '--3')).toMatchObject({ valid: false, opinion: null });
    expect(listForms(ctx, '001', { missing: true })).toEqual([]);
    expect(findings()).toEqual([]);
  });

  it('is valid by the policy in force', async () => {
    const strict = { ...ctx, policy: await policyOf('surveys:\n  validAnswers: 67\n') };
    expect(record('3-1-101', '12-', {}, strict).valid).toBe(false);
    expect(record('3-1-102', '123', {}, strict).valid).toBe(true);
  });

  it('leaves no answer and no opinion in the journal', () => {
    record('3-1-101', '123', { opinion: '王芳态度好' });
    const changes = ctx.ledger.db
      .prepare("SELECT changes FROM journal WHERE action = 'survey.record'")
      .pluck()
      .get();
    expect(JSON.parse(String(changes))).toEqual({
      unit: '3-1-101',
      answered: 3,
      valid: true,
      opinion: '***',
    });
  });

  it.each([
    ['an answer off the scale', '3-1-101', '124', {}, 'answer_off_scale'],
    ['too few answers', '3-1-101', '12', {}, 'too_few_answers'],
    ['too many answers', '3-1-101', '1231', {}, 'too_many_answers'],
    ['a form that was not sent', '10-1-101', '123', {}, 'form_not_sent'],
    ['a unit there is not', '7-1-101', '123', {}, 'unknown_unit'],
    [
      'a correction of nothing',
      '3-1-101',
      '123',
      { again: true, reason: 'x' },
      'form_not_returned',
    ],
    ['a correction without a reason', '3-1-101', '123', { again: true }, 'missing_reason'],
  ])('refuses %s, and nothing is written', (_, code, answers, change, expected) => {
    expect(codeOf(() => record(code, answers, change))).toBe(expected);
    expect(rowsOf('survey_answers')).toBe(0);
    expect(report().returned).toBe(0);
  });

  it('names the command that sends it', () => {
    try {
      record('10-1-101', '123');
      expect.unreachable();
    } catch (error) {
      const hint = error instanceof WyError ? error.hint?.en : '';
      expect(hint).toContain('wy survey send S261122-001 --unit 10-1-101');
    }
  });

  it('may be recorded as sent and returned at once', () => {
    expect(record('10-1-101', '123', { unsent: true })).toMatchObject({
      sentAt: ctx.now,
      returnedAt: ctx.now,
    });
    expect(report()).toMatchObject({ sent: 3, returned: 1 });
    expect(ctx.warnings).toEqual([]);
  });

  it.each([
    ['the second it was sent', '2026-11-22T01:30:00Z', 'done'],
    ['a second before', '2026-11-22T01:29:59Z', 'before_last_step'],
  ])('came back %s', (_, moment, code) => {
    expect(codeOf(() => record('3-1-101', '123', {}, at(ctx, moment)))).toBe(code);
  });

  it('may be written up after others were sent', () => {
    send({}, monday(ctx));
    expect(codeOf(() => record('3-1-101', '123', {}, ctx))).toBe('done');
    expect(findings()).toEqual([]);
  });

  it('is corrected with a reason; what stood there is told by the timeline', () => {
    record('3-1-101', '1-3', { opinion: '车位少' });
    expect(codeOf(() => record('3-1-101', '111'))).toBe('form_returned');
    const again = { again: true, reason: '看错一行' };
    expect(record('3-1-101', '11-', again, monday(ctx))).toMatchObject({
      answers: ['satisfied', 'satisfied', null],
      opinion: '车位少',
      returnedAt: ctx.now,
    });
    expect(showCase(ctx, SURVEY, '001').timeline.at(-1)).toMatchObject({
      kind: 'corrected',
      detail: {
        unit: '3-1-101',
        reason: '看错一行',
        answer1: 'satisfied',
        answer2: null,
        answer3: 'dissatisfied',
        opinion: '车位少',
      },
    });
    expect(rowsOf('survey_answers')).toBe(2);
    expect(findings()).toEqual([]);
  });
});

describe('the report', () => {
  /*
   * Four forms of five are back. 3-1-104 answers one question of three and is not valid: its answer
   * does not count, its opinion does. Valid: 1 1 2 / 1 3 - / 2 1 1. Question 1: 3 of 3; question 2:
   * 2 of 3; question 3: 2 of 2. Over all 7 of 8 = 87.5 %; the mean of the questions
   * (1 + 2/3 + 1) ÷ 3 = 88.9 %.
   */
  beforeEach(() => {
    for (const code of ['3-1-101', '3-1-102', '3-1-103', '3-1-104', '10-1-101']) household(code);
    open();
    send();
    record('3-1-101', '112', { opinion: '车位少' });
    record('3-1-102', '13-');
    record('10-1-101', '211');
    record('3-1-104', '--3', { opinion: '不清楚' });
  });

  it('as reckoned by hand', () => {
    const found = report();
    expect(found).toMatchObject({
      households: 5,
      sent: 5,
      returned: 4,
      valid: 3,
      rate: { numerator: 7, denominator: 8, percent: '87.5' },
      returnRate: { numerator: 4, denominator: 5, percent: '80.0' },
      distributionRate: { numerator: 5, denominator: 5, percent: '100.0' },
      averageOfQuestions: '88.9',
      target: null,
      opinions: [
        { unit: '3-1-101', opinion: '车位少' },
        { unit: '3-1-104', opinion: '不清楚' },
      ],
    });
    expect(
      found.questions.map((it) => [it.satisfied, it.fair, it.dissatisfied, it.rate.percent]),
    ).toEqual([
      [2, 1, 0, '100.0'],
      [2, 0, 1, '66.7'],
      [1, 1, 0, '100.0'],
    ]);
    expect(found.buildings.map((it) => [it.building, it.sent, it.returned, it.valid])).toEqual([
      ['3', 4, 3, 2],
      ['10', 1, 1, 1],
    ]);
  });

  it('of one building', () => {
    expect(report(ctx, '10')).toMatchObject({
      households: 1,
      sent: 1,
      rate: { numerator: 3, denominator: 3, percent: '100.0' },
      opinions: [],
    });
  });

  it('counts the households of the day on which forms were last sent', () => {
    household('10-1-102');
    const later = at(ctx, '2027-01-15T01:30:00Z');
    expect(report(later)).toMatchObject({ households: 6, countedOn: '2026-11-22' });
    send({}, monday(ctx));
    expect(report(later)).toMatchObject({ sent: 6, countedOn: '2026-11-23' });
  });

  it('does not count as distributed what was sent to a unit that is no household', () => {
    for (const code of ['3-1-105', '11-1-101']) {
      unit(code);
      send({ unit: code });
    }
    household('10-1-102');
    expect(report()).toMatchObject({
      sent: 7,
      distributionRate: { numerator: 5, denominator: 6, percent: '83.3' },
      returnRate: { numerator: 4, denominator: 7, percent: '57.1' },
    });
    expect(report(ctx, '11')).toMatchObject({
      households: 0,
      sent: 1,
      distributionRate: { numerator: 0, denominator: 0, percent: null },
    });
  });

  it('is found by its year; a year without one is refused', () => {
    const ofYear = (year: string) =>
      reportSurvey(ctx, { no: undefined, year, building: undefined }).survey.no;
    expect(ofYear('2026')).toBe('S261122-001');
    expect(codeOf(() => ofYear('2025'))).toBe('no_survey');
  });

  it.each([
    ['90', '90.0'],
    ['92.5', '92.5'],
    ['100', '100.0'],
    ["''", null],
  ])('names the target %s', async (text, target) => {
    const policy = await policyOf(`surveys:\n  target: ${text}\n`);
    expect(report({ ...ctx, policy }).target).toBe(target);
  });
});

describe('closing', () => {
  beforeEach(() => {
    household('3-1-101');
    open();
  });

  it('is refused where nothing was sent', () => {
    expect(codeOf(() => closeSurvey(ctx, '001', '分析'))).toBe('nothing_sent');
    expect(isDone(ctx, 'survey.yearly', '2026')).toBe(false);
  });

  it('without a valid form warns', () => {
    send();
    closeSurvey(ctx, '001', '无人交回');
    expect(ctx.warnings).toHaveLength(1);
  });

  it('is not before the last form came back', () => {
    send();
    record('3-1-101', '123', {}, monday(ctx));
    expect(codeOf(() => closeSurvey(ctx, '001', '分析'))).toBe('before_last_step');
    expect(closeSurvey(monday(ctx), '001', '分析')).toMatchObject({
      state: 'closed',
      closedAt: monday(ctx).now,
      analysis: '分析',
    });
    expect(findings()).toEqual([]);
  });

  it('ends it: nothing more is sent, recorded, cancelled', () => {
    send();
    closeSurvey(ctx, '001', '分析');
    for (const work of [
      () => send(),
      () => record('3-1-101', '123'),
      () => cancelSurvey(ctx, '001', '作废'),
      () => closeSurvey(ctx, '001', '再报'),
    ]) {
      expect(codeOf(work)).toBe('survey_closed');
    }
    expect(showForm(ctx, '001', '3-1-101').returnedAt).toBeNull();
  });
});

describe('what breaks the rules of surveys is found', () => {
  it.each([
    ['surveys.moments', "UPDATE surveys SET opened_at = '2026-11-22'"],
    ['surveys.state', "UPDATE surveys SET state = 'closed'"],
    ['surveys.state', "UPDATE surveys SET analysis = '分析'"],
    ['surveys.year', "UPDATE surveys SET year = '26'"],
    [
      'surveys.round',
      "UPDATE surveys SET state = 'closed', analysis = 'x', closed_at = '2026-11-30T00:00:00Z'",
    ],
    ['surveys.questions', 'DELETE FROM survey_questions WHERE part = 2'],
    ['surveys.questions', 'DELETE FROM survey_questions'],
    ['surveys.order', "UPDATE survey_forms SET sent_at = '2026-11-01T00:00:00Z'"],
    ['surveys.order', "UPDATE survey_forms SET returned_at = '2026-11-21T00:00:00Z'"],
    ['surveys.answers', "UPDATE survey_answers SET answer = 'superb' WHERE part = 1"],
    ['surveys.answers', 'UPDATE survey_answers SET part = 9 WHERE part = 1'],
    ['surveys.answers', 'UPDATE survey_forms SET returned_at = NULL, valid = NULL'],
    ['surveys.valid', 'DELETE FROM survey_answers'],
  ])('%s: %s', (key, sql) => {
    household('3-1-101');
    open();
    send();
    record('3-1-101', '123');
    expect(findings()).toEqual([]);
    ctx.ledger.db.exec(sql);
    expect(findings().map(([found]) => found)).toContain(key);
  });
});
