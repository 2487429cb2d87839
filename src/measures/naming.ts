import type { Words } from '../lib/words.ts';
import { FAMILIES } from './families.ts';
import type { Family } from './family.ts';
import type { Figure, RateFigure, Unit } from './model.ts';
import { RATES } from './rates.ts';

/** How a figure or a rate is called, defined and read. */
export interface Named {
  label: Words;
  definition: Words;
  kind: 'whole' | 'money' | 'area' | 'rate' | 'moneyRate';
}

const KIND = { count: 'whole', money: 'money', area: 'area' } as const;

/** A family and one of its figures, by the full name; undefined where there is none. */
export function figureNamed(
  name: string,
): { family: Family; key: string; figure: Figure } | undefined {
  const [of = '', key = ''] = name.split('.');
  const family = FAMILIES.find((each) => each.key === of);
  const figure = family?.figures[key];
  return family && figure && { family, key, figure };
}

export const rateNamed = (name: string): RateFigure | undefined =>
  (RATES as Readonly<Record<string, RateFigure>>)[name];

/** How it is told, by its full name. */
export function figureOf(name: string): Named {
  const rate = rateNamed(name);
  if (rate) {
    const { label, definition } = rate;
    return { label, definition, kind: unitOf(rate.denominator) === 'money' ? 'moneyRate' : 'rate' };
  }
  const found = figureNamed(name);
  if (!found) throw new Error(`no figure is called ${name}`);
  const { label, definition, unit } = found.figure;
  return { label, definition, kind: KIND[unit] };
}

const unitOf = (name: string): Unit | undefined => figureNamed(name)?.figure.unit;

/** The full name behind what was typed: the name itself, or what only one figure or rate is called. */
export function nameBehind(typed: string): string | undefined {
  if (rateNamed(typed) || figureNamed(typed)) return typed;
  const called = [
    ...Object.entries<RateFigure>(RATES),
    ...FAMILIES.flatMap(({ key, figures }) =>
      Object.entries(figures).map(([own, figure]) => [`${key}.${own}`, figure] as const),
    ),
  ].filter(([, { label }]) => [label.zh, label.en].includes(typed.trim()));
  return called.length === 1 ? called[0]?.[0] : undefined;
}
