import type { Party } from '../deposits/model.ts';
import type { Day } from '../lib/day.ts';
import { addDays, addMonths } from '../lib/day.ts';
import type { Duration } from '../lib/duration.ts';
import { dayOf } from '../lib/moment.ts';
import type { Zone } from '../lib/zone.ts';
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
export function reinspectFromOn(
  { acceptedAt }: Pick<Renovation, 'acceptedAt'>,
  { amount, unit }: Duration,
  zone: Zone,
): Day | null {
  if (acceptedAt === null) return null;
  const acceptedOn = dayOf(acceptedAt, zone);
  return unit === 'mo' ? addMonths(acceptedOn, amount) : addDays(acceptedOn, amount);
}
