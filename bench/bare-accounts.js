// What arrears and rates of 2026-11-22 cost without wy: the same sums by hand, the same JSON, nothing else.
import Database from 'better-sqlite3';

const [, , file, what] = process.argv;
const db = new Database(file, { readonly: true });

const END = '2026-11-22T15:59:59Z';
const settled = `coalesce((SELECT sum(s.amount_fen) FROM settlements AS s
  WHERE s.charge_id = c.id AND s.settled_at <= '${END}'), 0)`;

const yuan = (fen) => `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;

function arrears() {
  const rows = db
    .prepare(
      `SELECT u.code AS unit, sum(o.fen) AS fen, min(o.due_on) AS oldest,
         count(DISTINCT substr(o.period_start, 1, 7)) AS months,
         sum(iif(o.due_on >= '2026-08-22', o.fen, 0)) AS b3,
         sum(iif(o.due_on >= '2026-05-22' AND o.due_on < '2026-08-22', o.fen, 0)) AS b6,
         sum(iif(o.due_on >= '2025-11-22' AND o.due_on < '2026-05-22', o.fen, 0)) AS b12,
         sum(iif(o.due_on >= '2024-11-22' AND o.due_on < '2025-11-22', o.fen, 0)) AS b24,
         sum(iif(o.due_on < '2024-11-22', o.fen, 0)) AS bOver,
         (SELECT group_concat(p.name, '、') FROM residents AS r JOIN people AS p ON p.id = r.person_id
          WHERE r.unit_id = u.id AND r.role = 'owner'
            AND (r.from_on IS NULL OR r.from_on <= '2026-11-22')
            AND (r.until_on IS NULL OR r.until_on >= '2026-11-22')) AS name
       FROM (SELECT c.unit_id, c.due_on, c.period_start, c.amount_fen - ${settled} AS fen
             FROM charges AS c NOT INDEXED
             WHERE c.due_on < '2026-11-22' AND c.billed_at <= '${END}' AND c.amount_fen > ${settled}) AS o
       JOIN units AS u ON u.id = o.unit_id
       GROUP BY o.unit_id ORDER BY u.sort_key`,
    )
    .all();
  return rows.map((it) => ({
    unit: it.unit,
    name: it.name,
    months: it.months,
    amount: yuan(it.fen),
    oldestDueOn: it.oldest,
    buckets: {
      3: yuan(it.b3),
      6: yuan(it.b6),
      12: yuan(it.b12),
      24: yuan(it.b24),
      over: yuan(it.bOver),
    },
  }));
}

function rate() {
  const current = db
    .prepare(
      `SELECT sum(owed) AS owed, sum(paid) AS paid, count(*) FILTER (WHERE owed > 0) AS units,
         count(*) FILTER (WHERE owed > 0 AND owed = paid) AS settled
       FROM (SELECT unit_id, sum(amount_fen - lessened) AS owed, sum(paid) AS paid
             FROM (SELECT c.unit_id, c.amount_fen,
                     coalesce(sum(iif(s.kind = 'payment', 0, s.amount_fen)), 0) AS lessened,
                     coalesce(sum(iif(s.kind = 'payment', s.amount_fen, 0)), 0) AS paid
                   FROM charges AS c
                   LEFT JOIN settlements AS s ON s.charge_id = c.id AND s.settled_at <= '${END}'
                   WHERE c.tariff IN ('energy', 'parking') AND c.billed_at <= '${END}'
                     AND c.cycle_on BETWEEN '2026-11-01' AND '2026-11-30' GROUP BY c.id)
             GROUP BY unit_id)`,
    )
    .get();
  const before = db
    .prepare(
      `SELECT sum(s.fen) AS settled,
         coalesce(sum(s.recovered) FILTER (WHERE s.recovered > 0), 0) AS recovered,
         (SELECT sum(amount_fen) FROM charges NOT INDEXED
          WHERE period_end < '2026-11-01' AND billed_at <= '${END}') AS charged
       FROM (SELECT charge_id, sum(amount_fen) AS fen,
               sum(iif(kind = 'payment' AND settled_at >= '2026-10-31T16:00:00Z', amount_fen, 0)) AS recovered
             FROM settlements WHERE settled_at <= '${END}' GROUP BY charge_id) AS s
       JOIN charges AS c ON c.id = s.charge_id
       WHERE c.period_end < '2026-11-01' AND c.billed_at <= '${END}'`,
    )
    .get();
  const recoverable = before.recovered + before.charged - before.settled;
  const part = (numerator, denominator) => ({
    numerator: yuan(numerator),
    denominator: yuan(denominator),
  });
  return {
    current: part(current.paid, current.owed),
    households: { numerator: current.settled, denominator: current.units },
    recovered: part(before.recovered, recoverable),
    overall: part(current.paid + before.recovered, current.owed + recoverable),
  };
}

process.stdout.write(`${JSON.stringify(what === 'rate' ? rate() : arrears())}\n`);
