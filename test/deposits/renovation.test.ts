import { beforeEach, describe, expect, it } from 'vitest';
import { heldWords } from '../../src/deposits/held.ts';
import {
  deductDeposit,
  refundDeposit,
  takeDeposit,
  takeFreely,
} from '../../src/deposits/moving.ts';
import { procedureRefusal, renovationOf, takingRefusal } from '../../src/deposits/rules.ts';
import { requireUnit } from '../../src/registry/units.ts';
import { requireRenovation } from '../../src/renovations/record.ts';
import { stageOf } from '../renovations/stages.ts';
import { codeOf } from '../support/checks.ts';
import { makeCtx, type TestCtx } from '../support/ledger.ts';

const UNIT = '3-2-1501';

let clean: TestCtx;

beforeEach(async () => {
  clean = await makeCtx();
});

const made = {
  ...{ unit: UNIT, kind: 'renovation', amountFen: undefined, method: 'cash' as const },
  ...{ holder: undefined, subject: undefined, note: undefined },
};

const refund = (ctx: TestCtx, no: string) =>
  refundDeposit(ctx, { no, amountFen: undefined, method: 'cash', reason: undefined });

const deduct = (ctx: TestCtx, no: string) =>
  deductDeposit(ctx, {
    ...{ no, amountFen: 1, ground: 'compensation', reason: '划伤电梯' },
    ...{ approvedBy: '陈主任', assessedBy: undefined },
  });

describe('whose deposit it is', () => {
  it.each<[string, string | null, boolean]>([
    ['of nothing', null, false],
    ['of a renovation', 'D261122-001', true],
    ['of the thousandth of a day', 'D261122-1000', true],
    ['of a repair', 'T261122-001', false],
    ['of a move', 'M261122-001', false],
    ['of a number that only holds a D', 'AD261122-001', false],
  ])('%s', (_, subject, isOne) => {
    expect(renovationOf(subject)).toBe(isOne ? subject : null);
    expect(procedureRefusal({ no: 'Y261122-001', subject }) !== undefined).toBe(isOne);
  });

  it('names the way of the renovation', () => {
    const subject = 'D261122-001';
    expect(procedureRefusal({ no: 'Y261122-001', subject })?.hint?.en).toBe(
      'It is settled with it: wy reno deduct D261122-001 …, wy reno refund D261122-001',
    );
    expect(takingRefusal(subject)?.hint?.en).toContain('wy reno fees D261122-001 --method');
  });
});

describe('a deposit of a renovation', () => {
  it.each(['permitted', 'accepted', 'reinspected'] as const)(
    'goes neither back nor off by itself while it is %s',
    (state) => {
      const { ctx, no } = stageOf(clean, state);
      const before = requireRenovation(ctx, no).taken;
      expect(before).toHaveLength(2);
      for (const { no: deposit } of before) {
        expect(codeOf(() => refund(ctx, deposit))).toBe('deposit_of_renovation');
        expect(codeOf(() => deduct(ctx, deposit))).toBe('deposit_of_renovation');
        expect(codeOf(() => refund(ctx, deposit.slice(-3)))).toBe('deposit_of_renovation');
      }
      expect(requireRenovation(ctx, no).taken).toEqual(before);
    },
  );

  it.each(['D261123-001', 'd261123-001', ' Ｄ261123-001 '])(
    'is not taken by itself for %s',
    (subject) => {
      const { ctx } = stageOf(clean, 'approved');
      expect(codeOf(() => takeFreely(ctx, { ...made, subject }))).toBe('deposit_of_renovation');
    },
  );

  it('counts for it, whoever took it', () => {
    const { ctx, no } = stageOf(clean, 'approved');
    takeDeposit(ctx, { ...made, subject: no, amountFen: 1500_00 });
    const due = () => requireRenovation(ctx, no).dues.find(({ key }) => key === 'renovation');
    expect(due()).toMatchObject({ takenFen: 1500_00, owedFen: 500_00 });
    takeDeposit(ctx, { ...made, subject: no, amountFen: 500_00 });
    expect(due()).toMatchObject({ takenFen: 2000_00, owedFen: 0 });
  });
});

describe('a deposit of the same kind that is not for it', () => {
  it('neither counts for it nor is kept from going back', () => {
    const { ctx, no } = stageOf(clean, 'approved');
    const free = takeFreely(ctx, made);
    const due = requireRenovation(ctx, no).dues.find(({ key }) => key === 'renovation');
    expect(due).toMatchObject({ takenFen: 0, owedFen: 2000_00 });
    expect(deduct(ctx, free.no).heldFen).toBe(1999_99);
    expect(refund(ctx, free.no).heldFen).toBe(0);
  });
});

describe('what is held of a unit', () => {
  it('is nothing', () => {
    const { ctx } = stageOf(clean, 'approved');
    expect(heldWords(ctx, requireUnit(ctx.ledger, UNIT).id)).toBeNull();
  });

  it('is each deposit with its renovation, no longer once it went back', () => {
    const { ctx } = stageOf(clean, 'permitted');
    const { no } = takeFreely(ctx, { ...made, kind: 'permit', amountFen: 10_00 });
    const unitId = requireUnit(ctx.ledger, UNIT).id;
    expect(heldWords(ctx, unitId)?.zh).toBe(
      [
        '在押 4010.00 元：装修保证金 2000.00（Y261123-001，装修 D261123-001 的）',
        '施工队装修保证金 2000.00（Y261123-002，装修 D261123-001 的）',
        `出入证押金 10.00（${no}）`,
      ].join('、'),
    );
    refund(ctx, no);
    expect(heldWords(ctx, unitId)?.en).toMatch(/^4000\.00 yuan held: .*renovation D261123-001\)$/);
  });
});
