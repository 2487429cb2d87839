import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listEntries } from '../../src/entries/listing.ts';
import { entryRecord } from '../../src/entries/record.ts';
import { cancelEntry } from '../../src/keeping/cancelling.ts';
import { editEntry } from '../../src/keeping/editing.ts';
import { timelineOf } from '../../src/timeline/service.ts';
import { at, booksOf, type TestCtx } from '../support/ledger.ts';
import { ALL_BOOKS, bookOf, deskWith, open, owed, refusal, step } from './books.ts';

let ctx: TestCtx;
let dir: string;

beforeEach(async () => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'wy-entries-'));
  ctx = await deskWith(ALL_BOOKS, { attachmentsDir: path.join(dir, 'attachments') });
});

afterEach(() => rmSync(dir, { recursive: true, force: true }));

const LENT = { item: '黑伞', to: '张伟' };
const LATER = '2026-11-22T02:00:00Z';
const umbrella = (desk = ctx) => bookOf(desk, 'umbrella');
const edit = (no: string, typed: Record<string, unknown>, cleared: string[] = [], desk = ctx) =>
  editEntry(desk, umbrella(desk), no, { typed, cleared });
const cancel = (no: string, desk = ctx) => cancelEntry(desk, umbrella(desk), no, '登记错了');
const rowsOf = (table: string) =>
  ctx.ledger.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get();
const lastLine = () =>
  ctx.ledger
    .prepare<[], { action: string; subject: string; changes: string }>(
      'SELECT action, subject, changes FROM journal ORDER BY seq DESC LIMIT 1',
    )
    .get();

describe('a new entry', () => {
  it('holds what was said and what is usual, and nothing where nothing was said', () => {
    const it = open(ctx, 'umbrella', LENT);
    expect(it).toMatchObject({ no: 'U261122-001', state: 'open', title: '黑伞 张伟', unit: null });
    expect(it.values).toEqual({ ...LENT, pieces: 1, paid: false });
    expect(open(ctx, 'umbrella', { ...LENT, pieces: 2, unit: '3-2-1502' })).toMatchObject({
      no: 'U261122-002',
      unit: '3-2-1502',
      values: { pieces: 2 },
    });
  });

  it('says what is missing all at once, also what another answer wants', () => {
    expect(() => open(ctx, 'umbrella', { paid: true })).toThrow(
      expect.objectContaining({
        code: 'missing_fields',
        words: expect.objectContaining({
          zh: '缺少：--item（雨伞）、--to（借用人）、--receipt（收据）',
        }),
      }),
    );
    expect(rowsOf('entries')).toBe(0);
  });

  it.each([
    ['a unit', { unit: '9-9-9999' }, 'unknown_unit'],
    ['a file that is not there', { photo: '/nowhere/at-all.jpg' }, 'file_unreadable'],
    ['a folder for a file', { photo: os.tmpdir() }, 'file_unreadable'],
  ])('is not written where it names %s', (_, typed, code) => {
    expect(refusal(() => open(ctx, 'umbrella', { ...LENT, ...typed }))).toBe(code);
    expect([rowsOf('entries'), rowsOf('book_versions'), rowsOf('deadlines')]).toEqual([0, 0, 0]);
  });

  it('leaves personal values out of the journal, and says the others', () => {
    open(ctx, 'umbrella', LENT);
    expect(lastLine()).toMatchObject({ action: 'books.umbrella.lend', subject: 'U261122-001' });
    expect(JSON.parse(lastLine()?.changes ?? '')).toEqual({
      item: '黑伞',
      to: '***',
      pieces: 1,
      paid: false,
    });
  });

  it('lays its file beside the ledger, once for the same content, and mends one that was spoilt', () => {
    const photo = path.join(dir, '伞.JPG');
    writeFileSync(photo, 'black');
    const { values } = open(ctx, 'umbrella', { ...LENT, photo });
    open(ctx, 'umbrella', { ...LENT, photo });
    const [only = '', ...others] = readdirSync(ctx.attachmentsDir);
    expect(others).toEqual([]);
    expect(only).toMatch(/^[0-9a-f]{64}\.jpg$/);
    expect(values.photo).toMatchObject({ name: '伞.JPG', bytes: 5, sha256: only.slice(0, 64) });
    const laid = path.join(ctx.attachmentsDir, only);
    writeFileSync(laid, 'b');
    open(ctx, 'umbrella', { ...LENT, photo });
    expect(readFileSync(laid, 'utf8')).toBe('black');
  });

  it('takes a file with it where the rest is refused, and leaves no half one', () => {
    const photo = path.join(dir, 'a.jpg');
    writeFileSync(photo, 'x');
    expect(
      refusal(() => open(ctx, 'umbrella', { ...LENT, photo, unit: '9-9-9999' })),
    ).toBeDefined();
    const left = existsSync(ctx.attachmentsDir) ? readdirSync(ctx.attachmentsDir) : [];
    expect(left.filter((name) => !/^[0-9a-f]{64}\.jpg$/.test(name))).toEqual([]);
  });
});

