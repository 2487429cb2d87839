import { cssString } from '../documents/html.ts';

const FONTS =
  '"Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif';

/** For a phone, a desk and A4: there every sheet is headed and numbered. */
export const pageStyle = ({ title, site }: { title: string; site: string }): string => `
@page {
  size: A4;
  margin: 18mm 14mm 16mm;
  @top-left { content: ${cssString(title)}; font: 8pt ${FONTS}; color: #444; }
  @top-right { content: ${cssString(site)}; font: 8pt ${FONTS}; color: #444; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt ${FONTS}; color: #444; }
}
@page :first { @top-left { content: none; } @top-right { content: none; } }
* { box-sizing: border-box; }
html { font: 16px/1.55 ${FONTS}; color: #1a1a1a; background: #fff; color-scheme: only light; }
body { max-width: 70rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; overflow-wrap: break-word; }
p, dl, ol, ul { margin: 0; }
.site { color: #444; }
h1 { margin: .1rem 0 .5rem; font-size: 1.75rem; line-height: 1.25; }
h2 { margin: 2.4rem 0 .7rem; padding-bottom: .25rem; border-bottom: 2px solid #1f4e79; color: #1f4e79; font-size: 1.3rem; line-height: 1.3; break-after: avoid; }
h3 { margin: 1.5rem 0 .4rem; font-size: 1rem; break-after: avoid; }
h2 + h3 { margin-top: 0; }
dl { display: flex; flex-wrap: wrap; gap: .1rem 1.6rem; color: #444; font-size: .875rem; }
dl div { display: flex; gap: .5rem; }
dd { margin: 0; color: #1a1a1a; overflow-wrap: anywhere; }
nav h2 { margin: 1.2rem 0 .4rem; padding: 0; border: 0; color: inherit; font-size: 1rem; }
nav ol { padding-left: 1.8rem; columns: 13rem; column-gap: 2rem; font-size: .9375rem; }
a { color: #1f4e79; text-underline-offset: .2em; }
ul { padding-left: 1.25rem; white-space: pre-line; }
li { break-inside: avoid; overflow-wrap: anywhere; }
.drawn { display: grid; grid-template-columns: minmax(0, 30rem) minmax(15rem, 1fr); gap: .5rem 2rem; align-items: start; break-inside: avoid; }
figure { margin: 0; }
svg { display: block; width: 100%; height: auto; }
.table { overflow-x: auto; margin-bottom: 1rem; }
.table:focus-visible { outline: 2px solid #1f4e79; }
table { width: 100%; border-collapse: collapse; font-size: .9375rem; font-variant-numeric: tabular-nums; }
.dense { font-size: .84rem; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { padding: .38rem .6rem; border-bottom: 1px solid #ddd; text-align: start; vertical-align: top; font-weight: 400; white-space: pre-line; unicode-bidi: isolate; }
:is(th, td):not(.number, .short) { min-width: 5.2em; }
.dense :is(th, td) { padding: .34rem .42rem; }
thead th.number { min-width: 3.1em; }
thead th { border-bottom: 1.5px solid #1a1a1a; color: #333; font-weight: 600; vertical-align: bottom; }
tbody tr:nth-child(even) { background: #f6f8fa; }
:is(th, td).number { text-align: end; }
td.number, .short, .code { white-space: nowrap; }
small { display: block; color: #444; font-size: .8125em; font-weight: 400; }
table:not(.dense, .figures) td small { display: inline-block; min-width: 8ch; margin-left: .4em; }
.chart tbody th { min-width: 5.6em; }
.figures tbody th { font-weight: 600; min-width: 8em; }
.figures .value { font-weight: 700; }
.figures .definition { width: 42%; color: #333; font-size: .9em; }
code { color: #555; font: .85em/1.4 ui-monospace, "Noto Sans Mono", Consolas, monospace; overflow-wrap: anywhere; }
.definition code { display: block; }
.none { color: #444; }
.hint { display: none; color: #555; font-size: .8125rem; }
footer { margin-top: 2.5rem; padding-top: .5rem; border-top: 1px solid #ddd; color: #444; font-size: .8125rem; overflow-wrap: anywhere; }
:lang(en) :is(h2, h3, thead th, .figures tbody th)::first-letter { text-transform: uppercase; }
@media screen and (max-width: 44rem) {
  body { padding: 1rem .875rem 2rem; }
  h1 { font-size: 1.5rem; }
  nav ol { columns: 8.5rem; column-gap: 1rem; }
  nav li { padding: .15rem 0; }
  .drawn { grid-template-columns: minmax(0, 1fr); }
  .table[role] .chart { font-size: .8rem; }
  .hint { display: block; }
  table:not(.dense, .figures) td small { display: block; margin: 0; }
  .table:not(:has(.figures)) tbody th:first-child { position: sticky; left: 0; min-width: 7.8em; max-width: 42vw; background: inherit; overflow-wrap: anywhere; }
  .table:not(:has(.figures)) tbody tr { background: #fff; }
  .table:not(:has(.figures)) tbody tr:nth-child(even) { background: #f6f8fa; }
  th, td { padding: .4rem .3rem; }
  :is(th, td):not(.number, .short) { min-width: 4.2em; }
  table:not(.chart) thead th.number { min-width: 5em; }
  td.short { min-width: 6.3em; white-space: normal; }
  td.code { white-space: normal; }
  .figures, .figures tbody { display: block; }
  .figures thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .figures tbody tr { display: grid; grid-template-columns: 1fr auto auto; column-gap: 1rem; padding: .5rem .25rem; border-bottom: 1px solid #ddd; }
  .figures :is(td, th):is(td, tbody th) { padding: 0; border: 0; min-width: 0; }
  .figures tbody th { grid-column: 1; }
  .figures .value { grid-column: 2 / 4; font-size: 1.0625rem; }
  .figures .before, .figures .target { grid-row: 2; color: #333; font-size: .875rem; }
  .figures .before { grid-column: 1 / 3; justify-self: start; text-align: start; }
  .figures .target { grid-column: 3; }
  .figures .before::before, .figures .target::before { content: attr(data-label) " "; color: #555; }
  .figures .before small { display: inline; margin-left: .4em; }
  .figures .nothing { display: none; }
  .figures .definition { grid-column: 1 / 4; grid-row: 3; width: auto; margin-top: .1rem; font-size: .8125rem; }
  .figures .definition code { display: inline; margin-left: .6em; }
}
@media print {
  html { font-size: 9pt; print-color-adjust: exact; }
  body { max-width: none; padding: 0; }
  h1 { font-size: 18pt; }
  h2 { margin-top: 7mm; font-size: 13pt; }
  h3 { margin-top: 4mm; }
  a { color: inherit; text-decoration: none; }
  nav ol { columns: 3; }
  .drawn { grid-template-columns: 98mm 1fr; gap: 6mm; }
  .table { overflow: visible; margin-bottom: 3mm; }
  table { font-size: 8.5pt; }
  .dense { font-size: 7pt; }
  .dense small { font-size: 6pt; }
  th, td { padding: 1mm 1.6mm; }
  .dense :is(th, td) { padding: .8mm .9mm; overflow-wrap: anywhere; }
  .dense thead th { overflow-wrap: break-word; }
  :is(th, td):not(.number, .short) { min-width: 0; }
  thead th.number { min-width: 0; }
  .figures tbody th { min-width: 24mm; }
  .chart tbody th { min-width: 15mm; }
  .definition code { display: inline; margin-left: 2mm; }
}
`;
