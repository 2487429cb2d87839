import { beforeEach, describe, expect, it } from 'vitest';
import type { Nature } from '../../src/complaints/model.ts';
import { logComplaint, type NewComplaint } from '../../src/complaints/opening.ts';
import { openMoveOut } from '../../src/moves/moving-out.ts';
import { lackingAt } from '../../src/moves/offers.ts';
import { settle } from '../../src/moves/work.ts';
import type { TestCtx } from '../support/ledger.ts';
import { charge, makeBooks, noon, settled } from './ledger.ts';

const UNIT = '3-2-1501';

/** 30.00 is overdue since October, 12.34 is due in three days. */
const OWING = '账上欠 42.34 元（其中逾期 30.00 元，涉及 1 个月）';

let ctx: TestCtx;
let chargeIds: number[];

beforeEach(async () => {
  ctx = await makeBooks();
  chargeIds = [
    charge(ctx, UNIT, { amountFen: 3_000, dueOn: '2026-10-25' }),
    charge(ctx, UNIT, { amountFen: 1_234, dueOn: '2026-11-25' }),
  ];
});

const waiveAll = () => {
  settled(
    ctx,
    { chargeId: chargeIds[0] ?? 0, kind: 'waiver', amountFen: 3_000 },
    noon(ctx, '2026-11-01'),
  );
  settled(
    ctx,
    { chargeId: chargeIds[1] ?? 0, kind: 'waiver', amountFen: 1_234 },
    noon(ctx, '2026-11-01'),
  );
};

const told = () => ctx.warnings.map(({ zh }) => zh);

describe('a move-out (rule 19)', () => {
  const open = () =>
    openMoveOut(ctx, {
      unit: UNIT,
      who: undefined,
      leaving: 'person',
      attendee: undefined,
      lastOn: undefined,
    });

  it('notes what the account says before what the clerk says, of arrears alone', () => {
    const { no } = open();
    const file = settle(ctx, no, { items: ['欠费', '车辆'], detail: '12 月底前付清' });
    expect(file.items).toMatchObject([
      { code: 'vehicles', detail: '12 月底前付清' },
      { code: 'arrears', detail: `${OWING}；12 月底前付清` },
    ]);
    expect(told()).toEqual([expect.stringContaining(OWING)]);
  });

  it('shows on a terminal what is owed beside the item', () => {
    const { no } = open();
    expect(lackingAt(ctx, no, 'settle')?.arrears?.zh).toBe(`欠费：${OWING}`);
    waiveAll();
    expect(lackingAt(ctx, no, 'settle')?.arrears?.zh).toBe('欠费');
  });

  it('says only what the clerk says where nothing is owed', () => {
    waiveAll();
    const { no } = open();
    const file = settle(ctx, no, { items: ['欠费', '车辆'], detail: '无' });
    expect(file.items).toMatchObject([
      { code: 'arrears', detail: '无' },
      { code: 'vehicles', detail: '无' },
    ]);
    expect(told()).toEqual([]);
  });
});

describe('a complaint (rule 51)', () => {
  const log = (nature: Nature, of: Partial<NewComplaint> = { unit: UNIT }) =>
    logComplaint(ctx, {
      text: '想了解收费标准',
      channel: 'phone',
      grade: 'minor',
      nature,
      category: 'fees',
      against: 'clerk',
      ...of,
    });

  it.each([
    { nature: 'help', shown: true },
    { nature: 'enquiry', shown: true },
    { nature: 'venting', shown: true },
    { nature: 'valid', shown: false },
  ] as const)('of nature $nature shows what is owed: $shown', ({ nature, shown }) => {
    expect(log(nature).state).toBe('open');
    expect(told().filter((each) => each.includes(OWING))).toHaveLength(shown ? 1 : 0);
  });

  it.each([
    { name: 'of a place', of: { place: '3 栋大堂' } },
    { name: 'of a unit that owes nothing', of: { unit: '3-2-1502' } },
  ])('$name shows nothing', ({ of }) => {
    log('enquiry', of);
    expect(told()).toEqual([]);
  });
});
