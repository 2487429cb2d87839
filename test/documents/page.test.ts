import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cssString, escapeHtml } from '../../src/documents/html.ts';
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
    { kind: 'letter', paragraphs: [text(), text()] },
    { kind: 'clauses', title: text(), clauses: [text(), text()] },
    { kind: 'checks', title: text(), checks: [{ label: text(), isDone: true }] },
    { kind: 'blank', title: text(), lines: 2 },
    { kind: 'signatures', labels: [text()], seal: text() },
  ],
  foot: text(),
  printed: text(),
});

const tagsOf = (page: string): string[] =>
  page.replace(/<style>[^<]*<\/style>/, '<style></style>').match(/<[^>]*>/g) ?? [];

const plain = pageHtml([paperOf(() => '甲')]);

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

const pageOf = (some: Partial<Paper>) => pageHtml([{ ...paperOf(() => '甲'), ...some }]);

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
        expect(tagsOf(pageHtml([paperOf(() => `甲${next()}`)]))).toEqual(tagsOf(plain));
      }),
      { numRuns: 300 },
    );
  });

  it('needs nothing beside itself: no address, no script, no picture', () => {
    expect(plain).not.toMatch(/https?:|url\(|@import|<script|<img|<link|src=/);
    expect(plain).toContain(
      `content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`,
    );
    expect(plain).toMatch(/^<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">/);
  });

  it('says nothing of what is empty', () => {
    const page = pageOf({
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
    const body = page.slice(page.indexOf('<body>')).replace(/\n+/g, '\n');
    expect(body).toBe(`<body>
<article>
<header><p>Site</p><p></p></header>
<h1>甲</h1>
<p class="printed">甲</p>
</article>
</body>
</html>
`);
  });

  it('has the number of each paper at its own foot, of cards that share a sheet none', () => {
    const two = (layout?: 'card') =>
      ['R1', 'R2'].map((no): Paper => ({ ...paperOf(() => '甲'), no, ...(layout && { layout }) }));
    const feet = (papers: readonly Paper[]) =>
      [...pageHtml(papers).matchAll(/@bottom-left { content: "([^"]*)"/g)].map(([, foot]) => foot);
    expect(feet(two())).toEqual(['甲\\20 R1', '甲\\20 R1', '甲\\20 R2']);
    expect(pageHtml(two())).toContain('article:nth-of-type(2) { page: paper2; }');
    expect(feet(two('card'))).toEqual(['甲']);
  });

  it.each([
    ['400 signs stay together', 400, 'rows'],
    ['401 run on over the end of a page', 401, 'rows long'],
  ])('%s', (_, length, look) => {
    const page = pageOf({
      parts: [{ kind: 'rows', rows: [{ label: '投诉内容', value: '吵'.repeat(length) }] }],
    });
    expect(page).toContain(`<table class="${look}">`);
  });

  it('numbers the rows of a table, and has its head and total', () => {
    const page = pageOf({
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
