import { beforeEach, describe, expect, it } from 'vitest';
import { listCharges, requireCharge } from '../../src/fees/charges.ts';
import { chargeUnit, listCharged } from '../../src/fees/charging.ts';
import { debtorOn } from '../../src/fees/debtors.ts';
import { reverseCharges, waiveCharge } from '../../src/fees/lessening.ts';
import { requireUnit } from '../../src/registry/units.ts';
import { requireTariff } from '../../src/tariffs/tariffs.ts';
import { codeOf, violated } from '../support/checks.ts';
import { at, type TestCtx } from '../support/ledger.ts';
import { addHome } from '../visits/desk.ts';
import { feeDesk, HOME, owe, pay, policyWith } from './desk.ts';

let ctx: TestCtx;
beforeEach(async () => {
  ctx = await feeDesk();
});

const once = {
  unit: HOME,
  tariff: 'service',
  amountFen: undefined,
  quantityThousandths: undefined,
};
const charge = (change: object) => chargeUnit(ctx, { ...once, note: undefined, ...change });

describe('a charge once', () => {
  it.each([
    ['by the amount agreed', { amountFen: 80_00 }, ['80.00', 1_000, 800_000]],
    ['of one fen', { amountFen: 1 }, ['0.01', 1_000, 100]],
    [
      'of 999,999,999.99',
      { amountFen: 99_999_999_999 },
      ['999999999.99', 1_000, 9_999_999_999_900],
    ],
    ['by the rate', {}, ['1.00', 1_000, 10_000]],
    ['by the rate and how many', { quantityThousandths: 2_500 }, ['2.50', 2_500, 10_000]],
    ['of half a fen, rounded up', { quantityThousandths: 5 }, ['0.01', 5, 10_000]],
    ['by the Chinese name', { tariff: '服务费', amountFen: 100 }, ['1.00', 1_000, 10_000]],
  ])('%s', (_, change, [yuan, quantity, rate]) => {
    const made = charge(change);
    expect((made.amountFen / 100).toFixed(2)).toBe(yuan);
    expect([made.quantityThousandths, made.rateTenthousandths]).toEqual([quantity, rate]);
    expect(made).toMatchObject({ tariff: 'service', dueOn: '2026-11-30', debtorName: '张伟' });
    expect(violated(ctx)).toEqual([]);
  });

  it.each([
    ['neither amount nor quantity is said', {}, 1],
    ['an amount is said', { amountFen: 1_00 }, 0],
    ['a quantity is said', { quantityThousandths: 1_000 }, 0],
  ])('tells what it comes to where %s', (_, change, warnings) => {
    charge(change);
    expect(ctx.warnings).toHaveLength(warnings);
  });

  it.each([
    ['of nothing', { amountFen: 0 }, 'amount_zero'],
    ['of no quantity', { quantityThousandths: 0 }, 'amount_zero'],
    ['of less than half a fen', { quantityThousandths: 4 }, 'amount_zero'],
    ['by both', { amountFen: 1, quantityThousandths: 1 }, 'amount_and_quantity'],
    ['of what is billed by cycles', { tariff: 'energy' }, 'no_one_off'],
    ['of what nobody knows', { tariff: 'party' }, 'unknown_tariff'],
    ['too large', { quantityThousandths: 999_999_999_995_000 }, 'amount_too_large'],
  ])('is refused %s', (_, change, code) => {
    expect(codeOf(() => charge(change))).toBe(code);
    expect(listCharges(ctx.ledger, {})).toEqual([]);
  });

  it('is refused of what is not charged', async () => {
    const hall = 'hall: {name: 场地费, active: no, basis: one-off, rates: {2020-01-01: 9.00}}';
    ctx = await feeDesk({ policy: await policyWith(`${hall}\n    `) });
    expect(codeOf(() => charge({ tariff: 'hall' }))).toBe('tariff_inactive');
    expect(listCharges(ctx.ledger, {})).toEqual([]);
  });

  it('is refused where it was handed over and nobody owns it', () => {
    addHome(ctx, '3-2-1601', { people: [] });
    expect(codeOf(() => charge({ unit: '3-2-1601', amountFen: 1 }))).toBe('no_owner');
  });
});

