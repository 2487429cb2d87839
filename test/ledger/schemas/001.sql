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
INSERT INTO migrations VALUES (1, '001-desk', '2026-11-22T09:10:02Z');
INSERT INTO journal VALUES (1, '2026-11-22T09:10:02Z', '2026-11-22T09:10:02Z', NULL, 'ledger.create', NULL, '{"version":1}', '{"deadlines":{"rows":0,"sum":"0"},"events":{"rows":0,"sum":"0"},"migrations":{"rows":1,"sum":"620f59c5ae168a368663a5d3faefa93e15eeeab25ca1e813d29658f802563403"},"people":{"rows":0,"sum":"0"},"residents":{"rows":0,"sum":"0"},"staff":{"rows":0,"sum":"0"},"tickets":{"rows":0,"sum":"0"},"units":{"rows":0,"sum":"0"}}', '0000000000000000000000000000000000000000000000000000000000000000', '24f9ecd91ac6bb878bd6480fcb9b2734a98c52d113b6a473849c6505ac123fd9');
INSERT INTO journal VALUES (2, '2026-11-22T09:10:02Z', '2026-11-22T09:10:02Z', 1, 'staff.add', 'staff 1', '{"roles":["supervisor"]}', '{"staff":{"rows":1,"sum":"ed86190d2d6b6d3d9b4dc2d33ac65e83c6a3058ececd45894be3d7abc155244a"}}', '24f9ecd91ac6bb878bd6480fcb9b2734a98c52d113b6a473849c6505ac123fd9', '1acbad60b9a51d77a3dfc0ef85824599d35cef39cf745dd1a419bd29b450e2c6');
INSERT INTO journal VALUES (3, '2026-11-22T09:10:02Z', '2026-11-22T09:10:02Z', 1, 'staff.add', 'staff 2', '{"roles":["engineering"]}', '{"staff":{"rows":2,"sum":"c925af2569ac43525b88802b7a7e56319a919b355b66c6ce7e2c0206c2c01a19"}}', '1acbad60b9a51d77a3dfc0ef85824599d35cef39cf745dd1a419bd29b450e2c6', '354608540b03829a56ace047d23625bc56d4f95e6f1104e1cbd2485cc398d9e0');
INSERT INTO journal VALUES (4, '2026-11-22T09:10:02Z', '2026-11-22T09:10:02Z', 1, 'unit.add', '3-2-1501', '{"area":89530,"use":"residential","handover":"2024-06-30"}', '{"units":{"rows":1,"sum":"ada3eb7e4baa832827e89c95455d9fd7284f37fd014d6c0ad44a5e09af1e94ac"}}', '354608540b03829a56ace047d23625bc56d4f95e6f1104e1cbd2485cc398d9e0', '92d8ed8608926a307d262201c0b2d23713f8ac07db29870aad74739544a37550');
INSERT INTO journal VALUES (5, '2026-11-22T09:10:02Z', '2026-11-22T09:10:02Z', 1, 'unit.add', 'S-12', '{"area":45000,"use":"shop","handover":null}', '{"units":{"rows":2,"sum":"e04e95bab94d83f69b8febda1eeb5f04a38e195a6c348b671b853ab3bb981ba"}}', '92d8ed8608926a307d262201c0b2d23713f8ac07db29870aad74739544a37550', '7868cf20caeb2150d91fafcb522124672752cea9597041cfa1ec58341b5d47e8');
INSERT INTO journal VALUES (6, '2026-11-22T09:10:02Z', '2026-11-22T09:10:02Z', 1, 'resident.add', 'resident 1', '{"unit":"3-2-1501","role":"owner","from":"2024-07-01","until":null}', '{"people":{"rows":1,"sum":"ca3c8189200e885c263cf8484d6a95f02aa36d316487c55133b6c78cf54b4af1"},"residents":{"rows":1,"sum":"5d3018978dae0cf28ef57d4c5354366fe6b9b9e3b324a0f78c92210291fb4c2d"}}', '7868cf20caeb2150d91fafcb522124672752cea9597041cfa1ec58341b5d47e8', '3cd8cc556453cada25bf9f61c26893df622ebc3262b72d5dc9fd58b714b20ce2');
INSERT INTO journal VALUES (7, '2026-11-20T01:00:00Z', '2026-11-22T09:10:02Z', 1, 'ticket.open', 'T261120-001', '{"unit":"3-2-1501","category":"leak","urgent":false,"charge":"warranty","appointmentAt":null}', '{"deadlines":{"rows":2,"sum":"25fa4a25044b4b557c4ba1b21c40fc5b269920db6ef4ce9bd401e931ce269e38"},"events":{"rows":1,"sum":"8a242bea4603e70a99f2c23a92e68a18f1dc66e6985ad0010f5b56bce1ee1daf"},"tickets":{"rows":1,"sum":"7dd0d0ddaad8faa1a7433d3df9206221a5a8abf4a4f6c9171caa6db4249dcc77"}}', '3cd8cc556453cada25bf9f61c26893df622ebc3262b72d5dc9fd58b714b20ce2', '33e69addc5acdc364b1730abefd900fdb9fb1357c19272e2ac73479d3b4b2a5a');
INSERT INTO journal VALUES (8, '2026-11-20T01:10:00Z', '2026-11-22T09:10:02Z', 1, 'ticket.assign', 'T261120-001', '{"assignedTo":2,"slipTaken":false}', '{"deadlines":{"rows":2,"sum":"6be4e3ce69518a32ddaae7cf60b7a27e9dc9f966a04be20510a06c3c19d0800a"},"events":{"rows":2,"sum":"762f01dab03e2f569e493f9b1cc6a0abef4c01740f598b788abe7d97124c4533"},"tickets":{"rows":1,"sum":"5032e174e2a827802019f9bf730d71561b2698f620cf049806891e9efee11991"}}', '33e69addc5acdc364b1730abefd900fdb9fb1357c19272e2ac73479d3b4b2a5a', 'd906d4cab76195995616dba5b9bc3e5efb7255b9ae0c349cb523553cd1ea88f2');
INSERT INTO journal VALUES (9, '2026-11-20T01:40:00Z', '2026-11-22T09:10:02Z', 1, 'ticket.arrive', 'T261120-001', '{"arrivedAt":"2026-11-20T01:40:00Z"}', '{"events":{"rows":3,"sum":"63be23f7268b32cfc69c1e81af990e86f37ce17d629ffdac8e1687603c9887eb"},"tickets":{"rows":1,"sum":"b4f82f98408d5d947aa2c2d13b2331047ea17cc282d8f811d18b6875f366766d"}}', 'd906d4cab76195995616dba5b9bc3e5efb7255b9ae0c349cb523553cd1ea88f2', '5cf151cc49a33b333add0d793e4448d59ac7e7558a91ce976c8677fb9d9ba130');
INSERT INTO journal VALUES (10, '2026-11-20T02:30:00Z', '2026-11-22T09:10:02Z', 1, 'ticket.finish', 'T261120-001', '{"finishedAt":"2026-11-20T02:30:00Z","cost":null,"leakTestedAt":null}', '{"deadlines":{"rows":3,"sum":"3153a925429dd1e06cdaaa882f8e4a60f1007953bca1e2f67a3e1f6d84b07bfe"},"events":{"rows":4,"sum":"a42c15dcc9691fc90426c2679e9dd72dadf88e527b1067a33cb45d359d1f65a1"},"tickets":{"rows":1,"sum":"29642ae510f1b818ae413aad1fd6d2d6756faae88e310ace15b3fb45d8066aeb"}}', '5cf151cc49a33b333add0d793e4448d59ac7e7558a91ce976c8677fb9d9ba130', '026532eae509de20bd2883d88a5470f2a7432b248f512f375ca0981446ccd420');
INSERT INTO journal VALUES (11, '2026-11-20T09:00:00Z', '2026-11-22T09:10:02Z', 1, 'ticket.close', 'T261120-001', '{"satisfied":true,"signedBy":null}', '{"deadlines":{"rows":3,"sum":"70e6991c27f80ba9c5678e8247426e6c6a866b2e95125d3b2f0e0a34a93c2a30"},"events":{"rows":5,"sum":"13d480d63e724c5947a2a2f3bf98b8f35bc8b4a507cd8d282fc73f689af23f53"},"tickets":{"rows":1,"sum":"c6670e79c931db9a82bc97fc71159d244a1c3f38c7e78f3e71e39f72a61e6c37"}}', '026532eae509de20bd2883d88a5470f2a7432b248f512f375ca0981446ccd420', 'df72a82f15db58f613c6e5ec3de68567ec17125deeddca2b0fc537fc575b41de');
INSERT INTO journal VALUES (12, '2026-11-21T02:00:00Z', '2026-11-22T09:10:02Z', 1, 'ticket.callback', 'T261120-001', '{"callbackResult":"satisfied","callbackQuality":null,"callbackAttitude":null}', '{"deadlines":{"rows":3,"sum":"2aa4fc01fc39bc5e87b81b4eb584dd03e74515a879ddfbe83479af315ffb829c"},"events":{"rows":6,"sum":"dfa196cdfa97c208063a15f37656acc7b50bf53d88b7f417e5bb24c2e66d5bc5"},"tickets":{"rows":1,"sum":"7469f00a9610c675a9a884014adc1a223fe41fd4788e3af9a92eaff19ac9dec4"}}', 'df72a82f15db58f613c6e5ec3de68567ec17125deeddca2b0fc537fc575b41de', '12a73d2c8d951d3f584f9f61757d665ef12be6cfd9028cc967349b3b5ea5e25d');
INSERT INTO journal VALUES (13, '2026-11-21T12:00:00Z', '2026-11-22T09:10:02Z', 1, 'ticket.open', 'T261121-001', '{"unit":null,"category":"general","urgent":false,"charge":"free","appointmentAt":null}', '{"deadlines":{"rows":5,"sum":"9f075e4d722a2dbd09269a22ea1e23d30046f85de355c01da149cc8fc86d6a64"},"events":{"rows":7,"sum":"5670ed7cd0676ccf5537eca082b65a307735fe7a8b93e437ede7f90bc85529eb"},"tickets":{"rows":2,"sum":"9dc19d6a95f30bd9484d9ff52ef1421b82c0db0692a99339837ace2428ba4792"}}', '12a73d2c8d951d3f584f9f61757d665ef12be6cfd9028cc967349b3b5ea5e25d', 'aea1465b97c50a3caca371ae1dc0ff35128766051596c1c6e20fc03fd4946d01');
INSERT INTO journal VALUES (14, '2026-11-21T12:30:00Z', '2026-11-22T09:10:02Z', 1, 'ticket.cancel', 'T261121-001', '{"cancelledAt":"2026-11-21T12:30:00Z"}', '{"deadlines":{"rows":4,"sum":"93080882474533a3c49ee2e02985b019017e42dfcaa1a47acd75358ca0ba2fc5"},"events":{"rows":8,"sum":"20d1a19c5de3d14c89195d50389ce7465abba6c0544dea732a9fe651b151a960"},"tickets":{"rows":2,"sum":"ae2fc918e94f8e0f9d8c8a3a7e7db6ee4d35d8889350e502bb67b18e65ec7782"}}', 'aea1465b97c50a3caca371ae1dc0ff35128766051596c1c6e20fc03fd4946d01', '511bf26ee0b1df96e627d85f4f0bf2ac359ae7c0e5a9055e0f56126fa2958e6a');
INSERT INTO journal VALUES (15, '2026-11-21T13:00:00Z', '2026-11-22T09:10:02Z', 1, 'ticket.open', 'T261121-002', '{"unit":"S-12","category":"general","urgent":true,"charge":"paid","appointmentAt":null}', '{"deadlines":{"rows":7,"sum":"4a79e428dc498b44fc3216b6ae14cf75b661e0b728428c8a0894aa8d42bdf6b5"},"events":{"rows":9,"sum":"812923c7adbb3057843bb5120842ec210244b85899a75efb26f02c0966e170a3"},"tickets":{"rows":3,"sum":"c5fbccef06739e6add46f13e801ca2a6f0e9c74655c4586ef62411ceb1e7768f"}}', '511bf26ee0b1df96e627d85f4f0bf2ac359ae7c0e5a9055e0f56126fa2958e6a', 'f21c3a05e9a4b66929ade118fc58807845c76c77a5435df6f76c911014437a65');
INSERT INTO digests VALUES ('deadlines', 7, '4a79e428dc498b44fc3216b6ae14cf75b661e0b728428c8a0894aa8d42bdf6b5');
INSERT INTO digests VALUES ('events', 9, '812923c7adbb3057843bb5120842ec210244b85899a75efb26f02c0966e170a3');
INSERT INTO digests VALUES ('migrations', 1, '620f59c5ae168a368663a5d3faefa93e15eeeab25ca1e813d29658f802563403');
INSERT INTO digests VALUES ('people', 1, 'ca3c8189200e885c263cf8484d6a95f02aa36d316487c55133b6c78cf54b4af1');
INSERT INTO digests VALUES ('residents', 1, '5d3018978dae0cf28ef57d4c5354366fe6b9b9e3b324a0f78c92210291fb4c2d');
INSERT INTO digests VALUES ('staff', 2, 'c925af2569ac43525b88802b7a7e56319a919b355b66c6ce7e2c0206c2c01a19');
INSERT INTO digests VALUES ('tickets', 3, 'c5fbccef06739e6add46f13e801ca2a6f0e9c74655c4586ef62411ceb1e7768f');
INSERT INTO digests VALUES ('units', 2, 'e04e95bab94d83f69b8febda1eeb5f04a38e195a6c348b671b853ab3bb981ba');
INSERT INTO staff VALUES (1, '王芳', '["supervisor"]', NULL, NULL);
INSERT INTO staff VALUES (2, '李强', '["engineering"]', '13800000001', NULL);
INSERT INTO units VALUES (1, '3-2-1501', '3', '2', '1501', 15, '00003-00002-01501', 89530, 'residential', '2024-06-30');
INSERT INTO units VALUES (2, 'S-12', 'S', NULL, '12', NULL, 'S--00012', 45000, 'shop', NULL);
INSERT INTO people VALUES (1, '张伟', 'zhangwei', 'zw', '13800000002', NULL);
INSERT INTO residents VALUES (1, 1, 1, 'owner', '2024-07-01', NULL);
INSERT INTO tickets VALUES (1, 'T261120-001', 1, NULL, '厨房水管漏水', NULL, NULL, NULL, NULL, NULL, 'leak', 0, 'warranty', NULL, 'closed', 2, 0, '2026-11-20T01:00:00Z', '2026-11-20T01:40:00Z', '2026-11-20T02:30:00Z', '更换角阀', NULL, NULL, '2026-11-20T09:00:00Z', '张伟', 1, NULL, '2026-11-21T02:00:00Z', 'satisfied', NULL, NULL, 0);
INSERT INTO tickets VALUES (2, 'T261121-001', NULL, '3栋大堂', '灯不亮', NULL, NULL, NULL, NULL, NULL, 'general', 0, 'free', NULL, 'cancelled', NULL, 0, '2026-11-21T12:00:00Z', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-21T12:30:00Z', NULL, NULL, NULL, NULL, 0);
INSERT INTO tickets VALUES (3, 'T261121-002', 2, NULL, '卷帘门卡住', NULL, NULL, NULL, NULL, NULL, 'general', 1, 'paid', NULL, 'open', NULL, 0, '2026-11-21T13:00:00Z', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0);
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
INSERT INTO deadlines VALUES (7, 'T261121-002', 'ticket.progress', 'clerk', NULL, '2026-11-21T16:00:00Z', '2026-11-22T15:59:59Z', 'tickets.progress', '1d', NULL, NULL);
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
