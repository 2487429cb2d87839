import { type ArrearsTotal, debtsOwed } from '../accounts/arrears.ts';
import type { Ctx } from '../context.ts';
import { DEBTORS } from '../fees/model.ts';
import { groupBy } from '../lib/group.ts';
import { plural, w } from '../lib/words.ts';
import type { Family } from './family.ts';
import type { FigureRecord, Numbers, Span } from './model.ts';
import { arrearsDay, arrearsIn } from './reading.ts';

const numbersOf = (it: ArrearsTotal | undefined): Numbers => ({
  owed: it?.amountFen ?? 0,
  units: it?.units ?? 0,
  debts: it?.debts ?? 0,
});

/** What was overdue when the period ended (rule 135); its ageing: fee-tables.ts. */
export const arrears: Family = {
  key: 'arrears',
  name: w('欠费', 'Arrears'),
  figures: {
    owed: {
      label: w('期末欠费', 'arrears at the end'),
      definition: w(
        '应缴日在期末当天以前、到当天结束仍未缴的',
        'due before the last day and still owed at its end',
      ),
      unit: 'money',
    },
    units: {
      label: w('欠费户', 'units in arrears'),
      definition: w('有这些欠费的户', 'units of which any of it is owed'),
      unit: 'count',
    },
    debts: {
      label: w('欠费人', 'debtors'),
      definition: w(
        '欠这些费的人，按房屋分别计：业主、前业主、开发商、承租方',
        'who owe it, unit by unit: owners, owners before, the developer, lessees',
      ),
      unit: 'count',
    },
  },
  groupings: { building: w('楼栋', 'Building') },
  measure: (ctx, span) => numbersOf(arrearsIn(ctx, span).all.get('')),
  measureBy: (ctx, span, grouping) => {
    if (grouping !== 'building') throw new Error(`arrears cannot be parted by ${grouping}`);
    return new Map([...arrearsIn(ctx, span).building].map(([group, it]) => [group, numbersOf(it)]));
  },
  records: recordsOf,
};

/** Debts one by one; of units each once. */
function recordsOf(ctx: Ctx, span: Span, figure: string): FigureRecord[] {
  const debts = debtsOwed(ctx, arrearsDay(span));
  if (figure !== 'units') return debts.map(recordOf);
  return [...groupBy(debts, ({ unit }) => unit).values()].flatMap((all) => {
    const [first] = all;
    const amountFen = all.reduce((sum, it) => sum + it.amountFen, 0);
    return first ? [{ ...recordOf(first), amountFen, what: w('账户', 'account') }] : [];
  });
}

const recordOf = (it: ReturnType<typeof debtsOwed>[number]): FigureRecord => ({
  ...{ no: null, at: null, unit: it.unit, amountFen: it.amountFen },
  what: w(
    `${DEBTORS[it.debtor].zh}，${it.charges} 笔，最早应缴日 ${it.oldestDueOn}`,
    `${DEBTORS[it.debtor].en}: ${plural(it.charges, 'bill')}, due since ${it.oldestDueOn}`,
  ),
});