describe('what the developer owes none of', () => {
  const OWNERS_ONLY =
    'lift: {name: 电梯费, basis: one-off, rates: {2020-01-01: 1.00}, developer: no}\n    ';

  beforeEach(async () => {
    ctx = await feeDesk({ policy: await policyWith(OWNERS_ONLY) });
  });

  it.each([
    ['on the day before the hand-over', '2026-11-23', 'not_of_developer'],
    ['on the day of the hand-over', '2026-11-22', undefined],
    ['handed over nobody knows when', null, undefined],
  ])('is charged to the owner alone: %s', (_, handoverOn, code) => {
    addHome(ctx, '3-2-1601', { handoverOn });
    expect(codeOf(() => charge({ unit: '3-2-1601', tariff: 'lift', amountFen: 1 }))).toBe(code);
    expect(listCharges(ctx.ledger, {})).toHaveLength(code ? 0 : 1);
  });

  it('is refused of a unit that nobody took over', () => {
    addHome(ctx, '3-2-1601', { handoverOn: null, people: [] });
    const ofNobody = { unit: '3-2-1601', amountFen: 1 };
    expect(codeOf(() => charge({ ...ofNobody, tariff: 'lift' }))).toBe('not_of_developer');
    expect(charge({ ...ofNobody, tariff: 'service' }).debtor).toBe('developer');
  });
});

describe('who owes on a day', () => {
  const on = (code: string, day: string) =>
    debtorOn(ctx.ledger, requireUnit(ctx.ledger, code), day)?.debtor;

  it.each([
    ['the developer on the day before the hand-over', '2026-06-29', 'developer'],
    ['the owner from its day on', '2026-06-30', 'owner'],
    ['the owner on their last day', '2026-12-31', 'owner'],
    ['nobody known on the day after', '2027-01-01', undefined],
  ])('%s', (_, day, debtor) => {
    const people = [['owner', '赵敏', null, '2026-01-01', '2026-12-31']] as const;
    addHome(ctx, '3-2-1601', { handoverOn: '2026-06-30', people });
    expect(on('3-2-1601', day)).toBe(debtor);
  });

  it.each([
    ['the owner there is', [['owner', '赵敏', null, '2026-01-01']], 'owner'],
    ['the developer before one came', [['owner', '赵敏', null, '2026-12-01']], 'developer'],
    ['the developer, of tenants alone', [['tenant', '赵敏']], 'developer'],
  ] as const)('of a unit of which no hand-over is known: %s', (_, people, debtor) => {
    addHome(ctx, '3-2-1601', { handoverOn: null, people });
    expect(on('3-2-1601', '2026-11-22')).toBe(debtor);
  });

  it('is of several owners the one registered first', () => {
    const people = [
      ['owner', '赵敏', null, '2026-01-01'],
      ['owner', '钱坤', null, '2025-01-01'],
    ] as const;
    addHome(ctx, '3-2-1601', { people });
    const unit = requireUnit(ctx.ledger, '3-2-1601');
    expect(debtorOn(ctx.ledger, unit, '2026-11-22')).toEqual({ debtor: 'owner', debtorId: 2 });
  });
});

