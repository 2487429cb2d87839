import { command } from '../cli/command.ts';
import { building, choice, day, flag, period, text, unit, whole } from '../cli/field.ts';
import { requireTariffKey } from '../fees/tariff-keys.ts';
import { w } from '../lib/words.ts';
import { tariffGuide } from '../tariffs/guide.ts';
import { reportArrears } from './arrears.ts';
import { arrearsView } from './arrears-view.ts';
import { GROUPINGS } from './model.ts';
import { reportRates } from './rate.ts';
import { rateView } from './rate-view.ts';
import { statementOf } from './statement.ts';
import { statementView } from './statement-view.ts';

const asOf = day({
  label: w('截至哪天结束；默认今天', 'as known at the end of which day; today by default'),
});

const statement = command({
  name: 'fee statement',
  about: w('一户的账：应收、收款、预存、余额', 'The account of a unit: charges, receipts, balance'),
  fields: { unit: unit({ label: w('房号', 'unit'), required: true }), asOf },
  examples: [
    'wy fee statement --unit 3-2-1501',
    'wy fee statement --unit 3-2-1501 --as-of 2026-06-30',
  ],
  run: (ctx, input) => statementOf(ctx, { unit: input.unit, asOf: input.asOf ?? ctx.today }),
  view: statementView,
});

const arrears = command({
  name: 'fee arrears',
  about: w('欠费：谁欠、欠几个月、多少、账龄', 'Arrears: who owes, how many months, how much'),
  fields: {
    asOf,
    building: building({ label: w('只看某栋', 'only this building') }),
    tariff: text({ label: w('只看某个收费项目', 'only this tariff'), placeholder: 'TARIFF' }),
    minMonths: whole({
      label: w('至少欠几个月的', 'that owe this many months at least'),
      min: 1,
      max: 600,
    }),
    ageing: flag({ label: w('列出账龄', 'show how old it is') }),
  },
  guides: { tariff: tariffGuide() },
  examples: [
    'wy fee arrears',
    'wy fee arrears --building 3 --min-months 3 --ageing',
    'wy fee arrears --as-of 2026-06-30 --json',
  ],
  run: (ctx, { ageing: showsAgeing, tariff, ...query }) =>
    reportArrears(ctx, {
      ...query,
      showsAgeing,
      tariff: tariff === undefined ? undefined : requireTariffKey(ctx, tariff),
    }),
  view: arrearsView,
});

const rate = command({
  name: 'fee rate',
  about: w(
    '收缴率：当期、户数、历欠清缴、综合',
    'Collection rates: current, households, recovered, overall',
  ),
  fields: {
    period: period({
      label: w('哪一期，如 2026-11、2026Q4、2026', 'which period: 2026-11, 2026Q4, 2026'),
      required: true,
    }),
    asOf: day({
      label: w(
        '截至哪天结束；默认今天，过了期的为期末',
        'as known at the end of which day; today, or the end of a period that is over',
      ),
    }),
    groupBy: choice(GROUPINGS, { label: w('分开统计', 'parted by') }),
  },
  examples: ['wy fee rate --period 2026-11', 'wy fee rate --period 2026Q4 --group-by building'],
  run: (ctx, input) => reportRates(ctx, input),
  view: rateView,
});

export const commands = [statement, arrears, rate];
