import { expect, it } from 'vitest';
import { ask, demoAt, partsOf } from './laid-out.ts';

it.each([
  ['just after midnight', '2026-11-21T16:05:00Z'],
  ['at three at night', '2026-11-21T19:00:00Z'],
  ['just before midnight', '2026-11-22T15:55:00Z'],
  ['on New Year’s Day', '2027-01-01T01:00:00Z'],
  ['on a leap day', '2028-02-29T08:00:00Z'],
  ['on its earliest day', '2020-03-01T01:00:00Z'],
  ['after a flat with a read meter changed hands', '2021-04-05T03:00:00Z'],
])('has something overdue, due today and soon %s', async (_, now) => {
  const other = await demoAt(now);
  expect(partsOf(other)).toEqual(['overdue', 'soon', 'today']);
  expect(other.json.agenda.length).toBeLessThan(66);
  const [latest] = ask<{ at: string }>(other.home, 'SELECT max(at) AS at FROM events');
  expect((latest?.at ?? '') <= now).toBe(true);
  expect((await other.desk.say('doctor')).code).toBe(0);
});
