import type { Ledger } from '../ledger/ledger.ts';
import type { Moment } from '../lib/moment.ts';

interface NewInspection {
  no: string;
  kind: 'acceptance' | 'reinspection';
  passed: boolean;
  changes: string | null;
  changesSignedBy: string | null;
  note: string | null;
  inspectedAt: Moment;
  recordedById: number;
  peopleIds: readonly number[];
}

/** An acceptance or a re-inspection, with the staff who were there, in their order. */
export function insertInspection(ledger: Ledger, { peopleIds, ...made }: NewInspection): void {
  const { lastInsertRowid } = ledger
    .prepare(
      `INSERT INTO renovation_inspections (renovation_id, kind, passed, changes, changes_signed_by,
         note, inspected_at, recorded_by)
       SELECT id, @kind, @passed, @changes, @changesSignedBy, @note, @inspectedAt, @recordedById
       FROM renovations WHERE no = @no`,
    )
    .run({ ...made, passed: Number(made.passed) });
  const add = ledger.prepare(
    'INSERT INTO inspection_people (inspection_id, staff_id) VALUES (?, ?)',
  );
  for (const staffId of peopleIds) add.run(lastInsertRowid, staffId);
}
