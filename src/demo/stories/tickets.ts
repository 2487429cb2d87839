import type { Day } from '../../lib/day.ts';
import { addDays, weekday } from '../../lib/day.ts';
import type { Moment } from '../../lib/moment.ts';
import { addMinutes, atLocal, dayOf, timeOf } from '../../lib/moment.ts';
import type { Dwelling, Estate } from '../estate.ts';
import type { Fault } from '../faults.ts';
import { FAULTS } from '../faults.ts';
import type { Beat } from '../life.ts';
import type { Random } from '../random.ts';
import { randomOf } from '../random.ts';
import type { Step } from '../story.ts';
import { tell } from '../story.ts';
import type { Repair } from './ticket-steps.ts';
import { type Kind, OPEN_ENDS, STORIES } from './ticket-stories.ts';

/** Repairs reported on an ordinary day, from Monday to Sunday: people notice them when at home. */
const A_DAY = [8, 7, 7, 7, 8, 10, 9] as const;
const MORE_OR_LESS = 2;
/** So few on a quiet day, which leaves room on the page for what is told of it besides. */
const A_QUIET_DAY = 1;

/** How often they call in each hour of the day. */
const HOURS = [1, 0, 0, 0, 0, 1, 2, 6, 14, 18, 15, 10, 6, 7, 12, 13, 10, 8, 8, 9, 8, 5, 3, 1].map(
  (weight, hour) => ({ hour, weight }),
);

const OFFICE_HOURS = HOURS.filter(({ hour }) => hour >= 8 && hour < 17);

/** Who calls from then on is given a time on the next day. */
const EVENING = '17:00';
/** At night nobody calls for anything that can wait. */
const NIGHT_ENDS = '07:00';
const NIGHT_BEGINS = '22:00';

/** All that becomes of the repairs reported on one day, also after it. */
export function ticketsOf(estate: Estate, day: Day, isQuiet = false): Beat[] {
  const random = randomOf(`tickets ${day}`);
  const usual = A_DAY[weekday(day) - 1] ?? 0;
  const often = random.between(usual - MORE_OR_LESS, usual + MORE_OR_LESS);
  const count = isQuiet ? A_QUIET_DAY : often;
  return Array.from({ length: count }, (_, index) =>
    ticketOf(estate, day, randomOf(`ticket ${day} ${index}`), isQuiet ? OFFICE_HOURS : HOURS),
  ).flat();
}

type Hours = readonly { hour: number; weight: number }[];

function ticketOf(estate: Estate, day: Day, random: Random, hours: Hours): Beat[] {
  const minute = random.weighted(hours).hour * 60 + random.below(60);
  const at = atLocal(day, minute * 60, estate.zone);
  const time = timeOf(at, estate.zone);
  const isNight = time < NIGHT_ENDS || time >= NIGHT_BEGINS;
  const month = Number(day.slice(5, 7));
  const fault = random.weighted(
    FAULTS.filter(
      ({ urgent, months }) => (urgent || !isNight) && (months?.includes(month) ?? true),
    ),
  );
  const story = random.weighted(STORIES[kindOf(fault, time)]);
  return begin(estate, { fault, at, random, steps: story.steps });
}

function kindOf({ urgent, category }: Fault, time: string): Kind {
  if (urgent) return 'urgent';
  if (time >= EVENING) return 'evening';
  return category === 'leak' ? 'leak' : 'daytime';
}

/** What is still to be done at this moment, whatever the time of day. */
export function openEndsOf(estate: Estate, now: Moment): Beat[] {
  const today = dayOf(now, estate.zone);
  return OPEN_ENDS.flatMap(({ name, item, reported, steps }) => {
    const at =
      'minutesAgo' in reported
        ? addMinutes(now, -reported.minutesAgo)
        : atLocal(addDays(today, -reported.daysAgo), reported.time, estate.zone);
    return begin(estate, { fault: faultOf(item), at, random: randomOf(`${name} ${today}`), steps });
  });
}

export function faultOf(item: string): Fault {
  const fault = FAULTS.find((each) => each.item === item);
  if (!fault) throw new RangeError(`no fault is called ${item}`);
  return fault;
}

interface Beginning {
  fault: Fault;
  at: Moment;
  random: Random;
  steps: readonly Step<Repair>[];
}

function begin(estate: Estate, { fault, at, random, steps }: Beginning): Beat[] {
  const dwelling = random.pick(estate.dwellings.filter(({ entrance }) => entrance !== null));
  const place = fault.places && random.pick(fault.places);
  const repair = repairAt(estate, { fault, random, dwelling, place });
  return tell(steps, repair, { zone: estate.zone, random, at, agreedAt: undefined });
}

interface Where {
  fault: Fault;
  random: Random;
  dwelling: Dwelling;
  /** Undefined: in the dwelling itself. */
  place: string | undefined;
}

/** A repair before it is reported: in somebody's home, or in the grounds of their building. */
export function repairAt(estate: Estate, { fault, random, dwelling, place }: Where): Repair {
  const callers: readonly Repair['caller'][] =
    place === undefined ? dwelling.people : estate.rounds;
  return {
    random,
    fault,
    unit: place === undefined ? dwelling.code : undefined,
    place: place?.replace('{b}', dwelling.building).replace('{e}', dwelling.entrance ?? ''),
    caller: random.pick(callers),
    worker: estate.engineerFor(fault.trade).name,
    no: '',
    isPaid: false,
  };
}
