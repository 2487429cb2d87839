import { describe, expect, it } from 'vitest';
import { askToDeduct } from '../../src/acceptance/confirming.ts';
import { type Deduction, deduct } from '../../src/acceptance/deducting.ts';
import { takeBackPermits } from '../../src/acceptance/permits.ts';
import * as store from '../../src/approval/store.ts';
import { journalOf } from '../../src/cash/journal.ts';
import { depositsFor } from '../../src/deposits/deposits.ts';
import { listCharges } from '../../src/fees/charges.ts';
import { policyText } from '../../src/policy/template.ts';
import { codeOf, violated } from '../support/checks.ts';
import { policyOf, type TestCtx } from '../support/ledger.ts';
import { acceptedWorks, count, depositedWorks, heldOf, NO } from './settling.ts';
import { told, when } from './site.ts';

const HARM: Deduction = {
  ...{ amountFen: 300_00, ground: undefined, reason: '凿穿防水层' },
  ...{ assessedBy: '李强', approvedBy: '陈主任' },
};

const LOST: Deduction = {
  ...{ amountFen: undefined, ground: undefined, reason: undefined, assessedBy: undefined },
  approvedBy: '陈主任',
};

const harm = (ctx: TestCtx, change: Partial<Deduction> = {}) =>
  deduct(ctx, NO, { ...HARM, ...change });

const later = async (given = {}) => when(await depositedWorks(given), '11-24 10:00');

const lastLine = ({ ledger }: TestCtx, action: string) =>
  JSON.parse(
    String(
      ledger.db
        .prepare('SELECT changes FROM journal WHERE action = ? ORDER BY seq DESC LIMIT 1')
        .pluck()
        .get(action),
    ),
  );

