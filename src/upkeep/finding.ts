import { type Words, w } from '../lib/words.ts';

/** What one check of the doctor found. */
export interface Finding {
  /** A stable name: `chain`, `tickets.closed`. */
  check: string;
  title: Words;
  ok: boolean;
  detail: Words;
  /** What to do; also where all is well, something may be worth doing. */
  advice: Words | null;
}

export type Verdict = Omit<Finding, 'check' | 'title'>;

export const fine = (detail: Words, advice: Words | null = null): Verdict => ({
  ok: true,
  detail,
  advice,
});

export const wrong = (detail: Words, advice: Words): Verdict => ({ ok: false, detail, advice });

/** What stood in the way has been told at an earlier check. */
export const NOT_CHECKED: Verdict = {
  ok: false,
  detail: w('没能检查，原因同上', 'not checked, as said above'),
  advice: null,
};

/** The first few of many names. */
export function some(names: readonly string[]): string {
  const most = 5;
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown} …` : shown;
}
