import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { reportCsv } from '../../src/formats/csv-view.ts';
import { writeOut } from '../../src/formats/files.ts';
import { temporaryPath } from '../support/session.ts';
import { asIn, closedSample, sample, tableOf } from './sample.ts';

const csvOf = async (...told: Parameters<typeof reportCsv>) => (await reportCsv(...told)).join('');
const linesOf = async (texts: readonly string[]) => {
  const text = await csvOf(tableOf(texts), asIn('zh'));
  const { data } = Papa.parse<string[]>(text.replace('\ufeff', ''), { newline: '\r\n' });
  return data.slice(data.findIndex(([first, second]) => first === 'a' && second === 'b') + 1);
};

describe('a report as CSV', () => {
  it.each(['zh', 'en'] as const)('reads as it should in %s', async (lang) => {
    const text = (await csvOf(closedSample, asIn(lang))).replaceAll('\r\n', '\n');
    await expect(text.replace('\ufeff', '')).toMatchFileSnapshot(`golden/report.${lang}.csv`);
  });

  it('begins with a BOM in a file, and without one in a pipe', async () => {
    const out = temporaryPath('月报.csv');
    await writeOut(await reportCsv(sample, asIn('zh')), { out, isText: true });
    expect([...readFileSync(out).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const piped = await writeOut(await reportCsv(sample, asIn('zh')), {
      ...{ out: undefined, isText: true },
    });
    expect(piped.text?.startsWith('2026-10')).toBe(true);
  });

  it.each([
    ['equals', '=1+1'],
    ['plus', '+1'],
    ['minus', '-1'],
    ['at', '@SUM(1)'],
    ['wide equals', '＝1'],
    ['tab', '\t=1'],
  ])('guards a text that begins with %s', async (_, text) => {
    expect((await linesOf([text]))[0]).toEqual([`'${text}`, '0']);
  });

  it('leaves a number below nothing a number', async () => {
    expect(await csvOf(sample, asIn('zh'))).toMatch(/冲减,-0\.05,,,-1200\.00,/);
  });

  it('gives back every text, behind an apostrophe what would be a formula', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string(), { minLength: 1, maxLength: 5 }), async (texts) => {
        const read = (await linesOf(texts)).slice(0, texts.length).map(([text]) => text);
        expect(read).toEqual(texts.map((text) => (/^[=+\-@]/.test(text) ? `'${text}` : text)));
      }),
      { numRuns: 50 },
    );
  });

  it('holds 2,000 rows', async () => {
    expect((await linesOf(Array(2_000).fill('甲'))).length).toBe(2_001);
  });
});
