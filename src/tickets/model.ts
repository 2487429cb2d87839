import type { Result } from '../cases/model.ts';
import type { Moment } from '../lib/moment.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';

export const CATEGORIES = {
  safety: w('安全设施', 'safety'),
  leak: w('渗漏水', 'leak'),
  general: w('一般', 'general'),
} as const satisfies Record<string, Words>;

export type Category = keyof typeof CATEGORIES;

export const CHARGES = {
  paid: w('有偿', 'paid'),
  free: w('无偿', 'free'),
  warranty: w('保修', 'warranty'),
} as const satisfies Record<string, Words>;

export type Charge = keyof typeof CHARGES;

export const STATES = {
  open: w('待派工', 'open'),
  assigned: w('已派工', 'assigned'),
  finished: w('已完工', 'finished'),
  closed: w('已结单', 'closed'),
  cancelled: w('已取消', 'cancelled'),
} as const satisfies Record<string, Words>;

export type State = keyof typeof STATES;

/** One repair, from the call to the callback (rules 25–48). It is in a unit or at a public place. */
export interface Ticket {
  no: string;
  /** The number it had before it came here. */
  formerNo: string | null;
  unit: string | null;
  place: string | null;
  item: string;
  system: string | null;
  part: string | null;
  damage: string | null;
  caller: string | null;
  phone: string | null;
  category: Category;
  urgent: boolean;
  charge: Charge;
  appointmentAt: Moment | null;
  /** The file of the move-in at which it was found: the developer's to mend (rules 12–15). */
  defectOf: string | null;
  state: State;
  assignedTo: string | null;
  assigneeId: number | null;
  /** The worker signed for the slip (rule 28). */
  slipTaken: boolean;
  openedAt: Moment;
  /** Who took the call, and keeps asking until it is done (rule 36). */
  openedById: number;
  /** This and what follows belong to the present round of work; the timeline keeps earlier ones. */
  arrivedAt: Moment | null;
  finishedAt: Moment | null;
  work: string | null;
  costFen: number | null;
  leakTestedAt: Moment | null;
  closedAt: Moment | null;
  signedBy: string | null;
  satisfied: boolean | null;
  /** When the owner comes to accept the repair of a defect (rule 14). */
  acceptAt: Moment | null;
  cancelledAt: Moment | null;
  /** The latest answer, whichever round of work it was about. */
  callbackAt: Moment | null;
  callbackResult: Result | null;
  callbackQuality: number | null;
  callbackAttitude: number | null;
  /** How often it came back after it was said to be done (返修, rule 43). */
  repeats: number;
}
