import { beforeEach, describe, expect, it } from 'vitest';
import { applyFor, resubmit } from '../../src/approval/applying.ts';
import { approve, object, passReview } from '../../src/approval/deciding.ts';
import { addPapers, strikePapers } from '../../src/approval/papers.ts';
import { stateOf } from '../../src/deadlines/rules.ts';
import { addMinutes, addSeconds, localText } from '../../src/lib/moment.ts';
import { showRenovation } from '../../src/renovations/record.ts';
import { at, makeCtx, type TestCtx } from '../support/ledger.ts';
import { application, as, housed, staffed, when } from './stages.ts';

let desk: TestCtx;
beforeEach(async () => {
  desk = staffed(await makeCtx({ now: '2026-09-01T01:00:00Z' }));
  housed(desk, application.unit);
});

const PAPERS = ['drawings', 'description', 'contractor-licence'];

const apply = (ctx: TestCtx, papers: readonly string[] = PAPERS): string =>
  applyFor(ctx, { ...application, papers, fromOn: '2026-12-01', untilOn: '2026-12-31' }).no;

const OPINION = { opinion: undefined, opinionBy: undefined };

/** When those of a kind are due on the site's clock, and what became of them; the last one last. */
const clocks = (ctx: TestCtx, no: string, kind: string): string[] =>
  showRenovation(ctx, no)
    .deadlines.filter((it) => it.kind === kind)
    .map((it) => `${localText(it.dueAt, ctx.zone)} ${stateOf(it, ctx.now)}`);

const dueOf = (ctx: TestCtx, no: string, kind: string): string =>
  clocks(ctx, no, kind)
    .map((each) => each.slice(0, 16))
    .at(-1) ?? '';

/** Office hours are 08:30–12:00 and 14:00–18:00; four of them from the hand-over (decisions 10, 30). */
const HALF_DAYS: readonly [string, from: string, due: string][] = [
  ['within the morning and past lunch', '2026-11-23 09:00', '2026-11-23 15:00'],
  ['most of it after lunch', '2026-11-23 11:00', '2026-11-23 17:00'],
  ['at noon, and done at closing', '2026-11-23 12:00', '2026-11-23 18:00'],
  ['during lunch', '2026-11-23 13:15', '2026-11-23 18:00'],
  ['when the afternoon opens', '2026-11-23 14:00', '2026-11-23 18:00'],
  ['a minute later', '2026-11-23 14:01', '2026-11-24 08:31'],
  ['in the afternoon', '2026-11-23 16:00', '2026-11-24 10:30'],
  ['a minute before closing', '2026-11-23 17:59', '2026-11-24 14:29'],
  ['at closing', '2026-11-23 18:00', '2026-11-24 14:30'],
  ['in the evening', '2026-11-23 20:45', '2026-11-24 14:30'],
  ['before the office opens', '2026-11-23 07:00', '2026-11-23 14:30'],
  ['as it opens', '2026-11-23 08:30', '2026-11-23 14:30'],
  ['on a Friday afternoon', '2026-11-20 16:00', '2026-11-23 10:30'],
  ['on a Saturday', '2026-11-21 10:00', '2026-11-23 14:30'],
  ['at the end of a Sunday', '2026-11-22 23:59', '2026-11-23 14:30'],
  ['before the National Day, for its eve', '2026-09-30 10:00', '2026-09-30 16:00'],
  ['before the National Day, past it', '2026-09-30 17:00', '2026-10-08 11:30'],
  ['within the National Day', '2026-10-03 10:00', '2026-10-08 14:30'],
  ['on a Friday before a make-up Saturday', '2026-10-09 17:00', '2026-10-10 11:30'],
  ['on a make-up Saturday', '2026-10-10 09:00', '2026-10-10 15:00'],
  ['in the afternoon of a make-up Saturday', '2026-10-10 17:00', '2026-10-12 11:30'],
  ['on a Friday before a make-up Sunday', '2026-09-18 17:00', '2026-09-20 11:30'],
  ['on a Saturday before a make-up Sunday', '2026-09-19 12:00', '2026-09-20 14:30'],
  ['before the Mid-Autumn holiday', '2026-09-24 17:00', '2026-09-28 11:30'],
];

