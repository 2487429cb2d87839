import type { Deposit, Party } from '../deposits/model.ts';
import { PARTIES } from '../deposits/model.ts';
import type { Day } from '../lib/day.ts';
import { addDays, addMonths } from '../lib/day.ts';
import type { Duration } from '../lib/duration.ts';
import { dayOf } from '../lib/moment.ts';
import { totalFen, yuanText } from '../lib/money.ts';
import { type Words, w } from '../lib/words.ts';
import type { Zone } from '../lib/zone.ts';
import type { Due } from './due-rules.ts';
import type { Renovation, State } from './model.ts';

/** Whose promises are needed: the household's, and the team's where there is one (rule 86). */
export const promisers = ({ contractor }: Pick<Renovation, 'contractor'>): readonly Party[] =>
  contractor === null ? ['household'] : ['household', 'team'];

/** The codes that not everybody has promised. */
export function unpromised(
  it: Pick<Renovation, 'contractor' | 'promises'>,
  codes: readonly string[],
): string[] {
  const made = new Set(it.promises.map(({ code, party }) => `${party} ${code}`));
  return codes.filter((code) => promisers(it).some((party) => !made.has(`${party} ${code}`)));
}

/** Which papers are still asked for: those of the permit once the review has passed. */
export function stagesOf(state: State): readonly ('review' | 'permit')[] {
  if (state === 'applied' || state === 'refused') return ['review'];
  return state === 'reviewed' || state === 'approved' ? ['review', 'permit'] : [];
}

/** `住户 装修保证金 2000.00`. */
export function dueWords({ party, words, owedFen }: Due): Words {
  const of = PARTIES[party];
  const yuan = yuanText(owedFen);
  return w(`${of.zh} ${words.zh} ${yuan}`, `${of.en}, ${words.en}, ${yuan}`);
}

/** `1 V09` of each that is not put right. */
export const openViolations = ({ violations }: Pick<Renovation, 'violations'>): string[] =>
  violations
    .filter(({ rectifiedAt }) => rectifiedAt === null)
    .map(({ part, code }) => `${part} ${code}`);

/** The number of the household's permit is that of the renovation; passes have their own behind it. */
export const permitNo = (no: string, part: number): string =>
  part === 0 ? no : `${no}-${String(part).padStart(2, '0')}`;

/** The first day on which it may be re-inspected (rule 106). */
export function reinspectFromOn(
  { acceptedAt }: Pick<Renovation, 'acceptedAt'>,
  { amount, unit }: Duration,
  zone: Zone,
): Day | null {
  if (acceptedAt === null) return null;
  const acceptedOn = dayOf(acceptedAt, zone);
  return unit === 'mo' ? addMonths(acceptedOn, amount) : addDays(acceptedOn, amount);
}

type Moves = Pick<Deposit, 'moves'>;

const moved = ({ moves }: Moves, kind: 'take' | 'deduct' | 'refund'): number =>
  totalFen(moves.filter((move) => move.kind === kind).map(({ amountFen }) => Math.abs(amountFen)));

export const takenFen = (deposit: Moves): number => moved(deposit, 'take');

/** What was taken, kept back, refunded and is held, of each party that there is. */
export function byParty(
  it: Pick<Renovation, 'contractor'>,
  deposits: readonly Pick<Deposit, 'party' | 'heldFen' | 'moves'>[],
) {
  return promisers(it).map((party) => {
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

/** What is typed to have the claim on the household paid, and nothing else it owes. */
export const payClaimLine = (unit: string, openFen: number, charges: readonly number[]): string =>
  `wy fee pay --unit ${unit} --amount ${yuanText(openFen)} --for ${charges.join(',')} --method …`;
