import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Book, Values } from '../../src/books/model.ts';
import { noteBooks } from '../../src/books/versions.ts';
import { examineIndex, rebuildIndex } from '../../src/entries/indexing.ts';
import { type EntryQuery, listEntries } from '../../src/entries/listing.ts';
import { insertEntry } from '../../src/entries/rows.ts';
import type { Line } from '../../src/lib/lines.ts';
import { booksOf, makeCtx, NOW, type TestCtx } from '../support/ledger.ts';

const BOOKS = booksOf(`
lending:
  prefix: LEN
  name: 借用
  verbs: { lend: open, back: close }
  fields:
    what: { type: text, label: 物品, required: yes, personal: no }
    remark: { type: long, label: 说明 }
    kind: { type: choice, label: 种类, choices: { small: { zh: 小件, en: small }, big: { zh: 大件, en: big } } }
    marks: { type: choices, label: 标记, choices: { wet: { zh: 湿, en: wet }, old: { zh: 旧, en: old } } }
    day: { type: day, label: 日期 }
    untilAt: { type: moment, label: 约定 }
    pieces: { type: whole, label: 件数, most: 99 }
    weight: { type: decimal, label: 重量 }
    price: { type: money, label: 金额 }
    helper: { type: staff, label: 经手 }
    phone: { type: phone, label: 电话 }
    plate: { type: plate, label: 车牌 }
    paid: { type: yesno, label: 已付 }
    things: { type: lines, label: 清单 }
  title: [what]
other:
  prefix: OTH
  name: 别的
  verbs: { note: open }
  fields: { what: { type: text, label: 物品, required: yes } }
`);
const bookOf = (key: string) => BOOKS.find((book) => book.key === key) as Book;
const LENDING = bookOf('lending');

let ctx: TestCtx;
beforeAll(async () => {
  ctx = await makeCtx({ books: BOOKS });
});

/** Written straight: what is looked for is how they are found, not how they are made. */
function write(book: Book, no: string, values: Values): void {
  insertEntry(ctx.ledger, book, {
    ...{ no, formerNo: null, version: 1, state: 'open', title: '', unitId: null, values },
    ...{ at: NOW, byId: 1, closedAt: null, cancelledAt: null },
  });
}

function fill(rows: readonly Values[]): void {
  ctx.ledger.db.exec('DELETE FROM entry_approvals; DELETE FROM entries; DELETE FROM entry_words');
  ctx.ledger.write(() => {
    noteBooks(ctx);
    for (const [at, it] of rows.entries()) {
      write(LENDING, `LEN261122-${at}`, it);
      write(bookOf('other'), `OTH261122-${at}`, { what: it.what ?? 'x' });
    }
  });
}

const found = (query: Partial<EntryQuery>): string[] =>
  listEntries(ctx, LENDING, { fields: {}, ...query })
    .map(({ no }) => no)
    .sort();

/** Signs of every width and script, and such as mean something to an index, to SQL or to a shell. */
const few = fc.constantFrom(
  ...'楼顶雨伞李芳Ａa1２b·- —（',
  ...[' ', '🗝', '𠮷', 'é', 'e\u0301', 'ﬁ', '㎡', '１', 'ß', '👨‍👩‍👧'],
  ...['"', "'", '*', '^', ':', '(', ')', '%', '_', '\\', '+', '\u202e', '\u3000', '\n'],
);
const text = fc.string({ unit: few, minLength: 1, maxLength: 6 });
const PHONES = ['13812345678', '13912340000', '0755-26001234'];
const DAYS = ['2026-01-31', '2026-11-22', '2026-11-23', '2027-02-28'];

const values = fc.record(
  {
    what: text,
    remark: text,
    kind: fc.constantFrom('small', 'big'),
    marks: fc.uniqueArray(fc.constantFrom('wet', 'old'), { minLength: 1 }),
    day: fc.constantFrom(...DAYS),
    untilAt: fc.constantFrom('2026-10-31T16:00:00Z', '2026-11-22T15:59:59Z'),
    pieces: fc.integer({ min: 0, max: 12 }),
    weight: fc.constantFrom(0, 500, 1500),
    price: fc.constantFrom(0, 100, 3550),
    helper: fc.constant(1),
    phone: fc.constantFrom(...PHONES),
    plate: fc.constantFrom('鲁A12345', '鲁AD12345'),
    paid: fc.boolean(),
    things: fc.array(fc.record({ what: text, count: fc.integer({ min: 1, max: 3 }) }), {
      minLength: 1,
    }),
  },
  { requiredKeys: ['what'] },
) as fc.Arbitrary<Values>;

/** As somebody would look who reads every entry from top to bottom. */
const plain = (typed: string) =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{Z}\p{C}]/gu, '');

const CHOICES: Record<string, string[]> = {
  small: ['小件', 'small'],
  big: ['大件', 'big'],
  wet: ['湿', 'wet'],
  old: ['旧', 'old'],
};

function textsOf(it: Values): string[] {
  const keys = [it.kind, ...((it.marks as string[] | undefined) ?? [])];
  return [
    ...[it.what, it.remark, it.day, it.pieces, it.phone, it.plate].map((each) =>
      String(each ?? ''),
    ),
    ...((it.things as Line[] | undefined) ?? []).map(({ what }) => what),
    ...keys.flatMap((key) => CHOICES[String(key)] ?? []),
    ...(it.helper === undefined ? [] : ['王芳']),
  ];
}

const naive = (rows: readonly Values[], isMeant: (it: Values) => boolean): string[] =>
  rows.flatMap((it, at) => (isMeant(it) ? [`LEN261122-${at}`] : [])).sort();

