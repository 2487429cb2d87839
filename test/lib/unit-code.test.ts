import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBuilding, parseUnitCode, tryUnitCode, unitSortKey } from '../../src/lib/unit-code.ts';

describe('parseUnitCode: as people write a unit', () => {
  it.each([
    '3-2-1501',
    ' 3-2-1501 ',
    '3 - 2 - 1501',
    '3 2 1501',
    '3栋2单元1501',
    '3栋 2单元 1501室',
    '3栋-2单元-1501',
    '3栋2-1501',
    '3-2单元1501号',
    '3#2-1501',
    '3#2#1501',
    '3#楼2单元1501',
    '3号楼2单元1501室',
    '3号2门1501房',
    '3幢2-1501',
    '3座2单元1501户',
    '三栋二单元1501',
    '三栋二单元一五〇一室',
    '003-02-1501',
    '3-2-01501',
    '３－２－１５０１',
    '３＃２－１５０１',
    '3–2–1501',
    '3—2—1501',
    '3——2——1501',
  ])('%s', (text) => {
    expect(parseUnitCode(text)).toEqual({
      code: '3-2-1501',
      building: '3',
      entrance: '2',
      room: '1501',
      floor: 15,
    });
  });

  it.each([
    ['entrance letter', '3栋A单元1501', '3-A-1501', 15],
    ['entrance letter, lower case', '3-a-1501', '3-A-1501', 15],
    ['no entrance', '3-1501', '3-1501', 15],
    ['no entrance, in words', '3栋1501', '3-1501', 15],
    ['building in Chinese tens', '二十三栋1501', '23-1501', 15],
    ['first floor', '3-2-101', '3-2-101', 1],
    ['leading zero of a numbered building', '3-2-0501', '3-2-501', 5],
    ['room without a floor', '3-12', '3-12', null],
    ['room of zeros', '3-000', '3-0', null],
    ['room with a letter', '3-2-1501a', '3-2-1501A', 15],
    ['short room with a letter', '3-2-15A', '3-2-15A', null],
    ['room with a letter keeps its zero', '3-2-0501A', '3-2-0501A', 5],
    ['building with a letter behind', '03a栋1501', '3A-1501', 15],
    ['tower with a letter', 'a座1501', 'A-1501', 15],
    ['tower with a letter keeps the zero', 'A座0501', 'A-0501', 5],
    ['shop', 'S-12', 'S-12', null],
    ['shop, joined', 's12', 'S-12', null],
    ['shop in words', '商铺12', 'S-12', null],
    ['shop with its number sign', '商铺12号', 'S-12', null],
    ['shop with the word behind', '12号商铺', 'S-12', null],
    ['shop, word and letter', '商铺S-12', 'S-12', null],
    ['shop keeps its zero', '商铺012', 'S-012', null],
    ['shop of four digits has no floor', '商铺1012', 'S-1012', null],
    ['shop of a building', '3栋商铺12', '3-S12', null],
    ['shop of a building, word first', '商铺3-12', '3-S12', null],
    ['parking', 'B1-023', 'B1-023', null],
    ['parking, lower case', 'b1-023', 'B1-023', null],
    ['parking, no floor from the number', 'B1-123', 'B1-123', null],
    ['parking in words', '车位B1-023', 'B1-023', null],
    ['parking with the word behind', 'B1-023号车位', 'B1-023', null],
    ['parking on an underground floor', '负一层023号车位', 'B1-023', null],
    ['parking on underground floor 2', '地下车库地下2层 023', 'B2-023', null],
    ['parking, floor B1', 'B1层-023', 'B1-023', null],
    ['parking without a floor', '车位023', 'P-023', null],
    ['parking zone with zeros', 'B01-023', 'B1-023', null],
    ['underground room', '3-2-负101', '3-2-B101', -1],
    ['underground room, letter', '3-2-b201', '3-2-B201', -2],
  ])('%s: %s → %s', (_, text, code, floor) => {
    expect(parseUnitCode(text)).toMatchObject({ code, floor });
  });
});

describe('parseUnitCode refuses', () => {
  it.each([
    ['nothing', '  ', 'empty'],
    ['?', '3-2-1?01', 'cannot contain "?"'],
    ['full-width ?', '3-2-1？01', 'cannot contain "?"'],
    ['&', '3-2&1501', 'cannot contain "&"'],
    ['# inside a room', '3-2-15#01', 'not a unit code'],
    ['# behind the entrance only', '3-15#01', 'not a unit code'],
    ['four parts', '3-2-1501-1', 'three parts'],
    ['a gap inside the room', '3-2-15 01', 'three parts'],
    ['a number alone', '1501', 'not a unit code'],
    ['no room', '3栋2单元', 'not a unit code'],
    ['an empty part', '3--1501', 'not a unit code'],
    ['a day', '2026-02-01', 'not a unit code'],
    ['a dash that is the numeral one', '3一2-1501', 'not a unit code'],
    ['a phone number', '13800000000', 'not a unit code'],
    ['a name', '张三', 'not a unit code'],
    ['the word alone', '商铺', 'not a unit code'],
    ['room of six digits', '3-2-150101', 'not a unit code'],
    ['a phase before the building', '一期3栋2单元1501', 'not a unit code'],
  ])('%s', (_, text, message) => {
    expect(() => parseUnitCode(text)).toThrow(
      expect.objectContaining({
        kind: 'usage',
        code: 'bad_unit_code',
        message: expect.stringContaining(message),
        hint: expect.objectContaining({ en: expect.stringContaining('3-2-1501') }),
      }),
    );
    expect(tryUnitCode(text)).toBeUndefined();
  });
});

