import { misused } from './errors.ts';
import { w } from './words.ts';

/** Things and how many of each. */
export interface Line {
  what: string;
  count: number;
}

/** `沙发×2`, `沙发 x2`, `沙发*2`; a bare thing is one. */
const LINE = /^(?<what>.+?)(?:\s*[×xX*✕]\s*(?<count>\d{1,5}))?$/u;

const MOST_LINES = 200;
const MOST_CHARACTERS = 100;

/** Reads `沙发×2，冰箱`; refuses what holds nothing, and lines that are stories (`bad_lines`). */
export function parseLines(text: string): Line[] {
  const parts = text
    .split(/[,，、;；\n]/)
    .map((part) => part.normalize('NFKC').replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '');
  const lines = parts.map((part) => {
    const { what = '', count = '1' } = LINE.exec(part)?.groups ?? {};
    return { what, count: Number(count) };
  });
  const isGood = ({ what, count }: Line) =>
    what !== '' && what.length <= MOST_CHARACTERS && count > 0 && !/\p{Cc}/u.test(what);
  if (lines.length > 0 && lines.length <= MOST_LINES && lines.every(isGood)) return lines;
  throw misused(
    'bad_lines',
    w('清单看不懂。', 'This is not readable as a list.'),
    w('如：沙发×2，冰箱，纸箱×10', 'As in: sofa x2, fridge, boxes x10'),
  );
}

/** `沙发×2、冰箱` */
export const lineText = ({ what, count }: Line): string =>
  count === 1 ? what : `${what}×${count}`;
