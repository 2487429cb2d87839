import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/lib/decode.ts';
import { encodeGb18030 } from '../support/gb18030.ts';

const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const bytes = (...parts: (Uint8Array | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => Uint8Array.from(part)));

describe('decodeText', () => {
  it.each([
    ['UTF-8 with BOM', bytes([0xef, 0xbb, 0xbf], Buffer.from('房号,1')), 'utf-8'],
    ['UTF-8 without', Buffer.from('房号,1'), 'utf-8'],
    ['ASCII', Buffer.from('unit,1'), 'utf-8'],
    ['nothing', Buffer.from(''), 'utf-8'],
    ['UTF-16LE', bytes([0xff, 0xfe], utf16('房号,1')), 'utf-16le'],
    ['UTF-16BE', bytes([0xfe, 0xff], utf16('房号,1').swap16()), 'utf-16be'],
    ['GB18030', encodeGb18030('房号,1'), 'gb18030'],
    ['GB18030 of four bytes', encodeGb18030('房号,㐂𬭎'), 'gb18030'],
    ['a mostly ASCII GB18030', encodeGb18030(`${'unit,1\r\n'.repeat(500)}栋`), 'gb18030'],
    ['one stray control character', Buffer.from('房号\u0007,1'), 'utf-8'],
  ])('reads %s', (_, input, encoding) => {
    const decoded = decodeText(input);
    expect(decoded.encoding).toBe(encoding);
    expect(decoded.text.startsWith('\ufeff')).toBe(false);
    expect(Buffer.from(input).length === 0 || /房号|unit/.test(decoded.text)).toBe(true);
  });

  it.each([
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d], 'file_not_text'],
    ['a PDF without a NUL', [...Buffer.from('%PDF-1.7 text')], 'file_not_text'],
    ['a NUL byte', [0x41, 0x00, 0x42], 'file_not_text'],
    ['control characters', [0x41, 0x01, 0x02, 0x03, 0x42], 'file_not_text'],
    ['neither UTF-8 nor GB18030', [0xff, 0xff, 0x41], 'file_not_text'],
    ['half a surrogate in UTF-16', [0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00], 'file_not_text'],
    ['UTF-8 cut inside a character', [...Buffer.from('房号,楼').subarray(0, -1)], 'text_damaged'],
  ])('refuses %s', (_, input, code) => {
    expect(() => decodeText(Uint8Array.from(input))).toThrow(
      expect.objectContaining({ code, kind: 'usage' }),
    );
  });

  it.each([
    ['a picture as a table', [0x89, 0x50, 0x4e, 0x47], 'table', '.csv or .xlsx'],
    ['a picture as a text', [0x89, 0x50, 0x4e, 0x47], 'text', 'plain text'],
    ['a broken table', [...Buffer.from('房号,楼').subarray(0, -1)], 'table', '.xlsx'],
    ['a broken text', [...Buffer.from('房号,楼').subarray(0, -1)], 'text', 'plain text'],
  ] as const)('says what to save %s as', (_, input, wanted, hint) => {
    expect(() => decodeText(Uint8Array.from(input), wanted)).toThrow(
      expect.objectContaining({
        hint: expect.objectContaining({ en: expect.stringContaining(hint) }),
      }),
    );
  });

  it('names the line on which UTF-8 is broken', () => {
    const input = bytes(
      Buffer.from('房号,姓名\r\n1,王小满\r\n2,李'),
      [0xe9, 0x9b],
      Buffer.from('\r\n'),
    );
    expect(() => decodeText(input)).toThrow('line 3');
  });
});
