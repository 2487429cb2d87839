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
<dl class="facts">{{#facts}}<div><dt>{{label}}</dt><dd>{{value}}</dd></div>{{/facts}}</dl>
</header>
<nav aria-label="{{contents}}"><ol>{{#sections}}<li><a href="#{{id}}">{{title}}</a></li>{{/sections}}</ol></nav>
<main>
{{#sections}}
<section id="{{id}}">
<h2>{{title}}</h2>
{{#blocks}}
{{#isChart}}<figure role="group" aria-label="{{title}}"><figcaption>{{title}}</figcaption>{{{svg}}}</figure>{{/isChart}}
{{#isTable}}
{{#hasTitle}}<h3>{{title}}</h3>{{/hasTitle}}
{{#isEmpty}}<p class="none">{{none}}</p>{{/isEmpty}}
{{^isEmpty}}<div class="table"><table class="{{look}}"><thead><tr>{{#columns}}<th scope="col" class="{{look}}">{{label}}</th>{{/columns}}</tr></thead><tbody>{{#rows}}<tr>{{#cells}}<td class="{{look}}"{{#label}} data-label="{{label}}"{{/label}}>{{text}}</td>{{/cells}}</tr>{{/rows}}</tbody></table></div>{{/isEmpty}}
{{/isTable}}
{{/blocks}}
</section>
{{/sections}}
</main>
</body>
</html>
`;
