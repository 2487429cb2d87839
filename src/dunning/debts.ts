import type { Ctx } from '../context.ts';
import type { Day } from '../lib/day.ts';
import { groupBy } from '../lib/group.ts';
import { endOfDay } from '../lib/moment.ts';
import { peopleOf } from '../registry/owners.ts';
import { AGREEMENTS } from '../tariffs/model.ts';
import * as store from './debt-store.ts';
import type { Debt, DebtorKey } from './model.ts';

export interface DebtQuery {
  /** Overdue on this day: due before it; all that happened until its end counts. */
  asOf: Day;
  /** As units name it. */
  building?: string | undefined;
  unitId?: number | undefined;
}

/** The same debtor, whatever unit: the text of the key. */
export const keyText = ({ debtor, debtorId, subscriptionId }: NullableKey): string =>
  `${debtor} ${debtorId} ${subscriptionId}`;

type NullableKey = Omit<DebtorKey, 'debtor'> & { debtor: DebtorKey['debtor'] | null };

/**
 * What was overdue on a day, by unit and by whoever owes it: nobody is asked for what the owner before,
 * the developer or a lessee owes. What an owner owes who is not known by name is owed by the owner of
 * that day.
 */
export function debtsOf(ctx: Ctx, { asOf, building, unitId }: DebtQuery): Debt[] {
  const { ledger, zone } = ctx;
  const at = endOfDay(asOf, zone);
  const rows = store.overdue(ledger, { asOf, at, building, unitId });
  const unitIds = [...new Set(rows.map((row) => row.unitId))];
  const stays = groupBy(store.staysOn(ledger, unitIds, asOf), (stay) => stay.unitId);
  const empty = store.agreedOn(ledger, Object.keys(AGREEMENTS), asOf);
  const ownerOf = (id: number) =>
    stays.get(id)?.find(({ role }) => role === 'owner')?.personId ?? null;
  const known = rows.map((row) =>
    row.debtor === 'owner' && row.debtorId === null
      ? { ...row, debtorId: ownerOf(row.unitId) }
      : row,
  );
  const codes = store.codesOf(ledger, unitIds);
  const people = peopleOf(ledger, idsOf(known, 'debtorId'));
  const parties = store.parties(ledger, idsOf(known, 'subscriptionId'));
  const groups = groupBy(known, (row) => `${row.unitId} ${keyText(row)}`);
  return [...groups.values()].flatMap((charges) => {
    const [first] = charges;
    if (!first) return [];
    const { debtor, debtorId, subscriptionId } = first;
    const person = debtorId === null ? undefined : people.get(debtorId);
    const party = subscriptionId === null ? null : (parties.get(subscriptionId) ?? null);
    const lodged = lodging(first, stays.get(first.unitId) ?? [], empty.has(first.unitId));
    return [
      {
        ...{ debtor, debtorId, subscriptionId, ...lodged, charges },
        unitId: first.unitId,
        unit: codes.get(first.unitId) ?? '',
        name: debtor === 'party' ? party : (person?.name ?? null),
        phone: person?.phone ?? null,
      },
    ];
  });
}

/** Whether the debtor can be met at the unit, and whether a letter there reaches them. */
function lodging(
  { debtor, debtorId }: store.DebtRow,
  stays: readonly store.StayRow[],
  isEmpty: boolean,
): Pick<Debt, 'livesThere' | 'hasMailThere'> {
  const isRegistered = debtorId !== null && stays.some(({ personId }) => personId === debtorId);
  return {
    livesThere: isRegistered && !isEmpty,
    hasMailThere: isRegistered || (debtor === 'owner' && debtorId === null),
  };
}

const idsOf = (rows: readonly store.DebtRow[], key: 'debtorId' | 'subscriptionId'): number[] => [
  ...new Set(rows.flatMap((row) => row[key] ?? [])),
];

export const amountFenOf = ({ charges }: Pick<Debt, 'charges'>): number =>
  charges.reduce((sum, { outstandingFen }) => sum + outstandingFen, 0);
