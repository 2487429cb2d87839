// `report monthly` of a large estate beside its own queries, replayed without wy.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';
import { fillTickets, fillUnits } from './fill.js';
import { print, sideBySide, timed } from './measure.js';

const UNITS = 50_000;
const MONTHS = 24;
const TICKETS = 100_000;
const ROUNDS = 5;
const WORDS = ['report', 'monthly', '--month', '2026-10', '--at', '2026-11-02 09:00', '--json'];

const CHARGE = `INSERT INTO charges (unit_id, tariff, cycle_on, period_start, period_end,
    quantity_thousandths, rate_tenthousandths, month_parts, percent, amount_fen, due_on, debtor,
    debtor_id, billed_at, billed_by)
  SELECT id, 'energy', @first, @first, date(@first, '+1 month', '-1 day'), area_thousandths, 3000,
    26859, 100, 2686, @first, 'owner', id, @first || 'T02:00:00Z', 1
  FROM units ORDER BY id`;

/** Of a hundred charges five are never paid, the others in the month after they were due. */
const RECEIPT = `INSERT INTO receipts (no, unit_id, method, amount_fen, issued_at, issued_by,
    received_at, received_by, booked_on)
  SELECT printf('R%s-%03d', substr(replace(@paidOn, '-', ''), 3), id), id, 'wechat', 2686, @paidOn || 'T02:00:00Z', 1,
    @paidOn || 'T02:00:00Z', 1, @paidOn
  FROM units WHERE id % 100 >= 5`;
const PAYMENT = `INSERT INTO settlements (charge_id, kind, amount_fen, receipt_id, settled_at, settled_by)
  SELECT c.id, 'payment', c.amount_fen, r.id, r.received_at, 1
  FROM charges AS c JOIN receipts AS r ON r.unit_id = c.unit_id AND r.booked_on = @paidOn
  WHERE c.cycle_on = @first`;

/** Two years of a monthly tariff. Straight SQL: only the reading is measured. */
function fillYears(file) {
  const db = new Database(file);
  db.pragma('synchronous = OFF');
  db.transaction(() => {
    fillUnits(db, UNITS);
    db.exec(`INSERT INTO people (id, name, pinyin, initials)
      SELECT id, '张' || id, 'zhang', 'z' FROM units`);
    db.exec(`INSERT INTO residents (person_id, unit_id, role, from_on)
      SELECT id, id, 'owner', '2020-07-01' FROM units`);
    for (let month = 0; month < MONTHS; month += 1) {
      const day = (on) => new Date(Date.UTC(2024, 10 + month, on)).toISOString().slice(0, 10);
      const [first, paidOn] = [day(1), day(20)];
      db.prepare(CHARGE).run({ first });
      db.prepare(RECEIPT).run({ paidOn });
      db.prepare(PAYMENT).run({ first, paidOn });
    }
  })();
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

/** `root`: of the checkout; `bare` and `wy` run a script of bench/, and a command on a home. */
export function benchReport({ root, dir, bare, wy }) {
  const home = path.join(dir, 'report');
  const ledger = path.join(home, 'ledger.db');
  const traced = path.join(dir, 'queries.json');
  wy(home, 'init', '--name', '蓝天新苑', '--staff', '王芳');
  fillYears(ledger);
  fillTickets(ledger, TICKETS);
  wy(home, ...WORDS);
  const tracer = pathToFileURL(path.join(root, 'bench', 'trace-queries.js')).href;
  const wyFile = path.join(root, 'bin', 'wy.js');
  timed(['--import', tracer, wyFile, '--home', home, '--no-input', ...WORDS], {
    extraEnv: { WY_BENCH_TRACE: traced },
  });
  const { queries, peakKilobytes } = JSON.parse(readFileSync(traced, 'utf8'));
  print(
    `monthly report: ${UNITS} units, ${MONTHS} months of charges, ${TICKETS} tickets; ` +
      `${queries.length} queries, ${Math.round(peakKilobytes / 1024)} MiB at most`,
    sideBySide(
      {
        'the same queries, bare better-sqlite3': () => bare('bare-report.js', ledger, traced),
        'wy report monthly --json': () => wy(home, ...WORDS),
      },
      ROUNDS,
    ),
  );
}
