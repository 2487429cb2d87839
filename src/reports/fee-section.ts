import { type GroupBy, RATE_LABELS } from '../accounts/model.ts';
import type { Ctx } from '../context.ts';
import type { Block, Chart, Section } from '../formats/model.ts';
import { same, type Words, w } from '../lib/words.ts';
import {
  type CollectedMonth,
  collectionByMonth,
  type FeeRow,
  type FeeTables,
  feeTables,
} from '../measures/fee-tables.ts';
import { column, figures, type Told, table } from './building.ts';
import { receiptBlocks } from './receipt-blocks.ts';

/** What is parted by what; both unless said. */
export const BOTH: readonly GroupBy[] = ['tariff', 'building'];

/** Bills and payments of the period, by tariff and building with all rates (rules 127, 135, 162, 185). */
export const feeSection = (
  ctx: Ctx,
  told: Told,
  { by = BOTH, charts = [] }: { by?: readonly GroupBy[]; charts?: readonly Block[] } = {},
): Section => {
  const tables = feeTables(ctx, told.now.span);
  return {
    key: 'fees',
    title: w('收费', 'Fees'),
    blocks: [
      figures(told, RATES, { key: 'rates' }),
      figures(told, [
        ...['fees.charged', 'fees.lessened', 'fees.owed', 'fees.paid', 'fees.recoveredAmount'],
        ...['fees.stillOwed', 'fees.collected', 'fees.units', 'fees.settledUnits'],
      ]),
      ...by.map((each) => feeTable(tables, each)),
      ...receiptBlocks(ctx, told),
      ...charts,
    ],
  };
};

const RATES = ['fees.current', 'fees.households', 'fees.recovered', 'fees.overall'];

const TABLES = {
  tariff: { key: 'tariffs', title: w('按收费项目', 'By tariff'), name: w('收费项目', 'Tariff') },
  building: { key: 'buildings', title: w('按楼栋', 'By building'), name: w('楼栋', 'Building') },
} as const satisfies Record<GroupBy, { key: string; title: Words; name: Words }>;

function feeTable(tables: FeeTables, by: GroupBy): Block {
  const { key, title, name } = TABLES[by];
  const nameColumns =
    by === 'building'
      ? [column('building', name, 'text', (it: FeeRow) => it.group)]
      : [column('name', name, 'words', (it: FeeRow) => it.name)];
  return table(
    tables[by],
    [
      ...nameColumns,
      column('owed', w('应收净额', 'Owed'), 'money', (it) => it.owedFen),
      column('paid', w('当期实收', 'Paid'), 'money', (it) => it.paidFen),
      column('recoveredAmount', w('追回历欠', 'Recovered'), 'money', (it) => it.recoveredFen),
      column('arrears', w('期末欠费', 'Arrears'), 'money', (it) => it.arrearsFen),
      column('current', RATE_LABELS.current, 'moneyRate', (it) => it.current),
      column('households', RATE_LABELS.households, 'rate', (it) => it.households),
      column('recovered', RATE_LABELS.recovered, 'moneyRate', (it) => it.recovered),
      column('overall', RATE_LABELS.overall, 'moneyRate', (it) => it.overall),
      ...(by === 'tariff'
        ? [column('tariff', w('代码', 'Key'), 'text', (it: FeeRow) => it.group)]
        : []),
    ],
    { key, title, none: w('本期没有账单。', 'No bills.') },
  );
}

/** Month by month, each as it stood at its own end. */
export const monthSection = (
  months: readonly CollectedMonth[],
  target: string | null,
): Section => ({
  key: 'months',
  title: w('逐月（各月月末）', 'Month by month, at the end of each'),
  blocks: [
    table(months, [
      column('month', w('月份', 'Month'), 'text', (it) => it.month),
      column('owed', w('应收净额', 'Owed'), 'money', (it) => it.owedFen),
      column('paid', w('当期实收', 'Paid'), 'money', (it) => it.paidFen),
      column('current', RATE_LABELS.current, 'moneyRate', (it) => it.current),
    ]),
    ...collectionCharts(months, target),
  ],
});

const MONTHS = 12;

/** The year up to the period's end, month by month. */
export const monthsTold = (ctx: Ctx, { now }: Told): CollectedMonth[] =>
  collectionByMonth(ctx, now.span, MONTHS);

/** The same as charts alone. */
export const collectionTrend = (ctx: Ctx, told: Told): Block[] =>
  collectionCharts(monthsTold(ctx, told), ctx.policy.fees.target);

/** What was owed and paid month by month, and the rate of it with what the site aims at. */
function collectionCharts(months: readonly CollectedMonth[], target: string | null): Block[] {
  const categories = months.map(({ month }) => same(month));
  const chart = (title: Words, drawn: Omit<Chart, 'categories'>): Block => ({
    is: 'chart',
    title,
    chart: { ...drawn, categories },
  });
  return [
    chart(w('当期应收与实收，按月份', 'Owed and paid, by month'), {
      ...{ is: 'bars', unit: 'money' },
      series: [
        { name: w('应收净额', 'owed'), values: months.map(({ owedFen }) => owedFen) },
        { name: w('当期实收', 'paid'), values: months.map(({ paidFen }) => paidFen) },
      ],
    }),
    chart(w('当期收缴率，按月份', 'Current period, by month'), {
      ...{ is: 'lines', unit: 'percent' },
      series: [
        {
          name: RATE_LABELS.current,
          values: months.map(({ current: { percent } }) => numberOf(percent)),
        },
      ],
      target: numberOf(target),
    }),
  ];
}

const numberOf = (percent: string | null): number | null =>
  percent === null ? null : Number(percent);
