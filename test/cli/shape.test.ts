import { describe, expect, it } from 'vitest';
import {
  asArea,
  asChoice,
  asChoices,
  asDay,
  asDetails,
  asFlag,
  asIdentity,
  asMoment,
  asMoney,
  asPhone,
  asRate,
  asReading,
  asRecords,
  asText,
  asTold,
  asWhole,
  asWords,
  type Column,
  jsonOf,
  KINDS,
  type Rendering,
  textOf,
  toJson,
} from '../../src/cli/shape.ts';
import { rateOf } from '../../src/lib/rate.ts';
import { w } from '../../src/lib/words.ts';

const zone = { name: 'Asia/Shanghai', shifts: [[0, 480]] } as const;
const zh: Rendering = { lang: 'zh', zone, now: '2026-11-22T01:30:00Z', reveal: false };
const en: Rendering = { ...zh, lang: 'en' };
const revealed: Rendering = { ...zh, reveal: true };

const label = w('名', 'name');
const COLOURS = { red: w('红', 'red'), blue: w('蓝', 'blue') };

const columns: [
  name: string,
  column: Column<object>,
  as: Rendering,
  text: string,
  json: unknown,
][] = [
  ['text', asText('a', label, () => '厨房'), zh, '厨房', '厨房'],
  ['a whole number', asWhole('a', label, () => 0), zh, '0', 0],
  ['yes', asFlag('a', label, () => true), zh, '是', true],
  ['no, in English', asFlag('a', label, () => false), en, 'no', false],
  ['a day', asDay('a', label, () => '2026-11-22'), zh, '2026-11-22', '2026-11-22'],
  [
    'a moment, on the site’s clock',
    asMoment('a', label, () => '2026-11-22T16:00:00Z'),
    zh,
    '2026-11-23 00:00',
    '2026-11-23T00:00:00+08:00',
  ],
  ['fen, in yuan', asMoney('a', label, () => 16_500), zh, '165.00', '165.00'],
  ['a reading', asReading('a', label, () => 12_300), zh, '12.3', '12.3'],
  [
    'what its column makes up',
    asTold('a', label, () => ({ json: () => ['keys'], line: () => '钥匙' })),
    zh,
    '钥匙',
    ['keys'],
  ],
  ['an area', asArea('a', label, () => 89_530), zh, '89.53', '89.53'],
  [
    'a rate, with its two numbers',
    asRate('a', label, () => rateOf(12, 14)),
    zh,
    '85.7 %（12/14）',
    { numerator: 12, denominator: 14, percent: '85.7' },
  ],
  [
    'a rate of nothing, in English',
    asRate('a', label, () => rateOf(0, 0)),
    en,
    '— (0/0)',
    { numerator: 0, denominator: 0, percent: null },
  ],
  ['a phone, masked', asPhone('a', label, () => '13800000002'), zh, '138****0002', '138****0002'],
  [
    'a phone in full',
    asPhone('a', label, () => '13800000002'),
    revealed,
    '13800000002',
    '13800000002',
  ],
  ['an identity, masked', asIdentity('a', label, () => '123456'), zh, '**3456', '**3456'],
  ['an identity in full', asIdentity('a', label, () => '123456'), revealed, '123456', '123456'],
  ['words', asWords('a', label, () => w('好', 'well')), en, 'well', 'well'],
  ['a choice', asChoice('a', label, () => 'red' as const, COLOURS), zh, '红', 'red'],
  [
    'choices',
    asChoices('a', label, () => ['red', 'blue'] as const, COLOURS),
    zh,
    '红、蓝',
    ['red', 'blue'],
  ],
  [
    'choices in English',
    asChoices('a', label, () => ['red', 'blue'] as const, COLOURS),
    en,
    'red, blue',
    ['red', 'blue'],
  ],
  [
    'details, one untold',
    asDetails('a', label, () => ({ name: null, to: '李强', cost: 5, ids: [1] })),
    zh,
    'name to=李强 cost=5 ids=[1]',
    { name: null, to: '李强', cost: 5, ids: [1] },
  ],
  [
    'records inside',
    asRecords(
      'a',
      label,
      () => [1, 2],
      [asWhole('n', label, (n) => n)],
      (n) => `#${n}`,
    ),
    zh,
    '#1\n#2',
    [{ n: 1 }, { n: 2 }],
  ],
  ['no value', asMoney('a', label, () => null), zh, '', null],
];

describe('a column', () => {
  it.each(columns)('%s', (_, column, as, text, json) => {
    expect(textOf(column, {}, as)).toBe(text);
    expect(jsonOf(column, {}, as)).toEqual(json);
    expect(toJson([column], {}, as)).toEqual({ a: json });
  });

  it('may say what depends on the moment', () => {
    const column = asFlag('late', label, (it: { dueAt: string }, { now }) => now > it.dueAt);
    const due = { dueAt: '2026-11-22T01:30:00Z' };
    expect(jsonOf(column, due, zh)).toBe(false);
    expect(jsonOf(column, due, { ...zh, now: '2026-11-22T01:30:01Z' })).toBe(true);
  });

  it('says what its value is, and numbers stand to the right', () => {
    const money = asMoney('cost', label, () => 1);
    expect([money.kind, money.inTable]).toEqual(['money', true]);
    const right = Object.entries(KINDS).filter(([, kind]) => kind.alignRight);
    expect(right.map(([name]) => name)).toEqual([
      'whole',
      'money',
      'price',
      'area',
      'reading',
      'rate',
      'moneyRate',
    ]);
  });
});
