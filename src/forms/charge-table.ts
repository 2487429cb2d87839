import type { PaperTable, Printing } from '../documents/model.ts';
import type { ChargeRecord } from '../fees/charging.ts';
import type { Day } from '../lib/day.ts';
import { scaledText } from '../lib/decimal.ts';
import { totalFen, yuanText } from '../lib/money.ts';
import { priceText } from '../lib/price.ts';
import { longSpan } from '../lib/span.ts';
import { same, type Words, w } from '../lib/words.ts';
import type { Tariff } from '../policy/sections/tariffs.ts';
import { MONTH_PARTS } from '../tariffs/amount-rules.ts';

/** A charge as papers state it, with what its tariff says about how it is measured. */
export interface BilledItem {
  name: Words;
  /** Null where the policy no longer has the tariff. */
  basis: Tariff['basis'] | null;
  meter: Tariff['meter'];
  isPenalty: boolean;
  periodStart: Day;
  periodEnd: Day;
  quantityThousandths: number;
  rateTenthousandths: number;
  monthParts: number | null;
  percent: number;
  dueOn: Day;
  amountFen: number;
  outstandingFen: number;
}

export function billedItem(
  charge: ChargeRecord,
  tariffs: Readonly<Record<string, Tariff>>,
): BilledItem {
  const tariff = Object.hasOwn(tariffs, charge.tariff) ? tariffs[charge.tariff] : undefined;
  return {
    ...charge,
    name: charge.tariffName,
    basis: tariff?.basis ?? null,
    meter: tariff?.meter ?? null,
    isPenalty: charge.penaltyOf !== null,
  };
}

export const itemName = ({ name, isPenalty }: Pick<BilledItem, 'name' | 'isPenalty'>): Words =>
  isPenalty ? w(`${name.zh}违约金`, `${name.en}, late payment`) : name;

const METER_UNITS: Readonly<Record<NonNullable<Tariff['meter']>, string>> = {
  water: 'm³',
  electricity: 'kWh',
  gas: 'm³',
  heat: 'kWh',
};

function unitOf({ basis, meter }: Pick<BilledItem, 'basis' | 'meter'>): string {
  if (basis === 'area-month') return ' ㎡';
  return basis === 'meter' && meter !== null ? ` ${METER_UNITS[meter]}` : '';
}

const MONTH_DIGITS = 4;

/** 3 of whole months; 0.4667 of fourteen days of a June. */
const monthsText = (parts: number): string =>
  scaledText(Math.round((parts * 10 ** MONTH_DIGITS) / MONTH_PARTS), MONTH_DIGITS, { trim: true });

/** 89.53 ㎡ × 3个月 × 70%: times the unit price it is the amount. */
export function measureText(it: Omit<BilledItem, 'name' | 'dueOn'>): Words {
  const quantity = scaledText(it.quantityThousandths, 3, { trim: true }) + unitOf(it);
  const factors = [same(quantity)];
  if (it.monthParts !== null) {
    const months = monthsText(it.monthParts);
    factors.push(w(`${months} 个月`, `${months} mo.`));
  }
  if (it.percent !== 100) factors.push(same(`${it.percent}%`));
  return w(factors.map(({ zh }) => zh).join(' × '), factors.map(({ en }) => en).join(' × '));
}

const LABELS = {
  item: w('收费项目', 'item'),
  period: w('费用期间', 'period'),
  measure: w('面积/用量', 'area or quantity'),
  price: w('单价（元）', 'unit price'),
  dueOn: w('应缴日', 'due'),
  amount: w('应收（元）', 'charged (yuan)'),
  lessened: w('已缴、减免', 'paid, waived'),
  owed: w('应缴（元）', 'owed (yuan)'),
  total: w('合计', 'total'),
};

/**
 * What is owed of some charges, one row each, with the total; what was charged and what is paid of it
 * only where some of it is.
 */
export function owedTable(
  title: Words,
  items: readonly BilledItem[],
  { lang }: Pick<Printing, 'lang'>,
): PaperTable {
  const isPart = items.some(({ amountFen, outstandingFen }) => amountFen !== outstandingFen);
  const label = (key: keyof typeof LABELS, isNumber = false) => ({
    label: LABELS[key][lang],
    isNumber,
    isShort: key === 'dueOn',
  });
  const part = <T>(cells: readonly T[]): readonly T[] => (isPart ? cells : []);
  const owedFen = totalFen(items.map(({ outstandingFen }) => outstandingFen));
  return {
    title: title[lang],
    columns: [
      ...[label('item'), label('period'), label('measure'), label('price', true)],
      ...part([label('amount', true), label('lessened', true)]),
      ...[label('dueOn'), label('owed', true)],
    ],
    rows: items.map((it) => [
      itemName(it)[lang],
      longSpan(it.periodStart, it.periodEnd)[lang],
      measureText(it)[lang],
      priceText(it.rateTenthousandths),
      ...part([yuanText(it.amountFen), yuanText(it.amountFen - it.outstandingFen)]),
      it.dueOn,
      yuanText(it.outstandingFen),
    ]),
    total: [LABELS.total[lang], '', '', '', ...part(['', '']), '', yuanText(owedFen)],
  };
}
