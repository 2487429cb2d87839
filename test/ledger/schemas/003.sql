PRAGMA application_id = 2004438087;
PRAGMA user_version = 3;
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
INSERT INTO migrations VALUES (1, '001-desk', '2026-11-22T15:53:45Z');
INSERT INTO migrations VALUES (2, '002-households', '2026-11-22T15:53:45Z');
INSERT INTO migrations VALUES (3, '003-money', '2026-11-22T15:53:45Z');
INSERT INTO journal VALUES (1, '2026-11-22T15:53:45Z', '2026-11-22T15:53:45Z', NULL, 'ledger.create', NULL, '{"version":3}', '{"cash_closings":{"rows":0,"sum":"0"},"cash_days":{"rows":0,"sum":"0"},"charges":{"rows":0,"sum":"0"},"complaint_measures":{"rows":0,"sum":"0"},"complaints":{"rows":0,"sum":"0"},"contacts":{"rows":0,"sum":"0"},"deadlines":{"rows":0,"sum":"0"},"deposit_moves":{"rows":0,"sum":"0"},"deposits":{"rows":0,"sum":"0"},"enquiries":{"rows":0,"sum":"0"},"events":{"rows":0,"sum":"0"},"hand_ins":{"rows":0,"sum":"0"},"meter_readings":{"rows":0,"sum":"0"},"migrations":{"rows":3,"sum":"e8a86292959585ab5741b8f49196e3237b600eb55e24ceae5ce787eaf289d422"},"move_items":{"rows":0,"sum":"0"},"moves":{"rows":0,"sum":"0"},"payouts":{"rows":0,"sum":"0"},"people":{"rows":0,"sum":"0"},"rains":{"rows":0,"sum":"0"},"receipts":{"rows":0,"sum":"0"},"residents":{"rows":0,"sum":"0"},"rounds":{"rows":0,"sum":"0"},"sample_units":{"rows":0,"sum":"0"},"samples":{"rows":0,"sum":"0"},"settlements":{"rows":0,"sum":"0"},"staff":{"rows":0,"sum":"0"},"subscriptions":{"rows":0,"sum":"0"},"survey_answers":{"rows":0,"sum":"0"},"survey_forms":{"rows":0,"sum":"0"},"survey_questions":{"rows":0,"sum":"0"},"surveys":{"rows":0,"sum":"0"},"tickets":{"rows":0,"sum":"0"},"trust_patrols":{"rows":0,"sum":"0"},"units":{"rows":0,"sum":"0"},"visit_plans":{"rows":0,"sum":"0"},"visits":{"rows":0,"sum":"0"}}', '0000000000000000000000000000000000000000000000000000000000000000', '72bd440f10f818a45463b936df8fa5149c89fec0d1d364c75ade9296360e4f69');
INSERT INTO journal VALUES (2, '2026-11-22T15:53:45Z', '2026-11-22T15:53:45Z', 1, 'staff.add', 'staff 1', '{"roles":["supervisor"]}', '{"staff":{"rows":1,"sum":"ed86190d2d6b6d3d9b4dc2d33ac65e83c6a3058ececd45894be3d7abc155244a"}}', '72bd440f10f818a45463b936df8fa5149c89fec0d1d364c75ade9296360e4f69', '8f4094049cb6ca60f1a29fd05e71c37b632bdd360225a1cc672fdb5b1d2ac3e8');
INSERT INTO journal VALUES (3, '2026-11-22T15:53:46Z', '2026-11-22T15:53:46Z', 1, 'staff.add', 'staff 2', '{"roles":["engineering"],"phone":"***"}', '{"staff":{"rows":2,"sum":"c925af2569ac43525b88802b7a7e56319a919b355b66c6ce7e2c0206c2c01a19"}}', '8f4094049cb6ca60f1a29fd05e71c37b632bdd360225a1cc672fdb5b1d2ac3e8', '61637e705db4e632c2e2dbc8b296c3d43b90ee42e4fcded09de92f0cd4da4f36');
INSERT INTO journal VALUES (4, '2026-11-22T15:53:46Z', '2026-11-22T15:53:46Z', 1, 'unit.add', '3-2-1501', '{"areaThousandths":89530,"use":"residential","handoverOn":"2024-06-30"}', '{"units":{"rows":1,"sum":"ada3eb7e4baa832827e89c95455d9fd7284f37fd014d6c0ad44a5e09af1e94ac"}}', '61637e705db4e632c2e2dbc8b296c3d43b90ee42e4fcded09de92f0cd4da4f36', '6c34256a72663994217acc5bfed90c687f7685f8ed8bcfcd0393e9b1faaabf8c');
INSERT INTO journal VALUES (5, '2026-11-22T15:53:46Z', '2026-11-22T15:53:46Z', 1, 'unit.add', 'S-12', '{"areaThousandths":45000,"use":"shop","handoverOn":null}', '{"units":{"rows":2,"sum":"e04e95bab94d83f69b8febda1eeb5f04a38e195a6c348b671b853ab3bb981ba"}}', '6c34256a72663994217acc5bfed90c687f7685f8ed8bcfcd0393e9b1faaabf8c', 'f0d4b9bf22369b7a2f778969e9017ed3ade81c6b949e53af01338219cb561ad4');
INSERT INTO journal VALUES (6, '2026-11-22T15:53:46Z', '2026-11-22T15:53:46Z', 1, 'resident.add', 'resident 1', '{"unit":"3-2-1501","role":"owner","fromOn":"2024-07-01","untilOn":null}', '{"people":{"rows":1,"sum":"d8b012ea35b519298caeab1de356085c424ddc4e196617170796cd3870c1caed"},"residents":{"rows":1,"sum":"5d3018978dae0cf28ef57d4c5354366fe6b9b9e3b324a0f78c92210291fb4c2d"}}', 'f0d4b9bf22369b7a2f778969e9017ed3ade81c6b949e53af01338219cb561ad4', '34d6a54c2a360142b41a75e573a4041f4e43900a3ef17423a4c372710777cf2b');
INSERT INTO journal VALUES (7, '2026-11-20T01:00:00Z', '2026-11-22T15:53:46Z', 1, 'ticket.open', 'T261120-001', '{"unit":"3-2-1501","category":"leak","urgent":false,"charge":"warranty","appointmentAt":null}', '{"deadlines":{"rows":2,"sum":"5e0130b1a0e7102580c2eb1844e675cb3894b0ab0ff27fb273e9eff18b192d5f"},"events":{"rows":1,"sum":"8a242bea4603e70a99f2c23a92e68a18f1dc66e6985ad0010f5b56bce1ee1daf"},"tickets":{"rows":1,"sum":"9a06997c6c67bf022e7e558120e9e0d09aa36fa45b05f5a839bca5b9de57923d"}}', '34d6a54c2a360142b41a75e573a4041f4e43900a3ef17423a4c372710777cf2b', '396ee86257c4906021a5b20b26eb5e6762c9c131bb8e40dce06c555ec0aed560');
INSERT INTO journal VALUES (8, '2026-11-20T01:10:00Z', '2026-11-22T15:53:46Z', 1, 'ticket.assign', 'T261120-001', '{"assigneeId":2,"slipTaken":false}', '{"deadlines":{"rows":2,"sum":"d76f64642c93d8b0026b7244cce0786eb16828dedab7b2ca451c0d43ca157866"},"events":{"rows":2,"sum":"762f01dab03e2f569e493f9b1cc6a0abef4c01740f598b788abe7d97124c4533"},"tickets":{"rows":1,"sum":"3094b0350ab6e94e03f6fc9cd701389fb3fa39997ff7a5b7860541eaa47fe01a"}}', '396ee86257c4906021a5b20b26eb5e6762c9c131bb8e40dce06c555ec0aed560', '78becd0088c0faf7b1935690d3c35474dafc4851b6a3e9a4c96c1908893bea55');
INSERT INTO journal VALUES (9, '2026-11-20T01:40:00Z', '2026-11-22T15:53:46Z', 1, 'ticket.arrive', 'T261120-001', '{"arrivedAt":"2026-11-20T01:40:00Z"}', '{"events":{"rows":3,"sum":"63be23f7268b32cfc69c1e81af990e86f37ce17d629ffdac8e1687603c9887eb"},"tickets":{"rows":1,"sum":"a68e84d109c02858b1f63eb471809cd45ebefcd3ba893761b9f7fa45bbbd8480"}}', '78becd0088c0faf7b1935690d3c35474dafc4851b6a3e9a4c96c1908893bea55', 'dd88a04c75550daf29fe42eb20c3dfae453db6718d7e846f1bb80d2a3ea30b49');
INSERT INTO journal VALUES (10, '2026-11-20T02:30:00Z', '2026-11-22T15:53:46Z', 1, 'ticket.finish', 'T261120-001', '{"finishedAt":"2026-11-20T02:30:00Z","costFen":null,"leakTestedAt":null}', '{"deadlines":{"rows":3,"sum":"2a01674ecf6cde13e5dbd5bb61dc2a2903551dea3b1569627a4df898a4cd7c93"},"events":{"rows":4,"sum":"a42c15dcc9691fc90426c2679e9dd72dadf88e527b1067a33cb45d359d1f65a1"},"tickets":{"rows":1,"sum":"1528b1dd2603dc5e1ce7ad9a1cc6c955219fce56a1469e989c71841230992bb"}}', 'dd88a04c75550daf29fe42eb20c3dfae453db6718d7e846f1bb80d2a3ea30b49', 'b8b89306a545a1f156c10af1b0827345f4cd0b85444a0fd93332c8574c38359d');
INSERT INTO journal VALUES (11, '2026-11-20T09:00:00Z', '2026-11-22T15:53:46Z', 1, 'ticket.close', 'T261120-001', '{"satisfied":true,"signedBy":"***"}', '{"deadlines":{"rows":3,"sum":"77bdc325f67891910274eb4346e048d19514131ab52f448afa690a3d75df98d8"},"events":{"rows":5,"sum":"13d480d63e724c5947a2a2f3bf98b8f35bc8b4a507cd8d282fc73f689af23f53"},"tickets":{"rows":1,"sum":"f55a86b0922db1eec4ec6c8ef918ff7de0165d90ab7725b4174675a6dd53c09b"}}', 'b8b89306a545a1f156c10af1b0827345f4cd0b85444a0fd93332c8574c38359d', '7877919210711638d313959bec43e51994ebc6f7143c779cda59fe5e0b11c5eb');
INSERT INTO journal VALUES (12, '2026-11-21T02:00:00Z', '2026-11-22T15:53:46Z', 1, 'ticket.callback', 'T261120-001', '{"callbackResult":"satisfied","callbackQuality":null,"callbackAttitude":null}', '{"deadlines":{"rows":3,"sum":"bd7db57ad657f55e946e18df6cb6d4587946eae98d867ae02e80eec5640233be"},"events":{"rows":6,"sum":"dfa196cdfa97c208063a15f37656acc7b50bf53d88b7f417e5bb24c2e66d5bc5"},"tickets":{"rows":1,"sum":"2fc001b7c982c9a8a1c7e9d1953c73e53ad51807546c8a1f8661268eee47baec"}}', '7877919210711638d313959bec43e51994ebc6f7143c779cda59fe5e0b11c5eb', '87c7acf519b13cba842d88235c8434a999b3d8b46ca5fe04cef1d39b4907df55');
INSERT INTO journal VALUES (13, '2026-11-21T12:00:00Z', '2026-11-22T15:53:46Z', 1, 'ticket.open', 'T261121-001', '{"unit":null,"category":"general","urgent":false,"charge":"free","appointmentAt":null}', '{"deadlines":{"rows":5,"sum":"f0decc746f65c2db970d31854c391206713b577da5abd576e754dde12735810a"},"events":{"rows":7,"sum":"5670ed7cd0676ccf5537eca082b65a307735fe7a8b93e437ede7f90bc85529eb"},"tickets":{"rows":2,"sum":"ee054030f1ca8bb10b4df884d5ca0ea9f9f8f5d30dfdfc214f996d1d15276ac7"}}', '87c7acf519b13cba842d88235c8434a999b3d8b46ca5fe04cef1d39b4907df55', 'cf9cabdd07a6bfa2993ba6799d4b7700dc40046abf403e149bf603a66dd1011b');
INSERT INTO journal VALUES (14, '2026-11-21T12:30:00Z', '2026-11-22T15:53:46Z', 1, 'ticket.cancel', 'T261121-001', '{"cancelledAt":"2026-11-21T12:30:00Z"}', '{"deadlines":{"rows":4,"sum":"442fbba74cc9ca57acec31ac396dc4fe1bb61d7022be1263822bcbde1c36199f"},"events":{"rows":8,"sum":"20d1a19c5de3d14c89195d50389ce7465abba6c0544dea732a9fe651b151a960"},"tickets":{"rows":2,"sum":"7ae5e5fa3eba34940325c36b15a39630d45e55eeb06edbcc19ae0969106dccda"}}', 'cf9cabdd07a6bfa2993ba6799d4b7700dc40046abf403e149bf603a66dd1011b', '54818dcfcf2eeae0f0e4a787c5d84b3d4e22f95212adcc9a51ea7e890fd34d21');
INSERT INTO journal VALUES (15, '2026-11-21T13:00:00Z', '2026-11-22T15:53:46Z', 1, 'ticket.open', 'T261121-002', '{"unit":"S-12","category":"general","urgent":true,"charge":"paid","appointmentAt":null}', '{"deadlines":{"rows":7,"sum":"c0fc32a350ce018907bd2e2268f00d12547f9385aab10b49716cce8553f84381"},"events":{"rows":9,"sum":"812923c7adbb3057843bb5120842ec210244b85899a75efb26f02c0966e170a3"},"tickets":{"rows":3,"sum":"c8ce9f9c2eeb1a4c8aaa1c347be3587d1ed87f9a27773a217489d61606e177bd"}}', '54818dcfcf2eeae0f0e4a787c5d84b3d4e22f95212adcc9a51ea7e890fd34d21', '9b32feaf4331b7d23305e6d60c318ad2201c51c680db04b6d716e81a4df68f60');
INSERT INTO journal VALUES (16, '2026-11-20T01:00:00Z', '2026-11-22T15:53:46Z', 1, 'complaint.log', 'C261120-001', '{"unit":"3-2-1501","channel":"phone","grade":"minor","nature":"valid","category":"cleaning","against":"cleaning","askedUntilAt":null,"harmAtReception":false,"about":null}', '{"complaints":{"rows":1,"sum":"344d253beb2a5e24c4fd0837e44a0f637602cc96b9907782406f6b41baf56293"},"deadlines":{"rows":9,"sum":"230289d43c7b5fddf30e7cc66051e370d2c6b0b0dfcc24ce859d15e8b736b528"},"events":{"rows":10,"sum":"f9c9ac346a78e2f717fbf0f9da689a3606a97c08e1cdc83bd071387801a06ec3"}}', '9b32feaf4331b7d23305e6d60c318ad2201c51c680db04b6d716e81a4df68f60', '47c3adeada608d1b5a3f157ea2f8161f7d7367ff960b0d3d2753114c202cd93e');
INSERT INTO journal VALUES (17, '2026-11-20T02:00:00Z', '2026-11-22T15:53:46Z', 1, 'complaint.measure', 'C261120-001', '{"part":1,"kind":"corrective","ownerId":2,"untilOn":"2026-11-30"}', '{"complaint_measures":{"rows":1,"sum":"3125ad76683347e0c0f888d7b89de7c92f7e7dff31912f0529ca2d04406e8be6"},"deadlines":{"rows":10,"sum":"767c213805842133a4478249d50d34261c951e09f1380c904a5a55f53ee885ef"},"events":{"rows":11,"sum":"90566dc84808d62fd2c4f5fd74e913f8304be4ae24f0fceb26ea2d14ec3869e0"}}', '47c3adeada608d1b5a3f157ea2f8161f7d7367ff960b0d3d2753114c202cd93e', '6cf28062b45f762e42ec85c34463fe5ee2cfd2562e0ef4b22b893a53a9f1024b');
INSERT INTO journal VALUES (18, '2026-11-20T07:00:00Z', '2026-11-22T15:53:46Z', 1, 'complaint.resolve', 'C261120-001', '{"resolvedAt":"2026-11-20T07:00:00Z","result":"***"}', '{"complaints":{"rows":1,"sum":"97b8e6dfedfd15cb3dbdbaf61eeff919dcd2ff5fda33adc9624f9b145c5b11b1"},"deadlines":{"rows":11,"sum":"ce196f5e8cad9a5270a2b5d62e796eeb4df4c567bb89a29d8a2c64866c17f598"},"events":{"rows":12,"sum":"6a79c9c57ff62d4c5e75c464b60c6cb202696067c699cff865dd1e6d3414202b"}}', '6cf28062b45f762e42ec85c34463fe5ee2cfd2562e0ef4b22b893a53a9f1024b', '97877ad7502c675632a4874e385fc3392c736ed2c1901a8c28ea7bced34ddb80');
INSERT INTO journal VALUES (19, '2026-11-20T07:10:00Z', '2026-11-22T15:53:46Z', 1, 'complaint.tell', 'C261120-001', '{"toldAt":"2026-11-20T07:10:00Z"}', '{"complaints":{"rows":1,"sum":"e07df4e0cbb97262dbde25e280a8759ea2d964e5940d07626c6eb6aae03016f8"},"deadlines":{"rows":11,"sum":"ed8cac3c4ee3d8e6f652a9ea567899ff1553531bb30f4c5dad327938d967c09a"},"events":{"rows":13,"sum":"2fc6dd5d91763248d41cdc72c7769137a76fb494c2de7333c16225514e107a07"}}', '97877ad7502c675632a4874e385fc3392c736ed2c1901a8c28ea7bced34ddb80', 'ea30d4afbd14ce52e44975163ed971259c6dbce582605ecf0b783c94379a51a0');
INSERT INTO journal VALUES (20, '2026-11-20T07:20:00Z', '2026-11-22T15:53:46Z', 1, 'complaint.close', 'C261120-001', '{"state":"closed","closedAt":"2026-11-20T07:20:00Z"}', '{"complaints":{"rows":1,"sum":"7e9b4f14f73c5077fe6f56abc7b8969f16b2e7e5c1fdaae69221f6921fac1f1a"},"deadlines":{"rows":12,"sum":"c989e05d465ac3e3839f6f0c566e236f167c394048c64d544d4db680fcd887ba"},"events":{"rows":14,"sum":"b6596bf0def21aa4acdb32ea8054a3f51d7dd63db70c858f63c231d7064b981a"}}', 'ea30d4afbd14ce52e44975163ed971259c6dbce582605ecf0b783c94379a51a0', 'ad6d9dd37ef9280cea04743ad2aa56db2a3cd90f58f29418c72f7a713c220632');
INSERT INTO journal VALUES (21, '2026-11-21T02:10:00Z', '2026-11-22T15:53:46Z', 1, 'complaint.callback', 'C261120-001', '{"callbackResult":"satisfied","callbackSignerId":1}', '{"complaints":{"rows":1,"sum":"fbe90c92405bed2e2785a52645b94526c7a1acf705257d78892d56d1a700a30c"},"deadlines":{"rows":12,"sum":"805a292f9d6cafcef15e8012fea1e4c24e85b02286086d66c1e9b2800b50e431"},"events":{"rows":15,"sum":"78a2d7fad717821cd8eb2fc0b309a74f8d72c4e9901572915a41740952a52698"}}', 'ad6d9dd37ef9280cea04743ad2aa56db2a3cd90f58f29418c72f7a713c220632', 'dfba5025a5837b1dba20b86aed3a2b8a0e1157af8f40a4e197ac0fbf2d3f392e');
INSERT INTO journal VALUES (22, '2026-11-22T15:53:46Z', '2026-11-22T15:53:46Z', 1, 'unit.add', '3-2-1502', '{"areaThousandths":89530,"use":"residential","handoverOn":null}', '{"units":{"rows":3,"sum":"db3f8979468406aded433b7ac6a259191974988975d8893a2c4cb8918b886e63"}}', 'dfba5025a5837b1dba20b86aed3a2b8a0e1157af8f40a4e197ac0fbf2d3f392e', 'ad67ac33331b58db0b62e5fe03c8cecfafce148babe411bd4b72c9d9e70fe88e');
INSERT INTO journal VALUES (23, '2026-11-20T03:00:00Z', '2026-11-22T15:53:46Z', 1, 'resident.add', 'resident 2', '{"unit":"3-2-1502","role":"owner","fromOn":"2026-11-20","untilOn":null}', '{"people":{"rows":2,"sum":"a6f83ea68c7c6b08401d7ff3b78d64543c212a68fe71bcf7c856b255c8e7dce8"},"residents":{"rows":2,"sum":"c1210dd1ba44644a761b9bc158a9d9f797d28d03a4d12e43016d999ec94bd41e"}}', 'ad67ac33331b58db0b62e5fe03c8cecfafce148babe411bd4b72c9d9e70fe88e', 'b3f0e0ebcc0fc7f60b7afb524c7eb74510da16b67c2223b47f68ee1db145181c');
INSERT INTO journal VALUES (24, '2026-11-20T03:00:00Z', '2026-11-22T15:53:46Z', 1, 'resident.move-in', 'M261120-001', '{"name":"***","phone":"***","unit":"3-2-1502","case":"owner","effectiveOn":"2026-11-20"}', '{"events":{"rows":16,"sum":"4973c087e799dcaf58ea1f7f4758f061ee25504769c307645ac0689ca7f78fd7"},"moves":{"rows":1,"sum":"568769114f0762b4b647925291563fc09d2edb8a873f634c1e95e3b1de6f6227"}}', 'b3f0e0ebcc0fc7f60b7afb524c7eb74510da16b67c2223b47f68ee1db145181c', '0012b18a2a6ad28b8b3a04e47993c5ab848c313c64b52607d27c0d5679cdec11');
INSERT INTO journal VALUES (25, '2026-11-20T03:05:00Z', '2026-11-22T15:53:46Z', 1, 'resident.paper', 'M261120-001', '{"codes":["id-card"]}', '{"events":{"rows":17,"sum":"6a7b12a8aec209e20319b098fdb5ef5fac99a7a355f08d6856c1a78b95da8cbc"},"move_items":{"rows":1,"sum":"545cb68bbeaefed23394b5082250c74bfaf9670ad6474297d6b59ec29d20461a"}}', '0012b18a2a6ad28b8b3a04e47993c5ab848c313c64b52607d27c0d5679cdec11', '008c41c68f74ae10b20bfa626c03969ef59693216411d3d419f449f6bb8e9af5');
INSERT INTO journal VALUES (26, '2026-11-20T03:10:00Z', '2026-11-22T15:53:46Z', 1, 'resident.meter', 'M261120-001', '{"waterThousandths":500}', '{"events":{"rows":18,"sum":"27a9115192c865b4dde93d52cbd201993b5c914e6c0c03add2645c455b85a3a3"},"meter_readings":{"rows":1,"sum":"16145c2d634feea69b18eacc72f2ea9f73d9ae8e3d840ccecbe1c945b15bd46d"}}', '008c41c68f74ae10b20bfa626c03969ef59693216411d3d419f449f6bb8e9af5', 'a958c4c7f53b2f9cf2a4dbe5ee5af683930765a0b34e7d88d1aa7ce99e942734');
INSERT INTO journal VALUES (27, '2026-11-20T08:00:00Z', '2026-11-22T15:53:46Z', 1, 'visit.log', 'V261120-001', '{"unit":"3-2-1501","subject":null,"sample":null,"reason":"visit","way":"door","result":"satisfied","ledTo":null}', '{"visits":{"rows":1,"sum":"396448af45ee4fa8166fa7b2b1a054686d2c294a14f77bf684c73ce7b6cc6ad"}}', 'a958c4c7f53b2f9cf2a4dbe5ee5af683930765a0b34e7d88d1aa7ce99e942734', '39d99311758115ee34d0b7ab1378f9b9567d21a7a1218a04c846d62eb83d76ba');
INSERT INTO journal VALUES (28, '2026-11-20T09:00:00Z', '2026-11-22T15:53:46Z', 1, 'visit.sample', NULL, '{"month":"2026-11","seed":"2026-11 蓝天新苑","households":2}', '{"sample_units":{"rows":2,"sum":"1fe45d5f44b155edad227ec5fc12d565f7eeb7ab8256165629d3c73b970f62d6"},"samples":{"rows":1,"sum":"e2695b484a902efa410209f20877c71430798d033f1a5bb502370c41e2a4f1ee"}}', '39d99311758115ee34d0b7ab1378f9b9567d21a7a1218a04c846d62eb83d76ba', 'ba67f97b35c8621e9cbc109cbd18ed5a30f46857f92d2e2a23962c3190b12af1');
INSERT INTO journal VALUES (29, '2026-11-20T10:00:00Z', '2026-11-22T15:53:46Z', 1, 'visit.committee', NULL, '{"month":"2026-11","text":"***"}', '{"rounds":{"rows":1,"sum":"fc8e4c624e4e9f15b57b4ecc39f3e7812ca639168c59ba3d6eb61e967095b2c4"}}', 'ba67f97b35c8621e9cbc109cbd18ed5a30f46857f92d2e2a23962c3190b12af1', 'a1970a4882b37f9ce5132328d3eb503938cf0de4fb61ea686e03221382860da9');
INSERT INTO journal VALUES (30, '2026-11-20T10:10:00Z', '2026-11-22T15:53:46Z', 1, 'plan.add', 'P261120-001', '{"unit":"3-2-1501","plannedOn":"2026-11-28","visitorId":null}', '{"deadlines":{"rows":13,"sum":"ac302722d13e87e9f0e086c20201d554b259e37450819b08147d975aed8238ef"},"events":{"rows":19,"sum":"f25439e58c55f7fe51f5c7238de54fb9bba63e8a3f119d52990fb53fa19cf240"},"visit_plans":{"rows":1,"sum":"ec177f15fdc2298fc05811aab86858a801f33aabf76b124652162de74e239e93"}}', 'a1970a4882b37f9ce5132328d3eb503938cf0de4fb61ea686e03221382860da9', '2edb053f929396fa53901e502a85c8f0a7a0e573df398b63a68438bf534017af');
INSERT INTO journal VALUES (31, '2026-11-20T10:20:00Z', '2026-11-22T15:53:46Z', 1, 'enquiry.log', 'E261120-001', '{"channel":"phone","kind":"caller","unit":null,"state":"open","promisedAt":null,"who":"***"}', '{"deadlines":{"rows":14,"sum":"e2b389908092476395a03381cb249bd6930ab4667a7262a44795024e5c9fb7b8"},"enquiries":{"rows":1,"sum":"ce8b66ec6f041132fcff437555fa7c5d06d20d6455b189e6a012fd4b25aa146a"},"events":{"rows":20,"sum":"9a6fcc97dc1d092c9c1daac9f3155c69f9cbead5c99e8d19a01e42f466256989"}}', '2edb053f929396fa53901e502a85c8f0a7a0e573df398b63a68438bf534017af', '79f003276685830abb21eeaaf9c6913260ea38fdab85574f2f09577feaf15e09');
INSERT INTO journal VALUES (32, '2026-11-20T11:00:00Z', '2026-11-22T15:53:46Z', 1, 'survey.open', 'S261120-001', '{"year":"2026","title":"2026 年度业主意见征询","questions":8}', '{"events":{"rows":21,"sum":"b1d4798ef042ab319fad4879ae731421ec01dc714209953f792c3c8a2afab209"},"survey_questions":{"rows":8,"sum":"816e2d8afd0cadf68006b58d9094834058998274732606bf53d808441db4868e"},"surveys":{"rows":1,"sum":"79213c50d82f01a440bddc2201ea209a84a139f45a662a4a3f890260bf39f0d5"}}', '79f003276685830abb21eeaaf9c6913260ea38fdab85574f2f09577feaf15e09', 'e802cce9b8c7c9248ffefdd6ef6ff9548a4862bf23dd9e4511788377d90bf0e6');
INSERT INTO journal VALUES (33, '2026-11-20T11:10:00Z', '2026-11-22T15:53:46Z', 1, 'survey.send', 'S261120-001', '{"sent":2}', '{"events":{"rows":22,"sum":"d7f81c821ef15bf500f7b50293a13e5452d64207b01f0ec36ea2aa47693235ca"},"survey_forms":{"rows":2,"sum":"aeccfad0f1482d1dbc521cc5cb7d59b4c392b577ee285674c0c4b3a0c1d1a300"}}', 'e802cce9b8c7c9248ffefdd6ef6ff9548a4862bf23dd9e4511788377d90bf0e6', '9663c56a6c0c4c66abdd8de96ac5e956636cc5e0ad79e2761f855582f72fbbca');
INSERT INTO journal VALUES (34, '2026-11-21T01:00:00Z', '2026-11-22T15:53:46Z', 1, 'survey.record', 'S261120-001', '{"unit":"3-2-1501","answered":8,"valid":true}', '{"survey_answers":{"rows":8,"sum":"f571720ec8f9bd295beff427187e1fdb6ff574ba2eddc7ed703f8bd26af789d7"},"survey_forms":{"rows":2,"sum":"5ee534c979ecffac159b0ad8c4a35cfa68c1aecab0e0c8daba9a8324f916b64d"}}', '9663c56a6c0c4c66abdd8de96ac5e956636cc5e0ad79e2761f855582f72fbbca', '4cc5edec2063dbcacac19cadcf793b0e05bb018222be61ec4c329e5abcc7cc2c');
INSERT INTO journal VALUES (35, '2026-11-22T15:53:46Z', '2026-11-22T15:53:46Z', 1, 'staff.add', 'staff 3', '{"roles":["finance"],"phone":"***"}', '{"staff":{"rows":3,"sum":"4e9194d07bd89fed5866c470138b464aa19605bc699e7f6cb30ac01f9cffbceb"}}', '4cc5edec2063dbcacac19cadcf793b0e05bb018222be61ec4c329e5abcc7cc2c', '4dfad7285ed4624f07afbdd0f76a4e909c8a8404ed80c77cdfe0975fde1d48f3');
INSERT INTO journal VALUES (36, '2026-11-20T01:00:00Z', '2026-11-22T15:53:46Z', 1, 'meter.read', '3-2-1501', '{"meter":"water","readOn":"2026-09-30","readingThousandths":100000}', '{"meter_readings":{"rows":2,"sum":"fa7c6e935f14745130eb9d9c3823e2f73d727dfac5948deb090c1244fc7b15b2"}}', '4dfad7285ed4624f07afbdd0f76a4e909c8a8404ed80c77cdfe0975fde1d48f3', '642f1c989d64a8fe85c3f0cdccbfd80b71195a913b2909eb4731982bfe4b507c');
INSERT INTO journal VALUES (37, '2026-11-20T01:10:00Z', '2026-11-22T15:53:46Z', 1, 'fee.subscribe', 'A261120-001', '{"unit":"3-2-1501","tariff":"trust","fromOn":"2026-11-01","untilOn":null,"quantityThousandths":null,"rateTenthousandths":null,"party":null,"note":null}', '{"deadlines":{"rows":15,"sum":"63d32aefebcee17717b5436ef2c6d47c1e6a54bc25b0f08f10d90fa4a7cd54f9"},"subscriptions":{"rows":1,"sum":"eafa452faddfa6ae34860e30222a0a8bc9f42abd7d7eb7759ce382d4ed3a398e"}}', '642f1c989d64a8fe85c3f0cdccbfd80b71195a913b2909eb4731982bfe4b507c', 'f1fb0bab20c95da9dab4e28471a7cd9d2746445e57d5e4a3ab0e4e29b9c74a7f');
INSERT INTO journal VALUES (38, '2026-11-20T01:20:00Z', '2026-11-22T15:53:46Z', 1, 'fee.bill', NULL, '{"period":"2026-10","billed":3,"amountFen":6722}', '{"charges":{"rows":3,"sum":"9c6566426a4010135713686fe4b4758a327c91b85f66a5fab0f7aa01ed6cce5f"},"rounds":{"rows":2,"sum":"d544bf3e5173b1a67ace3c72ec7c40bb6ca0d609200ded421bb674d5a20c1e04"}}', 'f1fb0bab20c95da9dab4e28471a7cd9d2746445e57d5e4a3ab0e4e29b9c74a7f', 'a7424061b10561696190f1ae1202a3caa1a4c26325d5b9ced02a9953bf9d9258');
INSERT INTO journal VALUES (39, '2026-11-20T01:30:00Z', '2026-11-22T15:53:46Z', 1, 'fee.waive', '3-2-1501', '{"charge":1,"tariff":"energy","amountFen":100,"reason":"***","approvedById":1}', '{"settlements":{"rows":1,"sum":"a8740c01cf5b407994204f846af2b9adb09b02642e8f8f26f00c86f01ea9ee64"}}', 'a7424061b10561696190f1ae1202a3caa1a4c26325d5b9ced02a9953bf9d9258', '1385b7be8d5f1f7ec693b9dec16b12fb32705912902df85f961113eb14dd4aa5');
INSERT INTO journal VALUES (40, '2026-11-20T01:40:00Z', '2026-11-22T15:53:46Z', 1, 'fee.pay', 'R261120-001', '{"unit":"3-2-1501","method":"cash","amountFen":50000,"payer":"***","allocatedFen":2586,"prepaidFen":47414}', '{"cash_days":{"rows":1,"sum":"d66ef402c24cff12f6da825ae31c38e92207a55563bbd1b55a18938064e347d3"},"deadlines":{"rows":16,"sum":"a83e4279627690ca2ed9f60f23aa927d6f08d34003d28ddd9a9d7d073f1f6596"},"receipts":{"rows":1,"sum":"ee25e41f179f4811f854efb1321ed89bce3154bd710c3f5d059ae9a626de3ad7"},"settlements":{"rows":2,"sum":"44cc92ad4c50b5721416ca99e9ef54c447db64fc7a5dff1528dad355a63f9656"}}', '1385b7be8d5f1f7ec693b9dec16b12fb32705912902df85f961113eb14dd4aa5', 'f1b022666f9fe5b1319fad878b7c4968616ed983b87265a2a1af9954bb7baa90');
INSERT INTO journal VALUES (41, '2026-11-20T01:50:00Z', '2026-11-22T15:53:46Z', 1, 'fee.refund', '3-2-1501', '{"method":"cash","amountFen":1000,"receipts":["R261120-001"],"reason":"***","approvedById":3}', '{"payouts":{"rows":1,"sum":"2f778163a468a26e774f11c512c3e9573dc78617bc892910a18b4b3e8270dc04"}}', 'f1b022666f9fe5b1319fad878b7c4968616ed983b87265a2a1af9954bb7baa90', '055508bc8be359d608884b4bd5e97651cd3b974ad5f2b492cb5469266f4b5dbe');
INSERT INTO journal VALUES (42, '2026-11-20T02:00:00Z', '2026-11-22T15:53:46Z', 1, 'fee.contact', 'N261120-001', '{"unit":"S-12","way":"phone","result":"promised","amountFen":1350,"promiseOn":"2026-11-28","effectiveOn":"2026-11-20"}', '{"contacts":{"rows":1,"sum":"b6986641cbad7aef308250dd5c8a6127ed86c0cf1f4cb20722df08d7ff514879"},"deadlines":{"rows":17,"sum":"9c8b2d11380f35226989958668e4df1b0d94b7dc529ba269f1125b2d437bc0dd"}}', '055508bc8be359d608884b4bd5e97651cd3b974ad5f2b492cb5469266f4b5dbe', 'a9abec21b85b03c34a35846b6be0d3f8d809fa989bfe8f03a1e1a599e87c4f0c');
INSERT INTO journal VALUES (43, '2026-11-20T02:10:00Z', '2026-11-22T15:53:46Z', 1, 'deposit.take', 'Y261120-001', '{"unit":"3-2-1501","kind":"renovation","party":"household","amountFen":200000,"method":"bank"}', '{"deposit_moves":{"rows":1,"sum":"809a9e6fac9dc209d47042d05972903f134bdde2b830b0f5881e0f922e91a216"},"deposits":{"rows":1,"sum":"bba02d200d7cc78711d2cef73e5e0cd31816568b9478a157895fabfa0c37b3ed"}}', 'a9abec21b85b03c34a35846b6be0d3f8d809fa989bfe8f03a1e1a599e87c4f0c', '87ab3a3d61a59f51ce7b8323961baf1edc671940a25f94218ff618e42fe92b17');
INSERT INTO journal VALUES (44, '2026-11-20T09:30:00Z', '2026-11-22T15:53:46Z', 1, 'cash.hand-in', '2026-11-20', '{"amountFen":49000,"expectedFen":49000,"takenById":3}', '{"deadlines":{"rows":17,"sum":"96f3dd44756c230d23289e077d66a455cd1fbc76fc62dd0ddd50e851a240af4d"},"hand_ins":{"rows":1,"sum":"b9294080fd056ed0222c6d474e47c4da7c68c053b00e1ac909a8ff9d77530983"}}', '87ab3a3d61a59f51ce7b8323961baf1edc671940a25f94218ff618e42fe92b17', '2fed1f54e5710f28e2a14c4c30f677916ad3eb5f05e61cf1bca3ff0a500ccbaf');
INSERT INTO journal VALUES (45, '2026-11-20T09:40:00Z', '2026-11-22T15:53:46Z', 1, 'cash.check-safe', '2026-11-20', '{}', '{"rounds":{"rows":3,"sum":"f60d0ed718bd79f8252f21ba3e677b8e84abde0c330d3cc3c40813a9554eeb2a"}}', '2fed1f54e5710f28e2a14c4c30f677916ad3eb5f05e61cf1bca3ff0a500ccbaf', '1a45772b1e4d911f171bf3399e615866a3a8a105aad19a4f9b98e1db0e9f11ab');
INSERT INTO journal VALUES (46, '2026-11-20T10:00:00Z', '2026-11-22T15:53:46Z', 1, 'trust.rain', NULL, '{"rain":1,"startsAt":"2026-11-21T00:00:00Z","endsAt":null,"households":1}', '{"deadlines":{"rows":19,"sum":"8c87e7a5e05c3968fc42402f74d3eb6f509a873c29bf8e90f4f9753bc29ec3a5"},"rains":{"rows":1,"sum":"56ce8222457aafb345f419360ce0de224de37784da28c7b32b42768e9ae40737"}}', '1a45772b1e4d911f171bf3399e615866a3a8a105aad19a4f9b98e1db0e9f11ab', '33fbe62730a1b48c8fcf10b217675d1d2350e8c9556317f4aa000d5de1627368');
INSERT INTO journal VALUES (47, '2026-11-20T10:30:00Z', '2026-11-22T15:53:46Z', 1, 'trust.patrol', NULL, '{"turn":"weekly","ok":true,"households":1}', '{"deadlines":{"rows":20,"sum":"20a1af231e50eb9b694a4952fc98f469dae1a2296f85683d4c08e55458096acb"},"trust_patrols":{"rows":1,"sum":"3ce5434d5e6048b9c457b3ce4d4181450d3ac78b93918eb4559b355ace3ce539"}}', '33fbe62730a1b48c8fcf10b217675d1d2350e8c9556317f4aa000d5de1627368', '2145af552cb33b9d100bdf66ce8747a2030bc74a1d579e926765f21a77a0dd91');
INSERT INTO journal VALUES (48, '2026-11-20T10:40:00Z', '2026-11-22T15:53:46Z', 1, 'cash.close', '2026-10', '{"bookedFen":0,"countedFen":0,"reviewedById":null}', '{"cash_closings":{"rows":1,"sum":"28d3595a8612783ffc2a2a8f75375015254f0688430779874b16569a503039a3"},"rounds":{"rows":4,"sum":"2a62119a771058f3539daa4b02c543841356fc42deaa982d912ba8cfc554ba2a"}}', '2145af552cb33b9d100bdf66ce8747a2030bc74a1d579e926765f21a77a0dd91', '905f9da0c3bff5f29fe539dcc09e44642491a0085ce6143f55fa5c63b83ecee0');
INSERT INTO digests VALUES ('cash_closings', 1, '28d3595a8612783ffc2a2a8f75375015254f0688430779874b16569a503039a3');
INSERT INTO digests VALUES ('cash_days', 1, 'd66ef402c24cff12f6da825ae31c38e92207a55563bbd1b55a18938064e347d3');
INSERT INTO digests VALUES ('charges', 3, '9c6566426a4010135713686fe4b4758a327c91b85f66a5fab0f7aa01ed6cce5f');
INSERT INTO digests VALUES ('complaint_measures', 1, '3125ad76683347e0c0f888d7b89de7c92f7e7dff31912f0529ca2d04406e8be6');
INSERT INTO digests VALUES ('complaints', 1, 'fbe90c92405bed2e2785a52645b94526c7a1acf705257d78892d56d1a700a30c');
INSERT INTO digests VALUES ('contacts', 1, 'b6986641cbad7aef308250dd5c8a6127ed86c0cf1f4cb20722df08d7ff514879');
INSERT INTO digests VALUES ('deadlines', 20, '20a1af231e50eb9b694a4952fc98f469dae1a2296f85683d4c08e55458096acb');
INSERT INTO digests VALUES ('deposit_moves', 1, '809a9e6fac9dc209d47042d05972903f134bdde2b830b0f5881e0f922e91a216');
INSERT INTO digests VALUES ('deposits', 1, 'bba02d200d7cc78711d2cef73e5e0cd31816568b9478a157895fabfa0c37b3ed');
INSERT INTO digests VALUES ('enquiries', 1, 'ce8b66ec6f041132fcff437555fa7c5d06d20d6455b189e6a012fd4b25aa146a');
INSERT INTO digests VALUES ('events', 22, 'd7f81c821ef15bf500f7b50293a13e5452d64207b01f0ec36ea2aa47693235ca');
INSERT INTO digests VALUES ('hand_ins', 1, 'b9294080fd056ed0222c6d474e47c4da7c68c053b00e1ac909a8ff9d77530983');
INSERT INTO digests VALUES ('meter_readings', 2, 'fa7c6e935f14745130eb9d9c3823e2f73d727dfac5948deb090c1244fc7b15b2');
INSERT INTO digests VALUES ('migrations', 3, 'e8a86292959585ab5741b8f49196e3237b600eb55e24ceae5ce787eaf289d422');
INSERT INTO digests VALUES ('move_items', 1, '545cb68bbeaefed23394b5082250c74bfaf9670ad6474297d6b59ec29d20461a');
INSERT INTO digests VALUES ('moves', 1, '568769114f0762b4b647925291563fc09d2edb8a873f634c1e95e3b1de6f6227');
INSERT INTO digests VALUES ('payouts', 1, '2f778163a468a26e774f11c512c3e9573dc78617bc892910a18b4b3e8270dc04');
INSERT INTO digests VALUES ('people', 2, 'a6f83ea68c7c6b08401d7ff3b78d64543c212a68fe71bcf7c856b255c8e7dce8');
INSERT INTO digests VALUES ('rains', 1, '56ce8222457aafb345f419360ce0de224de37784da28c7b32b42768e9ae40737');
INSERT INTO digests VALUES ('receipts', 1, 'ee25e41f179f4811f854efb1321ed89bce3154bd710c3f5d059ae9a626de3ad7');
INSERT INTO digests VALUES ('residents', 2, 'c1210dd1ba44644a761b9bc158a9d9f797d28d03a4d12e43016d999ec94bd41e');
INSERT INTO digests VALUES ('rounds', 4, '2a62119a771058f3539daa4b02c543841356fc42deaa982d912ba8cfc554ba2a');
INSERT INTO digests VALUES ('sample_units', 2, '1fe45d5f44b155edad227ec5fc12d565f7eeb7ab8256165629d3c73b970f62d6');
INSERT INTO digests VALUES ('samples', 1, 'e2695b484a902efa410209f20877c71430798d033f1a5bb502370c41e2a4f1ee');
INSERT INTO digests VALUES ('settlements', 2, '44cc92ad4c50b5721416ca99e9ef54c447db64fc7a5dff1528dad355a63f9656');
INSERT INTO digests VALUES ('staff', 3, '4e9194d07bd89fed5866c470138b464aa19605bc699e7f6cb30ac01f9cffbceb');
INSERT INTO digests VALUES ('subscriptions', 1, 'eafa452faddfa6ae34860e30222a0a8bc9f42abd7d7eb7759ce382d4ed3a398e');
INSERT INTO digests VALUES ('survey_answers', 8, 'f571720ec8f9bd295beff427187e1fdb6ff574ba2eddc7ed703f8bd26af789d7');
INSERT INTO digests VALUES ('survey_forms', 2, '5ee534c979ecffac159b0ad8c4a35cfa68c1aecab0e0c8daba9a8324f916b64d');
INSERT INTO digests VALUES ('survey_questions', 8, '816e2d8afd0cadf68006b58d9094834058998274732606bf53d808441db4868e');
INSERT INTO digests VALUES ('surveys', 1, '79213c50d82f01a440bddc2201ea209a84a139f45a662a4a3f890260bf39f0d5');
INSERT INTO digests VALUES ('tickets', 3, 'c8ce9f9c2eeb1a4c8aaa1c347be3587d1ed87f9a27773a217489d61606e177bd');
INSERT INTO digests VALUES ('trust_patrols', 1, '3ce5434d5e6048b9c457b3ce4d4181450d3ac78b93918eb4559b355ace3ce539');
INSERT INTO digests VALUES ('units', 3, 'db3f8979468406aded433b7ac6a259191974988975d8893a2c4cb8918b886e63');
INSERT INTO digests VALUES ('visit_plans', 1, 'ec177f15fdc2298fc05811aab86858a801f33aabf76b124652162de74e239e93');
INSERT INTO digests VALUES ('visits', 1, '396448af45ee4fa8166fa7b2b1a054686d2c294a14f77bf684c73ce7b6cc6ad');
INSERT INTO staff VALUES (1, '王芳', '["supervisor"]', NULL, NULL);
INSERT INTO staff VALUES (2, '李强', '["engineering"]', '13800000001', NULL);
INSERT INTO staff VALUES (3, '钱进', '["finance"]', '13800000004', NULL);
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
INSERT INTO receipts VALUES (1, 'R261120-001', NULL, 1, '张伟', 'cash', 50000, NULL, NULL, NULL, '2026-11-20T01:40:00Z', 1, NULL, '2026-11-20T01:40:00Z', 1, '2026-11-20', NULL);
INSERT INTO settlements VALUES (1, 1, 'waiver', 100, NULL, '2026-11-20T01:30:00Z', 1, '协商', 1);
INSERT INTO settlements VALUES (2, 1, 'payment', 2586, 1, '2026-11-20T01:40:00Z', 1, NULL, NULL);
INSERT INTO payouts VALUES (1, 1, 'refund', 1000, 'cash', NULL, '多缴', 3, '2026-11-20T01:50:00Z', 1, '2026-11-20');
INSERT INTO deposits VALUES (1, 'Y261120-001', 1, 'household', NULL, 'renovation', NULL, NULL, '2026-11-20T02:10:00Z');
INSERT INTO deposit_moves VALUES (1, 1, 'take', 200000, 'bank', NULL, NULL, NULL, NULL, '2026-11-20T02:10:00Z', 1, '2026-11-20');
INSERT INTO cash_days VALUES (1, '2026-11-20', '2026-11-20T01:40:00Z');
INSERT INTO hand_ins VALUES (1, 49000, 49000, NULL, '2026-11-20T09:30:00Z', 1, 3, '2026-11-20');
INSERT INTO cash_closings VALUES (1, '2026-10', 0, 0, NULL, '2026-11-20T10:40:00Z', 1, NULL);
INSERT INTO contacts VALUES (1, 'N261120-001', 2, 'developer', NULL, NULL, 'notice', 'phone', 'promised', '2026-11-28', NULL, NULL, NULL, NULL, NULL, 1350, '2026-10-25', '2026-10-25', '2026-11-20', NULL, '2026-11-20T02:00:00Z', 1);
INSERT INTO rains VALUES (1, '2026-11-21T00:00:00Z', NULL, NULL, 1);
INSERT INTO trust_patrols VALUES (1, 1, NULL, 'weekly', 1, NULL, 0, '2026-11-20T10:30:00Z', 1);
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
  UNION ALL SELECT no, NULL, NULL, '' FROM cash_days;
