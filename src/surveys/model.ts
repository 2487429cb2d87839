import type { Result } from '../cases/model.ts';
import type { Moment } from '../lib/moment.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';

export const STATES = {
  open: w('进行中', 'open'),
  closed: w('已上报', 'closed'),
  cancelled: w('已取消', 'cancelled'),
} as const satisfies Record<string, Words>;

export type State = keyof typeof STATES;

/** As many as the policy takes too. */
export const MOST_QUESTIONS = 50;

/** One question of a survey; `part` counts from 1. */
export interface Question {
  part: number;
  text: string;
}

/** As after a repair: 满意, 基本满意 or 不满意. */
export type Answer = Result;

/** What a household says to each question, in their order; null where it says nothing. */
export type Answers = readonly (Answer | null)[];

/** The yearly 业主意见征询 (rules 72, 79): sent, collected, analysed, reported to the director. */
export interface Survey {
  id: number;
  no: string;
  /** `2026` */
  year: string;
  title: string;
  state: State;
  openedAt: Moment;
  questions: readonly Question[];
  /** Forms that went to a household, came back, and came back filled in enough. */
  sent: number;
  returned: number;
  valid: number;
  closedAt: Moment | null;
  /** What the director was told. */
  analysis: string | null;
  cancelledAt: Moment | null;
}

/** The form of one household. */
export interface Form {
  id: number;
  unit: string;
  building: string;
  sentAt: Moment;
  returnedAt: Moment | null;
  /** Null until it is back. */
  valid: boolean | null;
  opinion: string | null;
}

/** A form with what stands on it. */
export interface FilledForm extends Form {
  survey: Survey;
  answers: Answers;
}

/** What one building was sent and gave back. */
export interface Returns {
  building: string;
  households: number;
  sent: number;
  /** Those of the forms sent that went to one of these households. */
  sentToHouseholds: number;
  returned: number;
  valid: number;
}

/** How often one answer was given to one question in one building. */
export interface Tally {
  building: string;
  part: number;
  answer: Answer;
  count: number;
}

/** An opinion by its unit; nobody's name. */
export interface UnitOpinion {
  unit: string;
  opinion: string;
}
