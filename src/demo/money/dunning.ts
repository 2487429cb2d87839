import type { Ctx } from '../../context.ts';
import { bookSteps } from '../../dunning/booking.ts';
import { type NewContact, recordContact } from '../../dunning/contacts.ts';
import { type Dun, dunningList, toBeAsked } from '../../dunning/ladder.ts';
import { listCharges } from '../../fees/charges.ts';
import { addDays, addMonths, type Day, weekday } from '../../lib/day.ts';
import { addMinutes, atLocal, dayOf, type Moment } from '../../lib/moment.ts';
import type { Estate } from '../estate.ts';
import type { Beat } from '../life.ts';
import { randomOf } from '../random.ts';
import { everyMonths, firstOfMonth, type MoneyTimes } from './calendar.ts';
import { type Habit, type Payer, paysAt } from './payers.ts';

/** Notices and letters go out on this day of the month. */
const RUN_DAY = 9;
/** Who owes less is left to the next receipt. */
const LEAST_MONTHS = 3;
const DAYS_BY_POST = 4;
const LEGAL_DAY = 14;

/** How arrears are asked for: notices and letters once a month, calls and visits, promises (rules 133, 134). */
export function dunningOf(
  estate: Estate,
  payers: readonly Payer[],
  days: readonly Day[],
  times: MoneyTimes,
): Beat[] {
  const homes = payers.filter(({ unit }) => unit.use === 'residential');
  const of = (habit: Habit) => homes.filter((payer) => payer.habit === habit);
  return [
    ...everyMonths(times.opensOn, addDays(times.today, 1), 1).flatMap((on) =>
      runOf(estate, on, times),
    ),
    ...days.slice(-DAYS_OF_ROUNDS).flatMap((day) => roundOf(estate, day)),
    ...disputeOf(estate, of('never')[0], times),
    ...of('late').flatMap((payer) => keptOf(estate, payer, times)),
    ...promisesOf(estate, { last: of('stopped-last'), before: of('stopped-before') }, times),
  ];
}

/** The notices and letters of a month; the letters of the present one are still to be written. */
function runOf({ zone, headOf }: Estate, monthOn: Day, { today, opensOn }: MoneyTimes): Beat[] {
  const on = addDays(monthOn, RUN_DAY - 1);
  const posted: { letters: readonly Dun[] } = { letters: [] };
  const notices: Beat = {
    at: atLocal(on, '10:00', zone),
    act: (ctx) => {
      const list = dunningList(ctx, { stage: 'notice', minMonths: LEAST_MONTHS });
      bookSteps(ctx, list, { way: 'sms' });
    },
  };
  const isPresent = monthOn === firstOfMonth(today);
  const letters: Beat[] = [
    {
      at: atLocal(on, '10:40', zone),
      act: (ctx) => {
        posted.letters = bookSteps(ctx, dunningList(ctx, { stage: 'letter' }), {});
      },
    },
    {
      at: atLocal(addDays(on, DAYS_BY_POST), '11:15', zone),
      act: (ctx) => {
        for (const [index, letter] of posted.letters.entries()) arrived(ctx, letter, index);
      },
    },
  ];
  const decided: Beat = {
    at: atLocal(addDays(monthOn, LEGAL_DAY - 1), '16:30', zone),
    act: (ctx) => {
      const approvedBy = headOf('director').name;
      bookSteps(ctx, dunningList(ctx, { stage: 'legal' }).slice(0, 1), { approvedBy });
    },
  };
  return [
    notices,
    ...(isPresent ? [] : letters),
    ...(isPresent && monthOn === addMonths(opensOn, 6) ? [decided] : []),
  ];
}

/** Every so many letters come back. */
const RETURNED_EVERY = 6;

function arrived(ctx: Ctx, { unit, name, debt }: Dun, index: number): void {
  if (debt.debtor !== 'owner') return;
  const tracking = `EMS10${String(debt.unitId).padStart(6, '0')}`;
  const contact = {
    ...CONTACT,
    unit,
    way: 'letter',
    tracking,
    debtor: debt.name ?? undefined,
  } as const;
  if (index % RETURNED_EVERY === RETURNED_EVERY - 1) {
    recordContact(ctx, { ...contact, result: 'returned', reason: '无人签收，退回' });
    return;
  }
  const isFamily = index % 3 === 1;
  recordContact(ctx, {
    ...contact,
    result: 'reached',
    deliveredOn: ctx.today,
    signedBy: isFamily ? '家属' : (name?.zh ?? undefined),
    relation: isFamily ? 'family' : 'self',
  });
}

const CONTACT: Omit<NewContact, 'unit' | 'way' | 'result'> = {
  about: undefined,
  debtor: undefined,
  reason: undefined,
  promiseOn: undefined,
  tracking: undefined,
  deliveredOn: undefined,
  signedBy: undefined,
  relation: undefined,
};

const TUESDAY = 2;
const CALLS = 3;
const VISITS = 2;
/** The desk has gone round for so many days. */
const DAYS_OF_ROUNDS = 70;

