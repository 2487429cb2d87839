import { expect, it } from 'vitest';
import type { Policy } from '../../src/policy/policy.ts';
import type { Item } from '../../src/renovations/due-rules.ts';
import { pricesFor } from '../../src/renovations/pricing.ts';
import { defaultPolicy, policyOf } from '../support/ledger.ts';

const told = ({ party, kind, key, amountFen }: Item) => [party, kind, key, amountFen];

const pricesOf = (policy: Policy, contractor: string | null, day = '2026-11-23') => {
  const { once, pass, lost } = pricesFor(policy, { contractor }, day);
  return { once: once.map(told), pass: pass.map(told), lost: told(lost) };
};

it('asks household and team for their own, as shipped', async () => {
  expect(pricesOf(await defaultPolicy(), '宏达装饰')).toEqual({
    once: [
      ['household', 'deposit', 'renovation', 2000_00],
      ['household', 'charge', 'rubbish', 300_00],
      ['team', 'deposit', 'team', 2000_00],
    ],
    pass: [['team', 'charge', 'pass-cost', 5_00]],
    lost: ['team', 'charge', 'lost-permit', 50_00],
  });
});

it('asks nothing of a team where the household does the works itself', async () => {
  expect(pricesOf(await defaultPolicy(), null)).toEqual({
    once: [
      ['household', 'deposit', 'renovation', 2000_00],
      ['household', 'charge', 'rubbish', 300_00],
    ],
    pass: [['household', 'charge', 'pass-cost', 5_00]],
    lost: ['household', 'charge', 'lost-permit', 50_00],
  });
});

const RUBBISH = (more: string) =>
  `fees:\n  tariffs:\n    rubbish: {name: 装修垃圾清运费, basis: one-off, dueDay: 31, ${more}}\n`;

it.each([
  ['the day before it rises', '2026-12-31', 300_00],
  ['the day it rises', '2027-01-01', 350_50],
])('a charge costs what its tariff says on the day: %s', async (_, day, amountFen) => {
  const policy = await policyOf(RUBBISH('rates: {2020-01-01: 300.00, 2027-01-01: 350.50}'));
  expect(pricesOf(policy, null, day).once[1]).toEqual([
    'household',
    'charge',
    'rubbish',
    amountFen,
  ]);
});

it.each([
  ['switched off', RUBBISH('active: no'), 'rubbish.active'],
  [
    'without a rate yet',
    `fees:\n  tariffs:\n    later: {name: 垃圾费, basis: one-off, dueDay: 31, rates: {2027-01-01: 9}}
renovations:\n  fees:\n    household: [renovation, later]\n`,
    'later',
  ],
])('a tariff sets no amount: %s', async (_, text, key) => {
  const { once } = pricesFor(await policyOf(text), { contractor: null }, '2026-11-23');
  expect(once[1]).toMatchObject({ amountFen: null, path: `fees.tariffs.${key}` });
});

it('a deposit without an amount says where the policy would set it', async () => {
  const policy = await policyOf('deposits:\n  renovation: {amount: ""}\n');
  const { once } = pricesFor(policy, { contractor: null }, '2026-11-23');
  expect(once[0]).toMatchObject({ amountFen: null, path: 'deposits.renovation.amount' });
});

it('takes deposits for passes where the policy says so', async () => {
  const policy = await policyOf('renovations:\n  fees:\n    pass: [pass-cost, permit]\n');
  expect(pricesOf(policy, '宏达装饰').pass).toEqual([
    ['team', 'charge', 'pass-cost', 5_00],
    ['team', 'deposit', 'permit', 10_00],
  ]);
});
