import type { Deadline } from '../deadlines/model.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';
import type { Event } from '../timeline/model.ts';

/** What a resident says when asked afterwards. */
export const RESULTS = {
  satisfied: w('满意', 'satisfied'),
  fair: w('基本满意', 'fair'),
  dissatisfied: w('不满意', 'dissatisfied'),
} as const satisfies Record<string, Words>;

export type Result = keyof typeof RESULTS;

/** A case as others see it: with its promises. */
export type WithDeadlines<T> = T & { deadlines: readonly Deadline[] };

/** A case with all that was done and said. */
export type Page<T> = WithDeadlines<T> & { timeline: readonly Event[] };
