import { PARTIES, type Party } from '../deposits/model.ts';
import { totalFen, yuanText } from '../lib/money.ts';
import { type Words, w } from '../lib/words.ts';
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
  /** For how many of them nothing was taken yet. */
  unpaid: number;
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

/** What was booked so far for an item. */
interface Booked {
  takenFen: number;
  /** Charged, and owed: a receipt was taken back. */
  openFen: number;
}

export type BookedFor = (item: Item) => Booked;

/** Everything that household and team pay for a renovation (rules 94, 104). */
export function duesOf(
  priced: Priced,
  it: Pick<Renovation, 'permits' | 'permittedAt' | 'cancelledAt'>,
  bookedFor: BookedFor,
): Due[] {
  const { permits } = it;
  const passes = permits.filter(({ part }) => part > 0);
  const lost = permits.filter(({ fate }) => fate === 'lost');
  const lostFen = totalFen(lost.map((it) => it.lostFen ?? 0));
  const { openFen } = bookedFor(priced.lost);
  const unpaidPasses = passes.filter(({ passFen }) => passFen === null).length;
  const unpaidLost = lost.filter((it) => it.lostFen === null).length;
  return [
    ...priced.once.map((item) => once(item, bookedFor(item), isAhead(it))),
    ...priced.pass.map((item) => ({
      ...each(item, unpaidPasses, bookedFor(item)),
      ...{ occasion: 'pass' as const, count: passes.length },
    })),
    {
      ...each(priced.lost, unpaidLost, { takenFen: Math.max(0, lostFen - openFen), openFen }),
      ...{ occasion: 'lost' as const, count: lost.length },
    },
  ].filter(({ count }) => count > 0);
}

/** Whether it may still be permitted: a price that has risen since is not asked for again. */
const isAhead = ({ permittedAt, cancelledAt }: Pick<Renovation, 'permittedAt' | 'cancelledAt'>) =>
  permittedAt === null && cancelledAt === null;

function once(item: Item, { takenFen, openFen }: Booked, isAsked: boolean): Due {
  const restFen = Math.max(0, (item.amountFen ?? 0) - takenFen - openFen);
  const owedFen = openFen + (isAsked ? restFen : 0);
  const isOwed = owedFen > 0 || (item.amountFen === null && isAsked);
  return { ...item, occasion: 'permit', count: 1, takenFen, unpaid: Number(isOwed), owedFen };
}

const each = (item: Item, unpaid: number, { takenFen, openFen }: Booked) => ({
  ...item,
  takenFen,
  unpaid,
  owedFen: openFen + unpaid * (item.amountFen ?? 0),
});

/**
 * Where the policy leaves an amount unset that is to be taken: before the permit, of passes too; of
 * lost ones nothing is asked then.
 */
export function unsetPaths(
  { once, pass }: Priced,
  it: Pick<Renovation, 'permittedAt' | 'cancelledAt'>,
  dues: readonly Due[],
): string[] {
  const owed = dues.filter(({ occasion, unpaid }) => occasion === 'pass' && unpaid > 0);
  const items: readonly Item[] = isAhead(it) ? [...once, ...pass] : owed;
  return [...new Set(items.filter(({ amountFen }) => amountFen === null).map(({ path }) => path))];
}

/** `住户 装修保证金 2000.00`. */
export function dueWords({ party, words, owedFen }: Due): Words {
  const of = PARTIES[party];
  const yuan = yuanText(owedFen);
  return w(`${of.zh} ${words.zh} ${yuan}`, `${of.en}, ${words.en}, ${yuan}`);
}
