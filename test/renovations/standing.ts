import type { Standing } from '../../src/renovations/conditions-rules.ts';

/** A renovation that lacks nothing, whatever the step: each test takes away what it is about. */
export const standing = (change: Partial<Standing> = {}): Standing => ({
  no: 'D261123-001',
  unit: '3-2-1501',
  state: 'applied',
  today: '2027-03-18',
  lacking: { review: [], permit: [] },
  unpromised: [],
  opinion: '不影响结构',
  unset: [],
  unpaid: [],
  utilitiesAt: '2026-11-30T01:00:00Z',
  fromOn: '2026-12-01',
  untilOn: '2026-12-20',
  requestedAt: '2026-12-18T01:00:00Z',
  openViolations: [],
  permitsOut: [],
  permitsOwedFen: 0,
  reinspectFromOn: '2027-03-18',
  claimOutstandingFen: 0,
  claimCharges: [],
  ...change,
});
