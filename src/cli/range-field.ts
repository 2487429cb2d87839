import type { Day } from '../lib/day.ts';
import { type DaySpan, parseSpan } from '../lib/day-span.ts';
import { parseScaled } from '../lib/decimal.ts';
import { WyError } from '../lib/errors.ts';
import { addSeconds, endOfDay, type Moment, parseMoment, startOfDay } from '../lib/moment.ts';
import { parseYuan } from '../lib/money.ts';
import { parseRange, type Range } from '../lib/range.ts';
import { type FieldEnv, field, type Options } from './field.ts';

/** A value, or all from one to another: `3`, `3..5`, `..5`. `read`: the first and the last it means. */
const range =
  <T extends string | number>(
    placeholder: string,
    read: (typed: string, env: FieldEnv) => readonly [first: T, last: T],
  ) =>
  <O extends Options>(options: O) =>
    field<Range<T>, O>(options, {
      placeholder: `${placeholder}[..${placeholder}]`,
      parse: (typed, env) => parseRange(typed, (part) => read(part, env)),
    });

const one = <T>(value: T) => [value, value] as const;

export const dayRange = range<Day>('DAY', (typed, { today }) => {
  const { fromOn, untilOn } = parseSpan(typed, today);
  return [fromOn, untilOn];
});

/** A day has a first and a last second, a minute too. */
export const momentRange = range<Moment>('MOMENT', (typed, env) => {
  try {
    const [first, last] = (['start', 'end'] as const).map((bareDay) =>
      parseMoment(typed, { now: env.now, zone: env.zone, bareDay }),
    ) as [Moment, Moment];
    return first === last && first.endsWith(':00Z')
      ? [first, addSeconds(first, 59)]
      : [first, last];
  } catch (error) {
    const span = trySpan(typed, env);
    if (!span) throw error;
    return [startOfDay(span.fromOn, env.zone), endOfDay(span.untilOn, env.zone)];
  }
});

export const wholeRange = range<number>('N', (typed) => one(parseScaled(typed, 0)));

/** Thousandths. */
export const decimalRange = range<number>('N', (typed) => one(parseScaled(typed, 3)));

/** Fen. */
export const moneyRange = range<number>('YUAN', (typed) => one(parseYuan(typed)));

function trySpan(typed: string, { today }: FieldEnv): DaySpan | undefined {
  try {
    return parseSpan(typed, today);
  } catch (error) {
    if (error instanceof WyError) return undefined;
    throw error;
  }
}
