import type { Ctx } from '../context.ts';
import type { Day } from '../lib/day.ts';
import { parseScaled } from '../lib/decimal.ts';
import { w } from '../lib/words.ts';
import type { ReadingLine } from '../meters/bulk.ts';
import { planReadings } from '../meters/bulk.ts';
import type { Meter } from '../meters/model.ts';
import { flagLimits } from '../trusts/limits.ts';
import type { Layout } from './columns.ts';
import type { Import } from './import.ts';
import { oneOf } from './import.ts';
import { parseImportDay } from './import-day.ts';
import { unitColumns, unknownChoice } from './unit-column.ts';

const METER_NAMES: Readonly<Record<Meter, readonly string[]>> = {
  water: ['水表', '水', '冷水', '冷水表', '自来水', '水费', 'water'],
  electricity: ['电表', '电', '电费', 'electricity', 'power'],
  gas: ['燃气表', '燃气', '煤气', '煤气表', '天然气', '气表', '气', 'gas'],
  heat: ['热量表', '热表', '热量', '暖气', '热', 'heat'],
};

/** What stands for all rows where the file has no column for it. */
export interface ReadingsTold {
  meter: Meter | undefined;
  on: Day | undefined;
}

/** The unit (of 房 alone, too), the reading before and the present one, as meter lists have them. */
const columns = (ctx: Ctx, told: ReadingsTold) => ({
  ...unitColumns,
  unit: { ...unitColumns.unit, names: [...unitColumns.unit.names, '房', '户'] },
  meter: {
    label: w('表', 'Meter'),
    names: ['表', '表类型', '表种类', '表计', '表名', '仪表', '仪表类型', '类型', 'Meter'],
    required: told.meter === undefined,
    parse: oneOf(METER_NAMES, unknownChoice('水、电、燃气、热量 / water, electricity, gas, heat')),
  },
  previous: {
    label: w('上期度数', 'Previous reading'),
    names: [
      ...['上期度数', '上期读数', '上次度数', '上次读数', '上期表数', '上期', '上次抄表'],
      ...['起度', '起始读数', '期初读数', '上月读数', 'Previous', 'Previous Reading'],
    ],
    parse: count,
  },
  previousOn: {
    label: w('上期时间', 'Previous day'),
    names: [
      ...['上期时间', '上期日期', '上期抄表时间', '上期抄表日期', '上次时间', '上次日期'],
      ...['上次抄表时间', '上次抄表日期', 'Previous Date', 'Previous On'],
    ],
    parse: (text: string) => parseImportDay(text, ctx.today),
  },
  reading: {
    label: w('本期度数', 'Reading'),
    names: [
      ...['本期度数', '本期读数', '本次度数', '本次读数', '本期表数', '本期', '本次抄表'],
      ...['止度', '期末读数', '本月读数', '读数', '度数', '表数', 'Reading', 'Current Reading'],
    ],
    required: true,
    parse: count,
  },
  readOn: {
    label: w('本期时间', 'Read on'),
    names: [
      ...['本期时间', '本期日期', '本期抄表时间', '本期抄表日期', '本次时间', '本次日期'],
      ...['本次抄表时间', '本次抄表日期', '抄表时间', '抄表日期', '日期', '时间'],
      ...['Read On', 'Date', 'Reading Date'],
    ],
    required: told.on === undefined,
    parse: (text: string) => parseImportDay(text, ctx.today),
  },
});

const count = (text: string) => parseScaled(text.replace(/(?:度|吨|方|m³|立方米|kwh)$/i, ''), 3);

type Columns = ReturnType<typeof columns>;

/** Readings of a meter list (楼 单元 房 上期度数 上期时间 本期度数 本期时间). */
export function readingImport(ctx: Ctx, told: ReadingsTold): Import<Columns, ReadingLine> {
  const layout: Layout<Columns> = { columns: columns(ctx, told) };
  return {
    action: 'import.readings',
    key: 'unit',
    layout,
    toRow: ({ line, values }) => ({
      line,
      unit: values.unit ?? '',
      meter: values.meter ?? told.meter,
      previousThousandths: values.previous,
      previousOn: values.previousOn,
      readingThousandths: values.reading,
      readOn: values.readOn ?? told.on,
    }),
    columnOf: {
      line: 'unit',
      unit: 'unit',
      meter: 'meter',
      previousThousandths: 'previous',
      previousOn: 'previousOn',
      readingThousandths: 'reading',
      readOn: 'readOn',
    },
    plan: (at, rows) => planReadings(at, rows, (unitIds) => flagLimits(at, unitIds)),
  };
}
