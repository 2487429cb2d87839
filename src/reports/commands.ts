import { command } from '../cli/command.ts';
import { day, month, period } from '../cli/field.ts';
import { monthOf } from '../lib/day.ts';
import { monthSpan } from '../lib/day-span.ts';
import { type Period, parsePeriod } from '../lib/period.ts';
import { w } from '../lib/words.ts';
import { closeReport, knownAt, monthlyReport } from './closing.ts';
import { dailyReport } from './daily.ts';
import { report } from './declaring-commands.ts';
import { moneyCommands } from './money-commands.ts';
import { annualReport, quarterlyReport } from './period-reports.ts';
import { qualityReport } from './quality.ts';
import { only } from './span-rules.ts';
import { toldView } from './view.ts';

const daily = report({
  name: 'report daily',
  about: w('客服日报：昨天和今天', 'The daily report: yesterday and today'),
  fields: { date: day({ label: w('哪天；默认今天', 'which day; today by default') }) },
  examples: [
    'wy report daily',
    'wy report daily --send',
    'wy report daily --date 昨天 --format html --out 日报.html',
  ],
  daysOf: (ctx, { date = ctx.today }) => ({ fromOn: date, untilOn: date }),
  build: (ctx, { date = ctx.today }) => dailyReport(ctx, date),
  messageOf: (ctx, { date = ctx.today }) => `daily:${date}`,
});

const monthly = report({
  name: 'report monthly',
  about: w('客服月报', 'The monthly report'),
  fields: { month: month({ label: w('哪个月；默认本月', 'which month; this one by default') }) },
  examples: [
    'wy report monthly --month 上月',
    'wy report monthly --month 2026-10 --format html --out 月报.html',
    'wy report monthly --explain tickets.onTime',
  ],
  daysOf: (ctx, { month: of = monthOf(ctx.today) }) => monthSpan(of),
  build: (ctx, { month: of = monthOf(ctx.today) }) => monthlyReport(ctx, of),
  knownAt: (ctx, { month: of = monthOf(ctx.today) }) => knownAt(ctx, of),
});

const spanOf = ({ from, until }: Period) => ({ fromOn: from, untilOn: until });

const quarterly = report({
  name: 'report quarterly',
  about: w('客服季报', 'The quarterly report'),
  fields: {
    quarter: period({
      label: w(
        '哪个季度，如 2026Q3；默认本季度',
        'which quarter, such as 2026Q3; this one by default',
      ),
    }),
  },
  examples: ['wy report quarterly --quarter 2026Q3 --format xlsx --out 季报.xlsx'],
  daysOf: (ctx, { quarter = thisQuarter(ctx) }) => spanOf(only('quarter', quarter)),
  build: (ctx, { quarter = thisQuarter(ctx) }) => quarterlyReport(ctx, only('quarter', quarter)),
});

const annual = report({
  name: 'report annual',
  about: w('客服年报', 'The annual report'),
  fields: {
    year: period({ label: w('哪一年；默认今年', 'which year; this one by default') }),
  },
  examples: ['wy report annual --year 2025'],
  daysOf: (ctx, { year = thisYear(ctx) }) => spanOf(only('year', year)),
  build: (ctx, { year = thisYear(ctx) }) => annualReport(ctx, only('year', year)),
});

const quality = report({
  name: 'report quality',
  about: w(
    '服务质量：各项比率、没有办到的、由谁',
    'The quality of the service: rates, what fell short, by whom',
  ),
  fields: {
    period: period({
      label: w(
        '哪一期，如 2026-10、2026Q3；默认本月',
        'which period, such as 2026-10 or 2026Q3; this month by default',
      ),
    }),
  },
  examples: ['wy report quality --period 2026Q3'],
  daysOf: (ctx, { period: of = thisMonth(ctx) }) => spanOf(of),
  build: (ctx, { period: of = thisMonth(ctx) }) => qualityReport(ctx, of),
});

const close = command({
  name: 'report close',
  about: w('月报定稿，以后打印不变', 'Close a month: its report prints the same ever after'),
  fields: { month: month({ label: w('哪个月', 'which month'), required: true }) },
  examples: ['wy report close --month 上月'],
  run: (ctx, { month: of }) => ({
    is: 'report' as const,
    report: closeReport(ctx, of),
    file: null,
    text: null,
  }),
  view: toldView,
});

export const commands = [daily, monthly, quarterly, annual, quality, ...moneyCommands, close];

interface Today {
  today: string;
}

const thisMonth = ({ today }: Today): Period => parsePeriod(monthOf(today), today);
const thisYear = ({ today }: Today): Period => parsePeriod(today.slice(0, 4), today);
const thisQuarter = ({ today }: Today): Period =>
  parsePeriod(`${today.slice(0, 4)}Q${Math.ceil(Number(today.slice(5, 7)) / 3)}`, today);
