import { describe, expect, it } from 'vitest';
import { grouped, isDrawable, numberText } from '../../src/formats/axis-rules.ts';
import { chartSvg } from '../../src/formats/charts-view.ts';
import type { Chart } from '../../src/formats/model.ts';
import { same } from '../../src/lib/words.ts';
import { asIn } from './sample.ts';

const base: Chart = {
  ...{ is: 'bars', unit: 'count' },
  categories: ['2026-09', '2026-10'].map(same),
  series: [
    { name: same('甲'), values: [1, 2] },
    { name: same('乙'), values: [null, 4] },
  ],
};
const drawn = (some: Partial<Chart> = {}, id = 'c1', title = '图') =>
  chartSvg({ ...base, ...some }, { id, title }, asIn('zh'));
const textsOf = (svg: string) =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
const idsOf = (svg: string) => [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
const tagsOf = (svg: string) => [...new Set(svg.match(/<[a-z]+/gi))].sort();

describe('a chart', () => {
  it.each<[string, Partial<Chart>]>([
    ['bars', {}],
    ['bars one upon the other', { is: 'stacked' }],
    ['lines', { is: 'lines', unit: 'percent', target: 95 }],
    ['money', { unit: 'money', series: [{ name: same('欠费'), values: [4_057_881, -50] }] }],
    ['nothing at all', { categories: [], series: [] }],
    ['nothing known', { series: [{ name: same('甲'), values: [null, null] }] }],
    [
      'one place',
      { is: 'lines', categories: [same('甲')], series: [{ name: same('乙'), values: [1] }] },
    ],
    ['forty places', { categories: Array.from({ length: 40 }, (_, at) => same(`${at} 栋`)) }],
  ])('is drawn of %s, without script, style sheet, pointer or another file', (_, some) => {
    const svg = drawn(some);
    expect(svg).toMatch(/^<svg [^>]*role="img"[^>]*><title /);
    expect(svg.trim().endsWith('</svg>')).toBe(true);
    expect(svg).not.toMatch(/<(?:script|style|image|foreignObject|a)\b|class=|ecmeta|\son\w+=/i);
    expect(svg.replaceAll('http://www.w3.org/2000/svg', '')).not.toContain('http');
  });

  it('has the same tags whatever its texts are', () => {
    const nasty = '"><script>alert(1)</script>\u001b]]>\'{a|b} class="x" url(#zr0-p0)';
    const svg = drawn(
      { categories: [same(nasty), same('b')], series: [{ name: same(nasty), values: [1, 2] }] },
      ...(['c1', nasty] as const),
    );
    const plain = drawn({ series: [{ name: same('甲'), values: [1, 2] }] });
    expect(tagsOf(svg)).toEqual(tagsOf(plain));
    expect(svg).not.toContain('\u001b');
  });

  it('gives every id its own name, so that many stand on a page', () => {
    const [one, other] = [drawn({ is: 'stacked' }, 'c1'), drawn({ is: 'stacked' }, 'c2')];
    const ids = [...idsOf(one), ...idsOf(other)];
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(4);
    for (const [, to] of one.matchAll(/url\(#([^)]*)\)/g)) expect(idsOf(one)).toContain(to);
  });

  it('is the same however often it is drawn', () => {
    expect(drawn({ is: 'stacked' })).toBe(drawn({ is: 'stacked' }));
  });

  it('says in words what there is to see, and its target', () => {
    const svg = drawn({
      ...{ is: 'lines', unit: 'percent', target: 95 },
      series: [{ name: same('维修'), values: [88.5, 93.9] }],
    });
    expect(svg).toContain('2026-09 – 2026-10；维修 88.5 % – 93.9 %；目标 95.0 %</desc>');
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['目标', '95 %']));
  });

  it('counts much money in units that a language has for it', () => {
    const money: Partial<Chart> = {
      unit: 'money',
      series: [{ name: same('a'), values: [4_057_881, 1] }],
    };
    expect(textsOf(drawn(money))).toEqual(expect.arrayContaining(['万元', '4.06']));
    const english = chartSvg({ ...base, ...money }, { id: 'c', title: 't' }, asIn('en'));
    expect(textsOf(english)).toEqual(expect.arrayContaining(['&#39;000 yuan', '40.58']));
  });

  it('never tells something as nothing', () => {
    const money: Partial<Chart> = {
      ...{ unit: 'money', series: [{ name: same('a'), values: [4_057_881, 50] }] },
    };
    expect(textsOf(drawn(money))).toContain('&lt;0.01');
  });

  it('begins its scale below the least rate, never beyond what is drawn', () => {
    const scale = (values: number[]) =>
      textsOf(
        drawn({ ...{ is: 'lines', unit: 'percent' }, series: [{ name: same('a'), values }] }),
      );
    expect(scale([97, 99])).toContain('90');
    expect(scale([97, 99])).not.toContain('80');
    expect(scale([0, 99])).toContain('0');
    expect(scale([120, 99])).toContain('120');
  });
});

describe('what can be drawn', () => {
  const one = (...values: (number | null)[]) => [{ name: same('甲'), values }];
  it.each<[string, Partial<Chart>, boolean]>([
    ['bars', {}, true],
    ['bars of nothing', { series: one(0, null) }, false],
    ['a bar below nothing', { series: one(0, -1) }, true],
    ['stacks of nothing', { is: 'stacked', series: one(0, 0) }, false],
    ['a rate of nothing', { is: 'lines', series: one(0) }, true],
    ['rates that are not known', { is: 'lines', series: one(null, null), target: 95 }, false],
    ['no places', { categories: [], series: one() }, false],
  ])('%s', (_, some, expected) => {
    expect(isDrawable({ ...base, ...some })).toBe(expected);
  });
});

describe('numbers', () => {
  it.each([
    [0, '0'],
    [-1234.5, '-1,234.5'],
    [1_234_567.891, '1,234,567.89'],
    [0.125, '0.13'],
  ])('%d is %s on an axis', (value, text) => {
    expect(numberText(value)).toBe(text);
  });

  it.each([
    ['578033.65', '578,033.65'],
    ['-1200.00', '-1,200.00'],
    ['999.9999', '999.9999'],
    ['80728.22 / 150749.20', '80,728.22 / 150,749.20'],
  ])('%s stands as %s on a page', (text, shown) => {
    expect(grouped(text)).toBe(shown);
  });
});
