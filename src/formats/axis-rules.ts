import { type Lang, w } from '../lib/words.ts';
import type { Chart } from './model.ts';

/** How the numbers of a chart stand on its axis. */
export interface Axis {
  /** What they are; '' of what can be counted. */
  name: string;
  min: number | undefined;
  max: number | undefined;
  scaled(value: number): number;
}

/** Whether there is a line or a bar to draw; a rate of nothing is one, a bar of nothing is none. */
export const isDrawable = ({ is, series }: Chart): boolean =>
  series.some(({ values }) =>
    values.some((value) => value !== null && (is === 'lines' || value !== 0)),
  );

const YUAN = { fen: 100, name: w('元', 'yuan') };
/** As each language counts large amounts. */
const LARGE = {
  zh: { fen: 1_000_000, name: '万元' },
  en: { fen: 100_000, name: "'000 yuan" },
};

const asItIs = (value: number): number => value;

/** Of percent between the least that is told and 100, of money in what keeps the numbers short. */
export function axisOf({ unit, series, target, is }: Chart, lang: Lang): Axis {
  const known = [...series.flatMap(({ values }) => values), target ?? null].filter(
    (value) => value !== null,
  );
  const most = Math.max(0, ...known);
  if (unit === 'percent') {
    const min = is === 'lines' ? lowestPercent(known) : 0;
    return { name: '%', min, max: Math.max(100, Math.ceil(most)), scaled: asItIs };
  }
  const highest = typeof target === 'number' && most === target ? target : undefined;
  if (unit === 'count') return { name: '', min: undefined, max: highest, scaled: asItIs };
  const { fen, name } =
    most >= LARGE[lang].fen ? LARGE[lang] : { fen: YUAN.fen, name: YUAN.name[lang] };
  const scaled = (value: number) => value / fen;
  return { name, min: undefined, max: highest && scaled(highest), scaled };
}

/** Rates near a hundred are told apart on a scale that begins below the least of them. */
const lowestPercent = (known: readonly number[]): number =>
  Math.max(0, Math.floor((Math.min(100, ...known) - 5) / 10) * 10);

const DIGITS = 2;

/** Two decimals at most, thousands apart. */
export const numberText = (value: number): string => {
  const [whole = '', rest] = String(Number(value.toFixed(DIGITS))).split('.');
  return [grouped(whole), rest].filter((part) => part !== undefined).join('.');
};

/** Thousands apart: `578,033`; of a decimal only before its point. */
export const grouped = (text: string): string =>
  text.replace(/(?<![.\d])\d{4,}(?![\d])/g, (digits) => digits.replace(/\B(?=(?:\d{3})+$)/g, ','));
