import type { Head } from '../ledger/journal.ts';
import type { Replacement } from '../ledger/verify.ts';
import type { Moment } from '../lib/moment.ts';

/**
 * How a backup stands to the ledger of today. `contained`: today's journal goes on from it.
 * `replaced`: it belongs to a ledger that a restore did away with. `cut`: today's journal ends before
 * the backup does. `other`: the two tell different stories and nothing says why.
 */
export type Kinship = 'contained' | 'replaced' | 'cut' | 'other';

export interface Relatives {
  backup: Head & { recordedAt: Moment };
  /** The newest line that both journals have in common, 0 when there is none. */
  fork: number;
  head: Head;
  replacements: readonly Replacement[];
}

export function kinshipOf({ backup, fork, head, replacements }: Relatives): Kinship {
  if (fork === backup.seq) return 'contained';
  const excused = replacements.some(
    (it) => it.seq > fork && backup.recordedAt <= it.recordedAt && mayBelongTo(backup, it),
  );
  if (excused) return 'replaced';
  return fork === head.seq ? 'cut' : 'other';
}

/** A replaced ledger that could not be read may have held anything. */
function mayBelongTo(backup: Head, { replacedSeq, replacedHash }: Replacement): boolean {
  if (replacedSeq === null) return true;
  if (backup.seq === replacedSeq) return backup.hash === replacedHash;
  return backup.seq < replacedSeq;
}

/** The newest line with the same hash in both; each hash covers all lines before it. */
export function forkOf(
  lastSeq: number,
  hashHere: (seq: number) => string | undefined,
  hashThere: (seq: number) => string | undefined,
): number {
  let common = 0;
  let different = lastSeq + 1;
  while (different - common > 1) {
    const middle = Math.floor((common + different) / 2);
    const here = hashHere(middle);
    if (here !== undefined && here === hashThere(middle)) common = middle;
    else different = middle;
  }
  return common;
}
