import type { Ctx } from '../context.ts';
import type { Words } from '../lib/words.ts';
import { refusalOfState } from './chain-rules.ts';
import { codeName, type Group } from './code-rules.ts';
import type { Step } from './model.ts';
import { type RenovationRecord, requireRenovation } from './record.ts';

/** What there is to be ticked on a terminal, by code; undefined where there is nothing. */
interface Offer {
  choices: Readonly<Record<string, Words>> | undefined;
}

/** What was typed of the command. */
interface Typed {
  readonly no?: string;
}

/** Papers that are still missing; refuses a renovation that takes none any more. */
export const papersMissingAt = (typed: Typed, ctx: Ctx): Offer =>
  offer(ctx, 'papers', openFor(ctx, typed, 'paper').missing);

/** Papers that are there, to be struck out. */
export const papersIn = (typed: Typed, ctx: Ctx): Offer =>
  offer(ctx, 'papers', openFor(ctx, typed, 'strike').have);

/** Violations that not everybody has promised yet. */
export const unpromisedAt = (typed: Typed, ctx: Ctx): Offer =>
  offer(ctx, 'violations', openFor(ctx, typed, 'commit').unpromised);

function openFor(ctx: Ctx, { no = '' }: Typed, step: Step): RenovationRecord {
  const it = requireRenovation(ctx, no);
  const refusal = refusalOfState(step, it);
  if (refusal) throw refusal;
  return it;
}

const offer = ({ policy }: Ctx, group: Group, codes: readonly string[]): Offer => ({
  choices:
    codes.length > 0
      ? Object.fromEntries(codes.map((code) => [code, codeName(policy, group, code)]))
      : undefined,
});
