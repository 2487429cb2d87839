import { describe, expect, it } from 'vitest';
import { takeBackPermits } from '../../src/acceptance/permits.ts';
import type { NewApplication } from '../../src/approval/applying.ts';
import { form as acceptance } from '../../src/forms/acceptance.ts';
import type { Form } from '../../src/forms/form.ts';
import { form as application } from '../../src/forms/reno-application.ts';
import { form as commitment } from '../../src/forms/reno-commitment.ts';
import { form as permit } from '../../src/forms/reno-permit.ts';
import { form as notice } from '../../src/forms/violation.ts';
import { form as pass } from '../../src/forms/worker-pass.ts';
import type { State } from '../../src/renovations/model.ts';
import { addWorker } from '../../src/works/issuing.ts';
import { rectifyViolation } from '../../src/works/rectifying.ts';
import { addViolation } from '../../src/works/violating.ts';
import { type Staged, stageOf, when } from '../renovations/stages.ts';
import { makeCtx, type TestCtx } from '../support/ledger.ts';
import { type Look, readOut, sheetOf, sheetsOf } from './paper.ts';

const NO = 'D261123-001';

const at = async (state: State, change: Partial<NewApplication> = {}): Promise<Staged> =>
  stageOf(await makeCtx(), state, change);

const read = (form: Form, { ctx, no }: { ctx: TestCtx; no: string }, look: Look = {}) =>
  readOut(sheetOf(ctx, form, { subject: no }, look));

const withTeam = { phone: '13812345678', works: ['plumbing'] } as const;

describe('装修申请表', () => {
  it('has room for what is still to come', async () => {
    const lines = read(application, await at('applied', withTeam));
    expect(lines).toEqual([
      `装修申请表 ${NO}`,
      '房号: 3-2-1501',
      '建筑面积: 89.53 ㎡',
      '装修人: 张伟',
      '身份: 业主',
      '施工单位: 宏达装饰',
      '施工负责人: 马师傅',
      '负责人电话: 138****5678',
      '申请时间: 2026-11-23 09:00',
      '施工期限: 2026-11-24 至 2026-12-20',
      '装修内容: 厨房、卫生间翻新',
      '施工事项: 改动上下水',
      '☐ 装修设计图纸',
      '☐ 室内装修说明书',
      '☐ 施工队营业执照和执业许可证复印件',
      '☐ 装修管理协议',
      '☐ 装修安全责任书',
      '项目|由谁交|应交（元）|已交（元）',
      '装修保证金|住户|2000.00|0.00',
      '装修垃圾清运费|住户|300.00|0.00',
      '施工队装修保证金|施工队|2000.00|0.00',
      '合计　人民币肆仟叁佰元整||4300.00|0.00',
      expect.stringContaining('建设部令第110号'),
      '装修人签字 / 施工负责人签字',
      '工程意见:',
      '主管审核:',
      '主任审批:',
      '发施工许可证:',
      '初验:',
      '复验:',
      '经办人',
      '（物业服务单位盖章）',
    ]);
  });

  it.each<[State, string[]]>([
    [
      'reviewed',
      ['工程意见: 不影响结构　李强', '主管审核: 同意　王芳　2026-11-23 10:20', '主任审批:'],
    ],
    ['approved', ['主任审批: 同意　陈主任　2026-11-23 11:00', '发施工许可证:']],
    ['permitted', ['☑ 装修管理协议', '发施工许可证: 2026-11-23 14:20', '初验:']],
    ['accepted', ['初验: 初验合格　王芳　2026-12-18 15:00', '复验:']],
    ['reinspected', ['复验: 复验合格　王芳　2027-03-18 10:00']],
    ['refused', [`装修申请表 ${NO} 未通过`, '不予通过: 方案不完整　陈主任　2026-11-23 11:00']],
    ['cancelled', [`装修申请表 ${NO} 已取消`]],
  ])('says how far it is: %s', async (state, expected) => {
    const lines = read(application, await at(state));
    for (const line of expected) expect(lines).toContain(line);
  });

  it('is in English, with the telephone in full where it is revealed', async () => {
    const lines = read(application, await at('permitted', withTeam), { lang: 'en', reveal: true });
    expect(lines).toContain('telephone: 13812345678');
    expect(lines).toContain('Renovation deposit|household|2000.00|2000.00');
    expect(lines).toContain('Cost of a pass|team|5.00|5.00');
    expect(lines).toContain("supervisor's review: agreed　王芳　2026-11-23 10:20");
  });
});

