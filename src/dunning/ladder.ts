import { monthsTouched } from '../accounts/arrears-rules.ts';
import type { Ctx } from '../context.ts';
import { DEBTORS } from '../fees/model.ts';
import type { Day } from '../lib/day.ts';
import { groupBy } from '../lib/group.ts';
import { dayOf, endOfDay, startOfDay } from '../lib/moment.ts';
import type { Words } from '../lib/words.ts';
import { same } from '../lib/words.ts';
import { knownBuilding } from '../registry/units.ts';
import { tariffName } from '../tariffs/tariffs.ts';
import * as contactStore from './contact-store.ts';
import * as debtStore from './debt-store.ts';
import { amountFenOf, debtsOf, keyText } from './debts.ts';
import { dayAfter, ladderOf, type Step, type Told } from './ladder-rules.ts';
import type { Contact, Debt, Hold, Stage } from './model.ts';
import { type Period, periodsOf } from './period-rules.ts';
import { promiseDueAt } from './promises.ts';

export interface DunQuery {
  asOf?: Day | undefined;
  /** All for whom this step is due; else the next one of each. */
  stage?: Stage | undefined;
  building?: string | undefined;
  minMonths?: number | undefined;
}

/** One debtor of one unit, the step that is due, and why it must wait where it must. */
export interface Dun extends Step {
  debt: Debt;
  unit: string;
  /** 开发商 of the developer's debts; null where nobody is known by name. */
  name: Words | null;
  phone: string | null;
  amountFen: number;
  oldestDueOn: Day;
  periods: readonly NamedPeriod[];
  hold: Hold | null;
  /** The day until which they are asked to pay. */
  dueBy: Day;
}

export type NamedPeriod = Period & { name: Words };

/**
 * Who is to be asked next for what was overdue on a day, by which step, and who must be left alone
 * (rules 133–135, 137); in the order of the estate. Of a past day: as known at its end, but whoever has
 * paid since is to be left alone.
 */
export function dunningList(ctx: Ctx, query: DunQuery): Dun[] {
  const { ledger, policy, zone } = ctx;
  const asOf = query.asOf ?? ctx.today;
  const building = query.building === undefined ? undefined : knownBuilding(ledger, query.building);
  const all = debtsOf(ctx, { asOf, building });
  const { minMonths = 0 } = query;
  const debts = minMonths > 0 ? all.filter((debt) => monthsOf(debt, asOf) >= minMonths) : all;
  const unitIds = [...new Set(debts.map(({ unitId }) => unitId))];
  const contacts = groupBy(
    contactStore.ofUnits(ledger, unitIds, endOfDay(asOf, zone)),
    (it) => `${it.unitId} ${keyText(it)}`,
  );
  const holdOf = holds(ctx, debts, asOf);
  return debts.flatMap((debt) => {
    const told = contacts.get(`${debt.unitId} ${keyText(debt)}`) ?? [];
    const { steps, hold, waits } = ladderOf(
      {
        charges: debt.charges,
        contacts: told.map((it) => toldOf(ctx, it)),
        canBeVisited: debt.livesThere,
      },
      asOf,
      policy.dunning,
    );
    const step = query.stage
      ? steps.find(({ stage }) => stage === query.stage)
      : (steps[0] ?? waits);
    return step ? [dunOf(ctx, debt, step, holdOf(debt) ?? hold, asOf)] : [];
  });
}

const monthsOf = ({ charges }: Debt, asOf: Day): number =>
  monthsTouched(
    charges.map(({ periodStart, periodEnd }) => [periodStart, periodEnd]),
    asOf,
  );

function dunOf(ctx: Ctx, debt: Debt, step: Step, hold: Hold | null, asOf: Day): Dun {
  return {
    ...step,
    debt,
    hold,
    unit: debt.unit,
    name: nameOf(debt),
    phone: debt.phone,
    amountFen: amountFenOf(debt),
    oldestDueOn: debt.charges[0]?.dueOn ?? asOf,
    periods: periodsOf(debt.charges).map((it) => ({
      ...it,
      name: tariffName(ctx.policy, it.tariff),
    })),
    dueBy: dayAfter(asOf, ctx.policy.dunning.notice),
  };
}

function nameOf({ debtor, name }: Debt): Words | null {
  if (debtor === 'developer') return DEBTORS.developer;
  return name === null ? null : same(name);
}

const toldOf = (ctx: Ctx, it: Contact): Told => ({
  ...it,
  on: dayOf(it.contactedAt, ctx.zone),
  heldUntil: it.promiseOn === null ? null : dayOf(promiseDueAt(ctx, it.promiseOn), ctx.zone),
});

/** Why a debt is left alone besides what was said of it: paid since, or to be collected at the door. */
function holds(ctx: Ctx, debts: readonly Debt[], asOf: Day): (debt: Debt) => Hold | null {
  const { ledger, zone } = ctx;
  const appointments = debtStore.appointed(ledger, startOfDay(asOf, zone), endOfDay(asOf, zone));
  const owed =
    asOf < ctx.today
      ? debtStore.stillOwed(
          ledger,
          debts.flatMap(({ charges }) => charges.map(({ id }) => id)),
          ctx.now,
        )
      : undefined;
  return ({ unitId, charges }) => {
    if (owed && !charges.some(({ id }) => owed.has(id))) return { kind: 'paid', until: null };
    const collectAt = appointments.get(unitId);
    return collectAt ? { kind: 'appointed', until: dayOf(collectAt, zone) } : null;
  };
}

/** The list without those who are left alone. */
export const toBeAsked = (list: readonly Dun[]): Dun[] => list.filter(({ hold }) => hold === null);
