import type { Collected } from '../accounts/model.ts';
import { collectedBy } from '../accounts/rate.ts';
import type { Ctx } from '../context.ts';
import { w } from '../lib/words.ts';
import type { Family } from './family.ts';
import type { Figure, Numbers, Span } from './model.ts';
import { collectedIn } from './reading.ts';

const money = (label: Figure['label'], definition: Figure['definition']): Figure => ({
  ...{ label, definition, unit: 'money' },
});

/** The bills of a period and what was paid of them, as the rates of collection take them (rule 135). */
const FIGURES = {
  charged: money(
    w('本期应收', 'charged'),
    w('周期从本期开始的账单，未减免冲销', 'bills whose cycle begins in the period, as charged'),
  ),
  lessened: money(
    w('减免冲销', 'waived and reversed'),
    w('这些账单已减免、冲销的', 'waived and reversed of these bills'),
  ),
  owed: money(
    w('应收净额', 'owed'),
    w('本期应收 − 减免冲销', 'charged, less what was waived and reversed'),
  ),
  paid: money(w('当期实收', 'paid'), w('其中期末已缴的', 'paid of these bills by the end')),
  recoveredAmount: money(
    w('追回历欠', 'recovered'),
    w('期内缴入以前各期账单的', 'paid within the period on bills of before'),
  ),
  stillOwed: money(
    w('仍欠历欠', 'still owed of before'),
    w('以前各期账单期末仍未缴的', 'what is still owed of bills of before at the end'),
  ),
  recoverable: money(
    w('应追回历欠', 'to be recovered'),
    w('追回历欠 + 仍欠历欠', 'recovered + still owed of before'),
  ),
  collected: money(w('实收合计', 'collected'), w('当期实收 + 追回历欠', 'paid + recovered')),
  due: money(w('应收合计', 'due'), w('应收净额 + 应追回历欠', 'owed + to be recovered')),
  units: {
    label: w('应缴户', 'units that owe'),
    definition: w('本期有应收的户', 'units that have bills of the period'),
    unit: 'count',
  },
  settledUnits: {
    label: w('缴清户', 'units that paid all'),
    definition: w('其中本期账单全部缴清的', 'of those, units that paid all of them'),
    unit: 'count',
  },
} as const satisfies Record<string, Figure>;

const numbersOf = (it: Collected): Record<keyof typeof FIGURES, number> => ({
  charged: it.chargedFen,
  lessened: it.chargedFen - it.owedFen,
  owed: it.owedFen,
  paid: it.paidFen,
  recoveredAmount: it.recoveredFen,
  stillOwed: it.stillOwedFen,
  recoverable: it.recoveredFen + it.stillOwedFen,
  collected: it.paidFen + it.recoveredFen,
  due: it.owedFen + it.recoveredFen + it.stillOwedFen,
  units: it.units,
  settledUnits: it.settledUnits,
});

/** Its rates are those of `wy fee rate`, which stay their definition. By tariff: see `feeTables`. */
export const fees: Family = {
  key: 'fees',
  name: w('收费', 'Fees'),
  figures: FIGURES,
  groupings: { building: w('楼栋', 'Building') },
  measure: (ctx, span) => {
    const [all] = collectedIn(ctx, span).all;
    return all ? numbersOf(all) : {};
  },
  measureBy: (ctx, span, grouping) => {
    if (grouping !== 'building') throw new Error(`fees cannot be parted by ${grouping}`);
    return new Map(collectedIn(ctx, span).building.map((it) => [it.group, numbersOf(it)]));
  },
  records: unitsBehind,
};

function unitsBehind(ctx: Ctx, span: Span, figure: string) {
  return collectedBy(ctx, span, ['unit']).unit.flatMap(({ group, ...it }) => {
    const numbers: Numbers = numbersOf(it);
    const value = numbers[figure] ?? 0;
    if (value === 0) return [];
    const isMoney = FIGURES[figure as keyof typeof FIGURES].unit === 'money';
    return [
      {
        ...{ no: null, at: null, unit: group, amountFen: isMoney ? value : it.owedFen },
        what: w('账户', 'account'),
      },
    ];
  });
}
