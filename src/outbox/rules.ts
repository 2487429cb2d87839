import type { Duration } from '../lib/duration.ts';
import { EXIT } from '../lib/exit.ts';
import { addMinutes, addSeconds, type Moment } from '../lib/moment.ts';
import type { Lang, Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';
import type { Outcome, Sendable, SendingState } from './model.ts';

const MINUTES: Readonly<Partial<Record<Duration['unit'], number>>> = { m: 1, h: 60 };

/** Doubling ends somewhere: a day. */
const LONGEST_WAIT_MINUTES = 24 * 60;

/** When it may be tried: at once, and after each failed try twice as long as before. */
export function nextTryAt(
  { queuedAt, triedAt, tries }: Pick<Sendable, 'queuedAt' | 'triedAt' | 'tries'>,
  retry: Duration,
): Moment {
  if (tries === 0 || triedAt === null) return queuedAt;
  const first = retry.amount * (MINUTES[retry.unit] ?? 1);
  return addMinutes(triedAt, Math.min(LONGEST_WAIT_MINUTES, first * 2 ** Math.min(tries - 1, 20)));
}

/** Beyond its timeout a process needs this long at most to note what came of it. */
const NOTING_SECONDS = 60;

/** Whether whoever claimed it cannot be at it any more. */
export const isStuck = (
  { state, triedAt }: Pick<Sendable, 'state' | 'triedAt'>,
  now: Moment,
  timeoutSeconds: number,
): boolean =>
  state === 'sending' &&
  (triedAt === null || addSeconds(triedAt, timeoutSeconds + NOTING_SECONDS) < now);

/** What becomes of it after a try, of which this was the `tries`-th of so many. */
export function stateAfter(outcome: Outcome, tries: number, most: number): SendingState {
  if (outcome.is !== 'refused') return outcome.is;
  return tries >= most ? 'failed' : 'waiting';
}

const FINE: readonly SendingState[] = ['sent', 'dropped', 'sending'];

/** Whoever called is told where something did not go; what another process is at is its own affair. */
export const exitOfSent = (sent: readonly Pick<Sendable, 'state'>[]): number =>
  sent.every(({ state }) => FINE.includes(state)) ? EXIT.done : EXIT.refused;

/** A group robot of WeCom takes 4096 bytes; the title and a little of the template's stand beside it. */
const MOST_TITLE_BYTES = 240;
const MOST_TEXT_BYTES = 3_600;

const bytesOf = (text: string): number => Buffer.byteLength(text);

/** The lines that fit, and how many more there are. */
export function cutText(text: string, lang: Lang, mostBytes = MOST_TEXT_BYTES): string {
  if (bytesOf(text) <= mostBytes) return text;
  const lines = text.split('\n');
  const room = mostBytes - bytesOf(more(lines.length)[lang]) - 1;
  const kept: string[] = [];
  let bytes = 0;
  for (const line of lines) {
    bytes += bytesOf(line) + 1;
    if (bytes > room) break;
    kept.push(line);
  }
  return [...kept, more(lines.length - kept.length)[lang]].join('\n');
}

const more = (lines: number): Words => w(`……还有 ${lines} 行`, `… and ${lines} more`);

/** As much of one line as fits. */
export function cutTitle(title: string): string {
  if (bytesOf(title) <= MOST_TITLE_BYTES) return title;
  let cut = '';
  for (const letter of title) {
    if (bytesOf(cut) + bytesOf(letter) > MOST_TITLE_BYTES - 3) break;
    cut += letter;
  }
  return `${cut}…`;
}
