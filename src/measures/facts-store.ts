import type { Ledger } from '../ledger/ledger.ts';
import type { Moment } from '../lib/moment.ts';
import type { Facts } from './facts-model.ts';
import type { Numbers, Span } from './model.ts';

/** Every figure as a column, so that one pass over the facts gives all of them. */
const columnsOf = ({ figures }: Facts): string =>
  Object.entries(figures)
    .map(([key, { where, sum }]) => {
      const what = sum ? `coalesce(sum(${sum.of}) FILTER (WHERE ${where}), 0)` : null;
      return `${what ?? `count(*) FILTER (WHERE ${where})`} AS "${key}"`;
    })
    .join(', ');

export const measure = (ledger: Ledger, facts: Facts, span: Span): Numbers =>
  ledger.prepare<[Span], Numbers>(`SELECT ${columnsOf(facts)} FROM (${facts.select})`).get(span) ??
  {};

export function measureBy(
  ledger: Ledger,
  facts: Facts,
  span: Span,
  grouping: string,
): Map<string, Numbers> {
  const by = facts.groupings[grouping]?.by;
  if (by === undefined) throw new Error(`${facts.key} cannot be parted by ${grouping}`);
  const rows = ledger
    .prepare<[Span], Numbers & { readonly group: string | null }>(
      `SELECT ${by} AS "group", ${columnsOf(facts)} FROM (${facts.select}) AS f GROUP BY 1 ORDER BY 1`,
    )
    .all(span);
  return new Map(rows.map(({ group, ...numbers }) => [group ?? '', numbers as Numbers]));
}

interface RecordRow {
  no: string | null;
  at: Moment | null;
  unit: string | null;
  what: string | null;
  amountFen: number | null;
}

/** Of a sum of money each with its share of it. */
export function records(ledger: Ledger, facts: Facts, span: Span, figure: string): RecordRow[] {
  const { where, sum } = facts.figures[figure] ?? { where: 'false' };
  const amount = sum?.unit === 'money' ? sum.of : 'amountFen';
  return ledger
    .prepare<[Span], RecordRow>(
      `SELECT f.no, f.at, coalesce(f.unit, u.code) AS unit, f.what, f.listedFen AS amountFen
       FROM (SELECT *, ${amount} AS listedFen FROM (${facts.select}) WHERE ${where}) AS f
       LEFT JOIN subjects AS s ON f.unit IS NULL AND s.no = f.no
       LEFT JOIN units AS u ON u.id = s.unit_id ORDER BY f.at, f.no`,
    )
    .all(span);
}
