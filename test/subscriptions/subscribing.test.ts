import { beforeEach, describe, expect, it } from 'vitest';
import { requireUnit } from '../../src/registry/units.ts';
import {
  listSubscriptions,
  type NewSubscription,
  subscribe,
  unsubscribe,
} from '../../src/subscriptions/subscribing.ts';
import { subscriptionsOf } from '../../src/subscriptions/subscriptions.ts';
import { feeDesk, HOME, owe, policyWith } from '../fees/desk.ts';
import { codeOf, violated } from '../support/checks.ts';
import type { TestCtx } from '../support/ledger.ts';
import { addHome } from '../visits/desk.ts';

let ctx: TestCtx;
beforeEach(async () => {
  ctx = await feeDesk();
});

const agreed: NewSubscription = {
  unit: HOME,
  tariff: 'parking',
  fromOn: '2026-12-01',
  untilOn: undefined,
  quantityThousandths: undefined,
  rateTenthousandths: undefined,
  party: undefined,
  note: undefined,
};
const agree = (change: Partial<NewSubscription> = {}) => subscribe(ctx, { ...agreed, ...change });

describe('a subscription', () => {
  it('is of no quantity said, at the rate of the tariff, without an end', () => {
    expect(agree()).toMatchObject({
      no: 'A261122-001',
      unit: HOME,
      tariff: 'parking',
      untilOn: null,
      quantityThousandths: null,
      rateTenthousandths: null,
      party: null,
      deadlines: [],
    });
    expect(violated(ctx)).toEqual([]);
  });

  it('of another quantity, rate and party', () => {
    const made = agree({ tariff: '租金', quantityThousandths: 2_500, party: '蓝天广告公司' });
    expect(made).toMatchObject({ tariff: 'lease', quantityThousandths: 2_500 });
    expect(made.party).toBe('蓝天广告公司');
  });

  it.each([
    ['nobody knows', { tariff: 'party' }, 'unknown_tariff'],
    ['everybody owes', { tariff: 'energy' }, 'owed_anyway'],
    ['is charged once', { tariff: 'service' }, 'one_off'],
    ['ends before it begins', { untilOn: '2026-11-30' }, 'period_reversed'],
    ['is of none', { quantityThousandths: 0 }, 'quantity_zero'],
    [
      'lowers fees, with a quantity',
      { tariff: 'trust', quantityThousandths: 1 },
      'not_of_agreements',
    ],
    ['lowers fees, with a rate', { tariff: '空置', rateTenthousandths: 1 }, 'not_of_agreements'],
    ['lowers fees, with a lessee', { tariff: 'vacant', party: '张伟' }, 'not_of_agreements'],
    ['is of an unknown unit', { unit: '9-9-901' }, 'unknown_unit'],
  ])('is refused of what %s', (_, change, code) => {
    expect(codeOf(() => agree(change))).toBe(code);
    expect(listSubscriptions(ctx, {})).toEqual([]);
  });

  it('is refused for units of another use', async () => {
    const policy = await policyWith(
      'stall: {name: 摊位费, basis: fixed-month, rates: {2020-01-01: 1}, subscribed: yes, uses: [shop]}\n    ',
    );
    const other = await feeDesk({ policy });
    addHome(other, 'S-12', { use: 'shop' });
    expect(codeOf(() => subscribe(other, { ...agreed, tariff: 'stall' }))).toBe('wrong_use');
    expect(subscribe(other, { ...agreed, tariff: 'stall', unit: 'S-12' }).unit).toBe('S-12');
  });

  it('to what is not charged yet is told', () => {
    const policy = { ...ctx.policy };
    const { parking } = policy.fees.tariffs;
    if (!parking) throw new Error('no parking');
    const tariffs = { ...policy.fees.tariffs, parking: { ...parking, active: false } };
    subscribe({ ...ctx, policy: { ...policy, fees: { ...policy.fees, tariffs } } }, agreed);
    expect(ctx.warnings.map(({ en }) => en)).toEqual([expect.stringContaining('not active')]);
  });

  it('beside another one is told', () => {
    agree({ untilOn: '2026-12-31' });
    agree({ fromOn: '2027-01-01' });
    expect(ctx.warnings).toEqual([]);
    agree({ fromOn: '2026-12-31' });
    expect(ctx.warnings[0]?.zh).toContain('A261122-001、A261122-002');
  });
});

