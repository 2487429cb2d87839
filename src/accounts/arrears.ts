import type { Ctx } from '../context.ts';
import { DEBTORS } from '../fees/model.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Day } from '../lib/day.ts';
import { endOfDay } from '../lib/moment.ts';
import { same, type Words } from '../lib/words.ts';
import { peopleOf } from '../registry/owners.ts';
import { knownBuilding } from '../registry/units.ts';
import type { DebtorKey, Standing } from './arrears-rules.ts';
import { bucketAmounts, bucketsAt, monthsTouched, nameOn, otherDebtors } from './arrears-rules.ts';
import * as store from './arrears-store.ts';
import type { Arrears, Buckets } from './model.ts';
import { notYet } from './text.ts';

export interface ArrearsQuery {
  /** Overdue on this day: due before it; all that happened until its end counts. */
  asOf: Day;
  /** In any notation. */
  building?: string | undefined;
  /** Key of a tariff. */
  tariff?: string | undefined;
  minMonths?: number | undefined;
  unitIds?: readonly number[] | undefined;
}

/**
 * What each unit owed on a day of charges due before it, as known at the end of that day (rule 135): in
 * the order of the estate, without those that owe nothing. Refuses an unknown building.
 */
export function arrearsOf(ctx: Ctx, { asOf, minMonths = 0, ...query }: ArrearsQuery): Arrears[] {
  const { ledger, policy, zone } = ctx;
  const buckets = bucketsAt(asOf, policy.fees.ageing);
  const building = query.building === undefined ? undefined : knownBuilding(ledger, query.building);
  const filter = { ...query, building, asOf, at: endOfDay(asOf, zone) };
  const found = store.arrears(ledger, filter, buckets).map((row) => {
    const standing: Standing = { handoverOn: row.handoverOn, owners: JSON.parse(row.owners) };
    const others = otherDebtors(JSON.parse(row.debtors), standing, asOf);
    return { row, standing, others, months: monthsTouched(JSON.parse(row.spans), asOf) };
  });
  const nameOf = namesOf(
    ledger,
    found.flatMap(({ others }) => others),
  );
  return found
    .filter(({ months }) => months >= minMonths)
    .map(({ row, standing, others, months }) => ({
      unitId: row.unitId,
      unit: row.unit,
      building: row.building,
      name: nameOn(standing, asOf),
      others: others.map(nameOf),
      months,
      amountFen: row.amountFen,
      oldestDueOn: row.oldestDueOn,
      buckets: bucketAmounts(buckets, JSON.parse(row.bucketsFen)),
    }));
}

export interface ArrearsTotal {
  /** The key of a tariff, a building; '' of all. */
  group: string;
  amountFen: number;
  charges: number;
  units: number;
  /** Debtors of units: who owes of two units is counted twice. */
  debts: number;
  buckets: Buckets;
}

export type ArrearsTotals = Readonly<
  Record<store.ArrearsSum['by'], ReadonlyMap<string, ArrearsTotal>>
>;

/** Overdue on a day, as known at a moment. */
type AsOf = Pick<store.ArrearsFilter, 'asOf' | 'at'>;

/** What is owed all in all, and by tariff and building where asked, with its ageing (rule 135). */
export function arrearsTotals(
  { ledger, policy }: Ctx,
  asOf: AsOf,
  by: readonly store.ArrearsSum['by'][],
): ArrearsTotals {
  const buckets = bucketsAt(asOf.asOf, policy.fees.ageing);
  const rows = store.arrearsSums(ledger, asOf, buckets, by);
  const of = (wanted: store.ArrearsSum['by']) =>
    new Map(
      rows
        .filter((row) => row.by === wanted)
        .map(({ by: _, firstUnit: __, bucketsFen, ...row }) => [
          row.group,
          { ...row, buckets: bucketAmounts(buckets, JSON.parse(bucketsFen)) },
        ]),
    );
  return { all: of('all'), tariff: of('tariff'), building: of('building') };
}

/** Each debtor of each unit, in the order of the estate; nobody is named. */
export const debtsOwed = ({ ledger }: Ctx, asOf: AsOf): store.DebtSum[] =>
  store.debtSums(ledger, asOf);

function namesOf(ledger: Ledger, keys: readonly DebtorKey[]): (key: DebtorKey) => Words {
  const idsOf = (kind: DebtorKey[0]) =>
    keys.flatMap(([each, id]) => (each === kind && id !== null ? [id] : []));
  const named = (found: readonly { id: number; name: string }[]) =>
    new Map(found.map(({ id, name }) => [id, same(name)]));
  const names: Partial<Record<DebtorKey[0], Map<number, Words>>> = {
    owner: named([...peopleOf(ledger, idsOf('owner')).values()]),
    party: named(store.parties(ledger, idsOf('party'))),
  };
  return ([kind, id]) => names[kind]?.get(id ?? 0) ?? DEBTORS[kind];
}

export interface ArrearsReport {
  asOf: Day;
  /** The months at which the buckets end. */
  ageing: readonly number[];
  /** The buckets stand in columns of their own. */
  showsAgeing: boolean;
  rows: readonly Arrears[];
}

/** As `arrearsOf`, of today unless said. */
export function reportArrears(
  ctx: Ctx,
  {
    showsAgeing,
    ...query
  }: Omit<ArrearsQuery, 'asOf'> & { asOf?: Day | undefined; showsAgeing: boolean },
): ArrearsReport {
  const asOf = query.asOf ?? ctx.today;
  if (asOf > ctx.today) ctx.warn(notYet(asOf));
  const rows = arrearsOf(ctx, { ...query, asOf });
  return { asOf, ageing: ctx.policy.fees.ageing, showsAgeing, rows };
}
