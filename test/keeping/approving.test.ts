import { beforeEach, describe, expect, it } from 'vitest';
import { entryRecord } from '../../src/entries/record.ts';
import { approveAll, approveEntry } from '../../src/keeping/approving.ts';
import { cancelEntry } from '../../src/keeping/cancelling.ts';
import { editEntry } from '../../src/keeping/editing.ts';
import { at, type TestCtx } from '../support/ledger.ts';
import { ALL_BOOKS, bookOf, by, deskWith, open, owed, refusal, step } from './books.ts';

let ctx: TestCtx;
let director: TestCtx;
let clerk: TestCtx;

beforeEach(async () => {
  ctx = await deskWith(ALL_BOOKS);
  director = by(ctx, '陈主任');
  clerk = by(ctx, '赵敏');
});

const approve = (desk: TestCtx, book: string, no: string, as?: string, note?: string) =>
  approveEntry(desk, bookOf(desk, book), no, { as, note });
const all = (desk: TestCtx, book: string) =>
  approveAll(desk, bookOf(desk, book), { as: undefined, note: undefined }).map(({ no }) => no);
const ordered = () => open(clerk, 'errand', { what: '送水' }).no;
const signaturesOf = (no: string) =>
  entryRecord(ctx, bookOf(ctx, no.startsWith('E') ? 'errand' : 'round'), no).approved.map(
    ({ approval, by: who }) => `${approval} ${who}`,
  );

describe('an approval that a verb waits for', () => {
  it('holds the verb back and says who gives it, by which line', () => {
    const no = ordered();
    expect(() => step(clerk, 'errand', 'settle', no)).toThrow(
      expect.objectContaining({
        code: 'not_approved',
        words: expect.objectContaining({ zh: `${no} 还没有批准：要客服主管批。` }),
        hint: expect.objectContaining({
          zh: `批准：wy errand approve ${no} --as review --by 王芳`,
        }),
      }),
    );
    expect(refusal(() => step(clerk, 'errand', 'check', no, { marks: {} }))).toBeUndefined();
    approve(ctx, 'errand', no);
    expect(step(clerk, 'errand', 'settle', no).state).toBe('closed');
  });

  it('comes before the verb in time', () => {
    const no = ordered();
    approve(at(ctx, '2026-11-22T03:00:00Z'), 'errand', no);
    const settle = (moment: string) => () => step(at(clerk, moment), 'errand', 'settle', no);
    expect(refusal(settle('2026-11-22T02:59:59Z'))).toBe('before_last_step');
    expect(refusal(settle('2026-11-22T03:00:00Z'))).toBeUndefined();
  });

  it('is not owed any more by what was closed at once', () => {
    const { no } = open(clerk, 'round', { place: '大堂' });
    expect(owed(ctx, no)).toEqual(['approve-read 2026-11-23 23:59 open']);
  });

  it('is told of when the entry is corrected afterwards', () => {
    const no = ordered();
    approve(ctx, 'errand', no);
    editEntry(clerk, bookOf(ctx, 'errand'), no, { typed: { what: '送米' }, cleared: [] });
    expect(ctx.warnings.at(-1)?.zh).toContain('王芳 批准');
  });
});

describe('who approves', () => {
  it.each([
    ['a clerk', () => clerk, undefined, 'missing_role'],
    ['the supervisor, what is hers', () => ctx, undefined, undefined],
    ['the supervisor, what is the director’s', () => ctx, 'sign', 'missing_role'],
    ['the director, what is his', () => director, 'sign', undefined],
    ['the director, without saying which', () => director, undefined, undefined],
    ['somebody, what there is not', () => ctx, 'party', 'nothing_to_approve'],
  ])('%s', (_, who, as, code) => {
    const no = ordered();
    expect(refusal(() => approve(who(), 'errand', no, as))).toBe(code);
  });

  it('is named, with the line, to whoever may not', () => {
    const no = ordered();
    expect(() => approve(clerk, 'errand', no, 'sign')).toThrow(
      expect.objectContaining({
        hint: expect.objectContaining({
          zh: `可以批的有：陈主任。wy errand approve ${no} --as sign --by 陈主任`,
        }),
      }),
    );
  });

  it('gives each once', () => {
    const no = ordered();
    approve(ctx, 'errand', no, undefined, '可以');
    expect(refusal(() => approve(ctx, 'errand', no, 'review'))).toBe('approved_already');
    approve(director, 'errand', no);
    expect(refusal(() => approve(director, 'errand', no))).toBe('approved_already');
    expect(signaturesOf(no)).toEqual(['review 王芳', 'sign 陈主任']);
    expect(owed(ctx, no)).toEqual([
      'approve-review 2026-11-23 23:59 met',
      'approve-sign 2026-11-25 23:59 met',
    ]);
  });

  it('says which, where they may give several', async () => {
    const both = await deskWith(ALL_BOOKS, {
      staff: { name: '王芳', roles: ['supervisor', 'director'] },
    });
    const { no } = open(both, 'errand', { what: '送水' });
    expect(refusal(() => approve(both, 'errand', no))).toBe('several_approvals');
    approve(both, 'errand', no, 'sign');
    expect(refusal(() => approve(both, 'errand', no))).toBeUndefined();
  });

  it('is told that they recorded it themselves', () => {
    const { no } = open(ctx, 'errand', { what: '送水' });
    approve(ctx, 'errand', no);
    expect(ctx.warnings.at(-1)?.zh).toBe('经办人和批准人是同一人，已一并记录。');
  });
});