describe('charges', () => {
  it('are listed as of any moment', () => {
    const before = at(ctx, '2026-11-20T01:00:00Z');
    const id = owe(before, 100_00);
    pay(ctx, id, 40_00);
    const seen = (asOf?: string) =>
      listCharges(ctx.ledger, { asOf }).map(({ state, outstandingFen }) => [state, outstandingFen]);
    expect(seen('2026-11-20T00:59:59Z')).toEqual([]);
    expect(seen('2026-11-20T01:00:00Z')).toEqual([['open', 100_00]]);
    expect(seen('2026-11-22T01:29:59Z')).toEqual([['open', 100_00]]);
    expect(seen('2026-11-22T01:30:00Z')).toEqual([['part', 60_00]]);
    expect(seen()).toEqual([['part', 60_00]]);
  });

  it('come the oldest due first, by any filter', () => {
    const late = owe(ctx, 1, { dueOn: '2026-12-25', cycleOn: '2026-12-01' });
    const early = owe(ctx, 2, { dueOn: '2026-10-25', cycleOn: '2026-10-01', subject: HOME });
    const paid = owe(ctx, 3, { tariff: 'repair', cycleOn: '2026-11-01' });
    pay(ctx, paid, 3);
    const unitId = requireUnit(ctx.ledger, HOME).id;
    const ids = (query: object) => listCharges(ctx.ledger, query).map(({ id }) => id);
    expect(ids({})).toEqual([early, paid, late]);
    expect(ids({ state: 'outstanding' })).toEqual([early, late]);
    expect(ids({ unitId, tariff: 'repair' })).toEqual([paid]);
    expect(ids({ unitId: 999 })).toEqual([]);
    expect(ids({ subjects: [HOME] })).toEqual([early]);
    expect(ids({ ids: [late, paid] })).toEqual([paid, late]);
    expect(ids({ from: '2026-10-02', until: '2026-11-30' })).toEqual([paid]);
    expect(ids({ from: '2026-10-01', until: '2026-12-01' })).toEqual([early, paid, late]);
    const states = (state: 'paid' | 'open' | 'outstanding') =>
      listCharged(ctx, { state, unit: HOME }).map(({ id }) => id);
    expect([states('paid'), states('open'), states('outstanding')]).toEqual([
      [paid],
      [early, late],
      [early, late],
    ]);
  });

  it.each([
    ['#1', undefined],
    [' １ ', undefined],
    ['2', 'unknown_charge'],
    ['R1', 'bad_charge'],
    ['1.5', 'bad_charge'],
    ['', 'bad_charge'],
    ['99999999999999999999', 'bad_charge'],
  ])('are found by %o', (typed, code) => {
    owe(ctx, 1);
    expect(codeOf(() => requireCharge(ctx.ledger, typed))).toBe(code);
  });
});

describe('a waiver', () => {
  const waive = (id: number, amountFen: number, approvedBy = '王芳') =>
    waiveCharge(ctx, { charge: String(id), amountFen, reason: '停用', approvedBy });

  it.each([
    ['the supervisor up to the limit', 200_00, '王芳', undefined],
    ['not the supervisor a fen above it', 200_01, '王芳', 'missing_role'],
    ['the director above it', 200_01, '陈主任', undefined],
    ['the director below it', 1, '陈主任', undefined],
    ['nobody else', 1, '李强', 'missing_role'],
    ['nobody unknown', 1, '无名', 'unknown_staff'],
  ])('is approved by %s', (_, amountFen, by, code) => {
    const id = owe(ctx, 500_00);
    expect(codeOf(() => waive(id, amountFen, by))).toBe(code);
    const { waivedFen, outstandingFen } = requireCharge(ctx.ledger, String(id));
    const expected = code ? 0 : amountFen;
    expect([waivedFen, outstandingFen]).toEqual([expected, 500_00 - expected]);
    expect(violated(ctx)).toEqual([]);
  });

  it('counts with the one before it', () => {
    const id = owe(ctx, 500_00);
    waive(id, 150_00);
    expect(codeOf(() => waive(id, 50_01))).toBe('missing_role');
    expect(waive(id, 50_00).waivedFen).toBe(200_00);
  });

  it('of more than is owed is refused, one that settles it taken', () => {
    const id = owe(ctx, 100_00);
    pay(ctx, id, 40_00);
    expect(codeOf(() => waive(id, 60_01))).toBe('waiver_amount');
    expect(waive(id, 60_00).state).toBe('paid');
  });

  it('tells whoever approves what they record themselves', () => {
    const id = owe(ctx, 100_00);
    waive(id, 1, '陈主任');
    expect(ctx.warnings).toEqual([]);
    waive(id, 1, '王芳');
    expect(ctx.warnings).toHaveLength(1);
  });

  it('stands no earlier than what was settled before', () => {
    const id = owe(ctx, 100_00);
    pay(ctx, id, 1);
    waiveCharge(at(ctx, '2026-11-20T01:00:00Z'), {
      ...{ charge: String(id), amountFen: 1, reason: '停用', approvedBy: '陈主任' },
    });
    expect(requireCharge(ctx.ledger, String(id)).lastSettledAt).toBe(ctx.now);
    expect(violated(ctx)).toEqual([]);
  });
});

