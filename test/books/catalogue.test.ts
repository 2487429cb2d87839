import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileBooks } from '../../src/books/compile.ts';
import { type Book, closingOf } from '../../src/books/model.ts';
import type { Words } from '../../src/lib/words.ts';
import { shippedBooks } from '../support/ledger.ts';

const FOLDER = new URL('../../src/books/catalogue/', import.meta.url);

const files = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({
    name,
    key: name.replace(/\.yaml$/, ''),
    text: readFileSync(new URL(name, FOLDER), 'utf8'),
  }));
const books = shippedBooks();

/** `122`, `114–116`, `18, 123`: numbers of rules. */
const RULES = /^\d{1,3}(?:–\d{1,3})?(?:, \d{1,3}(?:–\d{1,3})?)*$/;

const isWords = (it: object): it is Words => 'zh' in it && 'en' in it;

/** Every text for people in a book, by its path. */
function textsOf(it: unknown, path: string): [string, Words][] {
  if (typeof it !== 'object' || it === null) return [];
  if (isWords(it)) return [[path, it]];
  return Object.entries(it).flatMap(([key, inside]) => textsOf(inside, `${path}.${key}`));
}

const isChinese = (text: string) => /\p{Script=Han}/u.test(text);

/** `119` is the same in every language. */
const isNumber = (text: string) => /^\d+$/.test(text);

/** What is told in whole sentences, of whomever. */
const NARRATIVE = {
  ...{ 'week-plan': ['undone'], 'month-plan': ['undone'], target: ['progress', 'achieved'] },
  ...{ 'contractor-month': ['work', 'problems'], 'show-flat': ['found'] },
  ...{ coordination: ['matter', 'answer', 'found'] },
  ...{ nonconformity: ['matter', 'found', 'prevention'] },
};

describe('what is told at length', () => {
  it('stays out of the journal', () => {
    const told = books.flatMap(({ key, fields }) =>
      fields
        .filter((it) => it.type === 'long' && !it.personal)
        .map((field) => `${key}.${field.key}`),
    );
    expect(told).toEqual([]);
  });

  it.each(Object.entries(NARRATIVE))('stays out of the journal: %s', (key, keys) => {
    const fields = books.find((book) => book.key === key)?.fields ?? [];
    expect(fields.filter((it) => keys.includes(it.key)).map((it) => it.personal)).toEqual(
      keys.map(() => true),
    );
  });
});

describe('the catalogue', () => {
  it('goes together', () => expect(compileBooks('')).toMatchObject({ books: expect.any(Array) }));

  it('holds the book of every file, each under the name of its file', () =>
    expect(books.map(({ key }) => key).sort()).toEqual(files.map(({ key }) => key).sort()));

  it.each(['prefix', 'key'] as const)('has no %s twice', (name) =>
    expect(new Set(books.map((book) => book[name])).size).toBe(books.length),
  );

  it.each(['zh', 'en'] as const)('has no name twice: %s', (lang) => {
    for (const name of ['name', 'about'] as const) {
      const all = books.map((book) => book[name][lang]);
      expect(all.filter((each, at) => all.indexOf(each) !== at)).toEqual([]);
    }
  });
});

describe.each(files)('$name', ({ text }) => {
  it('begins by saying what it is for, and which rules it follows', () => {
    const comment = /^(?:# .+\n)+/.exec(text)?.[0] ?? '';
    const [, rules = ''] = /^ {2}rules: '(.+)'$/m.exec(text) ?? [];
    for (const rule of rules.match(/\d+/g) ?? []) expect(comment).toContain(rule);
    expect(comment.length).toBeGreaterThan(60);
  });

  it('stays within the width of a page', () =>
    expect(text.split('\n').filter((line) => [...line].length > 130)).toEqual([]));
});

describe.each(books.map((book): [string, Book] => [book.key, book]))('%s', (_, book) => {
  it('names its rules', () => {
    // What the sources describe without a rule.
    if (book.key !== 'sale') expect(book.rules).toMatch(RULES);
  });

  it('is told in both languages', () => {
    for (const [path, { zh, en }] of textsOf(book, '')) {
      expect(isChinese(zh) || isNumber(zh), `${path}: ${zh}`).toBe(true);
      expect(isChinese(en), `${path}: ${en}`).toBe(false);
    }
  });

  it('says of every field that is chosen from what it holds, and no two alike', () => {
    for (const { key, choices } of book.fields) {
      for (const lang of ['zh', 'en'] as const) {
        const names = Object.values(choices).map((each) => each[lang]);
        expect(new Set(names).size, key).toBe(names.length);
      }
    }
  });

  it('asks for something', () => expect(book.fields.some(({ required }) => required)).toBe(true));

  it('ends what it lets begin', () => {
    const owesTime = book.limits.length > 0;
    if (owesTime) expect(closingOf(book)).toBeDefined();
  });

  it('is kept no longer than a policy says', () => expect(book.retention).not.toBeNull());
});