describe('a countersignature', () => {
  it('is owed also after the closing, on its own time', () => {
    const no = ordered();
    approve(ctx, 'errand', no);
    step(clerk, 'errand', 'settle', no);
    expect(owed(ctx, no)).toEqual([
      'approve-review 2026-11-23 23:59 met',
      'approve-sign 2026-11-25 23:59 open',
    ]);
    const late = at(director, '2026-11-26T01:00:00Z');
    approve(late, 'errand', no);
    expect(owed(late, no)).toContain('approve-sign 2026-11-25 23:59 late');
  });

  it('is not given before the entry was made, nor to one that was cancelled', () => {
    const no = ordered();
    expect(refusal(() => approve(at(director, '2026-11-22T01:29:59Z'), 'errand', no))).toBe(
      'before_last_step',
    );
    cancelEntry(clerk, bookOf(ctx, 'errand'), no, '不送了');
    expect(refusal(() => approve(director, 'errand', no))).toBe('entry_not_open');
  });
});

describe('a signature for a day', () => {
  const MORNING = '2026-11-22T02:00:00Z';
  const NOON = '2026-11-22T04:00:00Z';
  const EVENING = '2026-11-22T15:59:59Z';
  const round = (moment: string) => open(at(clerk, moment), 'round', { place: '大堂' }).no;
  const duties = (numbers: readonly string[]) => numbers.map((no) => owed(ctx, no).length);

  it('is owed once for its entries, and signs all of them so far', () => {
    const numbers = [round(MORNING), round(NOON), round(EVENING)];
    expect(duties(numbers)).toEqual([1, 0, 0]);
    const signed = approve(at(director, NOON), 'round', numbers[1] ?? '');
    expect(signed.map(({ no }) => no)).toEqual(numbers.slice(0, 2));
    expect(owed(ctx, numbers[0] ?? '')).toEqual(['approve-read 2026-11-23 23:59 met']);
    expect(numbers.map(signaturesOf)).toEqual([['read 陈主任'], ['read 陈主任'], []]);
  });

  it('is owed once more for what came behind it', () => {
    const first = round(MORNING);
    approve(at(director, NOON), 'round', first);
    const numbers = [round('2026-11-22T05:00:00Z'), round(EVENING)];
    expect(duties(numbers)).toEqual([1, 0]);
    expect(refusal(() => approve(at(director, EVENING), 'round', first))).toBe('approved_already');
    expect(all(at(director, EVENING), 'round')).toEqual(numbers);
  });

  it.each([
    ['the last second of a day and the first of the next', EVENING, '2026-11-22T16:00:00Z', [1, 1]],
    ['two moments of one day', '2026-11-22T16:00:00Z', '2026-11-23T15:59:59Z', [1, 0]],
  ])('%s', (_, one, other, expected) => {
    expect(duties([round(one), round(other)])).toEqual(expected);
  });

  it('passes on to the next entry of the day where the first is cancelled', () => {
    const [first, second] = [round(MORNING), round(NOON)];
    cancelEntry(at(clerk, '2026-11-22T05:00:00Z'), bookOf(ctx, 'round'), first, '重复');
    expect(owed(ctx, first)).toEqual(['approve-read 2026-11-23 23:59 waived']);
    expect(owed(ctx, second)).toEqual(['approve-read 2026-11-23 23:59 open']);
    cancelEntry(at(clerk, '2026-11-22T06:00:00Z'), bookOf(ctx, 'round'), second, '重复');
    expect(duties([first, second])).toEqual([1, 1]);
    expect(refusal(() => all(at(director, EVENING), 'round'))).toBe('nothing_to_approve');
  });
});

describe('everything that waits for somebody', () => {
  it('is what they may give, of this book', () => {
    const numbers = [ordered(), ordered()];
    expect(all(ctx, 'errand')).toEqual(numbers);
    expect(numbers.map(signaturesOf)).toEqual([['review 王芳'], ['review 王芳']]);
    expect(refusal(() => all(ctx, 'errand'))).toBe('nothing_to_approve');
    expect(refusal(() => all(clerk, 'errand'))).toBe('missing_role');
    expect(all(director, 'errand')).toEqual(numbers);
  });

  it('leaves out what was made later', () => {
    const no = ordered();
    open(at(clerk, '2026-11-22T05:00:00Z'), 'errand', { what: '送米' });
    expect(all(ctx, 'errand')).toEqual([no]);
  });
});
