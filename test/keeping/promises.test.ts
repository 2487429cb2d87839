import { beforeEach, describe, expect, it } from 'vitest';
import { dutiesDueBy } from '../../src/deadlines/service.ts';
import { editEntry } from '../../src/keeping/editing.ts';
import { at, type TestCtx } from '../support/ledger.ts';
import { ALL_BOOKS, bookOf, deskWith, open, owed, step } from './books.ts';

let ctx: TestCtx;

beforeEach(async () => {
  ctx = await deskWith(ALL_BOOKS);
});

const on = (day: string, hour = '01') => at(ctx, `${day}T${hour}:00:00Z`);
const edit = (desk: TestCtx, key: string, no: string, typed: object, cleared: string[] = []) =>
  editEntry(desk, bookOf(desk, key), no, { typed: { ...typed }, cleared });

const LENT = { item: '黑伞', to: '张伟' };
const LET = { room: 'B1-3', rentOn: '2026-11-30', until: '2027-03-31' };

describe('a promise at a field', () => {
  it('is due when the field says, and counts from the verb where it says nothing', () => {
    const { no } = open(ctx, 'umbrella', { ...LENT, until: '2026-11-22T10:00:00Z' });
    expect(owed(ctx, no)).toEqual(['return 2026-11-22 18:00 open']);
    expect(owed(ctx, open(ctx, 'umbrella', LENT).no)).toEqual(['return 2026-11-23 23:59 open']);
  });

  it('moves with a step that writes the field anew, and not with one that does not', () => {
    const { no } = open(ctx, 'umbrella', { ...LENT, until: '2026-11-22T10:00:00Z' });
    step(on('2026-11-22', '09'), 'umbrella', 'extend', no, { until: '2026-11-23T10:00:00Z' });
    expect(owed(ctx, no)).toEqual(['return 2026-11-23 18:00 open']);
    step(on('2026-11-22', '09'), 'umbrella', 'extend', no);
    expect(owed(ctx, no)).toEqual(['return 2026-11-23 18:00 open']);
  });

  it('stays missed where it was broken, and a new one stands beside it', () => {
    const { no } = open(ctx, 'umbrella', { ...LENT, until: '2026-11-22T10:00:00Z' });
    step(on('2026-11-23'), 'umbrella', 'extend', no, { until: '2026-11-24T10:00:00Z' });
    expect(owed(ctx, no)).toEqual([
      'return 2026-11-22 18:00 missed',
      'return 2026-11-24 18:00 open',
    ]);
  });

  it('moves with a correction, also to where nothing is agreed', () => {
    const { no } = open(ctx, 'umbrella', { ...LENT, until: '2026-11-22T10:00:00Z' });
    edit(ctx, 'umbrella', no, { until: '2026-11-25T10:00:00Z' });
    expect(owed(ctx, no)).toEqual(['return 2026-11-25 18:00 open']);
    edit(ctx, 'umbrella', no, { to: '李四' });
    expect(owed(ctx, no)).toEqual(['return 2026-11-25 18:00 open']);
    edit(ctx, 'umbrella', no, {}, ['until']);
    expect(owed(ctx, no)).toEqual(['return 2026-11-23 23:59 open']);
  });

  it('is kept by the closing, on time to the second', () => {
    const until = '2026-11-22T10:00:00Z';
    for (const [moment, state] of [
      [until, 'met'],
      ['2026-11-22T10:00:01Z', 'late'],
    ] as const) {
      const { no } = open(ctx, 'umbrella', { ...LENT, until });
      step(at(ctx, moment), 'umbrella', 'return', no, { outcome: 'whole' });
      expect(owed(at(ctx, moment), no)).toEqual([`return 2026-11-22 18:00 ${state}`]);
    }
  });
});

describe('rent month after month', () => {
  it('is owed again after each, counted from the first, while the lease goes on', () => {
    const { no } = open(ctx, 'storage', LET);
    const rents = () => owed(ctx, no).filter((each) => each.startsWith('rent'));
    for (const day of ['2026-11-28', '2026-12-29', '2027-02-02', '2027-02-25']) {
      step(on(day), 'storage', 'rent', no);
    }
    expect(rents()).toEqual([
      'rent 2026-11-30 23:59 met',
      'rent 2026-12-30 23:59 met',
      'rent 2027-01-30 23:59 late',
      'rent 2027-02-28 23:59 met',
      'rent 2027-03-30 23:59 open',
    ]);
    step(on('2027-03-01'), 'storage', 'end', no);
    // It was not on the agenda yet.
    expect(rents()).toHaveLength(4);
  });

  it('paid before it was on the agenda it is kept, and the next one is owed', () => {
    const { no } = open(ctx, 'storage', { ...LET, rentOn: '2027-01-31' });
    step(on('2026-11-23'), 'storage', 'rent', no);
    step(on('2026-11-23', '02'), 'storage', 'rent', no);
    expect(owed(ctx, no).filter((each) => each.startsWith('rent'))).toEqual([
      'rent 2027-01-31 23:59 met',
      'rent 2027-02-28 23:59 met',
      'rent 2027-03-31 23:59 open',
    ]);
  });

  it('stands on the agenda from its lead on', () => {
    const { no } = open(ctx, 'storage', LET);
    const seen = (day: string, hour: string) =>
      dutiesDueBy(on(day, hour), '2028-01-01T00:00:00Z').some(
        ({ subject, kind }) => subject === no && kind === 'books.storage.rent',
      );
    // Midnight of the 23rd in Shanghai.
    expect(seen('2026-11-22', '15')).toBe(false);
    expect(seen('2026-11-22', '16')).toBe(true);
  });
});

