import type { Lang } from '../lib/words.ts';
import { w } from '../lib/words.ts';
import { html, type Markup } from './html.ts';
import type { PaperTable, Part } from './model.ts';

const ORDINAL = w('序号', 'No.');
const DATE = w('日期：　　　年　　月　　日', 'Date: ____________');

/** One part of a page; an empty one leaves no trace. */
export function partMarkup(part: Part, lang: Lang): Markup {
  switch (part.kind) {
    case 'rows':
      return part.rows.length === 0 ? html`` : rowsMarkup(part.rows);
    case 'table':
      return part.table.rows.length === 0 ? html`` : tableMarkup(part.table, lang);
    case 'text':
      return html`<section><h2>${part.title}</h2><div class="text">${part.text}</div></section>`;
    case 'signatures':
      return part.labels.length === 0 ? html`` : signaturesMarkup(part.labels, lang);
  }
}

const rowsMarkup = (rows: readonly { label: string; value: string }[]): Markup =>
  html`<section><table class="rows"><tbody>${rows.map(
    ({ label, value }) => html`<tr><th scope="row">${label}</th><td>${value}</td></tr>`,
  )}</tbody></table></section>`;

/** Its head stands again on every sheet; the rows are numbered, so that none can be added unseen. */
function tableMarkup({ title, columns, rows, total }: PaperTable, lang: Lang): Markup {
  const look = (at: number) => (columns[at]?.isNumber ? 'number' : '');
  const head = columns.map(
    ({ label }, at) => html`<th scope="col" class="${look(at)}">${label}</th>`,
  );
  const cells = (row: readonly string[]) =>
    columns.map((_, at) => html`<td class="${look(at)}">${row[at] ?? ''}</td>`);
  const body = rows.map(
    (row, at) => html`<tr><td class="ordinal">${String(at + 1)}</td>${cells(row)}</tr>`,
  );
  const foot = total ? html`<tr class="total"><td></td>${cells(total)}</tr>` : null;
  return html`<section><h2>${title}</h2><table><thead><tr><th scope="col" class="ordinal">${
    ORDINAL[lang]
  }</th>${head}</tr></thead><tbody>${body}${foot}</tbody></table></section>`;
}

const signaturesMarkup = (labels: readonly string[], lang: Lang): Markup =>
  html`<section class="signatures">${labels.map(
    (label) =>
      html`<div class="signature"><span class="label">${label}${
        lang === 'zh' ? '：' : ':'
      }</span><span class="line"></span><span>${DATE[lang]}</span></div>`,
  )}</section>`;
