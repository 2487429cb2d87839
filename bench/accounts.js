// `fee arrears` and `fee rate` over millions of charges beside the same sums written by hand in SQL.
import path from 'node:path';
import Database from 'better-sqlite3';
import { fillUnits } from './fill.js';
import { print, sideBySide } from './measure.js';

const UNITS = 52_000;
const MONTHS = 48;
const TARIFFS = [
  { key: 'energy', day: '25' },
  { key: 'parking', day: '10' },
];
const ROUNDS = 5;
const AT = ['--at', '2026-11-22 23:59'];

const CHARGE = `INSERT INTO charges (unit_id, tariff, cycle_on, period_start, period_end,
    quantity_thousandths, rate_tenthousandths, month_parts, percent, amount_fen, due_on, debtor,
    debtor_id, billed_at, billed_by)
  SELECT id, @tariff, @first, @first, date(@first, '+1 month', '-1 day'), area_thousandths, 14000,
    377580, 100, 12534 + id % 7000, @dueOn, 'owner', id, @first || 'T02:00:00Z', 1
  FROM units ORDER BY id`;

/** Nineteen of twenty are paid, some before they are due and some long after; a few only in part. */
const PAYMENT = `INSERT INTO settlements (charge_id, kind, amount_fen, receipt_id, settled_at,
    settled_by)
  SELECT id, 'payment', iif(id % 100 = 3, amount_fen / 2, amount_fen), unit_id,
    strftime('%Y-%m-%dT03:00:00Z', due_on, (id % 60 - 20) || ' days'), 1
  FROM charges WHERE id % 20 <> 7`;

const WAIVER = `INSERT INTO settlements (charge_id, kind, amount_fen, settled_at, settled_by)
  SELECT id, 'waiver', 1000, due_on || 'T05:00:00Z', 1 FROM charges WHERE id % 400 = 7`;

/** Four years of two monthly tariffs. Straight SQL: only the reading is measured. */
function fillYears(file) {
  const db = new Database(file);
  db.pragma('synchronous = OFF');
  db.transaction(() => {
    fillUnits(db, UNITS);
    db.exec(`INSERT INTO people (id, name, pinyin, initials)
      SELECT id, '张' || id, 'zhang', 'z' FROM units`);
    db.exec(`INSERT INTO residents (person_id, unit_id, role, from_on)
      SELECT id, id, 'owner', '2020-07-01' FROM units`);
    db.exec(`INSERT INTO receipts (id, no, unit_id, method, amount_fen, issued_at, issued_by,
        received_at, received_by, booked_on)
      SELECT id, printf('R221201-%03d', id), id, 'bank', 99999999999, '2022-11-01T02:00:00Z', 1,
        '2022-11-01T02:00:00Z', 1, '2022-11-01' FROM units`);
    for (let month = 0; month < MONTHS; month += 1) {
      const first = new Date(Date.UTC(2022, 11 + month, 1)).toISOString().slice(0, 10);
      for (const { key, day } of TARIFFS) {
        db.prepare(CHARGE).run({ tariff: key, first, dueOn: `${first.slice(0, 8)}${day}` });
      }
    }
    db.exec(PAYMENT);
    db.exec(WAIVER);
  })();
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

/** The parts of the answers that both give; stops the bench where they differ. */
function requireSame(byHand, wy, keys) {
  const only = (it) => JSON.stringify(Object.fromEntries(keys.map((key) => [key, it[key]])));
  const rows = (text) => [JSON.parse(text)].flat();
  const [one, other] = [rows(byHand), rows(wy)];
  const differing = one.findIndex((it, at) => only(it) !== only(other[at] ?? {}));
  if (one.length === other.length && differing === -1) return;
  throw new Error(`the answers differ: ${only(one[differing])} and ${only(other[differing])}`);
}

const withoutPercent = (text) => text.replace(/,"percent":(?:null|"[\d.]+")/g, '');

/** `bare` and `wy` run a script of bench/, and a command on a home. */
export function benchAccounts({ dir, bare, wy }) {
  const home = path.join(dir, 'accounts');
  const ledger = path.join(home, 'ledger.db');
  wy(home, 'init', '--name', '蓝天新苑', '--staff', '王芳');
  fillYears(ledger);
  const arrears = ['fee', 'arrears', ...AT, '--json'];
  const rate = ['fee', 'rate', '--period', '2026-11', ...AT, '--json'];
  const byHand = (what) => bare('bare-accounts.js', ledger, what);

  const columns = ['unit', 'name', 'months', 'amount', 'oldestDueOn', 'buckets'];
  requireSame(byHand('arrears').out, wy(home, ...arrears).out, columns);
  const rates = ['current', 'households', 'recovered', 'overall'];
  requireSame(byHand('rate').out, withoutPercent(wy(home, ...rate).out), rates);

  const charges = (UNITS * MONTHS * TARIFFS.length).toLocaleString('en');
  print(
    `arrears of ${charges} charges, whole process`,
    sideBySide(
      {
        'by hand, bare better-sqlite3': () => byHand('arrears'),
        'wy fee arrears --json': () => wy(home, ...arrears),
      },
      ROUNDS,
    ),
  );
  print(
    `collection rates of ${charges} charges, whole process`,
    sideBySide(
      {
        'by hand, bare better-sqlite3': () => byHand('rate'),
        'wy fee rate --json': () => wy(home, ...rate),
      },
      ROUNDS,
    ),
  );
}
