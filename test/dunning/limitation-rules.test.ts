import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Interruption, limitationOf } from '../../src/dunning/limitation-rules.ts';
import { addDays, addMonths, type Day } from '../../src/lib/day.ts';

const contact = (on: Day): Interruption => ({ on, cause: 'contact' });
const promise = (on: Day): Interruption => ({ on, cause: 'promise' });
const payment = (on: Day): Interruption => ({ on, cause: 'payment' });

describe('the limitation of a charge', () => {
  it.each<[string, Day, Interruption[], Day]>([
    ['three years, the same day', '2026-01-25', [], '2029-01-25'],
    ['from a leap day: the last of February', '2024-02-29', [], '2027-02-28'],
    ['from the last of February: the 28th, not the 29th', '2025-02-28', [], '2028-02-28'],
    ['from a 31st', '2026-12-31', [], '2029-12-31'],
    ['a demand starts it anew', '2026-01-25', [contact('2027-03-31')], '2030-03-31'],
    ['a demand on its last day', '2026-01-25', [contact('2029-01-25')], '2032-01-25'],
    ['a demand a day too late', '2026-01-25', [contact('2029-01-26')], '2029-01-25'],
    [
      'a promise a day too late still does: the debtor agrees',
      '2026-01-25',
      [promise('2029-01-26')],
      '2032-01-26',
    ],
    ['so does a part payment', '2026-01-25', [payment('2030-05-01')], '2033-05-01'],
    [
      'after which a demand counts again',
      '2026-01-25',
      [payment('2030-05-01'), contact('2032-01-01')],
      '2035-01-01',
    ],
    [
      'the last of several',
      '2026-01-25',
      [contact('2028-01-01'), contact('2027-01-01')],
      '2031-01-01',
    ],
    [
      'a chain, each in time',
      '2020-01-25',
      [contact('2022-12-01'), contact('2025-11-30')],
      '2028-11-30',
    ],
    [
      'a chain with a gap',
      '2020-01-25',
      [contact('2022-12-01'), contact('2025-12-02')],
      '2025-12-01',
    ],
    [
      'what was before the due day does not count',
      '2026-01-25',
      [contact('2025-12-01'), payment('2026-01-10')],
      '2029-01-25',
    ],
  ])('%s', (_, dueOn, interruptions, lastOn) => {
    expect(limitationOf(dueOn, interruptions, 36).lastOn).toBe(lastOn);
  });

  it('says why', () => {
    expect(limitationOf('2026-01-25', [contact('2026-03-01')], 36)).toEqual({
      from: '2026-03-01',
      cause: 'contact',
      lastOn: '2029-03-01',
    });
    expect(limitationOf('2026-01-25', [], 36).cause).toBe('due');
  });

  it('never ends earlier for being interrupted, in whatever order that is told', () => {
    const interruption = fc.record({
      on: fc.integer({ min: -500, max: 4000 }).map((days) => addDays('2026-01-25', days)),
      cause: fc.constantFrom('contact', 'promise', 'payment'),
    });
    fc.assert(
      fc.property(fc.array(interruption), (all) => {
        const found = limitationOf('2026-01-25', all as Interruption[], 36);
        expect(found.lastOn >= addMonths('2026-01-25', 36)).toBe(true);
        expect(found.lastOn).toBe(addMonths(found.from, 36));
        expect(limitationOf('2026-01-25', [...all].reverse() as Interruption[], 36).lastOn).toBe(
          found.lastOn,
        );
      }),
    );
  });
});
