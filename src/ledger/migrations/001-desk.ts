import type { Migration } from './migration.ts';

/** The ledger itself, the registry, repair tickets, deadlines and the timeline. */
export const desk: Migration = {
  name: '001-desk',
  sql: `
CREATE TABLE migrations (
  version     INTEGER PRIMARY KEY,
  name        TEXT NOT NULL,
  migrated_at TEXT NOT NULL
) STRICT;

-- One line per change, chained by hash. No personal values: see docs/decisions.md.
CREATE TABLE journal (
  seq         INTEGER PRIMARY KEY,
  happened_at TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  operator_id INTEGER,
  action      TEXT NOT NULL,
  subject     TEXT,
  changes     TEXT NOT NULL,
  tables      TEXT NOT NULL,
  previous    TEXT NOT NULL,
  hash        TEXT NOT NULL
) STRICT;
CREATE INDEX journal_subject ON journal (subject, seq);
CREATE TRIGGER journal_keeps_lines BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_keeps_all BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

-- The digest of every table as the newest journal line that touched it says; a convenience of the
-- next line, never the proof: doctor compares with the chain.
CREATE TABLE digests (
  table_name TEXT PRIMARY KEY,
  row_count  INTEGER NOT NULL,
  sum        TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE staff (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL,
  roles      TEXT NOT NULL CHECK (json_valid(roles) AND json_array_length(roles) > 0),
  phone      TEXT,
  retired_on TEXT
) STRICT;
CREATE UNIQUE INDEX staff_active_name ON staff (name) WHERE retired_on IS NULL;

CREATE TABLE units (
  id               INTEGER PRIMARY KEY,
  code             TEXT NOT NULL UNIQUE,
  building         TEXT NOT NULL,
  entrance         TEXT,
  room             TEXT NOT NULL,
  floor            INTEGER,
  sort_key         TEXT NOT NULL,
  area_thousandths INTEGER NOT NULL CHECK (area_thousandths > 0),
  use              TEXT NOT NULL CHECK (use IN ('residential', 'shop', 'office', 'parking', 'storage')),
  handover_on      TEXT
) STRICT;
CREATE INDEX units_sorted ON units (sort_key);

CREATE TABLE people (
  id       INTEGER PRIMARY KEY,
  name     TEXT NOT NULL,
  pinyin   TEXT NOT NULL,
  initials TEXT NOT NULL,
  phone    TEXT,
  identity TEXT
) STRICT;
CREATE INDEX people_name ON people (name, phone);
CREATE INDEX people_identity ON people (identity) WHERE identity IS NOT NULL;

-- One person in one unit in one role for one period; moving out ends it, nothing is overwritten.
CREATE TABLE residents (
  id        INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people,
  unit_id   INTEGER NOT NULL REFERENCES units,
  role      TEXT NOT NULL CHECK (role IN ('owner', 'tenant', 'family')),
  from_on   TEXT,
  until_on  TEXT CHECK (until_on IS NULL OR from_on IS NULL OR until_on >= from_on)
) STRICT;
CREATE INDEX residents_unit ON residents (unit_id);
CREATE INDEX residents_person ON residents (person_id);

CREATE TABLE tickets (
  id                INTEGER PRIMARY KEY,
  no                TEXT NOT NULL UNIQUE,
  unit_id           INTEGER REFERENCES units,
  place             TEXT,
  item              TEXT NOT NULL,
  system            TEXT,
  part              TEXT,
  damage            TEXT,
  caller            TEXT,
  phone             TEXT,
  category          TEXT NOT NULL CHECK (category IN ('safety', 'leak', 'general')),
  urgent            INTEGER NOT NULL CHECK (urgent IN (0, 1)),
  charge            TEXT NOT NULL CHECK (charge IN ('paid', 'free', 'warranty')),
  appointment_at    TEXT,
  state             TEXT NOT NULL CHECK (state IN ('open', 'assigned', 'finished', 'closed', 'cancelled')),
  assigned_to       INTEGER REFERENCES staff,
  slip_taken        INTEGER NOT NULL DEFAULT 0 CHECK (slip_taken IN (0, 1)),
  opened_at         TEXT NOT NULL,
  opened_by         INTEGER NOT NULL REFERENCES staff,
  arrived_at        TEXT,
  finished_at       TEXT,
  work              TEXT,
  cost_fen          INTEGER CHECK (cost_fen >= 0),
  leak_tested_at    TEXT,
  closed_at         TEXT,
  signed_by         TEXT,
  satisfied         INTEGER CHECK (satisfied IN (0, 1)),
  cancelled_at      TEXT,
  callback_at       TEXT,
  callback_result   TEXT CHECK (callback_result IN ('satisfied', 'fair', 'dissatisfied')),
  callback_quality  INTEGER CHECK (callback_quality BETWEEN 1 AND 5),
  callback_attitude INTEGER CHECK (callback_attitude BETWEEN 1 AND 5),
  repeats           INTEGER NOT NULL DEFAULT 0,
  CHECK ((unit_id IS NULL) <> (place IS NULL))
) STRICT;
CREATE INDEX tickets_open ON tickets (opened_at) WHERE state IN ('open', 'assigned', 'finished');
CREATE INDEX tickets_unit ON tickets (unit_id);
CREATE INDEX tickets_opened ON tickets (opened_at);
CREATE INDEX tickets_serial ON tickets (substr(no, 1, 8), CAST(substr(no, 9) AS INTEGER));

-- What was done and said about a case, in order.
CREATE TABLE events (
  id          INTEGER PRIMARY KEY,
  subject     TEXT NOT NULL,
  at          TEXT NOT NULL,
  operator_id INTEGER NOT NULL REFERENCES staff,
  kind        TEXT NOT NULL,
  detail      TEXT NOT NULL
) STRICT;
CREATE INDEX events_subject ON events (subject, at);

-- Every promise the rules make. An open one has no ending.
CREATE TABLE deadlines (
  id          INTEGER PRIMARY KEY,
  subject     TEXT NOT NULL,
  kind        TEXT NOT NULL,
  role        TEXT NOT NULL,
  assignee_id INTEGER REFERENCES staff,
  since_at    TEXT NOT NULL,
  due_at      TEXT NOT NULL,
  clause      TEXT NOT NULL,
  limit_text  TEXT NOT NULL,
  ending      TEXT CHECK (ending IN ('met', 'waived', 'missed')),
  ended_at    TEXT,
  CHECK ((ending IS NULL) = (ended_at IS NULL))
) STRICT;
CREATE INDEX deadlines_subject ON deadlines (subject);
CREATE INDEX deadlines_open ON deadlines (due_at) WHERE ending IS NULL;

-- What the numbers on the agenda stand for.
CREATE VIEW subjects (no, unit_id, place, title) AS
  SELECT no, unit_id, place, item FROM tickets;
`,
};
