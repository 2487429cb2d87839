PRAGMA application_id = 2004438087;
PRAGMA user_version = 4;
CREATE TABLE migrations (
  version     INTEGER PRIMARY KEY,
  name        TEXT NOT NULL,
  migrated_at TEXT NOT NULL
) STRICT;
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
CREATE TABLE people (
  id       INTEGER PRIMARY KEY,
  name     TEXT NOT NULL,
  pinyin   TEXT NOT NULL,
  initials TEXT NOT NULL,
  phone    TEXT,
  identity TEXT
, greet INTEGER CHECK (greet IN (0, 1)), birthday TEXT, greeted_on TEXT) STRICT;
CREATE TABLE residents (
  id        INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people,
  unit_id   INTEGER NOT NULL REFERENCES units,
  role      TEXT NOT NULL CHECK (role IN ('owner', 'tenant', 'family')),
  from_on   TEXT,
  until_on  TEXT CHECK (until_on IS NULL OR from_on IS NULL OR until_on >= from_on)
) STRICT;
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
  repeats           INTEGER NOT NULL DEFAULT 0, defect_of TEXT, accept_at TEXT, former_no TEXT,
  CHECK ((unit_id IS NULL) <> (place IS NULL))
) STRICT;
CREATE TABLE events (
  id          INTEGER PRIMARY KEY,
  subject     TEXT NOT NULL,
  at          TEXT NOT NULL,
  operator_id INTEGER NOT NULL REFERENCES staff,
  kind        TEXT NOT NULL,
  detail      TEXT NOT NULL
) STRICT;
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
  ended_at    TEXT, part INTEGER,
  CHECK ((ending IS NULL) = (ended_at IS NULL))
) STRICT;
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
CREATE TABLE meter_readings (
  id                  INTEGER PRIMARY KEY,
  unit_id             INTEGER NOT NULL REFERENCES units,
  meter               TEXT NOT NULL,
  read_on             TEXT NOT NULL,
  reading_thousandths INTEGER NOT NULL CHECK (reading_thousandths >= 0),
  -- The document it was read for, and who confirmed it beside the desk.
  subject             TEXT,
  confirmed_by        TEXT
, carry_thousandths INTEGER NOT NULL DEFAULT 0, reason TEXT) STRICT;
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
CREATE TABLE survey_questions (
  id        INTEGER PRIMARY KEY,
  survey_id INTEGER NOT NULL REFERENCES surveys,
  part      INTEGER NOT NULL,
  text      TEXT NOT NULL,
  UNIQUE (survey_id, part)
) STRICT;
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
CREATE TABLE subscriptions (
  id                   INTEGER PRIMARY KEY,
  no                   TEXT NOT NULL UNIQUE,
  unit_id              INTEGER NOT NULL REFERENCES units,
  tariff               TEXT NOT NULL,
  from_on              TEXT NOT NULL,
  until_on             TEXT,
  -- Agreed on; null: the unit's area where the tariff goes by area, else one piece.
  quantity_thousandths INTEGER CHECK (quantity_thousandths > 0),
  -- Agreed for this one alone; null: the tariff's.
  rate_tenthousandths  INTEGER CHECK (rate_tenthousandths > 0),
  -- Who pays in place of the household: the lessee.
  party                TEXT,
  note                 TEXT,
  -- Of a trust: from when the full fee is owed again (rule 125).
  full_fee_from_on     TEXT,
  agreed_at            TEXT NOT NULL,
  agreed_by            INTEGER NOT NULL REFERENCES staff
) STRICT;
CREATE TABLE charges (
  id                   INTEGER PRIMARY KEY,
  unit_id              INTEGER NOT NULL REFERENCES units,
  tariff               TEXT NOT NULL,
  -- The first day of the billing cycle it belongs to, of a one-off charge its day.
  cycle_on             TEXT NOT NULL,
  period_start         TEXT NOT NULL,
  period_end           TEXT NOT NULL,
  quantity_thousandths INTEGER NOT NULL CHECK (quantity_thousandths > 0),
  rate_tenthousandths  INTEGER NOT NULL CHECK (rate_tenthousandths > 0),
  -- In 377,580ths of a month (tariffs/amount-rules.ts); null where months do not count.
  month_parts          INTEGER CHECK (month_parts > 0),
  percent              INTEGER NOT NULL CHECK (percent BETWEEN 1 AND 100),
  amount_fen           INTEGER NOT NULL CHECK (amount_fen BETWEEN 1 AND 99999999999),
  due_on               TEXT NOT NULL,
  -- The owner of its first day, the developer, or the party of its subscription.
  debtor               TEXT NOT NULL,
  debtor_id            INTEGER REFERENCES people,
  subscription_id      INTEGER REFERENCES subscriptions,
  from_reading_id      INTEGER REFERENCES meter_readings,
  to_reading_id        INTEGER REFERENCES meter_readings,
  -- Of a penalty (违约金) the charge it is for.
  penalty_of           INTEGER REFERENCES charges,
  -- The document it is for: a repair.
  subject              TEXT,
  note                 TEXT,
  billed_at            TEXT NOT NULL,
  billed_by            INTEGER NOT NULL REFERENCES staff
) STRICT;
CREATE TABLE receipts (
  id          INTEGER PRIMARY KEY,
  no          TEXT NOT NULL UNIQUE,
  former_no   TEXT,
  unit_id     INTEGER NOT NULL REFERENCES units,
  payer       TEXT,
  method      TEXT NOT NULL,
  amount_fen  INTEGER NOT NULL CHECK (amount_fen <> 0),
  -- The charges the payer named, as a list of ids; null: the oldest due first.
  wanted      TEXT,
  reverses_id INTEGER UNIQUE REFERENCES receipts,
  reason      TEXT,
  issued_at   TEXT NOT NULL,
  issued_by   INTEGER NOT NULL REFERENCES staff,
  -- The time agreed for the door.
  collect_at  TEXT,
  received_at TEXT,
  received_by INTEGER REFERENCES staff,
  -- The day of the cash journal: that of its receiving, or the first of the month still open.
  booked_on   TEXT,
  voided_at   TEXT,
  CHECK (received_at IS NULL OR voided_at IS NULL)
) STRICT;
CREATE TABLE settlements (
  id          INTEGER PRIMARY KEY,
  charge_id   INTEGER NOT NULL REFERENCES charges,
  kind        TEXT NOT NULL,
  amount_fen  INTEGER NOT NULL CHECK (amount_fen <> 0),
  receipt_id  INTEGER REFERENCES receipts,
  settled_at  TEXT NOT NULL,
  settled_by  INTEGER NOT NULL REFERENCES staff,
  reason      TEXT,
  approved_by INTEGER REFERENCES staff
) STRICT;
CREATE TABLE payouts (
  id          INTEGER PRIMARY KEY,
  receipt_id  INTEGER NOT NULL REFERENCES receipts,
  kind        TEXT NOT NULL,
  amount_fen  INTEGER NOT NULL CHECK (amount_fen > 0),
  method      TEXT NOT NULL,
  to_receipt_id INTEGER REFERENCES receipts,
  reason      TEXT NOT NULL,
  approved_by INTEGER REFERENCES staff,
  paid_at     TEXT NOT NULL,
  paid_by     INTEGER NOT NULL REFERENCES staff,
  booked_on   TEXT NOT NULL
) STRICT;
CREATE TABLE deposits (
  id       INTEGER PRIMARY KEY,
  no       TEXT NOT NULL UNIQUE,
  unit_id  INTEGER NOT NULL REFERENCES units,
  party    TEXT NOT NULL,
  holder   TEXT,
  kind     TEXT NOT NULL,
  -- The document it is for.
  subject  TEXT,
  note     TEXT,
  taken_at TEXT NOT NULL
) STRICT;
CREATE TABLE deposit_moves (
  id          INTEGER PRIMARY KEY,
  deposit_id  INTEGER NOT NULL REFERENCES deposits,
  kind        TEXT NOT NULL,
  -- More or less of what is held.
  amount_fen  INTEGER NOT NULL CHECK (amount_fen <> 0),
  method      TEXT,
  -- Of a deduction: 违约金 or 赔偿.
  ground      TEXT,
  reason      TEXT,
  -- Who said what the harm is worth, and who consented to the deduction (rule 110).
  assessed_by INTEGER REFERENCES staff,
  approved_by INTEGER REFERENCES staff,
  moved_at    TEXT NOT NULL,
  moved_by    INTEGER NOT NULL REFERENCES staff,
  booked_on   TEXT NOT NULL
) STRICT;
CREATE TABLE cash_days (
  id        INTEGER PRIMARY KEY,
  no        TEXT NOT NULL UNIQUE,
  opened_at TEXT NOT NULL
) STRICT;
CREATE TABLE hand_ins (
  id           INTEGER PRIMARY KEY,
  amount_fen   INTEGER NOT NULL CHECK (amount_fen >= 0),
  expected_fen INTEGER NOT NULL,
  explanation  TEXT,
  handed_at    TEXT NOT NULL,
  handed_by    INTEGER NOT NULL REFERENCES staff,
  taken_by     INTEGER REFERENCES staff,
  booked_on    TEXT NOT NULL
) STRICT;
CREATE TABLE cash_closings (
  id          INTEGER PRIMARY KEY,
  month       TEXT NOT NULL UNIQUE,
  booked_fen  INTEGER NOT NULL,
  counted_fen INTEGER NOT NULL,
  explanation TEXT,
  closed_at   TEXT NOT NULL,
  closed_by   INTEGER NOT NULL REFERENCES staff,
  reviewed_by INTEGER REFERENCES staff
) STRICT;
CREATE TABLE contacts (
  id            INTEGER PRIMARY KEY,
  no            TEXT NOT NULL UNIQUE,
  unit_id       INTEGER NOT NULL REFERENCES units,
  -- Whose debt, as the charges say it; null where nothing was overdue.
  debtor        TEXT,
  debtor_id     INTEGER REFERENCES people,
  subscription_id INTEGER REFERENCES subscriptions,
  -- The step of the ladder it was.
  stage         TEXT NOT NULL,
  way           TEXT NOT NULL,
  result        TEXT NOT NULL,
  promise_on    TEXT,
  tracking      TEXT,
  delivered_on  TEXT,
  signed_by     TEXT,
  relation      TEXT,
  reason        TEXT,
  -- What was owed then.
  amount_fen    INTEGER NOT NULL CHECK (amount_fen >= 0),
  oldest_due_on TEXT,
  newest_due_on TEXT,
  -- From when the limitation counts anew; null where it does not.
  effective_on  TEXT,
  approved_by   INTEGER REFERENCES staff,
  contacted_at  TEXT NOT NULL,
  contacted_by  INTEGER NOT NULL REFERENCES staff
) STRICT;
CREATE TABLE rains (
  id          INTEGER PRIMARY KEY,
  starts_at   TEXT NOT NULL,
  ends_at     TEXT,
  note        TEXT,
  recorded_by INTEGER NOT NULL REFERENCES staff
) STRICT;
CREATE TABLE trust_patrols (
  id              INTEGER PRIMARY KEY,
  subscription_id INTEGER NOT NULL REFERENCES subscriptions,
  rain_id         INTEGER REFERENCES rains,
  turn            TEXT NOT NULL,
  ok              INTEGER NOT NULL CHECK (ok IN (0, 1)),
  findings        TEXT,
  owner_told      INTEGER NOT NULL CHECK (owner_told IN (0, 1)),
  patrolled_at    TEXT NOT NULL,
  patrolled_by    INTEGER NOT NULL REFERENCES staff
) STRICT;
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
CREATE TABLE renovation_papers (
  id            INTEGER PRIMARY KEY,
  renovation_id INTEGER NOT NULL REFERENCES renovations,
  code          TEXT NOT NULL,
  -- Its number, or what else tells it from another.
  detail        TEXT,
  received_at   TEXT NOT NULL,
  UNIQUE (renovation_id, code)
) STRICT;
CREATE TABLE renovation_promises (
  id            INTEGER PRIMARY KEY,
  renovation_id INTEGER NOT NULL REFERENCES renovations,
  code          TEXT NOT NULL,
  party         TEXT NOT NULL,
  signed_by     TEXT NOT NULL,
  promised_at   TEXT NOT NULL,
  UNIQUE (renovation_id, code, party)
) STRICT;
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
CREATE TABLE violation_measures (
  id           INTEGER PRIMARY KEY,
  violation_id INTEGER NOT NULL REFERENCES renovation_violations,
  measure      TEXT NOT NULL,
  taken_at     TEXT NOT NULL,
  taken_by     INTEGER NOT NULL REFERENCES staff
) STRICT;
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
CREATE TABLE inspection_people (
  id            INTEGER PRIMARY KEY,
  inspection_id INTEGER NOT NULL REFERENCES renovation_inspections,
  staff_id      INTEGER NOT NULL REFERENCES staff,
  UNIQUE (inspection_id, staff_id)
) STRICT;
INSERT INTO migrations VALUES (1, '001-desk', '2026-11-22T04:00:00Z');
INSERT INTO migrations VALUES (2, '002-households', '2026-11-22T04:00:00Z');
INSERT INTO migrations VALUES (3, '003-money', '2026-11-22T04:00:00Z');
INSERT INTO migrations VALUES (4, '004-renovations', '2026-11-22T04:00:00Z');
INSERT INTO journal VALUES (1, '2026-11-22T04:00:00Z', '2026-11-22T04:00:00Z', NULL, 'ledger.create', NULL, '{"version":4}', '{"cash_closings":{"rows":0,"sum":"0"},"cash_days":{"rows":0,"sum":"0"},"charges":{"rows":0,"sum":"0"},"complaint_measures":{"rows":0,"sum":"0"},"complaints":{"rows":0,"sum":"0"},"contacts":{"rows":0,"sum":"0"},"deadlines":{"rows":0,"sum":"0"},"deposit_moves":{"rows":0,"sum":"0"},"deposits":{"rows":0,"sum":"0"},"enquiries":{"rows":0,"sum":"0"},"events":{"rows":0,"sum":"0"},"hand_ins":{"rows":0,"sum":"0"},"inspection_people":{"rows":0,"sum":"0"},"meter_readings":{"rows":0,"sum":"0"},"migrations":{"rows":4,"sum":"779ecc611d1b41e2b9c8f76998f120e2ee79793dcd4d495737b105f06c7d06ef"},"move_items":{"rows":0,"sum":"0"},"moves":{"rows":0,"sum":"0"},"payouts":{"rows":0,"sum":"0"},"people":{"rows":0,"sum":"0"},"rains":{"rows":0,"sum":"0"},"receipts":{"rows":0,"sum":"0"},"renovation_inspections":{"rows":0,"sum":"0"},"renovation_overtimes":{"rows":0,"sum":"0"},"renovation_papers":{"rows":0,"sum":"0"},"renovation_patrols":{"rows":0,"sum":"0"},"renovation_permits":{"rows":0,"sum":"0"},"renovation_promises":{"rows":0,"sum":"0"},"renovation_violations":{"rows":0,"sum":"0"},"renovations":{"rows":0,"sum":"0"},"residents":{"rows":0,"sum":"0"},"rounds":{"rows":0,"sum":"0"},"sample_units":{"rows":0,"sum":"0"},"samples":{"rows":0,"sum":"0"},"settlements":{"rows":0,"sum":"0"},"staff":{"rows":0,"sum":"0"},"subscriptions":{"rows":0,"sum":"0"},"survey_answers":{"rows":0,"sum":"0"},"survey_forms":{"rows":0,"sum":"0"},"survey_questions":{"rows":0,"sum":"0"},"surveys":{"rows":0,"sum":"0"},"tickets":{"rows":0,"sum":"0"},"trust_patrols":{"rows":0,"sum":"0"},"units":{"rows":0,"sum":"0"},"violation_measures":{"rows":0,"sum":"0"},"visit_plans":{"rows":0,"sum":"0"},"visits":{"rows":0,"sum":"0"}}', '0000000000000000000000000000000000000000000000000000000000000000', '829b16802740a18b5f49838b40957eb2408abc98ab018affceb8bfee6cd59fde');
INSERT INTO journal VALUES (2, '2026-11-22T04:00:00Z', '2026-11-22T04:00:00Z', 1, 'staff.add', 'staff 1', '{"roles":["supervisor"]}', '{"staff":{"rows":1,"sum":"ed86190d2d6b6d3d9b4dc2d33ac65e83c6a3058ececd45894be3d7abc155244a"}}', '829b16802740a18b5f49838b40957eb2408abc98ab018affceb8bfee6cd59fde', '7c5fd70ec95f315c2066f908997c3e119c7e2b28722684db4ae3c3da9d5eab6f');
INSERT INTO journal VALUES (3, '2026-11-22T04:00:00Z', '2026-11-22T04:00:00Z', 1, 'staff.add', 'staff 2', '{"roles":["engineering"],"phone":"***"}', '{"staff":{"rows":2,"sum":"c925af2569ac43525b88802b7a7e56319a919b355b66c6ce7e2c0206c2c01a19"}}', '7c5fd70ec95f315c2066f908997c3e119c7e2b28722684db4ae3c3da9d5eab6f', 'f556de403b1ccd4d0a92815941d73294d15e641c0de217739d2af0f90577548e');
INSERT INTO journal VALUES (4, '2026-11-22T04:00:00Z', '2026-11-22T04:00:00Z', 1, 'unit.add', '3-2-1501', '{"areaThousandths":89530,"use":"residential","handoverOn":"2024-06-30"}', '{"units":{"rows":1,"sum":"ada3eb7e4baa832827e89c95455d9fd7284f37fd014d6c0ad44a5e09af1e94ac"}}', 'f556de403b1ccd4d0a92815941d73294d15e641c0de217739d2af0f90577548e', 'a9d88896be1a04786e7c86cfeada1fd4d342f1d35d7d2b43556fef840d746d8f');
INSERT INTO journal VALUES (5, '2026-11-22T04:00:00Z', '2026-11-22T04:00:00Z', 1, 'unit.add', 'S-12', '{"areaThousandths":45000,"use":"shop","handoverOn":null}', '{"units":{"rows":2,"sum":"e04e95bab94d83f69b8febda1eeb5f04a38e195a6c348b671b853ab3bb981ba"}}', 'a9d88896be1a04786e7c86cfeada1fd4d342f1d35d7d2b43556fef840d746d8f', '8b7808af2583e6a9de52462c752f1c67c6f1cac3894b815798ccfc0a2a781643');
INSERT INTO journal VALUES (6, '2026-11-22T04:00:00Z', '2026-11-22T04:00:00Z', 1, 'resident.add', 'resident 1', '{"unit":"3-2-1501","role":"owner","fromOn":"2024-07-01","untilOn":null}', '{"people":{"rows":1,"sum":"d8b012ea35b519298caeab1de356085c424ddc4e196617170796cd3870c1caed"},"residents":{"rows":1,"sum":"5d3018978dae0cf28ef57d4c5354366fe6b9b9e3b324a0f78c92210291fb4c2d"}}', '8b7808af2583e6a9de52462c752f1c67c6f1cac3894b815798ccfc0a2a781643', '47ebc50fae66bc05e1e22d122c559ebe1d17f1ad91261f62d0d8df68b595f747');
INSERT INTO journal VALUES (7, '2026-11-20T01:00:00Z', '2026-11-22T04:00:00Z', 1, 'ticket.open', 'T261120-001', '{"unit":"3-2-1501","category":"leak","urgent":false,"charge":"warranty","appointmentAt":null}', '{"deadlines":{"rows":2,"sum":"5e0130b1a0e7102580c2eb1844e675cb3894b0ab0ff27fb273e9eff18b192d5f"},"events":{"rows":1,"sum":"8a242bea4603e70a99f2c23a92e68a18f1dc66e6985ad0010f5b56bce1ee1daf"},"tickets":{"rows":1,"sum":"9a06997c6c67bf022e7e558120e9e0d09aa36fa45b05f5a839bca5b9de57923d"}}', '47ebc50fae66bc05e1e22d122c559ebe1d17f1ad91261f62d0d8df68b595f747', '8f0720c5c00e984e77e607d6d8fac237ab62deab0733a22dffbd93714df041dd');
INSERT INTO journal VALUES (8, '2026-11-20T01:10:00Z', '2026-11-22T04:00:00Z', 1, 'ticket.assign', 'T261120-001', '{"assigneeId":2,"slipTaken":false}', '{"deadlines":{"rows":2,"sum":"d76f64642c93d8b0026b7244cce0786eb16828dedab7b2ca451c0d43ca157866"},"events":{"rows":2,"sum":"762f01dab03e2f569e493f9b1cc6a0abef4c01740f598b788abe7d97124c4533"},"tickets":{"rows":1,"sum":"3094b0350ab6e94e03f6fc9cd701389fb3fa39997ff7a5b7860541eaa47fe01a"}}', '8f0720c5c00e984e77e607d6d8fac237ab62deab0733a22dffbd93714df041dd', '33dd85897e800cc1738e5c0014c831c7c0df3bc1887040e9fee4f70b272df550');
INSERT INTO journal VALUES (9, '2026-11-20T01:40:00Z', '2026-11-22T04:00:00Z', 1, 'ticket.arrive', 'T261120-001', '{"arrivedAt":"2026-11-20T01:40:00Z"}', '{"events":{"rows":3,"sum":"63be23f7268b32cfc69c1e81af990e86f37ce17d629ffdac8e1687603c9887eb"},"tickets":{"rows":1,"sum":"a68e84d109c02858b1f63eb471809cd45ebefcd3ba893761b9f7fa45bbbd8480"}}', '33dd85897e800cc1738e5c0014c831c7c0df3bc1887040e9fee4f70b272df550', '23dfb7d469fb4bd6171b514a6dccb66062be3b65a7aee1a9a1c513a3086c71df');
INSERT INTO journal VALUES (10, '2026-11-20T02:30:00Z', '2026-11-22T04:00:00Z', 1, 'ticket.finish', 'T261120-001', '{"finishedAt":"2026-11-20T02:30:00Z","costFen":null,"leakTestedAt":null}', '{"deadlines":{"rows":3,"sum":"2a01674ecf6cde13e5dbd5bb61dc2a2903551dea3b1569627a4df898a4cd7c93"},"events":{"rows":4,"sum":"a42c15dcc9691fc90426c2679e9dd72dadf88e527b1067a33cb45d359d1f65a1"},"tickets":{"rows":1,"sum":"1528b1dd2603dc5e1ce7ad9a1cc6c955219fce56a1469e989c71841230992bb"}}', '23dfb7d469fb4bd6171b514a6dccb66062be3b65a7aee1a9a1c513a3086c71df', 'd5a4279ce94a5596923d6f759babcd979528e72fa339ec70ff6007e2f03dcd74');
INSERT INTO journal VALUES (11, '2026-11-20T09:00:00Z', '2026-11-22T04:00:00Z', 1, 'ticket.close', 'T261120-001', '{"satisfied":true,"signedBy":"***"}', '{"deadlines":{"rows":3,"sum":"77bdc325f67891910274eb4346e048d19514131ab52f448afa690a3d75df98d8"},"events":{"rows":5,"sum":"13d480d63e724c5947a2a2f3bf98b8f35bc8b4a507cd8d282fc73f689af23f53"},"tickets":{"rows":1,"sum":"f55a86b0922db1eec4ec6c8ef918ff7de0165d90ab7725b4174675a6dd53c09b"}}', 'd5a4279ce94a5596923d6f759babcd979528e72fa339ec70ff6007e2f03dcd74', 'a8d37e139e47e148ccc2bc7ac749dab441094c6bb68502dd008086f6c988eb3c');
INSERT INTO journal VALUES (12, '2026-11-21T02:00:00Z', '2026-11-22T04:00:00Z', 1, 'ticket.callback', 'T261120-001', '{"callbackResult":"satisfied","callbackQuality":null,"callbackAttitude":null}', '{"deadlines":{"rows":3,"sum":"bd7db57ad657f55e946e18df6cb6d4587946eae98d867ae02e80eec5640233be"},"events":{"rows":6,"sum":"dfa196cdfa97c208063a15f37656acc7b50bf53d88b7f417e5bb24c2e66d5bc5"},"tickets":{"rows":1,"sum":"2fc001b7c982c9a8a1c7e9d1953c73e53ad51807546c8a1f8661268eee47baec"}}', 'a8d37e139e47e148ccc2bc7ac749dab441094c6bb68502dd008086f6c988eb3c', '032ee7046bf10824abca755e5d48f270581bb8147772699a3c58bc48946842bf');
INSERT INTO journal VALUES (13, '2026-11-21T12:00:00Z', '2026-11-22T04:00:00Z', 1, 'ticket.open', 'T261121-001', '{"unit":null,"category":"general","urgent":false,"charge":"free","appointmentAt":null}', '{"deadlines":{"rows":5,"sum":"f0decc746f65c2db970d31854c391206713b577da5abd576e754dde12735810a"},"events":{"rows":7,"sum":"5670ed7cd0676ccf5537eca082b65a307735fe7a8b93e437ede7f90bc85529eb"},"tickets":{"rows":2,"sum":"ee054030f1ca8bb10b4df884d5ca0ea9f9f8f5d30dfdfc214f996d1d15276ac7"}}', '032ee7046bf10824abca755e5d48f270581bb8147772699a3c58bc48946842bf', 'a6f87f8a8fc8a6400ce82a79a6fdfe26ab0f9949e92ab7ae26d80b51f9039dde');
INSERT INTO journal VALUES (14, '2026-11-21T12:30:00Z', '2026-11-22T04:00:00Z', 1, 'ticket.cancel', 'T261121-001', '{"cancelledAt":"2026-11-21T12:30:00Z"}', '{"deadlines":{"rows":4,"sum":"442fbba74cc9ca57acec31ac396dc4fe1bb61d7022be1263822bcbde1c36199f"},"events":{"rows":8,"sum":"20d1a19c5de3d14c89195d50389ce7465abba6c0544dea732a9fe651b151a960"},"tickets":{"rows":2,"sum":"7ae5e5fa3eba34940325c36b15a39630d45e55eeb06edbcc19ae0969106dccda"}}', 'a6f87f8a8fc8a6400ce82a79a6fdfe26ab0f9949e92ab7ae26d80b51f9039dde', 'd88925fa9c27f2d257d093f1a506290c905ea459bff9c3b1a84248179e08cbf3');
INSERT INTO journal VALUES (15, '2026-11-21T13:00:00Z', '2026-11-22T04:00:00Z', 1, 'ticket.open', 'T261121-002', '{"unit":"S-12","category":"general","urgent":true,"charge":"paid","appointmentAt":null}', '{"deadlines":{"rows":7,"sum":"c0fc32a350ce018907bd2e2268f00d12547f9385aab10b49716cce8553f84381"},"events":{"rows":9,"sum":"812923c7adbb3057843bb5120842ec210244b85899a75efb26f02c0966e170a3"},"tickets":{"rows":3,"sum":"c8ce9f9c2eeb1a4c8aaa1c347be3587d1ed87f9a27773a217489d61606e177bd"}}', 'd88925fa9c27f2d257d093f1a506290c905ea459bff9c3b1a84248179e08cbf3', '89628274309c31567d0e7cc4c29bded1cbd52ed5c8bc2eea8d408c4f984917cc');
INSERT INTO journal VALUES (16, '2026-11-20T01:00:00Z', '2026-11-22T04:00:00Z', 1, 'complaint.log', 'C261120-001', '{"unit":"3-2-1501","channel":"phone","grade":"minor","nature":"valid","category":"cleaning","against":"cleaning","askedUntilAt":null,"harmAtReception":false,"about":null}', '{"complaints":{"rows":1,"sum":"344d253beb2a5e24c4fd0837e44a0f637602cc96b9907782406f6b41baf56293"},"deadlines":{"rows":9,"sum":"230289d43c7b5fddf30e7cc66051e370d2c6b0b0dfcc24ce859d15e8b736b528"},"events":{"rows":10,"sum":"f9c9ac346a78e2f717fbf0f9da689a3606a97c08e1cdc83bd071387801a06ec3"}}', '89628274309c31567d0e7cc4c29bded1cbd52ed5c8bc2eea8d408c4f984917cc', '25caf069b1909771bcacb3d2a5ea200863469cd1a6c6701de3dc17792d534e7a');
INSERT INTO journal VALUES (17, '2026-11-20T02:00:00Z', '2026-11-22T04:00:00Z', 1, 'complaint.measure', 'C261120-001', '{"part":1,"kind":"corrective","ownerId":2,"untilOn":"2026-11-30"}', '{"complaint_measures":{"rows":1,"sum":"3125ad76683347e0c0f888d7b89de7c92f7e7dff31912f0529ca2d04406e8be6"},"deadlines":{"rows":10,"sum":"767c213805842133a4478249d50d34261c951e09f1380c904a5a55f53ee885ef"},"events":{"rows":11,"sum":"90566dc84808d62fd2c4f5fd74e913f8304be4ae24f0fceb26ea2d14ec3869e0"}}', '25caf069b1909771bcacb3d2a5ea200863469cd1a6c6701de3dc17792d534e7a', 'e707934e2d7aa1e5229b983c7ea446269d3d44edc8cd7f3722ef8c68f71516c4');
INSERT INTO journal VALUES (18, '2026-11-20T07:00:00Z', '2026-11-22T04:00:00Z', 1, 'complaint.resolve', 'C261120-001', '{"resolvedAt":"2026-11-20T07:00:00Z","result":"***"}', '{"complaints":{"rows":1,"sum":"97b8e6dfedfd15cb3dbdbaf61eeff919dcd2ff5fda33adc9624f9b145c5b11b1"},"deadlines":{"rows":11,"sum":"ce196f5e8cad9a5270a2b5d62e796eeb4df4c567bb89a29d8a2c64866c17f598"},"events":{"rows":12,"sum":"6a79c9c57ff62d4c5e75c464b60c6cb202696067c699cff865dd1e6d3414202b"}}', 'e707934e2d7aa1e5229b983c7ea446269d3d44edc8cd7f3722ef8c68f71516c4', '680a0f9d3af659d6cac701539f65f019ea53f02b3548e65f4e1606e2805d15e6');
INSERT INTO journal VALUES (19, '2026-11-20T07:10:00Z', '2026-11-22T04:00:00Z', 1, 'complaint.tell', 'C261120-001', '{"toldAt":"2026-11-20T07:10:00Z"}', '{"complaints":{"rows":1,"sum":"e07df4e0cbb97262dbde25e280a8759ea2d964e5940d07626c6eb6aae03016f8"},"deadlines":{"rows":11,"sum":"ed8cac3c4ee3d8e6f652a9ea567899ff1553531bb30f4c5dad327938d967c09a"},"events":{"rows":13,"sum":"2fc6dd5d91763248d41cdc72c7769137a76fb494c2de7333c16225514e107a07"}}', '680a0f9d3af659d6cac701539f65f019ea53f02b3548e65f4e1606e2805d15e6', '40fb7340397eb9011bee522a8bc22c9021c0b6f1091e09720ebc088503ea5cc0');
INSERT INTO journal VALUES (20, '2026-11-20T07:20:00Z', '2026-11-22T04:00:00Z', 1, 'complaint.close', 'C261120-001', '{"state":"closed","closedAt":"2026-11-20T07:20:00Z"}', '{"complaints":{"rows":1,"sum":"7e9b4f14f73c5077fe6f56abc7b8969f16b2e7e5c1fdaae69221f6921fac1f1a"},"deadlines":{"rows":12,"sum":"c989e05d465ac3e3839f6f0c566e236f167c394048c64d544d4db680fcd887ba"},"events":{"rows":14,"sum":"b6596bf0def21aa4acdb32ea8054a3f51d7dd63db70c858f63c231d7064b981a"}}', '40fb7340397eb9011bee522a8bc22c9021c0b6f1091e09720ebc088503ea5cc0', 'a6a8bd7f03955c30d6839c0f8ceefdf50ac7a179318e09598c017766fbdd8b95');
INSERT INTO journal VALUES (21, '2026-11-21T02:10:00Z', '2026-11-22T04:00:00Z', 1, 'complaint.callback', 'C261120-001', '{"callbackResult":"satisfied","callbackSignerId":1}', '{"complaints":{"rows":1,"sum":"fbe90c92405bed2e2785a52645b94526c7a1acf705257d78892d56d1a700a30c"},"deadlines":{"rows":12,"sum":"805a292f9d6cafcef15e8012fea1e4c24e85b02286086d66c1e9b2800b50e431"},"events":{"rows":15,"sum":"78a2d7fad717821cd8eb2fc0b309a74f8d72c4e9901572915a41740952a52698"}}', 'a6a8bd7f03955c30d6839c0f8ceefdf50ac7a179318e09598c017766fbdd8b95', '97d27b8655f60b76ca6d94e71a5c8329aafbbd47440885a436e37c800ff7271d');
INSERT INTO journal VALUES (22, '2026-11-22T04:00:00Z', '2026-11-22T04:00:00Z', 1, 'unit.add', '3-2-1502', '{"areaThousandths":89530,"use":"residential","handoverOn":null}', '{"units":{"rows":3,"sum":"db3f8979468406aded433b7ac6a259191974988975d8893a2c4cb8918b886e63"}}', '97d27b8655f60b76ca6d94e71a5c8329aafbbd47440885a436e37c800ff7271d', '0299f81235406fac4997ae29c54e0a5496a731ab7fe8820811542224eea27ccd');
INSERT INTO journal VALUES (23, '2026-11-20T03:00:00Z', '2026-11-22T04:00:00Z', 1, 'resident.add', 'resident 2', '{"unit":"3-2-1502","role":"owner","fromOn":"2026-11-20","untilOn":null}', '{"people":{"rows":2,"sum":"a6f83ea68c7c6b08401d7ff3b78d64543c212a68fe71bcf7c856b255c8e7dce8"},"residents":{"rows":2,"sum":"c1210dd1ba44644a761b9bc158a9d9f797d28d03a4d12e43016d999ec94bd41e"}}', '0299f81235406fac4997ae29c54e0a5496a731ab7fe8820811542224eea27ccd', '497c65cc8dc251425b47ec35966daf2096e4f460d1519464c9d2883ebb492598');
INSERT INTO journal VALUES (24, '2026-11-20T03:00:00Z', '2026-11-22T04:00:00Z', 1, 'resident.move-in', 'M261120-001', '{"name":"***","phone":"***","unit":"3-2-1502","case":"owner","effectiveOn":"2026-11-20"}', '{"events":{"rows":16,"sum":"4973c087e799dcaf58ea1f7f4758f061ee25504769c307645ac0689ca7f78fd7"},"moves":{"rows":1,"sum":"568769114f0762b4b647925291563fc09d2edb8a873f634c1e95e3b1de6f6227"}}', '497c65cc8dc251425b47ec35966daf2096e4f460d1519464c9d2883ebb492598', 'bff969924fd8bc71be8dd165383b2af628647022ff959a3154e88087d8e8f4be');
INSERT INTO journal VALUES (25, '2026-11-20T03:05:00Z', '2026-11-22T04:00:00Z', 1, 'resident.paper', 'M261120-001', '{"codes":["id-card"]}', '{"events":{"rows":17,"sum":"6a7b12a8aec209e20319b098fdb5ef5fac99a7a355f08d6856c1a78b95da8cbc"},"move_items":{"rows":1,"sum":"545cb68bbeaefed23394b5082250c74bfaf9670ad6474297d6b59ec29d20461a"}}', 'bff969924fd8bc71be8dd165383b2af628647022ff959a3154e88087d8e8f4be', 'dc8986d1c3706b251f4408c7814bd2bf982da1144d0b66dd57fb3f233d9140de');
INSERT INTO journal VALUES (26, '2026-11-20T03:10:00Z', '2026-11-22T04:00:00Z', 1, 'resident.meter', 'M261120-001', '{"waterThousandths":500}', '{"events":{"rows":18,"sum":"27a9115192c865b4dde93d52cbd201993b5c914e6c0c03add2645c455b85a3a3"},"meter_readings":{"rows":1,"sum":"16145c2d634feea69b18eacc72f2ea9f73d9ae8e3d840ccecbe1c945b15bd46d"}}', 'dc8986d1c3706b251f4408c7814bd2bf982da1144d0b66dd57fb3f233d9140de', '28d6a5d1b8a27c9c01ddeb11e0dd286c705f7229dcf231bb05649fed426c5e0b');
INSERT INTO journal VALUES (27, '2026-11-20T08:00:00Z', '2026-11-22T04:00:00Z', 1, 'visit.log', 'V261120-001', '{"unit":"3-2-1501","subject":null,"sample":null,"reason":"visit","way":"door","result":"satisfied","ledTo":null}', '{"visits":{"rows":1,"sum":"396448af45ee4fa8166fa7b2b1a054686d2c294a14f77bf684c73ce7b6cc6ad"}}', '28d6a5d1b8a27c9c01ddeb11e0dd286c705f7229dcf231bb05649fed426c5e0b', '1c031ae70d4b960f85a008390ea927aa421f10be7056131145afb9b04fc68037');
INSERT INTO journal VALUES (28, '2026-11-20T09:00:00Z', '2026-11-22T04:00:00Z', 1, 'visit.sample', NULL, '{"month":"2026-11","seed":"2026-11 蓝天新苑","households":2}', '{"sample_units":{"rows":2,"sum":"1fe45d5f44b155edad227ec5fc12d565f7eeb7ab8256165629d3c73b970f62d6"},"samples":{"rows":1,"sum":"e2695b484a902efa410209f20877c71430798d033f1a5bb502370c41e2a4f1ee"}}', '1c031ae70d4b960f85a008390ea927aa421f10be7056131145afb9b04fc68037', '8a45491af0aa47adf4cd64e459b033197c04fbccb453b5e69ea17c1024ca0ce0');
INSERT INTO journal VALUES (29, '2026-11-20T10:00:00Z', '2026-11-22T04:00:00Z', 1, 'visit.committee', NULL, '{"month":"2026-11","text":"***"}', '{"rounds":{"rows":1,"sum":"fc8e4c624e4e9f15b57b4ecc39f3e7812ca639168c59ba3d6eb61e967095b2c4"}}', '8a45491af0aa47adf4cd64e459b033197c04fbccb453b5e69ea17c1024ca0ce0', '48d7d91182857c8921011c95aa3bc72124a26fb366b862adfb7eaf0f07692d76');
INSERT INTO journal VALUES (30, '2026-11-20T10:10:00Z', '2026-11-22T04:00:00Z', 1, 'plan.add', 'P261120-001', '{"unit":"3-2-1501","plannedOn":"2026-11-28","visitorId":null}', '{"deadlines":{"rows":13,"sum":"ac302722d13e87e9f0e086c20201d554b259e37450819b08147d975aed8238ef"},"events":{"rows":19,"sum":"f25439e58c55f7fe51f5c7238de54fb9bba63e8a3f119d52990fb53fa19cf240"},"visit_plans":{"rows":1,"sum":"ec177f15fdc2298fc05811aab86858a801f33aabf76b124652162de74e239e93"}}', '48d7d91182857c8921011c95aa3bc72124a26fb366b862adfb7eaf0f07692d76', '8a091150a5167ec3630918bdd82c67ecc7d07737e0b9e00b0ffbd804c23cd794');
INSERT INTO journal VALUES (31, '2026-11-20T10:20:00Z', '2026-11-22T04:00:00Z', 1, 'enquiry.log', 'E261120-001', '{"channel":"phone","kind":"caller","unit":null,"state":"open","promisedAt":null,"who":"***"}', '{"deadlines":{"rows":14,"sum":"e2b389908092476395a03381cb249bd6930ab4667a7262a44795024e5c9fb7b8"},"enquiries":{"rows":1,"sum":"ce8b66ec6f041132fcff437555fa7c5d06d20d6455b189e6a012fd4b25aa146a"},"events":{"rows":20,"sum":"9a6fcc97dc1d092c9c1daac9f3155c69f9cbead5c99e8d19a01e42f466256989"}}', '8a091150a5167ec3630918bdd82c67ecc7d07737e0b9e00b0ffbd804c23cd794', '08c09830fd6d5aa66bcf34fe4ce57de710d41fe22e88ac7d686d8e002193c5af');
INSERT INTO journal VALUES (32, '2026-11-20T11:00:00Z', '2026-11-22T04:00:00Z', 1, 'survey.open', 'S261120-001', '{"year":"2026","title":"2026 年度业主意见征询","questions":8}', '{"events":{"rows":21,"sum":"b1d4798ef042ab319fad4879ae731421ec01dc714209953f792c3c8a2afab209"},"survey_questions":{"rows":8,"sum":"816e2d8afd0cadf68006b58d9094834058998274732606bf53d808441db4868e"},"surveys":{"rows":1,"sum":"79213c50d82f01a440bddc2201ea209a84a139f45a662a4a3f890260bf39f0d5"}}', '08c09830fd6d5aa66bcf34fe4ce57de710d41fe22e88ac7d686d8e002193c5af', '424a3776ae5c929ab51664db24299094cb04173ed7832cf82fa8cbe0c23e239c');
INSERT INTO journal VALUES (33, '2026-11-20T11:10:00Z', '2026-11-22T04:00:00Z', 1, 'survey.send', 'S261120-001', '{"sent":2}', '{"events":{"rows":22,"sum":"d7f81c821ef15bf500f7b50293a13e5452d64207b01f0ec36ea2aa47693235ca"},"survey_forms":{"rows":2,"sum":"aeccfad0f1482d1dbc521cc5cb7d59b4c392b577ee285674c0c4b3a0c1d1a300"}}', '424a3776ae5c929ab51664db24299094cb04173ed7832cf82fa8cbe0c23e239c', '8b139a2c489a346d97e68cdfe7972086f6abc6ee209c22b0f35f2c5f4cd862a7');
INSERT INTO journal VALUES (34, '2026-11-21T01:00:00Z', '2026-11-22T04:00:00Z', 1, 'survey.record', 'S261120-001', '{"unit":"3-2-1501","answered":8,"valid":true}', '{"survey_answers":{"rows":8,"sum":"f571720ec8f9bd295beff427187e1fdb6ff574ba2eddc7ed703f8bd26af789d7"},"survey_forms":{"rows":2,"sum":"5ee534c979ecffac159b0ad8c4a35cfa68c1aecab0e0c8daba9a8324f916b64d"}}', '8b139a2c489a346d97e68cdfe7972086f6abc6ee209c22b0f35f2c5f4cd862a7', '442352818311d317fcb5b28d360a01a23ef05c035fd2c8b974135ee812d6e043');
INSERT INTO journal VALUES (35, '2026-11-22T04:00:00Z', '2026-11-22T04:00:00Z', 1, 'staff.add', 'staff 3', '{"roles":["finance"],"phone":"***"}', '{"staff":{"rows":3,"sum":"4e9194d07bd89fed5866c470138b464aa19605bc699e7f6cb30ac01f9cffbceb"}}', '442352818311d317fcb5b28d360a01a23ef05c035fd2c8b974135ee812d6e043', '86aa2c99cf185bd6fa124be68b8a5688f61fe8c3e14a1bbcbc2221547330dd29');
INSERT INTO journal VALUES (36, '2026-11-20T01:00:00Z', '2026-11-22T04:00:00Z', 1, 'meter.read', '3-2-1501', '{"meter":"water","readOn":"2026-09-30","readingThousandths":100000}', '{"meter_readings":{"rows":2,"sum":"fa7c6e935f14745130eb9d9c3823e2f73d727dfac5948deb090c1244fc7b15b2"}}', '86aa2c99cf185bd6fa124be68b8a5688f61fe8c3e14a1bbcbc2221547330dd29', 'a9245ccdf1cc640b9b37a810fbf5d76922afa1d0a83ff7a4c12e63288b9ccaf8');
INSERT INTO journal VALUES (37, '2026-11-20T01:10:00Z', '2026-11-22T04:00:00Z', 1, 'fee.subscribe', 'A261120-001', '{"unit":"3-2-1501","tariff":"trust","fromOn":"2026-11-01","untilOn":null,"quantityThousandths":null,"rateTenthousandths":null,"party":null,"note":null}', '{"deadlines":{"rows":15,"sum":"63d32aefebcee17717b5436ef2c6d47c1e6a54bc25b0f08f10d90fa4a7cd54f9"},"subscriptions":{"rows":1,"sum":"eafa452faddfa6ae34860e30222a0a8bc9f42abd7d7eb7759ce382d4ed3a398e"}}', 'a9245ccdf1cc640b9b37a810fbf5d76922afa1d0a83ff7a4c12e63288b9ccaf8', 'c4a9824dad83433b6fd6db368cc8859a506b66505e15fd760d0b5f45bbe32474');
INSERT INTO journal VALUES (38, '2026-11-20T01:20:00Z', '2026-11-22T04:00:00Z', 1, 'fee.bill', NULL, '{"period":"2026-10","billed":3,"amountFen":6722}', '{"charges":{"rows":3,"sum":"9c6566426a4010135713686fe4b4758a327c91b85f66a5fab0f7aa01ed6cce5f"},"rounds":{"rows":2,"sum":"d544bf3e5173b1a67ace3c72ec7c40bb6ca0d609200ded421bb674d5a20c1e04"}}', 'c4a9824dad83433b6fd6db368cc8859a506b66505e15fd760d0b5f45bbe32474', '1eaa2eab8ab9ae6698d489ce9d71766986a658b9e2bf6f2188b50b16a5f69271');
INSERT INTO journal VALUES (39, '2026-11-20T01:30:00Z', '2026-11-22T04:00:00Z', 1, 'fee.waive', '3-2-1501', '{"charge":1,"tariff":"energy","amountFen":100,"reason":"***","approvedById":1}', '{"settlements":{"rows":1,"sum":"a8740c01cf5b407994204f846af2b9adb09b02642e8f8f26f00c86f01ea9ee64"}}', '1eaa2eab8ab9ae6698d489ce9d71766986a658b9e2bf6f2188b50b16a5f69271', '035b163d6783f64c60bd7cff37ab4f283365312bca2511ebaa729b70dea65f2c');
INSERT INTO journal VALUES (40, '2026-11-20T01:40:00Z', '2026-11-22T04:00:00Z', 1, 'fee.pay', 'R261120-001', '{"unit":"3-2-1501","method":"cash","amountFen":50000,"payer":"***","allocatedFen":2586,"prepaidFen":47414}', '{"cash_days":{"rows":1,"sum":"d66ef402c24cff12f6da825ae31c38e92207a55563bbd1b55a18938064e347d3"},"deadlines":{"rows":16,"sum":"a83e4279627690ca2ed9f60f23aa927d6f08d34003d28ddd9a9d7d073f1f6596"},"receipts":{"rows":1,"sum":"ee25e41f179f4811f854efb1321ed89bce3154bd710c3f5d059ae9a626de3ad7"},"settlements":{"rows":2,"sum":"44cc92ad4c50b5721416ca99e9ef54c447db64fc7a5dff1528dad355a63f9656"}}', '035b163d6783f64c60bd7cff37ab4f283365312bca2511ebaa729b70dea65f2c', 'fa5c06b5a625f7755505a77d61f6ab8c5ca3c01253acbced62d73d4ca46f0a35');
INSERT INTO journal VALUES (41, '2026-11-20T01:50:00Z', '2026-11-22T04:00:00Z', 1, 'fee.refund', '3-2-1501', '{"method":"cash","amountFen":1000,"receipts":["R261120-001"],"reason":"***","approvedById":3}', '{"payouts":{"rows":1,"sum":"2f778163a468a26e774f11c512c3e9573dc78617bc892910a18b4b3e8270dc04"}}', 'fa5c06b5a625f7755505a77d61f6ab8c5ca3c01253acbced62d73d4ca46f0a35', '0f6c6517b790a40d517e2bc40bee92b58f9766b2ccf3ccf3d304aa865e53b73d');
INSERT INTO journal VALUES (42, '2026-11-20T02:00:00Z', '2026-11-22T04:00:00Z', 1, 'fee.contact', 'N261120-001', '{"unit":"S-12","way":"phone","result":"promised","amountFen":1350,"promiseOn":"2026-11-28","effectiveOn":"2026-11-20"}', '{"contacts":{"rows":1,"sum":"b6986641cbad7aef308250dd5c8a6127ed86c0cf1f4cb20722df08d7ff514879"},"deadlines":{"rows":17,"sum":"9c8b2d11380f35226989958668e4df1b0d94b7dc529ba269f1125b2d437bc0dd"}}', '0f6c6517b790a40d517e2bc40bee92b58f9766b2ccf3ccf3d304aa865e53b73d', '594c9db79badacfe993bde044295923650832ea0d6f234b57c63e82ae4a75ad9');
INSERT INTO journal VALUES (43, '2026-11-20T02:10:00Z', '2026-11-22T04:00:00Z', 1, 'deposit.take', 'Y261120-001', '{"unit":"3-2-1501","kind":"renovation","party":"household","amountFen":200000,"method":"bank"}', '{"deposit_moves":{"rows":1,"sum":"809a9e6fac9dc209d47042d05972903f134bdde2b830b0f5881e0f922e91a216"},"deposits":{"rows":1,"sum":"bba02d200d7cc78711d2cef73e5e0cd31816568b9478a157895fabfa0c37b3ed"}}', '594c9db79badacfe993bde044295923650832ea0d6f234b57c63e82ae4a75ad9', '957448178fd2c49068952b0a024f352fb940a8cb951acdaa730ecf9bc13dafc7');
INSERT INTO journal VALUES (44, '2026-11-20T09:30:00Z', '2026-11-22T04:00:00Z', 1, 'cash.hand-in', '2026-11-20', '{"amountFen":49000,"expectedFen":49000,"takenById":3}', '{"deadlines":{"rows":17,"sum":"96f3dd44756c230d23289e077d66a455cd1fbc76fc62dd0ddd50e851a240af4d"},"hand_ins":{"rows":1,"sum":"b9294080fd056ed0222c6d474e47c4da7c68c053b00e1ac909a8ff9d77530983"}}', '957448178fd2c49068952b0a024f352fb940a8cb951acdaa730ecf9bc13dafc7', '86add0224e9b1820069f1c19a5d1172975d909032d4458663c36f8941082072b');
INSERT INTO journal VALUES (45, '2026-11-20T09:40:00Z', '2026-11-22T04:00:00Z', 1, 'cash.check-safe', '2026-11-20', '{}', '{"rounds":{"rows":3,"sum":"f60d0ed718bd79f8252f21ba3e677b8e84abde0c330d3cc3c40813a9554eeb2a"}}', '86add0224e9b1820069f1c19a5d1172975d909032d4458663c36f8941082072b', '4831d006621f8d31ecf706ccd5a6202da0d771ec5f8d6d73bd5ab2f8d57aabb4');
INSERT INTO journal VALUES (46, '2026-11-20T10:00:00Z', '2026-11-22T04:00:00Z', 1, 'trust.rain', NULL, '{"rain":1,"startsAt":"2026-11-21T00:00:00Z","endsAt":null,"households":1}', '{"deadlines":{"rows":19,"sum":"8c87e7a5e05c3968fc42402f74d3eb6f509a873c29bf8e90f4f9753bc29ec3a5"},"rains":{"rows":1,"sum":"56ce8222457aafb345f419360ce0de224de37784da28c7b32b42768e9ae40737"}}', '4831d006621f8d31ecf706ccd5a6202da0d771ec5f8d6d73bd5ab2f8d57aabb4', '3f6f6a80173dd230a6f70de2142bfb5cda48597f6fc55fcd458d4bb5855c1825');
INSERT INTO journal VALUES (47, '2026-11-20T10:30:00Z', '2026-11-22T04:00:00Z', 1, 'trust.patrol', NULL, '{"turn":"weekly","ok":true,"households":1}', '{"deadlines":{"rows":20,"sum":"20a1af231e50eb9b694a4952fc98f469dae1a2296f85683d4c08e55458096acb"},"trust_patrols":{"rows":1,"sum":"3ce5434d5e6048b9c457b3ce4d4181450d3ac78b93918eb4559b355ace3ce539"}}', '3f6f6a80173dd230a6f70de2142bfb5cda48597f6fc55fcd458d4bb5855c1825', 'f2ba450eede5557923f579c2461a1da8bdbd29a4bc34f72331f4c65e20f91d4d');
INSERT INTO journal VALUES (48, '2026-11-20T10:40:00Z', '2026-11-22T04:00:00Z', 1, 'cash.close', '2026-10', '{"bookedFen":0,"countedFen":0,"reviewedById":null}', '{"cash_closings":{"rows":1,"sum":"28d3595a8612783ffc2a2a8f75375015254f0688430779874b16569a503039a3"},"rounds":{"rows":4,"sum":"2a62119a771058f3539daa4b02c543841356fc42deaa982d912ba8cfc554ba2a"}}', 'f2ba450eede5557923f579c2461a1da8bdbd29a4bc34f72331f4c65e20f91d4d', '360c2538ba6667b16049b772b5caf23cecab71f89d3ba40787f4a4ca926a3ae5');
INSERT INTO journal VALUES (49, '2026-11-22T04:00:00Z', '2026-11-22T04:00:00Z', 1, 'staff.add', 'staff 4', '{"roles":["director"],"phone":"***"}', '{"staff":{"rows":4,"sum":"136aea76a3598fe870dc79e7f4ff133f6136e574602548636960d3aeac3e1bbc"}}', '360c2538ba6667b16049b772b5caf23cecab71f89d3ba40787f4a4ca926a3ae5', '5f1690da347d75d8d5a208b7e0f995ea9b2a8a8210f53a62f380f5463f2789a3');
INSERT INTO journal VALUES (50, '2026-11-22T04:00:00Z', '2026-11-22T04:00:00Z', 1, 'staff.add', 'staff 5', '{"roles":["clerk"],"phone":"***"}', '{"staff":{"rows":5,"sum":"b30f251354b3a65cbf3e7c7df313086af0e9d735d445e6e4269258b27b778f3a"}}', '5f1690da347d75d8d5a208b7e0f995ea9b2a8a8210f53a62f380f5463f2789a3', '5de0f196fb36eec46e685359d267d7b9b0aa6e5d2ee169d8a9c285175dd1f381');
INSERT INTO journal VALUES (51, '2026-11-20T00:00:00Z', '2026-11-22T04:00:00Z', 1, 'reno.apply', 'D261120-001', '{"unit":"3-2-1501","applicant":"owner","applicantName":"***","contractor":"***","foreman":"***","phone":"***","scope":"***","works":["waterproofing"],"isSmall":false,"fromOn":"2026-11-20","untilOn":"2026-12-20"}', '{"deadlines":{"rows":21,"sum":"ca5fe50868052ad483577255f332aebe61e3fd321b3724b1d9195ecaf805a73e"},"events":{"rows":23,"sum":"9cb808b5241281a0189e0da31b9e154621405472acbc05ee9c109f4de01b572a"},"renovations":{"rows":1,"sum":"203b51be92261ba44372a316575d18ba7f23b50b61c9f0841f9c9263dcdcfc81"}}', '5de0f196fb36eec46e685359d267d7b9b0aa6e5d2ee169d8a9c285175dd1f381', 'ae5320741e92d90fe8a6a63210b837ef10619ba9ceaa55e7f5cc49ca168ab94c');
INSERT INTO journal VALUES (52, '2026-11-20T00:05:00Z', '2026-11-22T04:00:00Z', 1, 'reno.paper', 'D261120-001', '{"codes":["drawings","description","contractor-licence","waterproofing-plan"],"completeAt":"2026-11-20T00:05:00Z"}', '{"deadlines":{"rows":22,"sum":"ff3041185b10f319f4a5c644900831e63236b84fe43cf0e1c900a35ea5ed1de"},"events":{"rows":25,"sum":"b10ec40f037e612348f5036c3e133dec364da38fbe7a10d30f89e0be3200a589"},"renovation_papers":{"rows":4,"sum":"fa557ed158613f67279e532aa7049277bfc43b3a9aae04edb5a69cae6a6a74ec"},"renovations":{"rows":1,"sum":"eacb40f967cd3ba87275e83373d6d2683282584d4b911027fbdaf8faadc5d12c"}}', 'ae5320741e92d90fe8a6a63210b837ef10619ba9ceaa55e7f5cc49ca168ab94c', 'a6c5c2af2f2194f97e5734c415483d489691cda028c75e578fdeb4af14de8a24');
INSERT INTO journal VALUES (53, '2026-11-20T00:10:00Z', '2026-11-22T04:00:00Z', 1, 'reno.commit', 'D261120-001', '{"codes":["V01","V02","V03","V04","V05","V06","V07","V08","V09","V10","V11","V12","V13","V14","V15","V16","V17","V18","V19","V20","V21","V22","V23","V24","V25","V26","V27","V28","V29","V30","V31","V32"],"parties":["household","team"]}', '{"deadlines":{"rows":22,"sum":"a5c1da045ecf1e1932d81fcaf19478157dd5bf8cc98fe101ab3fa1c8800da65d"},"events":{"rows":27,"sum":"f6ff1a2c4991c190dbfba20aaa0287b382c6ace7c45b681a4586fbab36ac7f86"},"renovation_promises":{"rows":64,"sum":"9729fbebdd0d68b0fa817e46919c8b6efe193fbc62396be3c5e170375a4c7110"}}', 'a6c5c2af2f2194f97e5734c415483d489691cda028c75e578fdeb4af14de8a24', '820b1486220c0f1246daa0552d0d1af37e5f3355faa6a6418ca704caae34ea07');
INSERT INTO journal VALUES (54, '2026-11-20T00:20:00Z', '2026-11-22T04:00:00Z', 1, 'reno.review', 'D261120-001', '{"reviewedAt":"2026-11-20T00:20:00Z","reviewedById":1,"opinion":"***","opinionById":2}', '{"deadlines":{"rows":23,"sum":"ca7489d28c32535890a00a070521593fdfd9e83d58c1d2c863543ed6b89541e7"},"events":{"rows":28,"sum":"c7cd4be4f3c2f17c511347470cdb3177191984165c1ef9b68fb34df85f1a3ee1"},"renovations":{"rows":1,"sum":"4bad07c1ffa0dba9696a80a4d48c73237a38c6386cdb7df7f0a752a8e80a6e8f"}}', '820b1486220c0f1246daa0552d0d1af37e5f3355faa6a6418ca704caae34ea07', 'd80275b424af3a3ad82536ddee4ab30308cc642880da7b936706c88c79037cea');
INSERT INTO journal VALUES (55, '2026-11-20T00:30:00Z', '2026-11-22T04:00:00Z', 4, 'reno.approve', 'D261120-001', '{"approvedAt":"2026-11-20T00:30:00Z","approvedById":4}', '{"deadlines":{"rows":23,"sum":"e71abfbe7e6bccc90197460860bf04572958a46d0445e679201ff5f52c965b"},"events":{"rows":29,"sum":"86adbbf8eb96d30a76bc03895e5c16b024f599c14aef6075c6bb8092513ad149"},"renovations":{"rows":1,"sum":"18fca8da5b494cf8ff7ef72ba46b4b3a7f9697cb46314d7e8b79f4a69592f521"}}', 'd80275b424af3a3ad82536ddee4ab30308cc642880da7b936706c88c79037cea', 'e4cd1987512a16bca9b69b4ece9f43051e272ea7a6458fef4aa9a6407fe13491');
INSERT INTO journal VALUES (56, '2026-11-20T00:40:00Z', '2026-11-22T04:00:00Z', 1, 'reno.paper', 'D261120-001', '{"codes":["agreement","safety-letter"]}', '{"events":{"rows":30,"sum":"da1701d91e5d59c7f8c970753ff1840db07366c29b275360a31360eeec8f703b"},"renovation_papers":{"rows":6,"sum":"4b1db19f5fecb3307f5bb1e1aa7e48caf453a13ced025c9e89c35830c0841005"}}', 'e4cd1987512a16bca9b69b4ece9f43051e272ea7a6458fef4aa9a6407fe13491', '2b26678496d0ddfcede4a65d429a05665c275f75c0dec9a514885e35b15fd7f9');
INSERT INTO journal VALUES (57, '2026-11-20T00:50:00Z', '2026-11-22T04:00:00Z', 1, 'deposit.take', 'Y261120-002', '{"unit":"3-2-1501","kind":"renovation","party":"household","amountFen":200000,"method":"bank","subject":"D261120-001","holder":"***"}', '{"deposit_moves":{"rows":2,"sum":"c061ba1d118b3a4c5ac8eed5677a8b7958ffe6f259dac8dd8e7149b08badc08f"},"deposits":{"rows":2,"sum":"f5fd35850f2e70acd99813a461581e3b6bc486eb0ba2045ca464ef49f153752b"}}', '2b26678496d0ddfcede4a65d429a05665c275f75c0dec9a514885e35b15fd7f9', '49778087a7da652ff1229a6d2b7d12082db87b9d4e492325c32f6e98fc8a014a');
INSERT INTO journal VALUES (58, '2026-11-20T00:50:00Z', '2026-11-22T04:00:00Z', 1, 'fee.pay', 'R261120-002', '{"unit":"3-2-1501","method":"bank","amountFen":30000,"payer":"***","wanted":"4","allocatedFen":30000,"prepaidFen":0}', '{"charges":{"rows":4,"sum":"259f9cce5ad69e18e1a5dfe889803a29137f6e6b1d2c1ad325a1a02cad1ddc9b"},"receipts":{"rows":2,"sum":"726f1ffb47e27832179966e2e9b1192e82118c19fadccfdfe5ff5aa787b00064"},"settlements":{"rows":3,"sum":"8d6c21ef20eeeff4de3b0a6172ae99cde5b6a4899d3239476aa75eabcafbed98"}}', '49778087a7da652ff1229a6d2b7d12082db87b9d4e492325c32f6e98fc8a014a', 'ef38c299430d49a6ae8bb2b408a8b23c55acf21d39268e4aea371f09639dd17c');
INSERT INTO journal VALUES (59, '2026-11-20T00:50:00Z', '2026-11-22T04:00:00Z', 1, 'deposit.take', 'Y261120-003', '{"unit":"3-2-1501","kind":"team","party":"team","amountFen":200000,"method":"bank","subject":"D261120-001","holder":"***"}', '{"deposit_moves":{"rows":3,"sum":"6d79aeff4b5f3262ba173b022a1016509143acc43fe7651b2f55cb757493cdf6"},"deposits":{"rows":3,"sum":"b95ca5ec9abfc6b62b48d48e7cec425480da9815188cff29b5871dd3804bc1"},"events":{"rows":31,"sum":"246237d541977946b12105c34bb153501c73305035c42ee1d80720db80bb2309"}}', 'ef38c299430d49a6ae8bb2b408a8b23c55acf21d39268e4aea371f09639dd17c', '4247770b19310ee503745232c9d3bb6d6cd7924e45a339385ba7e06ba4fc5317');
INSERT INTO journal VALUES (60, '2026-11-20T00:50:00Z', '2026-11-22T04:00:00Z', 1, 'reno.fees', 'D261120-001', '{"amountFen":430000,"method":"bank"}', '{"events":{"rows":32,"sum":"2f7c15a3aa77c7606123128cc6a2d6f60a5a34491e81263ddfd622c641777d6b"}}', '4247770b19310ee503745232c9d3bb6d6cd7924e45a339385ba7e06ba4fc5317', 'aa3b120fe41d80553e8ceceac6411bff9867482e1601ba869ac7da4d101e7aa7');
INSERT INTO journal VALUES (61, '2026-11-20T01:00:00Z', '2026-11-22T04:00:00Z', 1, 'reno.permit', 'D261120-001', '{"permittedAt":"2026-11-20T01:00:00Z","untilOn":"2026-12-20"}', '{"deadlines":{"rows":28,"sum":"c02c91feca97597ca50325a4e7c6243b963a23b38d46c01aa85cf7067932b5e6"},"events":{"rows":33,"sum":"d57536590b8630f32a8fe8928a6867c111e578fb543e26c2a4c63ea6140b7890"},"renovation_permits":{"rows":1,"sum":"f7f8d873e1cd7f17de0b0fc2639296618915ba6a5dcb6ab0ec758155aabc6bb2"},"renovations":{"rows":1,"sum":"742eb7cf24bd1cf09026be1c9ffd294318d2f979717529c43926ec8f9baae821"}}', 'aa3b120fe41d80553e8ceceac6411bff9867482e1601ba869ac7da4d101e7aa7', '6ac3254bb11ff6d392050272a02350555d4ec6f07aad5638297dfebea5cb7989');
INSERT INTO journal VALUES (62, '2026-11-20T01:10:00Z', '2026-11-22T04:00:00Z', 1, 'reno.worker', 'D261120-001', '{"part":1,"worker":"***","photos":2,"untilOn":"2026-12-20","phone":"***"}', '{"deadlines":{"rows":29,"sum":"22c2d4ece788da8cce04d0899d9330a1a99993f3a41813f246e71a804dfc9f77"},"events":{"rows":34,"sum":"e7ce6421f48bed1e5d9fda1fa27783f14c42ab164f2b333c3a326f96afe007fd"},"renovation_permits":{"rows":2,"sum":"4ad3a46f383fb9c3a0b41fd1d1f4b6261130a6186d20d2f88a30a72aa6a9ac46"}}', '6ac3254bb11ff6d392050272a02350555d4ec6f07aad5638297dfebea5cb7989', '5d284e5f4d3aca038c3a749253e5857a39e5112a9be457d932c76641e8cf65a1');
INSERT INTO journal VALUES (63, '2026-11-20T01:20:00Z', '2026-11-22T04:00:00Z', 1, 'reno.overtime', 'D261120-001', '{"fromAt":"2026-11-20T10:30:00Z","untilAt":"2026-11-20T12:00:00Z","reason":"***","approvedById":1}', '{"events":{"rows":35,"sum":"432eee17a8f5abb63b5fad31435bf9c1515ca5b79a7b0f649d51181faaf5acf5"},"renovation_overtimes":{"rows":1,"sum":"df2f670b6c7114985fdceeb7ff78184f0a1b3a8b7ae8ab4365c33e6503b57821"}}', '5d284e5f4d3aca038c3a749253e5857a39e5112a9be457d932c76641e8cf65a1', 'df3bc61abac9a1375a8e8c298c5a3cb9792c46950e3a68de00f691f76a85f0ac');
INSERT INTO journal VALUES (64, '2026-11-20T07:00:00Z', '2026-11-22T04:00:00Z', 1, 'reno.patrol', 'D261120-001', '{"ok":true}', '{"deadlines":{"rows":30,"sum":"10b889af25fb7cd96dc330bfa14fd9f0a29ca1219ff64a2cd088b16baf822e28"},"events":{"rows":36,"sum":"53364801cb72d924bffdfaedd861b16054c5b1baade9bf77bb8e8c7a796f14e7"},"renovation_patrols":{"rows":1,"sum":"6da5db10ed589cf6a91fb5bc1a27b473860a512694f3bdaa482ce1a4a8ed3191"}}', 'df3bc61abac9a1375a8e8c298c5a3cb9792c46950e3a68de00f691f76a85f0ac', '8117c889a9b724849e7a5ed18009d634114af1d8875310d2d23c2b8444ce3385');
INSERT INTO journal VALUES (65, '2026-11-20T07:30:00Z', '2026-11-22T04:00:00Z', 1, 'reno.violation', 'D261120-001', '{"part":1,"code":"V20","measures":"persuade","fixByAt":"2026-11-23T15:59:59Z","stoppedAt":"2026-11-20T07:30:00Z"}', '{"deadlines":{"rows":31,"sum":"a1860e9edc9cf9ecb1c3222e471d32fd18255f4d524a62d60e0973c477610f18"},"events":{"rows":37,"sum":"a0de6896bd577d1041a411d6fcfbdede3387e9234931e53aa243b71222c069eb"},"renovation_violations":{"rows":1,"sum":"cfdf6c101f66051f8162e1aa1e421ef85b051f4f6eb4e9287daa81e1dae83dbe"},"violation_measures":{"rows":1,"sum":"40c24fe3914b0b08cc5393baa68884e802f1b9044701d66d8a2edd4f3e0bf013"}}', '8117c889a9b724849e7a5ed18009d634114af1d8875310d2d23c2b8444ce3385', '67ccfdcc262af58c061ab76581263259bd619a254684ef689b0c34e471975de8');
INSERT INTO journal VALUES (66, '2026-11-20T08:30:00Z', '2026-11-22T04:00:00Z', 1, 'reno.rectify', 'D261120-001', '{"part":1,"rectifiedAt":"2026-11-20T08:30:00Z"}', '{"deadlines":{"rows":31,"sum":"2bd33650147ccac1bd8d4df35d949a01d6f54ec20a464661e7341819f293fefb"},"events":{"rows":38,"sum":"8ea3bcdece7fa596454ca5289dee5bc036e8cba4a7360d09506b023dfe0a6756"},"renovation_violations":{"rows":1,"sum":"f841c8bad556cfae6d5ae125e23d216795de1363f6fba19e3ee8d8ecb1dc58cb"}}', '67ccfdcc262af58c061ab76581263259bd619a254684ef689b0c34e471975de8', 'f69b387bd6670ef56188495f2ac362e2a28dc307318089a1cfcc65657349489f');
INSERT INTO journal VALUES (67, '2026-11-21T00:30:00Z', '2026-11-22T04:00:00Z', 1, 'reno.request', 'D261120-001', '{"requestedAt":"2026-11-21T00:30:00Z","signedBy":"***","foreman":"***"}', '{"deadlines":{"rows":32,"sum":"e48e3d155a791dc9f868777f849b55ac389a29f10fcef0403e41eb9aeb563fc4"},"events":{"rows":39,"sum":"447a07fde8209509acd23c0bd948bcef3a3e900412920b2b3ed1b064b3f63add"},"renovations":{"rows":1,"sum":"4b3e9fcd7b566d15b81cee712fddcc71223310b2c898722eedd55ad67e4a7997"}}', 'f69b387bd6670ef56188495f2ac362e2a28dc307318089a1cfcc65657349489f', 'ef13c11da44a0d5efd1ff07251f923a59c822e7159097959abdc6e5025fea3a0');
INSERT INTO journal VALUES (68, '2026-11-21T01:00:00Z', '2026-11-22T04:00:00Z', 1, 'reno.reject', 'D261120-001', '{"requestedAt":null,"people":"***","note":"***"}', '{"deadlines":{"rows":34,"sum":"de7240a9a128958a6c2b96df9edcaea87fee2b2733a555b624baa3e3d9e2d62b"},"events":{"rows":40,"sum":"4f6bd9707596a92c49a530d5c812c5029cab390d81dc3bfc8c113bc70fb87db6"},"inspection_people":{"rows":3,"sum":"6952f25a7d684d443c2ecd58f9f867243886f4d4d868146be91a9b9f4a98d20f"},"renovation_inspections":{"rows":1,"sum":"de2f7172d70168a7d19a56dd44b337abe8ed72e8fd5c16fedc45b5f7c3480d5c"},"renovations":{"rows":1,"sum":"742eb7cf24bd1cf09026be1c9ffd294318d2f979717529c43926ec8f9baae821"}}', 'ef13c11da44a0d5efd1ff07251f923a59c822e7159097959abdc6e5025fea3a0', '05419614d42f51b6c345e3164df296bb988ddb5c34288f78e90db107a61d01e9');
INSERT INTO journal VALUES (69, '2026-11-21T06:00:00Z', '2026-11-22T04:00:00Z', 1, 'reno.request', 'D261120-001', '{"requestedAt":"2026-11-21T06:00:00Z","signedBy":"***","foreman":"***"}', '{"deadlines":{"rows":35,"sum":"7cb97b2b37948e560d1e60f2809b769919f23eea81d68949d3200200ea75270c"},"events":{"rows":41,"sum":"8e9cce881418666008643a63a7d39ce23cb836afd4ef85c00b5afa3e9c45fe70"},"renovations":{"rows":1,"sum":"f2cdf3ce6a7d44683cad3b3b0acce069b0ec4a33dae670efbfb374c09027f73f"}}', '05419614d42f51b6c345e3164df296bb988ddb5c34288f78e90db107a61d01e9', '8d9fe100771d8c99f2eef22d4d2b2ebff0ab417b3a20521e922d00cd7dc7b264');
INSERT INTO journal VALUES (70, '2026-11-21T07:00:00Z', '2026-11-22T04:00:00Z', 1, 'reno.accept', 'D261120-001', '{"acceptedAt":"2026-11-21T07:00:00Z","acceptedById":1,"people":"***"}', '{"deadlines":{"rows":37,"sum":"6cb2e1082b65e2516adb37fb0e53e7bb877d336fbcf4491655d50495db50ee77"},"events":{"rows":42,"sum":"9717881e31c7bc109f402c79581532e1f139d12d52fd9f1e110567df7bb91d87"},"inspection_people":{"rows":6,"sum":"dd18bc875ff48bde0948875cf5b42e1c1e26d72535e91d6fbe1749f6ade8ca28"},"renovation_inspections":{"rows":2,"sum":"1fb6230a858d9a0d4ab3132ac02987e71d7be870a7b5a3d1a1798ee9ad99e09d"},"renovations":{"rows":1,"sum":"f0464e22966d375ff07f719c064e87b63a913ce6ff37bb78bff7959fdd2f3445"}}', '8d9fe100771d8c99f2eef22d4d2b2ebff0ab417b3a20521e922d00cd7dc7b264', 'd53bbc9355e191acc98ad5c0052f6a2b8752f12855eb22c5c0bd1673f7536e69');
INSERT INTO journal VALUES (71, '2026-11-20T02:00:00Z', '2026-11-22T04:00:00Z', 1, 'reno.apply', 'D261120-002', '{"unit":"S-12","applicant":"owner","applicantName":"***","contractor":null,"foreman":"***","scope":"***","works":[],"isSmall":true,"fromOn":"2026-11-20","untilOn":"2026-12-20"}', '{"deadlines":{"rows":38,"sum":"8d383a348aba900f8a9e1a80b880efcae41668e1d1539ef273ee1b5dd9c4b39d"},"events":{"rows":43,"sum":"a695c7179fa9f1a92c6c25f56d0d3e3f84fb092aa02111113d7cedac667bc93d"},"renovations":{"rows":2,"sum":"924581606b0caaf068f8e912f187d7f167eb951f765d431656d4416897f88ef3"}}', 'd53bbc9355e191acc98ad5c0052f6a2b8752f12855eb22c5c0bd1673f7536e69', '2eb28bbee79f088143ee78d23052010a402b3c09a7c07b6346e732560f21a15e');
INSERT INTO journal VALUES (72, '2026-11-20T02:05:00Z', '2026-11-22T04:00:00Z', 1, 'reno.paper', 'D261120-002', '{"codes":["drawings","description"],"completeAt":"2026-11-20T02:05:00Z"}', '{"deadlines":{"rows":39,"sum":"343debb3b26bd154aded7e129b8f68af9322a1b43e026bf29386648e35e3a899"},"events":{"rows":45,"sum":"ffcfe7a28e4b1b860412053998a8563496e2f848af0e53c5a4ad1dc38a0a0141"},"renovation_papers":{"rows":8,"sum":"ff5726f6e0bc9ba48fd1b87b9281b277beb69446266a2fbd152d57e6f2676c31"},"renovations":{"rows":2,"sum":"695542a5bdbeacd4c89479a324f50eb37db7a8e73c569b64a656794939611b35"}}', '2eb28bbee79f088143ee78d23052010a402b3c09a7c07b6346e732560f21a15e', 'c6b2044e45253eb50b77b4bb619c122ab379c2ca65f7d11ac97b91eef59ac16d');
INSERT INTO journal VALUES (73, '2026-11-20T02:10:00Z', '2026-11-22T04:00:00Z', 1, 'reno.commit', 'D261120-002', '{"codes":["V01","V02","V03","V04","V05","V06","V07","V08","V09","V10","V11","V12","V13","V14","V15","V16","V17","V18","V19","V20","V21","V22","V23","V24","V25","V26","V27","V28","V29","V30","V31","V32"],"parties":["household"]}', '{"deadlines":{"rows":39,"sum":"e9fcaf71493199cc03df66601622d1e68ee1628d172f6c64a409bc61556b103f"},"events":{"rows":46,"sum":"fc643ad9465b20bc417f3494dad483379df148adb5af0569d870ec678a116c22"},"renovation_promises":{"rows":96,"sum":"7d411b1e559d0667e001e05936c4150b7f8785b162df33fc68965abcd163e2c8"}}', 'c6b2044e45253eb50b77b4bb619c122ab379c2ca65f7d11ac97b91eef59ac16d', '400777c0e272e542813f9d7f156eb58e199c7b21d68fe0bf7b9157fb72af287e');
INSERT INTO journal VALUES (74, '2026-11-20T02:20:00Z', '2026-11-22T04:00:00Z', 1, 'reno.review', 'D261120-002', '{"reviewedAt":"2026-11-20T02:20:00Z","reviewedById":1}', '{"deadlines":{"rows":40,"sum":"783c7d437d7b0ada8b576541e9792ba51447b82d63c67e3b222dde707da78a4b"},"events":{"rows":47,"sum":"580770b0594571fe899b5fa24536a0c1fae1cb4678dca306710d538e934c05eb"},"renovations":{"rows":2,"sum":"e719025e286cea3c014cd1884ff5c987428d2a5e0e789ec86a11fb4013094f01"}}', '400777c0e272e542813f9d7f156eb58e199c7b21d68fe0bf7b9157fb72af287e', 'e39357d761a25c946ddcf4a2bc4649a2e67650366b139e2f0ed8012a20eba0d0');
INSERT INTO journal VALUES (75, '2026-11-20T02:30:00Z', '2026-11-22T04:00:00Z', 4, 'reno.approve', 'D261120-002', '{"approvedAt":"2026-11-20T02:30:00Z","approvedById":4}', '{"deadlines":{"rows":40,"sum":"ac7ac48414bf184f2a5d1ded1293014b6790ff58db864b7a0eae36fc55a92e23"},"events":{"rows":48,"sum":"70ea7d302fdd73dfd03c3f2acc3a868b9fd2baafc1820eb0e17720ecb6eecf16"},"renovations":{"rows":2,"sum":"2774c30273b1a99d13afecd159164172f1ffa53de2ed1dc4633124c0dde62526"}}', 'e39357d761a25c946ddcf4a2bc4649a2e67650366b139e2f0ed8012a20eba0d0', 'bca0dc8322e45c5e41ad8f39cff02ac68c478450fb17323f71531a23d301f537');
INSERT INTO journal VALUES (76, '2026-11-20T02:40:00Z', '2026-11-22T04:00:00Z', 1, 'reno.paper', 'D261120-002', '{"codes":["agreement","safety-letter"]}', '{"events":{"rows":49,"sum":"efd6d773199b1a2a71c6cfac2d29ee937ac371661d8e4fcd544d746d2284b320"},"renovation_papers":{"rows":10,"sum":"5f40b829e245636fd4fc9427857dc75e7dff2f3dcce20e6e74dc15270589c0e2"}}', 'bca0dc8322e45c5e41ad8f39cff02ac68c478450fb17323f71531a23d301f537', 'beda6da20f3c6430a94333d29f4fe4d58147e2ed29e37b3842e7d44109ae8745');
INSERT INTO journal VALUES (77, '2026-11-20T02:50:00Z', '2026-11-22T04:00:00Z', 1, 'deposit.take', 'Y261120-004', '{"unit":"S-12","kind":"renovation","party":"household","amountFen":200000,"method":"bank","subject":"D261120-002","holder":"***"}', '{"deposit_moves":{"rows":4,"sum":"9bb5e09a5a7350087d5c17b0706c9825985792ad65feb3be67634de6a5c608d9"},"deposits":{"rows":4,"sum":"baf3f083c85cb60cd7677ce328031b88825c9661041f07683c232fbc4671242c"}}', 'beda6da20f3c6430a94333d29f4fe4d58147e2ed29e37b3842e7d44109ae8745', 'c8ea62959e410f02b33305666f7448096ea9317ea1e470e39f18743c9b107894');
INSERT INTO journal VALUES (78, '2026-11-20T02:50:00Z', '2026-11-22T04:00:00Z', 1, 'fee.pay', 'R261120-003', '{"unit":"S-12","method":"bank","amountFen":30000,"payer":"***","wanted":"5","allocatedFen":30000,"prepaidFen":0}', '{"charges":{"rows":5,"sum":"92a637b71fad6fa78f3502b95564e5c23be198b22cab4550f06a40fa30c86c13"},"receipts":{"rows":3,"sum":"4ac0a6ab6fd6c6d00a51c72b074d76668be18880460ad6b445b2c6d48c6f3d51"},"settlements":{"rows":4,"sum":"97aaf2ba288579a57b1911760768f7ba04f6206164f2f05fe96744a6a0b059c9"}}', 'c8ea62959e410f02b33305666f7448096ea9317ea1e470e39f18743c9b107894', '403c0c749fe2859cc70cd93d76962df1b226287c3ef229d0d733a2928340ec2b');
INSERT INTO journal VALUES (79, '2026-11-20T02:50:00Z', '2026-11-22T04:00:00Z', 1, 'reno.fees', 'D261120-002', '{"amountFen":230000,"method":"bank"}', '{"events":{"rows":50,"sum":"40a910de56cfaed0bd6d777b98d8b6a6362654c43272e3d47d688475a9fa6d1d"}}', '403c0c749fe2859cc70cd93d76962df1b226287c3ef229d0d733a2928340ec2b', 'eb018c64a037e503adb6de3f3375ad5a161aed08a8d7029cbd2e17e1637b17d2');
INSERT INTO journal VALUES (80, '2026-11-20T03:00:00Z', '2026-11-22T04:00:00Z', 1, 'reno.permit', 'D261120-002', '{"permittedAt":"2026-11-20T03:00:00Z","untilOn":"2026-12-20"}', '{"deadlines":{"rows":45,"sum":"211f9ba6d9e2cf4871c446bbfc4326ef7aa458b8e263f269bd6d3a0a79be8163"},"events":{"rows":51,"sum":"1515999517760fd98e51712a30daa43e86af23c19d21cd9cd50962b286747705"},"renovation_permits":{"rows":3,"sum":"20220ade31a6693d7253217ecc7143cb6949667372ae0eaaced2b2b74b47c08d"},"renovations":{"rows":2,"sum":"7285d6e2170276accedac9c91f8eb5164083462601d1291e0a7685ecdff7a21e"}}', 'eb018c64a037e503adb6de3f3375ad5a161aed08a8d7029cbd2e17e1637b17d2', '3f650d3d99275a481d0ceb985994eed825c0b92f3ebaa4527e9c51fac5d73198');
INSERT INTO journal VALUES (81, '2026-11-20T03:10:00Z', '2026-11-22T04:00:00Z', 1, 'reno.worker', 'D261120-002', '{"part":1,"worker":"***","photos":2,"untilOn":"2026-12-20"}', '{"deadlines":{"rows":46,"sum":"27ccbe3984be123f788c3458250051da539d4f40849e8dec10ab26cac791b6f8"},"events":{"rows":52,"sum":"b630687558c8898926f82aaa37b33030537c1f1b09ed45e88ee1bebb8f126103"},"renovation_permits":{"rows":4,"sum":"187afc630c951d304eb36da852cd314e467ae62b818d1518806c26d93cb4c68e"}}', '3f650d3d99275a481d0ceb985994eed825c0b92f3ebaa4527e9c51fac5d73198', '8c7d2945462e67b99386628efaa932faf7e0721bb59e435bba04e7ed17c66e90');
INSERT INTO journal VALUES (82, '2026-11-20T07:00:00Z', '2026-11-22T04:00:00Z', 1, 'reno.patrol', 'D261120-002', '{"ok":false,"note":"***","part":1,"code":"V09","measures":"stop-work","fixByAt":"2026-11-23T15:59:59Z","stoppedAt":"2026-11-20T07:00:00Z"}', '{"deadlines":{"rows":49,"sum":"ccac38d5c6a1418df39b748187a0e18518d64fe67ccde9756f01f84c32e76590"},"events":{"rows":54,"sum":"51bfd7188622d32e3ddedc3209bfb761f229cdfe0f5765a6fa23c399b7333fc7"},"renovation_patrols":{"rows":2,"sum":"a76b358e9debab41892aa8e6f97df2183294d66810b74225537a8193aff133ab"},"renovation_violations":{"rows":2,"sum":"99e986bca383fba5ec1f2eb47849c4ec90ac17251a9e2a6524fd7afd451e101d"},"violation_measures":{"rows":2,"sum":"b30ccbf95b83112337349db27f734886333ca5338c69c674a26898a7a57adf3b"}}', '8c7d2945462e67b99386628efaa932faf7e0721bb59e435bba04e7ed17c66e90', '1265ce0d859f7143bf8733e1fe3ec0733ce05dc13b8618c3f434f12e8b5eed35');
INSERT INTO journal VALUES (83, '2026-11-20T07:30:00Z', '2026-11-22T04:00:00Z', 1, 'reno.report', 'D261120-002', '{"part":1,"reportedTo":"***","reportedAt":"2026-11-20T07:30:00Z"}', '{"deadlines":{"rows":49,"sum":"463c5a54dec33e32e7c3145696be3a6e68613df45d9602b010e82ac179b2f8e3"},"events":{"rows":55,"sum":"2e0308220b577298279dc57f35918f4805cf9e05ba31a938740da8d499e73317"},"renovation_violations":{"rows":2,"sum":"ee8f038036a7f6d30c3749665417c42b20be64a49f37a52bd3d7dbb711469885"},"violation_measures":{"rows":3,"sum":"f2a89ea8327498a789fd43caf02c18ae47352a0f6915ec1f76b10278893068f8"}}', '1265ce0d859f7143bf8733e1fe3ec0733ce05dc13b8618c3f434f12e8b5eed35', '9201a0177a825bfd96cb533459ff4011bb6a40b53b2a904bdfd5b58eb181421d');
INSERT INTO digests VALUES ('cash_closings', 1, '28d3595a8612783ffc2a2a8f75375015254f0688430779874b16569a503039a3');
INSERT INTO digests VALUES ('cash_days', 1, 'd66ef402c24cff12f6da825ae31c38e92207a55563bbd1b55a18938064e347d3');
INSERT INTO digests VALUES ('charges', 5, '92a637b71fad6fa78f3502b95564e5c23be198b22cab4550f06a40fa30c86c13');
INSERT INTO digests VALUES ('complaint_measures', 1, '3125ad76683347e0c0f888d7b89de7c92f7e7dff31912f0529ca2d04406e8be6');
INSERT INTO digests VALUES ('complaints', 1, 'fbe90c92405bed2e2785a52645b94526c7a1acf705257d78892d56d1a700a30c');
INSERT INTO digests VALUES ('contacts', 1, 'b6986641cbad7aef308250dd5c8a6127ed86c0cf1f4cb20722df08d7ff514879');
INSERT INTO digests VALUES ('deadlines', 49, '463c5a54dec33e32e7c3145696be3a6e68613df45d9602b010e82ac179b2f8e3');
INSERT INTO digests VALUES ('deposit_moves', 4, '9bb5e09a5a7350087d5c17b0706c9825985792ad65feb3be67634de6a5c608d9');
INSERT INTO digests VALUES ('deposits', 4, 'baf3f083c85cb60cd7677ce328031b88825c9661041f07683c232fbc4671242c');
INSERT INTO digests VALUES ('enquiries', 1, 'ce8b66ec6f041132fcff437555fa7c5d06d20d6455b189e6a012fd4b25aa146a');
INSERT INTO digests VALUES ('events', 55, '2e0308220b577298279dc57f35918f4805cf9e05ba31a938740da8d499e73317');
INSERT INTO digests VALUES ('hand_ins', 1, 'b9294080fd056ed0222c6d474e47c4da7c68c053b00e1ac909a8ff9d77530983');
INSERT INTO digests VALUES ('inspection_people', 6, 'dd18bc875ff48bde0948875cf5b42e1c1e26d72535e91d6fbe1749f6ade8ca28');
INSERT INTO digests VALUES ('meter_readings', 2, 'fa7c6e935f14745130eb9d9c3823e2f73d727dfac5948deb090c1244fc7b15b2');
INSERT INTO digests VALUES ('migrations', 4, '779ecc611d1b41e2b9c8f76998f120e2ee79793dcd4d495737b105f06c7d06ef');
INSERT INTO digests VALUES ('move_items', 1, '545cb68bbeaefed23394b5082250c74bfaf9670ad6474297d6b59ec29d20461a');
INSERT INTO digests VALUES ('moves', 1, '568769114f0762b4b647925291563fc09d2edb8a873f634c1e95e3b1de6f6227');
INSERT INTO digests VALUES ('payouts', 1, '2f778163a468a26e774f11c512c3e9573dc78617bc892910a18b4b3e8270dc04');
INSERT INTO digests VALUES ('people', 2, 'a6f83ea68c7c6b08401d7ff3b78d64543c212a68fe71bcf7c856b255c8e7dce8');
INSERT INTO digests VALUES ('rains', 1, '56ce8222457aafb345f419360ce0de224de37784da28c7b32b42768e9ae40737');
INSERT INTO digests VALUES ('receipts', 3, '4ac0a6ab6fd6c6d00a51c72b074d76668be18880460ad6b445b2c6d48c6f3d51');
INSERT INTO digests VALUES ('renovation_inspections', 2, '1fb6230a858d9a0d4ab3132ac02987e71d7be870a7b5a3d1a1798ee9ad99e09d');
INSERT INTO digests VALUES ('renovation_overtimes', 1, 'df2f670b6c7114985fdceeb7ff78184f0a1b3a8b7ae8ab4365c33e6503b57821');
INSERT INTO digests VALUES ('renovation_papers', 10, '5f40b829e245636fd4fc9427857dc75e7dff2f3dcce20e6e74dc15270589c0e2');
INSERT INTO digests VALUES ('renovation_patrols', 2, 'a76b358e9debab41892aa8e6f97df2183294d66810b74225537a8193aff133ab');
INSERT INTO digests VALUES ('renovation_permits', 4, '187afc630c951d304eb36da852cd314e467ae62b818d1518806c26d93cb4c68e');
INSERT INTO digests VALUES ('renovation_promises', 96, '7d411b1e559d0667e001e05936c4150b7f8785b162df33fc68965abcd163e2c8');
INSERT INTO digests VALUES ('renovation_violations', 2, 'ee8f038036a7f6d30c3749665417c42b20be64a49f37a52bd3d7dbb711469885');
INSERT INTO digests VALUES ('renovations', 2, '7285d6e2170276accedac9c91f8eb5164083462601d1291e0a7685ecdff7a21e');
INSERT INTO digests VALUES ('residents', 2, 'c1210dd1ba44644a761b9bc158a9d9f797d28d03a4d12e43016d999ec94bd41e');
INSERT INTO digests VALUES ('rounds', 4, '2a62119a771058f3539daa4b02c543841356fc42deaa982d912ba8cfc554ba2a');
INSERT INTO digests VALUES ('sample_units', 2, '1fe45d5f44b155edad227ec5fc12d565f7eeb7ab8256165629d3c73b970f62d6');
INSERT INTO digests VALUES ('samples', 1, 'e2695b484a902efa410209f20877c71430798d033f1a5bb502370c41e2a4f1ee');
INSERT INTO digests VALUES ('settlements', 4, '97aaf2ba288579a57b1911760768f7ba04f6206164f2f05fe96744a6a0b059c9');
INSERT INTO digests VALUES ('staff', 5, 'b30f251354b3a65cbf3e7c7df313086af0e9d735d445e6e4269258b27b778f3a');
INSERT INTO digests VALUES ('subscriptions', 1, 'eafa452faddfa6ae34860e30222a0a8bc9f42abd7d7eb7759ce382d4ed3a398e');
INSERT INTO digests VALUES ('survey_answers', 8, 'f571720ec8f9bd295beff427187e1fdb6ff574ba2eddc7ed703f8bd26af789d7');
INSERT INTO digests VALUES ('survey_forms', 2, '5ee534c979ecffac159b0ad8c4a35cfa68c1aecab0e0c8daba9a8324f916b64d');
INSERT INTO digests VALUES ('survey_questions', 8, '816e2d8afd0cadf68006b58d9094834058998274732606bf53d808441db4868e');
INSERT INTO digests VALUES ('surveys', 1, '79213c50d82f01a440bddc2201ea209a84a139f45a662a4a3f890260bf39f0d5');
INSERT INTO digests VALUES ('tickets', 3, 'c8ce9f9c2eeb1a4c8aaa1c347be3587d1ed87f9a27773a217489d61606e177bd');
INSERT INTO digests VALUES ('trust_patrols', 1, '3ce5434d5e6048b9c457b3ce4d4181450d3ac78b93918eb4559b355ace3ce539');
INSERT INTO digests VALUES ('units', 3, 'db3f8979468406aded433b7ac6a259191974988975d8893a2c4cb8918b886e63');
INSERT INTO digests VALUES ('violation_measures', 3, 'f2a89ea8327498a789fd43caf02c18ae47352a0f6915ec1f76b10278893068f8');
INSERT INTO digests VALUES ('visit_plans', 1, 'ec177f15fdc2298fc05811aab86858a801f33aabf76b124652162de74e239e93');
INSERT INTO digests VALUES ('visits', 1, '396448af45ee4fa8166fa7b2b1a054686d2c294a14f77bf684c73ce7b6cc6ad');
INSERT INTO staff VALUES (1, '王芳', '["supervisor"]', NULL, NULL);
INSERT INTO staff VALUES (2, '李强', '["engineering"]', '13800000001', NULL);
INSERT INTO staff VALUES (3, '钱进', '["finance"]', '13800000004', NULL);
INSERT INTO staff VALUES (4, '陈主任', '["director"]', '13800000005', NULL);
INSERT INTO staff VALUES (5, '周婷', '["clerk"]', '13800000006', NULL);
INSERT INTO units VALUES (1, '3-2-1501', '3', '2', '1501', 15, '00003-00002-01501', 89530, 'residential', '2024-06-30');
INSERT INTO units VALUES (2, 'S-12', 'S', NULL, '12', NULL, 'S--00012', 45000, 'shop', NULL);
INSERT INTO units VALUES (3, '3-2-1502', '3', '2', '1502', 15, '00003-00002-01502', 89530, 'residential', NULL);
INSERT INTO people VALUES (1, '张伟', 'zhangwei', 'zw', '13800000002', NULL, NULL, NULL, NULL);
INSERT INTO people VALUES (2, '刘洋', 'liuyang', 'ly', '13800000003', NULL, NULL, NULL, NULL);
INSERT INTO residents VALUES (1, 1, 1, 'owner', '2024-07-01', NULL);
INSERT INTO residents VALUES (2, 2, 3, 'owner', '2026-11-20', NULL);
INSERT INTO tickets VALUES (1, 'T261120-001', 1, NULL, '厨房水管漏水', NULL, NULL, NULL, NULL, NULL, 'leak', 0, 'warranty', NULL, 'closed', 2, 0, '2026-11-20T01:00:00Z', 1, '2026-11-20T01:40:00Z', '2026-11-20T02:30:00Z', '更换角阀', NULL, NULL, '2026-11-20T09:00:00Z', '张伟', 1, NULL, '2026-11-21T02:00:00Z', 'satisfied', NULL, NULL, 0, NULL, NULL, NULL);
INSERT INTO tickets VALUES (2, 'T261121-001', NULL, '3栋大堂', '灯不亮', NULL, NULL, NULL, NULL, NULL, 'general', 0, 'free', NULL, 'cancelled', NULL, 0, '2026-11-21T12:00:00Z', 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-21T12:30:00Z', NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL);
INSERT INTO tickets VALUES (3, 'T261121-002', 2, NULL, '卷帘门卡住', NULL, NULL, NULL, NULL, NULL, 'general', 1, 'paid', NULL, 'open', NULL, 0, '2026-11-21T13:00:00Z', 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL);
INSERT INTO events VALUES (1, 'T261120-001', '2026-11-20T01:00:00Z', 1, 'opened', '{}');
INSERT INTO events VALUES (2, 'T261120-001', '2026-11-20T01:10:00Z', 1, 'assigned', '{"to":"李强","signed":false}');
INSERT INTO events VALUES (3, 'T261120-001', '2026-11-20T01:40:00Z', 1, 'arrived', '{}');
INSERT INTO events VALUES (4, 'T261120-001', '2026-11-20T02:30:00Z', 1, 'finished', '{"work":"更换角阀","costFen":null,"leakTestedAt":null}');
INSERT INTO events VALUES (5, 'T261120-001', '2026-11-20T09:00:00Z', 1, 'closed', '{"signedBy":"张伟"}');
INSERT INTO events VALUES (6, 'T261120-001', '2026-11-21T02:00:00Z', 1, 'calledBack', '{"result":"satisfied","quality":null,"attitude":null,"note":null}');
INSERT INTO events VALUES (7, 'T261121-001', '2026-11-21T12:00:00Z', 1, 'opened', '{}');
INSERT INTO events VALUES (8, 'T261121-001', '2026-11-21T12:30:00Z', 1, 'cancelled', '{"reason":"重复报修"}');
INSERT INTO events VALUES (9, 'T261121-002', '2026-11-21T13:00:00Z', 1, 'opened', '{}');
INSERT INTO events VALUES (10, 'C261120-001', '2026-11-20T01:00:00Z', 1, 'received', '{"channel":"phone","grade":"minor"}');
INSERT INTO events VALUES (11, 'C261120-001', '2026-11-20T02:00:00Z', 1, 'measure', '{"part":1,"kind":"corrective","text":"增加一次清扫","to":"李强","untilOn":"2026-11-30"}');
INSERT INTO events VALUES (12, 'C261120-001', '2026-11-20T07:00:00Z', 1, 'resolved', '{"text":"已清"}');
INSERT INTO events VALUES (13, 'C261120-001', '2026-11-20T07:10:00Z', 1, 'told', '{}');
INSERT INTO events VALUES (14, 'C261120-001', '2026-11-20T07:20:00Z', 1, 'closed', '{}');
INSERT INTO events VALUES (15, 'C261120-001', '2026-11-21T02:10:00Z', 1, 'calledBack', '{"result":"satisfied","signedBy":"王芳","note":null}');
INSERT INTO events VALUES (16, 'M261120-001', '2026-11-20T03:00:00Z', 1, 'opened', '{"case":"owner"}');
INSERT INTO events VALUES (17, 'M261120-001', '2026-11-20T03:05:00Z', 1, 'paper', '{"codes":"id-card","detail":null,"signedBy":null}');
INSERT INTO events VALUES (18, 'M261120-001', '2026-11-20T03:10:00Z', 1, 'metered', '{"waterThousandths":500,"confirmedBy":null}');
INSERT INTO events VALUES (19, 'P261120-001', '2026-11-20T10:10:00Z', 1, 'planned', '{"on":"2026-11-28"}');
INSERT INTO events VALUES (20, 'E261120-001', '2026-11-20T10:20:00Z', 1, 'received', '{}');
INSERT INTO events VALUES (21, 'S261120-001', '2026-11-20T11:00:00Z', 1, 'opened', '{}');
INSERT INTO events VALUES (22, 'S261120-001', '2026-11-20T11:10:00Z', 1, 'sent', '{"forms":2}');
INSERT INTO events VALUES (23, 'D261120-001', '2026-11-20T00:00:00Z', 1, 'applied', '{}');
INSERT INTO events VALUES (24, 'D261120-001', '2026-11-20T00:05:00Z', 1, 'papers', '{"codes":"drawings,description,contractor-licence,waterproofing-plan","detail":null}');
INSERT INTO events VALUES (25, 'D261120-001', '2026-11-20T00:05:00Z', 1, 'complete', '{}');
INSERT INTO events VALUES (26, 'D261120-001', '2026-11-20T00:10:00Z', 1, 'promised', '{"party":"household","count":32,"signedBy":"张伟"}');
INSERT INTO events VALUES (27, 'D261120-001', '2026-11-20T00:10:00Z', 1, 'promised', '{"party":"team","count":32,"signedBy":"马师傅"}');
INSERT INTO events VALUES (28, 'D261120-001', '2026-11-20T00:20:00Z', 1, 'reviewed', '{"opinion":"可行","opinionBy":"李强"}');
INSERT INTO events VALUES (29, 'D261120-001', '2026-11-20T00:30:00Z', 4, 'approved', '{}');
INSERT INTO events VALUES (30, 'D261120-001', '2026-11-20T00:40:00Z', 1, 'papers', '{"codes":"agreement,safety-letter","detail":null}');
INSERT INTO events VALUES (31, 'D261120-001', '2026-11-20T00:50:00Z', 1, 'feesTaken', '{"party":"household","amountFen":230000,"method":"bank"}');
INSERT INTO events VALUES (32, 'D261120-001', '2026-11-20T00:50:00Z', 1, 'feesTaken', '{"party":"team","amountFen":200000,"method":"bank"}');
INSERT INTO events VALUES (33, 'D261120-001', '2026-11-20T01:00:00Z', 1, 'permitted', '{"untilOn":"2026-12-20"}');
INSERT INTO events VALUES (34, 'D261120-001', '2026-11-20T01:10:00Z', 1, 'passIssued', '{"part":1,"worker":"马师傅","untilOn":"2026-12-20"}');
INSERT INTO events VALUES (35, 'D261120-001', '2026-11-20T01:20:00Z', 1, 'overtime', '{"fromAt":"2026-11-20T10:30:00Z","untilAt":"2026-11-20T12:00:00Z","reason":"闭水试验","approvedBy":"王芳"}');
INSERT INTO events VALUES (36, 'D261120-001', '2026-11-20T07:00:00Z', 1, 'patrolled', '{"ok":true}');
INSERT INTO events VALUES (37, 'D261120-001', '2026-11-20T07:30:00Z', 1, 'violated', '{"part":1,"code":"V20","measures":"persuade","text":null,"fixByAt":"2026-11-23T15:59:59Z"}');
INSERT INTO events VALUES (38, 'D261120-001', '2026-11-20T08:30:00Z', 1, 'rectified', '{"part":1,"text":null}');
INSERT INTO events VALUES (39, 'D261120-001', '2026-11-21T00:30:00Z', 1, 'requested', '{"signedBy":"张伟","foreman":"马师傅"}');
INSERT INTO events VALUES (40, 'D261120-001', '2026-11-21T01:00:00Z', 1, 'rejected', '{"people":"李强,王芳,周婷","text":"渗水"}');
INSERT INTO events VALUES (41, 'D261120-001', '2026-11-21T06:00:00Z', 1, 'requested', '{"signedBy":"张伟","foreman":"马师傅"}');
INSERT INTO events VALUES (42, 'D261120-001', '2026-11-21T07:00:00Z', 1, 'accepted', '{"people":"李强,王芳,周婷"}');
INSERT INTO events VALUES (43, 'D261120-002', '2026-11-20T02:00:00Z', 1, 'applied', '{}');
INSERT INTO events VALUES (44, 'D261120-002', '2026-11-20T02:05:00Z', 1, 'papers', '{"codes":"drawings,description","detail":null}');
INSERT INTO events VALUES (45, 'D261120-002', '2026-11-20T02:05:00Z', 1, 'complete', '{}');
INSERT INTO events VALUES (46, 'D261120-002', '2026-11-20T02:10:00Z', 1, 'promised', '{"party":"household","count":32,"signedBy":"刘洋"}');
INSERT INTO events VALUES (47, 'D261120-002', '2026-11-20T02:20:00Z', 1, 'reviewed', '{}');
INSERT INTO events VALUES (48, 'D261120-002', '2026-11-20T02:30:00Z', 4, 'approved', '{}');
INSERT INTO events VALUES (49, 'D261120-002', '2026-11-20T02:40:00Z', 1, 'papers', '{"codes":"agreement,safety-letter","detail":null}');
INSERT INTO events VALUES (50, 'D261120-002', '2026-11-20T02:50:00Z', 1, 'feesTaken', '{"party":"household","amountFen":230000,"method":"bank"}');
INSERT INTO events VALUES (51, 'D261120-002', '2026-11-20T03:00:00Z', 1, 'permitted', '{"untilOn":"2026-12-20"}');
INSERT INTO events VALUES (52, 'D261120-002', '2026-11-20T03:10:00Z', 1, 'passIssued', '{"part":1,"worker":"刘洋","untilOn":"2026-12-20"}');
INSERT INTO events VALUES (53, 'D261120-002', '2026-11-20T07:00:00Z', 1, 'patrolled', '{"ok":false}');
INSERT INTO events VALUES (54, 'D261120-002', '2026-11-20T07:00:00Z', 1, 'violated', '{"part":1,"code":"V09","measures":"stop-work","text":"梁上开槽","fixByAt":"2026-11-23T15:59:59Z"}');
INSERT INTO events VALUES (55, 'D261120-002', '2026-11-20T07:30:00Z', 1, 'reported', '{"part":1,"to":"住建局"}');
INSERT INTO deadlines VALUES (1, 'T261120-001', 'ticket.finish', 'engineering', 2, '2026-11-20T01:00:00Z', '2026-11-20T15:59:59Z', 'tickets.finish', '0d', 'met', '2026-11-20T02:30:00Z', NULL);
INSERT INTO deadlines VALUES (2, 'T261120-001', 'ticket.slip', 'clerk', NULL, '2026-11-20T02:30:00Z', '2026-11-20T15:59:59Z', 'tickets.slip', '0d', 'met', '2026-11-20T09:00:00Z', NULL);
INSERT INTO deadlines VALUES (3, 'T261120-001', 'ticket.callback', 'clerk', NULL, '2026-11-20T02:30:00Z', '2026-11-23T15:59:59Z', 'tickets.callback.leak', '3d', 'met', '2026-11-21T02:00:00Z', NULL);
INSERT INTO deadlines VALUES (4, 'T261121-001', 'ticket.finish', 'engineering', NULL, '2026-11-21T12:00:00Z', '2026-11-21T15:59:59Z', 'tickets.finish', '0d', 'waived', '2026-11-21T12:30:00Z', NULL);
INSERT INTO deadlines VALUES (5, 'T261121-002', 'ticket.arrive', 'engineering', NULL, '2026-11-21T13:00:00Z', '2026-11-21T13:30:00Z', 'tickets.arrive.urgent', '30m', NULL, NULL, NULL);
INSERT INTO deadlines VALUES (6, 'T261121-002', 'ticket.finish', 'engineering', NULL, '2026-11-21T13:00:00Z', '2026-11-21T15:59:59Z', 'tickets.finish', '0d', NULL, NULL, NULL);
INSERT INTO deadlines VALUES (7, 'T261121-002', 'ticket.progress', 'clerk', 1, '2026-11-21T16:00:00Z', '2026-11-22T15:59:59Z', 'tickets.progress', '1d', NULL, NULL, NULL);
INSERT INTO deadlines VALUES (8, 'C261120-001', 'complaint.verify', 'clerk', NULL, '2026-11-20T01:00:00Z', '2026-11-20T15:59:59Z', 'complaints.verify', '0d', 'met', '2026-11-20T07:00:00Z', NULL);
INSERT INTO deadlines VALUES (9, 'C261120-001', 'complaint.resolve', 'clerk', NULL, '2026-11-20T01:00:00Z', '2026-11-22T15:59:59Z', 'complaints.resolve.minor', '2d', 'met', '2026-11-20T07:00:00Z', NULL);
INSERT INTO deadlines VALUES (10, 'C261120-001', 'complaint.measure', 'engineering', 2, '2026-11-20T02:00:00Z', '2026-11-30T15:59:59Z', 'complaints.measure', '0m', NULL, NULL, 1);
INSERT INTO deadlines VALUES (11, 'C261120-001', 'complaint.tell', 'clerk', NULL, '2026-11-20T07:00:00Z', '2026-11-20T15:59:59Z', 'complaints.tell', '0d', 'met', '2026-11-20T07:10:00Z', NULL);
INSERT INTO deadlines VALUES (12, 'C261120-001', 'complaint.callback', 'clerk', NULL, '2026-11-20T07:20:00Z', '2026-11-23T15:59:59Z', 'complaints.callback', '3d', 'met', '2026-11-21T02:10:00Z', NULL);
INSERT INTO deadlines VALUES (13, 'P261120-001', 'plan.visit', 'clerk', NULL, '2026-11-27T16:00:00Z', '2026-11-28T15:59:59Z', 'visits.plan', '0d', NULL, NULL, NULL);
INSERT INTO deadlines VALUES (14, 'E261120-001', 'enquiry.answer', 'clerk', NULL, '2026-11-20T10:20:00Z', '2026-11-21T15:59:59Z', 'enquiries.settle', '1d', NULL, NULL, NULL);
INSERT INTO deadlines VALUES (15, 'A261120-001', 'trust.patrol', 'security', NULL, '2026-11-20T01:10:00Z', '2026-11-27T15:59:59Z', 'trusts.patrol', '7d', 'met', '2026-11-20T10:30:00Z', NULL);
INSERT INTO deadlines VALUES (16, '2026-11-20', 'cash.hand-in', 'clerk', NULL, '2026-11-20T01:40:00Z', '2026-11-20T15:59:59Z', 'cash.handIn', '0d', 'met', '2026-11-20T09:30:00Z', NULL);
INSERT INTO deadlines VALUES (17, 'N261120-001', 'fee.promise', 'clerk', NULL, '2026-11-20T02:00:00Z', '2026-11-28T15:59:59Z', 'dunning.promise', '0d', NULL, NULL, NULL);
INSERT INTO deadlines VALUES (18, 'A261120-001', 'trust.before-rain', 'security', NULL, '2026-11-20T10:00:00Z', '2026-11-21T00:00:00Z', 'trusts.beforeRain', '0m', NULL, NULL, 1);
INSERT INTO deadlines VALUES (19, 'A261120-001', 'trust.after-rain', 'security', NULL, '2026-11-21T00:00:00Z', '2026-11-22T15:59:59Z', 'trusts.rain', '1d', NULL, NULL, 1);
INSERT INTO deadlines VALUES (20, 'A261120-001', 'trust.patrol', 'security', NULL, '2026-11-20T10:30:00Z', '2026-11-27T15:59:59Z', 'trusts.patrol', '7d', NULL, NULL, NULL);
INSERT INTO deadlines VALUES (21, 'D261120-001', 'reno.commit', 'supervisor', NULL, '2026-11-20T00:00:00Z', '2026-11-20T15:59:59Z', 'renovations.commit', '0d', 'met', '2026-11-20T00:10:00Z', NULL);
INSERT INTO deadlines VALUES (22, 'D261120-001', 'reno.review', 'supervisor', NULL, '2026-11-20T00:05:00Z', '2026-11-20T06:30:00Z', 'renovations.review', '0.5wd', 'met', '2026-11-20T00:20:00Z', NULL);
INSERT INTO deadlines VALUES (23, 'D261120-001', 'reno.approve', 'director', NULL, '2026-11-20T00:20:00Z', '2026-11-20T06:30:00Z', 'renovations.approve', '0.5wd', 'met', '2026-11-20T00:30:00Z', NULL);
INSERT INTO deadlines VALUES (24, 'D261120-001', 'reno.utilities', 'engineering', NULL, '2026-11-20T01:00:00Z', '2026-11-20T15:59:59Z', 'renovations.utilities', '0d', 'missed', '2026-11-21T07:00:00Z', NULL);
INSERT INTO deadlines VALUES (25, 'D261120-001', 'reno.tell', 'engineering', NULL, '2026-11-20T01:00:00Z', '2026-11-20T15:59:59Z', 'renovations.tell', '0d', 'missed', '2026-11-21T07:00:00Z', NULL);
INSERT INTO deadlines VALUES (26, 'D261120-001', 'reno.tell', 'security', NULL, '2026-11-20T01:00:00Z', '2026-11-20T15:59:59Z', 'renovations.tell', '0d', 'missed', '2026-11-21T07:00:00Z', NULL);
INSERT INTO deadlines VALUES (27, 'D261120-001', 'reno.patrol', 'clerk', NULL, '2026-11-19T16:00:00Z', '2026-11-20T15:59:59Z', 'renovations.patrol', '1d', 'met', '2026-11-20T07:00:00Z', NULL);
INSERT INTO deadlines VALUES (28, 'D261120-001', 'reno.period-end', 'clerk', NULL, '2026-11-20T01:00:00Z', '2026-12-20T15:59:59Z', 'renovations.end', '0m', 'met', '2026-11-21T00:30:00Z', NULL);
INSERT INTO deadlines VALUES (29, 'D261120-001', 'reno.pass-expiry', 'clerk', NULL, '2026-11-20T01:10:00Z', '2026-12-20T15:59:59Z', 'renovations.expiry', '0m', 'waived', '2026-11-21T07:00:00Z', 1);
INSERT INTO deadlines VALUES (30, 'D261120-001', 'reno.patrol', 'clerk', NULL, '2026-11-20T16:00:00Z', '2026-11-21T15:59:59Z', 'renovations.patrol', '1d', 'waived', '2026-11-21T00:30:00Z', NULL);
INSERT INTO deadlines VALUES (31, 'D261120-001', 'reno.rectify', 'clerk', NULL, '2026-11-20T07:30:00Z', '2026-11-23T15:59:59Z', 'renovations.rectify', '0m', 'met', '2026-11-20T08:30:00Z', 1);
INSERT INTO deadlines VALUES (32, 'D261120-001', 'reno.accept', 'engineering', NULL, '2026-11-21T00:30:00Z', '2026-11-23T15:59:59Z', 'renovations.accept.late', '1wd', 'met', '2026-11-21T01:00:00Z', NULL);
INSERT INTO deadlines VALUES (33, 'D261120-001', 'reno.patrol', 'clerk', NULL, '2026-11-20T16:00:00Z', '2026-11-21T15:59:59Z', 'renovations.patrol', '1d', 'waived', '2026-11-21T06:00:00Z', NULL);
INSERT INTO deadlines VALUES (34, 'D261120-001', 'reno.period-end', 'clerk', NULL, '2026-11-21T01:00:00Z', '2026-12-20T15:59:59Z', 'renovations.end', '0m', 'met', '2026-11-21T06:00:00Z', NULL);
INSERT INTO deadlines VALUES (35, 'D261120-001', 'reno.accept', 'engineering', NULL, '2026-11-21T06:00:00Z', '2026-11-23T15:59:59Z', 'renovations.accept.late', '1wd', 'met', '2026-11-21T07:00:00Z', NULL);
INSERT INTO deadlines VALUES (36, 'D261120-001', 'reno.clear', 'clerk', NULL, '2026-11-21T07:00:00Z', '2026-11-21T15:59:59Z', 'renovations.clear', '0d', NULL, NULL, NULL);
INSERT INTO deadlines VALUES (37, 'D261120-001', 'reno.reinspect', 'supervisor', NULL, '2027-02-20T16:00:00Z', '2027-03-08T15:59:59Z', 'renovations.reinspect.within', '15d', NULL, NULL, NULL);
INSERT INTO deadlines VALUES (38, 'D261120-002', 'reno.commit', 'supervisor', NULL, '2026-11-20T02:00:00Z', '2026-11-20T15:59:59Z', 'renovations.commit', '0d', 'met', '2026-11-20T02:10:00Z', NULL);
INSERT INTO deadlines VALUES (39, 'D261120-002', 'reno.review', 'supervisor', NULL, '2026-11-20T02:05:00Z', '2026-11-20T08:05:00Z', 'renovations.review', '0.5wd', 'met', '2026-11-20T02:20:00Z', NULL);
INSERT INTO deadlines VALUES (40, 'D261120-002', 'reno.approve', 'director', NULL, '2026-11-20T02:20:00Z', '2026-11-20T08:20:00Z', 'renovations.approve', '0.5wd', 'met', '2026-11-20T02:30:00Z', NULL);
INSERT INTO deadlines VALUES (41, 'D261120-002', 'reno.utilities', 'engineering', NULL, '2026-11-20T03:00:00Z', '2026-11-20T15:59:59Z', 'renovations.utilities', '0d', NULL, NULL, NULL);
INSERT INTO deadlines VALUES (42, 'D261120-002', 'reno.tell', 'engineering', NULL, '2026-11-20T03:00:00Z', '2026-11-20T15:59:59Z', 'renovations.tell', '0d', NULL, NULL, NULL);
INSERT INTO deadlines VALUES (43, 'D261120-002', 'reno.tell', 'security', NULL, '2026-11-20T03:00:00Z', '2026-11-20T15:59:59Z', 'renovations.tell', '0d', NULL, NULL, NULL);
INSERT INTO deadlines VALUES (44, 'D261120-002', 'reno.patrol', 'clerk', NULL, '2026-11-19T16:00:00Z', '2026-11-20T15:59:59Z', 'renovations.patrol', '1d', 'met', '2026-11-20T07:00:00Z', NULL);
INSERT INTO deadlines VALUES (45, 'D261120-002', 'reno.period-end', 'clerk', NULL, '2026-11-20T03:00:00Z', '2026-12-20T15:59:59Z', 'renovations.end', '0m', NULL, NULL, NULL);
INSERT INTO deadlines VALUES (46, 'D261120-002', 'reno.pass-expiry', 'clerk', NULL, '2026-11-20T03:10:00Z', '2026-12-20T15:59:59Z', 'renovations.expiry', '0m', NULL, NULL, 1);
INSERT INTO deadlines VALUES (47, 'D261120-002', 'reno.patrol', 'clerk', NULL, '2026-11-20T16:00:00Z', '2026-11-21T15:59:59Z', 'renovations.patrol', '1d', NULL, NULL, NULL);
INSERT INTO deadlines VALUES (48, 'D261120-002', 'reno.rectify', 'clerk', NULL, '2026-11-20T07:00:00Z', '2026-11-23T15:59:59Z', 'renovations.rectify', '0m', NULL, NULL, 1);
INSERT INTO deadlines VALUES (49, 'D261120-002', 'reno.report', 'supervisor', NULL, '2026-11-20T07:00:00Z', '2026-11-20T15:59:59Z', 'renovations.report', '0d', 'met', '2026-11-20T07:30:00Z', 1);
INSERT INTO rounds VALUES (1, 'visit.committee', '2026-11', '2026-11-30T15:59:59Z', 'rounds.committee.due', '0d', '2026-11-20T10:00:00Z', 1, '近期工作');
INSERT INTO rounds VALUES (2, 'fee.bill', '2026-10', '2026-10-31T15:59:59Z', 'rounds.bill.due', '0d', '2026-11-20T01:20:00Z', 1, NULL);
INSERT INTO rounds VALUES (3, 'cash.safe', '2026-11-20', '2026-11-20T15:59:59Z', 'rounds.safe.due', '0d', '2026-11-20T09:40:00Z', 1, NULL);
INSERT INTO rounds VALUES (4, 'cash.close', '2026-10', '2026-11-03T15:59:59Z', 'rounds.close.due', '3d', '2026-11-20T10:40:00Z', 1, NULL);
INSERT INTO moves VALUES (1, 'M261120-001', 'move-in', 3, 'owner', NULL, 2, NULL, NULL, '2026-11-20', 'open', '2026-11-20T03:00:00Z', 1, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO move_items VALUES (1, 1, 'paper', 'id-card', 1, NULL, NULL, '2026-11-20T03:05:00Z');
INSERT INTO meter_readings VALUES (1, 3, 'water', '2026-11-20', 500, 'M261120-001', NULL, 0, NULL);
INSERT INTO meter_readings VALUES (2, 1, 'water', '2026-09-30', 100000, NULL, NULL, 0, NULL);
INSERT INTO complaints VALUES (1, 'C261120-001', NULL, 1, NULL, NULL, NULL, '楼道垃圾没人清', 'phone', 'minor', 'valid', 'cleaning', 'cleaning', NULL, NULL, NULL, NULL, 0, NULL, NULL, 'closed', '2026-11-20T01:00:00Z', 1, NULL, NULL, NULL, '2026-11-20T07:10:00Z', '2026-11-20T07:00:00Z', '已清', '2026-11-20T07:10:00Z', '2026-11-20T07:20:00Z', '2026-11-21T02:10:00Z', 'satisfied', 1, NULL, 0, NULL);
INSERT INTO complaint_measures VALUES (1, 1, 1, 'corrective', '增加一次清扫', NULL, 2, '2026-11-30', NULL);
INSERT INTO visits VALUES (1, 'V261120-001', 1, NULL, NULL, 'visit', 'door', 'satisfied', NULL, NULL, NULL, NULL, '2026-11-20T08:00:00Z', 1);
INSERT INTO samples VALUES (1, '2026-11', '2026-11 蓝天新苑', '2026-11-20T09:00:00Z', 1);
INSERT INTO sample_units VALUES (1, 1, 1);
INSERT INTO sample_units VALUES (2, 1, 3);
INSERT INTO visit_plans VALUES (1, 'P261120-001', 1, '2026-11-28', NULL, '2026-11-20T10:10:00Z', 1, NULL, 'planned', NULL, NULL);
INSERT INTO enquiries VALUES (1, 'E261120-001', 'phone', '张伟', NULL, NULL, '咨询停车', 'caller', NULL, NULL, NULL, NULL, 'open', '2026-11-20T10:20:00Z', 1, NULL, NULL);
INSERT INTO surveys VALUES (1, 'S261120-001', '2026', '2026 年度业主意见征询', 'open', '2026-11-20T11:00:00Z', 1, NULL, NULL, NULL);
INSERT INTO survey_questions VALUES (1, 1, 1, '客服接待');
INSERT INTO survey_questions VALUES (2, 1, 2, '维修服务');
INSERT INTO survey_questions VALUES (3, 1, 3, '保洁卫生');
INSERT INTO survey_questions VALUES (4, 1, 4, '绿化养护');
INSERT INTO survey_questions VALUES (5, 1, 5, '安全秩序');
INSERT INTO survey_questions VALUES (6, 1, 6, '车辆管理');
INSERT INTO survey_questions VALUES (7, 1, 7, '投诉处理');
INSERT INTO survey_questions VALUES (8, 1, 8, '收费服务');
INSERT INTO survey_forms VALUES (1, 1, 1, '2026-11-20T11:10:00Z', '2026-11-21T01:00:00Z', 1, NULL);
INSERT INTO survey_forms VALUES (2, 1, 3, '2026-11-20T11:10:00Z', NULL, NULL, NULL);
INSERT INTO survey_answers VALUES (1, 1, 1, 'satisfied');
INSERT INTO survey_answers VALUES (2, 1, 2, 'satisfied');
INSERT INTO survey_answers VALUES (3, 1, 3, 'satisfied');
INSERT INTO survey_answers VALUES (4, 1, 4, 'satisfied');
INSERT INTO survey_answers VALUES (5, 1, 5, 'fair');
INSERT INTO survey_answers VALUES (6, 1, 6, 'satisfied');
INSERT INTO survey_answers VALUES (7, 1, 7, 'satisfied');
INSERT INTO survey_answers VALUES (8, 1, 8, 'satisfied');
INSERT INTO subscriptions VALUES (1, 'A261120-001', 1, 'trust', '2026-11-01', NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-20T01:10:00Z', 1);
INSERT INTO charges VALUES (1, 1, 'energy', '2026-10-01', '2026-10-01', '2026-10-31', 89530, 3000, 377580, 100, 2686, '2026-10-25', 'owner', 1, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-20T01:20:00Z', 1);
INSERT INTO charges VALUES (2, 2, 'energy', '2026-10-01', '2026-10-01', '2026-10-31', 45000, 3000, 377580, 100, 1350, '2026-10-25', 'developer', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-20T01:20:00Z', 1);
INSERT INTO charges VALUES (3, 3, 'energy', '2026-10-01', '2026-10-01', '2026-10-31', 89530, 3000, 377580, 100, 2686, '2026-10-25', 'developer', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-20T01:20:00Z', 1);
INSERT INTO charges VALUES (4, 1, 'rubbish', '2026-11-20', '2026-11-20', '2026-11-20', 1000, 3000000, NULL, 100, 30000, '2026-11-30', 'owner', 1, NULL, NULL, NULL, NULL, 'D261120-001', NULL, '2026-11-20T00:50:00Z', 1);
INSERT INTO charges VALUES (5, 2, 'rubbish', '2026-11-20', '2026-11-20', '2026-11-20', 1000, 3000000, NULL, 100, 30000, '2026-11-30', 'developer', NULL, NULL, NULL, NULL, NULL, 'D261120-002', NULL, '2026-11-20T02:50:00Z', 1);
INSERT INTO receipts VALUES (1, 'R261120-001', NULL, 1, '张伟', 'cash', 50000, NULL, NULL, NULL, '2026-11-20T01:40:00Z', 1, NULL, '2026-11-20T01:40:00Z', 1, '2026-11-20', NULL);
INSERT INTO receipts VALUES (2, 'R261120-002', NULL, 1, '张伟', 'bank', 30000, '4', NULL, NULL, '2026-11-20T00:50:00Z', 1, NULL, '2026-11-20T00:50:00Z', 1, '2026-11-20', NULL);
INSERT INTO receipts VALUES (3, 'R261120-003', NULL, 2, '刘洋', 'bank', 30000, '5', NULL, NULL, '2026-11-20T02:50:00Z', 1, NULL, '2026-11-20T02:50:00Z', 1, '2026-11-20', NULL);
INSERT INTO settlements VALUES (1, 1, 'waiver', 100, NULL, '2026-11-20T01:30:00Z', 1, '协商', 1);
INSERT INTO settlements VALUES (2, 1, 'payment', 2586, 1, '2026-11-20T01:40:00Z', 1, NULL, NULL);
INSERT INTO settlements VALUES (3, 4, 'payment', 30000, 2, '2026-11-20T00:50:00Z', 1, NULL, NULL);
INSERT INTO settlements VALUES (4, 5, 'payment', 30000, 3, '2026-11-20T02:50:00Z', 1, NULL, NULL);
INSERT INTO payouts VALUES (1, 1, 'refund', 1000, 'cash', NULL, '多缴', 3, '2026-11-20T01:50:00Z', 1, '2026-11-20');
INSERT INTO deposits VALUES (1, 'Y261120-001', 1, 'household', NULL, 'renovation', NULL, NULL, '2026-11-20T02:10:00Z');
INSERT INTO deposits VALUES (2, 'Y261120-002', 1, 'household', '张伟', 'renovation', 'D261120-001', NULL, '2026-11-20T00:50:00Z');
INSERT INTO deposits VALUES (3, 'Y261120-003', 1, 'team', '宏达装饰', 'team', 'D261120-001', NULL, '2026-11-20T00:50:00Z');
INSERT INTO deposits VALUES (4, 'Y261120-004', 2, 'household', '刘洋', 'renovation', 'D261120-002', NULL, '2026-11-20T02:50:00Z');
INSERT INTO deposit_moves VALUES (1, 1, 'take', 200000, 'bank', NULL, NULL, NULL, NULL, '2026-11-20T02:10:00Z', 1, '2026-11-20');
INSERT INTO deposit_moves VALUES (2, 2, 'take', 200000, 'bank', NULL, NULL, NULL, NULL, '2026-11-20T00:50:00Z', 1, '2026-11-20');
INSERT INTO deposit_moves VALUES (3, 3, 'take', 200000, 'bank', NULL, NULL, NULL, NULL, '2026-11-20T00:50:00Z', 1, '2026-11-20');
INSERT INTO deposit_moves VALUES (4, 4, 'take', 200000, 'bank', NULL, NULL, NULL, NULL, '2026-11-20T02:50:00Z', 1, '2026-11-20');
INSERT INTO cash_days VALUES (1, '2026-11-20', '2026-11-20T01:40:00Z');
INSERT INTO hand_ins VALUES (1, 49000, 49000, NULL, '2026-11-20T09:30:00Z', 1, 3, '2026-11-20');
INSERT INTO cash_closings VALUES (1, '2026-10', 0, 0, NULL, '2026-11-20T10:40:00Z', 1, NULL);
INSERT INTO contacts VALUES (1, 'N261120-001', 2, 'developer', NULL, NULL, 'notice', 'phone', 'promised', '2026-11-28', NULL, NULL, NULL, NULL, NULL, 1350, '2026-10-25', '2026-10-25', '2026-11-20', NULL, '2026-11-20T02:00:00Z', 1);
INSERT INTO rains VALUES (1, '2026-11-21T00:00:00Z', NULL, NULL, 1);
INSERT INTO trust_patrols VALUES (1, 1, NULL, 'weekly', 1, NULL, 0, '2026-11-20T10:30:00Z', 1);
INSERT INTO renovations VALUES (1, 'D261120-001', 1, 'owner', '张伟', NULL, '宏达装饰', '马师傅', '13800000007', '厨卫翻新', 'waterproofing', 0, '2026-11-20', '2026-12-20', 'accepted', '2026-11-20T00:00:00Z', 1, '2026-11-20T00:05:00Z', '可行', 2, '2026-11-20T00:20:00Z', 1, '2026-11-20T00:30:00Z', 4, NULL, NULL, NULL, NULL, '2026-11-20T01:00:00Z', NULL, NULL, '2026-11-21T07:00:00Z', 1, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO renovations VALUES (2, 'D261120-002', 2, 'owner', '刘洋', NULL, NULL, '刘洋', NULL, '换地板', '', 1, '2026-11-20', '2026-12-20', 'permitted', '2026-11-20T02:00:00Z', 1, '2026-11-20T02:05:00Z', NULL, NULL, '2026-11-20T02:20:00Z', 1, '2026-11-20T02:30:00Z', 4, NULL, NULL, NULL, NULL, '2026-11-20T03:00:00Z', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO renovation_papers VALUES (1, 1, 'drawings', NULL, '2026-11-20T00:05:00Z');
INSERT INTO renovation_papers VALUES (2, 1, 'description', NULL, '2026-11-20T00:05:00Z');
INSERT INTO renovation_papers VALUES (3, 1, 'contractor-licence', NULL, '2026-11-20T00:05:00Z');
INSERT INTO renovation_papers VALUES (4, 1, 'waterproofing-plan', NULL, '2026-11-20T00:05:00Z');
INSERT INTO renovation_papers VALUES (5, 1, 'agreement', NULL, '2026-11-20T00:40:00Z');
INSERT INTO renovation_papers VALUES (6, 1, 'safety-letter', NULL, '2026-11-20T00:40:00Z');
INSERT INTO renovation_papers VALUES (7, 2, 'drawings', NULL, '2026-11-20T02:05:00Z');
INSERT INTO renovation_papers VALUES (8, 2, 'description', NULL, '2026-11-20T02:05:00Z');
INSERT INTO renovation_papers VALUES (9, 2, 'agreement', NULL, '2026-11-20T02:40:00Z');
INSERT INTO renovation_papers VALUES (10, 2, 'safety-letter', NULL, '2026-11-20T02:40:00Z');
INSERT INTO renovation_promises VALUES (1, 1, 'V01', 'household', '张伟', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (2, 1, 'V02', 'household', '张伟', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (3, 1, 'V03', 'household', '张伟', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (4, 1, 'V04', 'household', '张伟', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (5, 1, 'V05', 'household', '张伟', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (6, 1, 'V06', 'household', '张伟', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (7, 1, 'V07', 'household', '张伟', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (8, 1, 'V08', 'household', '张伟', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (9, 1, 'V09', 'household', '张伟', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (10, 1, 'V10', 'household', '张伟', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (11, 1, 'V11', 'household', '张伟', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (12, 1, 'V12', 'household', '张伟', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (13, 1, 'V13', 'household', '张伟', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (14, 1, 'V14', 'household', '张伟', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (15, 1, 'V15', 'household', '张伟', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (16, 1, 'V16', 'household', '张伟', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (17, 1, 'V17', 'household', '张伟', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (18, 1, 'V18', 'household', '张伟', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (19, 1, 'V19', 'household', '张伟', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (20, 1, 'V20', 'household', '张伟', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (21, 1, 'V21', 'household', '张伟', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (22, 1, 'V22', 'household', '张伟', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (23, 1, 'V23', 'household', '张伟', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (24, 1, 'V24', 'household', '张伟', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (25, 1, 'V25', 'household', '张伟', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (26, 1, 'V26', 'household', '张伟', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (27, 1, 'V27', 'household', '张伟', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (28, 1, 'V28', 'household', '张伟', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (29, 1, 'V29', 'household', '张伟', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (30, 1, 'V30', 'household', '张伟', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (31, 1, 'V31', 'household', '张伟', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (32, 1, 'V32', 'household', '张伟', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (33, 1, 'V01', 'team', '马师傅', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (34, 1, 'V02', 'team', '马师傅', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (35, 1, 'V03', 'team', '马师傅', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (36, 1, 'V04', 'team', '马师傅', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (37, 1, 'V05', 'team', '马师傅', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (38, 1, 'V06', 'team', '马师傅', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (39, 1, 'V07', 'team', '马师傅', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (40, 1, 'V08', 'team', '马师傅', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (41, 1, 'V09', 'team', '马师傅', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (42, 1, 'V10', 'team', '马师傅', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (43, 1, 'V11', 'team', '马师傅', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (44, 1, 'V12', 'team', '马师傅', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (45, 1, 'V13', 'team', '马师傅', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (46, 1, 'V14', 'team', '马师傅', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (47, 1, 'V15', 'team', '马师傅', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (48, 1, 'V16', 'team', '马师傅', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (49, 1, 'V17', 'team', '马师傅', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (50, 1, 'V18', 'team', '马师傅', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (51, 1, 'V19', 'team', '马师傅', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (52, 1, 'V20', 'team', '马师傅', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (53, 1, 'V21', 'team', '马师傅', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (54, 1, 'V22', 'team', '马师傅', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (55, 1, 'V23', 'team', '马师傅', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (56, 1, 'V24', 'team', '马师傅', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (57, 1, 'V25', 'team', '马师傅', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (58, 1, 'V26', 'team', '马师傅', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (59, 1, 'V27', 'team', '马师傅', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (60, 1, 'V28', 'team', '马师傅', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (61, 1, 'V29', 'team', '马师傅', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (62, 1, 'V30', 'team', '马师傅', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (63, 1, 'V31', 'team', '马师傅', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (64, 1, 'V32', 'team', '马师傅', '2026-11-20T00:10:00Z');
INSERT INTO renovation_promises VALUES (65, 2, 'V01', 'household', '刘洋', '2026-11-20T02:10:00Z');
INSERT INTO renovation_promises VALUES (66, 2, 'V02', 'household', '刘洋', '2026-11-20T02:10:00Z');
INSERT INTO renovation_promises VALUES (67, 2, 'V03', 'household', '刘洋', '2026-11-20T02:10:00Z');
INSERT INTO renovation_promises VALUES (68, 2, 'V04', 'household', '刘洋', '2026-11-20T02:10:00Z');
INSERT INTO renovation_promises VALUES (69, 2, 'V05', 'household', '刘洋', '2026-11-20T02:10:00Z');
INSERT INTO renovation_promises VALUES (70, 2, 'V06', 'household', '刘洋', '2026-11-20T02:10:00Z');
INSERT INTO renovation_promises VALUES (71, 2, 'V07', 'household', '刘洋', '2026-11-20T02:10:00Z');
INSERT INTO renovation_promises VALUES (72, 2, 'V08', 'household', '刘洋', '2026-11-20T02:10:00Z');
INSERT INTO renovation_promises VALUES (73, 2, 'V09', 'household', '刘洋', '2026-11-20T02:10:00Z');
INSERT INTO renovation_promises VALUES (74, 2, 'V10', 'household', '刘洋', '2026-11-20T02:10:00Z');
INSERT INTO renovation_promises VALUES (75, 2, 'V11', 'household', '刘洋', '2026-11-20T02:10:00Z');
INSERT INTO renovation_promises VALUES (76, 2, 'V12', 'household', '刘洋', '2026-11-20T02:10:00Z');
INSERT INTO renovation_promises VALUES (77, 2, 'V13', 'household', '刘洋', '2026-11-20T02:10:00Z');
INSERT INTO renovation_promises VALUES (78, 2, 'V14', 'household', '刘洋', '2026-11-20T02:10:00Z');
INSERT INTO renovation_promises VALUES (79, 2, 'V15', 'household', '刘洋', '2026-11-20T02:10:00Z');
INSERT INTO renovation_promises VALUES (80, 2, 'V16', 'household', '刘洋', '2026-11-20T02:10:00Z');
INSERT INTO renovation_promises VALUES (81, 2, 'V17', 'household', '刘洋', '2026-11-20T02:10:00Z');
INSERT INTO renovation_promises VALUES (82, 2, 'V18', 'household', '刘洋', '2026-11-20T02:10:00Z');
INSERT INTO renovation_promises VALUES (83, 2, 'V19', 'household', '刘洋', '2026-11-20T02:10:00Z');
INSERT INTO renovation_promises VALUES (84, 2, 'V20', 'household', '刘洋', '2026-11-20T02:10:00Z');
INSERT INTO renovation_promises VALUES (85, 2, 'V21', 'household', '刘洋', '2026-11-20T02:10:00Z');
INSERT INTO renovation_promises VALUES (86, 2, 'V22', 'household', '刘洋', '2026-11-20T02:10:00Z');
INSERT INTO renovation_promises VALUES (87, 2, 'V23', 'household', '刘洋', '2026-11-20T02:10:00Z');
INSERT INTO renovation_promises VALUES (88, 2, 'V24', 'household', '刘洋', '2026-11-20T02:10:00Z');
INSERT INTO renovation_promises VALUES (89, 2, 'V25', 'household', '刘洋', '2026-11-20T02:10:00Z');
INSERT INTO renovation_promises VALUES (90, 2, 'V26', 'household', '刘洋', '2026-11-20T02:10:00Z');
INSERT INTO renovation_promises VALUES (91, 2, 'V27', 'household', '刘洋', '2026-11-20T02:10:00Z');
INSERT INTO renovation_promises VALUES (92, 2, 'V28', 'household', '刘洋', '2026-11-20T02:10:00Z');
INSERT INTO renovation_promises VALUES (93, 2, 'V29', 'household', '刘洋', '2026-11-20T02:10:00Z');
INSERT INTO renovation_promises VALUES (94, 2, 'V30', 'household', '刘洋', '2026-11-20T02:10:00Z');
INSERT INTO renovation_promises VALUES (95, 2, 'V31', 'household', '刘洋', '2026-11-20T02:10:00Z');
INSERT INTO renovation_promises VALUES (96, 2, 'V32', 'household', '刘洋', '2026-11-20T02:10:00Z');
INSERT INTO renovation_permits VALUES (1, 1, 0, NULL, NULL, NULL, NULL, '2026-12-20', '2026-11-20T01:00:00Z', NULL, NULL, NULL, NULL);
INSERT INTO renovation_permits VALUES (2, 1, 1, '马师傅', NULL, '13800000007', 2, '2026-12-20', '2026-11-20T01:10:00Z', NULL, NULL, NULL, NULL);
INSERT INTO renovation_permits VALUES (3, 2, 0, NULL, NULL, NULL, NULL, '2026-12-20', '2026-11-20T03:00:00Z', NULL, NULL, NULL, NULL);
INSERT INTO renovation_permits VALUES (4, 2, 1, '刘洋', NULL, NULL, 2, '2026-12-20', '2026-11-20T03:10:00Z', NULL, NULL, NULL, NULL);
INSERT INTO renovation_patrols VALUES (1, 1, 1, NULL, '2026-11-20T07:00:00Z', 1);
INSERT INTO renovation_patrols VALUES (2, 2, 0, '梁上开槽', '2026-11-20T07:00:00Z', 1);
INSERT INTO renovation_violations VALUES (1, 1, 1, 'V20', NULL, '2026-11-20T07:30:00Z', 1, '2026-11-20T07:30:00Z', '2026-11-23T15:59:59Z', NULL, NULL, '2026-11-20T08:30:00Z', 1);
INSERT INTO renovation_violations VALUES (2, 2, 1, 'V09', '梁上开槽', '2026-11-20T07:00:00Z', 1, '2026-11-20T07:00:00Z', '2026-11-23T15:59:59Z', '2026-11-20T07:30:00Z', '住建局', NULL, NULL);
INSERT INTO violation_measures VALUES (1, 1, 'persuade', '2026-11-20T07:30:00Z', 1);
INSERT INTO violation_measures VALUES (2, 2, 'stop-work', '2026-11-20T07:00:00Z', 1);
INSERT INTO violation_measures VALUES (3, 2, 'report', '2026-11-20T07:30:00Z', 1);
INSERT INTO renovation_overtimes VALUES (1, 1, '2026-11-20T10:30:00Z', '2026-11-20T12:00:00Z', '闭水试验', '2026-11-20T01:20:00Z', 1, 1);
INSERT INTO renovation_inspections VALUES (1, 1, 'acceptance', 0, NULL, NULL, '渗水', '2026-11-21T01:00:00Z', 1);
INSERT INTO renovation_inspections VALUES (2, 1, 'acceptance', 1, NULL, NULL, NULL, '2026-11-21T07:00:00Z', 1);
INSERT INTO inspection_people VALUES (1, 1, 2);
INSERT INTO inspection_people VALUES (2, 1, 1);
INSERT INTO inspection_people VALUES (3, 1, 5);
INSERT INTO inspection_people VALUES (4, 2, 2);
INSERT INTO inspection_people VALUES (5, 2, 1);
INSERT INTO inspection_people VALUES (6, 2, 5);
CREATE INDEX journal_subject ON journal (subject, seq);
CREATE TRIGGER journal_keeps_lines BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_keeps_all BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE UNIQUE INDEX staff_active_name ON staff (name) WHERE retired_on IS NULL;
CREATE INDEX units_sorted ON units (sort_key);
CREATE INDEX people_name ON people (name, phone);
CREATE INDEX people_identity ON people (identity) WHERE identity IS NOT NULL;
CREATE INDEX residents_unit ON residents (unit_id);
CREATE INDEX residents_person ON residents (person_id);
CREATE INDEX tickets_open ON tickets (opened_at) WHERE state IN ('open', 'assigned', 'finished');
CREATE INDEX tickets_unit ON tickets (unit_id);
CREATE INDEX tickets_opened ON tickets (opened_at);
CREATE INDEX tickets_serial ON tickets (substr(no, 1, 8), CAST(substr(no, 9) AS INTEGER));
CREATE INDEX events_subject ON events (subject, at);
CREATE INDEX deadlines_subject ON deadlines (subject);
CREATE INDEX deadlines_open ON deadlines (due_at) WHERE ending IS NULL;
CREATE UNIQUE INDEX tickets_former ON tickets (former_no) WHERE former_no IS NOT NULL;
CREATE INDEX tickets_defect ON tickets (defect_of) WHERE defect_of IS NOT NULL;
CREATE INDEX tickets_called_back ON tickets (callback_at) WHERE callback_at IS NOT NULL;
CREATE INDEX events_called_back ON events (at) WHERE kind = 'calledBack';
CREATE INDEX deadlines_due ON deadlines (kind, due_at);
CREATE INDEX moves_unit ON moves (unit_id);
CREATE INDEX moves_opened ON moves (opened_at);
CREATE INDEX moves_serial ON moves (substr(no, 1, 8), CAST(substr(no, 9) AS INTEGER));
CREATE INDEX move_items_move ON move_items (move_id);
CREATE INDEX meter_readings_unit ON meter_readings (unit_id, meter, read_on);
CREATE UNIQUE INDEX meter_readings_subject ON meter_readings (subject, meter)
  WHERE subject IS NOT NULL;
CREATE UNIQUE INDEX complaints_former ON complaints (former_no) WHERE former_no IS NOT NULL;
CREATE INDEX complaints_open ON complaints (received_at) WHERE state IN ('open', 'resolved');
CREATE INDEX complaints_unit ON complaints (unit_id, received_at);
CREATE INDEX complaints_category ON complaints (category, received_at);
CREATE INDEX complaints_received ON complaints (received_at);
CREATE INDEX complaints_called_back ON complaints (callback_at) WHERE callback_at IS NOT NULL;
CREATE INDEX complaints_about ON complaints (about) WHERE about IS NOT NULL;
CREATE INDEX complaints_serial ON complaints (substr(no, 1, 8), CAST(substr(no, 9) AS INTEGER));
CREATE INDEX visits_unit ON visits (unit_id, visited_at);
CREATE INDEX visits_subject ON visits (subject) WHERE subject IS NOT NULL;
CREATE INDEX visits_sample ON visits (sample_id) WHERE sample_id IS NOT NULL;
CREATE INDEX visits_visited ON visits (visited_at);
CREATE INDEX visits_serial ON visits (substr(no, 1, 8), CAST(substr(no, 9) AS INTEGER));
CREATE INDEX visit_plans_day ON visit_plans (planned_on);
CREATE INDEX visit_plans_unit ON visit_plans (unit_id, planned_on);
CREATE INDEX visit_plans_serial ON visit_plans (substr(no, 1, 8), CAST(substr(no, 9) AS INTEGER));
CREATE INDEX enquiries_received ON enquiries (received_at);
CREATE INDEX enquiries_open ON enquiries (received_at) WHERE state = 'open';
CREATE INDEX enquiries_unit ON enquiries (unit_id, received_at);
CREATE INDEX enquiries_serial ON enquiries (substr(no, 1, 8), CAST(substr(no, 9) AS INTEGER));
CREATE UNIQUE INDEX surveys_year ON surveys (year) WHERE state <> 'cancelled';
CREATE INDEX surveys_serial ON surveys (substr(no, 1, 8), CAST(substr(no, 9) AS INTEGER));
CREATE INDEX subscriptions_unit ON subscriptions (unit_id);
CREATE INDEX subscriptions_tariff ON subscriptions (tariff, unit_id);
CREATE INDEX subscriptions_serial ON subscriptions (substr(no, 1, 8), CAST(substr(no, 9) AS INTEGER));
CREATE INDEX charges_unit ON charges (unit_id, due_on);
CREATE INDEX charges_cycle ON charges (tariff, cycle_on, unit_id, period_end);
CREATE INDEX charges_subject ON charges (subject) WHERE subject IS NOT NULL;
CREATE INDEX charges_penalty ON charges (penalty_of) WHERE penalty_of IS NOT NULL;
CREATE TRIGGER charges_keep_rows BEFORE UPDATE ON charges
BEGIN SELECT RAISE(ABORT, 'charges are append-only'); END;
CREATE TRIGGER charges_keep_all BEFORE DELETE ON charges
BEGIN SELECT RAISE(ABORT, 'charges are append-only'); END;
CREATE UNIQUE INDEX receipts_former ON receipts (former_no) WHERE former_no IS NOT NULL;
CREATE INDEX receipts_unit ON receipts (unit_id, received_at);
CREATE INDEX receipts_booked ON receipts (booked_on);
CREATE INDEX receipts_serial ON receipts (substr(no, 1, 8), CAST(substr(no, 9) AS INTEGER));
CREATE TRIGGER receipts_keep_rows BEFORE UPDATE ON receipts
  WHEN OLD.received_at IS NOT NULL OR OLD.voided_at IS NOT NULL OR OLD.no <> NEW.no
    OR OLD.unit_id <> NEW.unit_id OR OLD.amount_fen <> NEW.amount_fen OR OLD.method <> NEW.method
BEGIN SELECT RAISE(ABORT, 'receipts are append-only'); END;
CREATE TRIGGER receipts_keep_all BEFORE DELETE ON receipts
BEGIN SELECT RAISE(ABORT, 'receipts are append-only'); END;
CREATE INDEX settlements_charge ON settlements (charge_id, settled_at, kind, amount_fen);
CREATE INDEX settlements_receipt ON settlements (receipt_id, settled_at, amount_fen)
  WHERE receipt_id IS NOT NULL;
CREATE TRIGGER settlements_keep_rows BEFORE UPDATE ON settlements
BEGIN SELECT RAISE(ABORT, 'settlements are append-only'); END;
CREATE TRIGGER settlements_keep_all BEFORE DELETE ON settlements
BEGIN SELECT RAISE(ABORT, 'settlements are append-only'); END;
CREATE INDEX payouts_receipt ON payouts (receipt_id);
CREATE INDEX payouts_booked ON payouts (booked_on);
CREATE TRIGGER payouts_keep_rows BEFORE UPDATE ON payouts
BEGIN SELECT RAISE(ABORT, 'payouts are append-only'); END;
CREATE TRIGGER payouts_keep_all BEFORE DELETE ON payouts
BEGIN SELECT RAISE(ABORT, 'payouts are append-only'); END;
CREATE INDEX deposits_unit ON deposits (unit_id);
CREATE INDEX deposits_subject ON deposits (subject) WHERE subject IS NOT NULL;
CREATE INDEX deposits_serial ON deposits (substr(no, 1, 8), CAST(substr(no, 9) AS INTEGER));
CREATE INDEX deposit_moves_deposit ON deposit_moves (deposit_id);
CREATE INDEX deposit_moves_booked ON deposit_moves (booked_on);
CREATE TRIGGER deposit_moves_keep_rows BEFORE UPDATE ON deposit_moves
BEGIN SELECT RAISE(ABORT, 'deposit moves are append-only'); END;
CREATE TRIGGER deposit_moves_keep_all BEFORE DELETE ON deposit_moves
BEGIN SELECT RAISE(ABORT, 'deposit moves are append-only'); END;
CREATE INDEX hand_ins_booked ON hand_ins (booked_on);
CREATE TRIGGER hand_ins_keep_rows BEFORE UPDATE ON hand_ins
BEGIN SELECT RAISE(ABORT, 'hand-ins are append-only'); END;
CREATE TRIGGER hand_ins_keep_all BEFORE DELETE ON hand_ins
BEGIN SELECT RAISE(ABORT, 'hand-ins are append-only'); END;
CREATE INDEX contacts_unit ON contacts (unit_id, contacted_at);
CREATE INDEX contacts_serial ON contacts (substr(no, 1, 8), CAST(substr(no, 9) AS INTEGER));
CREATE INDEX trust_patrols_subscription ON trust_patrols (subscription_id, patrolled_at);
CREATE VIEW money_flows (booked_on, at, source, no, unit_id, method, amount_fen, operator_id) AS
  SELECT booked_on, received_at, 'receipt', no, unit_id, method, amount_fen, received_by
    FROM receipts WHERE received_at IS NOT NULL AND method <> 'transfer'
  UNION ALL
  SELECT p.booked_on, p.paid_at, 'refund', r.no, r.unit_id, p.method, -p.amount_fen, p.paid_by
    FROM payouts AS p JOIN receipts AS r ON r.id = p.receipt_id WHERE p.kind = 'refund'
  UNION ALL
  SELECT m.booked_on, m.moved_at, 'deposit', d.no, d.unit_id, m.method, m.amount_fen, m.moved_by
    FROM deposit_moves AS m JOIN deposits AS d ON d.id = m.deposit_id WHERE m.method IS NOT NULL
  UNION ALL
  SELECT booked_on, handed_at, 'hand-in', NULL, NULL, 'cash', -amount_fen, handed_by FROM hand_ins
    WHERE amount_fen <> 0
  UNION ALL
  SELECT date(month || '-01', '+1 month', '-1 day'), closed_at, 'difference', month, NULL, 'cash',
         counted_fen - booked_fen, closed_by
    FROM cash_closings WHERE counted_fen <> booked_fen;
CREATE INDEX renovations_unit ON renovations (unit_id);
CREATE INDEX renovations_state ON renovations (state);
CREATE INDEX renovations_serial ON renovations (substr(no, 1, 8), CAST(substr(no, 9) AS INTEGER));
CREATE INDEX renovation_patrols_renovation ON renovation_patrols (renovation_id, patrolled_at);
CREATE INDEX renovation_violations_open ON renovation_violations (renovation_id)
  WHERE rectified_at IS NULL;
CREATE INDEX violation_measures_violation ON violation_measures (violation_id);
CREATE INDEX renovation_overtimes_renovation ON renovation_overtimes (renovation_id, from_at);
CREATE INDEX renovation_inspections_renovation ON renovation_inspections (renovation_id);
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
