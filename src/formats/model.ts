import type { Day } from '../lib/day.ts';
import type { Moment } from '../lib/moment.ts';
import type { Rate } from '../lib/rate.ts';
import { same, type Words } from '../lib/words.ts';

/** What a cell of a report holds; the kinds are those of results (cli/shape.ts). */
export type Value = string | number | Rate | Words | Named | Told | null;

/** A word of a closed set: people read it, scripts take its key. */
export type Named = Words & { readonly key: string };

export const named = (key: string, set: Readonly<Record<string, Words>>): Named => ({
  ...(set[key] ?? same(key)),
  key,
});

/** A value that brings its kind along, where a column holds several. */
export interface Told {
  kind: PlainKind;
  value: Value;
}

export type PlainKind =
  | 'text'
  | 'words'
  | 'named'
  | 'whole'
  | 'day'
  | 'moment'
  | 'money'
  | 'area'
  | 'rate'
  | 'moneyRate'
  /** A number of percent, as text: `92.5`. */
  | 'percent'
  /** The difference of two percentages, in tenths of a point. */
  | 'points';

export type ValueKind = PlainKind | 'told';

export interface ReportColumn {
  key: string;
  label: Words;
  kind: ValueKind;
}

/** A figure as a report tells it: never a number without its definition. */
export interface ReportFigure {
  /** In JSON. */
  key: string;
  /** By which `--explain` lists its records; null where it is told from elsewhere. */
  name: string | null;
  label: Words;
  definition: Words;
  kind: PlainKind;
  value: Value;
  /** Of the period before; undefined where nothing is compared. */
  before?: Value;
  /** Percent the site aims at; null where its policy sets none. */
  target?: string | null;
}

/** A chart: what stands along it, and a line or bars of numbers for each name. */
export interface Chart {
  is: 'bars' | 'stacked' | 'lines';
  /** What the numbers are. */
  unit: 'count' | 'percent' | 'money';
  categories: readonly Words[];
  series: readonly { name: Words; values: readonly (number | null)[] }[];
  /** A line across it, in its unit. */
  target?: number | null;
}

/** A piece of a section. `key` names it in JSON; without one its contents stand in the section itself. */
export type Block =
  | {
      is: 'figures';
      key: string | null;
      title: Words | null;
      figures: readonly ReportFigure[];
      /** How the period and the one before are called, where they are not just that. */
      when?: { readonly now: Words; readonly before: Words };
    }
  | {
      is: 'table';
      key: string | null;
      title: Words | null;
      columns: readonly ReportColumn[];
      rows: readonly (readonly Value[])[];
      /** Said where there are no rows. */
      none: Words;
    }
  | { is: 'chart'; title: Words; chart: Chart }
  | { is: 'notes'; key: string; title: Words | null; notes: readonly Words[] };

export interface Section {
  key: string;
  title: Words;
  blocks: readonly Block[];
}

/**
 * A report: plain data with all its words, in both languages, so that one that was closed prints the
 * same ever after.
 */
export interface Report {
  kind: string;
  title: Words;
  /** As it is named in JSON: `{ key: 'month', text: '2026-10' }`. */
  period: { key: string; text: string };
  fromOn: Day;
  untilOn: Day;
  site: { name: string; company: string };
  /** As of when it was made, and by what the journal ended with then. */
  asOf: Moment;
  journalHead: string;
  /** Of one that was closed: when, by whom, and its SHA-256. */
  closed?: { at: Moment; by: string; hash: string };
  sections: readonly Section[];
}
