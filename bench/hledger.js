// `fee arrears` beside hledger and ledger on the exported journal, where they are installed.
import path from 'node:path';
import Database from 'better-sqlite3';
import { fillUnits } from './fill.js';
import { isInstalled, print, sideBySide, timedTool } from './measure.js';

const UNITS = 10_000;
const MONTHS = 24;
const ROUNDS = 3;
const UNTIL = '2026-11-22';

const CHARGE = `INSERT INTO charges (unit_id, tariff, cycle_on, period_start, period_end,
    quantity_thousandths, rate_tenthousandths, month_parts, percent, amount_fen, due_on, debtor,
    billed_at, billed_by)
  SELECT id, 'energy', @first, @first, date(@first, '+1 month', '-1 day'), area_thousandths, 14000,
    377580, 100, 12534 + id % 7000, @dueOn, 'owner', @first || 'T02:00:00Z', 1
  FROM units ORDER BY id`;

/** Nineteen of twenty are paid, each by a receipt of its own. */
const RECEIPT = `INSERT INTO receipts (id, no, unit_id, method, amount_fen, issued_at, issued_by,
    received_at, received_by, booked_on)
  SELECT id, printf('R%s-%06d', substr(replace(due_on, '-', ''), 3), id), unit_id, 'bank', amount_fen,
    due_on || 'T02:00:00Z', 1, due_on || 'T02:00:00Z', 1, due_on
  FROM charges WHERE id % 20 <> 7`;
const PAYMENT = `INSERT INTO settlements (charge_id, kind, amount_fen, receipt_id, settled_at,
    settled_by)
  SELECT id, 'payment', amount_fen, id, due_on || 'T03:00:00Z', 1 FROM charges WHERE id % 20 <> 7`;

/** Two years of one monthly tariff. Straight SQL: only the reading is measured. */
function fillYears(file) {
  const db = new Database(file);
  db.pragma('synchronous = OFF');
  db.transaction(() => {
    fillUnits(db, UNITS);
    for (let month = 0; month < MONTHS; month += 1) {
      const first = new Date(Date.UTC(2024, 11 + month, 1)).toISOString().slice(0, 10);
      db.prepare(CHARGE).run({ first, dueOn: `${first.slice(0, 8)}20` });
    }
    db.exec(RECEIPT);
    db.exec(PAYMENT);
  })();
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

const OVERDUE = 'assets:receivable:overdue';

/** `wy` runs a command on a home. */
export function benchHledger({ dir, wy }) {
  const home = path.join(dir, 'hledger');
  const journal = path.join(dir, 'money.journal');
  wy(home, 'init', '--name', '蓝天新苑', '--staff', '王芳');
  fillYears(path.join(home, 'ledger.db'));
  const exported = wy(
    ...[home, 'fee', 'export', '--format', 'hledger', '--until', UNTIL, '--out', journal],
  );
  const tools = {
    hledger: ['-f', journal, 'bal', OVERDUE, '--flat'],
    ledger: ['--args-only', '-f', journal, 'bal', OVERDUE, '--flat'],
  };
  const there = Object.entries(tools).filter(([tool]) => isInstalled(tool));
  console.log(
    `\nthe journal of ${UNITS * MONTHS} charges was written in ${Math.round(exported.ms)} ms`,
  );
  print(
    `arrears of ${UNITS} households × ${MONTHS} months, whole process`,
    sideBySide(
      {
        'wy fee arrears --json': () => wy(home, 'fee', 'arrears', '--as-of', UNTIL, '--json'),
        ...Object.fromEntries(
          there.map(([tool, args]) => [`${tool} bal ${OVERDUE}`, () => timedTool(tool, args)]),
        ),
      },
      ROUNDS,
    ),
  );
}