describe('a trust', () => {
  it.each(['trust', 'vacant'])('or vacancy (%s) is one at a time', (tariff) => {
    agree({ tariff, untilOn: '2026-12-31' });
    expect(codeOf(() => agree({ tariff, fromOn: '2026-12-31' }))).toBe('agreement_exists');
    expect(agree({ tariff, fromOn: '2027-01-01' }).no).toBe('A261122-002');
    expect(codeOf(() => unsubscribe(ctx, '1', '2027-01-01'))).toBe('agreement_exists');
    expect(violated(ctx)).toEqual([]);
  });

  it.each([
    ['a week from its first day', '2026-12-01', '2026-12-08T15:59:59Z', '2026-11-30T16:00:00Z'],
    [
      'a week from today, begun earlier',
      '2026-11-01',
      '2026-11-29T15:59:59Z',
      '2026-11-22T01:30:00Z',
    ],
  ])('is looked after within %s', (_, fromOn, dueAt, sinceAt) => {
    const { deadlines } = agree({ tariff: 'trust', fromOn });
    expect(deadlines).toMatchObject([{ kind: 'trust.patrol', role: 'security', dueAt, sinceAt }]);
  });

  it.each([
    ['over already', '2026-11-22'],
    ['too short for a first patrol', '2026-11-28'],
  ])('that is %s is not looked after', (_, untilOn) => {
    const { deadlines } = agree({ tariff: 'trust', fromOn: '2026-11-01', untilOn });
    expect(deadlines.filter(({ ending }) => ending === null)).toEqual([]);
  });

  it('that is over is not looked after; prolonged it is again', () => {
    agree({ tariff: 'trust', fromOn: '2026-11-01' });
    const open = (untilOn: string) =>
      unsubscribe(ctx, '1', untilOn).deadlines.filter(({ ending }) => ending === null).length;
    expect(open('2026-11-29')).toBe(1);
    expect(open('2026-11-28')).toBe(0);
    expect(open('2026-11-30')).toBe(1);
    expect(open('2026-11-22')).toBe(0);
    expect(open('2026-12-31')).toBe(1);
    expect(violated(ctx)).toEqual([]);
  });
});

describe('the end of a subscription', () => {
  it.each([
    ['on its first day', '2026-12-01', undefined],
    ['on the day before, as if it never held', '2026-11-30', undefined],
    ['earlier still', '2026-11-29', 'period_reversed'],
  ])('%s', (_, untilOn, code) => {
    agree();
    expect(codeOf(() => unsubscribe(ctx, '1', untilOn))).toBe(code);
    expect(violated(ctx)).toEqual([]);
  });

  it.each([
    ['made', null, '2026-12-31'],
    ['ended', '2027-06-30', '2026-12-01'],
    ['prolonged', '2026-11-30', '2026-12-01'],
  ])('tells of bills of other tariffs when a trust is %s', (_, before, after) => {
    const bill = { periodStart: '2026-12-01', periodEnd: '2026-12-31', monthParts: 377_580 };
    const charge = owe(ctx, 150_00, { ...bill, tariff: 'energy' });
    owe(ctx, 150_00, { ...bill, tariff: 'parking' });
    owe(ctx, 1, { ...bill, tariff: 'energy', monthParts: null, penaltyOf: charge });
    const trust = { tariff: 'trust', fromOn: '2026-11-01' };
    agree({ ...trust, untilOn: before ?? after });
    if (before !== null) {
      ctx.warnings.length = 0;
      unsubscribe(ctx, '1', after);
    }
    expect(ctx.warnings[0]?.zh).toContain(`wy fee reverse-charge ${charge} `);
  });

  it('tells of bills that reach beyond it', () => {
    agree();
    const { id } = subscriptionsOf(ctx.ledger, {})[0] ?? { id: 0 };
    const bill = { tariff: 'parking', subscriptionId: id, periodStart: '2026-12-01' };
    const charge = owe(ctx, 150_00, { ...bill, periodEnd: '2026-12-31' });
    unsubscribe(ctx, '1', '2026-12-31');
    expect(ctx.warnings).toEqual([]);
    unsubscribe(ctx, '1', '2026-12-30');
    expect(ctx.warnings[0]?.zh).toContain(`wy fee reverse-charge ${charge} `);
  });
});

describe('subscriptions', () => {
  beforeEach(() => {
    agree({ untilOn: '2026-12-31' });
    agree({ tariff: 'trust', fromOn: '2027-01-01' });
    agree({ tariff: 'lease', fromOn: '2026-12-10' });
    unsubscribe(ctx, '3', '2026-12-09');
  });

  it.each([
    ['all', {}, ['001', '003', '002']],
    ['of a tariff', { tariff: '车位费' }, ['001']],
    ['of an agreement', { tariff: 'trust' }, ['002']],
    ['on the last day of one', { on: '2026-12-31' }, ['001']],
    ['on the first day of another', { on: '2027-01-01' }, ['002']],
    ['on a day of one that never held', { on: '2026-12-10' }, ['001']],
    ['before all', { on: '2026-11-30' }, []],
    ['of a unit', { unit: HOME, on: '2030-01-01' }, ['002']],
  ])('are listed: %s', (_, query, serials) => {
    const found = listSubscriptions(ctx, query).map(({ no }) => no.slice(-3));
    expect(found).toEqual(serials);
  });

  it('tell who recorded them', () => {
    const [agreed] = listSubscriptions(ctx, { tariff: 'trust' });
    expect(agreed).toMatchObject({ agreedBy: '王芳', agreedAt: ctx.now });
  });

  it('in force in a time, not those that never held', () => {
    const unitId = requireUnit(ctx.ledger, HOME).id;
    const during = { unitId, from: '2026-12-01', until: '2026-12-31' };
    expect(subscriptionsOf(ctx.ledger, during).map(({ tariff }) => tariff)).toEqual(['parking']);
  });
});
