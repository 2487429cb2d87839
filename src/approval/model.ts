import type { Paper, Permit, Promised, Renovation } from '../renovations/model.ts';

/** An application as it is written down. */
export interface NewRenovation
  extends Pick<
    Renovation,
    | 'no'
    | 'unitId'
    | 'applicant'
    | 'applicantName'
    | 'agent'
    | 'contractor'
    | 'foreman'
    | 'phone'
    | 'scope'
    | 'works'
    | 'isSmall'
    | 'fromOn'
    | 'untilOn'
    | 'appliedAt'
  > {
  appliedById: number;
}

/** Handed in; the code is one of the policy's. */
export type NewPaper = Paper;

/** What one party promised with one signature. */
export type NewPromises = Promised;

/** The household's permit. */
export type NewPermit = Pick<Permit, 'untilOn' | 'issuedAt'>;
