import { describe, expect, it } from 'vitest';
import { accept, reject, requestAcceptance } from '../../src/acceptance/inspecting.ts';
import { policyText } from '../../src/policy/template.ts';
import { codeOf } from '../support/checks.ts';
import { policyOf } from '../support/ledger.ts';
import {
  ALL_THERE,
  as,
  CLERK,
  NO,
  openKinds,
  promisesOf,
  runningWorks,
  show,
  told,
  violate,
  when,
} from './site.ts';

const request = (ctx: Parameters<typeof requestAcceptance>[0]) => requestAcceptance(ctx, NO, {});

const pass = { inspectors: ALL_THERE };
const fail = { inspectors: ALL_THERE, note: '地漏不通' };

describe('acceptance asked for', () => {
  it('by household and team together, both by the names of the file unless said', async () => {
    const ctx = when(await runningWorks(), '11-30 09:00');
    expect(request(ctx).requestedAt).toBe(ctx.now);
    expect(told(ctx)).toEqual([['requested', { signedBy: '张伟', foreman: '马师傅' }]]);
  });

  it('by other names', async () => {
    const ctx = when(await runningWorks(), '11-30 09:00');
    requestAcceptance(ctx, NO, { signedBy: '李娜', foreman: '牛师傅' });
    expect(told(ctx)).toEqual([['requested', { signedBy: '李娜', foreman: '牛师傅' }]]);
  });

  it.each([
    ['two hours of the day left', '11-30 16:00', '2026-11-30 23:59 accept.sameDay open'],
    ['a second less', '11-30 16:00:01', '2026-12-01 23:59 accept.late open'],
    ['on a Friday evening', '11-27 19:00', '2026-11-30 23:59 accept.late open'],
    ['on a Saturday', '11-28 10:00', '2026-11-30 23:59 accept.late open'],
    ['late before National Day', '09-30 17:00', '2026-10-08 23:59 accept.late open'],
    ['on a make-up Saturday', '10-10 15:00', '2026-10-10 23:59 accept.sameDay open'],
  ])('%s', async (_, local, expected) => {
    const ctx = when(await runningWorks({ permittedAt: '09-21 09:00' }), local);
    request(ctx);
    expect(promisesOf(ctx, 'accept')).toEqual([expected]);
  });

  it('nobody patrols any more, and the period has ended', async () => {
    const ctx = when(await runningWorks(), '11-30 09:00');
    request(ctx);
    expect(openKinds(ctx)).not.toContain('patrol');
    expect(openKinds(ctx)).not.toContain('period-end');
  });

  it('is asked for once', async () => {
    const ctx = when(await runningWorks(), '11-30 09:00');
    request(ctx);
    expect(codeOf(() => request(ctx))).toBe('already_requested');
  });

  it('with open violations warns, and no more', async () => {
    const ctx = when(await runningWorks(), '11-30 09:00');
    violate(ctx, 1);
    expect(request(ctx).requestedAt).toBe(ctx.now);
    expect(ctx.warnings.at(-1)?.zh).toContain('1 V09');
  });
});

