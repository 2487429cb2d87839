import { RESULTS } from '../cases/model.ts';
import type { KindName } from '../deadlines/kinds.ts';
import type { Month } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';

export const WAYS = {
  phone: w('电话', 'phone'),
  door: w('上门', 'at the door'),
} as const satisfies Record<string, Words>;

export type Way = keyof typeof WAYS;

/** What came of it: an answer, or nobody to give one. */
export const OUTCOMES = {
  ...RESULTS,
  'no-answer': w('无人应答', 'no answer'),
} as const satisfies Record<string, Words>;

export type Outcome = keyof typeof OUTCOMES;

/** What somebody said. */
export type Reply = Exclude<Outcome, 'no-answer'>;

interface Cause {
  words: Words;
  /** The promise that asks for it, where there is one. */
  kind?: KindName;
  /** Agreed for its day: it stands on the call list as soon as that has begun. */
  isPlanned?: true;
  /** What to ask; `title`: what the record is about, shortened. */
  ask(title: string): Words;
}

/** Why a household is called on. A new kind of callback needs a line here and in `follow-ups.ts`. */
const REASONS = {
  repair: {
    words: w('维修', 'repair'),
    kind: 'ticket.callback',
    ask: (title) =>
      w(
        `“${title}”修好了吗？质量和态度满意吗？`,
        `Is it mended: "${title}"? Were the work and the manner all right?`,
      ),
  },
  complaint: {
    words: w('投诉', 'complaint'),
    kind: 'complaint.callback',
    ask: (title) =>
      w(
        `“${title}”的处理结果满意吗？还有什么意见？`,
        `Is it settled well: "${title}"? Is there anything else to say?`,
      ),
  },
  'move-in': {
    words: w('新入住', 'move-in'),
    kind: 'move.callback',
    ask: () =>
      w(
        '入住顺利吗？房屋、钥匙、水电有没有问题？',
        'Did the move go well? Any trouble with the flat, the keys, water or electricity?',
      ),
  },
  plan: {
    words: w('计划走访', 'planned visit'),
    kind: 'plan.visit',
    isPlanned: true,
    ask: (title) =>
      title === ''
        ? w('对物业服务有什么意见和需求？', 'What do they think of the service, what do they need?')
        : w(`${title}；还有什么意见和需求？`, `${title}; and what else do they need?`),
  },
  sample: {
    words: w('月末抽样', 'sample of the month'),
    kind: 'visit.sample',
    ask: () =>
      w(
        '对物业服务满意吗？有什么意见和需求？',
        'Are they satisfied with the service? What do they need?',
      ),
  },
  visit: {
    words: w('走访', 'visit'),
    ask: () => w('有什么意见和需求？', 'What do they think, what do they need?'),
  },
} as const satisfies Record<string, Cause>;

export type Reason = keyof typeof REASONS;

export const REASON_NAMES = Object.keys(REASONS) as Reason[];

export const causeOf = (reason: Reason): Cause => REASONS[reason];

export const REASON_WORDS = Object.fromEntries(
  REASON_NAMES.map((reason) => [reason, REASONS[reason].words]),
) as Readonly<Record<Reason, Words>>;

/** One visit or call, or the attempt (rule 73). */
export interface Visit {
  no: string;
  unit: string | null;
  /** Of a case that is in no unit. */
  place: string | null;
  /** The case it follows up. */
  subject: string | null;
  /** The month whose sample it was made for. */
  sample: Month | null;
  reason: Reason;
  way: Way;
  result: Outcome;
  opinion: string | null;
  needs: string | null;
  /** What was done about it (处理意见). */
  handling: string | null;
  /** The ticket or complaint that came of it. */
  ledTo: string | null;
  visitedAt: Moment;
  visitedBy: string;
}

/** Whom to ask for, and the number to dial. */
export interface Contact {
  name: string | null;
  phone: string | null;
}

/** One line of the call list. */
export interface Call extends Contact {
  /** The number of a case; the month of a sample. */
  subject: string;
  unit: string | null;
  place: string | null;
  reason: Reason;
  ask: Words;
  dueAt: Moment;
  /** How often nobody answered. */
  tries: number;
}

/** What can be drawn: a household by the code of its unit. */
export interface Drawable {
  unit: string;
  building: string;
}

/** A household, and what speaks against drawing it. */
export interface Candidate extends Drawable {
  /** It is in the sample of the month before or after. */
  isDrawn: boolean;
  /** It was reached this month for another reason. */
  isReached: boolean;
}

/** A household of a month's sample, and whether it was visited. */
export interface SampleUnit {
  unit: string;
  building: string;
  /** How often nobody answered. */
  tries: number;
  visit: string | null;
  result: Outcome | null;
  visitedAt: Moment | null;
}

/** The sample that was drawn for a month (rule 74). */
export interface Sample {
  id: number;
  month: Month;
  seed: string;
  drawnAt: Moment;
}
