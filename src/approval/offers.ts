import type { Ctx } from '../context.ts';
import { same, type Words, w } from '../lib/words.ts';
import { listResidents } from '../registry/residents.ts';
import { requireUnit } from '../registry/units.ts';
import { codeName, type Group, withCodes } from '../renovations/code-rules.ts';
import { APPLICANTS, type Applicant } from '../renovations/model.ts';
import { requireReady } from '../renovations/record.ts';

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

/** Violations that not everybody has promised yet: `V09 在承重墙、梁、柱上穿孔、削薄、挖槽`. */
export function unpromisedAt({ no = '' }: Typed, ctx: Ctx): Offer {
  const { choices } = offer(ctx, 'violations', requireReady(ctx, no, 'commit').unpromised);
  return { choices: choices && withCodes(choices) };
}

interface Applicants {
  needed?: boolean;
  choices?: Readonly<Record<string, Words>>;
  proposal?: { value: string; because: Words };
}

/** Those of the unit who may apply: the only one is proposed, of several one is chosen. */
export function applicantsAt(
  { unit = '', applicant = '' }: { unit?: string; applicant?: string },
  ctx: Ctx,
): Applicants {
  if (!Object.hasOwn(APPLICANTS, applicant)) return {};
  const role = applicant as Applicant;
  const { code } = requireUnit(ctx.ledger, unit);
  const there = listResidents(ctx.ledger, { unit: code, role, on: ctx.today });
  const names = [...new Set(there.map(({ name }) => name))];
  const [only] = names;
  if (only === undefined) return { needed: true };
  if (names.length > 1) {
    return { needed: true, choices: Object.fromEntries(names.map((name) => [name, same(name)])) };
  }
  const { zh, en } = APPLICANTS[role];
  return { proposal: { value: only, because: w(`登记的${zh}`, `the ${en} registered`) } };
}

const offer = ({ policy }: Ctx, group: Group, codes: readonly string[]): Offer => ({
  choices:
    codes.length > 0
      ? Object.fromEntries(codes.map((code) => [code, codeName(policy, group, code)]))
      : undefined,
});