describe('a step', () => {
  it('keeps its values; the earlier ones stay in the timeline', () => {
    const { no } = open(ctx, 'errand', { what: '送水' });
    step(ctx, 'errand', 'check', no, { marks: { speed: 1, care: 3 }, fixBy: '2026-11-25' });
    const { values } = step(at(ctx, LATER), 'errand', 'check', no, {
      marks: { speed: 0, care: 3 },
    });
    expect(values).toMatchObject({ what: '送水', marks: { speed: 0, care: 3 } });
    expect(values).not.toHaveProperty('fixBy');
    expect(timelineOf(ctx.ledger, no).map(({ kind, detail }) => [kind, detail])).toEqual([
      ['order', { what: '送水' }],
      ['check', { marks: '及时=1、细致=3', fixBy: '2026-11-25' }],
      ['check', { marks: '及时=0、细致=3' }],
    ]);
  });

  it('names in the journal what it wrote itself', () => {
    const { no } = open(ctx, 'umbrella', LENT);
    step(ctx, 'umbrella', 'return', no, { outcome: 'broken', harm: '断了一根伞骨' });
    expect(JSON.parse(lastLine()?.changes ?? '')).toEqual({ outcome: 'broken', harm: '***' });
  });

  it.each([
    ['what it wants by another answer', { outcome: 'broken' }, 'missing_fields'],
    ['what it always wants', {}, 'missing_fields'],
  ])('is refused without %s', (_, typed, code) => {
    const { no } = open(ctx, 'umbrella', LENT);
    expect(refusal(() => step(ctx, 'umbrella', 'return', no, typed))).toBe(code);
    expect(entryRecord(ctx, umbrella(), no).state).toBe('open');
  });

  it.each([
    ['was closed', (no: string) => step(ctx, 'umbrella', 'return', no, { outcome: 'whole' })],
    ['was cancelled', (no: string) => cancel(no)],
  ])('is refused where the entry %s', (_, end) => {
    const { no } = open(ctx, 'umbrella', LENT);
    end(no);
    for (const verb of ['extend', 'return']) {
      expect(refusal(() => step(ctx, 'umbrella', verb, no, { outcome: 'whole' }))).toBe(
        'entry_not_open',
      );
    }
  });

  it.each([
    ['a second before the last one', '2026-11-22T01:59:59Z', 'before_last_step'],
    ['at the same second', LATER, undefined],
  ])('%s', (_, moment, code) => {
    const { no } = open(ctx, 'umbrella', LENT);
    step(at(ctx, LATER), 'umbrella', 'extend', no);
    const before = at(ctx, moment);
    expect(refusal(() => step(before, 'umbrella', 'return', no, { outcome: 'whole' }))).toBe(code);
  });

  it('may be written down for a time before a correction', () => {
    const { no } = open(ctx, 'umbrella', { ...LENT, until: LATER });
    edit(no, { until: '2026-11-25T02:00:00Z' }, [], at(ctx, '2026-11-22T05:00:00Z'));
    step(at(ctx, '2026-11-22T03:00:00Z'), 'umbrella', 'return', no, { outcome: 'whole' });
    expect(entryRecord(ctx, umbrella(), no)).toMatchObject({
      state: 'closed',
      closedAt: '2026-11-22T03:00:00Z',
    });
    expect(owed(ctx, no).filter((each) => each.endsWith('open'))).toEqual([]);
  });

  it('is refused by a number of another book', () => {
    open(ctx, 'umbrella', LENT);
    const { no } = open(ctx, 'errand', { what: '送水' });
    expect(refusal(() => step(ctx, 'umbrella', 'extend', no))).toBe('unknown_number');
  });
});