const search = fc
  .oneof(
    text,
    fc.constantFrom('李芳', 'AＡ', 'small', '件', '王', '1234', '2026-11', '鲁a', '雨 伞'),
    fc.constantFrom('a OR b', 'a NOT b', 'NEAR(a b)', 'a*', '"a b"', 'what:a', 'words : 雨', '^a'),
    fc.constantFrom("a' OR '1'='1", '%', '_', 'a%', '🗝', '𠮷', '１', '＊', 'z', '0', 'z1'),
  )
  .filter((typed) => plain(typed) !== '');

describe('a search', () => {
  it('finds exactly the entries that hold every part, in any field', () => {
    fc.assert(
      fc.property(fc.array(values, { maxLength: 12 }), search, (rows, typed) => {
        fill(rows);
        const parts = typed.split(/\s+/).map(plain).filter(Boolean);
        const isMeant = (it: Values) =>
          parts.every((part) => textsOf(it).some((each) => plain(each).includes(part)));
        expect(found({ find: typed })).toEqual(naive(rows, isMeant));
      }),
      { numRuns: 300 },
    );
  });

  it('of one field looks into that field alone', () => {
    fc.assert(
      fc.property(fc.array(values, { maxLength: 12 }), text, (rows, typed) => {
        fc.pre(plain(typed) !== '');
        fill(rows);
        const parts = typed.split(/\s+/).map(plain).filter(Boolean);
        const isMeant = (it: Values) =>
          parts.every((part) => plain(String(it.what)).includes(part));
        expect(found({ fields: { what: typed } })).toEqual(naive(rows, isMeant));
      }),
      { numRuns: 150 },
    );
  });

  const ranges = fc.record({
    from: fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined }),
    to: fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined }),
  });

  it('between two numbers takes both ends', () => {
    fc.assert(
      fc.property(fc.array(values, { maxLength: 12 }), ranges, (rows, pieces) => {
        fill(rows);
        const { from = 0, to = 99 } = pieces;
        const isMeant = (it: Values) =>
          it.pieces !== undefined && Number(it.pieces) >= from && Number(it.pieces) <= to;
        expect(found({ fields: { pieces } })).toEqual(naive(rows, isMeant));
      }),
      { numRuns: 150 },
    );
  });

  it('between two days takes both ends, over the ends of months and years', () => {
    const day = fc.option(fc.constantFrom(...DAYS, '2024-01-01', '2026-12-31'), { nil: undefined });
    fc.assert(
      fc.property(fc.array(values, { maxLength: 12 }), day, day, (rows, from, to) => {
        fill(rows);
        const isMeant = (it: Values) =>
          it.day !== undefined && (from ?? '') <= it.day && it.day <= (to ?? '9');
        expect(found({ fields: { day: { from, to } } })).toEqual(naive(rows, isMeant));
      }),
      { numRuns: 150 },
    );
  });

  it('keeps the limit to what was found, the newest first', () => {
    fill(Array.from({ length: 250 }, (_, at) => ({ what: at % 25 === 0 ? '雨伞' : '雨 衣 伞' })));
    const newest = listEntries(ctx, LENDING, { fields: {}, find: '雨伞', most: 3 });
    expect(newest.map(({ no }) => no)).toEqual(['LEN261122-225', 'LEN261122-200', 'LEN261122-175']);
  });

  it('among more than a few goes through the book', () => {
    fill(Array.from({ length: 2_100 }, (_, at) => ({ what: at === 7 ? '雨伞把' : '雨伞' })));
    expect(found({ find: '雨伞' })).toHaveLength(2_100);
    expect(found({ find: '雨伞把' })).toEqual(['LEN261122-7']);
    const [newest] = listEntries(ctx, LENDING, { fields: {}, find: '雨伞', most: 1 });
    expect(newest?.no).toBe('LEN261122-2099');
  });

  it.each([
    ['punctuation alone', '——'],
    ['a blank', ' '],
  ])('refuses %s', (_, find) => {
    expect(() => found({ find })).toThrow(expect.objectContaining({ code: 'nothing_to_find' }));
  });

  it('follows the name of a member of staff', () => {
    fill([{ what: '伞', helper: 1 }]);
    ctx.ledger.db.prepare('UPDATE staff SET name = ? WHERE id = 1').run('王小芳');
    expect(found({ find: '小芳' })).toHaveLength(1);
    ctx.ledger.db.prepare('UPDATE staff SET name = ? WHERE id = 1').run('王芳');
    expect(found({ find: '小芳' })).toEqual([]);
  });
});

describe('the index', () => {
  const rows: Values[] = [{ what: '雨伞' }, { what: '钥匙', pieces: 2 }];
  const faults = () => examineIndex(ctx.ledger, BOOKS);

  it('is whole after writing', () => {
    fill(rows);
    expect(faults()).toEqual({ astray: 0, lost: [] });
  });

  it.each([
    ['lacks an entry', 'DELETE FROM entry_words WHERE rowid = (SELECT min(id) FROM entries)'],
    ['knows one that is none', "INSERT INTO entry_words (rowid, words) VALUES (9999, 'x')"],
    ['was emptied', "INSERT INTO entry_words (entry_words) VALUES ('delete-all')"],
    [
      'holds other words',
      `INSERT INTO entry_words (entry_words) VALUES ('delete-all');
       INSERT INTO entry_words (rowid, words) SELECT id, 'x' FROM entries`,
    ],
  ])('%s: examined, made anew, whole again', (_, sql) => {
    fill(rows);
    ctx.ledger.db.exec(sql);
    const { astray, lost } = faults();
    expect(astray + lost.length).toBeGreaterThan(0);
    expect(rebuildIndex(ctx.ledger, BOOKS)).toBe(4);
    expect(faults()).toEqual({ astray: 0, lost: [] });
    expect(found({ find: '钥匙' })).toEqual(['LEN261122-1']);
  });
});
