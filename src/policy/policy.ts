import type { WorkCalendar } from '../lib/calendar.ts';
import type { Duration } from '../lib/duration.ts';
import type { Zone } from '../lib/zone.ts';
import type { PolicyFile } from './schema.ts';

/**
 * A site's policy as the rules use it: the sections of the file as their schemas read them, plain
 * data throughout. The office and the time zone have become `calendar` and `zone`.
 */
export interface Policy extends Omit<PolicyFile, 'site' | 'office'> {
  site: Omit<PolicyFile['site'], 'timezone'>;
  zone: Zone;
  calendar: WorkCalendar;
}

/** A limit together with the clause it stands in, as a deadline keeps both. */
export interface Term {
  clause: TermPath;
  limit: Duration;
}

/** The dotted paths of all limits in the sections that make promises. */
export type TermPath = PathsOfLimits<
  Pick<
    Policy,
    | 'tickets'
    | 'complaints'
    | 'moves'
    | 'visits'
    | 'enquiries'
    | 'fees'
    | 'dunning'
    | 'cash'
    | 'trusts'
    | 'renovations'
    | 'rounds'
  >
>;

type PathsOfLimits<T> = {
  [K in keyof T & string]: T[K] extends Duration
    ? K
    : T[K] extends Readonly<Record<string, unknown>>
      ? `${K}.${PathsOfLimits<T[K]>}`
      : never;
}[keyof T & string];

/** The limit of a clause: `term(policy, 'tickets.callback.leak')`. */
export function term(policy: Policy, clause: TermPath): Term {
  const limit = clause.split('.').reduce<unknown>((part, key) => part?.[key as never], policy);
  return { clause, limit: limit as Duration };
}

/** The member of staff a user of the system is mapped to. */
export function operatorOf(
  policy: Pick<Policy, 'operators'>,
  systemUser: string,
): string | undefined {
  return Object.hasOwn(policy.operators, systemUser) ? policy.operators[systemUser] : undefined;
}
