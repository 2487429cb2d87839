import { PARTIES, type Party } from '../deposits/model.ts';
import type { Charge } from '../fees/model.ts';
import { misused, refused, type WyError } from '../lib/errors.ts';
import { totalFen } from '../lib/money.ts';
import { w } from '../lib/words.ts';
import type { Due, Occasion } from '../renovations/due-rules.ts';
import type { Renovation } from '../renovations/model.ts';

/** What one party is to pay now, in one go. */
export interface Bill {
  party: Party;
  dues: readonly Due[];
  totalFen: number;
}

/** What is owed now, of one party or of both, the household first. */
export function billsOf(dues: readonly Due[], asked: Party | undefined): Bill[] {
  const parties = (Object.keys(PARTIES) as Party[]).filter((it) => (asked ?? it) === it);
  return parties
    .map((party) => dues.filter((due) => due.party === party && due.owedFen > 0))
    .flatMap((owed) => {
      const [first] = owed;
      return first ? [{ party: first.party, dues: owed, totalFen: sumOf(owed) }] : [];
    });
}

export const sumOf = (dues: readonly Due[]): number => totalFen(dues.map(({ owedFen }) => owedFen));

/** Who pays, if nobody else is named: the team's firm, or whoever applied, who may be a tenant. */
export const payerFor = (
  { contractor, applicantName }: Pick<Renovation, 'contractor' | 'applicantName'>,
  party: Party,
): string => (party === 'team' && contractor !== null ? contractor : applicantName);

type Charged = Pick<Charge, 'id' | 'tariff' | 'outstandingFen'>;

/** Charges for it whose receipt was taken back. */
export const openChargesOf = <C extends Charged>({ key }: Due, charges: readonly C[]): C[] =>
  charges.filter(({ tariff, outstandingFen }) => tariff === key && outstandingFen > 0);

/** What of it was not charged yet. */
export const unchargedFen = (due: Due, charges: readonly Charged[]): number =>
  due.owedFen - totalFen(openChargesOf(due, charges).map(({ outstandingFen }) => outstandingFen));

/** What the policy takes for one pass, or for one lost permit; 0 where none of them is paid for. */
export const eachFen = (dues: readonly Due[], occasion: Occasion): number =>
  totalFen(
    dues
      .filter((due) => due.occasion === occasion && due.unpaid > 0)
      .map(({ amountFen }) => amountFen ?? 0),
  );

/** How many lost permits are paid for now, whether for the first time or again. */
export const lostCount = (dues: readonly Due[]): number =>
  dues
    .filter(({ occasion }) => occasion === 'lost')
    .reduce((sum, { unpaid, count }) => sum + (unpaid || count), 0);

/** Why these cannot be taken, if so: there is nothing, or one name stands for two parties. */
export function refusalOfBills(
  no: string,
  bills: readonly Bill[],
  { party, holder }: { party: Party | undefined; holder: string | undefined },
): WyError | undefined {
  if (bills.length === 0) {
    const of = party ? w(`${PARTIES[party].zh}`, ` of the ${PARTIES[party].en}`) : w('', '');
    return refused(
      'nothing_owed',
      w(
        `${no} 现在没有要向${of.zh || '谁'}收的。`,
        `Nothing is to be taken${of.en} for ${no} now.`,
      ),
      w(`查看：wy reno fees ${no}`, `See wy reno fees ${no}`),
    );
  }
  if (holder === undefined || bills.length === 1) return undefined;
  return misused(
    'holder_of_two',
    w(
      '住户和施工队各有要交的，交款人只能对一方写。',
      'Household and team both owe; one of them is named.',
    ),
    w('加 --party household 或 --party team', 'Add --party household or --party team.'),
  );
}
