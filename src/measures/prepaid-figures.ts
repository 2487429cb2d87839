import { w } from '../lib/words.ts';
import { prepaidByUnit, prepaidOfAll } from '../receipts/prepayments.ts';
import type { Family } from './family.ts';

/** Money that had paid for nothing yet when the period ended: no income. */
export const prepaid: Family = {
  key: 'prepaid',
  name: w('预存', 'Prepaid'),
  figures: {
    held: {
      label: w('期末预存', 'prepaid at the end'),
      definition: w(
        '期末尚未抵用的预存，不计入收缴率',
        'what had paid for nothing yet at the end; outside the rates',
      ),
      unit: 'money',
    },
  },
  groupings: { building: w('楼栋', 'Building') },
  measure: ({ ledger }, { end }) => ({ held: prepaidOfAll(ledger, end) }),
  measureBy: ({ ledger }, { end }, grouping) => {
    if (grouping !== 'building') throw new Error(`prepaid cannot be parted by ${grouping}`);
    const sums = new Map<string, { held: number }>();
    for (const { building, fen } of prepaidByUnit(ledger, end)) {
      sums.set(building, { held: (sums.get(building)?.held ?? 0) + fen });
    }
    return sums;
  },
  records: ({ ledger }, { end }) =>
    prepaidByUnit(ledger, end).map(({ unit, fen }) => ({
      ...{ no: null, at: null, unit, amountFen: fen },
      what: w('预存', 'prepaid'),
    })),
};
