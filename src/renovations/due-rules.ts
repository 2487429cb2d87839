import type { Party } from '../deposits/model.ts';
import { totalFen } from '../lib/money.ts';
import type { Words } from '../lib/words.ts';
import type { Renovation } from './model.ts';

/** Something the policy has the household or the team pay. */
export interface Item {
  party: Party;
  /** Of the policy's `deposits`, or of its tariffs. */
  key: string;
  kind: 'deposit' | 'charge';
  words: Words;
  /** Of one; null: the policy does not say. */
  amountFen: number | null;
  /** Where the policy would say it. */
  path: string;
}

/** What is taken for a renovation: once before the permit, for each pass, for each lost permit. */
export type Occasion = 'permit' | 'pass' | 'lost';

/** What one of them is owed, and what was taken of it. */
export interface Due extends Item {
  occasion: Occasion;
  /** How many: passes, lost permits; 1 before the permit. */
  count: number;
  takenFen: number;
  /** What is still to be taken. */
  owedFen: number;
}

export interface Priced {
  /** Before the permit. */
  once: readonly Item[];
  /** For each pass. */
  pass: readonly Item[];
  /** For each lost permit or pass. */
  lost: Item;
}

/** What was taken so far for an item, in fen. */
export type Taken = (item: Item) => number;

/** Everything that household and team pay for a renovation (rules 94, 104). */
export function duesOf(
  priced: Priced,
  { permits, permittedAt }: Pick<Renovation, 'permits' | 'permittedAt'>,
  taken: Taken,
): Due[] {
  const passes = permits.filter(({ part }) => part > 0);
  const lost = permits.filter(({ fate }) => fate === 'lost');
  const unpaidPasses = passes.filter(({ passFen }) => passFen === null).length;
  const unpaidLost = lost.filter(({ lostFen }) => lostFen === null).length;
  return [
    ...priced.once.map((item) => once(item, taken(item), permittedAt !== null)),
    ...priced.pass.map((item) => each(item, 'pass', passes.length, unpaidPasses, taken(item))),
    each(priced.lost, 'lost', lost.length, unpaidLost, totalFen(lost.map((it) => it.lostFen ?? 0))),
  ].filter(({ count }) => count > 0);
}

/** A price that has risen since the permit is not asked for again. */
function once(item: Item, takenFen: number, isPermitted: boolean): Due {
  const owedFen = isPermitted ? 0 : Math.max(0, (item.amountFen ?? 0) - takenFen);
  return { ...item, occasion: 'permit', count: 1, takenFen, owedFen };
}

const each = (item: Item, occasion: Occasion, count: number, unpaid: number, takenFen: number) => ({
  ...item,
  occasion,
  count,
  takenFen,
  owedFen: unpaid * (item.amountFen ?? 0),
});
