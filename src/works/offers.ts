import type { Ctx } from '../context.ts';
import { type Words, w } from '../lib/words.ts';
import { codeNames } from '../renovations/code-rules.ts';

/** The site's list of violations, by code: `V09 在承重墙、梁、柱上穿孔、削薄、挖槽`. */
export const violationsOffered = (
  _typed: unknown,
  { policy }: Ctx,
): { choices: Readonly<Record<string, Words>> } => ({
  choices: Object.fromEntries(
    Object.entries(codeNames(policy, 'violations')).map(([code, { zh, en }]) => [
      code,
      w(`${code} ${zh}`, `${code} ${en}`),
    ]),
  ),
});