describe('accepted', () => {
  const requested = async (given = {}) => {
    const ctx = when(await runningWorks(given), '11-30 09:00');
    request(ctx);
    return when(ctx, '11-30 15:00');
  };

  it('by all who have to be there; the supervisor writes 初验合格', async () => {
    const ctx = await requested();
    const it = accept(as(ctx, CLERK), NO, pass);
    expect(it).toMatchObject({
      state: 'accepted',
      requestedAt: null,
      acceptedAt: ctx.now,
      acceptedBy: '王芳',
    });
    expect(it.inspections).toMatchObject([
      { kind: 'acceptance', passed: true, people: ALL_THERE, changes: null },
    ]);
    expect(promisesOf(ctx, 'accept')).toEqual(['2026-11-30 23:59 accept.sameDay met']);
    expect(promisesOf(ctx, 'clear')).toEqual(['2026-11-30 23:59 clear open']);
    expect(ctx.warnings).toEqual([]);
  });

  it('leaves nothing open but what can still be settled', async () => {
    const ctx = await requested();
    accept(ctx, NO, pass);
    expect(openKinds(ctx).sort()).toEqual(['clear', 'reinspect']);
  });

  it('the supervisor who acts is named before another', async () => {
    const ctx = await requested();
    const inspectors = ['王芳', '周全', '李强', '赵敏'];
    expect(accept(as(ctx, 5), NO, { inspectors }).acceptedBy).toBe('周全');
  });

  it('changes from the design are signed', async () => {
    const ctx = await requested();
    const changes = { changes: '隔断未做', changesSignedBy: '张伟' };
    const it = accept(ctx, NO, { ...pass, ...changes });
    expect(it.inspections[0]).toMatchObject(changes);
    expect(told(ctx).at(-1)).toEqual(['accepted', { people: ALL_THERE.join(','), ...changes }]);
  });

  it.each([
    ['nobody named', {}, 'no_inspectors'],
    ['no clerk', { inspectors: ['李强', '王芳'] }, 'inspector_missing'],
    ['no engineering', { inspectors: ['王芳', '赵敏'] }, 'inspector_missing'],
    ['an unknown name', { inspectors: [...ALL_THERE, '甲乙'] }, 'unknown_staff'],
    ['changes that nobody signed', { ...pass, changes: '隔断' }, 'changes_unsigned'],
    ['a signature under nothing', { ...pass, changesSignedBy: '张伟' }, 'changes_unsigned'],
    ['who asks for it', { ...pass, signedBy: '张伟' }, 'option_of_other'],
  ])('refused: %s', async (_, told, code) => {
    const ctx = await requested();
    expect(codeOf(() => accept(ctx, NO, told))).toBe(code);
    expect(show(ctx).inspections).toEqual([]);
  });

  it('the refusal says which role is missing and who has it', async () => {
    const ctx = await requested();
    try {
      accept(ctx, NO, { inspectors: ['李强', '王芳'] });
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({
        words: { zh: '验收还须有：客服管理员。' },
        hint: { zh: '客服管理员：赵敏、周全' },
      });
    }
  });

  it('one person in two roles is allowed, and said', async () => {
    const ctx = await requested();
    accept(ctx, NO, { inspectors: ['李强', '孙工', '周全'] });
    expect(ctx.warnings.map(({ zh }) => zh)).toEqual(['周全 一人兼了几个岗位，验收记录照此保存。']);
  });

  it('engineering comes with head and technician', async () => {
    const ctx = await requested();
    accept(ctx, NO, { inspectors: ['李强', '王芳', '赵敏'] });
    expect(ctx.warnings.map(({ zh }) => zh)).toEqual([
      '工程维修只有一人：主管和技术人员都应到场。',
    ]);
  });

  it('a name typed twice is one person', async () => {
    const ctx = await requested();
    const it = accept(ctx, NO, { inspectors: [...ALL_THERE, '李强', '2'] });
    expect(it.inspections[0]?.people).toEqual(ALL_THERE);
  });

  it('not with open violations', async () => {
    const ctx = await requested();
    violate(ctx, 1);
    expect(codeOf(() => accept(ctx, NO, pass))).toBe('open_violations');
  });

  it('not unless asked for', async () => {
    const ctx = when(await runningWorks(), '11-30 09:00');
    expect(codeOf(() => accept(ctx, NO, pass))).toBe('not_requested');
    expect(codeOf(() => reject(ctx, NO, fail))).toBe('not_requested');
  });

  it('not before it was asked for', async () => {
    const ctx = await requested();
    expect(codeOf(() => accept(when(ctx, '11-30 08:59'), NO, pass))).toBe('before_last_step');
  });

  it('late, the promise stays broken', async () => {
    const ctx = when(await requested(), '12-01 00:00');
    accept(ctx, NO, pass);
    expect(promisesOf(ctx, 'accept')).toEqual(['2026-11-30 23:59 accept.sameDay late']);
  });
});