describe('a correction', () => {
  it('changes line, unit and words, and keeps the old values', () => {
    const { no } = open(ctx, 'umbrella', LENT);
    const it = edit(no, { item: '红伞', unit: '3-2-1502', pieces: 2 });
    expect(it).toMatchObject({ title: '红伞 张伟', unit: '3-2-1502' });
    const found = (find: string) => listEntries(ctx, umbrella(), { find, fields: {} }).length;
    expect([found('红伞'), found('黑伞')]).toEqual([1, 0]);
    expect(timelineOf(ctx.ledger, no).at(-1)).toMatchObject({
      kind: 'edited',
      detail: {
        ...{ 'item.was': '黑伞', item: '红伞', 'unit.was': null, unit: '3-2-1502' },
        ...{ 'pieces.was': 1, pieces: 2 },
      },
    });
    expect(JSON.parse(lastLine()?.changes ?? '')).toEqual({
      item: '红伞',
      unit: '3-2-1502',
      pieces: 2,
    });
  });

  it('empties what need not be filled, by key, option or label', () => {
    const { no } = open(ctx, 'umbrella', { ...LENT, unit: '3-2-1502', until: LATER, pieces: 3 });
    const it = edit(no, {}, ['房号', '--until', 'PIECES']);
    expect(it.values).toEqual({ ...LENT, paid: false });
    expect(it.unit).toBeNull();
  });

  it.each([
    ['to empty what is required', {}, ['to'], 'missing_fields'],
    ['to empty what another answer wants', {}, ['receipt'], 'missing_fields'],
    ['an answer that wants what is missing', { outcome: 'broken' }, [], 'missing_fields'],
    ['to set and empty at once', { to: '李四' }, ['to'], 'set_and_cleared'],
    ['a field there is none of', {}, ['colour'], 'unknown_field'],
  ])('is refused: %s', (_, typed, cleared, code) => {
    const { no } = open(ctx, 'umbrella', { ...LENT, paid: true, receipt: 'R1' });
    step(ctx, 'umbrella', 'return', no, { outcome: 'whole' });
    expect(refusal(() => edit(no, typed, cleared))).toBe(code);
  });

  it('of what a later verb writes waits for that verb, and goes on after the closing', () => {
    const { no } = open(ctx, 'umbrella', LENT);
    expect(refusal(() => edit(no, { outcome: 'whole' }))).toBe('not_yet_written');
    expect(refusal(() => edit(no, {}, ['harm']))).toBe('not_yet_written');
    step(ctx, 'umbrella', 'return', no, { outcome: 'whole' });
    expect(edit(no, { outcome: 'broken', harm: '伞面' })).toMatchObject({
      state: 'closed',
      values: { outcome: 'broken', harm: '伞面' },
    });
  });

  it('of nothing says so and writes nothing', () => {
    const { no } = open(ctx, 'umbrella', LENT);
    const before = rowsOf('journal');
    edit(no, { to: '张伟' }, ['harm', 'until'].slice(1));
    edit(no, {});
    expect(rowsOf('journal')).toBe(before);
    expect(ctx.warnings.at(-1)?.zh).toBe(`${no} 没有改动。`);
  });

  it.each([
    ['before the entry was made', '2026-11-22T01:29:59Z', 'before_last_step'],
    ['at its very second', '2026-11-22T01:30:00Z', undefined],
  ])('%s', (_, moment, code) => {
    const { no } = open(ctx, 'umbrella', LENT);
    expect(refusal(() => edit(no, { to: '李四' }, [], at(ctx, moment)))).toBe(code);
  });

  it('is made under the book as it is now', () => {
    const { no } = open(ctx, 'umbrella', LENT);
    const books = booksOf(
      ALL_BOOKS.replace('title: [item, to]', 'title: [item, colour]').replace(
        '    paid:',
        '    colour: { type: text, label: { zh: 颜色, en: colour }, required: yes, personal: no }\n    paid:',
      ),
    );
    const later = { ...ctx, books };
    // What nobody asked for then is not missing now.
    expect(edit(no, { to: '李四' }, [], later)).toMatchObject({ version: 2, title: '黑伞' });
    expect(edit(no, { colour: '黑' }, [], later).title).toBe('黑伞 黑');
    expect(refusal(() => edit(no, {}, ['colour'], later))).toBe('missing_fields');
  });
});

describe('a cancelled entry', () => {
  it('keeps its values and its reason, and owes nothing', () => {
    const { no } = open(ctx, 'umbrella', LENT);
    expect(cancel(no)).toMatchObject({ state: 'cancelled', cancelledAt: ctx.now, values: LENT });
    expect(owed(ctx, no)).toEqual(['return 2026-11-23 23:59 waived']);
    expect(timelineOf(ctx.ledger, no).at(-1)).toMatchObject({
      kind: 'cancelled',
      detail: { reason: '登记错了' },
    });
    expect(JSON.parse(lastLine()?.changes ?? '')).toEqual({ reason: '***' });
  });

  it('stays missed where it was late', () => {
    const { no } = open(ctx, 'umbrella', LENT);
    cancel(no, at(ctx, '2026-11-24T02:00:00Z'));
    expect(owed(ctx, no)).toEqual(['return 2026-11-23 23:59 missed']);
  });

  it('is neither corrected nor cancelled again', () => {
    const { no } = open(ctx, 'umbrella', LENT);
    cancel(no);
    expect(refusal(() => edit(no, { to: '李四' }))).toBe('entry_not_open');
    expect(refusal(() => cancel(no))).toBe('entry_not_open');
  });

  it('may have been closed before, not at an earlier time', () => {
    const { no } = open(ctx, 'umbrella', LENT);
    step(at(ctx, LATER), 'umbrella', 'return', no, { outcome: 'whole' });
    expect(refusal(() => cancel(no))).toBe('before_last_step');
    expect(cancel(no, at(ctx, LATER))).toMatchObject({ state: 'cancelled', closedAt: LATER });
  });
});
