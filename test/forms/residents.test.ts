import { beforeEach, describe, expect, it } from 'vitest';
import { form as household } from '../../src/forms/household.ts';
import { form as inspection } from '../../src/forms/inspection.ts';
import { form as papers } from '../../src/forms/move-in-papers.ts';
import { cancelFile } from '../../src/moves/ending.ts';
import * as work from '../../src/moves/work.ts';
import { live, makeDesk, moveIn, moveOut, supply, transfer } from '../moves/desk.ts';
import type { TestCtx } from '../support/ledger.ts';
import { readOut, sheetOf } from './paper.ts';

let ctx: TestCtx;

beforeEach(async () => {
  ctx = await makeDesk();
});

describe('住户情况登记表', () => {
  const read = (look = {}) => readOut(sheetOf(ctx, household, { subject: '3栋2单元1501' }, look));

  it('has who lives there today, owners first, and room for the rest', () => {
    live(ctx, '李小明', 'family');
    live(ctx, '张伟', 'owner', { phone: '13812345678', identity: '110101199003070038' });
    live(ctx, '陈静', 'tenant', { fromOn: '2026-12-01' });
    expect(read()).toEqual([
      '住户情况登记表',
      '房号: 3-2-1501',
      '用途: 住宅',
      '建筑面积: 89.53 ㎡',
      '交房日期:',
      '姓名|身份|证件号（选填）|电话|居住自',
      '张伟|业主|**************0038|138****5678|2026-01-01',
      '李小明|家庭成员|||2026-01-01',
      ...['', '', ''],
      '紧急联系人:',
      '通信地址:',
      '车辆、车位:',
      '养犬登记:',
      '出租、空置:',
      '住户签字 / 登记人',
      '（物业服务单位盖章）',
      expect.stringContaining('证件号自愿填写'),
    ]);
  });

  it('has telephone and identity number in full only where they are revealed', () => {
    live(ctx, '张伟', 'owner', { phone: '13812345678', identity: '110101199003070038' });
    expect(read().join()).not.toMatch(/13812345678|110101199003070038/);
    expect(read({ reveal: true, lang: 'en' })).toContain(
      '张伟|owner|110101199003070038|13812345678|2026-01-01',
    );
  });

  it('of a unit where nobody is registered is blank', () => {
    expect(read().filter((line) => line === '')).toHaveLength(5);
  });

  it('is refused of a unit that is not there', () => {
    expect(() => household.sheets(ctx, { subject: '9-9-999' })).toThrow(
      expect.objectContaining({ code: 'unknown_unit' }),
    );
  });
});

describe('入住文本签收单', () => {
  const read = (no: string, look = {}) => readOut(sheetOf(ctx, papers, { subject: no }, look));

  it('lists what is to be handed out, with room to sign', () => {
    const { no } = moveIn(ctx);
    expect(read(no)).toEqual([
      `入住文本签收单 ${no}`,
      '房号: 3-2-1501',
      '业主: 张伟',
      '联系电话: 138****0002',
      '入住日期: 2026-11-22',
      '办理情形: 业主本人',
      '名称|数量|说明|签收人|签收日期',
      '钥匙||||',
      '业主手册||||',
      '装修须知||||',
      '房屋水电图||||',
      '入住文本签收单||||',
      '名称|签署情况|签署日期',
      '住户情况登记表||',
      '物业管理服务协议||',
      '业主临时管理规约||',
      '签收人 / 经办人',
      '（物业服务单位盖章）',
      expect.stringContaining('一式两份'),
    ]);
  });

  it('has what was handed out and signed before that', () => {
    const { no } = moveIn(ctx);
    const keys = { items: ['keys'], quantity: 5, detail: '入户门 3 把', signedBy: '张伟' };
    work.handOut(ctx, no, keys);
    work.addPapers(ctx, no, ['service-agreement']);
    const lines = read(no);
    expect(lines).toContain('钥匙|5|入户门 3 把|张伟|2026-11-22');
    expect(lines).toContain('业主手册||||');
    expect(lines).toContain('物业管理服务协议|已签|2026-11-22');
    expect(lines).toContain('业主临时管理规约||');
    expect(read(no, { lang: 'en', reveal: true })).toEqual(
      expect.arrayContaining([
        'telephone: 13800000002',
        'keys|5|入户门 3 把|张伟|2026-11-22',
        'service agreement|signed|2026-11-22',
      ]),
    );
  });

  it('says that the file was cancelled', () => {
    const { no } = moveIn(ctx);
    cancelFile(ctx, no, '改期');
    expect(read(no)[0]).toBe(`入住文本签收单 ${no} 已取消`);
  });
});

describe('房屋质量验收登记表', () => {
  const read = (no: string, look = {}) => readOut(sheetOf(ctx, inspection, { subject: no }, look));

  it('is taken along: rooms and meters, and rows for defects', () => {
    const { no } = moveIn(ctx);
    const lines = read(no);
    expect(lines.slice(0, 8)).toEqual([
      `房屋质量验收登记表 ${no}`,
      '房号: 3-2-1501',
      '业主: 张伟',
      '联系电话: 138****0002',
      '入住日期: 2026-11-22',
      '办理情形: 业主本人',
      '验房时间:',
      '陪同人:',
    ]);
    expect(lines.filter((line) => line.endsWith('|☐ 合格　☐ 有缺陷|'))).toHaveLength(8);
    expect(lines.filter((line) => line === '')).toHaveLength(4);
    expect(lines).toEqual(expect.arrayContaining(['水表|||', '电表|||', '燃气表|||']));
    expect(lines).toContain('业主签字 / 陪同验房人 / 客服经办人');
  });

  it('tells afterwards what was found and read', () => {
    const { no } = moveIn(ctx);
    supply(ctx, no);
    work.addDefect(ctx, no, {
      item: '台面划痕',
      place: '厨房',
      category: 'general',
      appointmentAt: undefined,
    });
    const lines = read(no);
    expect(lines).toContain('验房时间: 2026-11-22 09:30');
    expect(lines).toContain('陪同人: 李强');
    expect(lines).toContain('签字: 张伟');
    expect(lines).toContain('T261122-001|厨房 台面划痕|待派工||');
    expect(lines).toContain('水表|12.3|2026-11-22|张伟');
    expect(read(no, { lang: 'en' })).toContain('T261122-001|厨房 台面划痕|open||');
  });
});

describe.each([
  ['入住文本签收单', papers],
  ['房屋质量验收登记表', inspection],
] as const)('%s', (_, form) => {
  it('belongs to a move-in', () => {
    live(ctx, '张伟', 'owner');
    for (const { no } of [transfer(ctx), moveOut(ctx)]) {
      expect(() => form.sheets(ctx, { subject: no })).toThrow(
        expect.objectContaining({ code: 'not_a_move_in', hint: expect.anything() }),
      );
    }
  });

  it('is refused of a number that there is not', () => {
    expect(() => form.sheets(ctx, { subject: 'M261122-009' })).toThrow(
      expect.objectContaining({ code: 'unknown_number', hint: expect.anything() }),
    );
  });
});
