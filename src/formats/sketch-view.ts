import { GAP, pad, widthOf } from '../cli/layout.ts';
import type { Pen } from '../cli/pen.ts';
import { w } from '../lib/words.ts';
import type { Chart } from './model.ts';
import { FIGURE_LABELS, UNIT_KINDS, unitValue } from './parts-rules.ts';
import { orDash, valueText } from './values-view.ts';

/** On a terminal with colours only: without, in pipes and files, the numbers stand in a table. */
export const drawsCharts = ({ width, color }: Pen): boolean =>
  width !== undefined && color.level > 0;

/** A chart of block letters. They end the line: a Chinese terminal may show them twice as wide. */
export function sketch(chart: Chart, pen: Pen): string {
  switch (chart.is) {
    case 'lines':
      return sparklines(chart, pen);
    case 'stacked':
      return stacks(chart, pen);
    case 'bars':
      return bars(chart, pen);
  }
}

const numberText = ({ unit }: Chart, number: number | null | undefined, { as }: Pen): string =>
  orDash(valueText(UNIT_KINDS[unit], unitValue(unit, number), as));

const STEPS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
const HOLE = '·';

const RANGE = {
  last: w('最近', 'last'),
  least: w('最低', 'least'),
  most: w('最高', 'most'),
};

/** One for each series, between its own least and most; these are left out where there is no room. */
function sparklines(chart: Chart, pen: Pen): string {
  const { series, categories, target } = chart;
  const span = [categories[0], categories.at(-1)].map((each) => (each ? pen.say(each) : ''));
  const lines = series.map(({ name, values }) => {
    const known = values.filter((value) => value !== null);
    const [least, most] = [Math.min(...known), Math.max(...known)];
    const told = (words: keyof typeof RANGE, value: number | null | undefined) =>
      `${pen.say(RANGE[words])} ${numberText(chart, value, pen)}`;
    return {
      head: [pen.say(name), told('last', values.at(-1))],
      range: known.length === 0 ? ['', ''] : [told('least', least), told('most', most)],
      line: pen.color.cyan(values.map((value) => stepOf(value, least, most)).join('')),
    };
  });
  const whole = lines.map(({ head, range, line }) => [...head, ...range, line]);
  const lean = lines.map(({ head, line }) => [...head, line]);
  const aim =
    typeof target === 'number'
      ? `${GAP}${pen.say(FIGURE_LABELS.target)} ${numberText(chart, target, pen)}`
      : '';
  return [
    pen.color.dim(`${span.join(' … ')}${aim}`),
    pen.grid(hasRoom(whole, pen) ? whole : lean),
  ].join('\n');
}

/** Whether each line keeps in one piece. */
function hasRoom(lines: readonly (readonly string[])[], { width }: Pen): boolean {
  const across = Math.max(0, ...lines.map((line) => line.length));
  const widths = Array.from({ length: across }, (_, at) =>
    Math.max(...lines.map((line) => widthOf(line[at] ?? ''))),
  );
  const gaps = GAP.length * Math.max(0, across - 1);
  return width === undefined || widths.reduce((sum, each) => sum + each, gaps) <= width;
}

function stepOf(value: number | null, least: number, most: number): string {
  if (value === null) return HOLE;
  if (most === least) return STEPS[3] ?? HOLE;
  return STEPS[Math.round(((value - least) / (most - least)) * (STEPS.length - 1))] ?? HOLE;
}

const LONGEST_BAR = 24;
const SHORTEST_BAR = 6;
const BLOCK = '█';

/** A line for each number, those of one place below each other. */
function bars(chart: Chart, pen: Pen): string {
  const { categories, series } = chart;
  const isAlone = series.length === 1;
  const lines = categories.flatMap((category, at) =>
    series.map(({ name, values }, nth) => ({
      cells: [
        nth === 0 ? pen.say(category) : '',
        ...(isAlone ? [] : [pen.say(name)]),
        numberText(chart, values[at], pen),
      ],
      size: Math.max(0, values[at] ?? 0),
      paint: PAINTS[nth % PAINTS.length] ?? 'cyan',
    })),
  );
  const most = Math.max(...lines.map(({ size }) => size));
  return drawn(lines, pen, ({ size, paint }, longest) =>
    pen.color[paint](BLOCK.repeat(lengthOf(size, most, longest))),
  );
}

const PAINTS = ['cyan', 'yellow', 'magenta', 'white'] as const;
/** Told apart without their colours. */
const SHADES = ['█', '▒', '▓', '░'] as const;

/** A line for each place, its parts one behind the other, with what they come to. */
function stacks(chart: Chart, pen: Pen): string {
  const { categories, series } = chart;
  const lines = categories.map((category, at) => {
    const sizes = series.map(({ values }) => Math.max(0, values[at] ?? 0));
    const total = sizes.reduce((sum, each) => sum + each, 0);
    return { cells: [pen.say(category), numberText(chart, total, pen)], sizes, total };
  });
  const most = Math.max(...lines.map(({ total }) => total));
  const shade = (nth: number, count: number) =>
    pen.color[PAINTS[nth % PAINTS.length] ?? 'cyan'](
      (SHADES[nth % SHADES.length] ?? BLOCK).repeat(count),
    );
  const legend = series.map(({ name }, nth) => `${shade(nth, 1)} ${pen.say(name)}`).join(GAP);
  return [
    legend,
    drawn(lines, pen, ({ sizes }, longest) =>
      sizes.map((size, nth) => shade(nth, lengthOf(size, most, longest))).join(''),
    ),
  ].join('\n');
}

/** What there is shows, be it ever so little. */
const lengthOf = (size: number, most: number, longest: number): number =>
  size === 0 || most === 0 ? 0 : Math.max(1, Math.round((size / most) * longest));

function drawn<Line extends { cells: readonly string[] }>(
  lines: readonly Line[],
  { width = 0 }: Pen,
  bar: (line: Line, longest: number) => string,
): string {
  const across = Math.max(0, ...lines.map(({ cells }) => cells.length));
  const widths = Array.from({ length: across }, (_, at) =>
    Math.max(...lines.map(({ cells }) => widthOf(cells[at] ?? ''))),
  );
  const before = widths.reduce((sum, each) => sum + each + GAP.length, 0);
  const longest = Math.min(LONGEST_BAR, Math.max(SHORTEST_BAR, Math.floor((width - before) / 2)));
  return lines
    .map((line) => {
      const cells = line.cells.map((cell, at) => pad(cell, widths[at] ?? 0, at === across - 1));
      return [...cells, bar(line, longest)].join(GAP).trimEnd();
    })
    .join('\n');
}
