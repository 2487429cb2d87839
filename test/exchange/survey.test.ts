import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { importFile } from '../../src/exchange/import.ts';
import { surveyImport } from '../../src/exchange/survey.ts';
import { WyError } from '../../src/lib/errors.ts';
import { addUnit } from '../../src/registry/units.ts';
import { closeSurvey } from '../../src/surveys/ending.ts';
import { invariants } from '../../src/surveys/invariants.ts';
import { openSurvey } from '../../src/surveys/opening.ts';
import { showForm } from '../../src/surveys/record.ts';
import { reportSurvey } from '../../src/surveys/report.ts';
import { sendForms } from '../../src/surveys/sending.ts';
import type { TestCtx } from '../support/ledger.ts';
import { at, makeCtx } from '../support/ledger.ts';

const dir = mkdtempSync(path.join(os.tmpdir(), 'wy-survey-'));
afterAll(() => rmSync(dir, { recursive: true }));

let ctx: TestCtx;
let files = 0;

const UNITS = ['3-1-101', '3-1-102', '3-1-103'];

beforeEach(async () => {
  ctx = await makeCtx();
  for (const code of [...UNITS, '10-1-101']) {
    addUnit(ctx, { code, areaThousandths: 89_530, use: 'residential', handoverOn: null });
  }
});

function open(...questions: string[]): void {
  openSurvey(ctx, { year: '2026', title: undefined, questions });
  for (const unit of UNITS) sendForms(ctx, '001', { unit });
}

function fileOf(...lines: string[]): string {
  files += 1;
  const file = path.join(dir, `${files}.csv`);
  writeFileSync(file, lines.join('\n'));
  return file;
}

const bring = (
  file: string,
  { unsent = false, ...options }: { unsent?: boolean; dryRun?: boolean; rejects?: string } = {},
  now = ctx,
) =>
  importFile(now, file, surveyImport(now, '001', { unsent }), {
    dryRun: false,
    rejects: undefined,
    ...options,
  });

const counts = (result: { added: number; unchanged: number; rejected: number }) => [
  result.added,
  result.unchanged,
  result.rejected,
];

const answersOf = (unit: string) => showForm(ctx, '001', unit).answers;

const findings = () => invariants.flatMap(({ sql }) => ctx.ledger.db.prepare(sql).pluck().all());

const report = () => reportSurvey(ctx, { no: '001', year: undefined, building: undefined });

const SHEET = [
  '房号,客服接待,维修服务,意见和建议',
  '3-1-101,满意,基本满意,车位少',
  '3栋1单元102,不满意,,',
  '3-1-103,,,',
];

