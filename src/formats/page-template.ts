/** A report as one page, in Mustache; {{{ }}} is only for what was drawn here. */
export const PAGE_TEMPLATE = `<!doctype html>
<html lang="{{htmlLang}}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{title}} {{site}}</title>
<style>{{{style}}}</style>
</head>
<body>
<header>
<p class="site">{{site}}</p>
<h1>{{title}}</h1>
<dl>{{#facts}}<div><dt>{{label}}</dt><dd>{{text}}</dd></div>{{/facts}}</dl>
</header>
<nav aria-labelledby="contents">
<h2 id="contents">{{words.contents}}</h2>
<ol>{{#sections}}<li><a href="#{{id}}">{{title}}</a></li>{{/sections}}</ol>
</nav>
<main>
{{#sections}}
<section id="{{id}}" aria-labelledby="{{id}}-title">
<h2 id="{{id}}-title">{{title}}</h2>
{{#blocks}}
{{#isNotes}}
{{#heading}}<h3>{{heading}}</h3>{{/heading}}
<ul>{{#notes}}<li>{{.}}</li>{{/notes}}</ul>
{{/isNotes}}
{{#isTable}}
{{#heading}}<h3>{{heading}}</h3>{{/heading}}
{{#isChart}}<div class="drawn"><figure>{{{svg}}}</figure>{{/isChart}}
{{#isEmpty}}<p class="none">{{none}}</p>{{/isEmpty}}
{{^isEmpty}}{{#isHinted}}<p class="hint" aria-hidden="true">{{words.scroll}}</p>{{/isHinted}}<div class="table"{{#isWide}} role="region" tabindex="0" aria-label="{{named}}"{{/isWide}}>
<table class="{{look}}" aria-label="{{named}}"><thead><tr>{{#columns}}<th scope="col" class="{{look}}">{{label}}</th>{{/columns}}</tr></thead>
<tbody>
{{#rows}}<tr>{{#cells}}{{#isHead}}<th scope="row" class="{{look}}">{{text}}{{#parts}}<small>{{parts}}</small>{{/parts}}</th>{{/isHead}}{{^isHead}}<td class="{{look}}" data-label="{{label}}">{{text}}{{#parts}}<small>{{parts}}</small>{{/parts}}{{#name}}<code>{{name}}</code>{{/name}}</td>{{/isHead}}{{/cells}}</tr>
{{/rows}}
</tbody></table>
</div>{{/isEmpty}}
{{#isChart}}</div>{{/isChart}}
{{/isTable}}
{{/blocks}}
</section>
{{/sections}}
</main>
<footer>{{#foot}}<p>{{label}} <code>{{text}}</code></p>{{/foot}}</footer>
</body>
</html>
`;
