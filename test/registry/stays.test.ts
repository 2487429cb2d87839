import { beforeEach, describe, expect, it } from 'vitest';
import { loadPinyin } from '../../src/lib/pinyin.ts';
import type { Unit } from '../../src/registry/model.ts';
import { addResident, listResidents } from '../../src/registry/residents.ts';
import type { Person } from '../../src/registry/rules.ts';
import { beginStay, endStay, staysIn, takePerson } from '../../src/registry/stays.ts';
import { addUnit, handOver, requireUnit } from '../../src/registry/units.ts';
import { makeCtx, type TestCtx } from '../support/ledger.ts';

const readName = await loadPinyin();

let ctx: TestCtx;
let unit: Unit;

beforeEach(async () => {
  ctx = await makeCtx();
  unit = addUnit(ctx, {
    code: '3-2-1501',
    areaThousandths: 89_530,
    use: 'residential',
    handoverOn: null,
  });
});

const nobody: Person = { name: '张伟', phone: null, identity: null };
const ID = '11010519491231002X';

const live = (it: Partial<Person> = {}) =>
  addResident(
    ctx,
    { ...nobody, ...it, unit: unit.code, role: 'owner', fromOn: '2026-01-01', untilOn: null },
    readName,
  );

const take = (it: Partial<Person> = {}) =>
  ctx.ledger.write(() =>
    takePerson(
      ctx.ledger,
      { ...nobody, ...it },
      listResidents(ctx.ledger, { unit: unit.code }),
      readName,
    ),
  );

describe('the person typed', () => {
  it('is known by the name among those of the unit', () => {
    const { personId } = live();
    expect(take()).toEqual({ personId, changes: {} });
  });

  it('brings a newer phone and a number, which the journal only names', () => {
    const { personId } = live({ phone: '13800000001' });
    const changes = { phone: '***', identity: '***' };
    expect(take({ phone: '13800000002', identity: ID })).toEqual({ personId, changes });
    expect(take({ phone: '13800000002', identity: ID })).toEqual({ personId, changes: {} });
  });

  it('of two by one name is the one with the phone', () => {
    live({ phone: '13800000001', identity: ID });
    const second = live({ phone: '13800000002', identity: '110105194912310011' });
    expect(take({ phone: '13800000002' }).personId).toBe(second.personId);
  });

  it('is somebody new where the number differs, or the name', () => {
    const { personId } = live({ identity: ID });
    expect(take({ identity: '110105194912310011' }).personId).not.toBe(personId);
    expect(take({ name: '张炜' })).toMatchObject({ changes: { name: '***' } });
  });

  it('cannot have the number of another name', () => {
    live({ identity: ID });
    expect(() => take({ name: '李梅', identity: ID })).toThrow('identity_taken');
  });
});

describe('a stay', () => {
  it('begins with a day and ends with one', () => {
    const { personId } = take();
    const { id } = beginStay(ctx, { personId, unit, role: 'owner', fromOn: '2026-11-22' });
    expect(endStay(ctx, id, '2026-11-22').untilOn).toBe('2026-11-22');
    expect(staysIn(ctx.ledger, personId, unit.code)).toHaveLength(1);
  });

  it('is refused twice at one time, and an end before its beginning', () => {
    const { personId, id } = live();
    const made = { personId, unit, role: 'owner', fromOn: '2026-11-22' } as const;
    expect(() => beginStay(ctx, made)).toThrow('resident_exists');
    expect(() => endStay(ctx, id, '2025-12-31')).toThrow('period_reversed');
    endStay(ctx, id, '2026-11-21');
    expect(beginStay(ctx, made).fromOn).toBe('2026-11-22');
  });
});

it('the first day of handover stays', () => {
  expect(handOver(ctx, unit.code, '2026-11-22')).toBe(true);
  expect(handOver(ctx, unit.code, '2026-11-23')).toBe(false);
  expect(requireUnit(ctx.ledger, unit.code).handoverOn).toBe('2026-11-22');
});