describe('a deduction (rule 110)', () => {
  it.each<[string, number, number, number, number]>([
    ["within the team's", 300_00, 1700_00, 2000_00, 0],
    ["all the team's", 2000_00, 0, 2000_00, 0],
    ["one fen of the household's", 2000_01, 0, 1999_99, 0],
    ['all of both', 4000_00, 0, 0, 0],
    ['more than both', 4500_00, 0, 0, 500_00],
  ])('%s', async (_, amountFen, teamFen, householdFen, claimFen) => {
    const ctx = await later();
    const it = harm(ctx, { amountFen });
    expect(heldOf(ctx)).toEqual([
      ['household', householdFen],
      ['team', teamFen],
    ]);
    expect(it).toMatchObject({ state: 'permitted', claimFen, claimOutstandingFen: claimFen });
    expect(violated(ctx)).toEqual([]);
  });

  it('keeps ground, reason, assessor and approver at each deposit, and moves no money', async () => {
    const ctx = await later();
    const lines = journalOf(ctx, {}).lines.length;
    harm(ctx, { amountFen: 2500_00, ground: 'penalty' });
    for (const { moves } of depositsFor(ctx, [NO])) {
      expect(moves.at(-1)).toMatchObject({
        ...{ kind: 'deduct', method: null, ground: 'penalty', reason: '凿穿防水层' },
        ...{ assessedBy: '李强', approvedBy: '陈主任' },
      });
    }
    expect(journalOf(ctx, {}).lines).toHaveLength(lines);
  });

  it('is told of each party, and what is claimed with its charge', async () => {
    const ctx = await later();
    const { charges } = harm(ctx, { amountFen: 4500_00 });
    const why = {
      ...{ ground: 'compensation', reason: '凿穿防水层' },
      ...{ assessedBy: '李强', approvedBy: '陈主任' },
    };
    expect(told(ctx)).toEqual([
      ['deducted', { party: 'team', amountFen: 2000_00, ...why }],
      ['deducted', { party: 'household', amountFen: 2000_00, ...why }],
      ['claimed', { amountFen: 500_00, charge: charges[0]?.id, ...why }],
    ]);
    expect(lastLine(ctx, 'reno.deduct')).toMatchObject({
      ...{ amountFen: 4500_00, claimFen: 500_00, reason: '***' },
    });
  });

  it("claims in the household's account, and says how it is paid", async () => {
    const ctx = await later();
    harm(ctx, { amountFen: 4500_00 });
    const [charge] = listCharges(ctx.ledger, { subjects: [NO] });
    expect(charge).toMatchObject({
      ...{ tariff: 'compensation', amountFen: 500_00, outstandingFen: 500_00, state: 'open' },
    });
    expect(ctx.warnings.at(-1)?.zh).toContain(
      `wy fee pay --unit 3-2-1501 --amount 500.00 --for ${charge?.id}`,
    );
  });

  it('of a household that works itself is of its own deposit', async () => {
    const ctx = await later({ contractor: null, deposits: [['household', 2000_00]] });
    harm(ctx);
    expect(heldOf(ctx)).toEqual([['household', 1700_00]]);
  });

  it('once more takes what the first one left', async () => {
    const ctx = await later();
    harm(ctx, { amountFen: 1900_00 });
    const it = harm(ctx, { amountFen: 300_00, reason: '划伤电梯轿厢' });
    expect(it.deposits).toMatchObject([
      { party: 'household', deductedFen: 200_00, heldFen: 1800_00 },
      { party: 'team', deductedFen: 2000_00, heldFen: 0 },
    ]);
  });

  it.each<[string, Partial<Deduction>, string | undefined]>([
    ['as it should be', {}, undefined],
    ['nothing', { amountFen: 0 }, 'amount_zero'],
    ['without a reason', { reason: undefined }, 'missing_fields'],
    ['assessed by nobody', { assessedBy: undefined }, 'missing_fields'],
    ['assessed by the supervisor', { assessedBy: '王芳' }, 'missing_role'],
    ['assessed by nobody known', { assessedBy: '孙悟空' }, 'unknown_staff'],
    ['approved by the supervisor', { approvedBy: '王芳' }, 'missing_role'],
    ['approved by engineering', { approvedBy: '李强' }, 'missing_role'],
  ])('refused: %s', async (_, change, code) => {
    const ctx = await later();
    expect(codeOf(() => harm(ctx, change))).toBe(code);
    if (code)
      expect(heldOf(ctx)).toEqual([
        ['household', 2000_00],
        ['team', 2000_00],
      ]);
  });

  it.each<[string, string, Partial<Deduction>, string | undefined]>([
    ['the same reason on one day', '11-24 16:00', {}, 'deducted_already'],
    ['whatever the amount', '11-24 16:00', { amountFen: 1 }, 'deducted_already'],
    ['another reason', '11-24 16:00', { reason: '划伤电梯轿厢' }, undefined],
    ['another day', '11-25 00:00', {}, undefined],
  ])('twice, for %s', async (_, moment, change, code) => {
    const ctx = await later();
    harm(ctx);
    expect(codeOf(() => harm(when(ctx, moment), change))).toBe(code);
  });

  it('is refused as well where nothing is held and all would be claimed', async () => {
    const ctx = await later({ deposits: [] });
    expect(codeOf(() => harm(ctx, { approvedBy: '王芳' }))).toBe('missing_role');
    harm(ctx);
    expect(told(ctx).map(([kind]) => kind)).toEqual(['claimed']);
  });

  it('warns once where the director assessed it, too', async () => {
    const ctx = await later();
    ctx.ledger.db.exec(
      `UPDATE staff SET roles = '["director","engineering"]' WHERE name = '陈主任'`,
    );
    harm(ctx, { amountFen: 2500_00, assessedBy: '陈主任' });
    expect(ctx.warnings.filter(({ zh }) => zh.includes('同一人'))).toHaveLength(1);
  });

  it.each(['approved', 'settled', 'closed', 'cancelled'] as const)('not when %s', async (state) => {
    const ctx = await later();
    store.update(ctx.ledger, NO, { state });
    expect(codeOf(() => harm(ctx))).toBeDefined();
    expect(heldOf(ctx)).toEqual([
      ['household', 2000_00],
      ['team', 2000_00],
    ]);
  });
});

describe('a claim that cannot be charged', () => {
  const inactive = policyText('zh', { siteName: '蓝天新苑', operators: {} }).replace(
    /(\n +compensation: .*)\}\n/,
    '$1, active: no}\n',
  );

  it.each<[string, () => Promise<TestCtx>, string]>([
    [
      'nobody is known to own the unit',
      async () => {
        const ctx = await later();
        ctx.ledger.db.exec('DELETE FROM residents');
        return ctx;
      },
      'no_owner',
    ],
    ["the unit is the developer's", () => later({ owned: false }), 'not_of_developer'],
    [
      'the tariff is not charged',
      async () => later({ policy: await policyOf(inactive) }),
      'tariff_inactive',
    ],
  ])('refuses the whole deduction and says what to do: %s', async (_, given, code) => {
    const ctx = await given();
    const before = count(ctx, 'journal');
    const refusal = (() => {
      try {
        harm(ctx, { amountFen: 4500_00 });
      } catch (error) {
        return error as { code: string; words: { zh: string }; hint?: { zh: string } };
      }
      return undefined;
    })();
    expect(refusal).toMatchObject({ code });
    expect(refusal?.words.zh).toContain('还差 500.00 元');
    expect(refusal?.hint?.zh).toContain('wy ');
    expect(heldOf(ctx)).toEqual([
      ['household', 2000_00],
      ['team', 2000_00],
    ]);
    expect(count(ctx, 'journal')).toBe(before);
    // What the deposits cover asks for no claim.
    harm(ctx, { amountFen: 4000_00 });
    expect(violated(ctx)).toEqual([]);
  });
});

