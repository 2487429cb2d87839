import { type Lang, w } from '../lib/words.ts';
import type { Paper, PaperTable, Part, Row } from './model.ts';
import { styleSheet } from './style.ts';

const WORDS = {
  no: w('编号：', 'No. '),
  telephone: w('电话：', 'Telephone: '),
  ordinal: w('序号', 'No.'),
  date: w('日期：　　　年　　月　　日', 'Date: ____________'),
};

/** All that a template can name: pages with their parts, and their values by key. */
export function pageValues(papers: readonly Paper[]): object {
  const [first] = papers;
  const lang = first?.lang ?? 'zh';
  const running = papers.map(({ title, no }) => [title, no].filter(Boolean).join(' '));
  return {
    htmlLang: lang === 'zh' ? 'zh-CN' : 'en',
    running: papers.length === 1 ? running[0] : first?.title,
    style: styleSheet(first?.layout === 'card' ? [first.title] : running),
    words: Object.fromEntries(Object.entries(WORDS).map(([key, words]) => [key, words[lang]])),
    pages: papers.map(valuesOf),
  };
}

function valuesOf({ lang, letterhead, marks, parts, layout, ...paper }: Paper): object {
  const { company, name, phone, address } = letterhead;
  const telephone = phone === '' ? '' : WORDS.telephone[lang] + phone;
  return {
    ...paper,
    marks,
    hasMarks: marks.length > 0,
    layout: layout ?? '',
    whose: [company, name].filter((each) => each !== '').join(' · '),
    where: [address, telephone].filter((each) => each !== '').join(' · '),
    site: letterhead,
    values: Object.fromEntries(parts.flatMap(keyed)),
    parts: parts.filter(isFilled).map((part) => partValues(part, lang)),
  };
}

const keyed = (part: Part): [string, string][] =>
  part.kind === 'rows'
    ? part.rows.flatMap(({ key, value }: Row): [string, string][] =>
        key === undefined ? [] : [[key, value]],
      )
    : [];

function isFilled(part: Part): boolean {
  switch (part.kind) {
    case 'rows':
      return part.rows.length > 0;
    case 'table':
      return part.table.rows.length > 0;
    case 'letter':
      return part.paragraphs.length > 0;
    case 'clauses':
      return part.clauses.length > 0;
    case 'checks':
      return part.checks.length > 0;
    case 'signatures':
      return part.labels.length > 0;
    default:
      return true;
  }
}

const BOX = { done: '☑', open: '☐' };

/** Everything a part shows, named anew in each, as a template looks outwards for what it misses. */
function partValues(part: Part, lang: Lang): object {
  switch (part.kind) {
    case 'rows':
      return { isRows: true, title: part.title ?? '', ...linesOf(part.rows) };
    case 'table':
      return { isTable: true, ...tableValues(part.table) };
    case 'text':
      return { isText: true, title: part.title, text: part.text };
    case 'letter':
      return { isLetter: true, paragraphs: part.paragraphs };
    case 'clauses':
      return { isClauses: true, title: part.title, clauses: part.clauses };
    case 'checks':
      return {
        isChecks: true,
        title: part.title,
        checks: part.checks.map(({ label, isDone }) => ({
          label,
          box: isDone ? BOX.done : BOX.open,
        })),
      };
    case 'blank':
      return { isBlank: true, title: part.title, lines: Array(part.lines).fill(true) };
    case 'photo':
      return { isPhoto: true, label: part.label };
    case 'signatures':
      return {
        isSignatures: true,
        seal: part.seal ?? '',
        labels: part.labels.map((label) => ({ label: label + (lang === 'zh' ? '：' : ':') })),
      };
  }
}

/** A text longer than this runs on over the end of a page instead of leaving one half empty. */
const LONGEST_TOGETHER = 400;

/** What stands side by side: two short rows, or one over the whole width. */
function linesOf(rows: readonly Row[]): object {
  const lines: Row[][] = [];
  for (const row of rows) {
    const last = lines.at(-1);
    if (row.half && last?.length === 1 && last[0]?.half) last.push(row);
    else lines.push([row]);
  }
  const isPaired = lines.some(({ length }) => length === 2);
  return {
    isPaired,
    isLong: rows.some(({ value }) => value.length > LONGEST_TOGETHER),
    lines: lines.map((line) => ({
      cells: line.map(({ label, value }) => ({
        ...{ label, value },
        span: isPaired && line.length === 1 ? '3' : '',
      })),
    })),
  };
}

/** More columns than this are set smaller. */
const MOST_COLUMNS = 4;

function lookOf(column: PaperTable['columns'][number] | undefined): string {
  if (column?.isNumber) return 'number';
  if (column?.isBox) return 'box';
  if (column?.isRoom) return 'room';
  return column?.isShort ? 'short' : '';
}

/** The rows are numbered, so that none can be added unseen. */
function tableValues({ title, columns, rows, total, isDense }: PaperTable): object {
  const look = (at: number) => lookOf(columns[at]);
  const cells = (row: readonly string[]) =>
    columns.map((_, at) => ({ look: look(at), text: row[at] ?? '' }));
  return {
    title,
    density: isDense || columns.length > MOST_COLUMNS ? 'dense' : '',
    columns: columns.map(({ label }, at) => ({ label, look: look(at) })),
    rows: rows.map((row, at) => ({ ordinal: String(at + 1), cells: cells(row) })),
    total: total ? { cells: cells(total) } : false,
  };
}
