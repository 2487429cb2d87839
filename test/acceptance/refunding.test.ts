import { describe, expect, it } from 'vitest';
import { askToRefund } from '../../src/acceptance/confirming.ts';
import { deduct } from '../../src/acceptance/deducting.ts';
import { takeBackPermits } from '../../src/acceptance/permits.ts';
import { type Refund, refund } from '../../src/acceptance/refunding.ts';
import { advance } from '../../src/acceptance/store.ts';
import { journalOf } from '../../src/cash/journal.ts';
import { depositsFor, listDeposits } from '../../src/deposits/deposits.ts';
import { takeFreely } from '../../src/deposits/moving.ts';
import { journalOf as exported } from '../../src/export/journal.ts';
import { takeMoney } from '../../src/receipts/taking.ts';
import { codeOf, violated } from '../support/checks.ts';
import type { TestCtx } from '../support/ledger.ts';
import { acceptedWorks, count, heldOf, NO, reinspectedWorks, UNIT } from './settling.ts';
import { openKinds, promisesOf, show, told, violate, when } from './site.ts';

const back = (ctx: TestCtx, given: Partial<Refund> = {}) =>
  refund(ctx, NO, { method: undefined, reason: undefined, ...given });

const harm = (ctx: TestCtx, amountFen: number) =>
  deduct(ctx, NO, {
    ...{ amountFen, ground: undefined, reason: '凿穿防水层' },
    ...{ assessedBy: '李强', approvedBy: '陈主任' },
  });

const methodsOf = (ctx: TestCtx) =>
  depositsFor(ctx, [NO])
    .map(({ moves }) => moves.at(-1))
    .map((move) => [move?.kind, move?.amountFen, move?.method]);

describe('the refund (rules 106, 107)', () => {
  it('gives every deposit back as it was taken, and settles', async () => {
    const ctx = await reinspectedWorks({
      deposits: [
        ['household', 2000_00, 'cash'],
        ['team', 1500_00, 'bank'],
        ['team', 500_00, 'wechat'],
      ],
    });
    const it = back(ctx);
    expect(it).toMatchObject({ state: 'settled', settledAt: ctx.now });
    expect(it.deposits).toMatchObject([
      { party: 'household', takenFen: 2000_00, heldFen: 0, refundedFen: 2000_00 },
      { party: 'team', takenFen: 2000_00, heldFen: 0, refundedFen: 2000_00 },
    ]);
    expect(methodsOf(ctx)).toEqual([
      ['refund', -2000_00, 'cash'],
      ['refund', -1500_00, 'bank'],
      ['refund', -500_00, 'wechat'],
    ]);
    expect(told(ctx).slice(-2)).toEqual([
      ['refunded', { party: 'team', amountFen: 2000_00 }],
      ['refunded', { party: 'household', amountFen: 2000_00 }],
    ]);
    expect(violated(ctx)).toEqual([]);
  });

  it('by one method for all, if said', async () => {
    const ctx = await reinspectedWorks();
    back(ctx, { method: 'alipay', reason: '复验合格' });
    expect(methodsOf(ctx).map(([, , method]) => method)).toEqual(['alipay', 'alipay']);
    expect(depositsFor(ctx, [NO])[0]?.moves.at(-1)?.reason).toBe('复验合格');
  });

  it.each<[string, number, [string, number][]]>([
    [
      'part of the team',
      300_00,
      [
        ['team', 1700_00],
        ['household', 2000_00],
      ],
    ],
    ['all of the team', 2000_00, [['household', 2000_00]]],
    ['all but a fen', 3999_99, [['household', 1]]],
  ])('without what was deducted: %s', async (_, amountFen, expected) => {
    const ctx = await reinspectedWorks();
    harm(ctx, amountFen);
    back(ctx);
    const given = told(ctx)
      .filter(([kind]) => kind === 'refunded')
      .map(([, detail]) => detail);
    expect(given).toEqual(expected.map(([party, fen]) => ({ party, amountFen: fen })));
    expect(violated(ctx)).toEqual([]);
  });

  it.each<[string, { deposits?: [] }, number]>([
    ['none was ever taken', { deposits: [] }, 0],
    ['all was deducted', {}, 4000_00],
  ])('settles with nothing to give back, and says so: %s', async (_, given, amountFen) => {
    const ctx = await reinspectedWorks(given);
    if (amountFen > 0) harm(ctx, amountFen);
    expect(back(ctx).state).toBe('settled');
    expect(ctx.warnings.at(-1)?.zh).toContain('没有在押的保证金');
    expect(told(ctx).at(-1)).toEqual(['refunded', { amountFen: 0 }]);
    expect(askOrNothing(ctx)).toBe('renovation_settled');
    expect(violated(ctx)).toEqual([]);
  });

  it('keeps the promise of the refund, and leaves nothing open that nobody can keep', async () => {
    const ctx = await reinspectedWorks();
    expect(promisesOf(ctx, 'refund')).toEqual(['2027-03-04 23:59 refund open']);
    back(ctx);
    expect(promisesOf(ctx, 'refund')).toEqual(['2027-03-04 23:59 refund met']);
    expect(openKinds(ctx)).toEqual([]);
  });

  it('late keeps it late', async () => {
    const ctx = when(await reinspectedWorks(), '2027-03-05 10:00');
    back(ctx);
    expect(promisesOf(ctx, 'refund')).toEqual(['2027-03-04 23:59 refund late']);
  });

  it('is made once', async () => {
    const ctx = await reinspectedWorks();
    back(ctx);
    const rows = count(ctx, 'deposit_moves');
    expect(codeOf(() => back(ctx))).toBe('renovation_settled');
    expect(codeOf(() => back(when(ctx, '2027-04-01 10:00')))).toBe('renovation_settled');
    expect(count(ctx, 'deposit_moves')).toBe(rows);
  });

  it('of a deposit whose works never cleared asks for no clearing any more', async () => {
    const ctx = await reinspectedWorks();
    advance(ctx.ledger, NO, { clearedAt: null });
    back(ctx);
    expect(openKinds(ctx)).not.toContain('clear');
  });
});

