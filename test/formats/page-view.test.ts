import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Report } from '../../src/formats/model.ts';
import { reportPage } from '../../src/formats/page-view.ts';
import { same } from '../../src/lib/words.ts';
import { asIn, closedSample, ODD, sample, tableOf } from './sample.ts';

const pageOf = async (report: Report, lang: 'zh' | 'en' = 'zh') =>
  (await reportPage(report, asIn(lang))).join('');
const withoutStyle = (page: string) => page.replace(/<style>[^<]*<\/style>/, '<style></style>');
const tagsOf = (page: string): string[] => withoutStyle(page).match(/<[^>]*>/g) ?? [];

/** As people check it: without the style sheet and the strokes of the charts. */
const readable = (page: string) =>
  withoutStyle(page)
    .replace(/(<\/desc>)[\s\S]*?(<\/svg>)/g, '$1$2')
    .replace(/(?=<(?:\/?section|\/?table|\/?div|h\d|nav|main|th|td|tr|title id|desc)\b)/g, '\n')
    .replace(/\n{2,}/g, '\n');

/** A report every text of which is what is called for. */
const filledWith = (text: () => string): Report => ({
  ...sample,
  title: same(text()),
  site: { name: text(), company: text() },
  journalHead: text(),
  sections: [
    {
      key: text(),
      title: same(text()),
      blocks: [
        {
          ...{ is: 'figures', key: null, title: same(text()) },
          figures: [
            {
              ...{ key: 'k', name: text(), label: same(text()), definition: same(text()) },
              ...{ kind: 'text', value: text(), before: text(), target: text() },
            },
          ],
        },
        {
          ...{ is: 'table', key: null, title: same(text()), none: same(text()) },
          columns: [{ key: 'a', label: same(text()), kind: 'text' }],
          rows: [[text()], [text()]],
        },
        { is: 'notes', key: 'n', title: same(text()), notes: [same(text())] },
      ],
    },
  ],
});

describe('a report as a page', () => {
  it.each(['zh', 'en'] as const)('reads as it should in %s', async (lang) => {
    const text = readable(await pageOf(closedSample, lang));
    await expect(text).toMatchFileSnapshot(`golden/page.${lang}.html.txt`);
  });

  it('has the same tags whatever its texts are', async () => {
    const plain = tagsOf(await pageOf(filledWith(() => '甲')));
    const shape = (tags: string[]) => tags.map((tag) => tag.replace(/"[^"]*"/g, '""'));
    const nasty = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        ...['</style><script>', '"><img src=x onerror=alert(1)>', '-->', ']]>', '</title>'],
        ...['{{{style}}}', '{{#sections}}', "' onload='x"],
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(nasty), async (values) => {
        const next = () => `甲${values.next().value ?? ''}`;
        expect(shape(tagsOf(await pageOf(filledWith(next))))).toEqual(shape(plain));
      }),
      { numRuns: 60 },
    );
  });

  it('needs no network and runs nothing', async () => {
    const page = await pageOf(sample);
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(page).not.toMatch(/<(?:script|link|img|iframe|object|embed|base|form)\b/i);
    expect(page).not.toMatch(/\son\w+=|@import|url\((?!#)/i);
    expect(page.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:/);
  });

  it('gives each thing an id of its own, to which its contents lead', async () => {
    const page = await pageOf({ ...sample, sections: [...sample.sections, ...sample.sections] });
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const named = [...page.matchAll(/ (?:href="#|aria-labelledby=")([^"]*)"/g)].flatMap(([, to]) =>
      String(to).split(' '),
    );
    expect(named.filter((to) => !ids.includes(to))).toEqual([]);
    expect(page.match(/<a href="#s\d">/g)?.length).toBe(4);
  });

  it('tells which language it is in', async () => {
    expect(await pageOf(sample, 'zh')).toContain('<html lang="zh-CN">');
    expect(await pageOf(sample, 'en')).toContain('<html lang="en">');
  });

  it('heads every row and column for who hears it', async () => {
    const page = await pageOf(sample);
    const rows = page
      .match(/<tbody>[\s\S]*?<\/tbody>/g)
      ?.join('')
      .match(/<tr>/g)?.length;
    expect(page.match(/<th scope="row"/g)?.length).toBe(rows);
    expect(page.match(/<th\b(?! scope=)/g)).toBeNull();
  });

  it('sets the numbers of each chart beside it', async () => {
    const page = await pageOf(sample);
    const charts = page.match(/<div class="drawn">[\s\S]*?<\/table>/g) ?? [];
    expect(charts.length).toBe(3);
    expect(charts.every((chart) => /<figure><svg .*<table class="chart"/s.test(chart))).toBe(true);
    expect(charts[2]).toContain('12,345.67');
  });

  it('draws no chart of nothing, but tells its numbers', async () => {
    const nothing: Report = {
      ...sample,
      sections: [
        {
          ...{ key: 'none', title: same('空') },
          blocks: [
            {
              ...{ is: 'chart', title: same('图') },
              chart: {
                ...{ is: 'bars', unit: 'count', categories: [same('甲')] },
                series: [{ name: same('乙'), values: [0] }],
              },
            },
          ],
        },
      ],
    };
    const page = await pageOf(nothing);
    expect(page).not.toContain('<svg');
    expect(page).toContain('<table class="chart"');
  });

  it('keeps the heads of its sheets to their line, however long a name is', async () => {
    const name = '蓝天新苑'.repeat(40);
    const page = await pageOf({ ...sample, title: same(name), site: { name, company: name } });
    const heads = [...page.matchAll(/@top-\w+ \{ content: "([^"]*)"/g)].map(([, text]) => text);
    expect(heads.map((text) => text?.length)).toEqual([27, 27]);
    expect(page).toContain(`<h1>${name}</h1>`);
  });

  it('says so where there are no rows', async () => {
    expect(await pageOf(sample)).toContain('<p class="none">没有超期的。</p>');
  });

  it('keeps what was typed a text, with its line breaks', async () => {
    const page = await pageOf(sample);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).toContain(`>${ODD.breaks}</td>`);
  });

  it('holds 2,000 rows', async () => {
    const page = await pageOf(tableOf(Array(2_000).fill('甲')));
    expect(page.match(/<tr>/g)?.length).toBe(2_001);
  });
});

describe('what draws charts', () => {
  afterEach(() => {
    vi.doUnmock('../../src/formats/charts-view.ts');
    vi.resetModules();
  });

  it('is loaded only for a page that has one', async () => {
    vi.resetModules();
    vi.doMock('../../src/formats/charts-view.ts', () => {
      throw new Error('loaded');
    });
    const { reportPage: fresh } = await import('../../src/formats/page-view.ts');
    expect((await fresh(tableOf(['甲']), asIn('zh'))).join('')).toContain('甲');
    await expect(fresh(sample, asIn('zh'))).rejects.toThrow();
  });
});