/** Calls in the afternoon of a Tuesday, visits two evenings later. */
function roundOf({ zone }: Estate, day: Day): Beat[] {
  if (weekday(day) !== TUESDAY) return [];
  const random = randomOf(`dunning ${day}`);
  const drawn: { list: readonly Dun[] } = { list: [] };
  const choose = (ctx: Ctx) => {
    const asked = toBeAsked(dunningList(ctx, { stage: 'visit' }));
    drawn.list = random.some(
      asked.filter(({ debt }) => debt.debtor === 'owner'),
      CALLS + VISITS,
    );
  };
  const call = (ctx: Ctx) => {
    choose(ctx);
    for (const { unit, debt } of drawn.list.slice(0, CALLS)) {
      const debtor = debt.name ?? undefined;
      const { said } = random.weighted(SAID_ON_THE_PHONE);
      recordContact(ctx, { ...CONTACT, unit, debtor, way: 'phone', ...said });
    }
  };
  const visit = (ctx: Ctx) => {
    for (const { unit, debt } of drawn.list.slice(CALLS)) {
      if (!owesOverdue(ctx, debt.unitId)) continue;
      const debtor = debt.name ?? undefined;
      const { said, isSigned } = random.weighted(SAID_AT_THE_DOOR);
      const signed = isSigned && debtor ? ({ signedBy: debtor, relation: 'self' } as const) : {};
      recordContact(ctx, { ...CONTACT, unit, debtor, way: 'visit', ...said, ...signed });
    }
  };
  return [
    { at: atLocal(day, '15:20', zone), act: call },
    { at: atLocal(addDays(day, 2), '19:10', zone), act: visit },
  ];
}

const SAID_ON_THE_PHONE = [
  { weight: 5, said: { result: 'no-answer' } },
  { weight: 4, said: { result: 'reached', reason: '在外地，回来再缴' } },
  { weight: 2, said: { result: 'reached', reason: '手头紧，要求分期' } },
  { weight: 2, said: { result: 'refused', reason: '对保洁不满意' } },
] as const;

const SAID_AT_THE_DOOR = [
  { weight: 4, isSigned: false, said: { result: 'no-answer' } },
  {
    weight: 4,
    isSigned: true,
    said: { result: 'reached', reason: '收下催缴通知，未说明缴费时间' },
  },
  { weight: 1, isSigned: false, said: { result: 'refused', reason: '反映楼道堆物没有清理' } },
] as const;

/** Whoever disputes a bill is left alone, and its limitation runs on. */
function disputeOf({ zone }: Estate, payer: Payer | undefined, { opensOn }: MoneyTimes): Beat[] {
  if (!payer) return [];
  const unit = payer.unit.code;
  const act = (ctx: Ctx) =>
    void recordContact(ctx, {
      ...CONTACT,
      unit,
      way: 'phone',
      result: 'disputed',
      reason: DISPUTE,
    });
  return [{ at: atLocal(addDays(opensOn, 1), '10:50', zone), act }];
}

const DISPUTE = '称外墙渗水没有修好，渗水期间的物业费不认';

const owesOverdue = (ctx: Ctx, unitId: number): boolean =>
  listCharges(ctx.ledger, { unitId, state: 'outstanding' }).some(({ dueOn }) => dueOn < ctx.today);

function promised(payer: Payer, promiseOn: Day, reason?: string): Beat['act'] {
  return (ctx) => {
    if (!owesOverdue(ctx, payer.unit.id)) return;
    const unit = payer.unit.code;
    recordContact(ctx, { ...CONTACT, unit, way: 'phone', result: 'promised', promiseOn, reason });
  };
}

/** Some of those who pay late have said so, and kept it. */
const KEPT_PERCENT = 25;

function keptOf({ zone }: Estate, payer: Payer, times: MoneyTimes): Beat[] {
  return everyMonths(times.startsOn, addDays(times.today, 1), 3).flatMap((quarterOn) => {
    const paidAt = paysAt(payer, quarterOn, times, zone);
    const isTold = randomOf(`promise ${payer.unit.code} ${quarterOn}`).chance(KEPT_PERCENT);
    if (paidAt === undefined || !isTold) return [];
    const at: Moment = addMinutes(paidAt, -3 * 24 * 60 - 20);
    const opensAt = atLocal(addDays(times.opensOn, 1), '08:30', zone);
    // One that is still to come would stand on the agenda.
    const isOver = dayOf(paidAt, zone) < times.today;
    return at < opensAt || !isOver ? [] : [{ at, act: promised(payer, dayOf(paidAt, zone)) }];
  });
}

/** Two promises that were broken and followed up, one for today and one for tomorrow. */
function promisesOf(
  { zone }: Estate,
  { last, before }: { last: readonly Payer[]; before: readonly Payer[] },
  { today }: MoneyTimes,
): Beat[] {
  const ago = (days: number, time: string) => atLocal(addDays(today, -days), time, zone);
  const broken = (payer: Payer | undefined, made: number, day: number): Beat[] => {
    if (!payer) return [];
    const unit = payer.unit.code;
    const act = (ctx: Ctx) => {
      if (!owesOverdue(ctx, payer.unit.id)) return;
      recordContact(ctx, {
        ...CONTACT,
        unit,
        way: 'phone',
        result: 'reached',
        reason: '答应的日子没有缴，再催',
      });
    };
    return [
      { at: ago(made, '16:40'), act: promised(payer, addDays(today, -day), '发了工资就缴') },
      { at: ago(day - 1, '09:30'), act },
    ];
  };
  const open = (payer: Payer | undefined, made: number, inDays: number): Beat[] =>
    payer ? [{ at: ago(made, '11:30'), act: promised(payer, addDays(today, inDays)) }] : [];
  return [
    ...broken(last[0], 24, 16),
    ...broken(before[1], 37, 30),
    ...open(last[1], 4, 0),
    ...open(last[2], 3, 1),
    ...open(last[3], 2, 6),
  ];
}
