import { cssString } from '../documents/html.ts';

const FONTS =
  '"Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif';

/** For a phone, a desk and A4; `running` stands at the foot of every sheet with its number. */
export const pageStyle = (running: string): string => `
@page {
  size: A4;
  margin: 16mm 14mm 18mm;
  @bottom-left { content: ${cssString(running)}; font: 8pt ${FONTS}; color: #444; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt ${FONTS}; color: #444; }
}
* { box-sizing: border-box; }
html { font: 15px/1.55 ${FONTS}; color: #1a1a1a; background: #fff; }
body { max-width: 60rem; margin: 0 auto; padding: 1.2rem 1rem 3rem; overflow-wrap: anywhere; }
.site { margin: 0; color: #444; }
h1 { margin: .2rem 0 .6rem; font-size: 1.7rem; line-height: 1.25; }
h2 { margin: 2.2rem 0 .6rem; padding-bottom: .2rem; border-bottom: 2px solid #1a1a1a; font-size: 1.25rem; break-after: avoid; }
h3 { margin: 1.2rem 0 .4rem; font-size: 1rem; break-after: avoid; }
.facts { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; margin: 0; color: #444; font-size: .87rem; }
.facts div { display: flex; gap: .4rem; }
.facts dd { margin: 0; color: #1a1a1a; }
nav ol { display: flex; flex-wrap: wrap; gap: .3rem .5rem; margin: 1rem 0 0; padding: 0; list-style: none; font-size: .87rem; }
nav a { display: block; padding: .1rem .6rem; border: 1px solid #bbb; border-radius: 1rem; color: #1a1a1a; text-decoration: none; }
nav a:focus, nav a:hover { border-color: #0072b2; color: #0072b2; }
figure { margin: 1rem 0; break-inside: avoid; }
figcaption { font-weight: 600; }
svg { display: block; width: 100%; height: auto; max-width: 720px; }
.table { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { padding: .35rem .6rem; border-bottom: 1px solid #ddd; text-align: start; vertical-align: top; unicode-bidi: isolate; }
thead th { border-bottom: 1px solid #1a1a1a; font-weight: 600; white-space: nowrap; }
.number { text-align: end; white-space: nowrap; }
.figures td:nth-child(2) { font-weight: 600; }
.figures td:last-child { color: #444; font-size: .85rem; }
.none { margin: .2rem 0; color: #444; }
:lang(en) :is(h3, th, td:first-child)::first-letter { text-transform: uppercase; }
@media (max-width: 34rem) {
  .figures, .figures tbody, .figures tr { display: block; }
  .figures thead { display: none; }
  .figures tr { padding: .5rem 0; border-bottom: 1px solid #ddd; }
  .figures td { display: flex; justify-content: space-between; gap: 1rem; padding: .05rem 0; border: 0; white-space: normal; text-align: end; }
  .figures td:first-child { font-weight: 600; }
  .figures td:not(:first-child)::before { content: attr(data-label); flex: none; color: #444; font-weight: 400; }
  .figures td:last-child { text-align: start; justify-content: flex-start; }
  .figures td:last-child::before { content: none; }
}
@media print {
  html { font-size: 9.5pt; }
  body { max-width: none; padding: 0; }
  nav { display: none; }
  .table { overflow: visible; }
  h2 { margin-top: 7mm; }
}
`;
