import type { Ledger } from '../ledger/ledger.ts';
import { groupBy } from '../lib/group.ts';
import type {
  Inspection,
  Measure,
  Overtime,
  Paper,
  Permit,
  Promised,
  Renovation,
  Violation,
} from './model.ts';

/** What belongs to a renovation and stands in tables of its own. */
export type Details = Pick<
  Renovation,
  'papers' | 'promises' | 'permits' | 'violations' | 'overtimes' | 'inspections' | 'lastPatrolAt'
>;

/** All of it for these renovations, by their ids. */
export function detailsOf(ledger: Ledger, ids: readonly number[]): (id: number) => Details {
  const read = reader(ledger, ids);
  const papers = read<Paper>(
    `SELECT p.renovation_id AS id, p.code, p.detail, p.received_at AS receivedAt
     FROM renovation_papers AS p WHERE p.renovation_id IN wanted ORDER BY p.id`,
  );
  const promises = read<Omit<Promised, 'codes'> & { codes: string }>(
    `SELECT p.renovation_id AS id, p.party, p.signed_by AS signedBy, p.promised_at AS promisedAt,
       group_concat(p.code ORDER BY p.id) AS codes
     FROM renovation_promises AS p WHERE p.renovation_id IN wanted
     GROUP BY p.renovation_id, p.party, p.signed_by, p.promised_at ORDER BY min(p.id)`,
  );
  const permits = read<Permit>(
    `SELECT p.renovation_id AS id, p.part, p.worker, p.id_no AS idNo, p.phone, p.photos,
       p.until_on AS untilOn, p.issued_at AS issuedAt, p.fate, p.fate_at AS fateAt,
       p.pass_fen AS passFen, p.lost_fen AS lostFen
     FROM renovation_permits AS p WHERE p.renovation_id IN wanted ORDER BY p.part`,
  );
  const violations = read<Omit<Violation, 'measures'> & { measures: string }>(
    `SELECT v.renovation_id AS id, v.part, v.code, v.note, v.found_at AS foundAt, s.name AS foundBy,
       (SELECT json_group_array(m.measure ORDER BY m.id) FROM violation_measures AS m
        WHERE m.violation_id = v.id) AS measures,
       v.stopped_at AS stoppedAt, v.fix_by AS fixBy, v.reported_at AS reportedAt,
       v.reported_to AS reportedTo, v.rectified_at AS rectifiedAt
     FROM renovation_violations AS v JOIN staff AS s ON s.id = v.found_by
     WHERE v.renovation_id IN wanted ORDER BY v.part`,
  );
  const overtimes = read<Overtime>(
    `SELECT o.renovation_id AS id, o.from_at AS fromAt, o.until_at AS untilAt, o.reason,
       s.name AS approvedBy
     FROM renovation_overtimes AS o JOIN staff AS s ON s.id = o.approved_by
     WHERE o.renovation_id IN wanted ORDER BY o.from_at, o.id`,
  );
  const inspections = read<
    Omit<Inspection, 'passed' | 'people'> & { passed: 0 | 1; people: string }
  >(
    `SELECT i.renovation_id AS id, i.kind, i.passed,
       (SELECT json_group_array(s.name ORDER BY p.id) FROM inspection_people AS p
        JOIN staff AS s ON s.id = p.staff_id WHERE p.inspection_id = i.id) AS people,
       i.changes, i.changes_signed_by AS changesSignedBy, i.note, i.inspected_at AS at
     FROM renovation_inspections AS i WHERE i.renovation_id IN wanted ORDER BY i.id`,
  );
  const patrols = read<{ at: string }>(
    `SELECT p.renovation_id AS id, max(p.patrolled_at) AS at
     FROM renovation_patrols AS p WHERE p.renovation_id IN wanted GROUP BY p.renovation_id`,
  );
  return (id) => ({
    papers: papers(id),
    promises: promises(id).map((each) => ({ ...each, codes: each.codes.split(',') })),
    permits: permits(id),
    violations: violations(id).map((each) => ({
      ...each,
      // One that was taken again is named once.
      measures: [...new Set<Measure>(JSON.parse(each.measures))],
    })),
    overtimes: overtimes(id),
    inspections: inspections(id).map((each) => ({
      ...each,
      passed: each.passed === 1,
      people: JSON.parse(each.people) as string[],
    })),
    lastPatrolAt: patrols(id)[0]?.at ?? null,
  });
}

/** Reads rows of these ids, and gives those of one, without the id. */
function reader(ledger: Ledger, ids: readonly number[]) {
  const wanted = JSON.stringify(ids);
  return <Row>(sql: string) => {
    const rows = ledger
      .prepare<[string], Row & { id: number }>(
        `WITH wanted (id) AS (SELECT value FROM json_each(?)) ${sql}`,
      )
      .all(wanted);
    const byId = groupBy(rows, ({ id }) => id);
    return (id: number): Row[] =>
      (byId.get(id) ?? []).map(({ id: _, ...row }) => row as unknown as Row);
  };
}
