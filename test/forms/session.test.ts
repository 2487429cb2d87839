import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { FORMS } from '../../src/forms/catalogue.ts';
import { desksAfter, type FrontDesk } from '../support/session.ts';

const EVIL = '<img src=x onerror=alert(1)>"水管" & Co';

/** The text of a page, tags and style taken off. */
const textOf = (page: string): string =>
  page
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]*>/g, '|')
    .replace(/\|[\s|]*/g, '|');

let desk: FrontDesk;

const doesAt = (at: FrontDesk) => async (line: string) => {
  const said = await at.say(line);
  if (said.code !== 0) throw new Error(`${line}: ${said.err}`);
  return said;
};
const does = (line: string) => doesAt(desk)(line);

/** A repair, a complaint, a visit and a receipt about 3-2-1501. */
const newDesk = desksAfter(async (first) => {
  const does = doesAt(first);
  await does('unit add 3-2-1501 --area 89.53 --handover 2015-06-30');
  await does(
    'resident add --unit 3-2-1501 --name 张伟 --role owner --from 2015-06-30 --phone 13812345678',
  );
  await does(
    'ticket open --unit 3-2-1501 --item 厨房水管漏水 --category leak --caller 张伟 --phone 13812345678',
  );
  await does(
    'complaint log --unit 3-2-1501 --text 楼道垃圾没人扫 --channel phone --grade minor --nature valid --against cleaning --who 张伟 --phone 13812345678',
  );
  await does('fee bill --period 2026-11 --tariff energy');
  await does('fee pay --unit 3-2-1501 --amount 30.00 --method wechat');
  await does('visit log --unit 3-2-1501 --way phone --result fair --opinion 电梯太慢');
});

beforeEach(async () => {
  desk = await newDesk();
});

async function print(line: string) {
  const said = await desk.say(`print ${line} --json`);
  if (said.code !== 0) return { error: said.error, page: '', text: '', file: '', copy: 0 };
  const { file, copy } = said.json;
  const page = readFileSync(file, 'utf8');
  return { error: undefined, file, copy, page, text: textOf(page) };
}

