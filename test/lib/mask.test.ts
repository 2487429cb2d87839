import { describe, expect, it } from 'vitest';
import { maskIdentity, maskName, maskPhone } from '../../src/lib/mask.ts';

describe('maskPhone', () => {
  it.each([
    ['mobile', '13812345678', '138****5678'],
    ['landline of eight', '0755-26001234', '0755-****1234'],
    ['landline of seven', '0763-3361234', '0763-***1234'],
    ['extension is hidden', '0755-26001234-801', '0755-****1234'],
    ['local number', '26001234', '****1234'],
    ['seven digits', '3361234', '***1234'],
    ['six digits', '336123', '******'],
    ['service number', '95588', '*****'],
    ['400 number', '4008001234', '******1234'],
    ['abroad', '+85291234567', '********4567'],
    ['empty', '', ''],
  ])('%s', (_, phone, expected) => {
    expect(maskPhone(phone)).toBe(expected);
  });
});

describe('maskIdentity', () => {
  it.each([
    ['resident', '11010519491231002X', '**************002X'],
    ['passport', 'E12345678', '*****5678'],
    ['five characters', '12345', '*2345'],
    ['four characters', '1234', '****'],
    ['empty', '', ''],
  ])('%s', (_, identity, expected) => {
    expect(maskIdentity(identity)).toBe(expected);
  });
});

describe('maskName', () => {
  it.each([
    ['two characters', '李四', '李**'],
    ['three characters', '李小四', '李**'],
    ['one character', '李', '李**'],
    ['latin', 'John Smith', 'J**'],
    ['outside the basic plane', '𠮷野', '𠮷**'],
    ['empty', ' ', ''],
  ])('%s', (_, name, expected) => {
    expect(maskName(name)).toBe(expected);
  });
});
