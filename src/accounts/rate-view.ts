import type { Pen } from '../cli/pen.ts';
import {
  asMoneyRate,
  asRate,
  asWords,
  type Json,
  KINDS,
  type Shape,
  toJson,
} from '../cli/shape.ts';
import type { View } from '../cli/view.ts';
import { type Words, w } from '../lib/words.ts';
import { type GroupBy, RATE_DEFINITIONS, RATE_LABELS } from './model.ts';
import type { GroupRates, RateReport } from './rate.ts';
import { countedUntil } from './text.ts';

const ratesShape: Shape<GroupRates> = [
  asMoneyRate('current', RATE_LABELS.current, (it) => it.current),
  asRate('households', RATE_LABELS.households, (it) => it.households),
  asMoneyRate('recovered', RATE_LABELS.recovered, (it) => it.recovered),
  asMoneyRate('overall', RATE_LABELS.overall, (it) => it.overall),
];

const GROUP_LABELS: Readonly<Record<GroupBy, Words>> = {
  tariff: w('收费项目', 'Tariff'),
  building: w('楼栋', 'Building'),
};

const groupColumn = (groupBy: GroupBy) =>
  asWords<GroupRates>('name', GROUP_LABELS[groupBy], (it) => it.groupName);

/** One object of all, or a list of one for each group. */
export const rateView: View<RateReport> = {
  json: ({ period, asOf, groupBy, target, groups }, as) => {
    const figures = groups.map((each) => ({
      period: period.text,
      asOf,
      ...(groupBy !== null && { group: each.group }),
      ...(toJson(ratesShape, each, as) as { [key: string]: Json }),
      target,
    }));
    return groupBy === null ? figures[0] : figures;
  },
  text: (report, pen) =>
    [
      heading(report, pen),
      report.groupBy === null ? figuresOf(report, pen) : tableOf(report, report.groupBy, pen),
      pen.dim(countedUntil(report.asOf)),
    ].join('\n\n'),
};

const heading = ({ period, asOf }: RateReport, pen: Pen) =>
  pen.heading(
    w(`收缴率  ${period.text}（截至 ${asOf}）`, `Collection rates  ${period.text} (as of ${asOf})`),
  );

const targetText = (target: string | null) => (target === null ? '—' : `${target} %`);

function figuresOf({ groups, target }: RateReport, pen: Pen): string {
  const [rates] = groups;
  if (!rates) return '';
  const lines = ratesShape.map(({ key, label }) => {
    const as = key as keyof typeof RATE_LABELS;
    const kind = as === 'households' ? KINDS.rate : KINDS.moneyRate;
    return [pen.dim(label), kind.text(rates[as], pen.as, {}), pen.dim(RATE_DEFINITIONS[as])];
  });
  return pen.grid([...lines, [pen.dim(w('目标', 'Target')), targetText(target), '']]);
}

function tableOf({ groups, target }: RateReport, groupBy: GroupBy, pen: Pen): string {
  const keys = Object.keys(RATE_LABELS) as (keyof typeof RATE_LABELS)[];
  const definitions = keys.map((key) => [
    pen.dim(RATE_LABELS[key]),
    pen.dim(RATE_DEFINITIONS[key]),
  ]);
  return [
    pen.table([groupColumn(groupBy), ...ratesShape], groups),
    pen.grid([...definitions, [pen.dim(w('目标', 'Target')), targetText(target)]]),
  ].join('\n\n');
}
