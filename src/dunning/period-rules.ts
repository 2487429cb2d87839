import type { Day } from '../lib/day.ts';
import { addDays } from '../lib/day.ts';
import { groupBy } from '../lib/group.ts';
import type { DebtCharge } from './model.ts';

/** What is owed of one tariff for days that follow each other. */
export interface Period {
  tariff: string;
  from: Day;
  until: Day;
  amountFen: number;
}

type Charged = Pick<DebtCharge, 'tariff' | 'periodStart' | 'periodEnd' | 'outstandingFen'>;

/** The charges of each tariff, those that follow each other as one period; the earliest first. */
export function periodsOf(charges: readonly Charged[]): Period[] {
  const byTariff = groupBy(charges, ({ tariff }) => tariff);
  return [...byTariff.values()].flatMap(joined).sort(byTime);
}

function joined(charges: readonly Charged[]): Period[] {
  const periods: Period[] = [];
  const inOrder = [...charges].sort((a, b) => (a.periodStart < b.periodStart ? -1 : 1));
  for (const { tariff, periodStart, periodEnd, outstandingFen } of inOrder) {
    const last = periods.at(-1);
    if (last && periodStart <= addDays(last.until, 1)) {
      last.until = periodEnd > last.until ? periodEnd : last.until;
      last.amountFen += outstandingFen;
    } else {
      periods.push({ tariff, from: periodStart, until: periodEnd, amountFen: outstandingFen });
    }
  }
  return periods;
}

const byTime = (a: Period, b: Period): number =>
  a.from === b.from ? (a.tariff < b.tariff ? -1 : 1) : a.from < b.from ? -1 : 1;
