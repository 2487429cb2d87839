import { beforeEach, describe, expect, it } from 'vitest';
import { sampleOf } from '../../src/visits/sampling.ts';
import type { TestCtx } from '../support/ledger.ts';
import { makeCtx } from '../support/ledger.ts';
import { addHomes, closed, finished, movedIn, on, violated, visit } from './desk.ts';

let desk: TestCtx;

// V261101-001 a repair without an answer, -002 with one, -003 a complaint, -004 a unit;
// V261123-001 and -002 of the sample.
beforeEach(async () => {
  desk = await makeCtx();
  addHomes(desk, 6, 18);
  const ctx = on(desk, 1);
  const no = finished(ctx, { unit: '1-101' });
  visit(on(desk, 1, '10:00'), { no, result: 'no-answer' });
  visit(on(desk, 1, '11:00'), { no, result: 'satisfied' });
  visit(on(desk, 1, '12:00'), { no: closed(ctx, { unit: '1-102' }), result: 'fair', ticket: '灯' });
  visit(on(desk, 1, '13:00'), { unit: '1-103', result: 'fair', opinion: '好' });
  visit(on(desk, 2, '13:00'), { no: movedIn(on(desk, 2), '1-104'), result: 'fair' });
  const [first = '', second = ''] = sampleOf(desk, '2026-11', undefined).units.map(
    (each) => each.unit,
  );
  visit(on(desk, 23), { unit: first, result: 'no-answer' });
  visit(on(desk, 23), { unit: second, result: 'fair' });
});

it('whatever the desk did holds', () => {
  expect(violated(desk)).toEqual([]);
});

const FIRST = "WHERE no = 'V261101-001'";
const SECOND = "WHERE no = 'V261101-002'";

describe('what somebody changed behind the desk’s back', () => {
  it.each([
    ['visits.moments', `UPDATE visits SET visited_at = '2026-11-01' ${SECOND}`, 'V261101-002'],
    ['visits.known', `UPDATE visits SET result = 'delighted' ${SECOND}`, 'V261101-002'],
    ['visits.known', `UPDATE visits SET way = 'drone' ${SECOND}`, 'V261101-002'],
    ['visits.known', `UPDATE visits SET reason = 'boredom' ${SECOND}`, 'V261101-002'],
    ['visits.whom', `UPDATE visits SET subject = NULL ${SECOND}`, 'V261101-002'],
    ['visits.whom', "UPDATE visits SET unit_id = NULL WHERE no = 'V261101-004'", 'V261101-004'],
    ['visits.whom', "UPDATE visits SET sample_id = 1 WHERE no = 'V261101-004'", 'V261101-004'],
    ['visits.whom', "UPDATE visits SET sample_id = NULL WHERE no = 'V261123-001'", 'V261123-001'],
    ['visits.subject', `UPDATE visits SET subject = 'T260101-001' ${SECOND}`, 'V261101-002'],
    ['visits.subject', `UPDATE visits SET led_to = 'T260101-001' ${SECOND}`, 'V261101-002'],
    ['visits.told', `UPDATE visits SET result = 'dissatisfied' ${SECOND}`, 'V261101-002'],
    [
      'visits.told',
      `UPDATE visits SET visited_at = '2026-11-01T00:00:00Z' ${FIRST}`,
      'V261101-001',
    ],
    ['visits.told', `UPDATE visits SET result = 'satisfied' ${FIRST}`, 'V261101-001'],
    ['visits.silent', `UPDATE visits SET needs = '灯' ${FIRST}`, 'V261101-001'],
    [
      'visits.sampled',
      "UPDATE visits SET unit_id = (SELECT id FROM units WHERE code = '1-101') WHERE no = 'V261123-001'",
      'V261123-001',
    ],
    [
      'visits.sampled',
      `UPDATE visits SET result = 'fair', unit_id = (SELECT unit_id FROM visits WHERE no = 'V261123-001')
       WHERE no IN ('V261123-001', 'V261123-002')`,
      'V261123-002',
    ],
    ['samples.month', "UPDATE samples SET month = '2026-13'", '2026-13'],
    ['samples.month', "UPDATE samples SET month = '2026-1'", '2026-1'],
    ['samples.month', "UPDATE samples SET drawn_at = 'today'", '2026-11'],
    ['samples.units', 'DELETE FROM sample_units', '2026-11'],
  ])('%s', (key, sql, offender) => {
    desk.ledger.db.exec(sql);
    expect(violated(desk, key)).toEqual([`${key}: ${offender}`]);
  });
});