describe('a printed form', () => {
  it.each<[string, string[], string[]]>([
    [
      'ticket T261122-001',
      [
        '|维修工作单|编号：T261122-001|报修|房号|3-2-1501|报修人|张伟|联系电话|138****5678|',
        '|报修内容|厨房水管漏水|',
        '|收费性质|☑ 有偿　☐ 无偿　☐ 保修|',
        '|到场时间|完工时间|维修情况|试漏时间|费用（元）|',
        '|用料和人工|序号|名称、规格|数量|单价（元）|金额（元）|1|2|3|',
        '|满意程度|☐ 满意　☐ 不满意|',
        '|维修人：|',
        '|住户签字：|',
      ],
      [
        '|Repair order|No. T261122-001|',
        '|what is wrong|厨房水管漏水|',
        '|☑ paid　☐ free　☐ warranty|',
      ],
    ],
    [
      'complaint C261122-001',
      [
        '|投诉处理单|编号：C261122-001|接待|房号/地点|3-2-1501|投诉人|张伟|联系电话|138****5678|',
        '|性质、类别|有效　保洁卫生|被投诉方|保洁|',
        '|投诉内容|楼道垃圾没人扫|',
        '|处理结果|处理期限|2026-11-24 23:59|处理完毕|告知投诉人|结案时间|',
        '|满意程度|☐ 满意　☐ 基本满意　☐ 不满意|',
        '|投诉人：|',
      ],
      ['|Complaint|No. C261122-001|', '|nature, category|valid　cleaning|'],
    ],
    [
      'visit V261122-001',
      [
        '|回访单|编号：V261122-001|房号|3-2-1501|受访人|张伟|联系电话|138****5678|事由|走访|',
        '|方式|☑ 电话　☐ 上门|回访时间|2026-11-22 09:30|回访人|王芳|',
        '|☐ 满意　☑ 基本满意　☐ 不满意　☐ 无人应答|意见和建议|电梯太慢|',
      ],
      ['|Visit|No. V261122-001|', '|☑ phone　☐ at the door|'],
    ],
    [
      'visit T261122-001',
      [
        '|回访单|房号|3-2-1501|受访人|张伟|联系电话|138****5678|事由|维修|回访的记录|T261122-001|',
        '|回访内容|“厨房水管漏水”修好了吗？质量和态度满意吗？|',
        '|方式|☐ 电话　☐ 上门|回访时间|回访人|满意程度|☐ 满意　☐ 基本满意　☐ 不满意　☐ 无人应答|意见和建议|需求|处理意见|',
      ],
      ['|reason|repair|about|T261122-001|'],
    ],
    ['visit C261122-001', ['|事由|投诉|回访的记录|C261122-001|'], ['|reason|complaint|']],
    ['visit 3-2-1501', ['|事由|走访|回访内容|有什么意见和需求？|'], ['|reason|visit|']],
    [
      'receipt R261122-001',
      [
        '|收据|编号：R261122-001|房号|3-2-1501|建筑面积|89.53 ㎡|',
        '|收款方式|微信|收款时间|2026-11-22 09:30|收款人|王芳|',
        '|公共能耗费|2026年11月|89.53 ㎡ × 1 个月|0.30|26.86|2|预交|3.14|合计|30.00|',
        '|实收金额|¥30.00|金额大写|人民币叁拾元整|备注|',
        '|经办人：|',
        '|财务收款：|',
        '|客户确认：|',
        '|（收款单位盖章）|本收据不作发票使用',
      ],
      ['|Receipt|No. R261122-001|', '|Common energy|2026-11|89.53 ㎡ × 1 mo.|0.30|26.86|'],
    ],
    [
      'statement 3-2-1501',
      [
        '|费用明细|房号|3-2-1501|业主|张伟|建筑面积|89.53 ㎡|截至|2026-11-22|',
        '|2026-11-22|应收|公共能耗费 2026年11月|26.86|26.86|2|2026-11-22|收款|R261122-001|-30.00|-3.14|',
        '|应缴|¥0.00|其中已逾期|¥0.00|预存|¥3.14|余额|¥-3.14|各项缴至|公共能耗费 2026-11-30|',
      ],
      ['|Statement of account|', '|receipt|R261122-001|-30.00|-3.14|'],
    ],
  ])('%s', async (line, chinese, english) => {
    const { text } = await print(line);
    for (const part of chinese) expect(text).toContain(part);
    const translated = await print(`${line} --lang en`);
    for (const part of english) expect(translated.text).toContain(part);
  });

  it.each([
    'ticket T261122-001',
    'complaint C261122-001',
    'visit V261122-001',
    'visit T261122-001',
  ])(
    'has telephones in full only where they are revealed, which leaves a line: %s',
    async (line) => {
      expect((await print(line)).text).not.toContain('13812345678');
      expect((await print(`${line} --reveal`)).text).toContain('|13812345678|');
      const { json } = await desk.say('history --json');
      const revealed = json.filter(({ action }: { action: string }) => action === 'reveal');
      expect(revealed).toHaveLength(1);
    },
  );

  it.each([
    ['ticket', 'ticket T261122-001', 'T261122-001'],
    ['complaint', 'complaint C261122-001', 'C261122-001'],
    ['visit', 'visit V261122-001', 'V261122-001'],
    ['receipt', 'receipt R261122-001', 'R261122-001'],
    ['statement', 'statement 3-2-1501', '3-2-1501'],
  ])('counts its copies and says so: %s', async (form, line, subject) => {
    const [first, second] = [await print(line), await print(line)];
    expect([first.copy, second.copy]).toEqual([1, 2]);
    expect(first.text).not.toContain('重印');
    expect(second.text).toContain('|重印（第 2 份）|');
    expect(path.basename(second.file)).toBe(`${form}-${subject}-2.html`);
    const { json } = await desk.say('history --json');
    const printed = json.filter(
      ({ action, changes }: { action: string; changes: { form?: string } }) =>
        action === 'print' && changes.form === form,
    );
    expect(printed.map((each: { subject: string }) => each.subject)).toEqual([subject, subject]);
  });

  it.each([
    ['ticket T261122-999', 'unknown_number'],
    ['complaint T261122-001', 'unknown_number'],
    ['visit V261122-999', 'unknown_number'],
    ['visit 2026-11', 'sample_not_drawn'],
    ['receipt R261122-999', 'unknown_number'],
    ['statement 3-2-1502', 'unknown_unit'],
    ['bill 3-2-1501', 'nothing_owed'],
    ['dunning 3-2-1501', 'nothing_overdue'],
  ])('is refused with a hint of what is not there: %s', async (line, code) => {
    const { error } = await print(line);
    expect(error).toMatchObject({ code, hint: expect.any(String) });
  });

  it('shows what was typed as text, whatever stands in it', async () => {
    await desk.run(['ticket', 'open', '--unit', '3-2-1501', '--item', EVIL]);
    await desk.run([
      'complaint',
      'log',
      '--unit',
      '3-2-1501',
      '--text',
      EVIL,
      '--channel',
      'phone',
      '--grade',
      'minor',
      '--nature',
      'valid',
      '--against',
      'cleaning',
      '--who',
      '陈静',
    ]);
    for (const line of ['ticket T261122-002', 'complaint C261122-002', 'visit T261122-002']) {
      const { page } = await print(line);
      expect(page).not.toContain('<img');
      expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;水管&quot; &amp; Co');
    }
  });

  it('says of a receipt that it was taken back', async () => {
    await does('fee reverse R261122-001 --reason 金额写错');
    const { text } = await print('receipt R261122-001');
    expect(text).toContain('|已冲红|');
    expect(text).toContain('|备注|已由 R261122-002 冲红|');
    const taken = await print('receipt R261122-002');
    expect(taken.text).toContain('|红字|');
    expect(taken.text).toContain(
      '|¥-30.00|金额大写|人民币负叁拾元整|备注|冲销 R261122-001；原因：金额写错|',
    );
  });

  it('is blank for all of a sample who were not visited', async () => {
    await does('visit sample --month 2026-11 --seed 1');
    const { text } = await print('visit 2026-11');
    expect(text).toContain('|事由|月末抽样|');
  });

  it('of several sheets names all of which something was revealed', async () => {
    await does('unit add 3-2-1502 --area 89.53 --handover 2015-06-30');
    await does('resident add --unit 3-2-1502 --name 陈静 --role owner --phone 13912345678');
    await does('visit sample --month 2026-11 --seed 1');
    await print('visit 2026-11 --reveal');
    const { json } = await desk.say('history --limit 1 --json');
    expect(json[0].changes.records.toSorted()).toEqual(['3-2-1501', '3-2-1502']);
  });

  it('is written in full: room for the work only until it is done', async () => {
    await does('ticket assign 001 --to 王芳');
    await does('ticket finish 001 --work 换了水管 --cost 35');
    const { text } = await print('ticket T261122-001');
    expect(text).toContain('|维修情况|换了水管|');
    expect(text).toContain('|¥35.00　人民币叁拾伍元整|');
    expect(text).not.toContain('用料和人工');
  });
});

describe('the catalogue', () => {
  it.each(Object.entries(FORMS))('%s has a form behind it', async (_, { load }) => {
    expect((await load()).form.sheets).toBeTypeOf('function');
  });
});
