import { describe, expect, it } from 'vitest';
import { widthOf } from '../../src/cli/layout.ts';
import { Pen } from '../../src/cli/pen.ts';
import { reportText } from '../../src/formats/text-view.ts';
import { asIn, closedSample, ODD, tableOf } from './sample.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes.
const COLOUR = /\u001b\[[\d;]*m/g;

const WIDTHS = [60, 80, 120];
const LANGS = ['zh', 'en'] as const;
const cases = WIDTHS.flatMap((width) => LANGS.map((lang) => [width, lang] as const));

describe('a report at a terminal', () => {
  it.each(cases)('reads as it should at %i columns in %s', async (width, lang) => {
    const text = reportText(closedSample, new Pen(asIn(lang), { width, color: true }));
    const plain = `${text.replace(COLOUR, '')}\n`;
    await expect(plain).toMatchFileSnapshot(`golden/report-${width}.${lang}.txt`);
    const widest = Math.max(...plain.split('\n').map(widthOf));
    expect(widest).toBeLessThanOrEqual(width);
  });

  it.each([
    ['in a pipe', { width: undefined, color: false }],
    ['in a pipe with colours', { width: undefined, color: true }],
    ['without colours', { width: 120, color: false }],
  ])('draws nothing %s: the numbers stand in a table', (_, paper) => {
    const text = reportText(closedSample, new Pen(asIn('zh'), paper));
    expect(text).not.toMatch(/[\u2580-\u259f]/);
    expect(text).toContain('2026-09');
    expect(text).toMatch(/3 月以上\s+0\.50/);
  });

  it('has no colour codes without colours', () => {
    const text = reportText(closedSample, new Pen(asIn('zh'), { width: 80, color: false }));
    expect(text).not.toMatch(COLOUR);
  });

  it('keeps 2,000 rows, a line each', () => {
    const rows = reportText(
      tableOf(Array(2_000).fill(ODD.breaks)),
      new Pen(asIn('zh'), { width: 80, color: false }),
    );
    expect(rows.match(/^第一行 第二行/gm)?.length).toBe(2_000);
  });
});