describe('装修施工承诺书', () => {
  it('has the 32 lines, a box for each party, and the amounts of the policy', async () => {
    const lines = read(commitment, await at('applied'));
    const boxes = lines.filter((line) => /^V\d\d\|/.test(line));
    expect(boxes).toHaveLength(32);
    expect(boxes[0]).toBe('V01|擅自开工|☐|☐');
    expect(boxes[8]).toBe('V09|在承重墙、梁、柱上穿孔、削薄、挖槽|☐|☐');
    expect(boxes[31]).toBe('V32|顶层以下随意安装太阳能设备|☐|☐');
    expect(lines).toContain(
      '交纳装修保证金：住户 ¥2000.00（人民币贰仟元整），施工队 ¥2000.00（人民币贰仟元整）。保证金属于交款人，单独列账；初验合格并使用 3 个月后，复验合格的退还。',
    );
    expect(lines).toContain(
      '施工时间 08:00–12:00、14:00–18:00，休息日、节假日只做没有噪声的；施工人员夜间不留宿。',
    );
    expect(lines.join()).toContain('遗失的，每张赔偿 ¥50.00（人民币伍拾元整）');
    expect(lines.slice(-3)).toEqual([
      '装修人签字 / 施工负责人签字 / 客服主管签字',
      '（物业服务单位盖章）',
      '本承诺书一式两份，装修人和物业服务单位各执一份。',
    ]);
    expect(lines.join()).not.toMatch(/罚款|没收|扣留|停水|停电/);
  });

  it('is ticked by whoever has promised', async () => {
    const lines = read(commitment, await at('reviewed'));
    expect(lines).toContain('V01|擅自开工|☑|☑');
    expect(lines).toContain('住户已签: 张伟　2026-11-23 10:10　32 条');
    expect(lines).toContain('施工队已签: 马师傅　2026-11-23 10:10　32 条');
  });

  it('asks no team where there is none', async () => {
    const lines = read(commitment, await at('applied', { contractor: undefined }));
    expect(lines).toContain('代码|事项|住户');
    expect(lines).toContain('装修人签字 / 客服主管签字');
    expect(lines).toContain('施工单位: 自行施工');
    expect(lines.join()).not.toContain('施工队');
  });

  it('is in English', async () => {
    const lines = read(commitment, await at('applied'), { lang: 'en' });
    expect(lines).toContain('V01|starting without permission|☐|☐');
    expect(lines.join()).toContain('household ¥2000.00, team ¥2000.00');
    expect(lines.join()).toContain('a lost one is compensated for with ¥50.00 each');
  });
});

describe('装修施工许可证', () => {
  it('hangs at the door: the name of the household is masked', async () => {
    expect(read(permit, await at('permitted', withTeam))).toEqual([
      `装修施工许可证 ${NO}`,
      '房号: 3-2-1501',
      '装修人: 张**',
      '施工单位: 宏达装饰',
      '施工负责人: 马师傅',
      '负责人电话: 138****5678',
      '发证时间: 2026-11-23 14:20',
      '施工期限: 2026-11-24 至 2026-12-20',
      '施工时间: 08:00–12:00、14:00–18:00，休息日、节假日只做没有噪声的',
      expect.stringContaining('本证张贴在户门外'),
      expect.stringContaining('夜间不留宿'),
      expect.stringContaining('承重结构'),
      expect.stringContaining('垃圾袋装清运'),
      '发证人 / 施工负责人',
      '（发证单位盖章）',
    ]);
  });

  it('says everything where it is revealed', async () => {
    const lines = read(permit, await at('permitted', withTeam), { lang: 'en', reveal: true });
    expect(lines).toContain('applicant: 张伟');
    expect(lines).toContain('telephone: 13812345678');
  });

  it.each<[State]>([['applied'], ['reviewed'], ['approved'], ['refused'], ['cancelled']])(
    'is refused of one that was not issued, and says what comes next: %s',
    async (state) => {
      const { ctx, no } = await at(state);
      for (const form of [permit, pass, acceptance]) {
        expect(() => form.sheets(ctx, { subject: no })).toThrow(
          expect.objectContaining({
            code: 'permit_not_issued',
            hint: expect.objectContaining({ zh: expect.stringContaining(`wy reno`) }),
          }),
        );
      }
    },
  );

  it('says that it is over', async () => {
    const { ctx, no } = await at('permitted');
    const over = { ctx: when(ctx, '2026-12-21 09:00'), no };
    expect(read(permit, over)[0]).toBe(`装修施工许可证 ${NO} 已过期`);
    takeBackPermits(over.ctx, no, { returned: undefined, lost: [no], cleared: false });
    expect(read(permit, over)[0]).toBe(`装修施工许可证 ${NO} 遗失`);
    expect(read(permit, await at('settled'))[0]).toBe(`装修施工许可证 ${NO} 已交回`);
  });
});

