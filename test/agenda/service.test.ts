import { expect, it } from 'vitest';
import { agenda } from '../../src/agenda/service.ts';
import { addStaff } from '../../src/registry/staff.ts';
import { openTicket } from '../../src/tickets/opening.ts';
import { complaintDesk, log, when } from '../complaints/desk.ts';

it('a major complaint past its limit stands at the head of the agenda (rule 54)', async () => {
  const desk = await complaintDesk();
  const director = addStaff(desk, { name: '孙主任', roles: ['director'], phone: null });
  openTicket(when(desk, '11-01 09:00'), {
    unit: undefined,
    place: '大堂',
    item: '灯不亮',
    system: undefined,
    part: undefined,
    damage: undefined,
    caller: undefined,
    phone: undefined,
    category: 'general',
    urgent: false,
    appointmentAt: undefined,
    charge: undefined,
  });
  log(when(desk, '11-10 09:00'), { grade: 'important' });
  const { no } = log(when(desk, '11-12 09:00'), { grade: 'major' });
  const lines = (local: string, query: Parameters<typeof agenda>[1] = {}) =>
    agenda(when(desk, local), query).duties.map(({ subject, kind }) => `${subject} ${kind}`);

  const resolution = `${no} complaint.resolve`;
  // Its last second, and the first one after it.
  expect(lines('11-22 23:59:59')[0]).toBe('T261101-001 ticket.finish');
  expect(lines('11-23 00:00')[0]).toBe(resolution);
  expect(lines('11-22 23:59:59', { staff: [director] })).toEqual([
    `${no} complaint.escalate`,
    resolution,
  ]);
  expect(lines('11-23 00:00', { staff: [director] })).toEqual([
    resolution,
    `${no} complaint.escalate`,
  ]);
  // The important one, overdue for longer, waits its turn.
  expect(lines('11-23 00:00', { role: 'engineering' })).not.toContain(resolution);
});
