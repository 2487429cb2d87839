import type { Ctx } from '../context.ts';
import { plainName } from '../lib/name.ts';
import { tryUnitCode } from '../lib/unit-code.ts';
import { w } from '../lib/words.ts';
import type { Resident } from './model.ts';
import * as store from './resident-store.ts';

/** Enough to choose from; who needs more types another letter, or says so. */
const MOST = 50;

/**
 * Residents by name, pinyin or its initials, part of a phone, or part of a unit code; best first,
 * those who live there today before those who did.
 */
export function findResidents(ctx: Ctx, typed: string, most = MOST): Resident[] {
  const term = plainName(typed).replaceAll(' ', '').toLowerCase();
  if (term === '') return [];
  const code = tryUnitCode(typed)?.code ?? term.toUpperCase();
  return store.search(ctx.ledger, { term, code, today: ctx.today, most });
}

/** The same for people to read: says when there are more than `most`. */
export function findAndTell(ctx: Ctx, typed: string, most = MOST): Resident[] {
  const found = findResidents(ctx, typed, most + 1);
  if (found.length <= most) return found;
  ctx.warn(
    w(
      `只列出前 ${most} 位；请多打几个字，或加 --limit。`,
      `Only the first ${most} are shown; type more of it, or say --limit.`,
    ),
  );
  return found.slice(0, most);
}
