import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { widthOf } from '../cli/layout.ts';
import type { Rendering } from '../cli/shape.ts';
import { escapeHtml } from '../documents/html.ts';
import { w } from '../lib/words.ts';
import { axisOf, numberText } from './axis-rules.ts';
import type { Chart } from './model.ts';
import { FIGURE_LABELS, UNIT_KINDS, unitValue } from './parts-rules.ts';
import { valueText } from './values-view.ts';

echarts.use([BarChart, GridComponent, LegendComponent, LineChart, MarkLineComponent, SVGRenderer]);

/** So wide that its letters can be read on a phone, where it is made a little smaller. */
const WIDTH = 420;
const HEIGHT = 260;
/** Without quotes, as they stand in an attribute. */
const FONT = 'Noto Sans CJK SC,Source Han Sans SC,PingFang SC,Microsoft YaHei,sans-serif';
const TEXT = { fontFamily: FONT, fontSize: 12, color: '#222' };

/** Colours that people with any eyes tell apart (Okabe and Ito). */
const COLOURS = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00'];
/** Bars are told apart by these where there are no colours; the first is plain. */
const PATTERNS = [
  null,
  { dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4 },
  {
    symbol: 'circle',
    dashArrayX: [
      [6, 6],
      [0, 6, 6, 0],
    ],
    dashArrayY: [6, 0],
    symbolSize: 0.6,
  },
  { dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: Math.PI / 4 },
  {
    symbol: 'rect',
    dashArrayX: [
      [4, 8],
      [0, 8, 4, 0],
    ],
    dashArrayY: [4, 0],
    symbolSize: 0.8,
  },
];
/** Lines are told apart by these. */
const SIGNS = ['circle', 'rect', 'triangle', 'diamond'];
const DASHES = ['solid', [8, 4], [2, 3], [10, 3, 2, 3]];

/** What is drawn, for who cannot see it, and by what nothing else on its page is named. */
interface Named {
  id: string;
  title: string;
}

