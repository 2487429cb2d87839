import { type Day, parseDay } from '../lib/day.ts';
import { parseScaled } from '../lib/decimal.ts';
import { addSeconds, endOfDay, type Moment, parseMoment, startOfDay } from '../lib/moment.ts';
import { parseYuan } from '../lib/money.ts';
import { parsePeriod } from '../lib/period.ts';
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

export const dayRange = range<Day>('DAY', readDays);

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
    const days = tryDays(typed, env);
    if (!days) throw error;
    return [startOfDay(days[0], env.zone), endOfDay(days[1], env.zone)];
  }
});

export const wholeRange = range<number>('N', (typed) => one(parseScaled(typed, 0)));

/** Thousandths. */
export const decimalRange = range<number>('N', (typed) => one(parseScaled(typed, 3)));

/** Fen. */
export const moneyRange = range<number>('YUAN', (typed) => one(parseYuan(typed)));

/** A day, or those of a month, a quarter, a year. */
function readDays(typed: string, env: FieldEnv): readonly [Day, Day] {
  try {
    return one(parseDay(typed, env.today));
  } catch (error) {
    const days = tryDays(typed, env);
    if (!days) throw error;
    return days;
  }
}

function tryDays(typed: string, { today }: FieldEnv): readonly [Day, Day] | undefined {
  try {
    const { from, until } = parsePeriod(typed, today);
    return [from, until];
  } catch {
    return undefined;
  }
}
