import type { GroupBy } from '../accounts/model.ts';
import type { Ctx } from '../context.ts';
import { type Block, named, type Section } from '../formats/model.ts';
import { w } from '../lib/words.ts';
import { type AgeingRow, type AgeingTable, ageingTable } from '../measures/fee-tables.ts';
import { column, figures, type Told, table } from './building.ts';

/** What is overdue at the end, how old it is, what was done about it (rules 133–135). Names nobody. */
export const arrearsSection = (ctx: Ctx, told: Told, by: readonly GroupBy[] = []): Section => {
  const ageing = ageingTable(ctx, told.now.span);
  return {
    key: 'arrears',
    title: w('欠费与催缴', 'Arrears and dunning'),
    blocks: [
      figures(told, ['arrears.owed', 'arrears.units', 'arrears.debts']),
      ageingBlock(ageing),
      ...by.map((each) => ageingBy(ageing, each)),
      figures(
        told,
        [
          ...['limitation.soon', 'limitation.soonAmount', 'limitation.over'],
          'limitation.overAmount',
        ],
        { key: 'limitation', title: w('诉讼时效', 'Limitation') },
      ),
      figures(
        told,
        [
          ...['dunning.contacts', 'dunning.notices', 'dunning.letters', 'dunning.visits'],
          ...['dunning.legal', 'dunning.promised', 'dunning.promisesKept'],
        ],
        { key: 'dunning', title: w('催缴', 'Dunning') },
      ),
      ageingChart(ageing),
    ],
  };
};

const ageingBlock = ({ buckets }: AgeingTable): Block =>
  table(
    buckets,
    [
      column('months', w('账龄', 'Age'), 'named', (it) => named(it.key, { [it.key]: it.label })),
      column('amount', w('欠费', 'Owed'), 'money', (it) => it.amountFen),
      column('share', w('占比', 'Share'), 'moneyRate', (it) => it.share),
    ],
    { key: 'ageing', title: w('账龄', 'Ageing') },
  );

const BY = {
  tariff: {
    key: 'ageingByTariff',
    title: w('账龄，按收费项目', 'Ageing by tariff'),
    columns: [
      column('tariff', w('收费项目', 'Tariff'), 'named', (it: AgeingRow) =>
        named(it.group, { [it.group]: it.name }),
      ),
    ],
  },
  building: {
    key: 'ageingByBuilding',
    title: w('账龄，按楼栋', 'Ageing by building'),
    columns: [column('building', w('楼栋', 'Building'), 'text', (it: AgeingRow) => it.group)],
  },
};

function ageingBy({ buckets, tariffs, buildings }: AgeingTable, by: GroupBy): Block {
  const { key, title, columns } = BY[by];
  return table(
    by === 'tariff' ? tariffs : buildings,
    [
      ...columns,
      column('units', w('欠费户', 'Units'), 'whole', (it: AgeingRow) => it.units),
      column('amount', w('欠费', 'Owed'), 'money', (it) => it.amountFen),
      ...buckets.map((bucket) =>
        column(bucket.key, bucket.label, 'money', (it: AgeingRow) => it.buckets[bucket.key] ?? 0),
      ),
    ],
    { key, title, none: w('没有逾期欠费。', 'Nobody owes anything overdue.') },
  );
}

const ageingChart = ({ buckets }: AgeingTable): Block => ({
  is: 'chart',
  title: w('期末欠费，按账龄', 'Arrears by age'),
  chart: {
    is: 'bars',
    unit: 'money',
    categories: buckets.map(({ label }) => label),
    series: [{ name: w('欠费', 'owed'), values: buckets.map(({ amountFen }) => amountFen) }],
  },
});
