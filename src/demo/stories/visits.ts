import type { Ctx } from '../../context.ts';
import type { Day, Month } from '../../lib/day.ts';
import { addDays, lastDayOfMonth } from '../../lib/day.ts';
import type { Moment } from '../../lib/moment.ts';
import { addMinutes, atLocal } from '../../lib/moment.ts';
import { conclude, meetCommittee } from '../../visits/concluding.ts';
import { reportOf } from '../../visits/reporting.ts';
import { type SamplePage, sampleOf } from '../../visits/sampling.ts';
import type { Estate } from '../estate.ts';
import type { Beat } from '../life.ts';
import type { Random } from '../random.ts';
import { randomOf } from '../random.ts';
import { atOnce, later, type Step, tell } from '../story.ts';
import { assign, callBack, finish, type Repair, slip } from './ticket-steps.ts';
import { faultOf } from './tickets.ts';
import { answerOf, visit } from './visit-steps.ts';

/** The first of the days on which the sample of a month is drawn and visited. */
export const sampleBegins = (month: Month): Day => addDays(lastDayOfMonth(month), -6);

const DAYS_VISITING = 6;
const REACHED = 22;
/** Every so many of them nobody answers at first. */
const IN_VAIN = 7;
/** The one that finds a light broken. */
const FINDS = 9;

/** The sample of a month: drawn, visited, a few in vain; one visit finds something to repair (rule 74). */
export function samplesOf(estate: Estate, month: Month): Beat[] {
  const { zone } = estate;
  const first = sampleBegins(month);
  const drawn: { units: SamplePage['units'] } = { units: [] };
  const draw: Beat = {
    at: atLocal(first, '10:00', zone),
    by: estate.headOf('supervisor'),
    act: (ctx) => {
      drawn.units = sampleOf(ctx, month, undefined).units;
    },
  };
  const visits = Array.from({ length: REACHED }, (_, at) => {
    const random = randomOf(`sample ${month} ${at}`);
    const day = addDays(first, Math.floor((at * DAYS_VISITING) / REACHED));
    const begins = atLocal(day, at === FINDS ? '14:20' : '15:00', zone);
    const moment = addMinutes(begins, at === FINDS ? 0 : random.below(270));
    const household = () => drawn.units[at];
    const tries = at % IN_VAIN === 3 ? [atLocal(day, '14:05', zone)] : [];
    return [
      ...tries.map((each) => inVain(each, household)),
      ...(at === FINDS
        ? findsAt(estate, moment, random, household)
        : [calledOn(moment, random, household)]),
    ];
  });
  return [draw, ...visits.flat()];
}

type Household = () => SamplePage['units'][number] | undefined;

const inVain = (at: Moment, household: Household): Beat => ({
  at,
  act: (ctx) => {
    const unit = household()?.unit;
    if (unit !== undefined) visit(ctx, { unit, way: 'phone', result: 'no-answer' });
  },
});

const calledOn = (at: Moment, random: Random, household: Household): Beat => ({
  at,
  act: (ctx) => {
    const unit = household()?.unit;
    if (unit !== undefined) visit(ctx, { unit, way: 'door', ...answerOf(random) });
  },
});

/** A light that does not work is reported at the door, and mended the same day. */
function findsAt(estate: Estate, at: Moment, random: Random, household: Household): Beat[] {
  const fault = faultOf('客厅灯不亮');
  const repair: Repair = {
    random,
    fault,
    unit: '',
    place: undefined,
    get caller() {
      return { name: household()?.name ?? '', phone: null };
    },
    worker: estate.engineerFor(fault.trade).name,
    no: '',
    isPaid: false,
  };
  const found: Step<Repair> = {
    when: atOnce,
    act: (ctx, it) => {
      const unit = household()?.unit;
      const said = { way: 'door', result: 'satisfied', ticket: fault.item } as const;
      it.no = visit(ctx, { unit, ...said }).ledTo ?? '';
    },
  };
  const steps = [found, assign(), finish(later(30, 80)), slip(), callBack()];
  return tell(steps, repair, { zone: estate.zone, random, at, agreedAt: undefined });
}

/** At the end of a month the supervisor sums it up and has talked with the committee (rules 73, 161). */
export function monthEndOf({ zone, headOf }: Estate, month: Month): Beat[] {
  const lastDay = lastDayOfMonth(month);
  const by = headOf('supervisor');
  return [
    {
      at: atLocal(addDays(lastDay, -5), '15:30', zone),
      by,
      act: (ctx) => void meetCommittee(ctx, month, { text: TALK, with: '业委会三位委员' }),
    },
    {
      at: atLocal(lastDay, '17:30', zone),
      by,
      act: (ctx) => void conclude(ctx, month, summaryOf(ctx, month)),
    },
  ];
}

const TALK = '通报本月报修和投诉；业委会建议增加夜间巡查，公示公共收益';

function summaryOf(ctx: Ctx, month: Month): string {
  const { all, recurring } = reportOf(ctx, month);
  const { count, rate, dissatisfied } = all;
  return `本月走访、回访 ${count} 次，满意率 ${rate.percent ?? '—'}%，不满意 ${dissatisfied} 次已逐件处理；反复出现的问题 ${recurring.length} 类，下月重点跟进`;
}
