import { type Deposit, PARTIES, type Party } from '../deposits/model.ts';
import { totalFen, yuanText } from '../lib/money.ts';
import type { Renovation } from './model.ts';
import { promisers } from './rules.ts';

/** The deposits of one party for one renovation. */
export interface PartyDeposits {
  party: Party;
  takenFen: number;
  deductedFen: number;
  refundedFen: number;
  heldFen: number;
}

type Moves = Pick<Deposit, 'moves'>;

const moved = ({ moves }: Moves, kind: 'take' | 'deduct' | 'refund'): number =>
  totalFen(moves.filter((move) => move.kind === kind).map(({ amountFen }) => Math.abs(amountFen)));

export const takenFen = (deposit: Moves): number => moved(deposit, 'take');

/**
 * What was taken, kept back, refunded and is held, of each party that there is; a household that does
 * the works itself may have given what a kind of deposit calls the team's.
 */
export function byParty(
  it: Pick<Renovation, 'contractor'>,
  deposits: readonly Pick<Deposit, 'party' | 'heldFen' | 'moves'>[],
): PartyDeposits[] {
  const parties = (Object.keys(PARTIES) as Party[]).filter(
    (party) => promisers(it).includes(party) || deposits.some((each) => each.party === party),
  );
  return parties.map((party) => {
    const own = deposits.filter((each) => each.party === party);
    return {
      party,
      takenFen: totalFen(own.map(takenFen)),
      deductedFen: totalFen(own.map((each) => moved(each, 'deduct'))),
      refundedFen: totalFen(own.map((each) => moved(each, 'refund'))),
      heldFen: totalFen(own.map(({ heldFen }) => heldFen)),
    };
  });
}

interface Keys {
  fees: Readonly<Record<'household' | 'team' | 'pass', readonly string[]>>;
  lost: string;
  claim: string;
}

/**
 * The charges for what the deposits did not cover (rule 110). One of a tariff that the policy no longer
 * names counts while it is owed, so that no renovation is closed over a claim whose tariff was renamed.
 */
export function claimsAmong<C extends { tariff: string; outstandingFen: number }>(
  charges: readonly C[],
  { fees, lost, claim }: Keys,
): C[] {
  const paidBefore = [...fees.household, ...fees.team, ...fees.pass, lost];
  return charges.filter(
    ({ tariff, outstandingFen }) =>
      tariff === claim || (outstandingFen > 0 && !paidBefore.includes(tariff)),
  );
}

/** What is typed to have the claim on the household paid, and nothing else it owes. */
export const payClaimLine = (unit: string, openFen: number, charges: readonly number[]): string =>
  `wy fee pay --unit ${unit} --amount ${yuanText(openFen)} --for ${charges.join(',')} --method …`;
