import type { Guide, Typed } from '../cli/command.ts';
import type { Ctx } from '../context.ts';
import { w } from '../lib/words.ts';
import { codeName, codeNames } from '../renovations/code-rules.ts';
import { withCodes } from '../renovations/offers.ts';
import { requireReady } from '../renovations/record.ts';

/** The site's list of violations, by code: `V09 在承重墙、梁、柱上穿孔、削薄、挖槽`. */
export const violationsOffered = (_: unknown, { policy }: Ctx): Guide => ({
  choices: withCodes(codeNames(policy, 'violations')),
});

const openAt = (ctx: Ctx, no: string) =>
  requireReady(ctx, no, 'violation').violations.filter(({ rectifiedAt }) => rectifiedAt === null);

/** Left empty, an open one is named instead: without any the code is needed. */
export const violationsOrOpen = (typed: Typed, ctx: Ctx): Guide => ({
  ...violationsOffered(typed, ctx),
  needed: openAt(ctx, typed.no ?? '').length === 0,
});

/** Those that are open, by their numbers. */
export const openOffered = ({ no = '' }: Typed, ctx: Ctx): Guide => ({
  choices: Object.fromEntries(
    openAt(ctx, no).map(({ part, code }) => {
      const { zh, en } = codeName(ctx.policy, 'violations', code);
      return [String(part), w(`${part}（${code} ${zh}）`, `${part} (${code} ${en})`)];
    }),
  ),
});
