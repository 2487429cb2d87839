import type { Ctx } from '../context.ts';
import { type PastPeriod, type PastUnit, pastUnits, periodReader } from '../fees/past.ts';
import type { Day } from '../lib/day.ts';
import { parseScaled } from '../lib/decimal.ts';
import { misused, refused, type WyError } from '../lib/errors.ts';
import { parseYuan } from '../lib/money.ts';
import { periodReversed } from '../lib/span.ts';
import { w } from '../lib/words.ts';
import type { Keyed } from '../tariffs/tariffs.ts';
import { requireTariff } from '../tariffs/tariffs.ts';
import { parseImportText } from './case-columns.ts';
import type { Column, RowContext } from './columns.ts';
import { parseImportDay } from './import-day.ts';
import { type Period, readPeriod } from './import-period.ts';
import { unitColumns } from './unit-column.ts';

/** Cells that are read by themselves: a list has many rows and few different ones. */
const alone = <V>(column: Omit<Column<V>, 'dependsOn'>) => ({ ...column, dependsOn: [] });

/** What lists of charges and of payments share: whose, for what, for when. */
export function feeColumns(ctx: Ctx) {
  const units = pastUnits(ctx);
  const dayOf = (text: string): Day => parseImportDay(text, ctx.today);
  return {
    ...unitColumns,
    unit: {
      ...unitColumns.unit,
      names: [...unitColumns.unit.names, '房屋/位置', '收费对象', '资源名称', '资源编号'],
      parse: (text: string, row: RowContext): PastUnit => {
        const code = unitColumns.unit.parse(text, row);
        return units.get(code) ?? unknownUnit(code);
      },
    },
    tariff: alone({
      label: w('收费项目', 'Tariff'),
      names: [
        ...['收费项目', '费用项目', '收费项', '费用项', '费用名称', '收费名称', '费项', '费用类型'],
        ...['费用', '项目', '收费类型', '收费科目', 'Tariff', 'Fee', 'Item', 'Charge Item'],
      ],
      required: true,
      parse: (text: string): Keyed => requireTariff(ctx, text),
    }),
    period: alone({
      label: w('周期', 'Period'),
      names: [
        ...['周期', '账期', '费用周期', '收费周期', '计费周期', '所属账期', '费用期间', '所属期'],
        ...['费用月份', '月份', 'Period', 'Month'],
      ],
      parse: (text: string): Period | undefined => readPeriod(text),
    }),
    from: alone({
      label: w('开始', 'From'),
      names: [
        ...['开始', '开始日期', '起始日期', '开始时间', '起始时间', '费用开始日期', '起', '起始'],
        ...['费用起始', '计费开始', '计费起始日期', 'From', 'Start', 'Period Start', 'Start Date'],
      ],
      parse: dayOf,
    }),
    until: alone({
      label: w('结束', 'Until'),
      names: [
        ...['结束', '结束日期', '截止日期', '结束时间', '截止时间', '费用结束日期', '止', '截止'],
        ...['费用结束', '计费结束', '计费截止日期', 'Until', 'To', 'End', 'Period End', 'End Date'],
      ],
      parse: dayOf,
    }),
    dueOn: alone({
      label: w('应缴日', 'Due on'),
      names: [
        ...['应缴日', '应缴日期', '应收日期', '应收日', '缴费期限', '缴费截止日', '应交日期'],
        ...['应缴时间', '应收时间', 'Due On', 'Due', 'Due Date'],
      ],
      parse: dayOf,
    }),
    quantity: alone({
      label: w('面积、用量', 'Quantity'),
      names: [
        ...['面积', '用量', '面积/用量', '数量', '计费面积', '建筑面积', '收费面积', '使用量'],
        ...['Quantity', 'Area', 'Usage'],
      ],
      parse: (text: string): number => parseScaled(text.replace(MEASURE, ''), 3),
    }),
    rate: alone({
      label: w('单价', 'Rate'),
      names: ['单价', '收费标准', '价格', '收费单价', 'Rate', 'Price', 'Unit Price'],
      parse: (text: string): number => parseScaled(text.replace(PER, ''), 4),
    }),
    remark: alone({
      label: w('备注', 'Remark'),
      names: ['备注', '说明', '摘要', 'Remark', 'Remarks', 'Note', 'Notes'],
      verbatim: true,
      parse: parseImportText,
    }),
  };
}

const MEASURE = /(?:㎡|m²|平方米|平米|吨|度|方|m³|立方米|kwh|个)$/i;
const PER = /元?(?:[/／].*)?$/;

/** A column of money, '应缴' say. */
export const moneyColumn = (label: Column<number>['label'], names: readonly string[]) =>
  alone({ label, names, parse: parseYuan });

function unknownUnit(code: string): never {
  throw refused(
    'unknown_unit',
    w(`没有登记房屋 ${code}`, `there is no unit ${code}`),
    w('先导入：wy import units 文件', 'Import the units first: wy import units FILE'),
  );
}

interface PeriodCells {
  tariff?: Keyed;
  period?: Period | undefined;
  from?: Day;
  until?: Day;
}

/**
 * The period of a row: its two days, else what its column of the period says; of a one-off tariff one
 * day is enough. Or why there is none, and in which column.
 */
export function periodCells(): (
  cells: PeriodCells,
) => PastPeriod | { key: 'tariff' | 'from' | 'until'; error: WyError } {
  const read = periodReader();
  return ({ tariff, period, from = period?.from, until = period?.until }) => {
    if (!tariff) return { key: 'tariff', error: noPeriod() };
    const first = from ?? (tariff.tariff.basis === 'one-off' ? until : undefined);
    const last = until ?? (tariff.tariff.basis === 'one-off' ? from : undefined);
    if (first === undefined) return { key: 'from', error: noPeriod() };
    if (last === undefined) return { key: 'until', error: noPeriod() };
    if (last < first) return { key: 'until', error: periodReversed(first, last) };
    return read(tariff, first, last);
  };
}

const noPeriod = () =>
  misused(
    'no_period',
    w(
      '没有起止日期：填开始和结束，或周期（如 2026-11、2026Q4）',
      'no period: give its first and last day, or a period such as 2026-11 or 2026Q4',
    ),
  );
