import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';

interface Kind {
  /** What is to be done, as the agenda says it. */
  words: Words;
  /** The command that settles it, for the record's number. */
  settle(no: string): string;
}

/** Every promise wy knows: what it is called, and what to type when it is kept. */
const KINDS = {
  'ticket.arrive': { words: w('到场', 'be on site'), settle: (no) => `ticket arrive ${no}` },
  'ticket.finish': {
    words: w('完工', 'finish the repair'),
    settle: (no) => `ticket finish ${no} --work "…"`,
  },
  'ticket.inform': {
    words: w('告知住户新时间', 'tell the resident the new time'),
    settle: (no) => `ticket inform ${no}`,
  },
  'ticket.progress': {
    words: w('追问进度', 'ask for the progress'),
    settle: (no) => `ticket note ${no} "…"`,
  },
  'ticket.slip': {
    words: w('收回工单', 'get the signed slip back'),
    settle: (no) => `ticket close ${no} --signed-by … --satisfied yes`,
  },
  'ticket.callback': {
    words: w('回访', 'call back'),
    settle: (no) => `ticket callback ${no} --result satisfied`,
  },
} as const satisfies Record<string, Kind>;

export type KindName = keyof typeof KINDS;

export const kindWords = (kind: string): Words =>
  kind in KINDS ? KINDS[kind as KindName].words : w(kind, kind);

export const settleLine = (kind: string, no: string): string =>
  kind in KINDS ? `wy ${KINDS[kind as KindName].settle(no)}` : '';
