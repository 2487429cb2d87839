import type { Party } from '../deposits/model.ts';
import type { Moment } from '../lib/moment.ts';
import { totalFen } from '../lib/money.ts';

/** A deposit as far as a deduction asks. */
export interface Held {
  no: string;
  party: Party;
  heldFen: number;
  takenAt: Moment;
}

/** What is kept back of one deposit. */
export interface Part {
  no: string;
  party: Party;
  amountFen: number;
}

export interface Split {
  /** In the order in which the deposits give. */
  parts: readonly Part[];
  /** Beyond what is held: claimed of the household. */
  claimFen: number;
}

/** Whose deposits give first (rule 110). */
const ORDER: readonly Party[] = ['team', 'household'];

/**
 * Where an amount is taken from (rule 110): the team's deposits, then the household's, the oldest
 * first; what is left is claimed of the household.
 */
export function splitDeduction(amountFen: number, held: readonly Held[]): Split {
  const parts: Part[] = [];
  let leftFen = amountFen;
  for (const { no, party, heldFen } of inOrder(held)) {
    const partFen = Math.min(leftFen, heldFen);
    if (partFen <= 0) continue;
    parts.push({ no, party, amountFen: partFen });
    leftFen -= partFen;
  }
  return { parts, claimFen: leftFen };
}

const inOrder = (held: readonly Held[]): Held[] =>
  ORDER.flatMap((party) => held.filter((each) => each.party === party).sort(byMoment));

const byMoment = (a: Held, b: Held): number =>
  a.takenAt === b.takenAt ? 0 : a.takenAt < b.takenAt ? -1 : 1;

/** The parts of each party together, in the order in which they give; none of a party without. */
export const sumByParty = (parts: readonly Omit<Part, 'no'>[]) =>
  ORDER.map((party) => ({
    party,
    amountFen: totalFen(
      parts.filter((each) => each.party === party).map(({ amountFen }) => amountFen),
    ),
  })).filter(({ amountFen }) => amountFen > 0);