/** A chart as SVG that needs nothing beside itself: no script, no style sheet, no font, no picture. */
export function chartSvg(chart: Chart, { id, title }: Named, as: Rendering): string {
  const clean = withoutControls(chart);
  const isLying = lies(clean, as);
  const height = isLying ? heightOf(clean) : HEIGHT;
  const drawn = echarts.init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  try {
    drawn.setOption(optionsOf(clean, isLying, as));
    const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="${id}-title ${id}-desc"><title id="${id}-title">${escapeHtml(title)}</title><desc id="${id}-desc">${escapeHtml(descriptionOf(clean, as))}</desc>`;
    return tidy(drawn.renderToSVGString(), id).replace(/^<svg [^>]*>/, () => head);
  } finally {
    drawn.dispose();
  }
}

/** Without what only a mouse would need; ids are those of this chart. Quotes inside texts are escaped. */
const tidy = (svg: string, id: string): string =>
  svg
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/ (?:class|ecmeta_\w+|pointer-events)="[^"]*"/g, '')
    .replace(/(id="|="url\(#)zr\d+-/g, (_, before: string) => `${before}${id}-`)
    .replace(/\n+/g, '\n')
    .trim();

const UNPRINTABLE = /\p{Cc}|\p{Cs}/gu;

function withoutControls(chart: Chart): Chart {
  const clean = ({ zh, en }: { zh: string; en: string }) =>
    w(zh.replace(UNPRINTABLE, ' '), en.replace(UNPRINTABLE, ' '));
  return {
    ...chart,
    categories: chart.categories.map(clean),
    series: chart.series.map(({ name, values }) => ({ name: clean(name), values })),
  };
}

const MOST_STANDING = 13;
const WIDEST_STANDING = 12;

/** Bars of many places or of long names lie, a name beside each. */
const lies = ({ is, categories }: Chart, { lang }: Rendering): boolean =>
  is !== 'lines' &&
  (categories.length > MOST_STANDING ||
    categories.some((each) => widthOf(each[lang]) > WIDEST_STANDING));

const heightOf = ({ is, categories, series }: Chart): number =>
  80 + categories.length * (10 + 14 * (is === 'bars' ? series.length : 1));

/** In few words what there is to see; the numbers stand in the table beside it. */
function descriptionOf({ unit, categories, series, target }: Chart, as: Rendering): string {
  const { lang } = as;
  const told = (number: number) => valueText(UNIT_KINDS[unit], unitValue(unit, number), as);
  const ends = [...new Set([categories[0]?.[lang], categories.at(-1)?.[lang]])].filter(Boolean);
  const ranges = series.map(({ name, values }) => {
    const known = values.filter((value) => value !== null);
    const span = [...new Set([Math.min(...known), Math.max(...known)])].map(told).join(' – ');
    return `${name[lang]} ${known.length === 0 ? '—' : span}`;
  });
  const aim = typeof target === 'number' ? [`${FIGURE_LABELS.target[lang]} ${told(target)}`] : [];
  return [ends.join(' – '), ...ranges, ...aim].join(lang === 'zh' ? '；' : '; ');
}

/** Places that all have their names below them. */
const MOST_NAMED = 6;

function optionsOf(chart: Chart, isLying: boolean, as: Rendering): echarts.EChartsCoreOption {
  const { lang } = as;
  const axis = axisOf(chart, lang);
  const names = {
    type: 'category',
    data: chart.categories.map((each) => each[lang]),
    axisLabel: {
      ...{ ...TEXT, hideOverlap: true, width: isLying ? 130 : 62, overflow: 'truncate' },
      ...((isLying || chart.categories.length <= MOST_NAMED) && { interval: 0 }),
    },
    axisTick: { show: false },
    axisLine: { lineStyle: { color: '#222' } },
    ...(isLying && { inverse: true }),
  };
  const numbers = {
    type: 'value',
    ...{ min: axis.min, max: axis.max },
    ...(chart.unit === 'count' && { minInterval: 1 }),
    axisLabel: { ...TEXT, formatter: numberText, hideOverlap: true },
    splitLine: { lineStyle: { color: '#ddd' } },
    ...{ name: axis.name, nameTextStyle: { ...TEXT, align: isLying ? 'right' : 'left' } },
    ...(isLying ? { nameLocation: 'end', nameGap: 6 } : isTold(chart, isLying) && { nameGap: 26 }),
  };
  return {
    animation: false,
    textStyle: TEXT,
    color: COLOURS,
    legend: {
      show: chart.series.length > 1,
      ...{
        bottom: 0,
        textStyle: TEXT,
        selectedMode: false,
        itemWidth: LEGEND.sign,
        itemGap: LEGEND.gap,
      },
    },
    grid: {
      ...{ left: 6, right: typeof chart.target === 'number' ? 46 : 22 },
      top: topOf(chart, axis.name, isLying),
      bottom: 6 + legendHeight(chart, as),
      ...{ outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    },
    ...(isLying ? { xAxis: numbers, yAxis: names } : { xAxis: names, yAxis: numbers }),
    series: chart.series.map(({ name, values }, at) => ({
      name: name[lang],
      ...{ silent: true, emphasis: { disabled: true } },
      data: values.map((value) => (isShown(chart, value) ? axis.scaled(value) : '-')),
      ...(chart.is === 'lines' ? lineOf(at) : barOf(chart, at, isLying)),
      ...(at === 0 && targetLine(chart, axis.scaled, isLying, as)),
    })),
  };
}

/** Room for the name of the axis, above the number that may stand on the highest bar. */
function topOf(chart: Chart, name: string, isLying: boolean): number {
  if (isLying) return typeof chart.target === 'number' ? 30 : 16;
  if (name === '') return isTold(chart, isLying) ? 24 : 16;
  return isTold(chart, isLying) ? 42 : 30;
}

/** A part of a stack that is nothing would leave its border. */
const isShown = ({ is }: Chart, value: number | null): value is number =>
  value !== null && !(is === 'stacked' && value === 0);

const LEGEND = { line: 24, sign: 34, gap: 16, letter: 6.6 };

/** As many lines as its names take, each beside its sign. */
function legendHeight({ series }: Chart, { lang }: Rendering): number {
  if (series.length < 2) return 0;
  let [lines, taken] = [1, 0];
  for (const { name } of series) {
    const width = LEGEND.sign + LEGEND.gap + widthOf(name[lang]) * LEGEND.letter;
    if (taken > 0 && taken + width > WIDTH - LEGEND.gap) {
      lines += 1;
      taken = 0;
    }
    taken += width;
  }
  return lines * LEGEND.line + 4;
}

const lineOf = (at: number) => ({
  type: 'line',
  ...{ symbol: SIGNS[at % SIGNS.length], symbolSize: 8, showAllSymbol: true, connectNulls: false },
  lineStyle: { width: 2, type: DASHES[at % DASHES.length] },
});

/** Numbers on bars where they do not stand in each other's way. */
const MOST_TOLD = 8;

const isTold = ({ is, series, categories }: Chart, isLying: boolean): boolean =>
  is !== 'lines' && series.length === 1 && (isLying || categories.length <= MOST_TOLD);

function barOf(chart: Chart, at: number, isLying: boolean) {
  const { is } = chart;
  const pattern = PATTERNS[at % PATTERNS.length];
  return {
    ...{ type: 'bar', barMaxWidth: 34, barGap: '8%' },
    ...(is === 'stacked' && { stack: 'all' }),
    itemStyle: {
      ...{ borderColor: '#fff', borderWidth: is === 'stacked' ? 1 : 0 },
      ...(pattern && { decal: { color: 'rgba(0,0,0,.55)', ...pattern } }),
    },
    label: {
      show: isTold(chart, isLying),
      ...TEXT,
      ...{ position: isLying ? 'right' : 'top', formatter: labelText },
    },
  };
}

/** A bar that stands for something is never told as nothing. */
const labelText = ({ value }: { value: unknown }): string => {
  if (typeof value !== 'number') return '';
  const text = numberText(value);
  return value > 0 && text === '0' ? '<0.01' : text;
};

function targetLine(
  { target, unit }: Chart,
  scaled: (value: number) => number,
  isLying: boolean,
  { lang }: Rendering,
) {
  if (typeof target !== 'number') return {};
  const percent = unit === 'percent' ? ' %' : '';
  return {
    markLine: {
      ...{ silent: true, symbol: 'none', animation: false },
      lineStyle: { color: '#222', type: [4, 3], width: 1.5 },
      label: {
        // Where bars lie their places run downwards, and a line begins at the top.
        ...{ ...TEXT, position: isLying ? 'start' : 'end', distance: 5, lineHeight: 15 },
        formatter: `${FIGURE_LABELS.target[lang]}${isLying ? ' ' : '\n'}${numberText(scaled(target))}${percent}`,
      },
      data: [isLying ? { xAxis: scaled(target) } : { yAxis: scaled(target) }],
    },
  };
}
