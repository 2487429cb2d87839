import { describe, expect, it } from 'vitest';
import { tellUnits } from '../../src/lib/unit-keys.ts';
import { surveyZone, UTC } from '../../src/lib/zone.ts';

const zone = surveyZone('Asia/Shanghai') ?? UTC;
const NOON = '2026-11-22T04:00:00Z';
const TOLD = '2026-11-22T12:00:00+08:00';

describe('tellUnits', () => {
  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['money', { costFen: 3500 }, { cost: '35.00' }],
    ['money that is not known keeps its key', { costFen: null }, { cost: null }],
    ['an area', { areaThousandths: 89_530 }, { area: '89.53' }],
    ['a moment', { arrivedAt: NOON }, { arrivedAt: TOLD }],
    ['a moment that is not known', { arrivedAt: null }, { arrivedAt: null }],
    ['a day', { untilOn: '2026-11-22' }, { untilOn: '2026-11-22' }],
    ['a number of nothing', { repeats: 2 }, { repeats: 2 }],
    ['a list of names', { records: ['T1', 'T2'] }, { records: ['T1', 'T2'] }],
    ['records inside', { earlier: [{ recordedAt: NOON }] }, { earlier: [{ recordedAt: TOLD }] }],
  ])('%s', (_, stored, told) => {
    expect(tellUnits(stored, zone)).toEqual(told);
  });
});
