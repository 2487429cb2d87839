import { describe, expect, it } from 'vitest';
import { accept, requestAcceptance } from '../../src/acceptance/inspecting.ts';
import type { Back } from '../../src/acceptance/permit-rules.ts';
import { takeBackPermits } from '../../src/acceptance/permits.ts';
import { policyText } from '../../src/policy/template.ts';
import { codeOf } from '../support/checks.ts';
import { policyOf, type TestCtx } from '../support/ledger.ts';
import {
  ALL_THERE,
  NO,
  openKinds,
  promisesOf,
  runningWorks,
  type Site,
  show,
  told,
  violate,
  when,
} from './site.ts';

const permits = (ctx: TestCtx, typed: Partial<Back>) =>
  takeBackPermits(ctx, NO, { cleared: false, ...typed });

const fates = (ctx: TestCtx) => show(ctx).permits.map(({ part, fate }) => [part, fate]);

async function accepted(given: Site = {}): Promise<TestCtx> {
  const ctx = when(await runningWorks(given), '11-30 09:00');
  requestAcceptance(ctx, NO, {});
  const then = when(ctx, '11-30 15:00');
  accept(then, NO, { inspectors: ALL_THERE });
  return then;
}

describe('after the acceptance', () => {
  it('all back and the site cleared: nothing is left of it', async () => {
    const ctx = await accepted();
    const it = permits(ctx, { returned: ['all'], cleared: true });
    expect(it).toMatchObject({ clearedAt: ctx.now, permitsOut: [], permitsOwedFen: 0 });
    expect(promisesOf(ctx, 'clear')).toEqual(['2026-11-30 23:59 clear met']);
    expect(told(ctx).slice(-2)).toEqual([
      ['permitsBack', { returned: `${NO},${NO}-01,${NO}-02` }],
      ['cleared', {}],
    ]);
    expect(ctx.warnings).toEqual([]);
  });

  it('cleared with a pass still out waits for it', async () => {
    const ctx = await accepted();
    permits(ctx, { returned: ['household', '1'], cleared: true });
    expect(promisesOf(ctx, 'clear')).toEqual(['2026-11-30 23:59 clear open']);
    expect(ctx.warnings.at(-1)?.zh).toBe(
      `还没有交回：${NO}-02。收齐后：wy reno permits ${NO} --returned all`,
    );
    permits(when(ctx, '12-01 09:00'), { returned: ['2'] });
    expect(promisesOf(ctx, 'clear')).toEqual(['2026-11-30 23:59 clear late']);
  });

  it('all back waits for the clearing', async () => {
    const ctx = await accepted();
    permits(ctx, { returned: ['all'] });
    expect(promisesOf(ctx, 'clear')).toEqual(['2026-11-30 23:59 clear open']);
    expect(show(ctx).clearedAt).toBeNull();
    permits(ctx, { cleared: true });
    expect(promisesOf(ctx, 'clear')).toEqual(['2026-11-30 23:59 clear met']);
  });

  it('a lost one is not out: the team owes for it', async () => {
    const ctx = await accepted();
    const it = permits(ctx, { returned: ['all'], lost: ['2'], cleared: true });
    expect(it).toMatchObject({ permitsOut: [], permitsOwedFen: 5000 });
    expect(it.dues.find(({ occasion }) => occasion === 'lost')).toMatchObject({
      party: 'team',
      count: 1,
      owedFen: 5000,
    });
    expect(promisesOf(ctx, 'clear')).toEqual(['2026-11-30 23:59 clear met']);
    expect(ctx.warnings.at(-1)?.zh).toBe(
      `遗失 ${NO}-02：施工队应赔偿 50.00 元。收款：wy reno fees ${NO} --party team --method …；从保证金扣：wy reno deduct ${NO} --lost --approved-by …`,
    );
  });

  it('both kinds are 50 each', async () => {
    const ctx = await accepted();
    expect(permits(ctx, { lost: ['household', '1'] }).permitsOwedFen).toBe(10_000);
    expect(ctx.warnings.at(-1)?.zh).toContain('100.00 元');
  });

  it('one lost after another: what is said is what is taken', async () => {
    const ctx = await accepted();
    permits(ctx, { lost: ['1'] });
    const { permitsOwedFen: owedFen } = permits(ctx, { lost: ['2'] });
    expect(owedFen).toBe(10_000);
    expect(ctx.warnings.at(-1)?.zh).toContain(`遗失 ${NO}-01、${NO}-02：施工队应赔偿 100.00 元`);
  });

  it('of a household that works itself, the household owes', async () => {
    const ctx = await accepted({ contractor: null });
    permits(ctx, { lost: ['1'] });
    expect(ctx.warnings.at(-1)?.zh).toContain('住户应赔偿 50.00 元');
    expect(ctx.warnings.at(-1)?.zh).toContain('--party household');
  });

  it('where the policy sets no amount, none is asked for', async () => {
    const text = policyText('zh', { siteName: '蓝天新苑', operators: { desk: '王芳' } });
    const inactive = text.replace(/(lost-permit: \{.*?)basis/, '$1active: no, basis');
    const policy = await policyOf(inactive);
    const ctx = await accepted({ policy });
    expect(permits(ctx, { lost: ['1'] }).permitsOwedFen).toBe(0);
    expect(ctx.warnings.at(-1)?.zh).toContain('没有定');
  });

  it('a lost one that turns up again is owed for no more', async () => {
    const ctx = await accepted();
    permits(ctx, { lost: ['2'] });
    expect(permits(ctx, { returned: ['2'] }).permitsOwedFen).toBe(0);
    expect(fates(ctx)).toEqual([
      [0, null],
      [1, null],
      [2, 'returned'],
    ]);
  });

  it('but not once it was paid for', async () => {
    const ctx = await accepted();
    permits(ctx, { lost: ['2'] });
    ctx.ledger.db.exec('UPDATE renovation_permits SET lost_fen = 5000 WHERE part = 2');
    expect(codeOf(() => permits(ctx, { returned: ['2'] }))).toBe('lost_paid');
  });

  it('a refusal writes nothing', async () => {
    const ctx = await accepted();
    expect(codeOf(() => permits(ctx, { returned: ['1', '9'], cleared: true }))).toBe(
      'unknown_permit',
    );
    expect(fates(ctx).every(([, fate]) => fate === null)).toBe(true);
    expect(show(ctx).clearedAt).toBeNull();
  });
});

describe('while the works run', () => {
  it('a worker leaves: the pass comes back and cannot expire', async () => {
    const ctx = when(await runningWorks(), '11-25 09:00');
    violate(ctx, 1);
    permits(ctx, { returned: ['1'] });
    const open = show(ctx).deadlines.filter(({ ending }) => ending === null);
    expect(open.filter(({ kind }) => kind === 'reno.pass-expiry').map(({ part }) => part)).toEqual([
      2,
    ]);
    expect(openKinds(ctx)).toContain('rectify');
    expect(ctx.warnings).toEqual([]);
  });

  it('a pass that had expired stays a broken promise', async () => {
    const ctx = when(await runningWorks({ untilOn: '2026-11-24' }), '11-25 09:00');
    permits(ctx, { lost: ['1'] });
    expect(promisesOf(ctx, 'pass-expiry')).toEqual([
      '2026-11-24 23:59 expiry late',
      '2026-11-24 23:59 expiry overdue',
    ]);
  });

  it('the site cannot be cleared before the acceptance', async () => {
    const ctx = when(await runningWorks(), '11-25 09:00');
    expect(codeOf(() => permits(ctx, { cleared: true }))).toBe('not_yet');
    expect(codeOf(() => permits(ctx, { returned: ['all'], cleared: true }))).toBe('not_yet');
    expect(fates(ctx).every(([, fate]) => fate === null)).toBe(true);
  });

  it('the permit of the household is kept until the acceptance: said, not refused', async () => {
    const ctx = when(await runningWorks(), '11-25 09:00');
    permits(ctx, { returned: ['household'] });
    expect(ctx.warnings.at(-1)?.zh).toContain('通常在初验合格后收回');
  });
});
