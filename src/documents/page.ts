import { w } from '../lib/words.ts';
import { html, type Markup, trusted } from './html.ts';
import type { Letterhead, Paper } from './model.ts';
import { partMarkup } from './parts.ts';
import { styleSheet } from './style.ts';

const NUMBER = w('编号：', 'No. ');
const TELEPHONE = w('电话：', 'Telephone: ');

/**
 * The page of a printed form: one HTML file that needs nothing beside itself and loads nothing. Every
 * value is text, whatever stands in it.
 */
export function pageHtml(paper: Paper): string {
  const { lang, title, no, marks, parts, foot, printed } = paper;
  const running = [title, no].filter(Boolean).join(' ');
  const page = html`<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${running}</title>
<style>${trusted(styleSheet(running))}</style>
</head>
<body>
${letterhead(paper.letterhead, TELEPHONE[lang])}
<h1>${title}</h1>
${no === null ? null : html`<p class="no">${NUMBER[lang]}${no}</p>`}
${marks.length === 0 ? null : html`<p class="marks">${marks.map((mark) => html`<strong>${mark}</strong>`)}</p>`}
${parts.map((part) => partMarkup(part, lang))}
${foot === null ? null : html`<div class="foot text">${foot}</div>`}
<p class="printed">${printed}</p>
</body>
</html>
`;
  return page.toString();
}

function letterhead({ company, name, phone, address }: Letterhead, telephone: string): Markup {
  const whose = [company, name].filter((each) => each !== '').join(' · ');
  const where = [address, phone === '' ? '' : telephone + phone].filter((each) => each !== '');
  return html`<header><p>${whose}</p><p>${where.join(' · ')}</p></header>`;
}
