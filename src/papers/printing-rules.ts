import type { BookField } from '../books/model.ts';
import type { Content, PaperTable, Part, Printing, Row } from '../documents/model.ts';
import { cellOf, paperText } from '../entries/cell-rules.ts';
import { type EntryRecord, STATES } from '../entries/model.ts';
import type { Line } from '../lib/lines.ts';
import { localText, type Moment } from '../lib/moment.ts';
import { type Scores, totalOf } from '../lib/scores.ts';
import { type Lang, type Words, w } from '../lib/words.ts';

/** The slip of an entry: what was filled in, lists and sheets as tables, approvals, lines to sign on. */
export function slipOf(it: EntryRecord, as: Printing): Content {
  const { lang } = as;
  const { of: book } = it;
  return {
    title: book.name[lang],
    no: it.no,
    marks: it.state === 'cancelled' ? [CANCELLED[lang]] : [],
    parts: [
      { kind: 'rows', rows: rowsOf(it, as) },
      ...book.fields.flatMap((field): Part[] => tableOf(field, it, lang)),
      { kind: 'rows', rows: approvalRows(it, as) },
      { kind: 'signatures', labels: book.signatures.map((label) => label[lang]) },
    ],
    foot: book.foot?.[lang] ?? null,
  };
}

const CANCELLED = w('已作废', 'Cancelled');

const TABLES: readonly BookField['type'][] = ['lines', 'sheet'];

function rowsOf(it: EntryRecord, as: Printing): Row[] {
  const { lang, zone } = as;
  const moment = (label: Words, at: Moment | null): Row[] =>
    at === null ? [] : [{ label: label[lang], value: localText(at, zone) }];
  const fields = it.of.fields.flatMap((field): Row[] => {
    const cell = TABLES.includes(field.type) ? undefined : cellOf(field, it, as);
    return cell ? [{ key: field.key, label: field.label[lang], value: paperText(cell) }] : [];
  });
  return [
    ...fields,
    ...moment(w('登记时间', 'entered'), it.at),
    { label: w('经办人', 'entered by')[lang], value: it.by },
    { label: w('状态', 'state')[lang], value: STATES[it.state][lang] },
    ...moment(w('了结时间', 'closed'), it.state === 'closed' ? it.closedAt : null),
    ...moment(w('作废时间', 'cancelled'), it.cancelledAt),
  ];
}

function tableOf(field: BookField, { values }: EntryRecord, lang: Lang): Part[] {
  const value = values[field.key];
  if (value === undefined) return [];
  const title = field.label[lang];
  if (field.type === 'lines') return [{ kind: 'table', table: linesTable(title, value, lang) }];
  if (field.type !== 'sheet') return [];
  return [{ kind: 'table', table: scoresTable(title, field, value as Scores, lang) }];
}

const COUNT = w('数量', 'quantity');
const TOTAL = w('合计', 'total');

function linesTable(title: string, value: unknown, lang: Lang): PaperTable {
  const lines = value as readonly Line[];
  const total = lines.reduce((sum, { count }) => sum + count, 0);
  return {
    title,
    columns: [{ label: w('名称', 'thing')[lang] }, { label: COUNT[lang], isNumber: true }],
    rows: lines.map(({ what, count }) => [what, String(count)]),
    total: [TOTAL[lang], String(total)],
  };
}

const UNFIT = w('不适用', 'does not apply');

function scoresTable(title: string, field: BookField, scores: Scores, lang: Lang): PaperTable {
  const { items } = field;
  const { reached, most } = totalOf(items, scores);
  return {
    title,
    columns: [
      { label: w('项目', 'item')[lang] },
      { label: w('满分', 'full marks')[lang], isNumber: true },
      { label: w('得分', 'points')[lang], isNumber: true },
    ],
    rows: Object.entries(scores).map(([key, points]) => [
      items[key]?.label[lang] ?? key,
      items[key] ? String(items[key].most) : '',
      points === null ? UNFIT[lang] : String(points),
    ]),
    total: [TOTAL[lang], String(most), String(reached)],
  };
}

/** Also those that are still to come: the paper has room for them. */
function approvalRows({ of: book, approved }: EntryRecord, { lang, zone }: Printing): Row[] {
  return book.approvals.map((approval) => {
    const given = approved.find((each) => each.approval === approval.key);
    const note = given?.note ? `\n${given.note}` : '';
    return {
      label: approval.words[lang],
      value: given
        ? `${given.by}　${localText(given.at, zone)}${note}`
        : w('（尚未签批）', '(not yet)')[lang],
    };
  });
}