describe('half a working day', () => {
  it.each(HALF_DAYS)('for the supervisor, complete %s: %s', (_, from, due) => {
    const ctx = when(desk, from);
    expect(dueOf(ctx, apply(ctx), 'reno.review')).toBe(due);
  });

  it.each(HALF_DAYS)('for the director, handed over %s: %s', (_, from, due) => {
    const ctx = when(desk, from);
    const no = apply(at(ctx, addMinutes(ctx.now, -60)));
    passReview(ctx, no, OPINION);
    expect(dueOf(ctx, no, 'reno.approve')).toBe(due);
  });

  it.each([
    ['at the due moment', 0, 'met'],
    ['a second later', 1, 'late'],
  ])('done %s', (_, seconds, state) => {
    const no = apply(when(desk, '2026-11-23 09:00'));
    const supervisor = when(desk, '2026-11-23 15:00');
    const reviewed = at(supervisor, addSeconds(supervisor.now, seconds));
    passReview(reviewed, no, OPINION);
    expect(clocks(reviewed, no, 'reno.review')).toEqual([`2026-11-23 15:00 ${state}`]);
    const director = as(when(desk, '2026-11-24 08:30'), 'director');
    const due = at(director, addSeconds(director.now, seconds + 3600));
    approve(due, no, undefined);
    expect(clocks(due, no, 'reno.approve')).toEqual(['2026-11-24 09:30 met']);
  });
});

describe('whose clock runs', () => {
  it("the supervisor's from the last paper, whatever the day of the application", () => {
    const no = apply(when(desk, '2026-11-20 10:00'), PAPERS.slice(0, 2));
    expect(clocks(desk, no, 'reno.review')).toEqual([]);
    const saturday = when(desk, '2026-11-21 15:00');
    addPapers(saturday, no, { add: ['contractor-licence'], detail: undefined });
    expect(dueOf(saturday, no, 'reno.review')).toBe('2026-11-23 14:30');
  });

  it("no longer the supervisor's once a paper is struck out, and anew with the right one", () => {
    const no = apply(when(desk, '2026-11-23 09:00'));
    const struck = when(desk, '2026-11-23 10:00');
    strikePapers(struck, no, ['drawings']);
    expect(clocks(struck, no, 'reno.review')).toEqual(['2026-11-23 15:00 waived']);
    const again = when(desk, '2026-11-23 16:00');
    addPapers(again, no, { add: ['drawings'], detail: undefined });
    expect(dueOf(again, no, 'reno.review')).toBe('2026-11-24 10:30');
  });

  it("the director's own, however early or late the supervisor was", () => {
    const no = apply(when(desk, '2026-11-23 09:00'));
    const late = when(desk, '2026-11-24 09:00');
    passReview(late, no, OPINION);
    expect(clocks(late, no, 'reno.review')).toEqual(['2026-11-23 15:00 late']);
    expect(clocks(late, no, 'reno.approve')).toEqual(['2026-11-24 15:00 open']);
  });

  it("the supervisor's anew when it is resubmitted", () => {
    const no = apply(when(desk, '2026-11-23 09:00'));
    const refusal = { grounds: ['pipes'], text: undefined, ...OPINION };
    object(when(desk, '2026-11-23 10:00'), no, refusal);
    const again = when(desk, '2026-11-27 17:30');
    const same = { scope: undefined, works: undefined, fromOn: undefined, untilOn: undefined };
    resubmit(again, no, { ...same, papers: [], text: '管线已避开' });
    expect(clocks(again, no, 'reno.review')).toEqual([
      '2026-11-23 15:00 met',
      '2026-11-30 12:00 open',
    ]);
  });
});