const number = (max: number) => fc.integer({ min: 1, max }).map(String);
const letter = fc.constantFrom(...'ABCDKSPXZ');
const digits = fc.stringMatching(/^\d{1,5}$/);
const partsArbitrary = fc.oneof(
  fc.tuple(
    fc.oneof(
      number(999),
      fc.tuple(number(999), letter).map(([n, l]) => n + l),
    ),
    fc.option(fc.oneof(number(99), letter)),
    fc.oneof(
      number(99_999),
      fc.tuple(digits, letter).map(([n, l]) => n + l),
      fc.tuple(letter, digits).map(([l, n]) => l + n),
    ),
  ),
  fc.tuple(
    fc.oneof(
      letter,
      fc.tuple(letter, number(99)).map(([l, n]) => l + n),
    ),
    fc.option(number(99)),
    digits,
  ),
);
const codeArbitrary = partsArbitrary.map((parts) =>
  parts.filter((part) => part !== null).join('-'),
);

describe('properties', () => {
  it('a canonical code gives itself', () => {
    fc.assert(
      fc.property(partsArbitrary, (codeOf) => {
        const [building, entrance, room] = codeOf;
        const code = [building, entrance, room].filter((part) => part !== null).join('-');
        expect(parseUnitCode(code)).toMatchObject({ code, building, entrance, room });
      }),
    );
  });

  it('whatever is read is canonical when read again', () => {
    const piece = fc.constantFrom(
      ...'0123459ABSP'.split(''),
      ...[
        '-',
        '#',
        '栋',
        '单元',
        '号',
        '室',
        '商铺',
        '车位',
        '负',
        '层',
        '地下',
        '十',
        '三',
        ' ',
        '—',
        '２',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 3, maxLength: 9 }), (pieces) => {
        const unit = tryUnitCode(pieces.join(''));
        if (unit) expect(parseUnitCode(unit.code)).toEqual(unit);
      }),
      { numRuns: 2000 },
    );
  });

  it('words and marks change nothing', () => {
    fc.assert(
      fc.property(number(999), number(99), number(99_999), (building, entrance, room) => {
        const code = `${building}-${entrance}-${room}`;
        expect(parseUnitCode(`${building}栋${entrance}单元${room}室`).code).toBe(code);
        expect(parseUnitCode(`${building}#${entrance}-${room}`).code).toBe(code);
        expect(
          parseUnitCode(`00${building} - 0${entrance} - 0${room}`.replace(/0(\d{5})$/, '$1')).code,
        ).toBe(code);
      }),
    );
  });

  it('the sort key tells every code apart, and bytes sort as texts do', () => {
    fc.assert(
      fc.property(codeArbitrary, codeArbitrary, (a, b) => {
        const [unitA, unitB] = [parseUnitCode(a), parseUnitCode(b)];
        const [keyA, keyB] = [unitSortKey(unitA), unitSortKey(unitB)];
        const order = keyA < keyB ? -1 : keyA > keyB ? 1 : 0;
        expect(order === 0).toBe(unitA.code === unitB.code);
        expect(Buffer.compare(Buffer.from(keyA), Buffer.from(keyB))).toBe(order);
      }),
    );
  });

  it('numbered units sort by building, entrance, room', () => {
    const triple = fc.tuple(
      fc.integer({ min: 1, max: 999 }),
      fc.integer({ min: 1, max: 99 }),
      fc.integer({ min: 1, max: 99_999 }),
    );
    fc.assert(
      fc.property(triple, triple, (a, b) => {
        const expected = Math.sign(a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
        const [keyA, keyB] = [a, b].map((parts) => unitSortKey(parseUnitCode(parts.join('-'))));
        expect(Buffer.compare(Buffer.from(keyA ?? ''), Buffer.from(keyB ?? ''))).toBe(expected);
      }),
    );
  });
});

it('sorts a mixed list as a person would', () => {
  const sorted = [
    '3-12',
    '3-1501',
    '3-2-501',
    '3-2-1501',
    '3-2-1501A',
    '3-2-B101',
    '3-10-101',
    '3-A-101',
    '3A-101',
    '10-1-101',
    'A-101',
    'B1-23',
    'B1-023',
    'B1-24',
    'B2-1',
    'S-9',
    'S-12',
  ];
  const shuffled = [...sorted].sort().reverse();
  expect(
    shuffled
      .map(parseUnitCode)
      .map((unit) => ({ code: unit.code, key: unitSortKey(unit) }))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ code }) => code),
  ).toEqual(sorted);
});

describe('parseBuilding', () => {
  it.each([
    ['3', '3'],
    ['3栋', '3'],
    ['3幢', '3'],
    ['3座', '3'],
    ['3号楼', '3'],
    ['3#', '3'],
    ['3#楼', '3'],
    ['3号', '3'],
    [' ３ 栋 ', '3'],
    ['三栋', '3'],
    ['十二号楼', '12'],
    ['003', '3'],
    ['Ａ座', 'A'],
    ['a', 'A'],
    ['3a栋', '3A'],
    ['S', 'S'],
    ['商铺', 'S'],
    ['车位', 'P'],
    ['地下车库', 'P'],
    ['B1', 'B1'],
    ['B1层', 'B1'],
    ['负一层', 'B1'],
    ['地下1层车库', 'B1'],
  ])('%s is %s', (text, building) => {
    expect(parseBuilding(text)).toBe(building);
  });

  it.each([[''], ['栋'], ['3-2'], ['3栋2单元'], ['商铺3'], ['1234栋'], ['蓝天'], ["3'"]])(
    'refuses %j',
    (text) => {
      expect(() => parseBuilding(text)).toThrow('bad_building');
    },
  );

  it('is the building of every unit whose code begins with it', () => {
    fc.assert(
      fc.property(codeArbitrary, (code) => {
        const { building } = parseUnitCode(code);
        expect(parseBuilding(building)).toBe(building);
      }),
    );
  });
});