describe('a sheet of returned forms', () => {
  it('is taken in; a row without anything is a form that is not back', async () => {
    open('客服接待', '维修服务');
    expect(counts(await bring(fileOf(...SHEET)))).toEqual([2, 1, 0]);
    expect(answersOf('3-1-101')).toEqual(['satisfied', 'fair']);
    expect(showForm(ctx, '001', '3-1-101').opinion).toBe('车位少');
    expect(answersOf('3-1-102')).toEqual(['dissatisfied', null]);
    expect(showForm(ctx, '001', '3-1-103').returnedAt).toBeNull();
    expect(report()).toMatchObject({
      sent: 3,
      returned: 2,
      valid: 2,
      rate: { numerator: 2, denominator: 3, percent: '66.7' },
    });
    expect(ctx.warnings.at(-1)?.en).toBe(
      'Taken as not returned, without answer or opinion: 1 row.',
    );
    expect(findings()).toEqual([]);
  });

  it('twice changes nothing and leaves no line in the journal', async () => {
    open('客服接待', '维修服务');
    await bring(fileOf(...SHEET));
    const lines = () => ctx.ledger.db.prepare('SELECT count(*) FROM journal').pluck().get();
    const before = lines();
    expect(counts(await bring(fileOf(...SHEET)))).toEqual([0, 3, 0]);
    expect(lines()).toBe(before);
  });

  it('a dry run stores nothing', async () => {
    open('客服接待', '维修服务');
    expect(counts(await bring(fileOf(...SHEET), { dryRun: true }))).toEqual([2, 1, 0]);
    expect(report().returned).toBe(0);
  });

  it('stands in the journal under the number of the survey', async () => {
    open('客服接待', '维修服务');
    await bring(fileOf(...SHEET));
    const subject = ctx.ledger.db
      .prepare("SELECT subject FROM journal WHERE action = 'import.survey'")
      .pluck()
      .get();
    expect(subject).toBe('S261122-001');
  });

  const HEADERS: [name: string, header: string][] = [
    ['the texts', '房号,客服接待,维修服务'],
    ['the texts behind their numbers', '房号,1、客服接待,2. 维修服务'],
    ['numbers', '房号,1,2'],
    ['第 … 题', '房号,第1题,第2题'],
    ['Q', 'Unit,Q1,Q2'],
    ['the other way round', '房号,2,1'],
    ['with a remark in brackets', '房号,客服接待（单选）,维修服务（单选）'],
  ];
  it.each(HEADERS)('names its columns by %s', async (_, header) => {
    open('客服接待', '维修服务');
    await bring(fileOf(header, '3-1-101,满意,不满意'));
    const expected = ['satisfied', 'dissatisfied'];
    expect(answersOf('3-1-101')).toEqual(header === '房号,2,1' ? expected.reverse() : expected);
  });

  it.each([
    ['满意', 'satisfied'],
    ['很满意', 'satisfied'],
    ['非常满意', 'satisfied'],
    ['基本满意', 'fair'],
    ['较满意', 'fair'],
    ['一般', 'fair'],
    ['不满意', 'dissatisfied'],
    ['很不满意', 'dissatisfied'],
    [' 满意　', 'satisfied'],
    ['Satisfied', 'satisfied'],
    ['-', null],
    ['', null],
  ])('reads %s as %s', async (text, answer) => {
    open('客服接待', '维修服务');
    await bring(fileOf('房号,1,2', `3-1-101,满意,${text}`));
    expect(answersOf('3-1-101')).toEqual(['satisfied', answer]);
  });

  it('every fault is named, and no row is stored', async () => {
    open('客服接待', '维修服务');
    await bring(fileOf('房号,1,2', '3-1-103,满意,满意'));
    const result = await bring(
      fileOf(
        '房号,客服接待,维修服务,意见',
        '3-1-101,5,好,张伟说',
        '99-1-101,满意,满意,',
        '10-1-101,满意,满意,',
        '3-1-103,满意,不满意,',
        ',满意,满意,',
        '3-1-102,满意,满意,',
        '3-1-102,满意,不满意,',
        '3-1-102,满意,满意,',
      ),
    );
    expect(result.faults.map(({ line, column, code }) => [line, column, code])).toEqual([
      [2, '客服接待', 'answer_off_scale'],
      [2, '维修服务', 'answer_off_scale'],
      [3, '房号', 'unknown_unit'],
      [4, '房号', 'form_not_sent'],
      [5, '房号', 'form_returned'],
      [6, '房号', 'missing_value'],
      [8, '房号', 'twice_in_file'],
    ]);
    expect(result.stored).toBe(false);
    expect(JSON.stringify(result.faults)).not.toContain('张伟');
    expect(report().returned).toBe(1);
  });

  it('leaves the faulty rows in a file that can be mended', async () => {
    open('客服接待', '维修服务');
    const rejects = path.join(dir, 'rejects.csv');
    const file = fileOf('房号,1,2', '3-1-101,满意,满意', '3-1-102,满意,5');
    expect(counts(await bring(file, { rejects }))).toEqual([1, 0, 1]);
    const mended = readFileSync(rejects, 'utf8').replace('"5"', '"不满意"');
    expect(counts(await bring(fileOf(mended)))).toEqual([1, 0, 0]);
    expect(answersOf('3-1-102')).toEqual(['satisfied', 'dissatisfied']);
  });

  it('forms that were not sent are sent and returned at once where that is said', async () => {
    open('客服接待', '维修服务');
    const file = fileOf('房号,1,2', '10-1-101,满意,满意');
    expect(counts(await bring(file, { unsent: true }))).toEqual([1, 0, 0]);
    expect(report()).toMatchObject({ sent: 4, returned: 1 });
  });

  it.each([
    ['before the forms were sent', '2026-11-22T01:29:59Z', ['before_last_step']],
    ['the second they were', '2026-11-22T01:30:00Z', []],
  ])('came back %s', async (_, moment, codes) => {
    open('客服接待');
    const { faults } = await bring(fileOf('房号,1', '3-1-101,满意'), {}, at(ctx, moment));
    expect(faults.map(({ code }) => code)).toEqual(codes);
  });

  it('without one of its questions is refused', async () => {
    open('客服接待', '维修服务');
    const refusal = await bring(fileOf('房号,客服接待', '3-1-101,满意')).catch((it: unknown) => it);
    expect(refusal).toBeInstanceOf(WyError);
    expect((refusal as WyError).code).toBe('header_missing');
    expect((refusal as WyError).hint?.zh).toContain('维修服务');
  });

  it.each([
    ['the unit’s own names', ['房屋', '单元']],
    ['numbers', ['2', '1']],
    ['the same but for a remark', ['保洁（楼道）', '保洁（园区）']],
    ['the opinion', ['意见', '维修服务']],
  ])('of questions called as %s goes by their numbers', async (_, questions) => {
    open(...questions);
    await bring(fileOf('房号,第1题,第2题', '3-1-101,满意,不满意'));
    expect(answersOf('3-1-101')).toEqual(['satisfied', 'dissatisfied']);
  });

  it('is refused where the survey is closed', () => {
    open('客服接待');
    closeSurvey(ctx, '001', '分析');
    expect(() => surveyImport(ctx, '001', { unsent: false })).toThrow('survey_closed');
  });
});
