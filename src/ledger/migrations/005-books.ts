import type { Migration } from './migration.ts';

/** The other registers of the desk, declared in YAML; the duty roster and the handover of shifts. */
export const books: Migration = {
  name: '005-books',
  sql: `
-- What the ledger knows of a book: one row for each declaration under which it was kept, the newest
-- is in force. Kept, as entries written under an earlier one are read by it.
CREATE TABLE book_versions (
  id         INTEGER PRIMARY KEY,
  book       TEXT NOT NULL,
  version    INTEGER NOT NULL,
  -- From when it is kept like this.
  since_at   TEXT NOT NULL,
  is_enabled INTEGER NOT NULL CHECK (is_enabled IN (0, 1)),
  -- Of the declaration: tells at every write whether it changed, without reading it.
  hash       TEXT NOT NULL,
  -- The declaration as JSON.
  declared   TEXT NOT NULL,
  UNIQUE (book, version)
) STRICT;

-- One entry of any book. Its values stand in one JSON object, typed as the version of its book says.
CREATE TABLE entries (
  id           INTEGER PRIMARY KEY,
  no           TEXT NOT NULL UNIQUE,
  -- As its number stood in another list.
  former_no    TEXT,
  book         TEXT NOT NULL,
  version      INTEGER NOT NULL,
  state        TEXT NOT NULL,
  -- What it is about in a line, made of its values.
  title        TEXT NOT NULL,
  -- Of the first field that is a unit.
  unit_id      INTEGER REFERENCES units,
  fields       TEXT NOT NULL,
  entered_at   TEXT NOT NULL,
  entered_by   INTEGER NOT NULL REFERENCES staff,
  closed_at    TEXT,
  cancelled_at TEXT,
  FOREIGN KEY (book, version) REFERENCES book_versions (book, version)
) STRICT;
CREATE INDEX entries_entered ON entries (book, entered_at);
CREATE INDEX entries_open ON entries (book, entered_at) WHERE state = 'open';
CREATE UNIQUE INDEX entries_former ON entries (former_no, book) WHERE former_no IS NOT NULL;
CREATE INDEX entries_unit ON entries (unit_id) WHERE unit_id IS NOT NULL;
CREATE INDEX entries_serial ON entries (substr(no, 1, instr(no, '-')), CAST(substr(no, instr(no, '-') + 1) AS INTEGER));

-- Finds entries by what they hold (entries/words-rules.ts). Made of the entries alone, it proves nothing.
CREATE VIRTUAL TABLE entry_words USING fts5 (words, content = '', contentless_delete = 1, detail = none);

-- Who approved or countersigned an entry, in which role.
CREATE TABLE entry_approvals (
  id          INTEGER PRIMARY KEY,
  entry_id    INTEGER NOT NULL REFERENCES entries,
  -- The key of the approval in its book.
  approval    TEXT NOT NULL,
  approved_at TEXT NOT NULL,
  approved_by INTEGER NOT NULL REFERENCES staff,
  note        TEXT,
  UNIQUE (entry_id, approval)
) STRICT;

-- Who is on duty when: one member of staff in one shift of a day.
CREATE TABLE roster_turns (
  id         INTEGER PRIMARY KEY,
  day        TEXT NOT NULL,
  -- A key of the policy.
  shift      TEXT NOT NULL,
  staff_id   INTEGER NOT NULL REFERENCES staff,
  -- As the policy had the shift when it was planned.
  from_at    TEXT NOT NULL,
  until_at   TEXT NOT NULL,
  planned_at TEXT NOT NULL,
  planned_by INTEGER NOT NULL REFERENCES staff,
  -- In whose place, after a swap.
  instead_of INTEGER REFERENCES roster_turns,
  -- Taken off the plan again: by a swap, or as it was planned anew.
  dropped_at TEXT,
  reason     TEXT
) STRICT;
CREATE UNIQUE INDEX roster_turns_planned ON roster_turns (day, shift, staff_id) WHERE dropped_at IS NULL;
CREATE INDEX roster_turns_staff ON roster_turns (staff_id, from_at);

-- Who came to a turn, and when; or why not.
CREATE TABLE attendances (
  id          INTEGER PRIMARY KEY,
  turn_id     INTEGER NOT NULL UNIQUE REFERENCES roster_turns,
  came_at     TEXT,
  left_at     TEXT,
  -- Why nobody came: leave, sick, absent.
  absence     TEXT,
  note        TEXT,
  recorded_at TEXT NOT NULL,
  recorded_by INTEGER NOT NULL REFERENCES staff
) STRICT;

-- A shift handed over to the next.
CREATE TABLE handovers (
  id         INTEGER PRIMARY KEY,
  no         TEXT NOT NULL UNIQUE,
  -- The shift that ends, a key of the policy, and the day on which it began.
  day        TEXT NOT NULL,
  shift      TEXT NOT NULL,
  from_id    INTEGER NOT NULL REFERENCES staff,
  -- Null while the successor has not come.
  to_id      INTEGER REFERENCES staff,
  -- When the next shift begins, and when the successor was on post.
  begins_at  TEXT NOT NULL,
  on_post_at TEXT,
  -- Said when the successor had not come.
  awaited_at TEXT,
  -- Both signed.
  signed_at  TEXT,
  signed_by  INTEGER REFERENCES staff,
  UNIQUE (day, shift)
) STRICT;
CREATE INDEX handovers_serial ON handovers (substr(no, 1, instr(no, '-')), CAST(substr(no, instr(no, '-') + 1) AS INTEGER));

-- What the next shift must know, as it stood when both signed.
CREATE TABLE handover_items (
  id          INTEGER PRIMARY KEY,
  handover_id INTEGER NOT NULL REFERENCES handovers,
  kind        TEXT NOT NULL,
  subject     TEXT,
  text        TEXT NOT NULL
) STRICT;
CREATE INDEX handover_items_handover ON handover_items (handover_id);

-- Notes for the next shift; handed over with the first handover after them.
CREATE TABLE handover_notes (
  id          INTEGER PRIMARY KEY,
  noted_at    TEXT NOT NULL,
  noted_by    INTEGER NOT NULL REFERENCES staff,
  text        TEXT NOT NULL,
  handover_id INTEGER REFERENCES handovers
) STRICT;
CREATE INDEX handover_notes_waiting ON handover_notes (noted_at) WHERE handover_id IS NULL;

-- Numbers have prefixes of one to three letters now.
DROP INDEX tickets_serial;
DROP INDEX moves_serial;
DROP INDEX complaints_serial;
DROP INDEX visits_serial;
DROP INDEX visit_plans_serial;
DROP INDEX enquiries_serial;
DROP INDEX surveys_serial;
DROP INDEX subscriptions_serial;
DROP INDEX receipts_serial;
DROP INDEX deposits_serial;
DROP INDEX contacts_serial;
DROP INDEX renovations_serial;
CREATE INDEX tickets_serial ON tickets (substr(no, 1, instr(no, '-')), CAST(substr(no, instr(no, '-') + 1) AS INTEGER));
CREATE INDEX moves_serial ON moves (substr(no, 1, instr(no, '-')), CAST(substr(no, instr(no, '-') + 1) AS INTEGER));
CREATE INDEX complaints_serial ON complaints (substr(no, 1, instr(no, '-')), CAST(substr(no, instr(no, '-') + 1) AS INTEGER));
CREATE INDEX visits_serial ON visits (substr(no, 1, instr(no, '-')), CAST(substr(no, instr(no, '-') + 1) AS INTEGER));
CREATE INDEX visit_plans_serial ON visit_plans (substr(no, 1, instr(no, '-')), CAST(substr(no, instr(no, '-') + 1) AS INTEGER));
CREATE INDEX enquiries_serial ON enquiries (substr(no, 1, instr(no, '-')), CAST(substr(no, instr(no, '-') + 1) AS INTEGER));
CREATE INDEX surveys_serial ON surveys (substr(no, 1, instr(no, '-')), CAST(substr(no, instr(no, '-') + 1) AS INTEGER));
CREATE INDEX subscriptions_serial ON subscriptions (substr(no, 1, instr(no, '-')), CAST(substr(no, instr(no, '-') + 1) AS INTEGER));
CREATE INDEX receipts_serial ON receipts (substr(no, 1, instr(no, '-')), CAST(substr(no, instr(no, '-') + 1) AS INTEGER));
CREATE INDEX deposits_serial ON deposits (substr(no, 1, instr(no, '-')), CAST(substr(no, instr(no, '-') + 1) AS INTEGER));
CREATE INDEX contacts_serial ON contacts (substr(no, 1, instr(no, '-')), CAST(substr(no, instr(no, '-') + 1) AS INTEGER));
CREATE INDEX renovations_serial ON renovations (substr(no, 1, instr(no, '-')), CAST(substr(no, instr(no, '-') + 1) AS INTEGER));

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
  UNION ALL SELECT no, unit_id, NULL, scope FROM renovations
  UNION ALL SELECT no, unit_id, NULL, title FROM entries
  UNION ALL SELECT no, NULL, NULL, '' FROM handovers;
`,
};
