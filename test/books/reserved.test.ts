import { describe, expect, it } from 'vitest';
import {
  documentsOf,
  RESERVED_FIELDS,
  RESERVED_NOUNS,
  RESERVED_PREFIXES,
  RESERVED_VERBS,
} from '../../src/books/reserved-rules.ts';
import { catalogue } from '../../src/cli/catalogue.ts';
import { nounsAt } from '../../src/cli/nouns.ts';
import { GLOBALS, REVEAL } from '../../src/cli/text.ts';
import { optionName } from '../../src/lib/option-name.ts';
import { BOOKS } from '../../src/upkeep/books.ts';
import { shippedBooks } from '../support/ledger.ts';

const sorted = (names: Iterable<string>) => [...new Set(names)].sort();

describe('what books cannot be called', () => {
  it('are the first words of the command line', () =>
    expect(sorted(RESERVED_NOUNS)).toEqual(sorted([...Object.keys(catalogue), 'help'])));

  it('are the letters of the documents of the program, and of handovers', () => {
    expect(sorted(Object.keys(RESERVED_PREFIXES))).toEqual(
      sorted([...BOOKS.map(({ prefix }) => prefix), 'J']),
    );
    for (const { prefix } of BOOKS) expect(documentsOf(prefix)?.en).toBeTruthy();
  });
});

describe('what fields and verbs cannot be called', () => {
  const nouns = nounsAt({ books: async () => shippedBooks() });
  /** The options of commands that take fields, which are none. */
  const besideFields = async () => {
    const books = shippedBooks().filter(({ isEnabled }) => isEnabled);
    const found = await Promise.all(
      books.map(async (book) => {
        const own = new Set(book.fields.map(({ key }) => key));
        return ((await nouns.commandsOf(book.key)) ?? [])
          .filter(({ verb }) => verb !== 'import')
          .map(({ fields }) => Object.keys(fields))
          .filter((keys) => keys.some((key) => own.has(key)))
          .flatMap((keys) => keys.filter((key) => !own.has(key)));
      }),
    );
    return sorted(found.flat());
  };

  it('are the options that all commands take', () => {
    const globals = GLOBALS.map(({ name }) => name.replace(/^no-/, ''));
    expect(RESERVED_FIELDS).toEqual(expect.arrayContaining([...globals, REVEAL]));
  });

  it('are the options that stand beside fields', async () => {
    const beside = await besideFields();
    expect(beside.filter((key) => !RESERVED_FIELDS.includes(key)).map(optionName)).toEqual([]);
  });

  it('are the verbs that every book has', async () => {
    const commands = (await nouns.commandsOf('parcel')) ?? [];
    const parcel = shippedBooks().find(({ key }) => key === 'parcel');
    const own = parcel?.verbs.map(({ key }) => key) ?? [];
    const others = commands.map(({ verb }) => verb ?? '').filter((verb) => !own.includes(verb));
    expect(others.filter((verb) => !RESERVED_VERBS.includes(verb))).toEqual([]);
  });
});
