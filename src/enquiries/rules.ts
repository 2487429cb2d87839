import { refused } from '../lib/errors.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';
import type { Channel, Enquiry, Kind, State } from './model.ts';

/** Which states each step may be taken from. */
export const STEPS = {
  answer: ['open'],
  promise: ['open'],
  pass: ['open'],
  note: ['open', 'answered', 'closed'],
  close: ['open'],
} as const satisfies Record<string, readonly State[]>;

export type Step = keyof typeof STEPS;

/** The refusal of a step that the state of an enquiry does not allow. */
export function refusalOf(step: Step, { no, state }: Pick<Enquiry, 'no' | 'state'>) {
  const allowed: readonly State[] = STEPS[step];
  if (allowed.includes(state)) return undefined;
  const [code, words] = ENDED[state === 'answered' ? 'answered' : 'closed'](no);
  return refused(
    code,
    words,
    w(
      `补充：wy visit enquiry note ${no} "…"；又来问的另登记：wy visit enquiry log`,
      `Add to it: wy visit enquiry note ${no} "…"; another question: wy visit enquiry log`,
    ),
  );
}

const ENDED: Readonly<Record<'answered' | 'closed', (no: string) => readonly [string, Words]>> = {
  answered: (no) => ['enquiry_answered', w(`${no} 已经答复。`, `${no} has been answered already.`)],
  closed: (no) => ['enquiry_closed', w(`${no} 已经了结。`, `${no} has been closed already.`)],
};

const USUAL: Readonly<Record<Channel, Kind>> = {
  visit: 'visitor',
  phone: 'caller',
  message: 'message',
  letter: 'caller',
  online: 'caller',
};

/** What it is where nobody says it. */
export const usualKind = (channel: Channel): Kind => USUAL[channel];

/**
 * Whether passing it on was all there was to do: a message has reached its addressee (rule 178), an
 * official whom it concerns (rule 64). A question stays open until it is answered (rule 65).
 */
export const endsWithPassing = (it: Pick<Enquiry, 'kind' | 'promisedAt'>): boolean =>
  (it.kind === 'message' || it.kind === 'official') && it.promisedAt === null;
