import type { Ctx } from '../../src/context.ts';
import type { Invariant } from '../../src/ledger/invariant.ts';
import { WyError } from '../../src/lib/errors.ts';
import { allInvariants } from '../../src/upkeep/invariants.ts';

/** Which invariants do not hold, with what offends: `charges.sums: 12, 13`. */
export const violated = (
  { ledger }: Pick<Ctx, 'ledger'>,
  of: readonly Invariant[] = allInvariants,
): string[] =>
  of.flatMap(({ key, sql }) => {
    const records = ledger.db.prepare(sql).pluck().all();
    return records.length > 0 ? [`${key}: ${records.join(', ')}`] : [];
  });

/** The code with which something is refused; undefined where it is done. */
export function codeOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof WyError) return error.code;
    throw error;
  }
}