describe('not accepted', () => {
  const rejected = async () => {
    const ctx = when(await runningWorks(), '11-30 09:00');
    request(ctx);
    reject(when(ctx, '11-30 15:00'), NO, fail);
    return when(ctx, '11-30 15:00');
  };

  it('the acceptance was held, and the works go on', async () => {
    const ctx = await rejected();
    expect(show(ctx)).toMatchObject({
      state: 'permitted',
      requestedAt: null,
      acceptedAt: null,
      inspections: [{ passed: false, people: ALL_THERE, note: '地漏不通' }],
    });
    expect(promisesOf(ctx, 'accept')).toEqual(['2026-11-30 23:59 accept.sameDay met']);
    expect(told(ctx).at(-1)).toEqual([
      'rejected',
      { people: ALL_THERE.join(','), text: '地漏不通' },
    ]);
  });

  it('patrols and the end of the period are owed again', async () => {
    const ctx = await rejected();
    expect(openKinds(ctx)).toEqual(expect.arrayContaining(['patrol', 'period-end', 'pass-expiry']));
  });

  it('is asked for and accepted the second time', async () => {
    const ctx = await rejected();
    request(when(ctx, '12-03 09:00'));
    const it = accept(when(ctx, '12-03 15:00'), NO, pass);
    expect(it.inspections.map(({ passed }) => passed)).toEqual([false, true]);
    expect(openKinds(ctx).sort()).toEqual(['clear', 'reinspect']);
  });

  it.each([
    ['without a reason', { inspectors: ALL_THERE }, 'missing_note'],
    ['with changes', { ...fail, changes: '隔断', changesSignedBy: '张伟' }, 'option_of_other'],
    ['by nobody', { note: '地漏不通' }, 'no_inspectors'],
  ])('refused: %s', async (_, told, code) => {
    const ctx = when(await runningWorks(), '11-30 09:00');
    request(ctx);
    expect(codeOf(() => reject(ctx, NO, told))).toBe(code);
  });
});

describe('the months of use', () => {
  it.each([
    ['three months', '2026-11-30 15:00', '2027-02-28', '2027-03-15'],
    ['to the end of a short February', '2026-11-29 15:00', '2027-02-28', '2027-03-15'],
    ['to a leap day', '2027-11-30 15:00', '2028-02-29', '2028-03-15'],
    ['from a leap day', '2028-02-29 15:00', '2028-05-29', '2028-06-13'],
    ['over the end of a year', '2026-12-31 15:00', '2027-03-31', '2027-04-15'],
    ['the last second of a day', '2026-12-14 23:59:59', '2027-03-14', '2027-03-29'],
    ['the first of the next', '2026-12-15 00:00:00', '2027-03-15', '2027-03-30'],
  ])('%s', async (_, acceptedAt, fromOn, lastOn) => {
    const ctx = when(await runningWorks({ untilOn: '2028-12-31' }), acceptedAt);
    request(ctx);
    expect(accept(ctx, NO, pass).reinspectFromOn).toBe(fromOn);
    const [deadline] = show(ctx).deadlines.filter(({ kind }) => kind === 'reno.reinspect');
    expect(deadline?.sinceAt).toBe(when(ctx, `${fromOn} 00:00`).now);
    expect(promisesOf(ctx, 'reinspect')).toEqual([`${lastOn} 23:59 reinspect.within open`]);
  });

  it('count on the clock of the site', async () => {
    const text = policyText('zh', { siteName: '蓝天新苑', operators: { desk: '王芳' } });
    const policy = await policyOf(text.replace('Asia/Shanghai', 'Europe/London'));
    const ctx = when(await runningWorks({ policy }), '2026-12-15 07:59:59');
    request(ctx);
    expect(accept(ctx, NO, pass).reinspectFromOn).toBe('2027-03-14');
  });
});
