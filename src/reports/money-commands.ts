import { GROUPINGS } from '../accounts/model.ts';
import { choice, month, period } from '../cli/field.ts';
import { type Month, monthOf } from '../lib/day.ts';
import { misused } from '../lib/errors.ts';
import { type Period, parsePeriod } from '../lib/period.ts';
import { w } from '../lib/words.ts';
import { collectionReport } from './collection.ts';
import { report } from './declaring-commands.ts';
import { publishReport } from './publish.ts';

const WHEN = {
  month: month({ label: w('哪个月；默认本月', 'which month; this one by default') }),
  period: period({ label: w('哪一期，如 2026Q4、2026', 'which period, such as 2026Q4 or 2026') }),
};

const collection = report({
  name: 'report collection',
  about: w(
    '收缴报告：各项收缴率、欠费账龄、逐月',
    'Collection: rates by tariff and building, arrears by age, month by month',
  ),
  fields: {
    ...WHEN,
    groupBy: choice(GROUPINGS, { label: w('只按这一项分开', 'parted by this alone') }),
  },
  examples: [
    'wy report collection --month 上月',
    'wy report collection --period 2026Q3 --group-by building',
    'wy report collection --explain fees.current',
  ],
  daysOf: (ctx, input) => daysOf(asked(ctx, input)),
  build: (ctx, input) => collectionReport(ctx, asked(ctx, input), input.groupBy),
});

const publish = report({
  name: 'report publish',
  about: w(
    '公布：服务情况和收支，供公告栏（规则 136），不写姓名和房号',
    'For the notice board: services, income and expenditure (rule 136); names no person and no unit',
  ),
  fields: WHEN,
  examples: [
    'wy report publish --period 2026Q4',
    'wy report publish --period 2026Q3 --out 公示.html',
  ],
  daysOf: (ctx, input) => daysOf(asked(ctx, input)),
  build: (ctx, input) => publishReport(ctx, asked(ctx, input)),
});

export const moneyCommands = [collection, publish];

interface Asked {
  month?: Month | undefined;
  period?: Period | undefined;
}

function asked({ today }: { today: string }, { month: of, period: said }: Asked): Period {
  if (of && said) throw twoPeriods();
  return said ?? parsePeriod(of ?? monthOf(today), today);
}

const daysOf = ({ from, until }: Period) => ({ fromOn: from, untilOn: until });

const twoPeriods = () =>
  misused(
    'two_periods',
    w('--month 和 --period 只能写一个。', 'Type --month or --period, not both.'),
    w(
      '一个月：--month 2026-11；一季：--period 2026Q4',
      'One month: --month 2026-11; a quarter: --period 2026Q4',
    ),
  );
