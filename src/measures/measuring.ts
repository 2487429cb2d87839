import type { Ctx } from '../context.ts';
import { misused } from '../lib/errors.ts';
import { groupBy } from '../lib/group.ts';
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

/** What a group has of some families, by the full names of their figures, with the rates made of them. */
export type Tally = Pick<Measured, 'numbers' | 'rates'>;

/** Families parted by the same thing, each by its own grouping for it; of these groups those that have any. */
export function measureParted<Group extends string>(
  ctx: Ctx,
  span: Span,
  groups: readonly Group[],
  groupings: Readonly<Record<string, string>>,
): (readonly [Group, Tally])[] {
  const parted = Object.entries(groupings).map(
    ([family, grouping]) => [familyBy(family), measureBy(ctx, span, family, grouping)] as const,
  );
  return groups
    .filter((group) => parted.some(([, found]) => found.has(group)))
    .map((group) => {
      const numbers = Object.fromEntries(
        parted.flatMap(([{ key: family, figures }, found]) =>
          Object.keys(figures).map((key) => [`${family}.${key}`, found.get(group)?.[key] ?? 0]),
        ),
      );
      return [group, { numbers, rates: ratesOf(numbers) }];
    });
}

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
  records: readonly ExplainedRecord[];
}

export interface ExplainedRecord extends FigureRecord {
  counts: boolean;
  /** Of its amount what is in the numerator: of an amount paid in part that part. */
  countedFen: number | null;
}

/** Refuses a name that no figure has, and says which there are. */
export function explain(ctx: Ctx, span: Span, typed: string): Explained {
  const name = nameBehind(typed);
  if (name === undefined) throw unknownFigure(typed);
  const rate = rateNamed(name);
  const { label, definition, kind } = figureOf(name);
  if (!rate) {
    const records = recordsOf(ctx, span, name).map(counted);
    return { name, label, definition, kind, rate: null, records };
  }
  const part = recordsOf(ctx, span, rate.numerator);
  const records = isPart(rate)
    ? withPart(recordsOf(ctx, span, rate.denominator), part)
    : part.map(counted);
  const measured = measure(ctx, span).rates[name] ?? null;
  return { name, label, definition, kind, rate: measured, records };
}

/** Of records of two kinds, as complaints per household, those of the one are none of the other's. */
const isPart = ({ numerator, denominator }: RateFigure): boolean =>
  figureNamed(numerator)?.family === figureNamed(denominator)?.family;

const counted = (record: FigureRecord): ExplainedRecord => ({
  ...{ ...record, counts: true, countedFen: record.amountFen },
});

function recordsOf(ctx: Ctx, span: Span, name: string): readonly FigureRecord[] {
  const found = figureNamed(name);
  return found ? found.family.records(ctx, span, found.key) : [];
}

/** Whether each record of the whole is in the part, too: one for one, as a record may stand there twice. */
function withPart(
  all: readonly FigureRecord[],
  part: readonly FigureRecord[],
): readonly ExplainedRecord[] {
  const idOf = ({ no, at, unit, what }: FigureRecord) => JSON.stringify([no, at, unit, what.zh]);
  const left = groupBy(part, idOf);
  return all.map((each) => {
    const found = left.get(idOf(each))?.shift();
    return { ...each, counts: found !== undefined, countedFen: found?.amountFen ?? null };
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
