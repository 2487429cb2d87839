import { describe, expect, it } from 'vitest';
import { nextTerm, sinceOf, termOf, timeOf } from '../../src/keeping/due-rules.ts';
import { dueAt } from '../../src/lib/due.ts';
import { parseDuration } from '../../src/lib/duration.ts';
import { endOfDay, localText, type Moment } from '../../src/lib/moment.ts';
import { defaultPolicy } from '../support/ledger.ts';

const { calendar, zone } = await defaultPolicy();
const shown = (at: Moment) => localText(at, zone);
const DONE: Moment = '2026-11-22T01:30:00Z';

describe('when a limit is due', () => {
  it.each([
    ['a day ends at midnight', '2026-11-30', '2026-11-30 23:59'],
    ['a moment is itself', '2026-11-30T04:00:00Z', '2026-11-30 12:00'],
  ])('%s', (_, value, at) => {
    expect(shown(timeOf(value, zone))).toBe(at);
  });

  const limit = { at: 'until', within: parseDuration('2d') };
  it.each([
    ['at the time of its field', limit, { until: '2026-12-01' }, '2026-12-01 23:59'],
    ['within, where the field is empty', limit, {}, '2026-11-24 23:59'],
    [
      'within, where it has no field',
      { ...limit, at: null },
      { until: '2026-12-01' },
      '2026-11-24 23:59',
    ],
    [
      'never, where the field is empty and nothing else is said',
      { ...limit, within: null },
      {},
      undefined,
    ],
  ])('%s', (_, declared, values, at) => {
    const term = termOf(declared, values, { doneAt: DONE, zone });
    expect(term && shown(dueAt(term.from, term.limit, calendar))).toBe(at);
  });
});

describe('what is owed every so long', () => {
  it.each([
    ['from month to month', '1mo', '2026-11-05', '2026-11-05', '2026-12-05'],
    ['the last of January', '1mo', '2026-01-31', '2026-01-31', '2026-02-28'],
    ['not from the 28th, but from the first one', '1mo', '2026-01-31', '2026-02-28', '2026-03-31'],
    ['a leap year', '1mo', '2027-12-31', '2028-01-31', '2028-02-29'],
    ['over the end of the year', '3mo', '2026-11-30', '2026-11-30', '2027-02-28'],
    ['days', '14d', '2026-12-20', '2026-12-20', '2027-01-03'],
    ['the last one was moved between two', '14d', '2026-12-20', '2026-12-25', '2027-01-03'],
    ['the last one was moved behind the next', '14d', '2026-12-20', '2027-01-03', '2027-01-17'],
  ])('%s', (_, every, first, last, next) => {
    const [firstDueAt, lastDueAt] = [endOfDay(first, zone), endOfDay(last, zone)];
    const term = nextTerm(parseDuration(every), { firstDueAt, lastDueAt }, calendar);
    expect(shown(dueAt(term.from, term.limit, calendar))).toBe(`${next} 23:59`);
    expect(term.limit.text).toBe(every);
  });
});

describe('when a promise comes onto the agenda', () => {
  it.each([
    ['days before', '7d', '2026-12-10', '2026-12-03 00:00'],
    ['a month before the 31st', '1mo', '2027-03-31', '2027-02-28 00:00'],
    ['working days over a weekend', '2wd', '2026-12-15', '2026-12-11 00:00'],
    ['on the very day', '0d', '2026-12-10', '2026-12-10 00:00'],
    ['now, where that has passed', '7d', '2026-11-25', '2026-11-22 09:30'],
    ['now, at the same moment', '2d', '2026-11-24', '2026-11-22 09:30'],
  ])('%s', (_, lead, due, since) => {
    expect(shown(sinceOf(parseDuration(lead), endOfDay(due, zone), DONE, calendar))).toBe(since);
  });
});
