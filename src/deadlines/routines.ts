import type { TermPath } from '../policy/policy.ts';
import type { Role } from '../policy/roles.ts';

/** How often something returns, by the calendar. */
export type Cadence = 'month' | 'year';

/** One turn of it: `2026-11`, `2026`. */
export type Period = string;

interface Routine {
  cadence: Cadence;
  role: Role;
  /** How long after the last day of its period it may still be done, and how long before its due time it stands on the agenda. */
  due: TermPath;
  lead: TermPath;
}

/** What returns by the calendar, whatever else happens; named as its kind in `kinds.ts`. */
export const ROUTINES = {
  'visit.sample': {
    cadence: 'month',
    role: 'supervisor',
    due: 'rounds.sample.due',
    lead: 'rounds.sample.lead',
  },
  'visit.summary': {
    cadence: 'month',
    role: 'supervisor',
    due: 'rounds.summary.due',
    lead: 'rounds.summary.lead',
  },
  'visit.committee': {
    cadence: 'month',
    role: 'supervisor',
    due: 'rounds.committee.due',
    lead: 'rounds.committee.lead',
  },
  'survey.yearly': {
    cadence: 'year',
    role: 'supervisor',
    due: 'rounds.survey.due',
    lead: 'rounds.survey.lead',
  },
} as const satisfies Record<string, Routine>;

export type RoutineName = keyof typeof ROUTINES;

export const isRoutine = (kind: string): boolean => Object.hasOwn(ROUTINES, kind);

export const ROUTINE_NAMES = Object.keys(ROUTINES) as RoutineName[];
