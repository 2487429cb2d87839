import { cssString } from './html.ts';

/** The usual fonts of the systems by name; a page brings none along. */
const FONTS =
  '"Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "SimHei", sans-serif';

/** Of several papers in one file each has its own foot, so that no second page is ever taken for another's. */
const ownFoot = (running: string, at: number): string => `
@page paper${at} { @bottom-left { content: ${cssString(running)}; } }
article:nth-of-type(${at}) { page: paper${at}; }`;

/**
 * A4 in black on white, which a copier and a blind eye for colours can read; what is `running` of each
 * paper stands at the foot of its pages, of a single one with their number, where the browser can. The
 * empty corner keeps the browser's own date and address off the paper.
 */
export const styleSheet = (running: readonly string[]): string => `
@page {
  size: A4;
  margin: 14mm 16mm 18mm;
  @top-left { content: ""; }
  @bottom-left { content: ${cssString(running[0] ?? '')}; font: 8pt ${FONTS}; }
  ${running.length === 1 ? `@bottom-right { content: counter(page) " / " counter(pages); font: 8pt ${FONTS}; }` : ''}
}
${running.length === 1 ? '' : running.map((each, at) => ownFoot(each, at + 1)).join('')}
* { box-sizing: border-box; }
html { font: 10.5pt/1.5 ${FONTS}; color: #000; background: #fff; }
body { max-width: 177.5mm; margin: 0 auto; }
@media screen { body { padding: 10mm 6mm; } }
article { position: relative; }
article + article { break-before: page; }
@media screen { article + article { margin-top: 20mm; border-top: .25mm dashed #000; padding-top: 10mm; } }
header { display: flex; justify-content: space-between; gap: 8mm; font-size: 9pt; }
header p { margin: 0; }
header p + p { text-align: right; }
h1 { margin: 5mm 0 1mm; font-size: 18pt; line-height: 1.25; text-align: center; }
.no { margin: 0 0 4mm; text-align: center; font-size: 11pt; letter-spacing: .04em; }
.marks { position: absolute; right: 0; max-width: 62mm; margin: 0; text-align: right; transform: translateY(calc(-100% - 3mm)); }
.marks strong { display: inline-block; margin: 0 0 .5mm 1.5mm; padding: .5mm 3mm; border: .6mm solid #000; line-height: 1.3; }
:is(h1, h1 + .marks) + section { margin-top: 4mm; }
section { margin: 0 0 3.5mm; }
h2 { margin: 0 0 1.5mm; font-size: 11pt; break-after: avoid; }
table { width: 100%; border-collapse: collapse; }
th, td {
  padding: 1.2mm 2mm; border: .25mm solid #000; text-align: start; vertical-align: top;
  overflow-wrap: anywhere; unicode-bidi: isolate; white-space: pre-line;
}
thead { display: table-header-group; }
tr { break-inside: avoid; }
.rows th { width: 28mm; font-weight: 600; }
:lang(en) .rows th { width: 36mm; }
.rows:has(col) { table-layout: fixed; }
col.label { width: 28mm; }
:lang(en) col.label { width: 36mm; }
td:empty { height: 8mm; }
.total td:empty { height: auto; }
.dense { font-size: 9pt; }
.dense :is(th, td) { padding: .9mm 1.4mm; }
thead th, .total td { font-weight: 600; }
.ordinal { width: 11mm; white-space: nowrap; }
.number { width: 24mm; text-align: right; white-space: nowrap; }
.dense .number { width: 19mm; }
.short { width: 1%; white-space: nowrap; }
td.short:empty { min-width: 20mm; }
.box { width: 18mm; text-align: center; white-space: nowrap; }
.room { width: 46mm; }
section:has(> .rows:not(.long)) { break-inside: avoid; }
.long tr { break-inside: auto; }
h1 + .marks { transform: translateY(-100%); }
.text { white-space: pre-line; unicode-bidi: isolate; overflow-wrap: anywhere; }
.letter p { margin: 0 0 3mm; text-indent: 2em; overflow-wrap: anywhere; }
.letter p:first-child, :lang(en) .letter p { text-indent: 0; }
.letter ~ .letter p:first-child:not(:lang(en)) { text-indent: 2em; }
.clauses { margin: 0; padding-left: 9mm; }
.clauses li { margin: 0 0 .8mm; break-inside: avoid; }
.checks { margin: 0; padding: 0; list-style: none; columns: 2; }
.checks li { break-inside: avoid; }
.blank { height: 9mm; border-bottom: .25mm dotted #000; }
.seal { grid-column: 2; min-height: 22mm; text-align: center; padding-top: 6mm; white-space: pre-line; }
.signatures { display: grid; grid-template-columns: 1fr 1fr; gap: 3mm 10mm; margin-top: 4mm; break-inside: avoid; }
.signatures:has(> :is(:nth-child(3), :nth-child(5)).signature:last-child) { grid-template-columns: repeat(3, 1fr); gap: 3mm 6mm; }
.signature { display: flex; flex-wrap: wrap; align-items: flex-end; gap: 2mm; break-inside: avoid; }
.signature .line { flex: 1; min-width: 30mm; height: 8mm; border-bottom: .25mm solid #000; }
.signature > :last-child { flex-basis: 100%; }
.foot { border-top: .25mm solid #000; padding-top: 2mm; font-size: 9pt; break-inside: avoid; }
:is(.signatures, .foot, .printed) { break-before: avoid; }
:lang(en) :is(h1, h2, th, .label, .total td, .marks strong)::first-letter { text-transform: uppercase; }
.signature .label { display: inline-block; }
.card { display: inline-block; vertical-align: top; width: 86mm; min-height: 60mm; margin: 0 2mm 4mm 0; padding: 2.5mm 3mm; border: .4mm solid #000; break-inside: avoid; font-size: 8.5pt; }
article + .card { break-before: auto; }
@media screen { article + .card { margin-top: 0; border-top: .4mm solid #000; padding-top: 2.5mm; } }
.card header { font-size: 7pt; }
.card header p + p { display: none; }
.card h1 { margin: 1mm 0 0; font-size: 12pt; }
.card .no { margin: 0 0 1mm; font-size: 8.5pt; }
.card .marks { position: static; max-width: none; margin: 0 0 1mm; text-align: center; transform: none; }
.card .marks strong { font-size: 8pt; }
.card section { margin: 0 0 1mm; }
.card .rows { width: calc(100% - 28mm); }
.card :is(.rows th, :lang(en) .rows th) { width: 15mm; }
.card :is(th, td) { padding: .5mm 1mm; border-width: 0 0 .2mm; }
.card td:empty { height: 5.5mm; }
.poster { font-size: 13pt; }
.poster h1 { margin: 8mm 0 4mm; font-size: 30pt; letter-spacing: .1em; }
.poster .no { margin-bottom: 6mm; font-size: 14pt; }
.poster section { margin-bottom: 6mm; }
.poster h2 { font-size: 14pt; }
.poster :is(th, td) { padding: 2.6mm 3mm; }
.poster :is(col.label, .rows th) { width: 37mm; }
.poster .clauses { padding-left: 11mm; }
.poster .clauses li { margin-bottom: 2.4mm; }
.photo { float: right; width: 25mm; height: 35mm; border: .25mm dashed #000; display: grid; place-content: center; text-align: center; white-space: pre-line; font-size: 7.5pt; }
.card .foot { clear: both; padding-top: 1mm; font-size: 7pt; }
.card .printed { font-size: 6pt; }
.printed { margin: 0; font-size: 8pt; }
`;
