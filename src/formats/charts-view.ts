import { BarChart, LineChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
} from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Rendering } from '../cli/shape.ts';
import { yuanText } from '../lib/money.ts';
import { w } from '../lib/words.ts';
import type { Chart } from './model.ts';
import { wordsText } from './values-view.ts';

echarts.use([
  ...[AriaComponent, BarChart, GridComponent, LegendComponent, LineChart, MarkLineComponent],
  SVGRenderer,
]);

const WIDTH = 720;
const HEIGHT = 300;
const FONT = '"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif';

/** Colours that people with any eyes tell apart (Okabe and Ito); patterns and signs do without them. */
const COLOURS = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00'];
const SIGNS = ['circle', 'rect', 'triangle', 'diamond'];
const TARGET = w('目标', 'target');

/** A chart as SVG that needs nothing beside itself: no script, no font, no picture. */
export function chartSvg(chart: Chart, as: Rendering): string {
  const drawn = echarts.init(null, null, {
    ...{ renderer: 'svg', ssr: true, width: WIDTH, height: HEIGHT },
  });
  try {
    drawn.setOption(optionsOf(chart, as));
    return drawn.renderToSVGString();
  } finally {
    drawn.dispose();
  }
}

function optionsOf(chart: Chart, as: Rendering): echarts.EChartsCoreOption {
  const isLines = chart.is === 'lines';
  const text = { fontFamily: FONT, fontSize: 12, color: '#222' };
  return {
    animation: false,
    color: COLOURS,
    textStyle: text,
    aria: { enabled: true, decal: { show: !isLines } },
    legend: { bottom: 0, textStyle: text, selectedMode: false },
    grid: {
      ...{ left: 8, right: 24, top: 24, bottom: 36 },
      ...{ outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    },
    xAxis: {
      type: 'category',
      data: chart.categories.map((each) => wordsText(each, as)),
      axisLabel: text,
      axisTick: { alignWithLabel: true },
    },
    yAxis: {
      type: 'value',
      ...(chart.unit === 'percent' && { max: 100, min: lowest(chart) }),
      ...(chart.unit === 'count' && { minInterval: 1 }),
      axisLabel: { ...text, formatter: (value: number) => numberText(value, chart.unit) },
    },
    series: chart.series.map(({ name, values }, at) => ({
      name: wordsText(name, as),
      type: isLines ? 'line' : 'bar',
      data: values.map((value) => value ?? '-'),
      ...(chart.is === 'stacked' && { stack: 'all' }),
      ...(isLines && { symbol: SIGNS[at % SIGNS.length], symbolSize: 8, connectNulls: false }),
      ...(!isLines && { barMaxWidth: 36 }),
      ...(at === 0 && targetLine(chart, as)),
    })),
  };
}

/** Rates near a hundred are told apart on a scale that begins below the least of them. */
function lowest({ series, target }: Chart): number {
  const known = [...series.flatMap(({ values }) => values), target ?? null].filter(
    (each) => each !== null,
  );
  return Math.max(0, Math.floor((Math.min(100, ...known) - 5) / 10) * 10);
}

function targetLine({ target, unit }: Chart, as: Rendering) {
  if (target === null || target === undefined) return {};
  return {
    markLine: {
      silent: true,
      symbol: 'none',
      lineStyle: { color: '#222', type: 'dashed' },
      label: {
        position: 'insideEndTop',
        formatter: `${wordsText(TARGET, as)} ${numberText(target, unit)}`,
      },
      data: [{ yAxis: target }],
    },
  };
}

/** Money on an axis in whole yuan, thousands apart. */
export function numberText(value: number, unit: Chart['unit']): string {
  if (unit === 'percent') return `${value} %`;
  if (unit === 'count') return String(value);
  return yuanText(Math.round(value / 100) * 100)
    .slice(0, -3)
    .replace(/\B(?=(\d{3})+$)/g, ',');
}
