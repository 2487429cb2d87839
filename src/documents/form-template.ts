/**
 * The built-in page of every form, in Mustache: {{ }} is a value and always text; {{#…}} … {{/…}} repeats
 * or leaves out. `wy print --eject` copies it for a site to change.
 */
export const FORM_TEMPLATE = `<!doctype html>
<html lang="{{htmlLang}}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width">
<title>{{running}}</title>
<style>{{{style}}}</style>
</head>
<body>
{{#pages}}
<article{{#layout}} class="{{layout}}"{{/layout}}>
<header><p>{{whose}}</p><p>{{where}}</p></header>
<h1>{{title}}</h1>
{{#no}}<p class="no">{{words.no}}{{no}}</p>{{/no}}
{{#hasMarks}}<p class="marks">{{#marks}}<strong>{{.}}</strong>{{/marks}}</p>{{/hasMarks}}
{{#parts}}
{{#isRows}}<section>{{#title}}<h2>{{title}}</h2>{{/title}}<table class="rows{{#isLong}} long{{/isLong}}">{{#isPaired}}<colgroup><col class="label"><col><col class="label"><col></colgroup>{{/isPaired}}<tbody>{{#lines}}<tr>{{#cells}}<th scope="row">{{label}}</th><td{{#span}} colspan="{{span}}"{{/span}}>{{value}}</td>{{/cells}}</tr>{{/lines}}</tbody></table></section>{{/isRows}}
{{#isTable}}<section><h2>{{title}}</h2><table class="{{density}}"><thead><tr><th scope="col" class="ordinal">{{words.ordinal}}</th>{{#columns}}<th scope="col" class="{{look}}">{{label}}</th>{{/columns}}</tr></thead><tbody>{{#rows}}<tr><td class="ordinal">{{ordinal}}</td>{{#cells}}<td class="{{look}}">{{text}}</td>{{/cells}}</tr>{{/rows}}{{#total}}<tr class="total"><td></td>{{#cells}}<td class="{{look}}">{{text}}</td>{{/cells}}</tr>{{/total}}</tbody></table></section>{{/isTable}}
{{#isText}}<section><h2>{{title}}</h2><div class="text">{{text}}</div></section>{{/isText}}
{{#isLetter}}<section class="letter">{{#paragraphs}}<p>{{.}}</p>{{/paragraphs}}</section>{{/isLetter}}
{{#isClauses}}<section><h2>{{title}}</h2><ol class="clauses">{{#clauses}}<li>{{.}}</li>{{/clauses}}</ol></section>{{/isClauses}}
{{#isChecks}}<section><h2>{{title}}</h2><ul class="checks">{{#checks}}<li>{{box}} {{label}}</li>{{/checks}}</ul></section>{{/isChecks}}
{{#isBlank}}<section><h2>{{title}}</h2>{{#lines}}<div class="blank"></div>{{/lines}}</section>{{/isBlank}}
{{#isPhoto}}<div class="photo">{{label}}</div>{{/isPhoto}}
{{#isSignatures}}<section class="signatures">{{#labels}}<div class="signature"><span class="label">{{label}}</span><span class="line"></span><span>{{words.date}}</span></div>{{/labels}}{{#seal}}<div class="seal">{{seal}}</div>{{/seal}}</section>{{/isSignatures}}
{{/parts}}
{{#foot}}<div class="foot text">{{foot}}</div>{{/foot}}
<p class="printed">{{printed}}</p>
</article>
{{/pages}}
</body>
</html>
`;
