import Mustache from 'mustache';
import { widthOf } from '../cli/layout.ts';
import type { Rendering } from '../cli/shape.ts';
import { escapeHtml } from '../documents/html.ts';
import { yuanText } from '../lib/money.ts';
import type { Rate } from '../lib/rate.ts';
import { w } from '../lib/words.ts';
import { grouped, isDrawable } from './axis-rules.ts';
import { headOf, siteText } from './head-view.ts';
import type { Chart, PlainKind, Report, ReportColumn, Told, Value } from './model.ts';
import { pageStyle } from './page-style.ts';
import { PAGE_TEMPLATE } from './page-template.ts';
import { partOf, type TablePart } from './parts-rules.ts';
import { isNothing, isNumber, orDash, valueText } from './values-view.ts';

const WORDS = {
  contents: w('目录', 'Contents'),
  scroll: w('← 左右滑动看全表 →', '← swipe for the whole table →'),
};

/** Draws a chart; loaded only for a page that has one. */
type Draw = (chart: Chart, named: { id: string; title: string }, as: Rendering) => string;

/** So much of a line fits beside another in the head of a sheet; more would run down over what is printed. */
const WIDEST_IN_HEAD = 44;

function inHead(text: string): string {
  if (widthOf(text) <= WIDEST_IN_HEAD) return text;
  let short = '';
  for (const sign of text) {
    if (widthOf(short + sign) >= WIDEST_IN_HEAD) break;
    short += sign;
  }
  return `${short}…`;
}

/**
 * One HTML file that needs nothing beside itself, with its charts as SVG: for a phone, a desk and A4.
 * Every value is text.
 */
export async function reportPage(report: Report, as: Rendering): Promise<string[]> {
  const { lang } = as;
  const [title, site] = [report.title[lang], siteText(report)];
  const draw = await drawing(report);
  const facts = headOf(report, as);
  const page = Mustache.render(
    PAGE_TEMPLATE,
    {
      ...{ title, site },
      htmlLang: lang === 'zh' ? 'zh-CN' : 'en',
      style: pageStyle({ title: inHead(title), site: inHead(site) }),
      words: Object.fromEntries(Object.entries(WORDS).map(([key, words]) => [key, words[lang]])),
      facts: facts.filter(({ is }) => is !== 'site' && is !== 'journal'),
      foot: facts.filter(({ is }) => is === 'journal'),
      sections: report.sections.map(({ title: own, blocks }, at) => ({
        ...{ id: `s${at + 1}`, title: own[lang] },
        blocks: blocks.map((block, nth) => {
          const part = partOf(block);
          const id = `s${at + 1}-${nth + 1}`;
          return part.is === 'notes'
            ? {
                ...{ isNotes: true, heading: part.title?.[lang] ?? '' },
                notes: part.notes.map((note) => note[lang]),
              }
            : tableValues(part, { id, section: own[lang] }, draw, as);
        }),
      })),
    },
    {},
    { escape: escapeHtml },
  );
  return [page];
}

async function drawing({ sections }: Report): Promise<Draw | null> {
  const hasChart = sections.some(({ blocks }) =>
    blocks.some((block) => block.is === 'chart' && isDrawable(block.chart)),
  );
  return hasChart ? (await import('./charts-view.ts')).chartSvg : null;
}

/** More columns than this are set smaller. */
const MOST_COLUMNS = 6;
/** On a phone more than this do not stand side by side. */
const MOST_ON_PHONE = 3;

/** Everything a block shows, named anew in each, as a template looks outwards for what it misses. */
function tableValues(
  part: TablePart,
  { id, section }: { id: string; section: string },
  draw: Draw | null,
  as: Rendering,
): object {
  const { lang } = as;
  const title = part.title?.[lang] ?? '';
  const columns = part.columns.filter(({ key }) => part.is !== 'figures' || key !== 'name');
  const names = part.columns.findIndex(({ key }) => key === 'name');
  const isDrawn = part.chart !== null && isDrawable(part.chart);
  const looks = part.columns.map((column, at) => lookOf(column, part.rows, at));
  const isWide = part.is !== 'figures' && columns.length > MOST_ON_PHONE;
  const density = columns.length > MOST_COLUMNS ? ' dense' : '';
  return {
    isTable: true,
    ...{ id, heading: title, named: title === '' ? section : title },
    isChart: isDrawn,
    svg: part.chart && isDrawn && draw ? draw(part.chart, { id: `${id}-chart`, title }, as) : '',
    look: `${part.is}${density}`,
    isEmpty: part.rows.length === 0,
    ...{ isWide, isHinted: isWide && part.is === 'table' },
    none: part.none[lang],
    columns: columns.map(({ label }, at) => ({ label: label[lang], look: looks[at] })),
    rows: part.rows.map((row) => ({
      cells: columns.map(({ key, kind, label }, at) => ({
        isHead: at === 0,
        look: [
          looks[at],
          ...(part.is === 'figures'
            ? [key, isNothing(kind, row[at] ?? null) ? 'nothing' : '']
            : []),
        ]
          .filter(Boolean)
          .join(' '),
        label: label[lang],
        ...cellValues(kind, row[at] ?? null, as),
        name: part.is === 'figures' && key === 'definition' ? nameText(row[names]) : '',
      })),
    })),
  };
}

function lookOf({ kind }: ReportColumn, rows: TablePart['rows'], at: number): string {
  if (isNumber(kind)) return 'number';
  if (kind === 'day' || kind === 'moment') return 'short';
  const isCode =
    kind === 'text' && rows.every((row) => NUMBER_OF_RECORD.test(String(row[at] ?? '')));
  return isCode ? 'code' : '';
}

/** As `T261001-001`: of a piece, and short. */
const NUMBER_OF_RECORD = /^[\w-]{0,12}$/;

const nameText = (name: Value | undefined): string => (typeof name === 'string' ? name : '');

/** A rate stands over its two numbers; thousands stand apart. */
function cellValues(
  kind: ReportColumn['kind'],
  value: Value,
  as: Rendering,
): { text: string; parts: string } {
  if (kind === 'told' && value !== null) {
    const told = value as Told;
    return cellValues(told.kind, told.value, as);
  }
  if (value !== null && (kind === 'rate' || kind === 'moneyRate')) {
    const { numerator, denominator, percent } = value as Rate;
    const partText = kind === 'rate' ? String : yuanText;
    return {
      text: percent === null ? '—' : `${percent} %`,
      parts: grouped(`${partText(numerator)} / ${partText(denominator)}`),
    };
  }
  const text = orDash(valueText(kind, value, as));
  return { text: GROUPED.includes(kind as PlainKind) ? grouped(text) : text, parts: '' };
}

const GROUPED: readonly PlainKind[] = ['whole', 'money', 'area'];
