import { describe, expect, it } from 'vitest';
import { reject, requestAcceptance } from '../../src/acceptance/inspecting.ts';
import { takeBackPermits } from '../../src/acceptance/permits.ts';
import { applyFor } from '../../src/approval/applying.ts';
import { cancelRenovation, noteOnRenovation } from '../../src/approval/ending.ts';
import { takeFees } from '../../src/approval/fees.ts';
import type { Method } from '../../src/cash/model.ts';
import { listDeposits } from '../../src/deposits/deposits.ts';
import type { Party } from '../../src/deposits/model.ts';
import { STATES, type State } from '../../src/renovations/model.ts';
import { requireRenovation, showRenovation } from '../../src/renovations/record.ts';
import { addViolation } from '../../src/works/violating.ts';
import { application, as, INSPECTORS, stageOf, when } from '../renovations/stages.ts';
import { codeOf, violated } from '../support/checks.ts';
import { makeCtx, type TestCtx } from '../support/ledger.ts';

const staged = async (state: State) => {
  const made = stageOf(await makeCtx(), state);
  made.ctx.warnings.length = 0;
  return made;
};

const cancel = (ctx: TestCtx, no: string, method?: Method) =>
  cancelRenovation(ctx, no, { reason: '不装修了', method });

const pay = (ctx: TestCtx, no: string, method: Method, party?: Party) =>
  takeFees(ctx, { no, method, party, holder: undefined });

const warned = (ctx: TestCtx) => ctx.warnings.map(({ zh }) => zh).join('\n');

describe('cancelled before the works', () => {
  it('with a permit, once it is back, and only before the first day', async () => {
    const { no, ctx } = await staged('permitted');
    expect(codeOf(() => cancel(ctx, no))).toBe('permits_out');
    takeBackPermits(ctx, no, { returned: ['all'], cleared: false });
    expect(codeOf(() => cancel(when(ctx, `${application.fromOn} 00:00`), no))).toBe('works_begun');
    const it = cancel(ctx, no);
    expect(it).toMatchObject({ state: 'cancelled', deposits: [back(200_000), back(200_000)] });
    expect(it.deadlines.filter(({ ending }) => ending === null)).toEqual([]);
    expect(violated(ctx)).toEqual([]);
  });

  it('not once the acceptance was asked for, be the first day yet to come', async () => {
    const { no, ctx } = await staged('permitted');
    takeBackPermits(ctx, no, { returned: ['all'], cleared: false });
    requestAcceptance(ctx, no, {});
    expect(codeOf(() => cancel(ctx, no))).toBe('already_requested');
    reject(ctx, no, { inspectors: INSPECTORS, note: '还没有开工' });
    const it = cancel(ctx, no);
    expect(it).toMatchObject({ state: 'cancelled', requestedAt: null });
    expect(it.deadlines.filter(({ ending }) => ending === null)).toEqual([]);
    expect(violated(ctx)).toEqual([]);
  });

  it.each([
    ['applied', undefined],
    ['reviewed', undefined],
    ['approved', undefined],
    ['refused', undefined],
    ['permitted', 'permits_out'],
    ['accepted', 'renovation_accepted'],
    ['settled', 'renovation_settled'],
    ['cancelled', 'renovation_cancelled'],
  ] satisfies [State, string | undefined][])('one that is %s', async (state, code) => {
    const { no, ctx } = await staged(state);
    expect(codeOf(() => cancel(ctx, no))).toBe(code);
    if (code !== undefined) return;
    const it = requireRenovation(ctx, no);
    expect(it).toMatchObject({
      ...{ state: 'cancelled', cancelledAt: ctx.now, reason: '不装修了' },
      next: null,
    });
    expect(it.deadlines.filter(({ ending }) => ending === null)).toEqual([]);
    expect(violated(ctx)).toEqual([]);
  });

  it('gives back what is held, as it was taken, and names it', async () => {
    const { no, ctx } = await staged('approved');
    pay(ctx, no, 'wechat', 'household');
    pay(ctx, no, 'cash', 'team');
    const it = cancel(ctx, no);
    expect(it.deposits).toEqual([
      { party: 'household', ...{ takenFen: 200_000, deductedFen: 0 }, ...back(200_000) },
      { party: 'team', ...{ takenFen: 200_000, deductedFen: 0 }, ...back(200_000) },
    ]);
    const methods = listDeposits(ctx, {}).map(({ moves }) => moves.map(({ method }) => method));
    expect(methods).toEqual(
      expect.arrayContaining([
        ['wechat', 'wechat'],
        ['cash', 'cash'],
      ]),
    );
    expect(showRenovation(ctx, no).timeline.slice(-3)).toMatchObject([
      { kind: 'cancelled', detail: { reason: '不装修了' } },
      { kind: 'refunded', detail: { party: 'household', amountFen: 200_000 } },
      { kind: 'refunded', detail: { party: 'team', amountFen: 200_000 } },
    ]);
    expect(warned(ctx)).toMatch(/已记退还：装修保证金 2000\.00 元（微信）：Y/);
    expect(violated(ctx)).toEqual([]);
  });

  const back = (fen: number) => ({ refundedFen: fen, heldFen: 0 });

  it('gives all back as asked', async () => {
    const { no, ctx } = await staged('approved');
    pay(ctx, no, 'wechat');
    cancel(ctx, no, 'bank');
    const refunds = listDeposits(ctx, {}).map(({ moves }) => moves.at(-1));
    expect(refunds).toMatchObject([{ method: 'bank' }, { method: 'bank' }]);
  });

  it('leaves what was paid for services, and says so', async () => {
    const { no, ctx } = await staged('approved');
    pay(ctx, no, 'wechat', 'household');
    const it = cancel(ctx, no);
    expect(it.charges).toMatchObject([{ tariff: 'rubbish', outstandingFen: 0 }]);
    expect(warned(ctx)).toMatch(/已收的费用没有退：装修垃圾清运费 300\.00 元/);
  });

  it('says nothing of money where none was taken', async () => {
    const { no, ctx } = await staged('approved');
    cancel(ctx, no);
    expect(warned(ctx)).toBe('');
  });

  it('is no way round a violation that the authority must know of', async () => {
    const { no, ctx } = await staged('applied');
    addViolation(ctx, no, { measures: ['persuade'], code: 'V09' });
    cancel(ctx, no);
    expect(warned(ctx)).toContain('1 V09');
    const open = requireRenovation(ctx, no).deadlines.filter(({ ending }) => ending === null);
    expect(open.map(({ kind }) => kind)).toEqual(['reno.rectify', 'reno.report']);
    expect(violated(ctx)).toEqual([]);
  });

  it('makes room for another one', async () => {
    const { no, ctx } = await staged('applied');
    cancel(ctx, no);
    expect(applyFor(ctx, application).no).not.toBe(no);
  });
});

describe('notes', () => {
  it.each(Object.keys(STATES) as State[])('of one that is %s', async (state) => {
    const { no, ctx } = await staged(state);
    noteOnRenovation(as(ctx, 'clerk'), no, '邻居已告知');
    expect(showRenovation(ctx, no).timeline.at(-1)).toMatchObject({
      ...{ kind: 'note', detail: { text: '邻居已告知' } },
    });
  });

  it('may be written up later, for any time since the application', async () => {
    const { no, ctx } = await staged('approved');
    const at = (time: string) => () => noteOnRenovation(when(ctx, time), no, '…');
    expect(codeOf(at('2026-11-23 09:00'))).toBeUndefined();
    expect(codeOf(at('2026-11-23 08:59'))).toBe('before_last_step');
  });
});
