import { beforeEach, describe, expect, it } from 'vitest';
import { householdsOn } from '../../src/registry/households.ts';
import type { TestCtx } from '../support/ledger.ts';
import { makeCtx } from '../support/ledger.ts';
import { addHome } from '../visits/desk.ts';

let ctx: TestCtx;

beforeEach(async () => {
  ctx = await makeCtx();
});

const codes = (only?: Parameters<typeof householdsOn>[2]) =>
  householdsOn(ctx.ledger, '2026-11-22', only).map(({ code }) => code);

describe('a household on 22 November', () => {
  it.each<[string, Parameters<typeof addHome>[2], boolean]>([
    ['a home with its owner', {}, true],
    ['a shop with its tenant', { use: 'shop', people: [['tenant', '李芳']] }, true],
    ['an office', { use: 'office' }, true],
    ['a home of which only the family is known', { people: [['family', '李芳']] }, true],
    ['a parking space', { use: 'parking' }, false],
    ['a storage room', { use: 'storage' }, false],
    ['an empty home', { people: [] }, false],
    ['handed over that day', { handoverOn: '2026-11-22' }, true],
    ['handed over the day after', { handoverOn: '2026-11-23' }, false],
    ['of unknown handover', { handoverOn: null }, true],
    ['moved in that day', { people: [['owner', '李芳', null, '2026-11-22']] }, true],
    ['moving in the day after', { people: [['owner', '李芳', null, '2026-11-23']] }, false],
    ['leaving that day', { people: [['owner', '李芳', null, null, '2026-11-22']] }, true],
    ['gone the day before', { people: [['owner', '李芳', null, null, '2026-11-21']] }, false],
  ])('%s', (_, home, isHousehold) => {
    addHome(ctx, '1-102', home);
    expect(codes()).toEqual(isHousehold ? ['1-102'] : []);
  });

  it('is counted once, however many live there', () => {
    addHome(ctx, '1-101', {
      people: [
        ['owner', '张伟'],
        ['tenant', '李芳'],
      ],
    });
    expect(codes()).toEqual(['1-101']);
  });
});

it('households come in the order of the estate, of a building or a unit', () => {
  for (const code of ['10-101', '2-101', '1-1201', '1-301']) addHome(ctx, code);
  expect(codes()).toEqual(['1-301', '1-1201', '2-101', '10-101']);
  expect(codes({ building: '1' })).toEqual(['1-301', '1-1201']);
  const [first] = householdsOn(ctx.ledger, '2026-11-22');
  expect(codes({ unitId: first?.id })).toEqual(['1-301']);
});
