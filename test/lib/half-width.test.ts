import { describe, expect, it } from 'vitest';
import { halfWidth, plainDashes } from '../../src/lib/half-width.ts';

describe('halfWidth', () => {
  it.each([
    ['digits, letters, signs', '３＃Ａ－１．５，？', '3#A-1.5,?'],
    ['first and last of the block', '！～', '!~'],
    ['the wide space', '张　三', '张 三'],
    ['the yen sign', '￥5', '¥5'],
    ['Chinese stays', '三栋“二”', '三栋“二”'],
    ['superscripts and circles are no digits', '5²①½', '5²①½'],
  ])('%s', (_, text, expected) => {
    expect(halfWidth(text)).toBe(expected);
  });
});

describe('plainDashes', () => {
  it.each([
    ['en dash', '3–2', '3-2'],
    ['em dash', '3—2', '3-2'],
    ['a Chinese dash of two', '3——2', '3-2'],
    ['minus sign', '3−2', '3-2'],
    ['two hyphens stay two', '3--2', '3--2'],
  ])('%s', (_, text, expected) => {
    expect(plainDashes(text)).toBe(expected);
  });
});
