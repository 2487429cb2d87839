import { beforeEach, describe, expect, it } from 'vitest';
import { form } from '../../src/forms/bill.ts';
import { parsePeriod } from '../../src/lib/period.ts';
import { addUnit } from '../../src/registry/units.ts';
import { charge, estate, live, on, pay } from '../dunning/desk.ts';
import type { TestCtx } from '../support/ledger.ts';
import { readOut, sheetOf, sheetsOf } from './paper.ts';

const period = (text: string) => parsePeriod(text, '2026-11-22');

/** 80 ㎡ at 0.30 yuan for a month. */
const month = (of: string) => ({
  ...{ cycleOn: `${of}-01`, periodStart: `${of}-01`, periodEnd: `${of}-30` },
  ...{ quantityThousandths: 80_000, rateTenthousandths: 3_000, monthParts: 377_580 },
  amountFen: 24_00,
});

let ctx: TestCtx;

beforeEach(async () => {
  ctx = on(await estate(), '2026-11-22');
});

const subjects = (subject: string, of?: string) =>
  sheetsOf(ctx, form, { subject, period: of === undefined ? undefined : period(of) }).map(
    ([about]) => about,
  );

describe('a bill', () => {
  beforeEach(() => {
    charge(ctx, '3-1-101', '2026-09-25', month('2026-09'));
    charge(ctx, '3-1-101', '2026-11-25', month('2026-11'));
  });

  it('says what is owed of the period, what of before, and how it comes about', () => {
    expect(readOut(sheetOf(ctx, form, { subject: '3栋1单元101' }))).toEqual([
      '收费通知单 261122-3-1-101',
      '房号: 3-1-101',
      '收费对象: 张伟',
      '建筑面积: 80 ㎡',
      '费用期间: 2026年11月',
      '通知日期: 2026-11-22',
      '收费项目|费用期间|面积/用量|单价（元）|应缴日|应缴（元）',
      '公共能耗费|2026年11月|80 ㎡ × 1 个月|0.30|2026-11-25|24.00',
      '合计|||||24.00',
      '收费项目|费用期间|面积/用量|单价（元）|应缴日|应缴（元）',
      '公共能耗费|2026年9月|80 ㎡ × 1 个月|0.30|2026-09-25|24.00',
      '合计|||||24.00',
      '缴费期限: 2026-11-25',
      '其中已逾期: ¥24.00',
      '应缴合计: ¥48.00',
      '金额大写: 人民币肆拾捌元整',
      '缴费方式: 前台现金、刷卡；银行转账；微信；支付宝',
      '收款账户:',
      '咨询、核对:',
      '签收人',
      '（收费单位盖章）',
      '通知单打印以后缴纳的款项未计入；对金额有疑问的，请与前台核对。感谢您的支持！',
    ]);
  });

  it('is in English where that is asked for', () => {
    const lines = readOut(sheetOf(ctx, form, { subject: '3-1-101' }, { lang: 'en' }));
    expect(lines.slice(0, 8)).toEqual([
      'Bill 261122-3-1-101',
      'unit: 3-1-101',
      'to: 张伟',
      'area: 80 ㎡',
      'period: 2026-11',
      'date: 2026-11-22',
      'item|period|area or quantity|unit price|due|owed (yuan)',
      'Common energy|2026-11|80 ㎡ × 1 mo.|0.30|2026-11-25|24.00',
    ]);
  });

  it('says what was charged and paid where some of it is paid', () => {
    pay(ctx, charge(ctx, '3-1-102', '2026-11-25', month('2026-11')), 4_00);
    const lines = readOut(sheetOf(ctx, form, { subject: '3-1-102' }));
    expect(lines).toContain(
      '收费项目|费用期间|面积/用量|单价（元）|应收（元）|已缴、减免|应缴日|应缴（元）',
    );
    expect(lines).toContain(
      '公共能耗费|2026年11月|80 ㎡ × 1 个月|0.30|24.00|4.00|2026-11-25|20.00',
    );
  });

  it('keeps what is charged for later off', () => {
    const lines = readOut(sheetOf(ctx, form, { subject: '3-1-101', period: period('2026-10') }));
    expect(lines).toContain('应缴合计: ¥24.00');
    expect(lines).not.toContainEqual(expect.stringContaining('2026年11月|'));
  });

  it('goes to each debtor of a unit with their own debts only', () => {
    const before = live(ctx, '3-1-101', '陈静', null, { untilOn: '2020-12-31' });
    charge(ctx, '3-1-101', '2026-08-25', { ...month('2026-08'), debtorId: before });
    const sheets = sheetsOf(ctx, form, { subject: '3-1-101' });
    expect(
      sheets.map(([subject, paper]) => [
        subject,
        paper.no,
        readOut(paper).filter((line) => /^(?:收费对象|应缴合计)/.test(line)),
      ]),
    ).toEqual([
      ['3-1-101', '261122-3-1-101', ['收费对象: 张伟', '应缴合计: ¥48.00']],
      [`3-1-101-O${before}`, `261122-3-1-101-O${before}`, ['收费对象: 陈静', '应缴合计: ¥24.00']],
    ]);
  });

  it.each([
    ['this month', '2026-11', '261122-3-1-101'],
    ['another month', '2026-09', '261122-3-1-101/2026-09'],
    ['a quarter', '2026Q4', '261122-3-1-101/2026Q4'],
  ])('has a number of its own for its period: %s', (_, of, no) => {
    const [sheet] = form.sheets(ctx, { subject: '3-1-101', period: period(of) });
    expect(sheet?.issue).toBe(no);
    expect(sheetOf(ctx, form, { subject: '3-1-101', period: period(of) }).no).toBe(no);
  });
});

describe('the bills of a building', () => {
  it('are a sheet for each unit that owes, in the order of the estate', () => {
    charge(ctx, '3-1-102', '2026-11-25', month('2026-11'));
    charge(ctx, '5-1-101', '2026-11-25', month('2026-11'));
    expect(subjects('3栋')).toEqual(['3-1-102']);
    charge(ctx, '3-1-101', '2026-11-25', month('2026-11'));
    expect(subjects('3')).toEqual(['3-1-101', '3-1-102']);
  });

  it('are 300 in one file', () => {
    for (let room = 1; room <= 300; room += 1) {
      const code = `8-1-${1000 + room}`;
      addUnit(ctx, { code, areaThousandths: 80_000, use: 'residential', handoverOn: null });
      charge(ctx, code, '2026-11-25', month('2026-11'));
    }
    expect(new Set(subjects('8')).size).toBe(300);
  });

  it.each([
    ['a unit that owes nothing', '3-1-101', undefined, 'nothing_owed'],
    ['a unit that owes of later only', '3-1-102', '2026-10', 'nothing_owed'],
    ['a building that owes nothing', '5', undefined, 'nothing_owed'],
    ['a unit that is not there', '3-1-999', undefined, 'unknown_unit'],
    ['a building that is not there', '77', undefined, 'unknown_building'],
    ['neither', '?', undefined, 'bad_building'],
  ])('are refused of %s', (_, subject, of, code) => {
    charge(ctx, '3-1-102', '2026-11-25', month('2026-11'));
    expect(() => subjects(subject, of)).toThrow(expect.objectContaining({ code }));
  });
});
