import type { Ctx } from '../context.ts';
import type { Sheet } from '../documents/model.ts';
import type { Day } from '../lib/day.ts';
import type { Period } from '../lib/period.ts';

/** What was typed behind `wy print FORM`. */
export interface Asked {
  /** The number, unit or building behind the form. */
  subject: string;
  /** Of bills: which period; of letters: until when to pay. */
  period?: Period | undefined;
  until?: Day | undefined;
}

/** A printed form: which sheets it has for what was asked. Refuses what is not there to print. */
export interface Form {
  /** Whose template it takes and under whose name its copies are counted, if not its own. */
  prints?: { form: string; action: string };
  sheets(ctx: Ctx, asked: Asked): readonly Sheet[];
}
