import { w } from '../lib/words.ts';
import { householdsOn } from '../registry/households.ts';
import { listedFamily } from './listed.ts';

/** The households that rates refer to, as surveys and samples count them, too. */
export const estate = listedFamily({
  key: 'estate',
  name: w('小区', 'Estate'),
  gather: ({ ledger }, { endOn }) => householdsOn(ledger, endOn),
  recordOf: ({ code }) => ({
    ...{ no: null, at: null, unit: code, amountFen: null },
    what: w('有人居住', 'occupied'),
  }),
  figures: {
    households: {
      label: w('入住户数', 'households'),
      definition: w(
        '期末当天有人居住的房屋，不含车位、储藏室',
        'units where somebody lives on the last day, without parking and storage',
      ),
      where: () => true,
    },
  },
  groupings: { building: { label: w('楼栋', 'Building'), by: ({ building }) => building } },
});
