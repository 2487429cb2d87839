import { describe, expect, it } from 'vitest';
import { FORM_TEMPLATE } from '../../src/documents/form-template.ts';
import { templateFault } from '../../src/documents/template-rules.ts';

const page = (inside: string) => `{{#pages}}${inside}{{/pages}}`;

describe('templateFault', () => {
  it.each([
    ['the built-in template', FORM_TEMPLATE],
    ['values of a form, by their keys', page('{{values.unit}} {{#values}}{{payer}}{{/values}}')],
    ['the site', page('{{site.company}} {{#site}}{{account}}{{/site}}')],
    ['other delimiters, a comment', `{{! 本处 }}{{=<% %>=}}<%#pages%><%&title%><%/pages%>`],
    ['what is left out where it is empty', page('{{^no}}—{{/no}}{{#marks}}{{.}}{{/marks}}')],
  ])('finds none in %s', (_, template) => {
    expect(templateFault(template)).toBeNull();
  });

  it.each([
    ['a tag that is not closed', '{{#pages}}', 'Unclosed section "pages" at 10'],
    ['braces left open', '{{title', 'Unclosed tag at 7'],
    ['nothing at all', '', 'without {{#pages}} … {{/pages}} nothing is printed'],
    ['a page of its own', '<p>甲</p>', 'without {{#pages}} … {{/pages}} nothing is printed'],
    ['a name that is misspelt', page('{{titel}}'), 'there is no {{titel}}'],
    ['one with a dot', page('{{valuse.unit}}'), 'there is no {{valuse}}'],
    [
      'one in a section',
      page('{{#parts}}{{#isTabel}}{{/isTabel}}{{/parts}}'),
      'there is no {{isTabel}}',
    ],
    ['what every object has', page('{{constructor.name}}'), 'there is no {{constructor}}'],
    ['a partial', page('{{> head}}'), 'there is no {{> head}}'],
  ])('finds %s', (_, template, fault) => {
    expect(templateFault(template)?.en).toBe(fault);
  });
});
