import type { Ctx } from '../context.ts';
import { groupBy } from '../lib/group.ts';
import type { Words } from '../lib/words.ts';
import type { Family } from './family.ts';
import type { Figure, FigureRecord, Numbers, Span } from './model.ts';

interface ListedFigure<Row> extends Pick<Figure, 'label' | 'definition'> {
  /** The figure counts those that meet it. */
  where(row: Row): boolean;
  /** Summed instead of counted. */
  sum?: { of(row: Row): number; unit: Figure['unit'] };
}

/** What another slice already lists, and all figures made of it. */
export interface Listed<Row> {
  key: string;
  name: Words;
  /** One of each record that can matter in the span, the oldest first. */
  gather(ctx: Ctx, span: Span): readonly Row[];
  recordOf(row: Row): FigureRecord;
  figures: Readonly<Record<string, ListedFigure<Row>>>;
  groupings: Readonly<Record<string, { label: Words; by(row: Row): string | null }>>;
}

/** A family whose figures are conditions on what another slice lists, which stays their definition. */
export function listedFamily<Row>(listed: Listed<Row>): Family {
  const { key, name, gather, figures, groupings } = listed;
  return {
    key,
    name,
    figures: mapped(figures, ({ label, definition, sum }) => ({
      ...{ label, definition, unit: sum?.unit ?? 'count' },
    })),
    groupings: mapped(groupings, ({ label }) => label),
    measure: (ctx, span) => numbersOf(listed, gather(ctx, span)),
    measureBy: (ctx, span, grouping) => {
      const by = groupings[grouping]?.by;
      if (!by) throw new Error(`${key} cannot be parted by ${grouping}`);
      const groups = [...groupBy(gather(ctx, span), (row) => by(row) ?? '')];
      return new Map(groups.map(([group, rows]) => [group, numbersOf(listed, rows)]));
    },
    records: (ctx, span, figure) => {
      const of = figures[figure];
      return of ? gather(ctx, span).filter(of.where).map(listed.recordOf) : [];
    },
  };
}

const numbersOf = <Row>({ figures }: Listed<Row>, rows: readonly Row[]): Numbers =>
  mapped(figures, ({ where, sum }) => {
    const meant = rows.filter(where);
    return sum ? meant.reduce((total, row) => total + sum.of(row), 0) : meant.length;
  });

const mapped = <T, R>(
  record: Readonly<Record<string, T>>,
  change: (value: T) => R,
): Record<string, R> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
