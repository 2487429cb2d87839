import { describe, expect, it } from 'vitest';
import type { Step } from '../../src/tickets/rules.ts';
import { proposeCharge, refusalOf, STEPS } from '../../src/tickets/rules.ts';
import { defaultPolicy } from '../support/ledger.ts';

const { calendar, tickets } = await defaultPolicy();

describe('who pays for a repair (rule 27)', () => {
  const base = {
    isPublic: false,
    handoverOn: '2024-11-22',
    openedAt: '2026-11-22T01:30:00Z',
    warranty: tickets.warranty.general,
    calendar,
  };
  it.each([
    ['a public place', { isPublic: true, handoverOn: null }, 'free'],
    ['handover unknown', { handoverOn: null }, null],
    ['last second of the last day', { openedAt: '2026-11-22T15:59:59Z' }, 'warranty'],
    ['first second after it', { openedAt: '2026-11-22T16:00:00Z' }, 'paid'],
    ['day before the warranty ends', { handoverOn: '2024-11-23' }, 'warranty'],
    ['day after it ended', { handoverOn: '2024-11-21' }, 'paid'],
    [
      'a leak, five years',
      { handoverOn: '2021-11-22', warranty: tickets.warranty.leak },
      'warranty',
    ],
    ['a leak, a day more', { handoverOn: '2021-11-21', warranty: tickets.warranty.leak }, 'paid'],
    [
      'handed over on a leap day',
      { handoverOn: '2024-02-29', openedAt: '2026-02-28T15:59:59Z' },
      'warranty',
    ],
    [
      'the first second of March after it',
      { handoverOn: '2024-02-29', openedAt: '2026-02-28T16:00:00Z' },
      'paid',
    ],
  ])('%s', (_, change, expected) => {
    expect(proposeCharge({ ...base, ...change })).toBe(expected);
  });
});

describe('the order of steps', () => {
  const states = ['open', 'assigned', 'finished', 'closed', 'cancelled'] as const;
  const table: Readonly<Record<Step, string>> = {
    //          open assigned finished closed cancelled
    assign: '   yes  yes      reopen   reopen gone',
    arrive: '   yes  yes      reopen   reopen gone',
    postpone: ' yes  yes      reopen   reopen gone',
    inform: '   yes  yes      reopen   reopen gone',
    note: '     yes  yes      yes      yes    gone',
    finish: '   yes  yes      reopen   reopen gone',
    'leak-test': ' finish finish yes      yes    gone',
    appoint: '  finish finish yes      reopen gone',
    close: '    finish finish yes      reopen gone',
    reopen: '   finish finish yes      yes    gone',
    cancel: '   yes  yes      reopen   reopen gone',
    callback: ' finish finish yes      yes    gone',
  };
  const missing: Record<string, string | undefined> = {
    yes: undefined,
    finish: 'wy ticket finish T261122-001',
    reopen: 'wy ticket reopen T261122-001',
    gone: 'wy ticket open',
  };
  const cases = Object.entries(table).flatMap(([step, row]) =>
    row
      .trim()
      .split(/\s+/)
      .map((answer, at) => [step as Step, states[at] ?? 'open', answer] as const),
  );

  it.each(cases)('%s a ticket that is %s: %s', (step, state, answer) => {
    const refusal = refusalOf(step, { no: 'T261122-001', state });
    const hint = missing[answer];
    if (hint === undefined) expect(refusal).toBeUndefined();
    else expect(refusal?.hint?.en).toContain(hint);
  });

  it('is told for every step', () => {
    expect(Object.keys(table).sort()).toEqual(Object.keys(STEPS).sort());
  });
});
