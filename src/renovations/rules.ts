import type { Party } from '../deposits/model.ts';
import type { WorkCalendar } from '../lib/calendar.ts';
import type { Day } from '../lib/day.ts';
import { dueAt } from '../lib/due.ts';
import type { Duration } from '../lib/duration.ts';
import { dayOf } from '../lib/moment.ts';
import type { Renovation } from './model.ts';

/** Whose promises are needed: the household's, and the team's where there is one (rule 86). */
export const promisers = ({ contractor }: Pick<Renovation, 'contractor'>): readonly Party[] =>
  contractor === null ? ['household'] : ['household', 'team'];

/** The codes that not everybody has promised. */
export function unpromised(
  it: Pick<Renovation, 'contractor' | 'promises'>,
  codes: readonly string[],
): string[] {
  const made = new Set(
    it.promises.flatMap(({ party, codes: promised }) => promised.map((code) => `${party} ${code}`)),
  );
  return codes.filter((code) => promisers(it).some((party) => !made.has(`${party} ${code}`)));
}

/** `1 V09` of each that is not put right. */
export const openViolations = ({ violations }: Pick<Renovation, 'violations'>): string[] =>
  violations
    .filter(({ rectifiedAt }) => rectifiedAt === null)
    .map(({ part, code }) => `${part} ${code}`);

/** The first day on which it may be re-inspected (rule 106). */
export const reinspectFromOn = (
  { acceptedAt }: Pick<Renovation, 'acceptedAt'>,
  after: Duration,
  calendar: WorkCalendar,
): Day | null =>
  acceptedAt === null ? null : dayOf(dueAt(acceptedAt, after, calendar), calendar.zone);
