import { describe, expect, it } from 'vitest';
import { compileBooks } from '../../src/books/compile.ts';
import { withBook, withEnabled } from '../../src/shelf/editing-rules.ts';
import { freePrefix, linesOf, type NewBook, readNewField } from '../../src/shelf/new-rules.ts';
import { booksOf } from '../support/ledger.ts';
import { umbrellas } from './declared.ts';

const isOn = (text: string, key: string) =>
  booksOf(text).find((book) => book.key === key)?.isEnabled;

describe('switching a book in the text of a file', () => {
  it.each([
    ['in an empty file', '', 'guest:\n  enabled: no\n'],
    ['behind a comment alone', '# 我们的\n', '# 我们的\n\nguest:\n  enabled: no\n'],
    ['behind others', 'parcel:\n  prefix: PA', 'parcel:\n  prefix: PA\n\nguest:\n  enabled: no\n'],
    ['where it stands', 'guest:\n  enabled:  yes # 先开着\n', 'guest:\n  enabled:  no # 先开着\n'],
    ['between braces', 'guest: {enabled: yes, prefix: GG}\n', 'guest: {enabled: no, prefix: GG}\n'],
    [
      'beside others between braces',
      'guest: {prefix: GG}\n',
      'guest: { enabled: no, prefix: GG}\n',
    ],
    ['between empty braces', 'guest: {}\n', 'guest: { enabled: no }\n'],
    [
      'beside others',
      'guest:\n    # 字头\n    prefix: GG\n',
      'guest:\n    # 字头\n    enabled: no\n    prefix: GG\n',
    ],
    [
      'where nothing stands',
      'guest:\nparcel:\n  prefix: PA\n',
      'guest:\n  enabled: no\nparcel:\n  prefix: PA\n',
    ],
    [
      'without a value',
      'guest:\n  enabled:\n  prefix: GG\n',
      'guest:\n  enabled: no\n  prefix: GG\n',
    ],
    [
      'with the line ends of Windows',
      'parcel:\r\n  prefix: PA\r\n',
      'parcel:\r\n  prefix: PA\r\n\r\nguest:\r\n  enabled: no\r\n',
    ],
  ])('%s', (_, before, after) => {
    expect(withEnabled(before, 'guest', false)).toBe(after);
    expect(isOn(after, 'guest')).toBe(false);
    expect(isOn(withEnabled(after, 'guest', true), 'guest')).toBe(true);
  });

  it('between braces around all', () => {
    const after = withEnabled('{parcel: {prefix: PA}}\n', 'guest', true);
    expect(isOn(after, 'guest')).toBe(true);
    expect(booksOf(after).find(({ key }) => key === 'parcel')?.prefix).toBe('PA');
  });
});

describe('the lines of a new book', () => {
  const book: NewBook = {
    key: 'umbrella',
    prefix: 'U',
    name: '雨伞: "长柄"',
    english: 'umbrellas, lent',
    fields: ['borrower:text:借用人:required', 'kind：choice：种类：long=长柄|short=短柄'].map(
      readNewField,
    ),
    opens: 'lend',
    closes: 'return',
    within: '3d',
    every: '4 per year',
  };

  it('are read as they were meant', () => {
    const made = booksOf(withBook('# 我们的\n', linesOf(book))).find(
      ({ key }) => key === 'umbrella',
    );
    expect(made).toMatchObject({
      prefix: 'U',
      name: { zh: '雨伞: "长柄"', en: 'umbrellas, lent' },
      fields: [
        { key: 'borrower', type: 'text', label: { zh: '借用人' }, required: true },
        { key: 'kind', type: 'choice', choices: { long: { zh: '长柄' }, short: { zh: '短柄' } } },
      ],
      limits: [{ key: 'return', within: { text: '3d' } }],
      cadence: { text: '4 per year' },
    });
  });

  it('are few', () => expect(linesOf(book).split('\n').length).toBeLessThan(15));

  it.each([
    ['no label', 'borrower:text'],
    ['no key', ':text:借用人'],
    ['a choice without a name', 'kind:choice:种类:a='],
  ])('refuses %s', (_, typed) => expect(() => readNewField(typed)).toThrow(/bad_field/));

  it('refuses an unknown type', () =>
    expect(() => readNewField('a:colour:颜色')).toThrow(/bad_field_type/));
});

describe('the letters proposed', () => {
  it.each([
    ['of the key', 'umbrella', 'U'],
    ['its initials', 'first-aid-box', 'FAB'],
    ['a second letter, the first is taken', 'door', 'DO'],
  ])('%s', (_, key, prefix) => expect(freePrefix(key, booksOf(''))).toBe(prefix));

  it('are free', () => {
    for (const key of ['ticket-box', 'k', 'zz-top', 'parasol']) {
      const prefix = freePrefix(key, booksOf(''));
      expect(compileBooks(umbrellas({ prefix }))).toHaveProperty('books');
    }
  });
});
