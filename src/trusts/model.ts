import type { Day } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';

/** Why a trust-managed unit is looked after: each week, and twice for a heavy rain (rule 125). */
export const TURNS = {
  weekly: w('每周', 'weekly'),
  'before-rain': w('大雨前', 'before the rain'),
  'after-rain': w('大雨后', 'after the rain'),
} as const satisfies Record<string, Words>;

export type Turn = keyof typeof TURNS;

export interface Patrol {
  id: number;
  turn: Turn;
  rainId: number | null;
  ok: boolean;
  findings: string | null;
  /** Of what was found; a patrol that found nothing has nothing to tell. */
  ownerTold: boolean;
  patrolledAt: Moment;
  by: string;
}

/** A heavy rain, registered by hand. */
export interface Rain {
  id: number;
  startsAt: Moment;
  /** Null: not known yet. One that never came ends when it was to start. */
  endsAt: Moment | null;
  note: string | null;
}

/** How a rain stands at a moment. */
export const RAIN_STATES = {
  expected: w('预报', 'expected'),
  'going-on': w('正在下', 'going on'),
  over: w('已停', 'over'),
  'called-off': w('没有下', 'never came'),
} as const satisfies Record<string, Words>;

export type RainState = keyof typeof RAIN_STATES;

/** The meters that a trust limits, each by a setting of the same name. */
export const LIMITED = ['water', 'electricity'] as const;

export type Limited = (typeof LIMITED)[number];

/** What was used since the start of the trust, beside what it allows. */
export interface Use {
  fromOn: Day;
  toOn: Day;
  usageThousandths: number;
  limitThousandths: number;
  isOver: boolean;
}

/** A unit that its owner has entrusted to the desk, as far as this slice adds to its agreement. */
export interface Trust {
  no: string;
  subscriptionId: number;
  unitId: number;
  unit: string;
  fromOn: Day;
  /** Its last day; null: open. */
  untilOn: Day | null;
  /** From when the full fee is owed again. */
  fullFeeFromOn: Day | null;
  agreedAt: Moment;
  /** What is owed of a full fee, in percent; several where tariffs differ. */
  percents: readonly number[];
  /** Null where there is no reading since its start. */
  uses: Readonly<Record<Limited, Use | null>>;
  lastPatrol: Patrol | null;
}