const askOrNothing = (ctx: TestCtx) =>
  codeOf(() => askToRefund(ctx, NO, { method: undefined, reason: undefined }));

describe('refused', () => {
  it('before 复验合格', async () => {
    const ctx = await acceptedWorks();
    expect(codeOf(() => back(ctx))).toBe('not_yet');
    expect(heldOf(ctx)).toEqual([
      ['household', 2000_00],
      ['team', 2000_00],
    ]);
  });

  it('says before 复验合格 from when the re-inspection may be', async () => {
    const ctx = await acceptedWorks();
    const { reinspectFromOn } = show(ctx);
    const hint = `下一步（${reinspectFromOn} 起）：wy reno reinspect ${NO} --pass`;
    expect(() => back(ctx)).toThrow(
      expect.objectContaining({ hint: expect.objectContaining({ zh: hint }) }),
    );
  });

  it('with an open violation', async () => {
    const ctx = await reinspectedWorks();
    violate(ctx, 1);
    expect(codeOf(() => back(ctx))).toBe('open_violations');
  });

  it('with a permit still out, and with one that is lost and not paid for', async () => {
    const ctx = await reinspectedWorks();
    ctx.ledger.db.exec('UPDATE renovation_permits SET fate = NULL, fate_at = NULL WHERE part = 2');
    expect(codeOf(() => back(ctx))).toBe('permits_out');
    takeBackPermits(ctx, NO, { returned: undefined, lost: ['2'], cleared: false });
    ctx.ledger.db.exec('UPDATE renovation_permits SET pass_fen = 1000 WHERE part > 0');
    expect(codeOf(() => back(ctx))).toBe('permits_unpaid');
    deduct(ctx, NO, {
      ...{ amountFen: undefined, ground: undefined, reason: undefined, assessedBy: undefined },
      approvedBy: '陈主任',
    });
    expect(back(ctx).deposits).toMatchObject([
      { refundedFen: 2000_00 },
      { deductedFen: 50_00, refundedFen: 1950_00 },
    ]);
  });

  it('in another order of times', async () => {
    const ctx = when(await reinspectedWorks(), '2027-03-01 09:59');
    expect(codeOf(() => back(ctx))).toBe('before_last_step');
  });
});

