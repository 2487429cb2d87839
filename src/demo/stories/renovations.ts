import { addDays } from '../../lib/day.ts';
import type { Moment } from '../../lib/moment.ts';
import { atLocal, dayOf } from '../../lib/moment.ts';
import type { Dwelling, Estate } from '../estate.ts';
import type { Beat } from '../life.ts';
import { randomOf } from '../random.ts';
import { tell } from '../story.ts';
import type { Office, Renovating } from './renovation-steps.ts';
import { type RenovationStory, renovationStories } from './renovation-stories.ts';

/** Longer than any of the stories. */
const DAYS_SETTLED = 200;

/** What was renovated in the last five months and is being renovated, as far as there are flats for it. */
export function renovationsOf(estate: Estate, now: Moment): Beat[] {
  const { zone } = estate;
  const today = dayOf(now, zone);
  const stories = renovationStories(now);
  const flats = flatsFor(estate, stories, now);
  const office = officeOf(estate);

  return stories.flatMap((story, index) => {
    const { name, team, scope, works, isSmall = false, period, daysAgo, time, steps } = story;
    const flat = flats[index];
    const [applicant] = flat?.people ?? [];
    if (!flat || !applicant) return [];
    const random = randomOf(`${name} ${today}`);
    const it: Renovating = {
      ...{ ...office, random, unit: flat.code, name: applicant.name },
      ...{ applicant: story.where === 'owner' ? 'owner' : 'tenant', scope, works, isSmall, period },
      ...{ contractor: team?.contractor, foreman: team?.foreman ?? applicant.name },
      ...{ phone: team ? team.phone : (applicant.phone ?? undefined), no: '' },
    };
    const at = atLocal(addDays(today, -daysAgo), time, zone);
    return tell(steps, it, { zone, random, at, agreedAt: undefined });
  });
}

function officeOf({ headOf, engineerFor }: Estate): Office {
  return {
    supervisor: headOf('supervisor'),
    director: headOf('director'),
    head: headOf('engineering'),
    builder: engineerFor('building'),
    clerk: headOf('clerk'),
  };
}

/** One for each story, where somebody of the right kind has lived long enough, and not alone. */
function flatsFor(
  estate: Estate,
  stories: readonly RenovationStory[],
  now: Moment,
): (Dwelling | undefined)[] {
  const today = dayOf(now, estate.zone);
  const since = addDays(today, -DAYS_SETTLED);
  const fitting = (where: RenovationStory['where']) =>
    estate.dwellings.filter(({ entrance, registered, people: [first] }) => {
      if (!first || (first.fromOn !== null && first.fromOn > since)) return false;
      if (where === 'shop') return entrance === null && first.role === 'tenant';
      // An owner who lives elsewhere may have the flat looked after.
      return entrance !== null && first.role === where && registered > 1;
    });
  const random = randomOf(`renovations ${today}`);
  const left = {
    owner: random.some(fitting('owner'), stories.length),
    tenant: random.some(fitting('tenant'), stories.length),
    shop: random.some(fitting('shop'), stories.length),
  };
  return stories.map(({ where }) => left[where].shift());
}
