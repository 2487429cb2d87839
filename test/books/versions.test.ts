import { describe, expect, it } from 'vitest';
import { keepBooks, keptBooks } from '../../src/books/kept-books.ts';
import type { Book } from '../../src/books/model.ts';
import { newestVersions, versionsOf } from '../../src/books/store.ts';
import { bookAsOf, noteBooks, versionNow } from '../../src/books/versions.ts';
import type { Ctx } from '../../src/context.ts';
import { openEntry } from '../../src/keeping/opening.ts';
import { transact } from '../../src/ledger/transact.ts';
import { at, booksOf, makeCtx, NOW } from '../support/ledger.ts';
import { temporaryPath } from '../support/session.ts';
import { withFields } from './declared.ts';

const BORROWER = 'borrower: { type: text, label: 借用人 }';
const PIECES = 'pieces: { type: whole, label: 把数 }';
const KIND = 'kind: { type: choice, label: 种类, choices: { a: 甲, b: 乙 } }';

const declaring = <C extends Ctx>(ctx: C, ...fields: string[]): C => ({
  ...ctx,
  books: booksOf(withFields(...fields)),
});

const umbrella = ({ books }: Ctx) => books.find(({ key }) => key === 'umbrella') as Book;
const noted = (ctx: Ctx, how = {}) => transact(ctx, 'note', () => noteBooks(ctx, how));
const keysOf = (book: Book) => book.fields.map(({ key }) => key);

describe('noting books', () => {
  it('takes note of all that are on, once', async () => {
    const ctx = await makeCtx();
    const on = ctx.books.filter(({ isEnabled }) => isEnabled);
    expect(noted(ctx)).toHaveLength(on.length);
    expect(noted(ctx)).toEqual([]);
    expect(newestVersions(ctx.ledger).get('parcel')).toMatchObject({ version: 1, sinceAt: NOW });
    expect(newestVersions(ctx.ledger).has('guest')).toBe(false);
  });

  it('counts from when it is recorded, also by an entry of long ago', async () => {
    const ctx = await makeCtx();
    noted({ ...ctx, now: '2020-01-01T00:00:00Z' });
    expect(newestVersions(ctx.ledger).get('parcel')).toMatchObject({ sinceAt: NOW });
  });

  it('makes a version of every change, and only of what changed', async () => {
    const first = declaring(await makeCtx(), BORROWER);
    noted(first);
    const second = at(declaring(first, BORROWER, PIECES), '2026-11-23T01:30:00Z');
    expect(noted(second).map(({ key }) => key)).toEqual(['umbrella']);
    expect(versionsOf(first.ledger, 'umbrella').map(({ sinceAt }) => sinceAt)).toEqual([
      NOW,
      '2026-11-23T01:30:00Z',
    ]);
    expect(versionNow(second, umbrella(second))).toBe(2);
  });
});

describe('an entry of an earlier version', () => {
  const entered = async (...fields: string[]) => {
    const ctx = declaring(await makeCtx(), ...fields);
    openEntry(ctx, umbrella(ctx), { borrower: '张伟', pieces: 2, kind: 'b' });
    return ctx;
  };

  it('has the fields that the book lacks since', async () => {
    const now = declaring(await entered(BORROWER, PIECES), BORROWER, KIND);
    expect(() => noted(now)).toThrow(/field_in_use/);
    noted(now, { retire: true });
    expect(keysOf(bookAsOf(now, umbrella(now), 1))).toEqual(['borrower', 'kind', 'pieces']);
    expect(bookAsOf(now, umbrella(now), 2)).toBe(umbrella(now));
  });

  it('has the type and the choices it was written with', async () => {
    const now = declaring(
      await entered(BORROWER, PIECES, KIND),
      BORROWER,
      'pieces: { type: text, label: 把数 }',
      KIND.replace(', b: 乙', ''),
    );
    noted(now, { retire: true });
    const [, pieces, kind] = bookAsOf(now, umbrella(now), 1).fields;
    expect(pieces?.type).toBe('whole');
    expect(Object.keys(kind?.choices ?? {})).toEqual(['a', 'b']);
  });

  it('is not refused for a field that was given up before', async () => {
    const second = declaring(await entered(BORROWER, PIECES), BORROWER);
    noted(second, { retire: true });
    expect(() => noted(declaring(second, BORROWER, KIND))).not.toThrow();
  });

  it('keeps nobody from taking away what it leaves empty', async () => {
    const ctx = declaring(await makeCtx(), BORROWER, PIECES);
    openEntry(ctx, umbrella(ctx), { borrower: '张伟' });
    expect(() => noted(declaring(ctx, BORROWER))).not.toThrow();
  });
});

describe('compiled books that are kept', () => {
  const origin = { build: 'b', source: 's' };
  const books = booksOf('');

  it('come back as they were', () => {
    const file = temporaryPath('cache');
    keepBooks(file, origin, books);
    const kept = keptBooks(file, origin);
    expect(kept).toEqual(books);
    expect(kept?.map((book) => ({ ...book }))).toEqual(books);
  });

  it.each([
    ['another build', { build: 'c', source: 's' }],
    ['another text', { build: 'b', source: 't' }],
  ])('are compiled anew for %s', (_, other) => {
    const file = temporaryPath('cache');
    keepBooks(file, origin, books);
    expect(keptBooks(file, other)).toBeUndefined();
  });
});
