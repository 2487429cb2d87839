import type { Ctx } from '../context.ts';
import { misused } from '../lib/errors.ts';
import { nearestPaths } from '../lib/near.ts';
import { type Rate, rateOf } from '../lib/rate.ts';
import { type Words, w } from '../lib/words.ts';
import { FAMILIES } from './families.ts';
import type { Family } from './family.ts';
import type { FigureRecord, Measured, Numbers, RateFigure, Span } from './model.ts';
import { figureNamed, figureOf, type Named, nameBehind, rateNamed } from './naming.ts';
import { RATES } from './rates.ts';

/**
 * The figures of a span, of all families or only of some, and the rates made of them; every report takes
 * its numbers from here.
 */
export function measure(ctx: Ctx, span: Span, only?: readonly string[]): Measured {
  const families = FAMILIES.filter(({ key }) => only?.includes(key) ?? true);
  const numbers = Object.fromEntries(
    families.flatMap((family) =>
      Object.entries(family.measure(ctx, span)).map(([key, value]) => [
        `${family.key}.${key}`,
        value,
      ]),
    ),
  );
  return { span, numbers, rates: ratesOf(numbers) };
}

function ratesOf(numbers: Numbers): Measured['rates'] {
  return Object.fromEntries(
    Object.entries(RATES).flatMap(([name, { numerator, denominator }]) => {
      const [part, whole] = [numbers[numerator], numbers[denominator]];
      return part === undefined || whole === undefined ? [] : [[name, rateOf(part, whole)]];
    }),
  );
}

/** The figures of one family, parted. */
export const measureBy = (
  ctx: Ctx,
  span: Span,
  family: string,
  grouping: string,
): ReadonlyMap<string, Numbers> => familyBy(family).measureBy(ctx, span, grouping);

const familyBy = (key: string): Family => {
  const family = FAMILIES.find((each) => each.key === key);
  if (!family) throw new Error(`nothing is counted of ${key}`);
  return family;
};

/**
 * The records behind a figure; behind a rate those of its denominator, with which of them count, or where
 * they are of another kind those of its numerator.
 */
export interface Explained {
  name: string;
  label: Words;
  definition: Words;
  kind: Named['kind'];
  /** Of a rate. */
  rate: Rate | null;
  records: readonly (FigureRecord & { counts: boolean })[];
}

/** Refuses a name that no figure has, and says which there are. */
export function explain(ctx: Ctx, span: Span, typed: string): Explained {
  const name = nameBehind(typed);
  if (name === undefined) throw unknownFigure(typed);
  const rate = rateNamed(name);
  const { label, definition, kind } = figureOf(name);
  if (!rate) {
    const records = recordsOf(ctx, span, name).map(counted(true));
    return { name, label, definition, kind, rate: null, records };
  }
  const part = recordsOf(ctx, span, rate.numerator);
  const records = isPart(rate)
    ? withPart(recordsOf(ctx, span, rate.denominator), part)
    : part.map(counted(true));
  const measured = measure(ctx, span).rates[name] ?? null;
  return { name, label, definition, kind, rate: measured, records };
}

/** Of records of two kinds, as complaints per household, those of the one are none of the other's. */
const isPart = ({ numerator, denominator }: RateFigure): boolean =>
  figureNamed(numerator)?.family === figureNamed(denominator)?.family;

const counted = (counts: boolean) => (record: FigureRecord) => ({ ...record, counts });

function recordsOf(ctx: Ctx, span: Span, name: string): readonly FigureRecord[] {
  const found = figureNamed(name);
  return found ? found.family.records(ctx, span, found.key) : [];
}

/** Whether each record of the whole is in the part, too: one for one, as a record may stand there twice. */
function withPart(all: readonly FigureRecord[], part: readonly FigureRecord[]) {
  const idOf = ({ no, at, unit, what }: FigureRecord) => JSON.stringify([no, at, unit, what.zh]);
  const left = new Map<string, number>();
  for (const each of part) left.set(idOf(each), (left.get(idOf(each)) ?? 0) + 1);
  return all.map((each) => {
    const count = left.get(idOf(each)) ?? 0;
    left.set(idOf(each), count - 1);
    return { ...each, counts: count > 0 };
  });
}

const unknownFigure = (name: string) => {
  const all = [
    ...Object.keys(RATES),
    ...FAMILIES.flatMap(({ key, figures }) => Object.keys(figures).map((each) => `${key}.${each}`)),
  ];
  const near = nearestPaths(name, all);
  const shown = (near.length > 0 ? near : all).join(' ');
  return misused(
    'unknown_figure',
    w(`没有叫“${name}”的指标。`, `There is no figure called "${name}".`),
    w(`可以写：${shown}`, `There are: ${shown}`),
  );
};
