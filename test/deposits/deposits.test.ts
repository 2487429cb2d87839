import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { closeMonth } from '../../src/cash/closing.ts';
import { cashOnHand, handIn } from '../../src/cash/handing-in.ts';
import { journalOf } from '../../src/cash/journal.ts';
import type { Method } from '../../src/cash/model.ts';
import { listDeposits, requireDeposit } from '../../src/deposits/deposits.ts';
import type { Deduction, NewDeposit } from '../../src/deposits/moving.ts';
import { deductDeposit, refundDeposit, takeDeposit } from '../../src/deposits/moving.ts';
import { logEnquiry } from '../../src/enquiries/work.ts';
import { addMinutes } from '../../src/lib/moment.ts';
import { MAX_AMOUNT_FEN } from '../../src/lib/money.ts';
import { cashDesk, on, UNIT } from '../cash/desk.ts';
import { codeOf, violated } from '../support/checks.ts';
import { at, NOW, policyOf, type TestCtx } from '../support/ledger.ts';

/** Sunday 2026-11-22, 09:30 in Shanghai. */
let ctx: TestCtx;

beforeEach(async () => {
  ctx = await cashDesk();
});

const base: NewDeposit = {
  unit: UNIT,
  kind: 'renovation',
  amountFen: undefined,
  method: 'wechat',
  holder: undefined,
  subject: undefined,
  note: undefined,
};

const take = (change: Partial<NewDeposit> = {}, when = ctx) =>
  takeDeposit(when, { ...base, ...change });

const deduct = (no: string, amountFen: number, change: Partial<Deduction> = {}, when = ctx) =>
  deductDeposit(when, {
    ...{ no, amountFen, ground: 'compensation', reason: '划伤电梯', assessedBy: '李强' },
    ...{ approvedBy: '陈主任', ...change },
  });

const refund = (no: string, amountFen?: number, when = ctx, method: Method = 'bank') =>
  refundDeposit(when, { no, amountFen, method, reason: undefined });

const lastLine = () =>
  ctx.ledger.db
    .prepare<[], { action: string; subject: string; changes: string }>(
      'SELECT action, subject, changes FROM journal ORDER BY seq DESC LIMIT 1',
    )
    .get();

describe('taking', () => {
  it.each([
    ['renovation', 'household', 2000_00],
    ['装修保证金', 'household', 2000_00],
    ['Deposit for a pass', 'team', 10_00],
  ])("a kind by its key or name, %s, the policy's amount", (kind, party, heldFen) => {
    const { no, ...it } = take({ kind });
    expect(no).toBe('Y261122-001');
    expect(it).toMatchObject({ party, heldFen, unit: UNIT });
    expect(it.moves).toMatchObject([{ kind: 'take', amountFen: heldFen, method: 'wechat' }]);
  });

  it('wants an amount where the policy sets none', async () => {
    ctx = {
      ...ctx,
      policy: await policyOf('deposits:\n  key: {name: 钥匙押金, party: household, amount: }\n'),
    };
    expect(codeOf(() => take({ kind: '钥匙押金' }))).toBe('amount_not_set');
    expect(take({ kind: '钥匙押金', amountFen: 1 })).toMatchObject({ kind: 'key', heldFen: 1 });
  });

  it.each<[string, Partial<NewDeposit>, string]>([
    ['an unknown kind', { kind: 'foo' }, 'unknown_deposit_kind'],
    ['an inherited word', { kind: 'constructor' }, 'unknown_deposit_kind'],
    ['an unknown unit', { unit: '9-9-901' }, 'unknown_unit'],
    ['nothing', { amountFen: 0 }, 'amount_zero'],
    ['for a document that is not there', { subject: 'T261122-001' }, 'unknown_document'],
    ['for a day of the cash journal', { subject: '2026-11-22' }, 'unknown_document'],
  ])('refused: %s', (_, change, code) => {
    take({ method: 'cash' });
    expect(codeOf(() => take(change))).toBe(code);
    expect(listDeposits(ctx, {})).toHaveLength(1);
  });

  it('for a document keeps its number', () => {
    const enquiry = logEnquiry(ctx, {
      ...{ channel: 'visit', kind: undefined, who: undefined, phone: undefined, unit: UNIT },
      ...{ text: '要装修', answer: undefined, promisedAt: undefined, passTo: undefined },
    });
    const { no } = take({ subject: enquiry.no.toLowerCase() });
    expect(requireDeposit(ctx, no).subject).toBe(enquiry.no);
  });

  it('warns where the unit gave the very same on the same day', () => {
    take({}, on(ctx, '2026-11-21 10:00'));
    const { no } = take();
    take({ kind: 'team' });
    take({ amountFen: 1999_99 });
    expect(ctx.warnings).toEqual([]);
    take();
    expect(ctx.warnings.map(({ zh }) => zh)).toEqual([expect.stringContaining(no)]);
  });

  it('of cash is to be handed in, of anything else not', () => {
    take();
    expect(cashOnHand(ctx)).toBe(0);
    take({ method: 'cash' });
    expect(cashOnHand(ctx)).toBe(2000_00);
  });

  it('tells the journal who and what, but no names', () => {
    take({ holder: '张伟', note: '张伟的弟弟来交' });
    expect(lastLine()).toMatchObject({ action: 'deposit.take', subject: 'Y261122-001' });
    expect(JSON.parse(lastLine()?.changes ?? '')).toEqual({
      ...{ unit: UNIT, kind: 'renovation', party: 'household', amountFen: 2000_00 },
      ...{ method: 'wechat', holder: '***', note: '***' },
    });
  });
});

