import type { ArrearsTotal } from '../accounts/arrears.ts';
import type { GroupBy, Rates } from '../accounts/model.ts';
import { currentIn, type GroupCollected } from '../accounts/rate.ts';
import { ratesOf } from '../accounts/rate-rules.ts';
import type { Ctx } from '../context.ts';
import type { Month } from '../lib/day.ts';
import { monthOf } from '../lib/day.ts';
import { monthSpan } from '../lib/day-span.ts';
import { monthFrom } from '../lib/month.ts';
import { type Rate, rateOf } from '../lib/rate.ts';
import { same, type Words, w } from '../lib/words.ts';
import { tariffName } from '../tariffs/tariffs.ts';
import { type Span, spanOf } from './model.ts';
import { arrearsIn, collectedIn } from './reading.ts';

/** What a tariff or a building brought in, with all rates, and what is owed of it at the end. */
export interface FeeRow extends GroupCollected, Rates {
  arrearsFen: number;
  /** Units in arrears. */
  arrearsUnits: number;
}

export type FeeTables = Readonly<Record<GroupBy, readonly FeeRow[]>>;

/** By tariff in the order of the policy, by building in that of the estate; only what has anything to tell. */
export function feeTables(ctx: Ctx, span: Span): FeeTables {
  const owed = arrearsIn(ctx, span);
  const collected = collectedIn(ctx, span);
  const rowsOf = (groupBy: GroupBy): FeeRow[] =>
    collected[groupBy].filter(hasAny).map((it) => ({
      ...it,
      ...ratesOf(it),
      arrearsFen: owed[groupBy].get(it.group)?.amountFen ?? 0,
      arrearsUnits: owed[groupBy].get(it.group)?.units ?? 0,
    }));
  return { tariff: rowsOf('tariff'), building: rowsOf('building') };
}

const hasAny = ({ chargedFen, recoveredFen, stillOwedFen }: GroupCollected): boolean =>
  chargedFen !== 0 || recoveredFen !== 0 || stillOwedFen !== 0;

/** How old what is owed is: all of it, and by tariff and building. */
export interface AgeingTable {
  /** From the youngest on: `3`, `6`, …, `over`. */
  buckets: readonly { key: string; label: Words; amountFen: number; share: Rate }[];
  totalFen: number;
  tariffs: readonly AgeingRow[];
  buildings: readonly AgeingRow[];
}

export type AgeingRow = ArrearsTotal & { name: Words };

/** The arrears of the last day by how long they have been due (rule 135). */
export function ageingTable(ctx: Ctx, span: Span): AgeingTable {
  const found = arrearsIn(ctx, span);
  const all = found.all.get('');
  const totalFen = all?.amountFen ?? 0;
  const named = (rows: Iterable<ArrearsTotal>, nameOf: (group: string) => Words) =>
    [...rows].map((row) => ({ ...row, name: nameOf(row.group) }));
  return {
    buckets: bucketLabels(ctx.policy.fees.ageing).map(([key, label]) => {
      const amountFen = all?.buckets[key] ?? 0;
      return { key, label, amountFen, share: rateOf(amountFen, totalFen) };
    }),
    totalFen,
    tariffs: named(inPolicyOrder(ctx, found.tariff), (tariff) => tariffName(ctx.policy, tariff)),
    buildings: named(found.building.values(), same),
  };
}

/** A tariff no longer there comes last. */
function inPolicyOrder({ policy }: Ctx, found: ReadonlyMap<string, ArrearsTotal>): ArrearsTotal[] {
  const keys = Object.keys(policy.fees.tariffs);
  const placeOf = (key: string) => (keys.includes(key) ? keys.indexOf(key) : keys.length);
  return [...found.values()].sort((a, b) => placeOf(a.group) - placeOf(b.group));
}

/** Of the policy's months: `0–3 月`, …, `24 月以上`. */
function bucketLabels(ageing: readonly number[]): [key: string, label: Words][] {
  const last = ageing.at(-1) ?? 0;
  return [
    ...ageing.map((until, at): [string, Words] => {
      const range = `${ageing[at - 1] ?? 0}–${until}`;
      return [String(until), w(`${range} 月`, `${range} mo`)];
    }),
    ['over', w(`${last} 月以上`, `over ${last} mo`)],
  ];
}

/** A month's bills, what was paid of them by its end, and their rate. */
export interface CollectedMonth {
  month: Month;
  owedFen: number;
  paidFen: number;
  current: Rate;
}

/** The last months up to that of the span's end, the oldest first; each as it stood at its own end. */
export function collectionByMonth(ctx: Ctx, span: Span, months: number): CollectedMonth[] {
  const last = monthOf(span.endOn);
  return Array.from({ length: months }, (_, at) => monthFrom(last, at + 1 - months)).map(
    (month) => {
      const { owedFen, paidFen } = currentIn(ctx, spanOf(monthSpan(month), ctx));
      return { month, owedFen, paidFen, current: rateOf(paidFen, owedFen) };
    },
  );
}
