import { describe, expect, it } from 'vitest';
import type { Person } from '../../src/registry/rules.ts';
import { completed, overlaps, recognise, refusalOfPeriod } from '../../src/registry/rules.ts';

const ID = '11010519491231002X';
const OTHER_ID = '110105194912310011';
const PHONE = '13800005678';

const typed: Person = { name: '张伟', phone: PHONE, identity: ID };
const stranger: Person = { name: '李娜', phone: '13900001234', identity: OTHER_ID };

describe('recognise', () => {
  it.each<[string, Partial<Person>, Partial<Person>, boolean]>([
    ['the number and all else', {}, {}, true],
    ['the number with another phone', { phone: '13900009999' }, {}, true],
    ['the number without a phone', { phone: null }, {}, true],
    ['name and phone, neither with a number', { identity: null }, { identity: null }, true],
    ['name and phone, the number new', {}, { identity: null }, true],
    ['name and phone, no number typed', { identity: null }, {}, true],
    ['name and phone with two numbers', { identity: OTHER_ID }, {}, false],
    ['the phone under another name', { name: '李娜', identity: null }, { identity: null }, false],
    ['the name without phones', { phone: null, identity: null }, { phone: null }, false],
    ['the name alone', { identity: null }, { phone: '13900009999', identity: null }, false],
  ])('%s: %j, known %j', (_, now, before, same) => {
    const known = { ...typed, ...before };
    expect(recognise({ ...typed, ...now }, [known])).toBe(same ? known : undefined);
  });

  it('the number counts more than name and phone', () => {
    const byPhone = { ...typed, identity: null };
    const byNumber = { ...typed, phone: null };
    expect(recognise(typed, [byPhone, stranger, byNumber])).toBe(byNumber);
  });

  it('refuses a number under another name, and tells neither', () => {
    const taken = expect.objectContaining({ code: 'identity_taken', kind: 'refused' });
    expect(() => recognise({ ...typed, name: '张小伟' }, [typed])).toThrow(taken);
    expect(() => recognise({ ...typed, name: '张小伟' }, [typed])).not.toThrow(/张|1101/);
  });
});

it.each<[string, Partial<Person>, Partial<Person>]>([
  ['a newer phone', { phone: '13900009999' }, { phone: '13900009999' }],
  ['no phone typed', { phone: null }, {}],
  ['no number typed', { identity: null }, {}],
])('a person is completed by %s', (_, now, expected) => {
  expect(completed(typed, { ...typed, ...now })).toEqual({ ...typed, ...expected });
});

it('a person gains the number typed', () => {
  expect(completed({ ...typed, identity: null }, typed).identity).toBe(ID);
});

describe('periods', () => {
  const year = { fromOn: '2025-01-01', untilOn: '2025-12-31' };
  it.each([
    ['ends the day before', null, '2024-12-31', false],
    ['ends on the first day', null, '2025-01-01', true],
    ['begins on the last day', '2025-12-31', null, true],
    ['begins the day after', '2026-01-01', null, false],
    ['lies inside', '2025-05-01', '2025-05-02', true],
    ['is open at both ends', null, null, true],
  ])('one that %s', (_, fromOn, untilOn, expected) => {
    expect(overlaps(year, { fromOn, untilOn })).toBe(expected);
    expect(overlaps({ fromOn, untilOn }, year)).toBe(expected);
  });

  it.each([
    ['one day', '2025-01-01', '2025-01-01', undefined],
    ['a day less than none', '2025-01-02', '2025-01-01', 'period_reversed'],
    ['an open end', '2025-01-01', null, undefined],
  ])('reversed: %s', (_, fromOn, untilOn, code) => {
    expect(refusalOfPeriod({ fromOn, untilOn })?.code).toBe(code);
  });
});
