// The bills of October 2026 written by hand: three statements in one transaction, nothing checked.
import Database from 'better-sqlite3';

const db = new Database(process.argv[2]);
db.pragma('synchronous = FULL');

const bill = (tariff, months, quantity, rate, parts, last, dueOn) => {
  db.prepare(
    `INSERT INTO charges (unit_id, tariff, cycle_on, period_start, period_end, quantity_thousandths,
       rate_tenthousandths, month_parts, percent, amount_fen, due_on, debtor, debtor_id, billed_at,
       billed_by)
     SELECT u.id, ?, '2026-10-01', '2026-10-01', ?, ${quantity}, ?, ?, 100,
       (2 * ${quantity} * ${rate} * ${months} + 100000) / 200000, ?, 'owner', min(r.person_id),
       '2026-10-01T01:30:00Z', 1
     FROM units AS u JOIN residents AS r ON r.unit_id = u.id AND r.role = 'owner'
       AND (r.from_on IS NULL OR r.from_on <= '2026-10-01')
       AND (r.until_on IS NULL OR r.until_on >= '2026-10-01')
     WHERE u.handover_on <= '2026-10-01' GROUP BY u.id`,
  ).run(tariff, last, rate, parts, dueOn);
};

db.transaction(() => {
  bill('energy', 1, 'u.area_thousandths', 3_000, 377_580, '2026-10-31', '2026-10-25');
  bill('property', 3, 'u.area_thousandths', 14_000, 1_132_740, '2026-12-31', '2026-12-25');
  bill('cleaning', 1, '1000', 50_000, 377_580, '2026-10-31', '2026-10-25');
})();
db.close();
