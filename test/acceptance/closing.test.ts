import { describe, expect, it } from 'vitest';
import { close } from '../../src/acceptance/closing.ts';
import { deduct } from '../../src/acceptance/deducting.ts';
import { refund } from '../../src/acceptance/refunding.ts';
import { promise } from '../../src/deadlines/service.ts';
import { listCharges } from '../../src/fees/charges.ts';
import { transact } from '../../src/ledger/transact.ts';
import type { WyError } from '../../src/lib/errors.ts';
import { takeMoney } from '../../src/receipts/taking.ts';
import { codeOf, violated } from '../support/checks.ts';
import type { TestCtx } from '../support/ledger.ts';
import { NO, reinspectedWorks, UNIT } from './settling.ts';
import { openKinds, told, when } from './site.ts';

async function settled(harmFen = 0): Promise<TestCtx> {
  const ctx = await reinspectedWorks();
  if (harmFen > 0) {
    deduct(ctx, NO, {
      ...{ amountFen: harmFen, ground: undefined, reason: '凿穿防水层' },
      ...{ assessedBy: '李强', approvedBy: '陈主任' },
    });
  }
  refund(ctx, NO, { method: undefined, reason: undefined });
  return when(ctx, '2027-03-10 10:00');
}

const pay = (ctx: TestCtx, amountFen: number) => {
  const [charge] = listCharges(ctx.ledger, { subjects: [NO], state: 'outstanding' });
  return takeMoney(ctx, { unit: UNIT, amountFen, method: 'bank', for: [String(charge?.id)] });
};

describe('the archive (rule 112)', () => {
  it('takes what is settled, and knows where it lies', async () => {
    const ctx = await settled();
    expect(close(ctx, NO, '档案柜 3-2')).toMatchObject({ state: 'closed', closedAt: ctx.now });
    expect(told(ctx).at(-1)).toEqual(['closed', { text: '档案柜 3-2' }]);
    expect(violated(ctx)).toEqual([]);
  });

  it('need not say where', async () => {
    const ctx = await settled();
    expect(close(ctx, NO, undefined).next).toBeNull();
    expect(told(ctx).at(-1)).toEqual(['closed', {}]);
  });

  it('keeps no place in the journal', async () => {
    const ctx = await settled();
    close(ctx, NO, '档案柜 3-2');
    const lines = ctx.ledger.db.prepare('SELECT changes FROM journal').pluck().all().join('\n');
    expect(lines).not.toContain('档案柜');
  });

  it('leaves nothing open', async () => {
    const ctx = await settled();
    const from = ctx.now;
    transact(ctx, 'test.promise', () => {
      promise(ctx, {
        ...{ subject: NO, kind: 'reno.report', part: 1, role: 'supervisor', from },
        clause: 'renovations.report',
      });
    });
    close(ctx, NO, undefined);
    expect(openKinds(ctx)).toEqual([]);
  });

  it('waits for the claim to be paid, all of it', async () => {
    const ctx = await settled(4500_00);
    expect(codeOf(() => close(ctx, NO, undefined))).toBe('claim_unpaid');
    pay(ctx, 499_99);
    expect(codeOf(() => close(ctx, NO, undefined))).toBe('claim_unpaid');
    pay(ctx, 1);
    expect(close(ctx, NO, undefined)).toMatchObject({
      ...{ state: 'closed', claimFen: 500_00, claimOutstandingFen: 0 },
    });
    expect(violated(ctx)).toEqual([]);
  });

  it('names the charge that is to be paid', async () => {
    const ctx = await settled(4500_00);
    const [charge] = listCharges(ctx.ledger, { subjects: [NO] });
    try {
      close(ctx, NO, undefined);
      expect.unreachable();
    } catch (error) {
      expect((error as WyError).hint?.en).toContain(
        `wy fee pay --unit ${UNIT} --amount 500.00 --for ${charge?.id} --method …`,
      );
    }
  });

  it.each<[string, () => Promise<TestCtx>, string]>([
    ['before the refund', reinspectedWorks, 'not_yet'],
    [
      'a second time',
      async () => {
        const ctx = await settled();
        close(ctx, NO, undefined);
        return ctx;
      },
      'renovation_closed',
    ],
    [
      'earlier than the refund',
      async () => when(await settled(), '2027-03-02 09:59'),
      'before_last_step',
    ],
  ])('refused: %s', async (_, given, code) => {
    const ctx = await given();
    expect(codeOf(() => close(ctx, NO, undefined))).toBe(code);
  });
});