describe('a reversal', () => {
  const reverse = (...ids: number[]) => reverseCharges(ctx, ids.map(String), '面积有误');

  it('leaves nothing owed', () => {
    const id = owe(ctx, 100_00);
    expect(reverse(id)).toMatchObject([{ id, state: 'reversed', outstandingFen: 0 }]);
    expect(codeOf(() => reverse(id))).toBe('charge_reversed');
    expect(violated(ctx)).toEqual([]);
  });

  it.each([
    ['a part', 30_00],
    ['all', 100_00],
  ])('takes a waiver of %s with it', (_, waivedFen) => {
    const id = owe(ctx, 100_00);
    waiveCharge(ctx, {
      charge: `${id}`,
      amountFen: waivedFen,
      reason: '停用',
      approvedBy: '陈主任',
    });
    expect(reverse(id)).toMatchObject([{ waivedFen: 0, reversedFen: 100_00, state: 'reversed' }]);
    expect(ctx.warnings).toHaveLength(1);
    expect(violated(ctx)).toEqual([]);
  });

  it('of one that is paid is refused, and of the others with it', () => {
    const [open, paid] = [owe(ctx, 1_00), owe(ctx, 100_00)];
    const no = pay(ctx, paid, 1);
    expect(codeOf(() => reverse(open, paid))).toBe('charge_paid');
    expect(() => reverse(paid)).toThrow(no);
    expect(listCharges(ctx.ledger, { state: 'outstanding' })).toHaveLength(2);
  });

  it('takes the penalty with it, and only with it', () => {
    const id = owe(ctx, 100_00);
    const penalty = owe(ctx, 3, { penaltyOf: id });
    expect(codeOf(() => reverse(id))).toBe('penalty_stands');
    expect(reverse(id, penalty).map(({ state }) => state)).toEqual(['reversed', 'reversed']);
    expect(violated(ctx)).toEqual([]);
  });

  it('of a charge typed twice is one', () => {
    const id = owe(ctx, 100_00);
    expect(reverse(id, id)).toHaveLength(1);
  });
});

describe('the journal', () => {
  const changes = () =>
    (
      ctx.ledger.prepare('SELECT changes FROM journal ORDER BY seq DESC LIMIT 1').get() as {
        changes: string;
      }
    ).changes;

  it('says of a waiver and a reversal that there was a reason, and not which', () => {
    const id = owe(ctx, 100_00);
    const made = { charge: `${id}`, amountFen: 1, reason: '停用', approvedBy: '陈主任' };
    waiveCharge(ctx, made);
    expect(JSON.parse(changes())).toMatchObject({ charge: id, amountFen: 1, reason: '***' });
    reverseCharges(ctx, [`${id}`], '面积有误');
    expect(JSON.parse(changes())).toMatchObject({ charges: [id], reason: '***' });
  });
});

describe('a tariff', () => {
  it.each([
    ['parking', 'parking'],
    [' PARKING ', 'parking'],
    ['车位费', 'parking'],
    ['Common energy', 'energy'],
  ])('is known as %o', (typed, key) => {
    expect(requireTariff(ctx, typed).key).toBe(key);
  });

  it.each(['trust', '', 'toString'])('is not known as %o', (typed) => {
    expect(codeOf(() => requireTariff(ctx, typed))).toBe('unknown_tariff');
  });

  it('that the policy has no more is found by what was charged, nothing else is', () => {
    const id = owe(ctx, 100, { tariff: 'gym' });
    expect(listCharged(ctx, { tariff: 'GYM' })).toMatchObject([{ id, tariffName: { zh: 'gym' } }]);
    expect(codeOf(() => listCharged(ctx, { tariff: 'pool' }))).toBe('unknown_tariff');
    expect(codeOf(() => requireTariff(ctx, 'gym'))).toBe('unknown_tariff');
  });
});
