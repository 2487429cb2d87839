import { EXIT } from '../lib/exit.ts';
import type { DayRun } from './model.ts';

/** The gravest first: our bug, an unusable ledger, a step that failed, something overdue. */
const GRAVEST = [EXIT.bug, EXIT.unusable, EXIT.usage, EXIT.refused, EXIT.overdue] as const;

/** A step that failed outweighs what is overdue: cron is told of what nobody else will tell. */
export function exitOfDay({ steps, overdue }: Pick<DayRun, 'steps' | 'overdue'>): number {
  const codes: number[] = steps.map(({ exitCode }) => exitCode);
  if ((overdue ?? 0) > 0) codes.push(EXIT.overdue);
  return GRAVEST.find((code) => codes.includes(code)) ?? EXIT.done;
}
