import type { Day } from '../../lib/day.ts';
import { addDays, weekday } from '../../lib/day.ts';
import type { Moment } from '../../lib/moment.ts';
import { atLocal, dayOf } from '../../lib/moment.ts';
import { planUnit } from '../../plans/planning.ts';
import type { Staff } from '../../registry/model.ts';
import type { Dwelling, Estate } from '../estate.ts';
import type { Beat } from '../life.ts';
import type { Random } from '../random.ts';
import { randomOf } from '../random.ts';
import { atOnce, onDay, type Step, tell, type When } from '../story.ts';
import { PURPOSES } from '../words.ts';
import { answerOf, ringInVain, visit } from './visit-steps.ts';

const MONDAY = 1;

/** Once a week the supervisor plans a visit, which is made two days later (rule 71). */
export function plansOf(estate: Estate, day: Day): Beat[] {
  if (weekday(day) !== MONDAY) return [];
  const random = randomOf(`plan ${day}`);
  const flats = estate.dwellings.filter(({ entrance }) => entrance !== null);
  const plan = planTo(estate, random, flats, addDays(day, 2));
  const steps = [
    planned(random.pick(PURPOSES)),
    ...(random.chance(30)
      ? [notThere, kept(onDay(0, '16:00', '17:30'))]
      : [kept(onDay(2, '10:00', '11:30'))]),
  ];
  const at = atLocal(day, '09:10', estate.zone);
  return tell(steps, plan, { zone: estate.zone, random, at, agreedAt: undefined });
}

/** A shop that is to be visited today. */
export function openPlanOf(estate: Estate, now: Moment): Beat[] {
  const { zone } = estate;
  const today = dayOf(now, zone);
  const random = randomOf(`open plan ${today}`);
  const shops = estate.dwellings.filter(({ entrance }) => entrance === null);
  const plan = planTo(estate, random, shops, today);
  const at = atLocal(addDays(today, -3), '15:40', zone);
  const steps = [planned('商铺走访：用电和消防通道')];
  return tell(steps, plan, { zone, random, at, agreedAt: undefined });
}

const planTo = (
  { headOf }: Estate,
  random: Random,
  some: readonly Dwelling[],
  on: Day,
): Planned => ({
  random,
  visitor: headOf('supervisor'),
  unit: random.pick(some).code,
  on,
  no: '',
});

interface Planned {
  readonly random: Random;
  readonly visitor: Staff;
  readonly unit: string;
  readonly on: Day;
  no: string;
}

const byVisitor = ({ visitor }: Planned): Staff => visitor;

const planned = (purpose: string): Step<Planned> => ({
  when: atOnce,
  by: byVisitor,
  act: (ctx, it) => {
    const visitor = it.visitor.name;
    it.no = planUnit(ctx, it.unit, { plannedOn: it.on, visitor, purpose }).no;
  },
});

const notThere: Step<Planned> = {
  when: onDay(2, '09:30', '10:00'),
  act: (ctx, { no }) => void ringInVain(ctx, no),
};

const kept = (when: When): Step<Planned> => ({
  when,
  by: byVisitor,
  act: (ctx, { no, random }) => void visit(ctx, { no, way: 'door', ...answerOf(random) }),
});
