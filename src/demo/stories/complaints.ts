import { requireRecord } from '../../cases/record.ts';
import type { Channel } from '../../complaints/model.ts';
import { COMPLAINT } from '../../complaints/record.ts';
import { analyse } from '../../complaints/work.ts';
import type { Ctx } from '../../context.ts';
import { dutiesDueBy } from '../../deadlines/service.ts';
import type { Day, Month } from '../../lib/day.ts';
import { addDays, lastDayOfMonth } from '../../lib/day.ts';
import type { Moment } from '../../lib/moment.ts';
import { addMinutes, atLocal, dayOf, endOfDay, timeOf } from '../../lib/moment.ts';
import type { Estate } from '../estate.ts';
import type { Grievance } from '../grievances.ts';
import { GRIEVANCES, OF_NOTE } from '../grievances.ts';
import type { Beat } from '../life.ts';
import type { Random } from '../random.ts';
import { randomOf } from '../random.ts';
import { tell } from '../story.ts';
import { ANALYSES } from '../words.ts';
import type { Complaining, ComplaintStep } from './complaint-steps.ts';
import { type Kind, openEndsAt, PAST, STORIES } from './complaint-stories.ts';
import { faultOf, repairAt } from './tickets.ts';

/** How many come in a day: three to five a week. */
const A_DAY = [
  { count: 0, weight: 47 },
  { count: 1, weight: 47 },
  { count: 2, weight: 6 },
];

/** How often they come in each hour of the day; at night nobody complains who need not. */
const HOURS = [0, 0, 0, 0, 0, 0, 0, 0, 8, 14, 14, 9, 4, 3, 8, 10, 8, 4, 5, 8, 6, 0, 0, 0].map(
  (weight, hour) => ({ hour, weight }),
);

const CHANNELS: readonly { channel: Channel; weight: number }[] = [
  { channel: 'phone', weight: 52 },
  { channel: 'visit', weight: 24 },
  { channel: 'online', weight: 18 },
  { channel: 'letter', weight: 3 },
  { channel: 'owners-committee', weight: 3 },
];

const EVENING = '17:00';

/** All that becomes of the complaints received on one day, also after it. */
export function complaintsOf(estate: Estate, day: Day): Beat[] {
  const { count } = randomOf(`complaints ${day}`).weighted(A_DAY);
  return Array.from({ length: count }, (_, index) =>
    complaintOf(estate, day, randomOf(`complaint ${day} ${index}`)),
  ).flat();
}

function complaintOf(estate: Estate, day: Day, random: Random): Beat[] {
  const minute = random.weighted(HOURS).hour * 60 + random.below(60);
  const at = atLocal(day, minute * 60, estate.zone);
  const month = Number(day.slice(5, 7));
  const grievance = random.weighted(
    GRIEVANCES.filter(({ months }) => months?.includes(month) ?? true),
  );
  const { channel } = random.weighted(CHANNELS);
  const { steps } = random.weighted(STORIES[kindOf(grievance, timeOf(at, estate.zone))]);
  return begin(estate, { grievance, channel, at, random, steps });
}

function kindOf({ grade, nature }: Grievance, time: string): Kind {
  if (grade !== 'minor') return 'important';
  if (nature === 'help' || nature === 'enquiry' || nature === 'venting') return 'talk';
  return time >= EVENING ? 'evening' : 'minor';
}

/** Those of note of the last weeks. */
export function pastComplaintsOf(estate: Estate, now: Moment): Beat[] {
  const today = dayOf(now, estate.zone);
  return PAST.flatMap(({ name, grievance, fault, channel, daysAgo, time, steps }) =>
    begin(estate, {
      grievance: noted(grievance),
      fault,
      channel,
      at: atLocal(addDays(today, -daysAgo), time, estate.zone),
      random: randomOf(`${name} ${today}`),
      steps,
    }),
  );
}

/** What is still to be done at this moment, whatever the time of day. */
export function openComplaintsOf(estate: Estate, now: Moment): Beat[] {
  const today = dayOf(now, estate.zone);
  return openEndsAt(now).flatMap(({ name, grievance, channel, received, steps }) => {
    const at =
      'minutesAgo' in received
        ? addMinutes(now, -received.minutesAgo)
        : atLocal(addDays(today, -received.daysAgo), received.time, estate.zone);
    const random = randomOf(`${name} ${today}`);
    return begin(estate, { grievance: noted(grievance), channel, at, random, steps });
  });
}

function noted(beginning: string): Grievance {
  const found = OF_NOTE.find(({ text }) => text.startsWith(beginning));
  if (!found) throw new RangeError(`no grievance begins with ${beginning}`);
  return found;
}

interface Beginning {
  grievance: Grievance;
  /** What broke before, where a repair is behind it. */
  fault?: string | undefined;
  channel: Channel;
  at: Moment;
  random: Random;
  steps: readonly ComplaintStep[];
}

function begin(estate: Estate, it: Beginning): Beat[] {
  const { grievance, fault, channel, at, random, steps } = it;
  const dwelling = random.pick(estate.dwellings.filter(({ entrance }) => entrance !== null));
  const repair =
    fault === undefined
      ? undefined
      : repairAt(estate, { fault: faultOf(fault), random, dwelling, place: undefined });
  const complaining: Complaining = {
    random,
    estate,
    grievance,
    unit: dwelling.code,
    caller: repair?.caller ?? random.pick(dwelling.people),
    channel,
    repair,
    no: '',
    head: 'supervisor',
  };
  return tell(steps, complaining, { zone: estate.zone, random, at, agreedAt: undefined });
}

/** What recurred in a month, written up before its end (rule 73). */
export function analysesOf({ zone, headOf }: Estate, month: Month): Beat[] {
  const lastDay = lastDayOfMonth(month);
  const by = headOf('supervisor');
  const act = (ctx: Ctx) => {
    const due = dutiesDueBy(ctx, endOfDay(lastDay, zone));
    for (const { kind, subject } of due) {
      if (kind === 'complaint.analyse') analyse(ctx, subject, analysisOf(ctx, subject));
    }
  };
  const days = [3, 2, 1, 0].map((left) => addDays(lastDay, -left));
  return days.map((day) => ({ at: atLocal(day, '16:30', zone), by, act }));
}

function analysisOf(ctx: Ctx, no: string): string {
  const { category } = requireRecord(ctx.ledger, COMPLAINT, no);
  return ANALYSES[category] ?? ANALYSES.other;
}
