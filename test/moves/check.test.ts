import { beforeEach, describe, expect, it } from 'vitest';
import { checkArchive } from '../../src/moves/check.ts';
import { addUnit } from '../../src/registry/units.ts';
import type { TestCtx } from '../support/ledger.ts';
import { completed, live, makeDesk, moveIn, moveOut, transfer, UNIT } from './desk.ts';

let morning: TestCtx;

beforeEach(async () => {
  morning = await makeDesk();
});

const check = (building?: string) => checkArchive(morning, building);

const add = (code: string, handoverOn: string | null) =>
  addUnit(morning, { code, areaThousandths: 50_000, use: 'residential', handoverOn });

describe('how complete the registry is (rule 157)', () => {
  it('a rate of nothing is no rate', () => {
    expect(check()).toMatchObject({
      rate: { numerator: 0, denominator: 0, percent: null },
      leftOut: 1,
      lacking: [],
    });
  });

  it('names who lacks what', () => {
    completed(morning, moveIn(morning).no);
    add('3-2-1502', '2026-11-22');
    add('3-2-1503', '2026-11-23');
    expect(check()).toMatchObject({
      rate: { numerator: 1, denominator: 2, percent: '50.0' },
      leftOut: 1,
      lacking: [{ unit: '3-2-1502', lacks: ['owner'], file: null }],
    });
  });

  it('a unit that is lived in counts, though nobody knows when it was handed over', () => {
    const { id } = live(morning, '张伟', 'owner');
    expect(check()).toMatchObject({
      rate: { numerator: 0, denominator: 1 },
      lacking: [{ unit: UNIT, lacks: ['phone'], next: `wy resident edit ${id} --phone …` }],
    });
  });

  it('an owner who lived there until yesterday is none', () => {
    add('3-2-1502', '2020-01-01');
    live(morning, '张伟', 'owner', { phone: '13800000002' });
    completed(morning, moveIn(morning).no);
    morning.ledger.db.prepare("UPDATE residents SET until_on = '2026-11-21'").run();
    expect(check().lacking.map(({ unit }) => unit)).toEqual([UNIT, '3-2-1502']);
  });

  it('an open file that lacks something counts, a move-out does not', () => {
    completed(morning, moveIn(morning).no);
    moveOut(morning);
    expect(check().lacking).toEqual([]);
    const { no } = transfer(morning);
    const next = `wy resident file ${no}`;
    expect(check().lacking).toEqual([{ unit: UNIT, lacks: ['file'], file: no, next }]);
    completed(morning, no);
    expect(check().lacking).toEqual([]);
  });

  it('of one building', () => {
    add('4-101', '2020-01-01');
    expect(check('4').rate).toEqual({ numerator: 0, denominator: 1, percent: '0.0' });
    expect(check('3').rate.denominator).toBe(0);
    expect(() => check('9')).toThrow('unknown_building');
  });
});
