import { command } from '../cli/command.ts';
import { month, period, text } from '../cli/field.ts';
import { monthOf } from '../lib/day.ts';
import { misused } from '../lib/errors.ts';
import { parsePeriod } from '../lib/period.ts';
import { w } from '../lib/words.ts';
import { requireBook } from '../shelf/changing.ts';
import { bookReport, booksReport } from './figures.ts';
import { reportView } from './view.ts';

const report = command({
  name: 'book report',
  about: w(
    '登记簿统计：登记、了结、时限、周期、分类、合计',
    'Sum up the books: entries, deadlines, rhythms, choices, sums',
  ),
  fields: {
    key: text({
      label: w('只看这本，细到各栏，如 parcel', 'this book only, field by field, such as parcel'),
      placeholder: 'KEY',
      positional: true,
    }),
    month: month({ label: w('哪个月；默认本月', 'which month; this one by default') }),
    period: period({
      label: w('哪一期，如 2026Q4、2026', 'which period, such as 2026Q4 or 2026'),
    }),
  },
  examples: [
    'wy book report',
    'wy book report parcel --month 上月',
    'wy book report training --period 2026 --json',
  ],
  run: (ctx, { key, ...input }) => {
    if (input.month && input.period) throw twoPeriods();
    const asked = input.period ?? parsePeriod(input.month ?? monthOf(ctx.today), ctx.today);
    return key === undefined
      ? booksReport(ctx, asked)
      : bookReport(ctx, requireBook(ctx.books, key), asked);
  },
  view: reportView,
});

const twoPeriods = () =>
  misused(
    'two_periods',
    w('--month 和 --period 只能写一个。', 'Type --month or --period, not both.'),
    w(
      '一个月：--month 2026-11；一季：--period 2026Q4',
      'One month: --month 2026-11; a quarter: --period 2026Q4',
    ),
  );

export const commands = [report];
