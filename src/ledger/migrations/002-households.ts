import type { Migration } from './migration.ts';

/** Move-in and move-out files, complaints, visits, enquiries, surveys, and what returns by the calendar. */
export const households: Migration = {
  name: '002-households',
  sql: `
-- Agreed to be greeted, or declined; null where nobody has asked.
ALTER TABLE people ADD COLUMN greet INTEGER CHECK (greet IN (0, 1));
-- Month and day, as 05-03; kept only of those who agreed to be greeted.
ALTER TABLE people ADD COLUMN birthday TEXT;
-- The day on which a card was last sent.
ALTER TABLE people ADD COLUMN greeted_on TEXT;
-- Which part of its record a promise is about: its second measure.
ALTER TABLE deadlines ADD COLUMN part INTEGER;
-- The file (M) in which a defect was found at the handover: the developer's to mend, the owner's to accept.
ALTER TABLE tickets ADD COLUMN defect_of TEXT;
ALTER TABLE tickets ADD COLUMN accept_at TEXT;
-- The number it had before it came here.
ALTER TABLE tickets ADD COLUMN former_no TEXT;
CREATE UNIQUE INDEX tickets_former ON tickets (former_no) WHERE former_no IS NOT NULL;
CREATE INDEX tickets_defect ON tickets (defect_of) WHERE defect_of IS NOT NULL;
CREATE INDEX tickets_called_back ON tickets (callback_at) WHERE callback_at IS NOT NULL;
CREATE INDEX events_called_back ON events (at) WHERE kind = 'calledBack';
CREATE INDEX deadlines_due ON deadlines (kind, due_at);
UPDATE events
  SET detail = json_patch(json_object('untilAt', detail ->> '$.until'), json_remove(detail, '$.until'))
  WHERE kind = 'postponed' AND detail ->> '$.until' IS NOT NULL;

-- What returns by the calendar and was done: the sample of November, the survey of the year.
CREATE TABLE rounds (
  id         INTEGER PRIMARY KEY,
  routine    TEXT NOT NULL,
  period     TEXT NOT NULL,
  due_at     TEXT NOT NULL,
  clause     TEXT NOT NULL,
  limit_text TEXT NOT NULL,
  done_at    TEXT NOT NULL,
  done_by    INTEGER NOT NULL REFERENCES staff,
  text       TEXT,
  UNIQUE (routine, period)
) STRICT;

-- A household moves in or out, or the unit changes its owner.
CREATE TABLE moves (
  id           INTEGER PRIMARY KEY,
  no           TEXT NOT NULL UNIQUE,
  kind         TEXT NOT NULL,
  unit_id      INTEGER NOT NULL REFERENCES units,
  -- By which the papers are chosen: the owner came, an agent, a company; a change of owner, a move-out.
  papers_case  TEXT NOT NULL,
  attendee     TEXT,
  -- Who moves in or out, or becomes the owner.
  person_id    INTEGER NOT NULL REFERENCES people,
  -- Of a change of owner: whose share changes hands; null: everybody's.
  previous_id  INTEGER REFERENCES people,
  -- Of a move-out: who leaves with them.
  leaving      TEXT,
  -- The first day of who comes, the last day of who leaves; null: the day of completion.
  effective_on TEXT,
  state        TEXT NOT NULL,
  opened_at    TEXT NOT NULL,
  opened_by    INTEGER NOT NULL REFERENCES staff,
  inspected_at TEXT,
  inspector_id INTEGER REFERENCES staff,
  inspection_signed_by TEXT,
  forwarding   TEXT,
  completed_at TEXT,
  cancelled_at TEXT
) STRICT;
CREATE INDEX moves_unit ON moves (unit_id);
CREATE INDEX moves_opened ON moves (opened_at);
CREATE INDEX moves_serial ON moves (substr(no, 1, 8), CAST(substr(no, 9) AS INTEGER));

-- What was handed in, signed, handed out or given back: papers, forms, goods, keys, settlements.
CREATE TABLE move_items (
  id        INTEGER PRIMARY KEY,
  move_id   INTEGER NOT NULL REFERENCES moves,
  kind      TEXT NOT NULL,
  code      TEXT NOT NULL,
  quantity  INTEGER NOT NULL CHECK (quantity > 0),
  -- The number of a key, the plate of a car, what is owed.
  detail    TEXT,
  signed_by TEXT,
  done_at   TEXT NOT NULL
) STRICT;
CREATE INDEX move_items_move ON move_items (move_id);

-- A reading of a unit's meter; that of its move-in is its base.
CREATE TABLE meter_readings (
  id                  INTEGER PRIMARY KEY,
  unit_id             INTEGER NOT NULL REFERENCES units,
  meter               TEXT NOT NULL,
  read_on             TEXT NOT NULL,
  reading_thousandths INTEGER NOT NULL CHECK (reading_thousandths >= 0),
  -- The document it was read for, and who confirmed it beside the desk.
  subject             TEXT,
  confirmed_by        TEXT
) STRICT;
CREATE INDEX meter_readings_unit ON meter_readings (unit_id, meter, read_on);
CREATE UNIQUE INDEX meter_readings_subject ON meter_readings (subject, meter)
  WHERE subject IS NOT NULL;

CREATE TABLE complaints (
  id              INTEGER PRIMARY KEY,
  no              TEXT NOT NULL UNIQUE,
  former_no       TEXT,
  unit_id         INTEGER REFERENCES units,
  place           TEXT,
  caller          TEXT,
  phone           TEXT,
  text            TEXT NOT NULL,
  channel         TEXT NOT NULL,
  grade           TEXT NOT NULL,
  nature          TEXT NOT NULL,
  category        TEXT NOT NULL,
  -- The role whose work it is about, and the person, where one is named.
  against         TEXT NOT NULL,
  against_person  TEXT,
  happened_at     TEXT,
  wants           TEXT,
  asked_until_at  TEXT,
  harm_at_reception INTEGER NOT NULL CHECK (harm_at_reception IN (0, 1)),
  harm_stopped_at TEXT,
  -- The repair that became this complaint.
  about           TEXT,
  state           TEXT NOT NULL,
  received_at     TEXT NOT NULL,
  received_by     INTEGER NOT NULL REFERENCES staff,
  assigned_to     INTEGER REFERENCES staff,
  verified_at     TEXT,
  facts           TEXT,
  replied_at      TEXT,
  resolved_at     TEXT,
  result          TEXT,
  told_at         TEXT,
  closed_at       TEXT,
  callback_at     TEXT,
  callback_result TEXT,
  callback_signer_id INTEGER REFERENCES staff,
  reopened_at     TEXT,
  repeats         INTEGER NOT NULL DEFAULT 0,
  -- What recurs with it, so that an analysis is due: the unit, the category, both.
  recurring       TEXT
) STRICT;
CREATE UNIQUE INDEX complaints_former ON complaints (former_no) WHERE former_no IS NOT NULL;
CREATE INDEX complaints_open ON complaints (received_at) WHERE state IN ('open', 'resolved');
CREATE INDEX complaints_unit ON complaints (unit_id, received_at);
CREATE INDEX complaints_category ON complaints (category, received_at);
CREATE INDEX complaints_received ON complaints (received_at);
CREATE INDEX complaints_called_back ON complaints (callback_at) WHERE callback_at IS NOT NULL;
CREATE INDEX complaints_about ON complaints (about) WHERE about IS NOT NULL;
CREATE INDEX complaints_serial ON complaints (substr(no, 1, 8), CAST(substr(no, 9) AS INTEGER));

-- What is done about a complaint: remedies for this one, measures against the next.
CREATE TABLE complaint_measures (
  id           INTEGER PRIMARY KEY,
  complaint_id INTEGER NOT NULL REFERENCES complaints,
  part         INTEGER NOT NULL,
  kind         TEXT NOT NULL,
  text         TEXT NOT NULL,
  cost_fen     INTEGER CHECK (cost_fen >= 0),
  owner_id     INTEGER REFERENCES staff,
  until_on     TEXT,
  done_at      TEXT,
  UNIQUE (complaint_id, part)
) STRICT;

CREATE TABLE visits (
  id         INTEGER PRIMARY KEY,
  no         TEXT NOT NULL UNIQUE,
  unit_id    INTEGER REFERENCES units,
  -- The case it follows up; null for a household visited for its own sake.
  subject    TEXT,
  -- The month's sample for which it was made.
  sample_id  INTEGER REFERENCES samples,
  reason     TEXT NOT NULL,
  way        TEXT NOT NULL,
  result     TEXT NOT NULL,
  opinion    TEXT,
  needs      TEXT,
  handling   TEXT,
  -- The ticket or complaint that came of it.
  led_to     TEXT,
  visited_at TEXT NOT NULL,
  visited_by INTEGER NOT NULL REFERENCES staff
) STRICT;
CREATE INDEX visits_unit ON visits (unit_id, visited_at);
CREATE INDEX visits_subject ON visits (subject) WHERE subject IS NOT NULL;
CREATE INDEX visits_sample ON visits (sample_id) WHERE sample_id IS NOT NULL;
CREATE INDEX visits_visited ON visits (visited_at);
CREATE INDEX visits_serial ON visits (substr(no, 1, 8), CAST(substr(no, 9) AS INTEGER));

CREATE TABLE samples (
  id       INTEGER PRIMARY KEY,
  month    TEXT NOT NULL UNIQUE,
  seed     TEXT NOT NULL,
  drawn_at TEXT NOT NULL,
  drawn_by INTEGER NOT NULL REFERENCES staff
) STRICT;

CREATE TABLE sample_units (
  id        INTEGER PRIMARY KEY,
  sample_id INTEGER NOT NULL REFERENCES samples,
  unit_id   INTEGER NOT NULL REFERENCES units,
  UNIQUE (sample_id, unit_id)
) STRICT;

CREATE TABLE visit_plans (
  id         INTEGER PRIMARY KEY,
  no         TEXT NOT NULL UNIQUE,
  unit_id    INTEGER NOT NULL REFERENCES units,
  planned_on TEXT NOT NULL,
  purpose    TEXT,
  planned_at TEXT NOT NULL,
  planned_by INTEGER NOT NULL REFERENCES staff,
  visitor_id INTEGER REFERENCES staff,
  state      TEXT NOT NULL,
  visited_at TEXT,
  cancelled_at TEXT
) STRICT;
CREATE INDEX visit_plans_day ON visit_plans (planned_on);
CREATE INDEX visit_plans_unit ON visit_plans (unit_id, planned_on);
CREATE INDEX visit_plans_serial ON visit_plans (substr(no, 1, 8), CAST(substr(no, 9) AS INTEGER));

CREATE TABLE enquiries (
  id          INTEGER PRIMARY KEY,
  no          TEXT NOT NULL UNIQUE,
  channel     TEXT NOT NULL,
  who         TEXT,
  phone       TEXT,
  unit_id     INTEGER REFERENCES units,
  text        TEXT NOT NULL,
  kind        TEXT NOT NULL,
  -- A role, or a name beside the staff; one of the staff stands in passed_to_id.
  passed_to   TEXT,
  passed_to_id INTEGER REFERENCES staff,
  answer      TEXT,
  promised_at TEXT,
  state       TEXT NOT NULL,
  received_at TEXT NOT NULL,
  received_by INTEGER NOT NULL REFERENCES staff,
  answered_at TEXT,
  closed_at   TEXT
) STRICT;
CREATE INDEX enquiries_received ON enquiries (received_at);
CREATE INDEX enquiries_open ON enquiries (received_at) WHERE state = 'open';
CREATE INDEX enquiries_unit ON enquiries (unit_id, received_at);
CREATE INDEX enquiries_serial ON enquiries (substr(no, 1, 8), CAST(substr(no, 9) AS INTEGER));

CREATE TABLE surveys (
  id        INTEGER PRIMARY KEY,
  no        TEXT NOT NULL UNIQUE,
  year      TEXT NOT NULL,
  title     TEXT NOT NULL,
  state     TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  opened_by INTEGER NOT NULL REFERENCES staff,
  closed_at TEXT,
  analysis  TEXT,
  cancelled_at TEXT
) STRICT;
CREATE UNIQUE INDEX surveys_year ON surveys (year) WHERE state <> 'cancelled';
CREATE INDEX surveys_serial ON surveys (substr(no, 1, 8), CAST(substr(no, 9) AS INTEGER));

CREATE TABLE survey_questions (
  id        INTEGER PRIMARY KEY,
  survey_id INTEGER NOT NULL REFERENCES surveys,
  part      INTEGER NOT NULL,
  text      TEXT NOT NULL,
  UNIQUE (survey_id, part)
) STRICT;

-- A form that went to a household, and what came back.
CREATE TABLE survey_forms (
  id          INTEGER PRIMARY KEY,
  survey_id   INTEGER NOT NULL REFERENCES surveys,
  unit_id     INTEGER NOT NULL REFERENCES units,
  sent_at     TEXT NOT NULL,
  returned_at TEXT,
  valid       INTEGER CHECK (valid IN (0, 1)),
  opinion     TEXT,
  UNIQUE (survey_id, unit_id),
  CHECK ((returned_at IS NULL) = (valid IS NULL))
) STRICT;

CREATE TABLE survey_answers (
  id       INTEGER PRIMARY KEY,
  form_id  INTEGER NOT NULL REFERENCES survey_forms,
  part     INTEGER NOT NULL,
  answer   TEXT NOT NULL,
  UNIQUE (form_id, part)
) STRICT;

DROP VIEW subjects;
CREATE VIEW subjects (no, unit_id, place, title) AS
  SELECT no, unit_id, place, item FROM tickets
  UNION ALL SELECT no, unit_id, place, text FROM complaints
  UNION ALL SELECT no, unit_id, NULL, '' FROM moves
  UNION ALL SELECT no, unit_id, NULL, coalesce(purpose, '') FROM visit_plans
  UNION ALL SELECT no, unit_id, NULL, text FROM enquiries
  UNION ALL SELECT no, unit_id, NULL, reason FROM visits
  UNION ALL SELECT no, NULL, NULL, title FROM surveys;
`,
};
