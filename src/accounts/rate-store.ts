import type { Ledger } from '../ledger/ledger.ts';
import type { Day } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';

export interface RateFilter {
  /** The period's days. */
  from: Day;
  until: Day;
  /** Its first moment, and the last one that counts. */
  fromAt: Moment;
  at: Moment;
}

/** What charges `c` of units `u` can be parted by. */
const PARTS = { tariff: 'c.tariff', building: 'u.building', unit: 'u.code' } as const;

export type Part = keyof typeof PARTS;

/** The units come in only where something of theirs is asked for. */
const unitsFor = (parts: readonly Part[]) =>
  parts.some((part) => part !== 'tariff') ? 'CROSS JOIN units AS u ON u.id = c.unit_id' : '';

export interface CurrentRow {
  group: string;
  /** Charged in the period; the same, less waivers and reversals. */
  chargedFen: number;
  owedFen: number;
  paidFen: number;
  /** Units that owe anything of it, and those of them that have paid all of it. */
  units: number;
  settledUnits: number;
}

/** Charges whose cycle begins in the period, and their settlements up to then; by one thing at most. */
export function current(ledger: Ledger, filter: RateFilter, by: Part | null): CurrentRow[] {
  const [of, join] = by ? [PARTS[by], unitsFor([by])] : ["''", ''];
  return ledger
    .prepare<[RateFilter], CurrentRow>(
      `WITH RECURSIVE tariffs (tariff) AS (
         SELECT min(tariff) FROM charges
         UNION ALL
         SELECT (SELECT min(tariff) FROM charges WHERE tariff > t.tariff) FROM tariffs AS t
         WHERE t.tariff IS NOT NULL)
       SELECT "group", sum(charged) AS chargedFen, sum(owed) AS owedFen, sum(paid) AS paidFen,
         count(*) FILTER (WHERE owed > 0) AS units,
         count(*) FILTER (WHERE owed > 0 AND owed = paid) AS settledUnits
       FROM (
         SELECT "group", unit_id, sum(amount_fen) AS charged, sum(amount_fen - lessened) AS owed,
           sum(paid) AS paid
         FROM (
           SELECT ${of} AS "group", c.unit_id, c.amount_fen,
             coalesce(sum(s.amount_fen) FILTER (WHERE s.kind <> 'payment'), 0) AS lessened,
             coalesce(sum(s.amount_fen) FILTER (WHERE s.kind = 'payment'), 0) AS paid
           FROM charges AS c ${join}
           LEFT JOIN settlements AS s ON s.charge_id = c.id AND s.settled_at <= @at
           WHERE c.tariff IN (SELECT tariff FROM tariffs)
             AND c.cycle_on BETWEEN @from AND @until AND c.billed_at <= @at
           GROUP BY c.id)
         GROUP BY "group", unit_id)
       GROUP BY "group"`,
    )
    .all(filter);
}

/** Of each part by its name; what is not parted by is left out. */
type Parted = Partial<Record<Part, string>>;

const partedBy = (parts: readonly Part[]) => ({
  columns: parts.map((part) => `${PARTS[part]} AS ${part},`).join(' '),
  join: unitsFor(parts),
  by: parts.length > 0 ? `GROUP BY ${parts.map((part) => PARTS[part]).join(', ')}` : '',
});

export interface BeforeRow extends Parted {
  /** What is still owed. */
  owedFen: number;
  /** Paid since the period began, charge by charge; taken back at most to nothing. */
  recoveredFen: number;
}

/**
 * Charges of periods that were over before this one, a longer one still running belongs to its own: read
 * from the first to the last with their settlements up to then. Most are long settled and tell nothing;
 * only the others are parted.
 */
export function before(ledger: Ledger, filter: RateFilter, parts: readonly Part[]): BeforeRow[] {
  const { columns, join, by } = partedBy(parts);
  return ledger
    .prepare<[RateFilter], BeforeRow>(
      `SELECT ${columns} coalesce(sum(c.charged - c.settled), 0) AS owedFen,
         coalesce(sum(c.recovered) FILTER (WHERE c.recovered > 0), 0) AS recoveredFen
       FROM (
         SELECT c.tariff, c.unit_id, c.amount_fen AS charged, coalesce(sum(s.amount_fen), 0) AS settled,
           coalesce(sum(s.amount_fen)
             FILTER (WHERE s.kind = 'payment' AND s.settled_at >= @fromAt), 0) AS recovered
         FROM charges AS c NOT INDEXED
         LEFT JOIN settlements AS s ON s.charge_id = c.id AND s.settled_at <= @at
         WHERE c.period_end < @from AND c.billed_at <= @at
         GROUP BY c.id) AS c ${join}
       WHERE c.charged <> c.settled OR c.recovered <> 0 ${by}`,
    )
    .all(filter);
}

/** The codes of all units, in the order of the estate. */
export const units = (ledger: Ledger): string[] =>
  ledger
    .prepare<[], { code: string }>('SELECT code FROM units ORDER BY sort_key')
    .all()
    .map(({ code }) => code);

/** In the order of the estate. */
export const buildings = (ledger: Ledger): string[] =>
  ledger
    .prepare<[], { building: string }>(
      'SELECT building FROM units GROUP BY building ORDER BY min(sort_key)',
    )
    .all()
    .map(({ building }) => building);
