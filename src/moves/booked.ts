import { owingWords } from '../accounts/owing.ts';
import type { Ctx } from '../context.ts';
import { heldWords } from '../deposits/held.ts';
import type { Words } from '../lib/words.ts';
import { ARREARS, DEPOSITS } from './model.ts';

/** What the books say of something that is settled at a move-out (rule 19). */
export interface Booked {
  code: string;
  words: Words;
  /** What shows more of it. */
  see: string;
}

/** What the unit owes and what is held of it; nothing of what there is none of. */
export function bookedOf(ctx: Ctx, { unit, unitId }: { unit: string; unitId: number }): Booked[] {
  const owing = owingWords(ctx, unitId);
  const held = heldWords(ctx, unitId);
  return [
    ...(owing ? [{ code: ARREARS, words: owing, see: `wy fee statement --unit ${unit}` }] : []),
    ...(held
      ? [{ code: DEPOSITS, words: held, see: `wy deposit list --unit ${unit} --held` }]
      : []),
  ];
}