describe('施工人员出入证', () => {
  async function working(): Promise<Staged> {
    const { ctx, no } = await at('permitted');
    const worker = { phone: undefined, photos: 2, until: '2026-12-01' };
    addWorker(ctx, no, { ...worker, name: '刘小军', idNo: '110101199003070038' });
    return { ctx, no };
  }

  it('is a card for each worker who has one', async () => {
    const { ctx, no } = await working();
    const sheets = sheetsOf(ctx, pass, { subject: no });
    expect(sheets.map(([subject, { layout }]) => [subject, layout])).toEqual([
      [`${NO}-01`, 'card'],
      [`${NO}-02`, 'card'],
    ]);
  });

  it.each([
    [`${NO}-02`, false, '**************0038'],
    ['001-2', true, '110101199003070038'],
  ])(
    'shows the paper’s number in full only where it is revealed: %s',
    async (no, reveal, shown) => {
      const { ctx } = await working();
      expect(read(pass, { ctx, no }, { reveal })).toEqual([
        `施工人员出入证 ${NO}-02`,
        '照片\n（骑缝盖章）',
        '姓名: 刘小军',
        `证件号: ${shown}`,
        '施工单位: 宏达装饰',
        '施工房号: 3-2-1501',
        '有效期至: 2026-12-01',
        expect.stringContaining('不得转借'),
      ]);
    },
  );

  it('says that it is of no use any more', async () => {
    const { ctx, no } = await working();
    const over = when(ctx, '2026-12-02 09:00');
    expect(read(pass, { ctx: over, no: `${no}-02` })[0]).toBe(`施工人员出入证 ${NO}-02 已过期`);
    takeBackPermits(over, no, { returned: ['2'], lost: undefined, cleared: false });
    expect(read(pass, { ctx: over, no: `${no}-02` })[0]).toBe(`施工人员出入证 ${NO}-02 已交回`);
    expect(sheetsOf(over, pass, { subject: no }).map(([subject]) => subject)).toEqual([`${NO}-01`]);
  });

  it('is refused of a number that there is not', async () => {
    const { ctx, no } = await working();
    expect(() => pass.sheets(ctx, { subject: `${no}-09` })).toThrow(
      expect.objectContaining({
        code: 'unknown_pass',
        hint: expect.objectContaining({ zh: `已发的：${NO}-01、${NO}-02` }),
      }),
    );
  });
});