describe('a lease that is renewed', () => {
  const expiries = (no: string) => owed(ctx, no).filter((each) => each.startsWith('expiry'));

  it('ends when it says anew', () => {
    const { no } = open(ctx, 'storage', LET);
    step(on('2027-03-20'), 'storage', 'renew', no, { until: '2028-03-31' });
    expect(expiries(no)).toEqual(['expiry 2027-03-31 23:59 met', 'expiry 2028-03-31 23:59 open']);
  });

  it('is asked for the new day each time', () => {
    const { no } = open(ctx, 'storage', LET);
    expect(() => step(ctx, 'storage', 'renew', no)).toThrow(
      expect.objectContaining({ code: 'missing_fields' }),
    );
    step(ctx, 'storage', 'renew', no, { until: '2027-03-31' });
    expect(expiries(no)).toEqual(['expiry 2027-03-31 23:59 met', 'expiry 2027-03-31 23:59 open']);
  });

  it('corrected to a later day it leaves the agenda until its lead', () => {
    const { no } = open(ctx, 'storage', { ...LET, until: '2026-12-10' });
    const seen = (day: string) =>
      dutiesDueBy(on(day, '02'), '2029-01-01T00:00:00Z').some(
        ({ kind }) => kind === 'books.storage.expiry',
      );
    expect(seen('2026-11-22')).toBe(true);
    edit(ctx, 'storage', no, { until: '2027-12-10' });
    expect(seen('2026-11-23')).toBe(false);
    expect(seen('2027-11-10')).toBe(true);
    expect(expiries(no)).toEqual(['expiry 2027-12-10 23:59 open']);
  });
});

describe('a limit from a step', () => {
  const MARKS = { marks: { speed: 1, care: 2 } };

  it('begins with it, is not owed twice while it is open, moves with its field', () => {
    const { no } = open(ctx, 'errand', { what: '送水' });
    const fixes = () => owed(ctx, no).filter((each) => each.startsWith('fix'));
    expect(fixes()).toEqual([]);
    step(on('2026-11-23'), 'errand', 'check', no, MARKS);
    step(on('2026-11-24'), 'errand', 'check', no, MARKS);
    expect(fixes()).toEqual(['fix 2026-11-25 23:59 open']);
    step(on('2026-11-24'), 'errand', 'check', no, { ...MARKS, fixBy: '2026-11-28' });
    expect(fixes()).toEqual(['fix 2026-11-28 23:59 open']);
    // What the step said before is not said any more.
    step(on('2026-11-25'), 'errand', 'check', no, MARKS);
    expect(fixes()).toEqual(['fix 2026-11-27 23:59 open']);
  });

  it('is not begun by a correction before it was taken', () => {
    const { no } = open(ctx, 'errand', { what: '送水' });
    edit(ctx, 'errand', no, { what: '送米' });
    expect(owed(ctx, no)).toHaveLength(2);
  });
});

describe('an entry that is closed at once', () => {
  it('owes what its closing keeps only where it waits for it', () => {
    const rechecks = (no: string) => owed(ctx, no).filter((each) => each.startsWith('recheck'));
    expect(rechecks(open(ctx, 'round', { place: '大堂' }).no)).toEqual([]);
    const { no } = open(ctx, 'round', { place: '大堂', result: 'unfit' });
    expect(rechecks(no)).toEqual(['recheck 2026-11-23 23:59 open']);
  });

  it('is opened by a correction after which it has to wait, and closed by the contrary', () => {
    const { no } = open(ctx, 'round', { place: '大堂' });
    expect(edit(on('2026-11-23'), 'round', no, { result: 'unfit' })).toMatchObject({
      state: 'open',
      closedAt: null,
    });
    expect(owed(ctx, no)).toContain('recheck 2026-11-24 23:59 open');
    expect(edit(on('2026-11-23', '02'), 'round', no, { result: 'fit' }).state).toBe('closed');
    expect(owed(ctx, no)).toContain('recheck 2026-11-24 23:59 waived');
    expect(owed(ctx, no).filter((each) => each.startsWith('approve'))).toHaveLength(1);
  });
});
