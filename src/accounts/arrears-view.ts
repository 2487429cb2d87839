import type { Pen } from '../cli/pen.ts';
import {
  asDay,
  asMoney,
  asText,
  asTold,
  asWhole,
  asWords,
  type Column,
  type Shape,
  toJson,
} from '../cli/shape.ts';
import type { View } from '../cli/view.ts';
import type { Day } from '../lib/day.ts';
import { yuanText } from '../lib/money.ts';
import { list, plural, type Words, w } from '../lib/words.ts';
import type { ArrearsReport } from './arrears.ts';
import type { Arrears, Buckets } from './model.ts';
import { NOT_TO_BE_POSTED, overdueOn } from './text.ts';

/** One unit, or all of them in the last line. */
type Line = Omit<Arrears, 'unitId' | 'building' | 'months' | 'oldestDueOn'> & {
  months: number | null;
  oldestDueOn: Day | null;
};

const unit = asText<Line>('unit', w('房号', 'Unit'), (it) => it.unit);
const name = asWords<Line>('name', w('姓名', 'Name'), (it) => it.name);
const others = asTold<Line>('others', w('另欠', 'Also owed by'), ({ others: all }, as) => ({
  json: () => all.map((each) => each[as.lang]),
  line: () => list(all)[as.lang],
}));
const months = asWhole<Line>('months', w('欠几个月', 'Months'), (it) => it.months);
const amount = asMoney<Line>('amount', w('欠费', 'Owed'), (it) => it.amountFen);
const oldest = asDay<Line>('oldestDueOn', w('最早应缴日', 'Due since'), (it) => it.oldestDueOn);

const buckets = asTold<Line>('buckets', w('账龄', 'Ageing'), (it) => ({
  json: () =>
    Object.fromEntries(Object.entries(it.buckets).map(([key, fen]) => [key, yuanText(fen)])),
  line: () => '',
}));

const jsonShape: Shape<Line> = [unit, name, months, amount, oldest, buckets];

/** From the youngest on; those in which nobody owes anything can be spared, so that they add up. */
function bucketColumns(ageing: readonly number[], rows: readonly Arrears[]): Column<Line>[] {
  const column = (key: string, label: Words): Column<Line> => {
    const spare = sumOf(rows, (it) => it.buckets[key] ?? 0) === 0;
    return asMoney(key, label, (it) => it.buckets[key] ?? 0, { spare });
  };
  const ended = ageing.map((until, at) => {
    const from = ageing[at - 1] ?? 0;
    return column(String(until), w(`${from}–${until} 月`, `${from}–${until} mo`));
  });
  const last = ageing.at(-1) ?? 0;
  return [...ended, column('over', w(`${last} 月以上`, `over ${last} mo`))];
}

const sumOf = (rows: readonly Arrears[], of: (row: Arrears) => number) =>
  rows.reduce((sum, row) => sum + of(row), 0);

function totalOf(rows: readonly Arrears[], pen: Pen): Line {
  const keys = Object.keys(rows[0]?.buckets ?? {});
  const totals: Buckets = Object.fromEntries(
    keys.map((key) => [key, sumOf(rows, (row) => row.buckets[key] ?? 0)]),
  );
  return {
    unit: pen.say(w('合计', 'Total')),
    name: w(`${rows.length} 户`, plural(rows.length, 'unit')),
    others: [],
    months: null,
    amountFen: sumOf(rows, (row) => row.amountFen),
    oldestDueOn: null,
    buckets: totals,
  };
}

export const arrearsView: View<ArrearsReport> = {
  json: ({ rows }, as) => rows.map((row) => toJson([...jsonShape, others], row, as)),
  text: ({ rows, asOf, ageing, showsAgeing }, pen) => {
    const shape = [
      unit,
      name,
      ...(rows.some((row) => row.others.length > 0) ? [others] : []),
      months,
      amount,
      oldest,
      ...(showsAgeing ? bucketColumns(ageing, rows) : []),
    ];
    const lines = rows.length > 0 ? [...rows, totalOf(rows, pen)] : [];
    const nobody = w('没有逾期欠费。', 'Nobody owes anything overdue.');
    const notes = rows.length > 0 ? [overdueOn(asOf), NOT_TO_BE_POSTED] : [nobody, overdueOn(asOf)];
    return [pen.table(shape, lines), ...notes.map((each) => pen.dim(each))].join('\n');
  },
};