describe('lost permits (rule 104)', () => {
  const withLost = async (lost: string[], given = {}) => {
    const ctx = await later(given);
    takeBackPermits(ctx, NO, { returned: undefined, lost, cleared: false });
    return ctx;
  };

  it("are compensated for out of the team's deposit, each once", async () => {
    const ctx = await withLost(['1', '2']);
    const it = deduct(ctx, NO, LOST);
    expect(heldOf(ctx)).toEqual([
      ['household', 2000_00],
      ['team', 1900_00],
    ]);
    expect(it.permits.map(({ lostFen }) => lostFen)).toEqual([null, 50_00, 50_00]);
    expect(it.permitsOwedFen).toBe(it.dues.find((due) => due.occasion === 'pass')?.owedFen);
    expect(told(ctx).at(-1)).toEqual([
      'deducted',
      {
        ...{ party: 'team', amountFen: 100_00, ground: 'compensation', reason: '遗失证件' },
        approvedBy: '陈主任',
      },
    ]);
    expect(codeOf(() => deduct(ctx, NO, LOST))).toBe('nothing_lost');
    expect(violated(ctx)).toEqual([]);
  });

  it('lost after that are compensated for by themselves', async () => {
    const ctx = await withLost(['1']);
    deduct(ctx, NO, LOST);
    takeBackPermits(ctx, NO, { returned: undefined, lost: ['2'], cleared: false });
    deduct(ctx, NO, LOST);
    expect(heldOf(ctx)).toEqual([
      ['household', 2000_00],
      ['team', 1900_00],
    ]);
  });

  it.each<[string, string[], Partial<Deduction>, string | undefined]>([
    ['nothing is lost', [], {}, 'nothing_lost'],
    ['as a penalty', ['1'], { ground: 'penalty' }, 'lost_is_compensation'],
    ['as compensation', ['1'], { ground: 'compensation' }, undefined],
    ['approved by the supervisor', ['1'], { approvedBy: '王芳' }, 'missing_role'],
    ['with an assessor', ['1'], { assessedBy: '李强' }, undefined],
  ])('%s', async (_, lost, change, code) => {
    const ctx = lost.length > 0 ? await withLost(lost) : await later();
    expect(codeOf(() => deduct(ctx, NO, { ...LOST, ...change }))).toBe(code);
  });

  it('are refused where the policy does not price them', async () => {
    const text = policyText('zh', { siteName: '蓝天新苑', operators: {} });
    const policy = await policyOf(text.replace(/(\n +lost-permit: .*)\}\n/, '$1, active: no}\n'));
    const ctx = await withLost(['1'], { policy });
    expect(codeOf(() => deduct(ctx, NO, LOST))).toBe('amount_not_set');
  });

  it('after the acceptance, too', async () => {
    const ctx = await acceptedWorks();
    expect(codeOf(() => deduct(ctx, NO, LOST))).toBe('nothing_lost');
    expect(harm(ctx).state).toBe('accepted');
  });
});

describe('the question before it', () => {
  it('says of whom how much is kept back, and what is claimed', async () => {
    const ctx = await later();
    const { zh } = askToDeduct(ctx, NO, { ...HARM, amountFen: 4500_00 });
    expect(zh.split('\n')).toEqual([
      `${NO}  3-2-1501`,
      '赔偿 4500.00（凿穿防水层）',
      '  扣施工队的 Y261123-002  2000.00',
      '  扣住户的 Y261123-001  2000.00',
      '  向住户追偿 500.00',
      '核对无误，扣除？',
    ]);
  });

  it('is not asked of what is refused', async () => {
    const ctx = await later();
    expect(codeOf(() => askToDeduct(ctx, NO, { ...HARM, approvedBy: '王芳' }))).toBe(
      'missing_role',
    );
    store.update(ctx.ledger, NO, { state: 'settled' });
    expect(codeOf(() => askToDeduct(ctx, NO, HARM))).toBe('renovation_settled');
  });
});
