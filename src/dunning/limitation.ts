import type { Ctx } from '../context.ts';
import { type Duty, OF_THE_DESK } from '../deadlines/model.ts';
import { DEBTORS } from '../fees/model.ts';
import type { Day } from '../lib/day.ts';
import { addDays, addMonths, daysBetween } from '../lib/day.ts';
import { dueAt } from '../lib/due.ts';
import type { Duration } from '../lib/duration.ts';
import { groupBy } from '../lib/group.ts';
import { dayOf, endOfDay, type Moment, startOfDay } from '../lib/moment.ts';
import { yuanText } from '../lib/money.ts';
import type { Words } from '../lib/words.ts';
import { plural, same, w } from '../lib/words.ts';
import { term } from '../policy/policy.ts';
import { peopleOf } from '../registry/owners.ts';
import { requireUnit } from '../registry/units.ts';
import { tariffName } from '../tariffs/tariffs.ts';
import { parties } from './debt-store.ts';
import { keyText } from './debts.ts';
import { type Interruption, type Limitation, limitationOf } from './limitation-rules.ts';
import * as store from './limitation-store.ts';
import { standing } from './returned-rules.ts';

export interface LimitationQuery {
  asOf?: Day | undefined;
  /** Whose last day comes by then; the policy's warning unless said. */
  within?: Duration | undefined;
  unit?: string | undefined;
}

/** A charge still owed, and the last day of its limitation. */
export interface Limited extends Limitation, store.OldCharge {
  tariffName: Words;
  /** 开发商 of the developer's; null where nobody is known by name. */
  name: Words | null;
  /** To its last day; negative where it is over. */
  daysLeft: number;
  isOver: boolean;
}

const LIMITATION = 'dunning.limitation';
const WARN = 'dunning.warn';

/**
 * Charges whose limitation ends soon or is over, by their last day. One that is over is
 * still owed: the debtor may refuse to pay, or pay (Civil Code art. 192).
 */
export function limitations(
  ctx: Ctx,
  { asOf = ctx.today, within, unit }: LimitationQuery,
): Limited[] {
  const limit = within ?? term(ctx.policy, WARN).limit;
  const until = dayOf(dueAt(startOfDay(asOf, ctx.zone), limit, ctx.policy.calendar), ctx.zone);
  const unitIds = unit === undefined ? undefined : [requireUnit(ctx.ledger, unit).id];
  const months = monthsOf(ctx);
  const at = endOfDay(asOf, ctx.zone);
  const charges = store.oldCharges(ctx.ledger, { dueTo: latestFrom(until, months), at, unitIds });
  const ending = withLimits(ctx, charges, months, at).filter(({ lastOn }) => lastOn <= until);
  return named(ctx, asOf, ending);
}

type Bare = Limitation & store.OldCharge;

/** No month is more than three days shorter than another. */
const SHORTER_BY = 3;

/** The latest day from which a limitation that ends by a day may count. */
const latestFrom = (lastOn: Day, months: number): Day =>
  addDays(addMonths(lastOn, -months), SHORTER_BY);

const monthsOf = ({ policy }: Ctx): number => term(policy, LIMITATION).limit.amount;

/**
 * What ends between two days, without what was over before: read where it may have begun to count in
 * that time, so that the agenda need not go through debts of ten years.
 */
function endingBetween(ctx: Ctx, asOf: Day, until: Day): Bare[] {
  const { ledger, zone } = ctx;
  const months = monthsOf(ctx);
  const at = endOfDay(asOf, zone);
  const [from, to] = [addMonths(asOf, -months), latestFrom(until, months)];
  const charges = store.oldCharges(ledger, { dueFrom: from, dueTo: to, at });
  if (store.isAnyDueBefore(ledger, from)) {
    const unitIds = store.unitsAsked(ledger, from, to);
    const ids = store.chargesPaid(ledger, from, startOfDay(from, zone), endOfDay(to, zone));
    charges.push(...store.oldCharges(ledger, { dueTo: addDays(from, -1), at, unitIds, ids }));
  }
  return withLimits(ctx, charges, months, at).filter(
    ({ lastOn }) => lastOn >= asOf && lastOn <= until,
  );
}

function withLimits(
  ctx: Ctx,
  charges: readonly store.OldCharge[],
  months: number,
  at: Moment,
): Bare[] {
  if (charges.length === 0) return [];
  const interruptionsOf = interruptions(ctx, charges, at);
  // Most share their due day with many others.
  const uninterrupted = new Map<Day, Limitation>();
  const limitOf = (charge: store.OldCharge): Limitation => {
    const causes = interruptionsOf(charge);
    if (causes.length > 0) return limitationOf(charge.dueOn, causes, months);
    const known = uninterrupted.get(charge.dueOn) ?? limitationOf(charge.dueOn, [], months);
    uninterrupted.set(charge.dueOn, known);
    return known;
  };
  return charges
    .map((charge) => ({ ...charge, ...limitOf(charge) }))
    .sort((a, b) => (a.lastOn < b.lastOn ? -1 : a.lastOn > b.lastOn ? 1 : 0));
}

