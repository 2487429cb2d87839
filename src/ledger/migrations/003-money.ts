import type { Migration } from './migration.ts';

/** Tariffs agreed with a unit, charges, receipts, deposits, cash, dunning, trust-managed units. */
export const money: Migration = {
  name: '003-money',
  sql: `
-- What is added to (this reading − the last one): of an exchanged meter the old one's end less the new
-- one's start, of one that turned over its whole range.
ALTER TABLE meter_readings ADD COLUMN carry_thousandths INTEGER NOT NULL DEFAULT 0;
ALTER TABLE meter_readings ADD COLUMN reason TEXT;

-- An agreement by which a unit owes a tariff (a parking space, a lease) or owes less (trust, vacancy).
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
CREATE INDEX subscriptions_unit ON subscriptions (unit_id);
CREATE INDEX subscriptions_tariff ON subscriptions (tariff, unit_id);
CREATE INDEX subscriptions_serial ON subscriptions (substr(no, 1, 8), CAST(substr(no, 9) AS INTEGER));

-- What is owed. Never changed: what lessens it stands in settlements.
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
CREATE INDEX charges_unit ON charges (unit_id, due_on);
CREATE INDEX charges_cycle ON charges (tariff, cycle_on, unit_id, period_end);
CREATE INDEX charges_subject ON charges (subject) WHERE subject IS NOT NULL;
CREATE INDEX charges_penalty ON charges (penalty_of) WHERE penalty_of IS NOT NULL;
CREATE TRIGGER charges_keep_rows BEFORE UPDATE ON charges
BEGIN SELECT RAISE(ABORT, 'charges are append-only'); END;
CREATE TRIGGER charges_keep_all BEFORE DELETE ON charges
BEGIN SELECT RAISE(ABORT, 'charges are append-only'); END;

-- Money that came in, or was taken back by a receipt of its own (冲红, negative). One issued for the
-- door waits for its money; once received or void it never changes.
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

-- What lessens a charge: a payment out of a receipt, a waiver, its reversal. A payment taken back is
-- negative. Of one charge, and of one receipt, each later row stands at the same time or later.
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
CREATE INDEX settlements_charge ON settlements (charge_id, settled_at, kind, amount_fen);
CREATE INDEX settlements_receipt ON settlements (receipt_id, settled_at, amount_fen)
  WHERE receipt_id IS NOT NULL;
CREATE TRIGGER settlements_keep_rows BEFORE UPDATE ON settlements
BEGIN SELECT RAISE(ABORT, 'settlements are append-only'); END;
CREATE TRIGGER settlements_keep_all BEFORE DELETE ON settlements
BEGIN SELECT RAISE(ABORT, 'settlements are append-only'); END;

-- Prepaid money that left its receipt: back to the payer, or over to a receipt of another unit.
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
CREATE INDEX payouts_receipt ON payouts (receipt_id);
CREATE INDEX payouts_booked ON payouts (booked_on);
CREATE TRIGGER payouts_keep_rows BEFORE UPDATE ON payouts
BEGIN SELECT RAISE(ABORT, 'payouts are append-only'); END;
CREATE TRIGGER payouts_keep_all BEFORE DELETE ON payouts
BEGIN SELECT RAISE(ABORT, 'payouts are append-only'); END;

-- Money held for somebody: never income. Its moves are append-only.
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
CREATE INDEX deposits_unit ON deposits (unit_id);
CREATE INDEX deposits_subject ON deposits (subject) WHERE subject IS NOT NULL;
CREATE INDEX deposits_serial ON deposits (substr(no, 1, 8), CAST(substr(no, 9) AS INTEGER));
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
CREATE INDEX deposit_moves_deposit ON deposit_moves (deposit_id);
CREATE INDEX deposit_moves_booked ON deposit_moves (booked_on);
CREATE TRIGGER deposit_moves_keep_rows BEFORE UPDATE ON deposit_moves
BEGIN SELECT RAISE(ABORT, 'deposit moves are append-only'); END;
CREATE TRIGGER deposit_moves_keep_all BEFORE DELETE ON deposit_moves
BEGIN SELECT RAISE(ABORT, 'deposit moves are append-only'); END;

-- A day on which cash came in; its number is the day.
CREATE TABLE cash_days (
  id        INTEGER PRIMARY KEY,
  no        TEXT NOT NULL UNIQUE,
  opened_at TEXT NOT NULL
) STRICT;

-- Cash handed to finance; expected: what the journal said was there. Of nothing where nothing was left.
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
CREATE INDEX hand_ins_booked ON hand_ins (booked_on);
CREATE TRIGGER hand_ins_keep_rows BEFORE UPDATE ON hand_ins
BEGIN SELECT RAISE(ABORT, 'hand-ins are append-only'); END;
CREATE TRIGGER hand_ins_keep_all BEFORE DELETE ON hand_ins
BEGIN SELECT RAISE(ABORT, 'hand-ins are append-only'); END;

-- The month's end: booked before the closing, and counted. What they differ by, explained, is booked
-- by the closing itself, so that the next month begins with what is there.
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

-- A demand for payment, or what the desk heard of it.
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
CREATE INDEX contacts_unit ON contacts (unit_id, contacted_at);
CREATE INDEX contacts_serial ON contacts (substr(no, 1, 8), CAST(substr(no, 9) AS INTEGER));

-- A heavy rain, for which every trust-managed unit is seen twice (rule 125).
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
CREATE INDEX trust_patrols_subscription ON trust_patrols (subscription_id, patrolled_at);

-- Every fen that came in or went out of the desk, by the day of the cash journal.
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
  UNION ALL SELECT no, NULL, NULL, '' FROM cash_days;
`,
};
