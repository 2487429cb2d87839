import { describe, expect, it } from 'vitest';
import { reportMarkdown } from '../../src/formats/markdown-view.ts';
import { asIn, closedSample, tableOf } from './sample.ts';

const markdownOf = (...told: Parameters<typeof reportMarkdown>) => reportMarkdown(...told).join('');
const rowOf = (text: string) =>
  markdownOf(tableOf([text]), asIn('en'))
    .trimEnd()
    .split('\n')
    .at(-1);

describe('a report as Markdown', () => {
  it.each(['zh', 'en'] as const)('reads as it should in %s', async (lang) => {
    const text = markdownOf(closedSample, asIn(lang));
    await expect(text).toMatchFileSnapshot(`golden/report.${lang}.md`);
  });

  it.each([
    ['a pipe', 'a|b', 'a\\|b'],
    ['a pipe behind a backslash', 'a\\|b', 'a\\\\\\|b'],
    ['line breaks of any kind', 'a\nb\r\nc\u2028d', 'a<br>b<br>c<br>d'],
    ['a tag', '<script>', '&lt;script&gt;'],
    ['an entity stays what was typed', '&lt;', '&amp;lt;'],
    ['emphasis and code', '*a* _b_ `c` ~d~', '\\*a\\* \\_b\\_ \\`c\\` \\~d\\~'],
    ['a link and a picture', '![a](b)', '!\\[a\\](b)'],
    ['an escape of the terminal', 'a\u001b[31m', 'a\ufffd\\[31m'],
    ['nothing', '', '—'],
  ])('shows as it is: %s', (_, text, shown) => {
    expect(rowOf(text)).toBe(`| ${shown} | 0 |`);
  });

  it('keeps a table of 2,000 rows in one piece', () => {
    const rows = markdownOf(tableOf(Array(2_000).fill('a\nb|c')), asIn('zh')).match(/^\| a.*\|$/gm);
    expect(rows?.length).toBe(2_001);
  });
});
