import type { Ledger } from '../ledger/ledger.ts';
import { where } from '../ledger/where.ts';
import { type Details, detailsOf } from './detail-store.ts';
import type { Renovation, State } from './model.ts';

const SELECT = `SELECT r.id, r.no, u.code AS unit, r.unit_id AS unitId, u.use,
    u.area_thousandths AS areaThousandths, r.applicant,
    r.applicant_name AS applicantName, r.agent, r.contractor, r.foreman, r.phone, r.scope, r.works,
    r.is_small AS isSmall, r.from_on AS fromOn, r.until_on AS untilOn, r.state,
    r.applied_at AS appliedAt, a.name AS appliedBy, r.complete_at AS completeAt, r.opinion,
    o.name AS opinionBy, r.reviewed_at AS reviewedAt, v.name AS reviewedBy,
    r.approved_at AS approvedAt, d.name AS approvedBy, r.refused_at AS refusedAt,
    f.name AS refusedBy, r.grounds, r.reason, r.permitted_at AS permittedAt,
    r.utilities_at AS utilitiesAt, r.requested_at AS requestedAt, r.accepted_at AS acceptedAt,
    c.name AS acceptedBy, r.cleared_at AS clearedAt, r.reinspected_at AS reinspectedAt,
    i.name AS reinspectedBy, r.settled_at AS settledAt, r.closed_at AS closedAt,
    r.cancelled_at AS cancelledAt
  FROM renovations AS r
  JOIN units AS u ON u.id = r.unit_id
  JOIN staff AS a ON a.id = r.applied_by
  LEFT JOIN staff AS o ON o.id = r.opinion_by
  LEFT JOIN staff AS v ON v.id = r.reviewed_by
  LEFT JOIN staff AS d ON d.id = r.approved_by
  LEFT JOIN staff AS f ON f.id = r.refused_by
  LEFT JOIN staff AS c ON c.id = r.accepted_by
  LEFT JOIN staff AS i ON i.id = r.reinspected_by`;

/** What its own row holds, lists as text. */
type Row = Omit<Renovation, keyof Details | 'isSmall' | 'works' | 'grounds'> & {
  id: number;
  isSmall: 0 | 1;
  works: string;
  grounds: string | null;
};

export const byNumber = (ledger: Ledger, no: string): Renovation | undefined =>
  list(ledger, { nos: [no] })[0];

export interface Filter {
  nos?: readonly string[] | null | undefined;
  states?: readonly State[] | undefined;
  unitId?: number | undefined;
  building?: string | undefined;
}

/** Oldest first, each with all that belongs to it. */
export function list(ledger: Ledger, { nos, states, unitId, building }: Filter): Renovation[] {
  const { sql, values } = where(
    nos ? ['r.no IN (SELECT value FROM json_each(?))', JSON.stringify(nos)] : undefined,
    states && ['r.state IN (SELECT value FROM json_each(?))', JSON.stringify(states)],
    unitId === undefined ? undefined : ['r.unit_id = ?', unitId],
    building === undefined ? undefined : ['u.building = ?', building],
  );
  const rows = ledger
    .prepare<unknown[], Row>(`${SELECT} ${sql} ORDER BY r.applied_at, r.id`)
    .all(...values);
  const details = detailsOf(
    ledger,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, isSmall, works, grounds, ...row }) => ({
    ...row,
    ...details(id),
    isSmall: isSmall === 1,
    works: codesOf(works),
    grounds: codesOf(grounds),
  }));
}

const codesOf = (text: string | null): string[] => (text ? text.split(',') : []);
