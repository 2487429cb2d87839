import { beforeEach, describe, expect, it } from 'vitest';
import { ownersOf, ownersOn, peopleOf } from '../../src/registry/owners.ts';
import { makeCtx, type TestCtx } from '../support/ledger.ts';
import { addHome } from '../visits/desk.ts';

let ctx: TestCtx;
beforeEach(async () => {
  ctx = await makeCtx();
  addHome(ctx, '3-2-1601', {
    people: [
      ['owner', '赵敏', null, '2026-01-01', '2026-12-31'],
      ['tenant', '孙立', null, '2026-01-01'],
      ['owner', '钱坤', null, '2025-01-01', '2026-06-30'],
    ],
  });
  addHome(ctx, '3-2-1602', { people: [['owner', '李莉']] });
  addHome(ctx, '3-2-1603', { people: [] });
});

const names = (owners: readonly { name: string }[]) => owners.map(({ name }) => name);
const idOf = (code: string) =>
  (ctx.ledger.prepare('SELECT id FROM units WHERE code = ?').get(code) as { id: number }).id;

describe('owners', () => {
  it.each([
    ['on the day before the first', '2024-12-31', []],
    ['on the first day of one', '2025-01-01', ['钱坤']],
    ['the one registered first before the one there first', '2026-01-01', ['赵敏', '钱坤']],
    ['on the last day of one', '2026-06-30', ['赵敏', '钱坤']],
    ['on the day after it', '2026-07-01', ['赵敏']],
    ['on the day after the last', '2027-01-01', []],
  ])('of a unit on a day: %s', (_, day, expected) => {
    expect(names(ownersOn(ctx.ledger, idOf('3-2-1601'), day))).toEqual(expected);
  });

  it('of some units, or of all, at any time', () => {
    const [first, second, nobodys] = ['3-2-1601', '3-2-1602', '3-2-1603'].map(idOf) as [
      number,
      number,
      number,
    ];
    const some = ownersOf(ctx.ledger, [second, nobodys]);
    expect([first, second, nobodys].map((id) => names(some(id)))).toEqual([[], ['李莉'], []]);
    const all = ownersOf(ctx.ledger);
    expect(names(all(first))).toEqual(['赵敏', '钱坤']);
    expect(names(all(second))).toEqual(['李莉']);
  });

  it('and anybody else by their ids', () => {
    const [owner] = ownersOf(ctx.ledger)(idOf('3-2-1602'));
    const id = owner?.personId ?? 0;
    expect([...peopleOf(ctx.ledger, [id, 999])]).toEqual([[id, { id, name: '李莉', phone: null }]]);
  });
});
