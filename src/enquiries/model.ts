import type { Moment } from '../lib/moment.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';

/** How it reached the desk. */
export const CHANNELS = {
  visit: w('来访', 'visit'),
  phone: w('来电', 'phone'),
  message: w('留言', 'message'),
  letter: w('来信', 'letter'),
  online: w('网络', 'online'),
} as const satisfies Record<string, Words>;

export type Channel = keyof typeof CHANNELS;

/** Who it is from, or for: an official goes to whom it concerns, a message to its addressee. */
export const KINDS = {
  caller: w('咨询', 'caller'),
  visitor: w('访客', 'visitor'),
  official: w('公务', 'official'),
  message: w('留言转达', 'message'),
} as const satisfies Record<string, Words>;

export type Kind = keyof typeof KINDS;

export const STATES = {
  open: w('待答复', 'open'),
  answered: w('已答复', 'answered'),
  closed: w('已了结', 'closed'),
} as const satisfies Record<string, Words>;

export type State = keyof typeof STATES;

/** A call, a visit or a message that is neither repair nor complaint (rules 63–67, 178). */
export interface Enquiry {
  no: string;
  channel: Channel;
  kind: Kind;
  who: string | null;
  phone: string | null;
  unit: string | null;
  text: string;
  state: State;
  /** Who it was passed on to: a member of staff, the key of a role, or a name beside the staff. */
  passedTo: string | null;
  /** Until when an answer was promised (rule 63). */
  promisedAt: Moment | null;
  answer: string | null;
  receivedAt: Moment;
  answeredAt: Moment | null;
  /** Settled without an answer: handed over, or of no more concern. */
  closedAt: Moment | null;
}
