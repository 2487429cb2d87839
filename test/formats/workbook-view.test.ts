import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { Block, Report } from '../../src/formats/model.ts';
import { reportWorkbook, sheetNames } from '../../src/formats/workbook-view.ts';
import { same } from '../../src/lib/words.ts';
import { asIn, closedSample, ODD, sample, tableOf } from './sample.ts';

async function sheetsOf(report: Report, lang: 'zh' | 'en' = 'zh') {
  const [bytes] = await reportWorkbook(report, asIn(lang));
  const { sheets } = await readXlsx(bytes as Uint8Array, { readStyles: true });
  return sheets;
}

const WIDE: Block = {
  ...{ is: 'table', key: 'wide', title: null, none: same('x') },
  columns: Array.from({ length: 12 }, (_, at) => ({
    ...{ key: `c${at}`, label: same(`c${at}`), kind: 'whole' as const },
  })),
  rows: [Array.from({ length: 12 }, (_, at) => at)],
};

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

  it('heads numbers over numbers, and tells what there is not where they stand', async () => {
    const [, repairs] = await sheetsOf(sample);
    const across = (at: string) => repairs?.cells?.get(at)?.style?.alignment?.horizontal;
    expect([across('1,0'), across('1,1'), across('1,9')]).toEqual([undefined, 'right', 'left']);
    expect(repairs?.rows[2]?.[7]).toBe('—');
    expect(across('2,7')).toBe('right');
  });

  it('gives a second line to what does not fit into one', async () => {
    const texts = ['短', '长'.repeat(40)];
    const [, only] = await sheetsOf(tableOf(texts));
    const [plain, wrapped] = [2, 3].map((row) => only?.rowDefs?.get(row)?.height);
    expect([plain, wrapped]).toEqual([undefined, 30]);
  });

  it('lets definitions run over the columns of a wider table', async () => {
    const [repairs] = sample.sections;
    const wide: Report = {
      ...sample,
      sections: [{ key: 'w', title: same('宽'), blocks: [...(repairs?.blocks ?? []), WIDE] }],
    };
    const [, only] = await sheetsOf(wide);
    const last = only?.rows[1]?.indexOf('定义') ?? 0;
    expect(last).toBe(9);
    expect(only?.columns?.[last]?.width).toBeLessThan(20);
    expect(only?.cells?.get(`3,${last}`)?.style?.alignment?.wrapText).not.toBe(true);
  });

  it.each([
    [90_000, '#,##0'],
    [89_530, '#,##0.###'],
  ])('shows an area of %i thousandths without a bare point', async (area, format) => {
    const blocks: Block[] = [
      {
        ...{ is: 'table', key: null, title: null, none: same('x') },
        columns: [{ key: 'a', label: same('a'), kind: 'area' }],
        rows: [[area]],
      },
    ];
    const [, only] = await sheetsOf({
      ...sample,
      sections: [{ key: 'a', title: same('a'), blocks }],
    });
    expect(only?.cells?.get('2,0')?.style?.numFmt).toBe(format);
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
