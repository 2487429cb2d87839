import { describe, expect, it } from 'vitest';
import { compileBooks } from '../../src/books/compile.ts';
import { type Book, FIELD_TYPES, openingOf } from '../../src/books/model.ts';
import { keysIn } from '../../src/books/schema.ts';
import { w } from '../../src/lib/words.ts';
import { readTree } from '../../src/policy/tree.ts';
import { shippedBooks } from '../support/ledger.ts';
import { KEY_GROUPS, type KeyGroup, TYPED } from './book-keys.ts';
import { bookSection } from './book-page.ts';
import { DEFIBRILLATOR, OWN, UMBRELLAS } from './book-texts.ts';
import { both, code, fenced, paragraphs, tableOf } from './markdown.ts';

// This page is made from the catalogue: `npm run docs` writes it anew.

it('the reference of books is up to date', async () => {
  const books = shippedBooks();
  const text = [
    '# 登记簿 · Books',
    '由 `src/books/catalogue/*.yaml` 生成，请勿手改 · Generated from `src/books/catalogue/*.yaml` by `npm run docs`.',
    ...OWN.flatMap(({ title, words, yaml, lines }) => [
      `## ${both(title)}`,
      paragraphs(words),
      ...(yaml ? [fenced('yaml', yaml)] : []),
      ...(lines ? [fenced('sh', lines)] : []),
    ]),
    `## ${both(w('YAML 的每一项', 'Every key of the YAML'))}`,
    ...KEY_GROUPS.map(groupSection),
    `### ${both(w('字段类型', 'Types of fields'))}`,
    tableOf(
      Object.entries(FIELD_TYPES).map(([type, words]) => [
        code(type),
        both(words),
        code(TYPED[type] ?? ''),
      ]),
      ['`type`', '', '怎样输入 · As it is typed'],
    ),
    `## ${both(w('内置的登记簿', 'The books as shipped'))}`,
    tableOf(books.map(overviewRow), [
      '命令 · Noun',
      '字头 · Prefix',
      '名称 · Name',
      '动作 · Verbs',
      '周期 · Rhythm',
      '规则 · Rules',
    ]),
    ...books.map(bookSection),
  ].join('\n\n');
  await expect(`${text}\n`).toMatchFileSnapshot('../../docs/books.md');
});

describe('what is said about the YAML', () => {
  it.each(KEY_GROUPS.map((group) => [group.title.en, group] as const))(
    '%s: every key is explained',
    (_, { around, keys }) => {
      expect(Object.keys(keys).sort()).toEqual([...keysIn(around)].sort());
    },
  );

  it.each(KEY_GROUPS.map(({ title, example }) => [title.en, example]))(
    '%s: the example is YAML',
    (_, example) => {
      expect(readTree(example)).not.toHaveProperty('mistakes');
    },
  );

  it('every type is shown as it is typed', () => {
    expect(Object.keys(TYPED)).toEqual(Object.keys(FIELD_TYPES));
  });

  it.each([
    ['the umbrellas', UMBRELLAS, 'umbrella', 'lend'],
    ['the defibrillator', DEFIBRILLATOR, 'defibrillator', 'check'],
  ])('%s can be used as they stand', (_, yaml, key, verb) => {
    const compiled = compileBooks(yaml);
    expect(compiled).not.toHaveProperty('mistakes');
    const books: readonly Book[] = 'books' in compiled ? compiled.books : [];
    const own = books.find((book) => book.key === key);
    expect(own && openingOf(own).key).toBe(verb);
  });

  it('the changes to built-in books are good ones', () => {
    for (const { yaml } of OWN) expect(compileBooks(yaml ?? '')).not.toHaveProperty('mistakes');
  });

  it('umbrellas need twelve lines', () => {
    expect(UMBRELLAS.trim().split('\n')).toHaveLength(12);
  });
});

const groupSection = ({ title, example, keys }: KeyGroup): string =>
  [
    `### ${both(title)}`,
    fenced('yaml', example),
    tableOf(Object.entries(keys).map(([key, words]) => [code(key), both(words)])),
  ].join('\n\n');

function overviewRow({ key, prefix, name, verbs, cadence, rules, isEnabled }: Book): string[] {
  return [
    code(key),
    prefix,
    `${both(name)}${isEnabled ? '' : ' (默认停用 · off)'}`,
    verbs.map((verb) => code(verb.key)).join(' '),
    cadence ? code(cadence.text) : '',
    rules,
  ];
}
