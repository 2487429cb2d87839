import { expect } from 'vitest';
import { monthSpan } from '../../src/lib/day-span.ts';
import { atLocal, type Moment } from '../../src/lib/moment.ts';
import { FAMILIES } from '../../src/measures/families.ts';
import { explain, measure, measureBy } from '../../src/measures/measuring.ts';
import { type Span, spanOf } from '../../src/measures/model.ts';
import { at, type TestCtx } from '../support/ledger.ts';

/** The desk at a time of the site's clock: `when(ctx, '2026-11-02 10:30')`, with seconds if need be. */
export function when<C extends TestCtx>(ctx: C, local: string): C {
  const [day = '', time = ''] = local.split(' ');
  const minute = atLocal(day, time.slice(0, 5), ctx.zone);
  const seconds = time.slice(5) || ':00';
  return at(ctx, minute.replace(/:00Z$/, `${seconds}Z`) as Moment);
}

export const monthOf = (ctx: TestCtx, month: string): Span => spanOf(monthSpan(month), ctx);

/** The figures and rates of a month by their full names: `12`, `2/3 66.7`, `0/0 —`. */
export function told(ctx: TestCtx, month: string, names: readonly string[]): (string | number)[] {
  const { numbers, rates } = measure(ctx, monthOf(ctx, month));
  return names.map((name) => {
    const rate = rates[name];
    if (rate) return `${rate.numerator}/${rate.denominator} ${rate.percent ?? '—'}`;
    const number = numbers[name];
    if (number === undefined) throw new Error(`no figure is called ${name}`);
    return number;
  });
}

/** Of one family the numbers of each group that are wanted, by the group. */
export const parted = (
  ctx: TestCtx,
  month: string,
  [family, grouping]: readonly [family: string, grouping: string],
  figures: readonly string[],
) =>
  Object.fromEntries(
    [...measureBy(ctx, monthOf(ctx, month), family, grouping)].map(([group, numbers]) => [
      group,
      figures.map((figure) => numbers[figure]),
    ]),
  );

/** The numbers of the records behind a figure. */
export const nosOf = (ctx: TestCtx, month: string, name: string): (string | null)[] =>
  explain(ctx, monthOf(ctx, month), name).records.map(({ no }) => no);

/** Figures of which the list behind them does not make the number, in any of these spans. */
export const unexplained = (ctx: TestCtx, spans: readonly Span[]): string[] =>
  spans.flatMap((span) => {
    const { numbers } = measure(ctx, span);
    return FAMILIES.flatMap(({ key, figures }) =>
      Object.entries(figures).flatMap(([figure, { unit }]) => {
        const name = `${key}.${figure}`;
        const { records } = explain(ctx, span, name);
        const listed =
          unit === 'money'
            ? records.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0)
            : records.length;
        const isMade = unit === 'area' || listed === numbers[name];
        return isMade ? [] : [`${span.fromOn} ${name}: ${numbers[name]}, listed ${listed}`];
      }),
    );
  });

/** Rates of which the records that count do not make the numerator. */
export const unproven = (ctx: TestCtx, span: Span): string[] =>
  Object.entries(measure(ctx, span).rates).flatMap(([name, { numerator }]) => {
    const { kind, records } = explain(ctx, span, name);
    const counting = records.filter(({ counts }) => counts);
    const made =
      kind === 'moneyRate'
        ? counting.reduce((sum, { countedFen }) => sum + (countedFen ?? 0), 0)
        : counting.length;
    return made === numerator ? [] : [`${span.fromOn} ${name}: ${numerator}, counted ${made}`];
  });

/** Figures whose parts do not make the whole. */
export const unparted = (ctx: TestCtx, span: Span): string[] => {
  const { numbers } = measure(ctx, span);
  return FAMILIES.flatMap(({ key, groupings }) =>
    Object.keys(groupings).flatMap((grouping) => {
      const parts = [...measureBy(ctx, span, key, grouping).values()];
      return Object.keys(parts[0] ?? {}).flatMap((figure) => {
        const sum = parts.reduce((total, part) => total + (part[figure] ?? 0), 0);
        const whole = numbers[`${key}.${figure}`];
        return sum === whole ? [] : [`${key}.${figure} by ${grouping}: ${sum} of ${whole}`];
      });
    }),
  );
};

export const expectExplained = (ctx: TestCtx, months: readonly string[]): void => {
  const spans = months.map((month) => monthOf(ctx, month));
  expect(unexplained(ctx, spans)).toEqual([]);
  for (const span of spans) expect(unparted(ctx, span)).toEqual([]);
};
