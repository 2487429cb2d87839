import { expect, it } from 'vitest';
import { compileBooks } from '../../src/books/compile.ts';
import { isWrittenAt } from '../../src/books/model.ts';
import { booksOf } from '../support/ledger.ts';

const lent = (at: string) => `umbrella:
  prefix: UM
  name: { zh: 雨伞, en: umbrellas }
  verbs: { lend: open, extend: step, return: close }
  fields:
    to: { type: text, label: { zh: 借用人, en: borrower }, required: yes }
    until: { type: day, at: ${at}, label: { zh: 还期, en: until } }
`;

it('a field can be written by its verb and anew by others', () => {
  const field = booksOf(lent('[lend, extend]'))
    .find(({ key }) => key === 'umbrella')
    ?.fields.at(-1);
  expect(field).toMatchObject({ at: 'lend', again: ['extend'] });
  const writes = ['lend', 'extend', 'return'].filter((verb) => field && isWrittenAt(field, verb));
  expect(writes).toEqual(['lend', 'extend']);
});

it.each([
  ['a verb that is none', '[lend, fly]'],
  ['a first verb that is none', '[fly, lend]'],
])('refuses %s', (_, at) => {
  const compiled = compileBooks(lent(at));
  const told = 'mistakes' in compiled ? compiled.mistakes.map(({ path }) => path) : [];
  expect(told).toEqual(['umbrella.fields.until.at']);
});
