import * as z from 'zod/mini';
import type { Duration, DurationUnit } from '../lib/duration.ts';
import { parseDuration } from '../lib/duration.ts';
import { misused, WyError } from '../lib/errors.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';

/**
 * One value of the policy. `read` turns the text of the file into what the rules use and says in a
 * WyError of kind usage what is allowed; any other error is our bug.
 */
export function leaf<T>(read: (text: string) => T) {
  const transform = z.transform((input: unknown, context): T => {
    try {
      if (typeof input === 'string') return read(input.trim());
      throw notAllowed(
        w('这里应是一个值，不是一组。', 'This takes one value, not a group of them.'),
      );
    } catch (error) {
      if (!(error instanceof WyError)) throw error;
      context.issues.push({ code: 'custom', input, params: { words: sentence(error) } });
      return z.NEVER;
    }
  });
  return z.pipe(z.unknown(), transform);
}

/** The refusal of a value; `words` say what is allowed. */
export function notAllowed(words: Words): WyError {
  return misused('bad_policy_value', words);
}

/** A refusal of several values together, from inside a `.check`. */
export function issue(input: unknown, path: PropertyKey[], words: Words) {
  return { code: 'custom' as const, input, path, params: { words } };
}

// Control characters would break the line of a form or of a report.
const CONTROL = /\p{Cc}/u;

/** One line of text, or none. */
export const text = () =>
  leaf((value) => {
    if (!CONTROL.test(value)) return value;
    throw notAllowed(w('应是一行文字。', 'This takes one line of text.'));
  });

export const someText = () =>
  leaf((value) => {
    if (value !== '' && !CONTROL.test(value)) return value;
    throw notAllowed(
      w('应是一行文字，不能空着。', 'This takes one line of text and cannot be empty.'),
    );
  });

export const choice = <const T extends string>(choices: readonly T[]) =>
  leaf((value): T => {
    const chosen = choices.find((each) => each === value);
    if (chosen !== undefined) return chosen;
    throw notAllowed(
      w(`应是 ${choices.join('、')} 之一。`, `This is one of ${choices.join(', ')}.`),
    );
  });

export const whole = (least: number, most: number) =>
  leaf((value) => {
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    if (number >= least && number <= most) return number;
    throw notAllowed(
      w(`应是 ${least} 到 ${most} 的整数。`, `This is a whole number from ${least} to ${most}.`),
    );
  });

/** A limit of any unit: 30m, 1h, 2d, 0.5wd, 3mo. */
export const duration = () => leaf(parseDuration);

/** A limit of some units only, longer than nothing: the length of a warranty, an interval. */
export const durationOf = (units: readonly DurationUnit[]) =>
  leaf((value) => {
    const read = parseDuration(value);
    if (units.includes(read.unit) && read.amount > 0) return read;
    throw notAllowed(
      w(
        `应大于零，单位是 ${units.join('、')}。`,
        `This is more than nothing, in ${units.join(', ')}.`,
      ),
    );
  });

const NONE: Duration = { amount: 0, unit: 'm', text: '0m' };

/** A grace after an agreed time: a limit, or `0m` for none. */
export const grace = () =>
  leaf((value): Duration => (value === '0m' ? NONE : parseDuration(value)));

/** Minutes or hours before a time, or `0m` for none. */
export const early = () =>
  leaf((value): Duration => {
    if (value === '0m') return NONE;
    const read = parseDuration(value);
    if (read.unit === 'm' || read.unit === 'h') return read;
    throw notAllowed(
      w('应写成 20m 或 1h；没有就写 0m。', 'This is written 20m or 1h, or 0m for none.'),
    );
  });

function sentence({ words, hint }: WyError): Words {
  return hint ? w(words.zh + hint.zh, `${words.en} ${hint.en}`) : words;
}

/** A percentage with one decimal at most, as reports print rates; null where none is set. */
export const percentOrNone = () =>
  leaf((value): string | null => {
    if (value === '') return null;
    const found = /^(\d{1,3})(?:\.(\d))?$/.exec(value);
    const tenths = Number(found?.[1]) * 10 + Number(found?.[2] ?? 0);
    if (tenths <= 1000) return `${found?.[1]}.${found?.[2] ?? 0}`;
    throw notAllowed(
      w(
        '应是 0 到 100 的百分数，如 90 或 92.5；没有规定就留空。',
        'This is a percentage from 0 to 100 such as 90 or 92.5, or nothing.',
      ),
    );
  });
