import { beforeEach, describe, expect, it } from 'vitest';
import { refundDeposit, takeDeposit } from '../../src/deposits/moving.ts';
import { completeFile } from '../../src/moves/ending.ts';
import { lackingAt } from '../../src/moves/offers.ts';
import { settle } from '../../src/moves/work.ts';
import { stageOf } from '../renovations/stages.ts';
import { makeCtx, type TestCtx } from '../support/ledger.ts';
import { journal, live, makeDesk, moveOut, supply, UNIT } from './desk.ts';

let desk: TestCtx;

beforeEach(async () => {
  desk = await makeDesk();
  live(desk, '周敏', 'tenant');
});

const take = (amountFen: number | undefined, holder?: string) =>
  takeDeposit(desk, {
    ...{ unit: UNIT, kind: 'permit', amountFen, method: 'cash', holder },
    ...{ subject: undefined, note: undefined },
  });

const told = (ctx: TestCtx = desk) => ctx.warnings.map(({ zh }) => zh);

const HELD = '在押 10.00 元：出入证押金 10.00（Y261122-001）';

describe('deposits at a move-out (rule 19)', () => {
  it('are noted before what the clerk says, of deposits alone', () => {
    take(undefined, '周敏');
    const { no } = moveOut(desk);
    const file = settle(desk, no, { items: ['保证金', '车辆'], detail: '月底退' });
    expect(file.items).toMatchObject([
      { code: 'vehicles', detail: '月底退' },
      { code: 'deposits', detail: `${HELD}；月底退` },
    ]);
    expect(told()).toEqual([
      `${UNIT} ${HELD}，已记入。明细：wy deposit list --unit ${UNIT} --held`,
    ]);
    expect(journal(desk)).not.toContain('月底退');
  });

  it('in the language in force', () => {
    take(undefined);
    const english = { ...desk, lang: 'en' as const };
    const { no } = moveOut(english);
    expect(settle(english, no, { items: ['deposits'], detail: 'back on Monday' }).items).toEqual([
      expect.objectContaining({
        detail: '10.00 yuan held: Deposit for a pass 10.00 (Y261122-001); back on Monday',
      }),
    ]);
  });

  it('are no word where nothing was taken, or all went back', () => {
    const { no } = moveOut(desk);
    const deposit = take(undefined);
    refundDeposit(desk, {
      ...{ no: deposit.no, amountFen: undefined, method: 'cash', reason: undefined },
    });
    desk.warnings.length = 0;
    expect(settle(desk, no, { items: ['deposits'], detail: '无' }).items).toMatchObject([
      { code: 'deposits', detail: '无' },
    ]);
    expect(told()).toEqual([]);
  });

  it('are offered with what is held', () => {
    take(undefined);
    const { no } = moveOut(desk);
    expect(lackingAt(desk, no, 'settle')).toMatchObject({
      deposits: { zh: `装修保证金：${HELD}` },
    });
  });

  it('keep nobody from moving out', () => {
    take(undefined);
    const { no } = moveOut(desk);
    supply(desk, no);
    expect(completeFile(desk, no).state).toBe('completed');
  });

  it('of a renovation name it', async () => {
    const { ctx, no: renovation } = stageOf(await makeCtx(), 'permitted');
    const { no } = moveOut(ctx, { who: '张伟' });
    ctx.warnings.length = 0;
    settle(ctx, no, { items: ['deposits'], detail: '复检后退' });
    expect(told(ctx)).toEqual([expect.stringContaining(`装修 ${renovation} 的`)]);
    expect(told(ctx)[0]).toContain('在押 4000.00 元');
  });
});
