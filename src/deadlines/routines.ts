import type { Policy } from '../policy/policy.ts';
import type { Role } from '../policy/roles.ts';

/** How often something returns, by the calendar. */
export type Cadence = 'day' | 'month' | 'year';

/** One turn of it: `2026-11-22`, `2026-11`, `2026`. */
export type Period = string;

interface Routine {
  cadence: Cadence;
  role: Role;
  /** Its group in the policy's `rounds`: whether this site does it, until when, from when it shows. */
  round: keyof Policy['rounds'];
}

/** What returns by the calendar, whatever else happens; named as its kind in `kinds.ts`. */
export const ROUTINES = {
  'visit.sample': { cadence: 'month', role: 'supervisor', round: 'sample' },
  'visit.summary': { cadence: 'month', role: 'supervisor', round: 'summary' },
  'visit.committee': { cadence: 'month', role: 'supervisor', round: 'committee' },
  'survey.yearly': { cadence: 'year', role: 'supervisor', round: 'survey' },
  'fee.bill': { cadence: 'month', role: 'clerk', round: 'bill' },
  'cash.safe': { cadence: 'day', role: 'clerk', round: 'safe' },
  'handover.sign': { cadence: 'day', role: 'clerk', round: 'handover' },
  'cash.close': { cadence: 'month', role: 'clerk', round: 'close' },
  'report.close': { cadence: 'month', role: 'supervisor', round: 'report' },
} as const satisfies Record<string, Routine>;

export type RoutineName = keyof typeof ROUTINES;

export const isRoutine = (kind: string): boolean => Object.hasOwn(ROUTINES, kind);

export const ROUTINE_NAMES = Object.keys(ROUTINES) as RoutineName[];
