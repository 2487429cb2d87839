PRAGMA application_id = 2004438087;
PRAGMA user_version = 2;
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
) STRICT;
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
INSERT INTO migrations VALUES (1, '001-desk', '2026-11-22T12:48:13Z');
INSERT INTO migrations VALUES (2, '002-households', '2026-11-22T12:48:13Z');
INSERT INTO journal VALUES (1, '2026-11-22T12:48:13Z', '2026-11-22T12:48:13Z', NULL, 'ledger.create', NULL, '{"version":2}', '{"complaint_measures":{"rows":0,"sum":"0"},"complaints":{"rows":0,"sum":"0"},"deadlines":{"rows":0,"sum":"0"},"enquiries":{"rows":0,"sum":"0"},"events":{"rows":0,"sum":"0"},"meter_readings":{"rows":0,"sum":"0"},"migrations":{"rows":2,"sum":"67d97ffcc7db494e3d89f0f4e2d0e367665be836e514e28ca4c54fd133813234"},"move_items":{"rows":0,"sum":"0"},"moves":{"rows":0,"sum":"0"},"people":{"rows":0,"sum":"0"},"residents":{"rows":0,"sum":"0"},"rounds":{"rows":0,"sum":"0"},"sample_units":{"rows":0,"sum":"0"},"samples":{"rows":0,"sum":"0"},"staff":{"rows":0,"sum":"0"},"survey_answers":{"rows":0,"sum":"0"},"survey_forms":{"rows":0,"sum":"0"},"survey_questions":{"rows":0,"sum":"0"},"surveys":{"rows":0,"sum":"0"},"tickets":{"rows":0,"sum":"0"},"units":{"rows":0,"sum":"0"},"visit_plans":{"rows":0,"sum":"0"},"visits":{"rows":0,"sum":"0"}}', '0000000000000000000000000000000000000000000000000000000000000000', 'd5de180b76941b3f1b83be3d01a080003a3d05019054011c316c52b4b6430018');
INSERT INTO journal VALUES (2, '2026-11-22T12:48:13Z', '2026-11-22T12:48:13Z', 1, 'staff.add', 'staff 1', '{"roles":["supervisor"]}', '{"staff":{"rows":1,"sum":"ed86190d2d6b6d3d9b4dc2d33ac65e83c6a3058ececd45894be3d7abc155244a"}}', 'd5de180b76941b3f1b83be3d01a080003a3d05019054011c316c52b4b6430018', 'eeb89e3e0d44dad2dfa4b291c2f419706bdb6822e55326200c996a413ad5f6a6');
INSERT INTO journal VALUES (3, '2026-11-22T12:48:14Z', '2026-11-22T12:48:14Z', 1, 'staff.add', 'staff 2', '{"roles":["engineering"],"phone":"***"}', '{"staff":{"rows":2,"sum":"c925af2569ac43525b88802b7a7e56319a919b355b66c6ce7e2c0206c2c01a19"}}', 'eeb89e3e0d44dad2dfa4b291c2f419706bdb6822e55326200c996a413ad5f6a6', 'a4cc802efe1783c164c27dd830bb808ae532a161dfd0fc16256cfa1e2e084519');
INSERT INTO journal VALUES (4, '2026-11-22T12:48:14Z', '2026-11-22T12:48:14Z', 1, 'unit.add', '3-2-1501', '{"areaThousandths":89530,"use":"residential","handoverOn":"2024-06-30"}', '{"units":{"rows":1,"sum":"ada3eb7e4baa832827e89c95455d9fd7284f37fd014d6c0ad44a5e09af1e94ac"}}', 'a4cc802efe1783c164c27dd830bb808ae532a161dfd0fc16256cfa1e2e084519', '6880eee5f1d9ef53484b243704b84ad276573cd09f90aff9fbf61b6b0300983f');
INSERT INTO journal VALUES (5, '2026-11-22T12:48:14Z', '2026-11-22T12:48:14Z', 1, 'unit.add', 'S-12', '{"areaThousandths":45000,"use":"shop","handoverOn":null}', '{"units":{"rows":2,"sum":"e04e95bab94d83f69b8febda1eeb5f04a38e195a6c348b671b853ab3bb981ba"}}', '6880eee5f1d9ef53484b243704b84ad276573cd09f90aff9fbf61b6b0300983f', '1508f60eb378dc5757e41f99372e40b331da4acb06346a3204dd7e3390ff603d');
INSERT INTO journal VALUES (6, '2026-11-22T12:48:14Z', '2026-11-22T12:48:14Z', 1, 'resident.add', 'resident 1', '{"unit":"3-2-1501","role":"owner","fromOn":"2024-07-01","untilOn":null}', '{"people":{"rows":1,"sum":"d8b012ea35b519298caeab1de356085c424ddc4e196617170796cd3870c1caed"},"residents":{"rows":1,"sum":"5d3018978dae0cf28ef57d4c5354366fe6b9b9e3b324a0f78c92210291fb4c2d"}}', '1508f60eb378dc5757e41f99372e40b331da4acb06346a3204dd7e3390ff603d', 'd552138b53de8a05ac2c5d15204f9c17de742a7c90dc0ea826af6c163c4e2322');
INSERT INTO journal VALUES (7, '2026-11-20T01:00:00Z', '2026-11-22T12:48:14Z', 1, 'ticket.open', 'T261120-001', '{"unit":"3-2-1501","category":"leak","urgent":false,"charge":"warranty","appointmentAt":null}', '{"deadlines":{"rows":2,"sum":"5e0130b1a0e7102580c2eb1844e675cb3894b0ab0ff27fb273e9eff18b192d5f"},"events":{"rows":1,"sum":"8a242bea4603e70a99f2c23a92e68a18f1dc66e6985ad0010f5b56bce1ee1daf"},"tickets":{"rows":1,"sum":"9a06997c6c67bf022e7e558120e9e0d09aa36fa45b05f5a839bca5b9de57923d"}}', 'd552138b53de8a05ac2c5d15204f9c17de742a7c90dc0ea826af6c163c4e2322', '88b728d65f7d3b4092356012d8a701611ca1e7b2aedd23bfe289391c1a2b6fe2');
INSERT INTO journal VALUES (8, '2026-11-20T01:10:00Z', '2026-11-22T12:48:14Z', 1, 'ticket.assign', 'T261120-001', '{"assigneeId":2,"slipTaken":false}', '{"deadlines":{"rows":2,"sum":"d76f64642c93d8b0026b7244cce0786eb16828dedab7b2ca451c0d43ca157866"},"events":{"rows":2,"sum":"762f01dab03e2f569e493f9b1cc6a0abef4c01740f598b788abe7d97124c4533"},"tickets":{"rows":1,"sum":"3094b0350ab6e94e03f6fc9cd701389fb3fa39997ff7a5b7860541eaa47fe01a"}}', '88b728d65f7d3b4092356012d8a701611ca1e7b2aedd23bfe289391c1a2b6fe2', 'fda6852c9144b5e190c26f611849b4bb962e696155329104eca6e7bb22aaff89');
INSERT INTO journal VALUES (9, '2026-11-20T01:40:00Z', '2026-11-22T12:48:14Z', 1, 'ticket.arrive', 'T261120-001', '{"arrivedAt":"2026-11-20T01:40:00Z"}', '{"events":{"rows":3,"sum":"63be23f7268b32cfc69c1e81af990e86f37ce17d629ffdac8e1687603c9887eb"},"tickets":{"rows":1,"sum":"a68e84d109c02858b1f63eb471809cd45ebefcd3ba893761b9f7fa45bbbd8480"}}', 'fda6852c9144b5e190c26f611849b4bb962e696155329104eca6e7bb22aaff89', '4782a5c4c494d3c303724218f42ae1381fb66c91de7e0b6e0ec00b0a1bc8a892');
INSERT INTO journal VALUES (10, '2026-11-20T02:30:00Z', '2026-11-22T12:48:14Z', 1, 'ticket.finish', 'T261120-001', '{"finishedAt":"2026-11-20T02:30:00Z","costFen":null,"leakTestedAt":null}', '{"deadlines":{"rows":3,"sum":"2a01674ecf6cde13e5dbd5bb61dc2a2903551dea3b1569627a4df898a4cd7c93"},"events":{"rows":4,"sum":"a42c15dcc9691fc90426c2679e9dd72dadf88e527b1067a33cb45d359d1f65a1"},"tickets":{"rows":1,"sum":"1528b1dd2603dc5e1ce7ad9a1cc6c955219fce56a1469e989c71841230992bb"}}', '4782a5c4c494d3c303724218f42ae1381fb66c91de7e0b6e0ec00b0a1bc8a892', '7c704b44d6f1d0548522420ec2efe3f96c775ccf83fbd33de9abc9d0ea08634d');
INSERT INTO journal VALUES (11, '2026-11-20T09:00:00Z', '2026-11-22T12:48:14Z', 1, 'ticket.close', 'T261120-001', '{"satisfied":true,"signedBy":"***"}', '{"deadlines":{"rows":3,"sum":"77bdc325f67891910274eb4346e048d19514131ab52f448afa690a3d75df98d8"},"events":{"rows":5,"sum":"13d480d63e724c5947a2a2f3bf98b8f35bc8b4a507cd8d282fc73f689af23f53"},"tickets":{"rows":1,"sum":"f55a86b0922db1eec4ec6c8ef918ff7de0165d90ab7725b4174675a6dd53c09b"}}', '7c704b44d6f1d0548522420ec2efe3f96c775ccf83fbd33de9abc9d0ea08634d', '8837f47ebc159dd9ce573d87c6ee7061a01449ef9006811979b7b8bf4427aa37');
INSERT INTO journal VALUES (12, '2026-11-21T02:00:00Z', '2026-11-22T12:48:14Z', 1, 'ticket.callback', 'T261120-001', '{"callbackResult":"satisfied","callbackQuality":null,"callbackAttitude":null}', '{"deadlines":{"rows":3,"sum":"bd7db57ad657f55e946e18df6cb6d4587946eae98d867ae02e80eec5640233be"},"events":{"rows":6,"sum":"dfa196cdfa97c208063a15f37656acc7b50bf53d88b7f417e5bb24c2e66d5bc5"},"tickets":{"rows":1,"sum":"2fc001b7c982c9a8a1c7e9d1953c73e53ad51807546c8a1f8661268eee47baec"}}', '8837f47ebc159dd9ce573d87c6ee7061a01449ef9006811979b7b8bf4427aa37', '1874c51c8971991762b3ac0b13ad2ae984d1ad1c4f6ee2162adb4bfaf9f07ef2');
INSERT INTO journal VALUES (13, '2026-11-21T12:00:00Z', '2026-11-22T12:48:14Z', 1, 'ticket.open', 'T261121-001', '{"unit":null,"category":"general","urgent":false,"charge":"free","appointmentAt":null}', '{"deadlines":{"rows":5,"sum":"f0decc746f65c2db970d31854c391206713b577da5abd576e754dde12735810a"},"events":{"rows":7,"sum":"5670ed7cd0676ccf5537eca082b65a307735fe7a8b93e437ede7f90bc85529eb"},"tickets":{"rows":2,"sum":"ee054030f1ca8bb10b4df884d5ca0ea9f9f8f5d30dfdfc214f996d1d15276ac7"}}', '1874c51c8971991762b3ac0b13ad2ae984d1ad1c4f6ee2162adb4bfaf9f07ef2', 'f8d7f8fe227c180fc9931db3b4abcf25b514811684d5f41e2ec2a873079c46f4');
INSERT INTO journal VALUES (14, '2026-11-21T12:30:00Z', '2026-11-22T12:48:14Z', 1, 'ticket.cancel', 'T261121-001', '{"cancelledAt":"2026-11-21T12:30:00Z"}', '{"deadlines":{"rows":4,"sum":"442fbba74cc9ca57acec31ac396dc4fe1bb61d7022be1263822bcbde1c36199f"},"events":{"rows":8,"sum":"20d1a19c5de3d14c89195d50389ce7465abba6c0544dea732a9fe651b151a960"},"tickets":{"rows":2,"sum":"7ae5e5fa3eba34940325c36b15a39630d45e55eeb06edbcc19ae0969106dccda"}}', 'f8d7f8fe227c180fc9931db3b4abcf25b514811684d5f41e2ec2a873079c46f4', 'e34da2cc0fd545bb81a68f6bd19bcf3b728f3339ef2011f96c0d558cbd92c3db');
INSERT INTO journal VALUES (15, '2026-11-21T13:00:00Z', '2026-11-22T12:48:14Z', 1, 'ticket.open', 'T261121-002', '{"unit":"S-12","category":"general","urgent":true,"charge":"paid","appointmentAt":null}', '{"deadlines":{"rows":7,"sum":"c0fc32a350ce018907bd2e2268f00d12547f9385aab10b49716cce8553f84381"},"events":{"rows":9,"sum":"812923c7adbb3057843bb5120842ec210244b85899a75efb26f02c0966e170a3"},"tickets":{"rows":3,"sum":"c8ce9f9c2eeb1a4c8aaa1c347be3587d1ed87f9a27773a217489d61606e177bd"}}', 'e34da2cc0fd545bb81a68f6bd19bcf3b728f3339ef2011f96c0d558cbd92c3db', 'ef4afe91c38e318a99861008c29f69b9a9e8dbee00ae0a952df4218d4f91c58e');
INSERT INTO journal VALUES (16, '2026-11-20T01:00:00Z', '2026-11-22T12:48:14Z', 1, 'complaint.log', 'C261120-001', '{"unit":"3-2-1501","channel":"phone","grade":"minor","nature":"valid","category":"cleaning","against":"cleaning","askedUntilAt":null,"harmAtReception":false,"about":null}', '{"complaints":{"rows":1,"sum":"344d253beb2a5e24c4fd0837e44a0f637602cc96b9907782406f6b41baf56293"},"deadlines":{"rows":9,"sum":"230289d43c7b5fddf30e7cc66051e370d2c6b0b0dfcc24ce859d15e8b736b528"},"events":{"rows":10,"sum":"f9c9ac346a78e2f717fbf0f9da689a3606a97c08e1cdc83bd071387801a06ec3"}}', 'ef4afe91c38e318a99861008c29f69b9a9e8dbee00ae0a952df4218d4f91c58e', 'abe982e6bba82af6fde040d3b12824ba80dd364fe55ddf45fb47c006f6e43ab9');
INSERT INTO journal VALUES (17, '2026-11-20T02:00:00Z', '2026-11-22T12:48:14Z', 1, 'complaint.measure', 'C261120-001', '{"part":1,"kind":"corrective","ownerId":2,"untilOn":"2026-11-30"}', '{"complaint_measures":{"rows":1,"sum":"3125ad76683347e0c0f888d7b89de7c92f7e7dff31912f0529ca2d04406e8be6"},"deadlines":{"rows":10,"sum":"767c213805842133a4478249d50d34261c951e09f1380c904a5a55f53ee885ef"},"events":{"rows":11,"sum":"90566dc84808d62fd2c4f5fd74e913f8304be4ae24f0fceb26ea2d14ec3869e0"}}', 'abe982e6bba82af6fde040d3b12824ba80dd364fe55ddf45fb47c006f6e43ab9', 'aff4fcb247b425185ba3f70cfdb756876859d057ba0893a4a5e9b9582549bc11');
INSERT INTO journal VALUES (18, '2026-11-20T07:00:00Z', '2026-11-22T12:48:14Z', 1, 'complaint.resolve', 'C261120-001', '{"resolvedAt":"2026-11-20T07:00:00Z","result":"***"}', '{"complaints":{"rows":1,"sum":"97b8e6dfedfd15cb3dbdbaf61eeff919dcd2ff5fda33adc9624f9b145c5b11b1"},"deadlines":{"rows":11,"sum":"ce196f5e8cad9a5270a2b5d62e796eeb4df4c567bb89a29d8a2c64866c17f598"},"events":{"rows":12,"sum":"6a79c9c57ff62d4c5e75c464b60c6cb202696067c699cff865dd1e6d3414202b"}}', 'aff4fcb247b425185ba3f70cfdb756876859d057ba0893a4a5e9b9582549bc11', '2574499aae3ab0165eafecabd68154e49b05788bbf5185a1489d3c9ce1301f30');
INSERT INTO journal VALUES (19, '2026-11-20T07:10:00Z', '2026-11-22T12:48:14Z', 1, 'complaint.tell', 'C261120-001', '{"toldAt":"2026-11-20T07:10:00Z"}', '{"complaints":{"rows":1,"sum":"e07df4e0cbb97262dbde25e280a8759ea2d964e5940d07626c6eb6aae03016f8"},"deadlines":{"rows":11,"sum":"ed8cac3c4ee3d8e6f652a9ea567899ff1553531bb30f4c5dad327938d967c09a"},"events":{"rows":13,"sum":"2fc6dd5d91763248d41cdc72c7769137a76fb494c2de7333c16225514e107a07"}}', '2574499aae3ab0165eafecabd68154e49b05788bbf5185a1489d3c9ce1301f30', '4948dc6295c1e3414ccd7bee9682d76b224d6de3b3dbc6cc91bdea9fa5ad02c5');
INSERT INTO journal VALUES (20, '2026-11-20T07:20:00Z', '2026-11-22T12:48:14Z', 1, 'complaint.close', 'C261120-001', '{"state":"closed","closedAt":"2026-11-20T07:20:00Z"}', '{"complaints":{"rows":1,"sum":"7e9b4f14f73c5077fe6f56abc7b8969f16b2e7e5c1fdaae69221f6921fac1f1a"},"deadlines":{"rows":12,"sum":"c989e05d465ac3e3839f6f0c566e236f167c394048c64d544d4db680fcd887ba"},"events":{"rows":14,"sum":"b6596bf0def21aa4acdb32ea8054a3f51d7dd63db70c858f63c231d7064b981a"}}', '4948dc6295c1e3414ccd7bee9682d76b224d6de3b3dbc6cc91bdea9fa5ad02c5', 'c32310ee1182af4e99abd566526c530b40d3492178850858702e421655048031');
INSERT INTO journal VALUES (21, '2026-11-21T02:10:00Z', '2026-11-22T12:48:14Z', 1, 'complaint.callback', 'C261120-001', '{"callbackResult":"satisfied","callbackSignerId":1}', '{"complaints":{"rows":1,"sum":"fbe90c92405bed2e2785a52645b94526c7a1acf705257d78892d56d1a700a30c"},"deadlines":{"rows":12,"sum":"805a292f9d6cafcef15e8012fea1e4c24e85b02286086d66c1e9b2800b50e431"},"events":{"rows":15,"sum":"78a2d7fad717821cd8eb2fc0b309a74f8d72c4e9901572915a41740952a52698"}}', 'c32310ee1182af4e99abd566526c530b40d3492178850858702e421655048031', '4cfd91bc7fe1e65bd49bb13423c504ea3258116c7b44aeaa1f4b069d4f3cd290');
INSERT INTO journal VALUES (22, '2026-11-22T12:48:14Z', '2026-11-22T12:48:14Z', 1, 'unit.add', '3-2-1502', '{"areaThousandths":89530,"use":"residential","handoverOn":null}', '{"units":{"rows":3,"sum":"db3f8979468406aded433b7ac6a259191974988975d8893a2c4cb8918b886e63"}}', '4cfd91bc7fe1e65bd49bb13423c504ea3258116c7b44aeaa1f4b069d4f3cd290', '62ec0ecb5d4ed337a5cc0ab13ec3a0d31e782a97372ef7c18e4d7faa97303cd9');
INSERT INTO journal VALUES (23, '2026-11-20T03:00:00Z', '2026-11-22T12:48:14Z', 1, 'resident.add', 'resident 2', '{"unit":"3-2-1502","role":"owner","fromOn":"2026-11-20","untilOn":null}', '{"people":{"rows":2,"sum":"a6f83ea68c7c6b08401d7ff3b78d64543c212a68fe71bcf7c856b255c8e7dce8"},"residents":{"rows":2,"sum":"c1210dd1ba44644a761b9bc158a9d9f797d28d03a4d12e43016d999ec94bd41e"}}', '62ec0ecb5d4ed337a5cc0ab13ec3a0d31e782a97372ef7c18e4d7faa97303cd9', '729f9b97d21e7f14f92fc27e558918fcf10dba0252496a82b939f9e51b36ddc3');
INSERT INTO journal VALUES (24, '2026-11-20T03:00:00Z', '2026-11-22T12:48:14Z', 1, 'resident.move-in', 'M261120-001', '{"name":"***","phone":"***","unit":"3-2-1502","case":"owner","effectiveOn":"2026-11-20"}', '{"events":{"rows":16,"sum":"4973c087e799dcaf58ea1f7f4758f061ee25504769c307645ac0689ca7f78fd7"},"moves":{"rows":1,"sum":"568769114f0762b4b647925291563fc09d2edb8a873f634c1e95e3b1de6f6227"}}', '729f9b97d21e7f14f92fc27e558918fcf10dba0252496a82b939f9e51b36ddc3', '5162f70dae13f55d7b0f8aca7d7651f872d30cc52537c470a7548bac395b743c');
INSERT INTO journal VALUES (25, '2026-11-20T03:05:00Z', '2026-11-22T12:48:14Z', 1, 'resident.paper', 'M261120-001', '{"codes":["id-card"]}', '{"events":{"rows":17,"sum":"6a7b12a8aec209e20319b098fdb5ef5fac99a7a355f08d6856c1a78b95da8cbc"},"move_items":{"rows":1,"sum":"545cb68bbeaefed23394b5082250c74bfaf9670ad6474297d6b59ec29d20461a"}}', '5162f70dae13f55d7b0f8aca7d7651f872d30cc52537c470a7548bac395b743c', '0d2adc2720bda65f15eee91845a8c4cd659a6ac655eb01cf3b4632a3a48f799d');
INSERT INTO journal VALUES (26, '2026-11-20T03:10:00Z', '2026-11-22T12:48:14Z', 1, 'resident.meter', 'M261120-001', '{"waterThousandths":500}', '{"events":{"rows":18,"sum":"27a9115192c865b4dde93d52cbd201993b5c914e6c0c03add2645c455b85a3a3"},"meter_readings":{"rows":1,"sum":"ad907389237164b8194cc592e5b65dc053d972a885290201160257cab400d74c"}}', '0d2adc2720bda65f15eee91845a8c4cd659a6ac655eb01cf3b4632a3a48f799d', '19f636faae8c519b8c62098dcf028f4c3d8843a82718fcf580ee6467aa57be93');
INSERT INTO journal VALUES (27, '2026-11-20T08:00:00Z', '2026-11-22T12:48:14Z', 1, 'visit.log', 'V261120-001', '{"unit":"3-2-1501","subject":null,"sample":null,"reason":"visit","way":"door","result":"satisfied","ledTo":null}', '{"visits":{"rows":1,"sum":"396448af45ee4fa8166fa7b2b1a054686d2c294a14f77bf684c73ce7b6cc6ad"}}', '19f636faae8c519b8c62098dcf028f4c3d8843a82718fcf580ee6467aa57be93', '5a379ed5fc9ae13baf338c903c1373fdd44a707a4f43d043807ae704e98b0588');
INSERT INTO journal VALUES (28, '2026-11-20T09:00:00Z', '2026-11-22T12:48:14Z', 1, 'visit.sample', NULL, '{"month":"2026-11","seed":"2026-11 蓝天新苑","households":2}', '{"sample_units":{"rows":2,"sum":"1fe45d5f44b155edad227ec5fc12d565f7eeb7ab8256165629d3c73b970f62d6"},"samples":{"rows":1,"sum":"e2695b484a902efa410209f20877c71430798d033f1a5bb502370c41e2a4f1ee"}}', '5a379ed5fc9ae13baf338c903c1373fdd44a707a4f43d043807ae704e98b0588', 'fb0af37ba651b0614d42bfd27331ee1ce4dacc89ec1a1c6c64466257506362a4');
INSERT INTO journal VALUES (29, '2026-11-20T10:00:00Z', '2026-11-22T12:48:14Z', 1, 'visit.committee', NULL, '{"month":"2026-11","text":"***"}', '{"rounds":{"rows":1,"sum":"fc8e4c624e4e9f15b57b4ecc39f3e7812ca639168c59ba3d6eb61e967095b2c4"}}', 'fb0af37ba651b0614d42bfd27331ee1ce4dacc89ec1a1c6c64466257506362a4', '643b18ec85c9882897b3ba6e8705f3fa0573bb874dbb12d378fc987fc52ee4c2');
INSERT INTO journal VALUES (30, '2026-11-20T10:10:00Z', '2026-11-22T12:48:14Z', 1, 'plan.add', 'P261120-001', '{"unit":"3-2-1501","plannedOn":"2026-11-28","visitorId":null}', '{"deadlines":{"rows":13,"sum":"ac302722d13e87e9f0e086c20201d554b259e37450819b08147d975aed8238ef"},"events":{"rows":19,"sum":"f25439e58c55f7fe51f5c7238de54fb9bba63e8a3f119d52990fb53fa19cf240"},"visit_plans":{"rows":1,"sum":"ec177f15fdc2298fc05811aab86858a801f33aabf76b124652162de74e239e93"}}', '643b18ec85c9882897b3ba6e8705f3fa0573bb874dbb12d378fc987fc52ee4c2', '76bb68b152ce370f1e7c86827e0ca9e6ab5377f609ade0cfad98cf5cf992cfe9');
INSERT INTO journal VALUES (31, '2026-11-20T10:20:00Z', '2026-11-22T12:48:14Z', 1, 'enquiry.log', 'E261120-001', '{"channel":"phone","kind":"caller","unit":null,"state":"open","promisedAt":null,"who":"***"}', '{"deadlines":{"rows":14,"sum":"e2b389908092476395a03381cb249bd6930ab4667a7262a44795024e5c9fb7b8"},"enquiries":{"rows":1,"sum":"ce8b66ec6f041132fcff437555fa7c5d06d20d6455b189e6a012fd4b25aa146a"},"events":{"rows":20,"sum":"9a6fcc97dc1d092c9c1daac9f3155c69f9cbead5c99e8d19a01e42f466256989"}}', '76bb68b152ce370f1e7c86827e0ca9e6ab5377f609ade0cfad98cf5cf992cfe9', '5f0d1d31eb47061746d1435cf42c9eb385e991e025a49b5e40274f2206e433ca');
INSERT INTO journal VALUES (32, '2026-11-20T11:00:00Z', '2026-11-22T12:48:14Z', 1, 'survey.open', 'S261120-001', '{"year":"2026","title":"2026 年度业主意见征询","questions":8}', '{"events":{"rows":21,"sum":"b1d4798ef042ab319fad4879ae731421ec01dc714209953f792c3c8a2afab209"},"survey_questions":{"rows":8,"sum":"816e2d8afd0cadf68006b58d9094834058998274732606bf53d808441db4868e"},"surveys":{"rows":1,"sum":"79213c50d82f01a440bddc2201ea209a84a139f45a662a4a3f890260bf39f0d5"}}', '5f0d1d31eb47061746d1435cf42c9eb385e991e025a49b5e40274f2206e433ca', 'a8be7d37963b08f7f37b02351b3603da2c3d934e38d909951bfd337645b22681');
INSERT INTO journal VALUES (33, '2026-11-20T11:10:00Z', '2026-11-22T12:48:14Z', 1, 'survey.send', 'S261120-001', '{"sent":2}', '{"events":{"rows":22,"sum":"d7f81c821ef15bf500f7b50293a13e5452d64207b01f0ec36ea2aa47693235ca"},"survey_forms":{"rows":2,"sum":"aeccfad0f1482d1dbc521cc5cb7d59b4c392b577ee285674c0c4b3a0c1d1a300"}}', 'a8be7d37963b08f7f37b02351b3603da2c3d934e38d909951bfd337645b22681', '27672fa5cbefb9323a9b3fa2111ccd17d65d6669fba0dcaeaeaf69c8087e3b70');
INSERT INTO journal VALUES (34, '2026-11-21T01:00:00Z', '2026-11-22T12:48:14Z', 1, 'survey.record', 'S261120-001', '{"unit":"3-2-1501","answered":8,"valid":true}', '{"survey_answers":{"rows":8,"sum":"f571720ec8f9bd295beff427187e1fdb6ff574ba2eddc7ed703f8bd26af789d7"},"survey_forms":{"rows":2,"sum":"5ee534c979ecffac159b0ad8c4a35cfa68c1aecab0e0c8daba9a8324f916b64d"}}', '27672fa5cbefb9323a9b3fa2111ccd17d65d6669fba0dcaeaeaf69c8087e3b70', '3e59f290458610e5ebab3272ce2f3efa3af70f828f22fb796fbd7e6ddf767fb2');
INSERT INTO digests VALUES ('complaint_measures', 1, '3125ad76683347e0c0f888d7b89de7c92f7e7dff31912f0529ca2d04406e8be6');
INSERT INTO digests VALUES ('complaints', 1, 'fbe90c92405bed2e2785a52645b94526c7a1acf705257d78892d56d1a700a30c');
INSERT INTO digests VALUES ('deadlines', 14, 'e2b389908092476395a03381cb249bd6930ab4667a7262a44795024e5c9fb7b8');
INSERT INTO digests VALUES ('enquiries', 1, 'ce8b66ec6f041132fcff437555fa7c5d06d20d6455b189e6a012fd4b25aa146a');
INSERT INTO digests VALUES ('events', 22, 'd7f81c821ef15bf500f7b50293a13e5452d64207b01f0ec36ea2aa47693235ca');
INSERT INTO digests VALUES ('meter_readings', 1, 'ad907389237164b8194cc592e5b65dc053d972a885290201160257cab400d74c');
INSERT INTO digests VALUES ('migrations', 2, '67d97ffcc7db494e3d89f0f4e2d0e367665be836e514e28ca4c54fd133813234');
INSERT INTO digests VALUES ('move_items', 1, '545cb68bbeaefed23394b5082250c74bfaf9670ad6474297d6b59ec29d20461a');
INSERT INTO digests VALUES ('moves', 1, '568769114f0762b4b647925291563fc09d2edb8a873f634c1e95e3b1de6f6227');
INSERT INTO digests VALUES ('people', 2, 'a6f83ea68c7c6b08401d7ff3b78d64543c212a68fe71bcf7c856b255c8e7dce8');
INSERT INTO digests VALUES ('residents', 2, 'c1210dd1ba44644a761b9bc158a9d9f797d28d03a4d12e43016d999ec94bd41e');
INSERT INTO digests VALUES ('rounds', 1, 'fc8e4c624e4e9f15b57b4ecc39f3e7812ca639168c59ba3d6eb61e967095b2c4');
INSERT INTO digests VALUES ('sample_units', 2, '1fe45d5f44b155edad227ec5fc12d565f7eeb7ab8256165629d3c73b970f62d6');
INSERT INTO digests VALUES ('samples', 1, 'e2695b484a902efa410209f20877c71430798d033f1a5bb502370c41e2a4f1ee');
INSERT INTO digests VALUES ('staff', 2, 'c925af2569ac43525b88802b7a7e56319a919b355b66c6ce7e2c0206c2c01a19');
INSERT INTO digests VALUES ('survey_answers', 8, 'f571720ec8f9bd295beff427187e1fdb6ff574ba2eddc7ed703f8bd26af789d7');
INSERT INTO digests VALUES ('survey_forms', 2, '5ee534c979ecffac159b0ad8c4a35cfa68c1aecab0e0c8daba9a8324f916b64d');
INSERT INTO digests VALUES ('survey_questions', 8, '816e2d8afd0cadf68006b58d9094834058998274732606bf53d808441db4868e');
INSERT INTO digests VALUES ('surveys', 1, '79213c50d82f01a440bddc2201ea209a84a139f45a662a4a3f890260bf39f0d5');
INSERT INTO digests VALUES ('tickets', 3, 'c8ce9f9c2eeb1a4c8aaa1c347be3587d1ed87f9a27773a217489d61606e177bd');
INSERT INTO digests VALUES ('units', 3, 'db3f8979468406aded433b7ac6a259191974988975d8893a2c4cb8918b886e63');
INSERT INTO digests VALUES ('visit_plans', 1, 'ec177f15fdc2298fc05811aab86858a801f33aabf76b124652162de74e239e93');
INSERT INTO digests VALUES ('visits', 1, '396448af45ee4fa8166fa7b2b1a054686d2c294a14f77bf684c73ce7b6cc6ad');
INSERT INTO staff VALUES (1, '王芳', '["supervisor"]', NULL, NULL);
INSERT INTO staff VALUES (2, '李强', '["engineering"]', '13800000001', NULL);
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
INSERT INTO rounds VALUES (1, 'visit.committee', '2026-11', '2026-11-30T15:59:59Z', 'rounds.committee.due', '0d', '2026-11-20T10:00:00Z', 1, '近期工作');
INSERT INTO moves VALUES (1, 'M261120-001', 'move-in', 3, 'owner', NULL, 2, NULL, NULL, '2026-11-20', 'open', '2026-11-20T03:00:00Z', 1, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO move_items VALUES (1, 1, 'paper', 'id-card', 1, NULL, NULL, '2026-11-20T03:05:00Z');
INSERT INTO meter_readings VALUES (1, 3, 'water', '2026-11-20', 500, 'M261120-001', NULL);
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
CREATE VIEW subjects (no, unit_id, place, title) AS
  SELECT no, unit_id, place, item FROM tickets
  UNION ALL SELECT no, unit_id, place, text FROM complaints
  UNION ALL SELECT no, unit_id, NULL, '' FROM moves
  UNION ALL SELECT no, unit_id, NULL, coalesce(purpose, '') FROM visit_plans
  UNION ALL SELECT no, unit_id, NULL, text FROM enquiries
  UNION ALL SELECT no, unit_id, NULL, reason FROM visits
  UNION ALL SELECT no, NULL, NULL, title FROM surveys;
