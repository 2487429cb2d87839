import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Ledger } from '../../src/ledger/ledger.ts';
import { measure } from '../../src/measures/measuring.ts';
import { spanOf } from '../../src/measures/model.ts';
import { openComplaints } from '../../src/measures/open-complaints.ts';
import { reportOf } from '../../src/visits/reporting.ts';
import { makeCtx, type TestCtx } from '../support/ledger.ts';
import { desertedDesk, temporaryPath } from '../support/session.ts';
import { monthOf, nosOf, unexplained, unparted, unproven } from './figures.ts';

/** Half past five on a Sunday afternoon in Shanghai. */
const NOW = '2026-11-22T09:30:00Z';
const MONTHS = ['2026-09', '2026-10', '2026-11'];

let now: TestCtx;

beforeAll(async () => {
  const home = temporaryPath('demo');
  const desk = desertedDesk();
  desk.now = NOW;
  expect((await desk.run(['demo', home])).code).toBe(0);
  const ledger = new Ledger(path.join(home, 'ledger.db'), { readonly: true });
  now = { ...(await makeCtx({ now: NOW })), ledger };
}, 60_000);

afterAll(() => now.ledger.close());

it.each(MONTHS)('%s: each figure is made by the records that it lists', (month) => {
  expect(unexplained(now, [monthOf(now, month)])).toEqual([]);
});

it.each(MONTHS)('%s: each numerator is made by the records that count', (month) => {
  expect(unproven(now, monthOf(now, month))).toEqual([]);
});

it('so is each figure of a year, and of a day', () => {
  const spans = [
    { fromOn: '2026-01-01', untilOn: '2026-12-31' },
    { fromOn: '2026-11-21', untilOn: '2026-11-21' },
  ].map((days) => spanOf(days, now));
  expect(unexplained(now, spans)).toEqual([]);
});

it.each(MONTHS)('%s: each figure is the sum of its parts', (month) => {
  expect(unparted(now, monthOf(now, month))).toEqual([]);
});

it('what is carried over was open at the end before; what is to handle is closed or open', () => {
  const [before, after] = ['2026-10', '2026-11'].map(
    (month) => measure(now, monthOf(now, month)).numbers,
  );
  for (const family of ['complaints', 'enquiries', 'moves']) {
    expect([family, after?.[`${family}.carried`]]).toEqual([family, before?.[`${family}.open`]]);
  }
  expect(after?.['deposits.carried']).toBe(before?.['deposits.held']);
  const { handled, closed, open } = Object.fromEntries(
    ['handled', 'closed', 'open'].map((key) => [key, after?.[`complaints.${key}`] ?? 0]),
  ) as Record<'handled' | 'closed' | 'open', number>;
  expect(closed + open).toBe(handled);
});

it.each(MONTHS)('%s: the report of the visits tells the same', (month) => {
  const { all } = reportOf(now, month);
  const { numbers, rates } = measure(now, monthOf(now, month));
  expect(numbers['visits.count']).toBe(all.count);
  expect(rates['visits.satisfaction']).toEqual(all.rate);
});

it('the unclosed complaints are those of the figure', () => {
  const open = openComplaints(now, monthOf(now, '2026-11'));
  expect(open.map(({ no }) => no)).toEqual(nosOf(now, '2026-11', 'complaints.open'));
  expect(open.length).toBeGreaterThan(0);
});
