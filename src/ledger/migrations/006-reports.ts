import type { Migration } from './migration.ts';

/** What was printed, which months were closed, and what waits to be sent. */
export const reports: Migration = {
  name: '006-reports',
  sql: `
-- Every page that left the desk: which form, about what, which copy. What it looked like is told by the
-- hashes of its template and of the page itself.
CREATE TABLE printouts (
  id            INTEGER PRIMARY KEY,
  form          TEXT NOT NULL,
  -- The number of a record, or the code of a unit.
  subject       TEXT NOT NULL,
  copy          INTEGER NOT NULL CHECK (copy > 0),
  template_hash TEXT NOT NULL,
  page_hash     TEXT NOT NULL,
  printed_at    TEXT NOT NULL,
  printed_by    INTEGER NOT NULL REFERENCES staff,
  UNIQUE (form, subject, copy)
) STRICT;
CREATE TRIGGER printouts_keep_rows BEFORE UPDATE ON printouts
BEGIN SELECT RAISE(ABORT, 'printouts are append-only'); END;
CREATE TRIGGER printouts_keep_all BEFORE DELETE ON printouts
BEGIN SELECT RAISE(ABORT, 'printouts are append-only'); END;

-- The slips of entries stood in their timelines before; of what they looked like nothing was kept.
INSERT INTO printouts (form, subject, copy, template_hash, page_hash, printed_at, printed_by)
  SELECT 'slip', subject, json_extract(detail, '$.copy'), '', '', at, operator_id
  FROM events WHERE kind = 'printed' ORDER BY id;
DELETE FROM events WHERE kind = 'printed';

-- A month whose report stands: as it was, for ever. What came later about it is told by the next ones.
CREATE TABLE report_closings (
  id        INTEGER PRIMARY KEY,
  month     TEXT NOT NULL UNIQUE,
  -- The report as JSON, in both languages, and its SHA-256.
  report    TEXT NOT NULL,
  hash      TEXT NOT NULL,
  -- The newest journal line that it knew.
  seq       INTEGER NOT NULL,
  closed_at TEXT NOT NULL,
  closed_by INTEGER NOT NULL REFERENCES staff
) STRICT;
CREATE TRIGGER report_closings_keep_rows BEFORE UPDATE ON report_closings
BEGIN SELECT RAISE(ABORT, 'closed months are append-only'); END;
CREATE TRIGGER report_closings_keep_all BEFORE DELETE ON report_closings
BEGIN SELECT RAISE(ABORT, 'closed months are append-only'); END;

-- Reports ask for what was due in a span, kept or not.
CREATE INDEX deadlines_due_at ON deadlines (due_at);

-- What goes out to a group or a mailbox: one row for each message and place, so that none goes twice.
CREATE TABLE outbox (
  id        INTEGER PRIMARY KEY,
  -- What it is: daily:2026-11-22.
  message   TEXT NOT NULL,
  -- The name of the place in the policy.
  channel   TEXT NOT NULL,
  title     TEXT NOT NULL,
  body      TEXT NOT NULL,
  state     TEXT NOT NULL,
  queued_at TEXT NOT NULL,
  queued_by INTEGER REFERENCES staff,
  tries     INTEGER NOT NULL DEFAULT 0,
  tried_at  TEXT,
  sent_at   TEXT,
  -- Why the last try failed: a code, never what the other side wrote.
  fault     TEXT,
  UNIQUE (message, channel)
) STRICT;
CREATE INDEX outbox_waiting ON outbox (queued_at) WHERE state = 'waiting';
`,
};
