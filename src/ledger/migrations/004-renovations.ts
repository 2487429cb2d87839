import type { Migration } from './migration.ts';

/** Renovations, from the application to the refund of their deposits (rules 80–113). */
export const renovations: Migration = {
  name: '004-renovations',
  sql: `
CREATE TABLE renovations (
  id             INTEGER PRIMARY KEY,
  no             TEXT NOT NULL UNIQUE,
  unit_id        INTEGER NOT NULL REFERENCES units,
  -- The owner, or a tenant with the owner's authorisation.
  applicant      TEXT NOT NULL,
  applicant_name TEXT NOT NULL,
  -- Who applies in the applicant's place.
  agent          TEXT,
  -- The firm; null: the household does the works itself.
  contractor     TEXT,
  foreman        TEXT NOT NULL,
  phone          TEXT,
  scope          TEXT NOT NULL,
  -- Codes of the policy, with commas between them.
  works          TEXT NOT NULL,
  is_small       INTEGER NOT NULL CHECK (is_small IN (0, 1)),
  from_on        TEXT NOT NULL,
  until_on       TEXT NOT NULL,
  state          TEXT NOT NULL,
  applied_at     TEXT NOT NULL,
  applied_by     INTEGER NOT NULL REFERENCES staff,
  -- All papers that the review needs were there: from then on the supervisor's time counts.
  complete_at    TEXT,
  -- Of engineering.
  opinion        TEXT,
  opinion_by     INTEGER REFERENCES staff,
  reviewed_at    TEXT,
  reviewed_by    INTEGER REFERENCES staff,
  approved_at    TEXT,
  approved_by    INTEGER REFERENCES staff,
  -- Of the refusal in force, by supervisor or director; gone once it is resubmitted.
  refused_at     TEXT,
  refused_by     INTEGER REFERENCES staff,
  -- Codes of the policy, with commas between them.
  grounds        TEXT,
  -- Why it was turned down or cancelled, in words.
  reason         TEXT,
  permitted_at   TEXT,
  utilities_at   TEXT,
  -- Acceptance was asked for and has not been held yet.
  requested_at   TEXT,
  accepted_at    TEXT,
  -- The supervisor who wrote 初验合格.
  accepted_by    INTEGER REFERENCES staff,
  cleared_at     TEXT,
  reinspected_at TEXT,
  -- The supervisor who wrote 复验合格.
  reinspected_by INTEGER REFERENCES staff,
  settled_at     TEXT,
  closed_at      TEXT,
  cancelled_at   TEXT
) STRICT;
CREATE INDEX renovations_unit ON renovations (unit_id);
CREATE INDEX renovations_state ON renovations (state);
CREATE INDEX renovations_serial ON renovations (substr(no, 1, 8), CAST(substr(no, 9) AS INTEGER));

CREATE TABLE renovation_papers (
  id            INTEGER PRIMARY KEY,
  renovation_id INTEGER NOT NULL REFERENCES renovations,
  code          TEXT NOT NULL,
  -- Its number, or what else tells it from another.
  detail        TEXT,
  received_at   TEXT NOT NULL,
  UNIQUE (renovation_id, code)
) STRICT;

-- A violation that household or team promised not to commit (rule 86).
CREATE TABLE renovation_promises (
  id            INTEGER PRIMARY KEY,
  renovation_id INTEGER NOT NULL REFERENCES renovations,
  code          TEXT NOT NULL,
  party         TEXT NOT NULL,
  signed_by     TEXT NOT NULL,
  promised_at   TEXT NOT NULL,
  UNIQUE (renovation_id, code, party)
) STRICT;

-- The household's permit (part 0) and the workers' passes (1, 2, 3).
CREATE TABLE renovation_permits (
  id            INTEGER PRIMARY KEY,
  renovation_id INTEGER NOT NULL REFERENCES renovations,
  part          INTEGER NOT NULL,
  -- Of a pass.
  worker        TEXT,
  id_no         TEXT,
  phone         TEXT,
  photos        INTEGER,
  until_on      TEXT NOT NULL,
  issued_at     TEXT NOT NULL,
  -- returned or lost; null: still out.
  fate          TEXT,
  fate_at       TEXT,
  -- What was taken for a pass, in fen; null: nothing yet.
  pass_fen      INTEGER CHECK (pass_fen > 0),
  -- What was paid or kept back for a lost one, in fen; null: nothing yet.
  lost_fen      INTEGER CHECK (lost_fen > 0),
  UNIQUE (renovation_id, part)
) STRICT;

CREATE TABLE renovation_patrols (
  id            INTEGER PRIMARY KEY,
  renovation_id INTEGER NOT NULL REFERENCES renovations,
  ok            INTEGER NOT NULL CHECK (ok IN (0, 1)),
  note          TEXT,
  patrolled_at  TEXT NOT NULL,
  patrolled_by  INTEGER NOT NULL REFERENCES staff
) STRICT;
CREATE INDEX renovation_patrols_renovation ON renovation_patrols (renovation_id, patrolled_at);

CREATE TABLE renovation_violations (
  id            INTEGER PRIMARY KEY,
  renovation_id INTEGER NOT NULL REFERENCES renovations,
  part          INTEGER NOT NULL,
  code          TEXT NOT NULL,
  note          TEXT,
  found_at      TEXT NOT NULL,
  found_by      INTEGER NOT NULL REFERENCES staff,
  -- When the works were told to stop, and did.
  stopped_at    TEXT,
  -- Until when it is to be put right, by the written notice (违章整改通知单) in force or the policy.
  fix_by        TEXT,
  -- To the authority.
  reported_at   TEXT,
  reported_to   TEXT,
  rectified_at  TEXT,
  rectified_by  INTEGER REFERENCES staff,
  UNIQUE (renovation_id, part)
) STRICT;
CREATE INDEX renovation_violations_open ON renovation_violations (renovation_id)
  WHERE rectified_at IS NULL;

-- What was done about a violation, once or again.
CREATE TABLE violation_measures (
  id           INTEGER PRIMARY KEY,
  violation_id INTEGER NOT NULL REFERENCES renovation_violations,
  measure      TEXT NOT NULL,
  taken_at     TEXT NOT NULL,
  taken_by     INTEGER NOT NULL REFERENCES staff
) STRICT;
CREATE INDEX violation_measures_violation ON violation_measures (violation_id);

-- Works outside the hours, allowed for once.
CREATE TABLE renovation_overtimes (
  id            INTEGER PRIMARY KEY,
  renovation_id INTEGER NOT NULL REFERENCES renovations,
  from_at       TEXT NOT NULL,
  until_at      TEXT NOT NULL,
  reason        TEXT NOT NULL,
  granted_at    TEXT NOT NULL,
  granted_by    INTEGER NOT NULL REFERENCES staff,
  approved_by   INTEGER NOT NULL REFERENCES staff
) STRICT;
CREATE INDEX renovation_overtimes_renovation ON renovation_overtimes (renovation_id, from_at);

-- Acceptances (初验) and re-inspections (复检), passed or not.
CREATE TABLE renovation_inspections (
  id            INTEGER PRIMARY KEY,
  renovation_id INTEGER NOT NULL REFERENCES renovations,
  kind          TEXT NOT NULL,
  passed        INTEGER NOT NULL CHECK (passed IN (0, 1)),
  -- Changes from the design, and who of the household signed them (rule 102).
  changes       TEXT,
  changes_signed_by TEXT,
  note          TEXT,
  inspected_at  TEXT NOT NULL,
  recorded_by   INTEGER NOT NULL REFERENCES staff
) STRICT;
CREATE INDEX renovation_inspections_renovation ON renovation_inspections (renovation_id);

CREATE TABLE inspection_people (
  id            INTEGER PRIMARY KEY,
  inspection_id INTEGER NOT NULL REFERENCES renovation_inspections,
  staff_id      INTEGER NOT NULL REFERENCES staff,
  UNIQUE (inspection_id, staff_id)
) STRICT;

DROP VIEW subjects;
CREATE VIEW subjects (no, unit_id, place, title) AS
  SELECT no, unit_id, place, item FROM tickets
  UNION ALL SELECT no, unit_id, place, text FROM complaints
  UNION ALL SELECT no, unit_id, NULL, '' FROM moves
  UNION ALL SELECT no, unit_id, NULL, coalesce(purpose, '') FROM visit_plans
  UNION ALL SELECT no, unit_id, NULL, text FROM enquiries
  UNION ALL SELECT no, unit_id, NULL, reason FROM visits
  UNION ALL SELECT no, NULL, NULL, title FROM surveys
  UNION ALL SELECT no, unit_id, NULL, coalesce(note, '') FROM subscriptions
  UNION ALL SELECT no, unit_id, NULL, '' FROM receipts
  UNION ALL SELECT no, unit_id, NULL, coalesce(note, '') FROM deposits
  UNION ALL SELECT no, unit_id, NULL, '' FROM contacts
  UNION ALL SELECT no, NULL, NULL, '' FROM cash_days
  UNION ALL SELECT no, unit_id, NULL, scope FROM renovations;
`,
};
