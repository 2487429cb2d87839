import { type Limited, limitations } from '../dunning/limitation.ts';
import { w } from '../lib/words.ts';
import { listedFamily } from './listed.ts';

const amount = { of: (it: Limited) => it.outstandingFen, unit: 'money' } as const;

/** Bills whose limitation ends soon or is over on the last day, as `wy dunning limitation` lists them (rule 133). */
export const limitation = listedFamily<Limited>({
  key: 'limitation',
  name: w('诉讼时效', 'Limitation'),
  gather: (ctx, { endOn }) => limitations(ctx, { asOf: endOn }),
  recordOf: ({ unit, tariffName, lastOn, outstandingFen }) => ({
    ...{ no: null, at: null, unit, amountFen: outstandingFen },
    what: w(`${tariffName.zh}，时效到 ${lastOn}`, `${tariffName.en}: limitation ends on ${lastOn}`),
  }),
  figures: {
    soon: {
      label: w('时效将满', 'limitation ends soon'),
      definition: w(
        '期末欠缴、时效在预警期内届满的账单',
        'unpaid bills whose limitation ends within the warning of the policy',
      ),
      where: ({ isOver }) => !isOver,
    },
    soonAmount: {
      label: w('时效将满金额', 'of these owed'),
      definition: w('这些账单欠缴的金额', 'what is owed of these bills'),
      where: ({ isOver }) => !isOver,
      sum: amount,
    },
    over: {
      label: w('时效已过', 'limitation is over'),
      definition: w('期末欠缴、时效已过的账单', 'unpaid bills whose limitation was over'),
      where: ({ isOver }) => isOver,
    },
    overAmount: {
      label: w('时效已过金额', 'of these owed'),
      definition: w('这些账单欠缴的金额', 'what is owed of these bills'),
      where: ({ isOver }) => isOver,
      sum: amount,
    },
  },
  groupings: { tariff: { label: w('收费项目', 'Tariff'), by: ({ tariff }) => tariff } },
});
