import type { Ledger } from '../ledger/ledger.ts';
import { updateByNumber } from '../ledger/update.ts';
import type { NewPermit, NewRenovation } from './model.ts';

export function insert(ledger: Ledger, made: NewRenovation): void {
  ledger
    .prepare(
      `INSERT INTO renovations (no, unit_id, applicant, applicant_name, agent, contractor, foreman,
         phone, scope, works, is_small, from_on, until_on, state, applied_at, applied_by)
       VALUES (@no, @unitId, @applicant, @applicantName, @agent, @contractor, @foreman,
         @phone, @scope, @works, @isSmall, @fromOn, @untilOn, 'applied', @appliedAt, @appliedById)`,
    )
    .run({ ...made, works: made.works.join(','), isSmall: Number(made.isSmall) });
}

/** From the application to the permit; what lies behind the request is written in acceptance/. */
const COLUMN_OF = {
  state: 'state',
  scope: 'scope',
  works: 'works',
  fromOn: 'from_on',
  untilOn: 'until_on',
  completeAt: 'complete_at',
  opinion: 'opinion',
  opinionById: 'opinion_by',
  reviewedAt: 'reviewed_at',
  reviewedById: 'reviewed_by',
  approvedAt: 'approved_at',
  approvedById: 'approved_by',
  refusedAt: 'refused_at',
  refusedById: 'refused_by',
  grounds: 'grounds',
  reason: 'reason',
  permittedAt: 'permitted_at',
  utilitiesAt: 'utilities_at',
  cancelledAt: 'cancelled_at',
} as const;

/** Lists of codes with commas between them, as they are kept. */
export type Change = Partial<Record<keyof typeof COLUMN_OF, string | number | null>>;

export const update = (ledger: Ledger, no: string, change: Change): void =>
  updateByNumber(ledger, 'renovations', COLUMN_OF, no, change);

/** The household's permit (part 0); of passes, works/ knows more. */
export const insertPermit = (ledger: Ledger, no: string, { untilOn, issuedAt }: NewPermit): void =>
  void ledger
    .prepare(
      `INSERT INTO renovation_permits (renovation_id, part, until_on, issued_at)
       SELECT id, 0, ?, ? FROM renovations WHERE no = ?`,
    )
    .run(untilOn, issuedAt, no);
