import { beforeEach, describe, expect, it } from 'vitest';
import { recordContact } from '../../src/dunning/contacts.ts';
import { form } from '../../src/forms/dunning.ts';
import type { Day } from '../../src/lib/day.ts';
import { call, charge, estate, on } from '../dunning/desk.ts';
import { policyOf, type TestCtx } from '../support/ledger.ts';
import { readOut, sheetOf, sheetsOf } from './paper.ts';

let ctx: TestCtx;

beforeEach(async () => {
  ctx = on(await estate(), '2026-11-22');
  ctx = { ...ctx, policy: await policyOf(POLICY) };
  charge(on(ctx, '2026-08-01'), '3-1-101', '2026-08-25', {
    ...{ periodStart: '2026-08-01', periodEnd: '2026-08-31' },
    ...{ quantityThousandths: 80_000, rateTenthousandths: 3_000, monthParts: 377_580 },
    amountFen: 24_00,
  });
});

const POLICY = `
site:
  name: 蓝天新苑
  company: 蓝天物业公司
  phone: 0755-81234567
  address: 蓝天路 18 号
  account: 蓝天物业公司 某某银行 6200 0000
`;

const WITH_PENALTY = `${POLICY}
fees:
  tariffs:
    energy: {name: 公共能耗费, english: Common energy, basis: area-month, rates: {2020-01-01: 0.30}, penalty: {daily: 0.0003, grace: 30, cap: 20}}
`;

const letter = (subject = '3-1-101', until?: Day) => sheetOf(ctx, form, { subject, until });

describe('a letter', () => {
  it('has all that it needs, and threatens with nothing', () => {
    const lines = readOut(letter());
    expect(lines).toEqual([
      '催缴函 261122-3-1-101',
      '致: 张伟',
      '房号: 3-1-101',
      '邮寄地址: 蓝天路 18 号 蓝天新苑 3-1-101',
      '尊敬的张伟业主：',
      '您好！感谢您对我们工作的理解和支持。经核对，截至 2026-11-22，3-1-101 尚有下列费用没有缴纳：',
      '收费项目|费用期间|面积/用量|单价（元）|应缴日|应缴（元）',
      '公共能耗费|2026年8月|80 ㎡ × 1 个月|0.30|2026-08-25|24.00',
      '合计|||||24.00',
      '合计: ¥24.00',
      '金额大写: 人民币贰拾肆元整',
      '依照物业服务合同等有关约定和《中华人民共和国民法典》第九百四十四条的规定，请您在 2026-12-02 以前（含当日）缴清。',
      '如您已经缴纳、对金额有异议，或一时缴纳有困难，请与我们联系，我们会及时核对、与您商量。',
      '到期仍未缴纳、也未与我们联系的，我们可能依法提起诉讼或按约定申请仲裁。',
      '缴费方式: 前台现金、刷卡；银行转账；微信；支付宝',
      '收款账户: 蓝天物业公司 某某银行 6200 0000',
      '咨询、核对: 0755-81234567　蓝天路 18 号',
      '经办人',
      '蓝天物业公司（盖章）\n2026-11-22',
      '发函日期: 2026-11-22',
      'EMS 单号:',
      '签收人:',
      '签收日期:',
      '与收函人关系: ☐ 本人　☐ 同住成年家属　☐ 受托人　☐ 其他：',
    ]);
    expect(lines.join()).not.toMatch(/停水|停电|停热|停气|门禁|曝光|公示|后果自负|滞纳金|违约金/);
  });

  it('speaks of a penalty only where one was agreed, and of what was agreed', async () => {
    ctx = { ...ctx, policy: await policyOf(WITH_PENALTY) };
    expect(readOut(letter())).toContain(
      '按照约定，逾期缴纳的计收违约金：公共能耗费宽限 30 天后按每日 0.03% 计，累计不超过本金的 20%。',
    );
    expect(readOut(sheetOf(ctx, form, { subject: '3-1-101' }, { lang: 'en' }))).toContain(
      'As agreed, late payment carries a penalty: Common energy 0.03% a day after 30 days of grace, 20% of the principal at the most.',
    );
  });

  it.each([
    ['owner', '依照物业服务合同等有关约定和《中华人民共和国民法典》第九百四十四条的规定，'],
    ['developer', '依照前期物业服务合同等有关约定和《物业管理条例》第四十一条的规定，'],
    ['party', '依照双方的约定，'],
  ] as const)('rests on what binds this debtor: %s', (debtor, ground) => {
    charge(ctx, '3-1-102', '2026-08-25', { debtor });
    expect(readOut(letter('3-1-102'))).toContain(`${ground}请您在 2026-12-02 以前（含当日）缴清。`);
  });

  it.each<[string, Day | undefined, string | undefined]>([
    ['six days', '2026-11-28', 'pay_day_too_soon'],
    ['seven days', '2026-11-29', undefined],
    ['fifteen days', '2026-12-07', undefined],
    ['a day of the past', '2026-11-01', 'pay_day_too_soon'],
  ])('gives at least a week: %s', (_, until, code) => {
    if (code) {
      expect(() => letter('3-1-101', until)).toThrow(expect.objectContaining({ code }));
    } else {
      expect(readOut(letter('3-1-101', until)).join()).toContain(`${until} 以前（含当日）`);
    }
    expect(ctx.warnings).toEqual([]);
  });

  it('of sixteen days is printed with a remark', () => {
    letter('3-1-101', '2026-12-08');
    expect(ctx.warnings).toHaveLength(1);
  });

  it.each([
    ['a unit of which nothing is overdue', '3-1-102', 'nothing_overdue'],
    ['a building without a letter due', '3', 'no_letter_due'],
    ['an estate without a letter due', 'letter', 'no_letter_due'],
    ['a unit that is not there', '3-9-999', 'unknown_unit'],
  ])('is refused of %s', (_, subject, code) => {
    expect(() => letter(subject)).toThrow(expect.objectContaining({ code }));
  });

  it('says that somebody is to be left alone', () => {
    recordContact(ctx, { ...call, result: 'promised', promiseOn: '2026-11-30' });
    expect(readOut(letter())[0]).toBe('催缴函 261122-3-1-101');
    expect(ctx.warnings.map(({ en }) => en)).toEqual([
      expect.stringContaining('left alone for now: promised to pay (until 2026-11-30)'),
    ]);
  });
});

describe('the letters of a step', () => {
  beforeEach(() => {
    recordContact(on(ctx, '2026-08-26'), call);
    charge(ctx, '5-1-101', '2026-08-25');
    ctx = on(ctx, '2026-11-26');
  });

  const subjects = (subject: string) => sheetsOf(ctx, form, { subject }).map(([about]) => about);

  it.each([
    ['letter', ['3-1-101']],
    ['催缴函', ['3-1-101']],
    ['3栋', ['3-1-101']],
  ])('three months after the first notice: %s', (subject, expected) => {
    expect(subjects(subject)).toEqual(expected);
  });

  it('still print on the day they were booked, under the number of the contact', () => {
    const sent = { ...call, way: 'letter', result: 'sent', tracking: 'EMS0001' } as const;
    const { no } = recordContact(ctx, sent);
    const [[subject, paper] = []] = sheetsOf(ctx, form, { subject: 'letter' });
    expect([subject, paper?.no]).toEqual(['3-1-101', no]);
    expect(paper && readOut(paper)).toContain('EMS 单号: EMS0001');
    ctx = on(ctx, '2026-11-27');
    expect(() => subjects('letter')).toThrow(expect.objectContaining({ code: 'no_letter_due' }));
  });
});
