import type { Ctx } from '../context.ts';
import type { Words } from '../lib/words.ts';
import { codeName, type Group } from './code-rules.ts';
import { requireReady } from './record.ts';

/** What there is to be ticked on a terminal, by code; undefined where there is nothing. */
interface Offer {
  choices: Readonly<Record<string, Words>> | undefined;
}

/** What was typed of the command. */
interface Typed {
  readonly no?: string;
}

/** Papers that are still missing; refuses a renovation that takes none any more. */
export const papersMissingAt = ({ no = '' }: Typed, ctx: Ctx): Offer =>
  offer(ctx, 'papers', requireReady(ctx, no, 'paper').missing);

/** Papers that are there, to be struck out. */
export const papersIn = ({ no = '' }: Typed, ctx: Ctx): Offer =>
  offer(ctx, 'papers', requireReady(ctx, no, 'strike').have);

/** Violations that not everybody has promised yet. */
export const unpromisedAt = ({ no = '' }: Typed, ctx: Ctx): Offer =>
  offer(ctx, 'violations', requireReady(ctx, no, 'commit').unpromised);

const offer = ({ policy }: Ctx, group: Group, codes: readonly string[]): Offer => ({
  choices:
    codes.length > 0
      ? Object.fromEntries(codes.map((code) => [code, codeName(policy, group, code)]))
      : undefined,
});