describe('what is settled', () => {
  it.each([NO, NO.toLowerCase(), ` ${NO.replace('D', 'Ｄ')}`])(
    'takes no deposit any more, nor did it before but with its fees: %s',
    async (subject) => {
      const ctx = await reinspectedWorks();
      const take = (when: TestCtx) =>
        takeFreely(when, {
          ...{ unit: UNIT, kind: 'renovation', amountFen: 1, method: 'cash' },
          ...{ holder: undefined, subject, note: undefined },
        });
      expect(codeOf(() => take(ctx))).toBe('deposit_of_renovation');
      back(ctx);
      expect(codeOf(() => take(ctx))).toBe('deposit_of_renovation');
      expect(show(ctx).deposits.map(({ heldFen }) => heldFen)).toEqual([0, 0]);
    },
  );
});

/** What every account of the export comes to, nothing left out but zeros. */
function balancesOf(ctx: TestCtx): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { postings } of exported(ctx, { until: ctx.today }).transactions()) {
    for (const { account, amountFen } of postings) {
      sums[account] = (sums[account] ?? 0) + amountFen;
    }
  }
  return Object.fromEntries(Object.entries(sums).filter(([, fen]) => fen !== 0));
}

describe('cash journal, deposits and export', () => {
  const CASH_AND_BANK = [
    ['household', 2000_00, 'cash'],
    ['team', 300_00, 'cash'],
    ['team', 200_00, 'bank'],
  ] as const;

  it('agree after a deduction and refunds in cash', async () => {
    const ctx = await reinspectedWorks({ deposits: CASH_AND_BANK });
    harm(ctx, 700_00);
    back(ctx);
    const { lines } = journalOf(ctx, { since: '2026-11-01', until: '2027-12-31' });
    const cash = lines.filter(({ method }) => method === 'cash');
    expect(cash.map(({ amountFen }) => amountFen)).toEqual([2000_00, 300_00, -1800_00]);
    expect(listDeposits(ctx, { held: true })).toEqual([]);
    expect(balancesOf(ctx)).toEqual({
      ...{ 'assets:cash': 500_00, 'assets:bank': 200_00, 'income:deductions': -700_00 },
    });
    expect(violated(ctx)).toEqual([]);
  });

  it('agree after more was deducted than is held, and the claim was paid', async () => {
    const ctx = await reinspectedWorks({ deposits: CASH_AND_BANK });
    const { charges } = harm(ctx, 2600_00);
    back(ctx);
    const claimed = { 'income:compensation': -100_00, 'income:deductions': -2500_00 };
    const held = { 'assets:cash': 2300_00, 'assets:bank': 200_00 };
    expect(balancesOf(ctx)).toEqual({
      ...{ ...claimed, ...held },
      [`assets:receivable:later:${UNIT}:compensation`]: 100_00,
    });
    takeMoney(ctx, {
      ...{ unit: UNIT, amountFen: 100_00, method: 'cash', for: [String(charges[0]?.id)] },
    });
    expect(balancesOf(ctx)).toEqual({ ...claimed, ...held, 'assets:cash': 2400_00 });
    expect(violated(ctx)).toEqual([]);
  });
});

describe('the question before it', () => {
  it('says to whom how much goes back, and how', async () => {
    const ctx = await reinspectedWorks({
      deposits: [
        ['household', 2000_00, 'cash'],
        ['team', 2000_00, 'bank'],
      ],
    });
    harm(ctx, 300_00);
    const question = askToRefund(ctx, NO, { method: undefined, reason: undefined });
    expect(question?.zh.split('\n')).toEqual([
      `${NO}  ${UNIT}`,
      '  退住户 张伟  装修保证金 Y261123-001  2000.00  现金',
      '  退施工队 宏达装饰  施工队装修保证金 Y261123-002  1700.00  转账',
      '合计 3700.00（人民币叁仟柒佰元整）',
      '核对无误，退还？',
    ]);
  });

  it('is none where nothing goes back, and none where it is refused', async () => {
    const ctx = await reinspectedWorks({ deposits: [] });
    expect(askToRefund(ctx, NO, { method: undefined, reason: undefined })).toBeUndefined();
    violate(ctx, 1);
    expect(askOrNothing(ctx)).toBe('open_violations');
  });
});
