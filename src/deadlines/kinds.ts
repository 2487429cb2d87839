import type { Words } from '../lib/words.ts';
import { same, w } from '../lib/words.ts';

interface Kind {
  /** What is to be done, as the agenda says it. */
  words: Words;
  /** The command that settles it, and what it wants behind the number. */
  settledBy: string;
  rest?: string;
}

/** Every promise wy knows: what it is called, and what to type when it is kept. */
const KINDS = {
  'ticket.arrive': { words: w('到场', 'be on site'), settledBy: 'ticket arrive' },
  'ticket.finish': {
    words: w('完工', 'finish the repair'),
    settledBy: 'ticket finish',
    rest: '--work "…"',
  },
  'ticket.inform': {
    words: w('告知住户新时间', 'tell the resident the new time'),
    settledBy: 'ticket inform',
  },
  'ticket.progress': {
    words: w('追问进度', 'ask for the progress'),
    settledBy: 'ticket note',
    rest: '"…"',
  },
  'ticket.slip': {
    words: w('收回工单', 'get the signed slip back'),
    settledBy: 'ticket close',
    rest: '--signed-by … --satisfied yes',
  },
  'ticket.callback': {
    words: w('回访', 'call back'),
    settledBy: 'ticket callback',
    rest: '--result satisfied',
  },
} as const satisfies Record<string, Kind>;

export type KindName = keyof typeof KINDS;

const kindOf = (kind: string): Kind | undefined =>
  Object.hasOwn(KINDS, kind) ? KINDS[kind as KindName] : undefined;

export const kindWords = (kind: string): Words => kindOf(kind)?.words ?? same(kind);

/** The command that settles promises of this kind: `ticket close`. */
export const settledBy = (kind: string): string | undefined => kindOf(kind)?.settledBy;

/** The line to type for the record of this number. */
export function settleLine(kind: string, no: string): string {
  const known = kindOf(kind);
  if (!known) return '';
  return ['wy', known.settledBy, no, known.rest].filter(Boolean).join(' ');
}
