import type { Ledger } from '../ledger/ledger.ts';
import type { Day } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import type { GroupBy } from './model.ts';

export interface RateFilter {
  /** The period's days. */
  from: Day;
  until: Day;
  /** Its first moment, and the last one that counts. */
  fromAt: Moment;
  at: Moment;
  groupBy: GroupBy | 'unit' | undefined;
}

/** What the rows of charges `c` are parted by; `''`: not at all. */
const GROUPS = {
  tariff: { of: 'c.tariff', join: '' },
  building: { of: 'u.building', join: 'CROSS JOIN units AS u ON u.id = c.unit_id' },
  unit: { of: 'u.code', join: 'CROSS JOIN units AS u ON u.id = c.unit_id' },
  none: { of: "''", join: '' },
} as const;

const groupOf = ({ groupBy }: RateFilter) => {
  const { of, join } = GROUPS[groupBy ?? 'none'];
  return { of, join, by: groupBy === undefined ? '' : `GROUP BY ${of}` };
};

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

/** Charges whose cycle begins in the period, and their settlements up to then. */
export function current(ledger: Ledger, filter: RateFilter): CurrentRow[] {
  const { of, join } = groupOf(filter);
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

export interface BeforeRow {
  group: string;
  fen: number;
}

/** Charges of periods that were over before this one; a longer one still running belongs to its own. */
export function chargedBefore(ledger: Ledger, filter: RateFilter): BeforeRow[] {
  const { of, join, by } = groupOf(filter);
  return ledger
    .prepare<[RateFilter], BeforeRow>(
      `SELECT ${of} AS "group", coalesce(sum(c.amount_fen), 0) AS fen
       FROM charges AS c NOT INDEXED ${join}
       WHERE c.period_end < @from AND c.billed_at <= @at ${by}`,
    )
    .all(filter);
}

export interface SettledRow extends BeforeRow {
  /** The payments among it since the period began, charge by charge; taken back at most to nothing. */
  recoveredFen: number;
}

/** All that has been settled of those charges up to then, read in the order of the charges. */
export function settledBefore(ledger: Ledger, filter: RateFilter): SettledRow[] {
  const { of, join, by } = groupOf(filter);
  return ledger
    .prepare<[RateFilter], SettledRow>(
      `SELECT ${of} AS "group", coalesce(sum(s.fen), 0) AS fen,
         coalesce(sum(s.recovered) FILTER (WHERE s.recovered > 0), 0) AS recoveredFen
       FROM (
         SELECT charge_id, sum(amount_fen) AS fen,
           sum(iif(kind = 'payment' AND settled_at >= @fromAt, amount_fen, 0)) AS recovered
         FROM settlements INDEXED BY settlements_charge WHERE settled_at <= @at
         GROUP BY charge_id) AS s
       CROSS JOIN charges AS c ON c.id = s.charge_id ${join}
       WHERE c.period_end < @from AND c.billed_at <= @at ${by}`,
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
