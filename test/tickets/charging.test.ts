import { beforeEach, describe, expect, it } from 'vitest';
import { listCharges } from '../../src/fees/charges.ts';
import { reverseCharges } from '../../src/fees/lessening.ts';
import { closeTicket, recordCallback, reopenTicket } from '../../src/tickets/ending.ts';
import { type NewTicket, openTicket } from '../../src/tickets/opening.ts';
import { showTicket } from '../../src/tickets/record.ts';
import { finishTicket } from '../../src/tickets/work.ts';
import { feeDesk, HOME, owe, pay } from '../fees/desk.ts';
import { violated } from '../support/checks.ts';
import type { TestCtx } from '../support/ledger.ts';
import { addHome } from '../visits/desk.ts';

let ctx: TestCtx;
beforeEach(async () => {
  ctx = await feeDesk();
});

const REPAIR = {
  ...{ unit: HOME, place: undefined, item: '换锁', charge: 'paid', category: 'general' },
  ...{ system: undefined, part: undefined, damage: undefined, caller: undefined },
  ...{ phone: undefined, urgent: false, appointmentAt: undefined },
  defectOf: undefined,
} as const;

const open = (change: object = {}) => openTicket(ctx, { ...REPAIR, ...change } as NewTicket).no;

function close(no: string, costFen: number | undefined, satisfied = true): void {
  finishTicket(ctx, no, { work: '换了锁芯', costFen, leakTestedAt: undefined });
  closeTicket(ctx, no, { signedBy: '张伟', satisfied });
}

const charged = (no: string) =>
  listCharges(ctx.ledger, { subjects: [no] }).map(({ amountFen, state }) => [amountFen, state]);

describe('a repair that is closed', () => {
  it('is charged to its unit', () => {
    const no = open();
    close(no, 35_00);
    expect(showTicket(ctx, no).charges).toMatchObject([
      { unit: HOME, tariff: 'repair', amountFen: 35_00, subject: no, dueOn: '2026-11-30' },
    ]);
    expect([ctx.warnings, violated(ctx)]).toEqual([[], []]);
  });

  it.each([
    ['free', { charge: 'free' }, 35_00, 0],
    ['under warranty', { charge: 'warranty' }, 35_00, 0],
    ['without a cost', {}, undefined, 0],
    ['of no cost', {}, 0, 0],
    ['at a public place, with a word', { unit: undefined, place: '3栋大堂' }, 35_00, 1],
  ])('is not charged: %s', (_, change, costFen, warnings) => {
    const no = open(change);
    close(no, costFen);
    expect([charged(no), ctx.warnings.length]).toEqual([[], warnings]);
  });

  it('is not charged where the resident sends it back', () => {
    const no = open();
    close(no, 35_00, false);
    expect(charged(no)).toEqual([]);
  });

  it('is closed though nobody is known to owe it', () => {
    addHome(ctx, '3-2-1601', { people: [] });
    const no = open({ unit: '3-2-1601' });
    close(no, 35_00);
    expect([showTicket(ctx, no).state, charged(no)]).toEqual(['closed', []]);
    expect(ctx.warnings.map(({ zh }) => zh)).toEqual([expect.stringContaining('没有登记业主')]);
  });
});

describe('a repair that goes back to work', () => {
  const again: readonly (readonly [string, (no: string) => unknown])[] = [
    ['reopened', (no) => reopenTicket(ctx, no, '又坏了')],
    [
      'after a callback',
      (no) =>
        recordCallback(ctx, no, {
          ...{ result: 'dissatisfied', quality: undefined, attitude: undefined, note: undefined },
        }),
    ],
  ];

  it.each(again)('%s: its charge falls away, the next one counts', (_, reopen) => {
    const no = open();
    close(no, 35_00);
    reopen(no);
    expect(charged(no)).toEqual([[35_00, 'reversed']]);
    expect(showTicket(ctx, no).timeline.at(-1)).toMatchObject({
      kind: 'chargeTakenBack',
      detail: { takenBackFen: 35_00 },
    });
    close(no, 50_00);
    expect(charged(no)).toEqual([
      [35_00, 'reversed'],
      [50_00, 'open'],
    ]);
    expect([ctx.warnings, violated(ctx)]).toEqual([[], []]);
  });

  it('a penalty for it falls away with it', () => {
    const no = open();
    close(no, 35_00);
    const [charge] = showTicket(ctx, no).charges;
    const penalty = owe(ctx, 7, { tariff: 'repair', penaltyOf: charge?.id ?? 0 });
    reopenTicket(ctx, no, '又坏了');
    expect(listCharges(ctx.ledger, { ids: [penalty] })[0]?.state).toBe('reversed');
    expect(violated(ctx)).toEqual([]);
  });

  it.each([
    ['another cost is told', 50_00, 2],
    ['the same is not', 35_00, 1],
  ])('its paid charge stands, once; %s', (_, costFen, warnings) => {
    const no = open();
    close(no, 35_00);
    pay(ctx, showTicket(ctx, no).charges[0]?.id ?? 0, 1);
    reopenTicket(ctx, no, '又坏了');
    expect(ctx.warnings.map(({ zh }) => zh)).toEqual([expect.stringContaining('没有冲销')]);
    close(no, costFen);
    expect(charged(no)).toEqual([[35_00, 'part']]);
    expect(ctx.warnings).toHaveLength(warnings);
  });

  it('whose charge the desk had reversed has none to fall away', () => {
    const no = open();
    close(no, 35_00);
    reverseCharges(ctx, ['1'], '算错了');
    reopenTicket(ctx, no, '又坏了');
    expect(charged(no)).toEqual([[35_00, 'reversed']]);
  });
});
