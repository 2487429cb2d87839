import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/formats/model.ts';
import { reportWorkbook, sheetNames } from '../../src/formats/workbook-view.ts';
import { asIn, closedSample, ODD, sample, tableOf } from './sample.ts';

async function sheetsOf(report: Report, lang: 'zh' | 'en' = 'zh') {
  const [bytes] = await reportWorkbook(report, asIn(lang));
  const { sheets } = await readXlsx(bytes as Uint8Array, { readStyles: true });
  return sheets;
}

const shown = (value: unknown) => (value instanceof Date ? value.toISOString() : (value ?? ''));

describe('a report as a workbook', () => {
  it.each(['zh', 'en'] as const)('reads as it should in %s', async (lang) => {
    const sheets = await sheetsOf(closedSample, lang);
    const text = sheets
      .map(({ name, rows }) =>
        [`[${name}]`, ...rows.map((row) => row.map(shown).join('\t').trimEnd())].join('\n'),
      )
      .join('\n\n');
    await expect(`${text}\n`).toMatchFileSnapshot(`golden/workbook.${lang}.txt`);
  });

  it('has real numbers, percentages, amounts and dates', async () => {
    const [, repairs, odd] = await sheetsOf(sample);
    expect(repairs?.rows[2]?.slice(0, 2)).toEqual(['新报修', 171]);
    expect(repairs?.rows[3]?.slice(1, 4)).toEqual([0.939, 168, 179]);
    expect(repairs?.cells?.get('3,1')?.style?.numFmt).toBe('0.0%');
    expect(repairs?.rows[4]?.slice(1, 4)).toEqual([0.536, 80_728.22, 150_749.2]);
    expect(repairs?.cells?.get('4,2')?.style?.numFmt).toBe('#,##0.00');
    const first = odd?.rows.find(([no]) => no === 'T261001-001');
    expect(first?.[2]).toEqual(new Date('2026-10-01T00:00:00Z'));
    expect(first?.[3]).toEqual(new Date('2026-10-01T09:30:00Z'));
  });

  it('tells an empty denominator by a dash, beside its numbers', async () => {
    const [, repairs] = await sheetsOf(sample);
    expect(repairs?.rows[3]?.slice(4, 7)).toEqual(['—', 0, 0]);
  });

  it('keeps a formula a text', async () => {
    const [, , odd] = await sheetsOf(sample);
    const row = odd?.rows.findIndex(([no]) => no === 'T261001-002') ?? -1;
    expect(odd?.rows[row]?.[1]).toBe(ODD.formula);
    expect(odd?.cells?.get(`${row},1`)?.formula).toBeUndefined();
  });

  it('keeps heads in sight: of one table its own, of several the title of the sheet', async () => {
    const [, repairs] = await sheetsOf(sample);
    expect(repairs?.freezePane).toEqual({ rows: 1 });
    const [, only] = await sheetsOf(tableOf(['甲', '乙']));
    expect(only?.freezePane).toEqual({ rows: 2 });
    expect(only?.rows[1]).toEqual(['a', 'b']);
  });

  it('has columns wide enough for Chinese, none too wide for a screen', async () => {
    const [, , odd] = await sheetsOf(sample);
    const widths = odd?.columns?.map(({ width }) => Math.round(width ?? 0)) ?? [];
    expect(Math.max(...widths)).toBeLessThanOrEqual(47);
    const [, only] = await sheetsOf(tableOf(['一二三四五六七八九十']));
    expect(only?.columns?.[0]?.width).toBeGreaterThanOrEqual(20);
  });

  it('holds 2,000 rows', async () => {
    const [, only] = await sheetsOf(tableOf(Array(2_000).fill('甲')));
    expect(only?.rows.length).toBe(2_002);
  });
});

describe('the names of sheets', () => {
  it.each([
    ['signs that Excel does not take', ['a/b\\c?d*e[f]g:h'], ['a b c d e f g h']],
    ['apostrophes at the ends', ["'甲'"], ['甲']],
    ['nothing', ['', '  ', "'"], ['1', '2', '3']],
    ['too long', ['春'.repeat(40)], ['春'.repeat(31)]],
    ['too long, of signs of two units', ['𠮷'.repeat(20)], ['𠮷'.repeat(15)]],
    ['twice', ['维修', '维修', '维修'], ['维修', '维修 2', '维修 3']],
    ['twice but for capitals', ['Fees', 'FEES'], ['Fees', 'FEES 2']],
    [
      'twice after they were cut',
      [`${'a'.repeat(31)}b`, `${'a'.repeat(31)}c`],
      ['a'.repeat(31), `${'a'.repeat(29)} 2`],
    ],
    ['a name that Excel keeps', ['History'], ['History 2']],
  ])('%s', (_, titles, names) => {
    expect(sheetNames(titles)).toEqual(names);
  });
});
