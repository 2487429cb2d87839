PRAGMA application_id = 2004438087;
PRAGMA user_version = 1;
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
) STRICT;
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
  repeats           INTEGER NOT NULL DEFAULT 0,
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
  ended_at    TEXT,
  CHECK ((ending IS NULL) = (ended_at IS NULL))
) STRICT;
INSERT INTO migrations VALUES (1, '001-desk', '2026-11-22T09:27:46Z');
INSERT INTO journal VALUES (1, '2026-11-22T09:27:46Z', '2026-11-22T09:27:46Z', NULL, 'ledger.create', NULL, '{"version":1}', '{"deadlines":{"rows":0,"sum":"0"},"events":{"rows":0,"sum":"0"},"migrations":{"rows":1,"sum":"f4472b0aeffe76e5a1049b322f32cfc79b85f162485183dc475991e3022c28b"},"people":{"rows":0,"sum":"0"},"residents":{"rows":0,"sum":"0"},"staff":{"rows":0,"sum":"0"},"tickets":{"rows":0,"sum":"0"},"units":{"rows":0,"sum":"0"}}', '0000000000000000000000000000000000000000000000000000000000000000', 'e098af81f826f38298a7d99b636ba061a826ee0f669c75e28906de79627c61fd');
INSERT INTO journal VALUES (2, '2026-11-22T09:27:46Z', '2026-11-22T09:27:46Z', 1, 'staff.add', 'staff 1', '{"roles":["supervisor"]}', '{"staff":{"rows":1,"sum":"ed86190d2d6b6d3d9b4dc2d33ac65e83c6a3058ececd45894be3d7abc155244a"}}', 'e098af81f826f38298a7d99b636ba061a826ee0f669c75e28906de79627c61fd', '638b80ec7ed52923cd29cfd3e4b177ff4d83a35845dd54a76f5b55ab84410877');
INSERT INTO journal VALUES (3, '2026-11-22T09:27:46Z', '2026-11-22T09:27:46Z', 1, 'staff.add', 'staff 2', '{"roles":["engineering"]}', '{"staff":{"rows":2,"sum":"c925af2569ac43525b88802b7a7e56319a919b355b66c6ce7e2c0206c2c01a19"}}', '638b80ec7ed52923cd29cfd3e4b177ff4d83a35845dd54a76f5b55ab84410877', '0e953d80bcb42b88eb4a88b52d710ba06b98bcf95d3244758ed37a84ff947f93');
INSERT INTO journal VALUES (4, '2026-11-22T09:27:46Z', '2026-11-22T09:27:46Z', 1, 'unit.add', '3-2-1501', '{"area":89530,"use":"residential","handover":"2024-06-30"}', '{"units":{"rows":1,"sum":"ada3eb7e4baa832827e89c95455d9fd7284f37fd014d6c0ad44a5e09af1e94ac"}}', '0e953d80bcb42b88eb4a88b52d710ba06b98bcf95d3244758ed37a84ff947f93', 'be9f53187124a622b7bcf6c47839d24e22fcc020460f57985404558e2cfd08bb');
INSERT INTO journal VALUES (5, '2026-11-22T09:27:46Z', '2026-11-22T09:27:46Z', 1, 'unit.add', 'S-12', '{"area":45000,"use":"shop","handover":null}', '{"units":{"rows":2,"sum":"e04e95bab94d83f69b8febda1eeb5f04a38e195a6c348b671b853ab3bb981ba"}}', 'be9f53187124a622b7bcf6c47839d24e22fcc020460f57985404558e2cfd08bb', '49e54cd2350838afb983d81518132a646c99ec33ad30301acc03a5688282c984');
INSERT INTO journal VALUES (6, '2026-11-22T09:27:46Z', '2026-11-22T09:27:46Z', 1, 'resident.add', 'resident 1', '{"unit":"3-2-1501","role":"owner","from":"2024-07-01","until":null}', '{"people":{"rows":1,"sum":"ca3c8189200e885c263cf8484d6a95f02aa36d316487c55133b6c78cf54b4af1"},"residents":{"rows":1,"sum":"5d3018978dae0cf28ef57d4c5354366fe6b9b9e3b324a0f78c92210291fb4c2d"}}', '49e54cd2350838afb983d81518132a646c99ec33ad30301acc03a5688282c984', '7e7786ed3d64159dcd038762ecc16b7b5b2e2eccc0665c977683eaac8e0926b2');
INSERT INTO journal VALUES (7, '2026-11-20T01:00:00Z', '2026-11-22T09:27:46Z', 1, 'ticket.open', 'T261120-001', '{"unit":"3-2-1501","category":"leak","urgent":false,"charge":"warranty","appointmentAt":null}', '{"deadlines":{"rows":2,"sum":"a1a073fd83701e15ac5bb9105fe0967a5a094e79347c0d3f379090323cc22eb4"},"events":{"rows":1,"sum":"8a242bea4603e70a99f2c23a92e68a18f1dc66e6985ad0010f5b56bce1ee1daf"},"tickets":{"rows":1,"sum":"c5e3b97799998be28f3a2d646660d39ddd72a238b2a2baead0eaee5f2d09f44d"}}', '7e7786ed3d64159dcd038762ecc16b7b5b2e2eccc0665c977683eaac8e0926b2', '703ec70ac1f03a71dfd19e890edcf29e3dda603bff8baf83fa5df804c701dbdb');
INSERT INTO journal VALUES (8, '2026-11-20T01:10:00Z', '2026-11-22T09:27:46Z', 1, 'ticket.assign', 'T261120-001', '{"assigneeId":2,"slipTaken":false}', '{"deadlines":{"rows":2,"sum":"e78b0da6e8765cf30dbaff2da4573c9dd13a270465d320a8742f133c886c1086"},"events":{"rows":2,"sum":"762f01dab03e2f569e493f9b1cc6a0abef4c01740f598b788abe7d97124c4533"},"tickets":{"rows":1,"sum":"7509e6d3ded5b6a8d6d752fa4bb9c526d8e3b66176b979f676f24ee8a2ecdaf6"}}', '703ec70ac1f03a71dfd19e890edcf29e3dda603bff8baf83fa5df804c701dbdb', 'f4e7f2f2f1192faa4a149c24eac4bb2545997088cf1ca785edacec597fcad9cb');
INSERT INTO journal VALUES (9, '2026-11-20T01:40:00Z', '2026-11-22T09:27:46Z', 1, 'ticket.arrive', 'T261120-001', '{"arrivedAt":"2026-11-20T01:40:00Z"}', '{"events":{"rows":3,"sum":"63be23f7268b32cfc69c1e81af990e86f37ce17d629ffdac8e1687603c9887eb"},"tickets":{"rows":1,"sum":"b211056d76192e8eb5a2ec9609ebe2c3ca12d31246e9a8a38a7a63cb7366ab66"}}', 'f4e7f2f2f1192faa4a149c24eac4bb2545997088cf1ca785edacec597fcad9cb', '7fc817755ffd2c1065525e2ea86e1342b9a951ae23870fb70f229a498f8a9ebf');
INSERT INTO journal VALUES (10, '2026-11-20T02:30:00Z', '2026-11-22T09:27:46Z', 1, 'ticket.finish', 'T261120-001', '{"finishedAt":"2026-11-20T02:30:00Z","costFen":null,"leakTestedAt":null}', '{"deadlines":{"rows":3,"sum":"3153a925429dd1e06cdaaa882f8e4a60f1007953bca1e2f67a3e1f6d84b07bfe"},"events":{"rows":4,"sum":"a42c15dcc9691fc90426c2679e9dd72dadf88e527b1067a33cb45d359d1f65a1"},"tickets":{"rows":1,"sum":"9a2ef487fb7c1c72164ca98cd88011dc9f46a47430704c08634746e67e3bca79"}}', '7fc817755ffd2c1065525e2ea86e1342b9a951ae23870fb70f229a498f8a9ebf', '0488fef607b69211dde2b990cd4598eb8478c8be7e3b2bf4d43b3d3d903b972d');
INSERT INTO journal VALUES (11, '2026-11-20T09:00:00Z', '2026-11-22T09:27:46Z', 1, 'ticket.close', 'T261120-001', '{"satisfied":true,"signedBy":null}', '{"deadlines":{"rows":3,"sum":"70e6991c27f80ba9c5678e8247426e6c6a866b2e95125d3b2f0e0a34a93c2a30"},"events":{"rows":5,"sum":"13d480d63e724c5947a2a2f3bf98b8f35bc8b4a507cd8d282fc73f689af23f53"},"tickets":{"rows":1,"sum":"4278a4a75cee5e24212727b407e820f54720779f9398491973e30db4915e914e"}}', '0488fef607b69211dde2b990cd4598eb8478c8be7e3b2bf4d43b3d3d903b972d', 'b4cf9058757984431b7932c8b36e14ee2e8f8b8175bb14054df75ed2db4cecc7');
INSERT INTO journal VALUES (12, '2026-11-21T02:00:00Z', '2026-11-22T09:27:46Z', 1, 'ticket.callback', 'T261120-001', '{"callbackResult":"satisfied","callbackQuality":null,"callbackAttitude":null}', '{"deadlines":{"rows":3,"sum":"2aa4fc01fc39bc5e87b81b4eb584dd03e74515a879ddfbe83479af315ffb829c"},"events":{"rows":6,"sum":"dfa196cdfa97c208063a15f37656acc7b50bf53d88b7f417e5bb24c2e66d5bc5"},"tickets":{"rows":1,"sum":"99c0aa7b5b323ddb0964a9382b9b7f4befc5158f8a4ce77bcd7de05ae9ad2acf"}}', 'b4cf9058757984431b7932c8b36e14ee2e8f8b8175bb14054df75ed2db4cecc7', '623a086f929ed79262b894f990df2d09d29a6585674a5ccde281c442e72a4092');
INSERT INTO journal VALUES (13, '2026-11-21T12:00:00Z', '2026-11-22T09:27:46Z', 1, 'ticket.open', 'T261121-001', '{"unit":null,"category":"general","urgent":false,"charge":"free","appointmentAt":null}', '{"deadlines":{"rows":5,"sum":"afa0142d0e3181bcf0c7be6570fd03031097e6b96be7bffcff1052ac0a43b5fb"},"events":{"rows":7,"sum":"5670ed7cd0676ccf5537eca082b65a307735fe7a8b93e437ede7f90bc85529eb"},"tickets":{"rows":2,"sum":"c7e448f12fd296eab2ace67d1e9dd27f3e29127ef46a36547663b655ff38c05e"}}', '623a086f929ed79262b894f990df2d09d29a6585674a5ccde281c442e72a4092', '30bc27e7ad1f170a7777b00fcb5973c975c19b984df4505305ce06aaa3845050');
INSERT INTO journal VALUES (14, '2026-11-21T12:30:00Z', '2026-11-22T09:27:46Z', 1, 'ticket.cancel', 'T261121-001', '{"cancelledAt":"2026-11-21T12:30:00Z"}', '{"deadlines":{"rows":4,"sum":"93080882474533a3c49ee2e02985b019017e42dfcaa1a47acd75358ca0ba2fc5"},"events":{"rows":8,"sum":"20d1a19c5de3d14c89195d50389ce7465abba6c0544dea732a9fe651b151a960"},"tickets":{"rows":2,"sum":"3b13b45019b904cd2613cf900a7e520a694f64580066050c46436319c7960ce8"}}', '30bc27e7ad1f170a7777b00fcb5973c975c19b984df4505305ce06aaa3845050', 'dfd7dacf6f9c736401e5adcdd2babbd2f204a7265dab9fa889a0f1776c1f306f');
INSERT INTO journal VALUES (15, '2026-11-21T13:00:00Z', '2026-11-22T09:27:46Z', 1, 'ticket.open', 'T261121-002', '{"unit":"S-12","category":"general","urgent":true,"charge":"paid","appointmentAt":null}', '{"deadlines":{"rows":7,"sum":"cb183954718ef9516f3afe252fe7176e7ccc9ab4421ea9d3b63472d10ff879e4"},"events":{"rows":9,"sum":"812923c7adbb3057843bb5120842ec210244b85899a75efb26f02c0966e170a3"},"tickets":{"rows":3,"sum":"ee166d43b43c489cb2ce1f0ef9db9d8dcc03e39bb265646e769317d854fa6b9d"}}', 'dfd7dacf6f9c736401e5adcdd2babbd2f204a7265dab9fa889a0f1776c1f306f', '92a9520fc53d33ff940ae04e1d9d7d4a73eac6a87d6b6cfddc1928ac97f84bba');
INSERT INTO digests VALUES ('deadlines', 7, 'cb183954718ef9516f3afe252fe7176e7ccc9ab4421ea9d3b63472d10ff879e4');
INSERT INTO digests VALUES ('events', 9, '812923c7adbb3057843bb5120842ec210244b85899a75efb26f02c0966e170a3');
INSERT INTO digests VALUES ('migrations', 1, 'f4472b0aeffe76e5a1049b322f32cfc79b85f162485183dc475991e3022c28b');
INSERT INTO digests VALUES ('people', 1, 'ca3c8189200e885c263cf8484d6a95f02aa36d316487c55133b6c78cf54b4af1');
INSERT INTO digests VALUES ('residents', 1, '5d3018978dae0cf28ef57d4c5354366fe6b9b9e3b324a0f78c92210291fb4c2d');
INSERT INTO digests VALUES ('staff', 2, 'c925af2569ac43525b88802b7a7e56319a919b355b66c6ce7e2c0206c2c01a19');
INSERT INTO digests VALUES ('tickets', 3, 'ee166d43b43c489cb2ce1f0ef9db9d8dcc03e39bb265646e769317d854fa6b9d');
INSERT INTO digests VALUES ('units', 2, 'e04e95bab94d83f69b8febda1eeb5f04a38e195a6c348b671b853ab3bb981ba');
INSERT INTO staff VALUES (1, '王芳', '["supervisor"]', NULL, NULL);
INSERT INTO staff VALUES (2, '李强', '["engineering"]', '13800000001', NULL);
INSERT INTO units VALUES (1, '3-2-1501', '3', '2', '1501', 15, '00003-00002-01501', 89530, 'residential', '2024-06-30');
INSERT INTO units VALUES (2, 'S-12', 'S', NULL, '12', NULL, 'S--00012', 45000, 'shop', NULL);
INSERT INTO people VALUES (1, '张伟', 'zhangwei', 'zw', '13800000002', NULL);
INSERT INTO residents VALUES (1, 1, 1, 'owner', '2024-07-01', NULL);
INSERT INTO tickets VALUES (1, 'T261120-001', 1, NULL, '厨房水管漏水', NULL, NULL, NULL, NULL, NULL, 'leak', 0, 'warranty', NULL, 'closed', 2, 0, '2026-11-20T01:00:00Z', 1, '2026-11-20T01:40:00Z', '2026-11-20T02:30:00Z', '更换角阀', NULL, NULL, '2026-11-20T09:00:00Z', '张伟', 1, NULL, '2026-11-21T02:00:00Z', 'satisfied', NULL, NULL, 0);
INSERT INTO tickets VALUES (2, 'T261121-001', NULL, '3栋大堂', '灯不亮', NULL, NULL, NULL, NULL, NULL, 'general', 0, 'free', NULL, 'cancelled', NULL, 0, '2026-11-21T12:00:00Z', 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-21T12:30:00Z', NULL, NULL, NULL, NULL, 0);
INSERT INTO tickets VALUES (3, 'T261121-002', 2, NULL, '卷帘门卡住', NULL, NULL, NULL, NULL, NULL, 'general', 1, 'paid', NULL, 'open', NULL, 0, '2026-11-21T13:00:00Z', 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO events VALUES (1, 'T261120-001', '2026-11-20T01:00:00Z', 1, 'opened', '{}');
INSERT INTO events VALUES (2, 'T261120-001', '2026-11-20T01:10:00Z', 1, 'assigned', '{"to":"李强","signed":false}');
INSERT INTO events VALUES (3, 'T261120-001', '2026-11-20T01:40:00Z', 1, 'arrived', '{}');
INSERT INTO events VALUES (4, 'T261120-001', '2026-11-20T02:30:00Z', 1, 'finished', '{"work":"更换角阀","costFen":null,"leakTestedAt":null}');
INSERT INTO events VALUES (5, 'T261120-001', '2026-11-20T09:00:00Z', 1, 'closed', '{"signedBy":"张伟"}');
INSERT INTO events VALUES (6, 'T261120-001', '2026-11-21T02:00:00Z', 1, 'calledBack', '{"result":"satisfied","quality":null,"attitude":null,"note":null}');
INSERT INTO events VALUES (7, 'T261121-001', '2026-11-21T12:00:00Z', 1, 'opened', '{}');
INSERT INTO events VALUES (8, 'T261121-001', '2026-11-21T12:30:00Z', 1, 'cancelled', '{"reason":"重复报修"}');
INSERT INTO events VALUES (9, 'T261121-002', '2026-11-21T13:00:00Z', 1, 'opened', '{}');
INSERT INTO deadlines VALUES (1, 'T261120-001', 'ticket.finish', 'engineering', 2, '2026-11-20T01:00:00Z', '2026-11-20T15:59:59Z', 'tickets.finish', '0d', 'met', '2026-11-20T02:30:00Z');
INSERT INTO deadlines VALUES (2, 'T261120-001', 'ticket.slip', 'clerk', NULL, '2026-11-20T02:30:00Z', '2026-11-20T15:59:59Z', 'tickets.slip', '0d', 'met', '2026-11-20T09:00:00Z');
INSERT INTO deadlines VALUES (3, 'T261120-001', 'ticket.callback', 'clerk', NULL, '2026-11-20T02:30:00Z', '2026-11-23T15:59:59Z', 'tickets.callback.leak', '3d', 'met', '2026-11-21T02:00:00Z');
INSERT INTO deadlines VALUES (4, 'T261121-001', 'ticket.finish', 'engineering', NULL, '2026-11-21T12:00:00Z', '2026-11-21T15:59:59Z', 'tickets.finish', '0d', 'waived', '2026-11-21T12:30:00Z');
INSERT INTO deadlines VALUES (5, 'T261121-002', 'ticket.arrive', 'engineering', NULL, '2026-11-21T13:00:00Z', '2026-11-21T13:30:00Z', 'tickets.arrive.urgent', '30m', NULL, NULL);
INSERT INTO deadlines VALUES (6, 'T261121-002', 'ticket.finish', 'engineering', NULL, '2026-11-21T13:00:00Z', '2026-11-21T15:59:59Z', 'tickets.finish', '0d', NULL, NULL);
INSERT INTO deadlines VALUES (7, 'T261121-002', 'ticket.progress', 'clerk', 1, '2026-11-21T16:00:00Z', '2026-11-22T15:59:59Z', 'tickets.progress', '1d', NULL, NULL);
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
CREATE VIEW subjects (no, unit_id, place, title) AS
  SELECT no, unit_id, place, item FROM tickets;
