import type { Against } from '../complaints/model.ts';
import { misused, type WyError } from '../lib/errors.ts';
import { list, same, w } from '../lib/words.ts';
import type { Outcome } from './model.ts';

/** What came of a visit, as it was typed. */
export interface Told {
  result: Outcome;
  opinion: string | undefined;
  needs: string | undefined;
  /** 1 to 5, of a repair (rule 39). */
  quality: number | undefined;
  attitude: number | undefined;
  /** The head of the department, of a complaint (rule 62). */
  signedBy: string | undefined;
  /** What is broken, or complained of, beyond what the visit was about: opens a record at once. */
  ticket: string | undefined;
  complaint: string | undefined;
  /** Whose work the complaint is about; by its category where undefined. */
  against: Against | undefined;
}

/** Why this cannot all be true of one visit, if so. */
export function contradictionIn(told: Told): WyError | undefined {
  const { opinion, needs, quality, attitude, signedBy, ticket, complaint } = told;
  if (ticket !== undefined && complaint !== undefined) {
    return misused(
      'one_of',
      w('--ticket、--complaint 只能给一个。', 'Give only one of --ticket, --complaint.'),
    );
  }
  if (told.against !== undefined && complaint === undefined) {
    return misused(
      'against_of_complaints',
      w('--against 要同 --complaint 一起用。', '--against belongs to --complaint.'),
      w('加 --complaint "…"', 'Add --complaint "…"'),
    );
  }
  const said = { opinion, needs, quality, attitude, 'signed-by': signedBy, ticket, complaint };
  const given = Object.entries(said).filter(([, value]) => value !== undefined);
  if (told.result !== 'no-answer' || given.length === 0) return undefined;
  const names = list(given.map(([name]) => same(`--${name}`)));
  return misused(
    'nobody_answered',
    w(`无人应答，没有 ${names.zh}。`, `Nobody answered, so there is no ${names.en}.`),
    w('有人答复的，写明 --result。', 'If somebody did, say so with --result.'),
  );
}

/** Ratings are of repairs, the signature of a head of department is of complaints. */
export function foreignIn(
  { quality, attitude, signedBy }: Told,
  takes: 'ratings' | 'signature' | undefined,
): WyError | undefined {
  const isRated = quality !== undefined || attitude !== undefined;
  if (isRated && takes !== 'ratings') {
    return misused(
      'ratings_of_repairs',
      w('只有维修回访才评质量和态度。', 'Only a repair is rated for its work and manner.'),
      w('给出工单编号：wy visit log T…', 'Give the number of the ticket: wy visit log T…'),
    );
  }
  if (signedBy !== undefined && takes !== 'signature') {
    return misused(
      'signature_of_complaints',
      w('只有投诉回访才由部门主管签字。', 'Only the callback of a complaint is signed.'),
      w('给出投诉编号：wy visit log C…', 'Give the number of the complaint: wy visit log C…'),
    );
  }
  return undefined;
}
