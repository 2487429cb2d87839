import { beforeEach, describe, expect, it } from 'vitest';
import { compileBooks } from '../../src/books/compile.ts';
import { cancelEntry } from '../../src/keeping/cancelling.ts';
import { editEntry } from '../../src/keeping/editing.ts';
import { umbrellas } from '../books/declared.ts';
import { makeCtx, type TestCtx } from '../support/ledger.ts';
import { bookOf, open, refusal, step } from './books.ts';

let ctx: TestCtx;
let first: string;

const lend = (key: string) => open(ctx, 'key', { key, to: '张伟', pieces: 1 }).no;

beforeEach(async () => {
  ctx = await makeCtx();
  first = lend('3栋屋面');
});

describe('a key that is out', () => {
  it.each([
    ['as it was written', '3栋屋面'],
    ['in other signs', '３栋屋面'],
  ])('is not lent again, %s; the way out is told', (_, key) => {
    expect(() => lend(key)).toThrow(
      expect.objectContaining({
        code: 'still_out',
        hint: expect.objectContaining({ zh: expect.stringContaining(`wy key return ${first}`) }),
      }),
    );
  });

  it.each([
    ['another one', () => undefined, '3栋屋面-2'],
    ['it, once it is back', () => step(ctx, 'key', 'return', first), '3栋屋面'],
    [
      'it, where the loan was a mistake',
      () => cancelEntry(ctx, bookOf(ctx, 'key'), first, '写错'),
      '3栋屋面',
    ],
  ])('hinders nobody from lending %s', (_, before, key) => {
    before();
    expect(refusal(() => lend(key))).toBeUndefined();
  });

  it('is not what another loan is corrected to', () => {
    const no = lend('泵房');
    const edit = (of: string, key: string) =>
      editEntry(ctx, bookOf(ctx, 'key'), of, { typed: { key }, cleared: [] });
    expect(refusal(() => edit(no, '3栋屋面'))).toBe('still_out');
    expect(refusal(() => edit(no, '水泵房'))).toBeUndefined();
    step(ctx, 'key', 'return', no);
    expect(refusal(() => edit(no, '3栋屋面'))).toBeUndefined();
  });
});

describe('a book that says what cannot be there twice', () => {
  const mistakesOf = (unique: string, parts = {}) => {
    const compiled = compileBooks(umbrellas({ ...parts, unique }));
    return 'mistakes' in compiled ? compiled.mistakes.map(({ path }) => path) : [];
  };

  it.each([
    ['by a field it has', 'borrower', {}, []],
    ['by none it has', 'colour', {}, ['umbrella.unique']],
    [
      'by one that is written later',
      'borrower',
      { fields: '{ borrower: { type: text, label: 借用人, at: check } }' },
      ['umbrella.unique'],
    ],
    [
      'by a number',
      'borrower',
      { fields: '{ borrower: { type: whole, label: 借用人 } }' },
      ['umbrella.unique'],
    ],
    ['where nothing stays open', 'borrower', { verbs: '{ lend: open }' }, ['umbrella.unique']],
  ])('says it %s', (_, unique, parts, paths) => expect(mistakesOf(unique, parts)).toEqual(paths));
});
