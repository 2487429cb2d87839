import type { Day } from '../lib/day.ts';
import { type Words, w } from '../lib/words.ts';

/** What a day takes, in this order; each is tried whatever became of the others. */
export const STEPS = {
  open: w('打开台账', 'open the ledger'),
  due: w('到期的自动办理', 'what falls due'),
  backup: w('备份', 'back up'),
  report: w('写日报', 'write the daily report'),
  send: w('发日报', 'send the daily report'),
  outbox: w('补发', 'send what waits'),
  overdue: w('超期', 'overdue'),
} as const satisfies Record<string, Words>;

export type StepName = keyof typeof STEPS;

export const STEP_STATES = {
  done: w('完成', 'done'),
  skipped: w('不用办', 'nothing to do'),
  failed: w('没办成', 'failed'),
} as const satisfies Record<string, Words>;

type StepState = keyof typeof STEP_STATES;

/** What a step says of itself. */
export interface StepResult {
  state: StepState;
  told: Words;
  /** Of a failure: its name. */
  code: string | null;
}

export interface Step extends StepResult {
  step: StepName;
  /** The exit code that it alone would be. */
  exitCode: number;
}

export interface DayRun {
  day: Day;
  steps: readonly Step[];
  /** How many duties are overdue; null where the ledger could not be asked. */
  overdue: number | null;
}
