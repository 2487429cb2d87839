import type { GroupBy } from '../accounts/model.ts';
import { RATE_LABELS } from '../accounts/model.ts';
import type { Ctx } from '../context.ts';
import type { Block, Section } from '../formats/model.ts';
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
export const feeSection = (ctx: Ctx, told: Told, by: readonly GroupBy[] = BOTH): Section => {
  const tables = feeTables(ctx, told.now.span);
  return {
    key: 'fees',
    title: w('收费', 'Fees'),
    blocks: [
      figures(told, ['fees.current', 'fees.households', 'fees.recovered', 'fees.overall'], {
        key: 'rates',
      }),
      figures(told, [
        ...['fees.charged', 'fees.lessened', 'fees.owed', 'fees.paid', 'fees.recovered'],
        ...['fees.stillOwed', 'fees.collected', 'fees.units', 'fees.settledUnits'],
      ].map(ownKey)),
      ...by.map((each) => feeTable(tables, each)),
      ...receiptBlocks(ctx, told),
      ...collectionCharts(collectionByMonth(ctx, told.now.span, CHART_MONTHS)),
    ],
  };
};

/** In JSON the amounts stand beside `rates`, which has a `recovered` of its own. */
const ownKey = (name: string) => [name.split('.')[1] ?? name, name] as const;

const CHART_MONTHS = 12;

const TABLES = {
  tariff: { key: 'tariffs', title: w('按收费项目', 'By tariff'), name: w('收费项目', 'Tariff') },
  building: { key: 'buildings', title: w('按楼栋', 'By building'), name: w('楼栋', 'Building') },
} as const satisfies Record<GroupBy, { key: string; title: Words; name: Words }>;

function feeTable(tables: FeeTables, by: GroupBy): Block {
  const { key, title, name } = TABLES[by];
  const nameColumns =
    by === 'building'
      ? [column('building', name, 'text', (it: FeeRow) => it.group)]
      : [
          column('tariff', w('代码', 'Key'), 'text', (it: FeeRow) => it.group),
          column('name', name, 'words', (it: FeeRow) => it.name),
        ];
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
    ],
    { key, title, none: w('本期没有账单。', 'No bills.') },
  );
}

/** Bills and what was paid of them, month by month as each ended, and the rate of it. */
export const collectionCharts = (months: readonly CollectedMonth[]): Block[] => [
  {
    is: 'chart',
    title: w('当期应收与实收，按月份（各月月末）', 'Owed and paid by month, at the end of each'),
    chart: {
      is: 'bars',
      unit: 'money',
      categories: months.map(({ month }) => same(month)),
      series: [
        { name: w('应收净额', 'owed'), values: months.map(({ owedFen }) => owedFen) },
        { name: w('当期实收', 'paid'), values: months.map(({ paidFen }) => paidFen) },
      ],
    },
  },
];
