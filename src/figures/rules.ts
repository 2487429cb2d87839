import type { BookField, BookRate, FieldType } from '../books/model.ts';
import { rateOf } from '../lib/rate.ts';
import { type Scores, totalOf } from '../lib/scores.ts';
import { same } from '../lib/words.ts';
import type { Turn } from '../rhythms/model.ts';
import type {
  BookReport,
  ChoiceCounts,
  FieldSum,
  RateFigure,
  SheetAverage,
  TurnCounts,
} from './model.ts';

/** How many entries hold a value in a field, and the sum of those that are numbers. */
interface Tallied {
  field: string;
  /** As JSON where it is a list or a sheet; null of numbers, which are summed. */
  value: string | number | null;
  count: number;
  sum: number | null;
}

const NUMBERS: readonly FieldType[] = ['whole', 'decimal', 'money'];
const CHOICES: readonly FieldType[] = ['choice', 'choices'];

export const isSummed = ({ type }: BookField): boolean => NUMBERS.includes(type);
const isChoice = ({ type }: BookField): boolean => CHOICES.includes(type);
const isSheet = ({ type }: BookField): boolean => type === 'sheet';

/** Whether a report says something of its values. */
export const isTold = (field: BookField): boolean =>
  isSummed(field) || isChoice(field) || isSheet(field);

export function turnCounts(turns: readonly Turn[]): TurnCounts | null {
  if (turns.length === 0) return null;
  const of = (state: Turn['state']) => turns.filter((turn) => turn.state === state).length;
  return { kept: of('met'), late: of('late'), missed: of('missed'), open: of('open') };
}

type Told = Pick<BookReport, 'choices' | 'sums' | 'sheets' | 'rates'>;

/** What entries hold, as their fields are read. */
export function toldBy(
  fields: readonly BookField[],
  rates: readonly BookRate[],
  tallied: readonly Tallied[],
): Told {
  const of = ({ key }: BookField) => tallied.filter(({ field }) => field === key);
  const sums = fields.filter(isSummed).map((field) => sumOf(field, of(field)));
  return {
    choices: fields.filter(isChoice).map((field) => choicesOf(field, of(field))),
    sums,
    sheets: fields.filter(isSheet).map((field) => averageOf(field, of(field))),
    rates: rates.flatMap((rate) => rateFigure(rate, sums)),
  };
}

/** Every choice there is, in its order, and behind them what is no choice any more. */
function choicesOf(field: BookField, tallied: readonly Tallied[]): ChoiceCounts {
  const counts = new Map(Object.keys(field.choices).map((key) => [key, 0]));
  for (const { value, count } of tallied) {
    const chosen: unknown[] = field.type === 'choices' ? JSON.parse(String(value)) : [value];
    for (const key of chosen.map(String)) counts.set(key, (counts.get(key) ?? 0) + count);
  }
  return {
    field,
    choices: [...counts].map(([key, count]) => ({
      ...{ key, count },
      words: field.choices[key] ?? same(key),
    })),
  };
}

const sumOf = (field: BookField, tallied: readonly Tallied[]): FieldSum => ({
  field,
  count: tallied.reduce((total, { count }) => total + count, 0),
  sum: tallied.reduce((total, { sum }) => total + (sum ?? 0), 0),
});

function averageOf(field: BookField, tallied: readonly Tallied[]): SheetAverage {
  const totals = tallied.map(({ value, count }) => ({
    ...totalOf(field.items, JSON.parse(String(value)) as Scores),
    count,
  }));
  const over = (points: 'reached' | 'most') =>
    totals.reduce((sum, it) => sum + it[points] * it.count, 0);
  const count = totals.reduce((sum, it) => sum + it.count, 0);
  return { field, count, rate: rateOf(over('reached'), over('most')) };
}

function rateFigure(rate: BookRate, sums: readonly FieldSum[]): RateFigure[] {
  const of = (key: string) => sums.find(({ field }) => field.key === key);
  const [part, whole] = [of(rate.numerator), of(rate.denominator)];
  if (!part || !whole) return [];
  return [{ ...rate, type: whole.field.type, rate: rateOf(part.sum, whole.sum) }];
}
