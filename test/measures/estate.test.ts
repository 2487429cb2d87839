import { beforeAll, expect, it } from 'vitest';
import { addResident } from '../../src/registry/residents.ts';
import { addUnit } from '../../src/registry/units.ts';
import { makeCtx, type TestCtx } from '../support/ledger.ts';
import { expectExplained, parted, told, when } from './figures.ts';

let now: TestCtx;

/** Six units: three of flats, one of them let since November; a shop, a flat to come, a parking space. */
beforeAll(async () => {
  const ctx = await makeCtx();
  const unit = (code: string, handoverOn: string | null, more = {}) =>
    addUnit(ctx, {
      ...{ code, handoverOn, areaThousandths: 100_000, use: 'residential', ...more },
    });
  const lives = (code: string, role: 'owner' | 'tenant', fromOn: string, untilOn: string | null) =>
    addResident(
      ctx,
      {
        ...{ unit: code, name: '张伟', phone: null, identity: null, role },
        ...{ fromOn, untilOn },
      },
      () => ({ pinyin: '', initials: '' }),
    );
  unit('1-1-101', '2020-06-30');
  unit('1-1-102', '2020-06-30');
  unit('1-1-103', null);
  unit('1-1-104', '2026-11-30', { areaThousandths: 50_500 });
  unit('S-1', '2020-06-30', { use: 'shop' });
  unit('B1-001', '2020-06-30', { use: 'parking', areaThousandths: 12_000 });
  lives('1-1-101', 'owner', '2020-06-30', null);
  lives('1-1-102', 'owner', '2020-06-30', '2026-10-31');
  lives('1-1-102', 'tenant', '2026-11-01', null);
  lives('1-1-103', 'owner', '2026-10-31', null);
  lives('1-1-104', 'owner', '2026-11-30', null);
  lives('B1-001', 'owner', '2020-06-30', null);
  now = when(ctx, '2026-12-10 09:00');
});

const names = ['units', 'area', 'handedOver', 'households', 'let', 'spaces', 'occupancy'].map(
  (name) => `estate.${name}`,
);

it.each<[string, string, (number | string)[]]>([
  [
    'one lived in of which nobody knows a hand-over',
    '2026-09',
    [5, 450_500, 3, 2, 0, 1, '2/5 40.0'],
  ],
  ['moved in on the last day', '2026-10', [5, 450_500, 4, 3, 0, 1, '3/5 60.0']],
  ['handed over on the last day, one let', '2026-11', [5, 450_500, 5, 4, 1, 1, '4/5 80.0']],
])('the estate: %s', (_, month, expected) => {
  expect(told(now, month, names)).toEqual(expected);
});

it('by building', () => {
  expect(parted(now, '2026-11', ['estate', 'building'], ['units', 'households', 'spaces'])).toEqual(
    {
      1: [4, 4, 0],
      B1: [0, 0, 1],
      S: [1, 0, 0],
    },
  );
});

it('every figure is made by the units that it lists', () => {
  expectExplained(now, ['2026-09', '2026-10', '2026-11']);
});