/** Of each of these charges what started its limitation anew, read for all of them at once. */
function interruptions(
  { ledger, zone }: Ctx,
  charges: readonly store.OldCharge[],
  at: Moment,
): (charge: store.OldCharge) => Interruption[] {
  const unitIds = [...new Set(charges.map(({ unitId }) => unitId))];
  const ids = charges.map(({ id }) => id);
  const contacts = groupBy(effectiveOf(store.contactsOf(ledger, unitIds, at)), (it) => it.unitId);
  const payments = groupBy(store.partPayments(ledger, ids, at), (it) => it.chargeId);
  return (charge) => [
    ...(contacts.get(charge.unitId) ?? [])
      .filter((contact) => isAbout(contact, charge))
      .map(asInterruption),
    ...(payments.get(charge.id) ?? []).map(
      ({ paidAt }): Interruption => ({ on: dayOf(paidAt, zone), cause: 'payment' }),
    ),
  ];
}

type Effective = store.Asking & { effectiveOn: Day };

/** What starts the limitation anew, but for messages that came back. */
const effectiveOf = (contacts: readonly store.Asking[]): Effective[] =>
  [...groupBy(contacts, (it) => `${it.unitId} ${keyText(it)}`).values()]
    .flatMap(standing)
    .filter((it): it is Effective => it.effectiveOn !== null);

const asInterruption = ({ effectiveOn, promiseOn }: Effective): Interruption => ({
  on: effectiveOn,
  cause: promiseOn === null ? 'contact' : 'promise',
});

/** Asked of the same debtor, when the charge was overdue and billed. */
const isAbout = (contact: Effective, charge: store.OldCharge): boolean =>
  contact.newestDueOn !== null &&
  charge.dueOn <= contact.newestDueOn &&
  charge.billedAt <= contact.contactedAt &&
  (keyText(contact) === keyText(charge) ||
    (charge.debtor === 'owner' && charge.debtorId === null && contact.debtor === 'owner'));

function named(ctx: Ctx, asOf: Day, charges: readonly Bare[]): Limited[] {
  const { ledger, policy } = ctx;
  const persons = peopleOf(ledger, [...new Set(charges.flatMap(({ debtorId }) => debtorId ?? []))]);
  const lessees = parties(ledger, [
    ...new Set(charges.flatMap(({ subscriptionId }) => subscriptionId ?? [])),
  ]);
  const nameOf = ({ debtor, debtorId, subscriptionId }: Bare): Words | null => {
    if (debtor === 'developer') return DEBTORS.developer;
    const name =
      debtor === 'party'
        ? lessees.get(subscriptionId ?? 0)
        : debtorId === null
          ? undefined
          : persons.get(debtorId)?.name;
    return name ? same(name) : null;
  };
  return charges.map((charge) => ({
    ...charge,
    tariffName: tariffName(policy, charge.tariff),
    name: nameOf(charge),
    daysLeft: daysBetween(asOf, charge.lastOn),
    isOver: charge.lastOn < asOf,
  }));
}

/**
 * What the agenda says of it: one line for all charges whose limitation ends within the policy's
 * warning, due on the earliest last day; nothing where there are none. What is over stands in the list
 * alone.
 */
export function limitationDuties(ctx: Ctx): Duty[] {
  const { zone, today } = ctx;
  const { limit: warn } = term(ctx.policy, WARN);
  const until = dayOf(dueAt(startOfDay(today, zone), warn, ctx.policy.calendar), zone);
  const near = endingBetween(ctx, today, until);
  const [first] = near;
  if (!first) return [];
  const { clause, limit } = term(ctx.policy, LIMITATION);
  return [
    {
      ...OF_THE_DESK,
      subject: warn.text,
      kind: 'fee.limitation',
      role: 'clerk',
      sinceAt: startOfDay(first.from, zone),
      dueAt: endOfDay(first.lastOn, zone),
      clause,
      limit: limit.text,
      title: summary(near)[ctx.lang],
    },
  ];
}

function summary(near: readonly Bare[]): Words {
  const units = new Set(near.map(({ unitId }) => unitId)).size;
  const yuan = yuanText(near.reduce((sum, { outstandingFen }) => sum + outstandingFen, 0));
  return w(
    `${units} 户 ${near.length} 笔 ${yuan} 元`,
    `${plural(units, 'unit')}, ${plural(near.length, 'charge')}, ${yuan} yuan`,
  );
}
