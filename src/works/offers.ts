import type { Ctx } from '../context.ts';
import { type Words, w } from '../lib/words.ts';
import { codeName, codeNames, withCodes } from '../renovations/code-rules.ts';
import { requireReady } from '../renovations/record.ts';

interface Offer {
  needed?: boolean;
  choices: Readonly<Record<string, Words>>;
}

interface Typed {
  readonly no?: string;
}

/** The site's list of violations, by code: `V09 在承重墙、梁、柱上穿孔、削薄、挖槽`. */
export const violationsOffered = (_: unknown, { policy }: Ctx): Offer => ({
  choices: withCodes(codeNames(policy, 'violations')),
});

const openAt = (ctx: Ctx, no: string) =>
  requireReady(ctx, no, 'violation').violations.filter(({ rectifiedAt }) => rectifiedAt === null);

/** Left empty, an open one is named instead: without any the code is needed. */
export const violationsOrOpen = (typed: Typed, ctx: Ctx): Offer => ({
  ...violationsOffered(typed, ctx),
  needed: openAt(ctx, typed.no ?? '').length === 0,
});

/** Those that are open, by their numbers. */
export const openOffered = ({ no = '' }: Typed, ctx: Ctx): Offer => ({
  choices: Object.fromEntries(
    openAt(ctx, no).map(({ part, code }) => {
      const { zh, en } = codeName(ctx.policy, 'violations', code);
      return [String(part), w(`${part}（${code} ${zh}）`, `${part} (${code} ${en})`)];
    }),
  ),
});