describe('违章整改通知单', () => {
  const wall = { code: 'V09', measures: ['stop-work', 'restore'], note: '次卧开槽' } as const;

  async function violated(): Promise<Staged> {
    const { ctx, no } = await at('permitted');
    const found = when(ctx, '2026-11-25 10:00');
    addViolation(found, no, { code: 'V20', measures: ['persuade'] });
    addViolation(found, no, { ...wall, fixBy: '2026-11-27T10:00:00Z' });
    return { ctx: found, no };
  }

  it('says what was found, what is to be done and until when', async () => {
    expect(read(notice, await violated())).toEqual([
      `违章整改通知单 ${NO}-2`,
      '房号: 3-2-1501',
      '装修人: 张伟',
      '施工单位: 宏达装饰',
      '施工负责人: 马师傅',
      '经检查，该户装修施工中有下列行为，违反了装修管理协议和装修施工承诺书：',
      '违规事项: V09　在承重墙、梁、柱上穿孔、削薄、挖槽',
      '具体情况: 次卧开槽',
      '发现时间: 2026-11-25 10:00',
      '发现人: 王芳',
      '制止时间: 2026-11-25 10:00',
      '整改期限: 2026-11-27 18:00',
      '☐ 批评教育规劝',
      '☑ 要求停工并限期整改',
      '☑ 要求恢复原状',
      '☐ 按协议赔偿或付违约金',
      '☐ 报告主管部门',
      '请按上述处置立即停止违规施工，并在 2026-11-27 18:00 以前整改、恢复原状，整改后通知我处复查。',
      expect.stringContaining('第十七条报告有关主管部门'),
      '整改情况:',
      '复查结果: ☐ 整改合格　☐ 不合格',
      '复查时间:',
      '复查人签字:',
      '签发人 / 装修人签收 / 施工负责人签收',
      '（物业服务单位盖章）',
    ]);
  });

  it('threatens with nothing that a property company may not do', async () => {
    for (const lang of ['zh', 'en'] as const) {
      const said = read(notice, await violated(), { lang }).join();
      expect(said).not.toMatch(/罚款|没收|扣留|暂扣|停水|停电|fine\b|seize|cut off/);
    }
  });

  it('does not print that tools were taken, and says so to the desk', async () => {
    const { ctx, no } = await at('permitted');
    const asked = { ...wall, measures: ['restore', 'seize'], isAgreed: true } as const;
    addViolation(ctx, no, asked);
    ctx.warnings.length = 0;
    expect(read(notice, { ctx, no }).join()).not.toContain('暂扣');
    expect(ctx.warnings.map(({ zh }) => zh)).toEqual([expect.stringContaining('无权暂扣')]);
  });

  it('once put right prints with the mark', async () => {
    const { ctx, no } = await violated();
    const after = when(ctx, '2026-11-26 09:00');
    rectifyViolation(after, no, { part: 2, note: undefined });
    const lines = read(notice, { ctx: after, no });
    expect(lines[0]).toBe(`违章整改通知单 ${NO}-2 已整改合格`);
    expect(lines).toContain('复查结果: ☑ 整改合格　☐ 不合格');
    expect(lines).toContain('复查时间: 2026-11-26 09:00');
  });

  it.each([
    ['one that was only talked about', `${NO}-1`, 'no_notice'],
    ['one that there is not', `${NO}-7`, 'unknown_violation_part'],
    ['a number that there is not', 'D261123-099', 'unknown_number'],
  ])('is refused of %s', async (_, subject, code) => {
    const { ctx } = await violated();
    expect(() => notice.sheets(ctx, { subject })).toThrow(
      expect.objectContaining({ code, hint: expect.anything() }),
    );
  });

  it('asks which, of several', async () => {
    const { ctx, no } = await violated();
    addViolation(ctx, no, { ...wall, code: 'V12' });
    expect(() => notice.sheets(ctx, { subject: no })).toThrow(
      expect.objectContaining({ code: 'which_violation' }),
    );
    expect(read(notice, { ctx, no: `${no}-3` })[0]).toBe(`违章整改通知单 ${NO}-3`);
  });

  it('of none is refused', async () => {
    const { ctx, no } = await at('permitted');
    expect(() => notice.sheets(ctx, { subject: no })).toThrow(
      expect.objectContaining({ code: 'no_violation' }),
    );
  });
});

describe('装修验收记录表', () => {
  it('is taken along to the acceptance', async () => {
    const lines = read(acceptance, await at('permitted'));
    expect(lines.filter((line) => line.endsWith('|☐ 合格　☐ 不合格|'))).toHaveLength(11);
    expect(lines).toContain('违规整改: 共 0 项，未整改 0 项');
    expect(lines).toContain(`证件收回: 已交回 0 张；未交回：${NO}、${NO}-01`);
    expect(lines).toContain('与设计不同处:');
    expect(lines).toContain('装修人签字 / 施工负责人签字 / 工程维修主管 / 客服主管');
    expect(lines).not.toContain('复验:');
  });

  it('tells afterwards what came of it', async () => {
    const lines = read(acceptance, await at('settled'));
    expect(lines).toContain('初验|2026-12-18 15:00|合格|李强、孙工、王芳、赵敏|');
    expect(lines).toContain('复检|2027-03-18 10:00|合格||');
    expect(lines).toContain('与设计不同处: 无');
    expect(lines).toContain('证件收回: 已交回 2 张');
    expect(lines).toContain('初验: 初验合格　王芳　2026-12-18 15:00');
    expect(lines).toContain('可复验自: 2027-03-18');
    expect(lines).toContain('复验: 复验合格　王芳　2027-03-18 10:00');
  });

  it('is in English', async () => {
    const lines = read(acceptance, await at('accepted'), { lang: 'en' });
    expect(lines[0]).toBe(`Acceptance of the works ${NO}`);
    expect(lines).toContain('acceptance|2026-12-18 15:00|pass|李强, 孙工, 王芳, 赵敏|');
  });
});
