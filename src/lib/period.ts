import type { Day } from './day.ts';
import { addDays, addMonths, lastDayOfMonth, tidy } from './day.ts';
import { misused, WyError } from './errors.ts';
import { parseMonth } from './month.ts';
import { w } from './words.ts';

const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

type PeriodKind = keyof typeof MONTHS;

/** A stretch of the calendar by its name: `2026-11`, `2026Q4`, `2026H2`, `2026`. */
export interface Period {
  text: string;
  kind: PeriodKind;
  /** Both days count. */
  from: Day;
  until: Day;
}

const YEAR = /^(?<y>\d{4})年?$/;
const QUARTER = /^(?<y>\d{4})(?:-?Q|年?第?)(?<n>[1-4一二三四])(?<word>季度)?$/;
const HALF = /^(?<y>\d{4})(?:-?H(?<n>[12])|年?(?<half>[上下])半年)$/;
const CHINESE = '一二三四';

/**
 * What a clerk types for a billing period: a month as `parseMonth` reads it, 2026Q4 or 2026年四季度,
 * 2026H2 or 2026年下半年, 2026. Anything else is refused as `bad_period`.
 */
export function parsePeriod(text: string, today: Day): Period {
  return readSpan(tidy(text).replaceAll(' ', '').toUpperCase()) ?? monthPeriod(text, today);
}

function readSpan(typed: string): Period | undefined {
  const year = YEAR.exec(typed)?.groups;
  if (year) return spanOf('year', year.y as string, 1);
  const quarter = QUARTER.exec(typed)?.groups;
  if (quarter && (quarter.word !== undefined || typed.includes('Q'))) {
    const { y, n } = quarter as { y: string; n: string };
    return spanOf('quarter', y, CHINESE.includes(n) ? CHINESE.indexOf(n) + 1 : Number(n));
  }
  const half = HALF.exec(typed)?.groups;
  return (
    half && spanOf('half-year', half.y as string, half.n === '2' || half.half === '下' ? 2 : 1)
  );
}

function monthPeriod(text: string, today: Day): Period {
  try {
    const month = parseMonth(text, today);
    return {
      text: month,
      kind: 'month',
      from: `${month}-01`,
      until: lastDayOfMonth(month),
    };
  } catch (error) {
    if (error instanceof WyError) throw badPeriod();
    throw error;
  }
}

const SIGN = { quarter: 'Q', 'half-year': 'H' } as const;

function spanOf(kind: 'quarter' | 'half-year' | 'year', year: string, part: number): Period {
  if (Number(year) < 1900 || Number(year) > 2199) throw badPeriod();
  const from = addMonths(`${year}-01-01`, (part - 1) * MONTHS[kind]);
  return {
    text: kind === 'year' ? year : `${year}${SIGN[kind]}${part}`,
    kind,
    from,
    until: addDays(addMonths(from, MONTHS[kind]), -1),
  };
}

const badPeriod = () =>
  misused(
    'bad_period',
    w('期间看不懂。', 'This is not readable as a period.'),
    w(
      '请写成 2026-11（月）、2026Q4（季度）、2026H2（半年）或 2026（年）。',
      'Type 2026-11 (a month), 2026Q4 (a quarter), 2026H2 (a half-year) or 2026 (a year).',
    ),
  );
