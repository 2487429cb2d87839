import { misused } from './errors.ts';
import { w } from './words.ts';

/** From the first to the last, both included; undefined where it is open. */
export interface Range<T> {
  from: T | undefined;
  to: T | undefined;
}

const BETWEEN = /\.{2,3}|…+|~|至/;

/**
 * Reads `2026-11-01..2026-11-30`, `..5`, `3..`, `3至5`, or one value; `read` gives the first and the
 * last that a part means, as a day has a first and a last second. Refuses what holds nothing and what
 * runs backwards (`bad_range`).
 */
export function parseRange<T extends string | number>(
  text: string,
  read: (part: string) => readonly [first: T, last: T],
): Range<T> {
  const parts = text.normalize('NFKC').split(BETWEEN);
  const [from = '', to = ''] = parts.map((part) => part.trim());
  if (parts.length === 1) {
    const [first, last] = read(text);
    return { from: first, to: last };
  }
  if (parts.length > 2 || (from === '' && to === '')) throw badRange();
  const range = {
    from: from === '' ? undefined : read(from)[0],
    to: to === '' ? undefined : read(to)[1],
  };
  if (range.from !== undefined && range.to !== undefined && range.from > range.to) throw badRange();
  return range;
}

const badRange = () =>
  misused(
    'bad_range',
    w('范围看不懂。', 'This is not readable as a range.'),
    w(
      '如 3..5、3..、..5，日期 2026-11-01..2026-11-30。',
      'As in 3..5, 3.., ..5, or 2026-11-01..2026-11-30.',
    ),
  );