describe('deducting', () => {
  it('keeps ground, reason, assessor and approver, and moves no money', () => {
    const { no } = take();
    expect(deduct(no, 300_00)).toMatchObject({ heldFen: 1700_00 });
    expect(requireDeposit(ctx, no).moves.at(-1)).toMatchObject({
      ...{ kind: 'deduct', amountFen: -300_00, method: null, ground: 'compensation' },
      ...{ reason: '划伤电梯', assessedBy: '李强', approvedBy: '陈主任' },
    });
    expect(journalOf(ctx, {}).lines).toHaveLength(1);
    expect(violated(ctx)).toEqual([]);
  });

  it.each<[string, number, Partial<Deduction>, string | undefined]>([
    ['one fen', 1, {}, undefined],
    ['all that is held', 2000_00, {}, undefined],
    ['one fen more', 2000_01, {}, 'more_than_held'],
    ['nothing', 0, {}, 'amount_zero'],
    ['by the desk', 1, { approvedBy: '王芳' }, 'missing_role'],
    ['by nobody known', 1, { approvedBy: '孙悟空' }, 'unknown_staff'],
    ['assessed by nobody', 1, { assessedBy: undefined }, undefined],
    ['assessed by nobody known', 1, { assessedBy: '孙悟空' }, 'unknown_staff'],
  ])('%s', (_, amountFen, change, code) => {
    const { no } = take();
    expect(codeOf(() => deduct(no, amountFen, change))).toBe(code);
    expect(violated(ctx)).toEqual([]);
  });

  it('warns where the director assessed it, too', () => {
    const { no } = take();
    deduct(no, 1, { assessedBy: '陈主任' });
    expect(ctx.warnings).toHaveLength(1);
  });
});

