import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cssString, escapeHtml, html, type Markup } from '../../src/documents/html.ts';
import type { Paper } from '../../src/documents/model.ts';
import { pageHtml } from '../../src/documents/page.ts';

/** Every slot of a page, filled by what is called for. */
const paperOf = (text: () => string): Paper => ({
  lang: 'zh',
  letterhead: { company: text(), name: text(), phone: text(), address: text() },
  title: text(),
  no: text(),
  marks: [text()],
  parts: [
    { kind: 'rows', rows: [{ label: text(), value: text() }] },
    {
      kind: 'table',
      table: {
        title: text(),
        columns: [{ label: text() }, { label: text(), isNumber: true }],
        rows: [[text(), text()]],
        total: [text(), text()],
      },
    },
    { kind: 'text', title: text(), text: text() },
    { kind: 'signatures', labels: [text()] },
  ],
  foot: text(),
  printed: text(),
});

const tagsOf = (page: string): string[] =>
  page.replace(/<style>[^<]*<\/style>/, '<style></style>').match(/<[^>]*>/g) ?? [];

const plain = pageHtml(paperOf(() => '甲'));

describe('escapeHtml', () => {
  it.each([
    ['a tag', '<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['the end of an attribute', `" onload='x`, '&quot; onload=&#39;x'],
    ['an entity stays what was typed', '&amp;', '&amp;amp;'],
    ['a NUL, an escape, half a sign', 'a\u0000b\u001bc\ud800', 'a\ufffdb\ufffdc\ufffd'],
    ['line breaks and Chinese', '第一行\n第二行　𠮷', '第一行\n第二行　𠮷'],
  ])('%s', (_, text, escaped) => {
    expect(escapeHtml(text)).toBe(escaped);
  });

  it('only what `html` made is markup, not what looks like it', () => {
    const like = { toString: () => '<b>' } as unknown as Markup;
    expect(() => html`<p>${like}</p>`).toThrow(TypeError);
    expect(html`<p>${html`<i>${'<'}</i>`}</p>`.toString()).toBe('<p><i>&lt;</i></p>');
  });
});

describe('cssString', () => {
  it('holds nothing that ends it, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cssString(text)).toMatch(/^"(?:[\p{L}\p{N}]|\\[0-9a-f]{1,6} )*"$/u);
      }),
    );
  });
});

describe('a page', () => {
  it('has the same tags whatever its values are', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '</style><script>',
        '"><img src=x onerror=alert(1)>',
        '-->',
        ']]>',
        '</title>',
      ),
    );
    fc.assert(
      fc.property(fc.infiniteStream(nasty), (values) => {
        const next = () => values.next().value ?? '';
        expect(tagsOf(pageHtml(paperOf(() => `甲${next()}`)))).toEqual(tagsOf(plain));
      }),
      { numRuns: 300 },
    );
  });

  it('needs nothing beside itself: no address, no script, no picture', () => {
    expect(plain).not.toMatch(/https?:|url\(|@import|<script|<img|<link|src=/);
    expect(plain).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(plain).toMatch(/^<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">/);
  });

  it('says nothing of what is empty', () => {
    const page = pageHtml({
      ...paperOf(() => '甲'),
      lang: 'en',
      letterhead: { company: '', name: 'Site', phone: '', address: '' },
      no: null,
      marks: [],
      foot: null,
      parts: [
        { kind: 'rows', rows: [] },
        { kind: 'table', table: { title: 'Goods', columns: [{ label: 'Thing' }], rows: [] } },
        { kind: 'signatures', labels: [] },
      ],
    });
    expect(page.slice(page.indexOf('<body>'))).toBe(`<body>
<header><p>Site</p><p></p></header>
<h1>甲</h1>




<p class="printed">甲</p>
</body>
</html>
`);
  });

  it('numbers the rows of a table, and has its head and total', () => {
    const page = pageHtml({
      ...paperOf(() => '甲'),
      parts: [
        {
          kind: 'table',
          table: {
            title: '物品',
            columns: [{ label: '名称' }, { label: '数量', isNumber: true }],
            rows: [
              ['沙发', '2'],
              ['冰箱', '1'],
            ],
            total: ['合计', '3'],
          },
        },
      ],
    });
    const cells = [...page.matchAll(/<t[dh](?= |>)[^>]*>([^<]*)</g)].map(([, cell]) => cell);
    expect(cells).toEqual([
      ...['序号', '名称', '数量'],
      ...['1', '沙发', '2'],
      ...['2', '冰箱', '1'],
      ...['', '合计', '3'],
    ]);
    expect(page.match(/<thead>/g)).toHaveLength(1);
  });
});
