import { explainSqlite } from '../ledger/explain.ts';
import { WyError } from '../lib/errors.ts';
import { EXIT } from '../lib/exit.ts';
import { w } from '../lib/words.ts';
import type { Step, StepName } from './model.ts';

/** A step that threw: what the desk can mend by its name, and of our bug the trace besides. */
export function failedStep(step: StepName, error: unknown): { failed: Step; trace: string | null } {
  const known = error instanceof WyError ? error : explainSqlite(error);
  if (known) {
    const { code, words, kind } = known;
    const failed: Step = { step, state: 'failed', told: words, code, exitCode: EXIT[kind] };
    return { failed, trace: null };
  }
  return {
    failed: { step, state: 'failed', told: OUR_BUG, code: 'bug', exitCode: EXIT.bug },
    trace: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}

const OUR_BUG = w('程序出错了，这是 wy 的问题', 'wy failed; this is our bug');