describe('refunding', () => {
  it('gives back all that is held, once', () => {
    const { no } = take();
    deduct(no, 300_00);
    expect(refund(no)).toMatchObject({ heldFen: 0 });
    expect(requireDeposit(ctx, no).moves.at(-1)?.amountFen).toBe(-1700_00);
    expect(codeOf(() => refund(no))).toBe('nothing_held');
    expect(codeOf(() => refund(no, 1))).toBe('nothing_held');
    expect(codeOf(() => deduct(no, 1))).toBe('nothing_held');
    expect(violated(ctx)).toEqual([]);
  });

  it('after all was deducted gives nothing back', () => {
    const { no } = take();
    deduct(no, 2000_00);
    expect(codeOf(() => refund(no))).toBe('nothing_held');
  });

  it('gives back the largest amount to the fen, and not one fen more', () => {
    const { no } = take({ amountFen: MAX_AMOUNT_FEN });
    expect(refund(no, MAX_AMOUNT_FEN - 1).heldFen).toBe(1);
    expect(codeOf(() => refund(no, 2))).toBe('more_than_held');
    expect(refund(no, 1).heldFen).toBe(0);
  });

  it('written up late stands with the last move', () => {
    const { no } = take({}, on(ctx, '2026-11-20 10:00'));
    deduct(no, 1, {}, on(ctx, '2026-11-21 10:00'));
    refund(no, 1, on(ctx, '2026-11-20 12:00'));
    const { moves } = requireDeposit(ctx, no);
    expect(moves.at(-1)?.at).toBe(moves.at(-2)?.at);
    expect(journalOf(ctx, { month: '2026-11' }).lines.at(-1)?.bookedOn).toBe('2026-11-21');
    expect(violated(ctx)).toEqual([]);
  });

  it('in a month that is closed is booked in the next one', () => {
    const { no } = take({ method: 'cash' }, on(ctx, '2026-10-20 10:00'));
    closeMonth(on(ctx, '2026-11-01 09:00'), {
      ...{ month: '2026-10', countedFen: 2000_00, explanation: undefined, reviewedBy: undefined },
    });
    refund(no, undefined, on(ctx, '2026-10-25 10:00'), 'cash');
    expect(journalOf(ctx, { day: '2026-11-01' }).closingFen).toBe(0);
    expect(violated(ctx)).toEqual([]);
  });
});

describe('the list', () => {
  it('narrows by unit, kind and what is held', () => {
    const { no } = take();
    take({ kind: 'team' });
    refund(no);
    const nos = (query: Parameters<typeof listDeposits>[1]) =>
      listDeposits(ctx, query).map((it) => it.no);
    expect(nos({})).toHaveLength(2);
    expect(nos({ held: true })).toEqual(['Y261122-002']);
    expect(nos({ kind: '装修保证金' })).toEqual([no]);
    expect(nos({ unit: UNIT, kind: 'team', held: true })).toEqual(['Y261122-002']);
    expect(codeOf(() => nos({ kind: 'foo' }))).toBe('unknown_deposit_kind');
  });
});

/** Some step at the desk, minutes after the one before, now and then written up late. */
const step = fc.record({
  what: fc.constantFrom('take', 'deduct', 'refund', 'hand in', 'close'),
  amountFen: fc.integer({ min: 0, max: 3000_00 }),
  nth: fc.nat(3),
  method: fc.constantFrom<Method>('cash', 'bank'),
  minutes: fc.oneof(fc.integer({ min: -3000, max: 0 }), fc.nat(20_000)),
});

describe('whatever is done, in whatever order', () => {
  it('no deposit ever holds less than nothing, and the journal closes at the sum of its lines', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        ctx = await cashDesk();
        let now = NOW;
        for (const { what, amountFen, nth, method, minutes } of steps) {
          now = addMinutes(now, minutes);
          const when = at(ctx, now);
          const no = `Y261122-00${nth + 1}`;
          codeOf(() => {
            if (what === 'take') take({ amountFen, method }, at(ctx, NOW));
            if (what === 'deduct') deduct(no, amountFen, {}, when);
            if (what === 'refund') refund(no, amountFen, when, method);
            if (what === 'hand in') {
              handIn(when, { amountFen, to: undefined, day: undefined, explanation: '找零' });
            }
            if (what === 'close') {
              closeMonth(when, {
                ...{ month: when.today.slice(0, 7), countedFen: amountFen },
                ...{ explanation: '盘点', reviewedBy: undefined },
              });
            }
          });
          expect(violated(ctx)).toEqual([]);
        }
        for (const { heldFen, moves } of listDeposits(ctx, {})) {
          let sum = 0;
          for (const { amountFen } of moves) {
            sum += amountFen;
            expect(sum).toBeGreaterThanOrEqual(0);
          }
          expect(sum).toBe(heldFen);
        }
        const all = journalOf(ctx, { until: '2199-12-31' });
        const cash = all.lines.filter(({ method }) => method === 'cash');
        expect(all.closingFen).toBe(cash.reduce((sum, it) => sum + it.amountFen, 0));
        expect(all.lines.flatMap((it) => it.balanceFen ?? []).at(-1) ?? 0).toBe(all.closingFen);
      }),
      { numRuns: 60 },
    );
  });
});
