import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type LadderCase,
  ladderOf,
  type Terms,
  type Told,
} from '../../src/dunning/ladder-rules.ts';
import { addDays, type Day } from '../../src/lib/day.ts';
import { parseDuration } from '../../src/lib/duration.ts';

const terms: Terms = {
  notice: parseDuration('10d'),
  letter: parseDuration('3mo'),
  legal: parseDuration('3mo'),
};

const told = (on: Day, change: Partial<Told> = {}): Told => ({
  stage: 'notice',
  way: 'sms',
  result: 'sent',
  promiseOn: null,
  deliveredOn: null,
  signedBy: null,
  relation: null,
  tracking: null,
  contactedAt: `${on}T02:00:00Z`,
  on,
  heldUntil: null,
  ...change,
});

const letter = (on: Day, change: Partial<Told> = {}) =>
  told(on, { stage: 'letter', way: 'letter', ...change });

const promised = (on: Day, until: Day, change: Partial<Told> = {}) =>
  told(on, { way: 'phone', result: 'promised', promiseOn: until, heldUntil: until, ...change });

const due = (...days: Day[]) =>
  days.map((dueOn) => ({ dueOn, billedAt: `${dueOn.slice(0, 8)}01T00:00:00Z` }));

const at = (asOf: Day, contacts: Told[], change: Partial<LadderCase> = {}) =>
  ladderOf({ charges: due('2026-01-25'), contacts, canBeVisited: false, ...change }, asOf, terms);

const steps = (...args: Parameters<typeof at>) => at(...args).steps.map(({ stage }) => stage);

describe('the ladder', () => {
  it.each<[string, Day, Told[], Partial<LadderCase>, string[]]>([
    ['nobody told: a notice', '2026-02-01', [], {}, ['notice']],
    [
      'a call in vain tells nobody',
      '2026-02-02',
      [told('2026-02-01', { way: 'phone', result: 'no-answer' })],
      {},
      ['notice'],
    ],
    [
      'an SMS that came back tells nobody',
      '2026-02-02',
      [told('2026-01-31'), told('2026-02-01', { result: 'returned' })],
      {},
      ['notice'],
    ],
    ['told on the due day: not of this debt', '2026-02-02', [told('2026-01-25')], {}, ['notice']],
    ['told the day after it', '2026-02-20', [told('2026-01-26')], {}, []],
    [
      'told before it was billed',
      '2026-02-20',
      [told('2026-01-26')],
      { charges: [{ dueOn: '2026-01-25', billedAt: '2026-01-26T02:00:01Z' }] },
      ['notice'],
    ],
    [
      'told the moment it was billed',
      '2026-02-20',
      [told('2026-01-26')],
      { charges: [{ dueOn: '2026-01-25', billedAt: '2026-01-26T02:00:00Z' }] },
      [],
    ],
    ['three months less a day', '2026-04-30', [told('2026-02-01')], {}, []],
    ['exactly three months', '2026-05-01', [told('2026-02-01')], {}, ['letter']],
    [
      'three months from the 30th: the last of February',
      '2027-02-28',
      [told('2026-11-30')],
      { charges: due('2026-10-25') },
      ['letter'],
    ],
    ['the day before that', '2027-02-27', [told('2026-11-30')], { charges: due('2026-10-25') }, []],
    [
      'into a leap year: the 29th',
      '2028-02-28',
      [told('2027-11-30')],
      { charges: due('2027-10-25') },
      [],
    ],
    ['on the 29th', '2028-02-29', [told('2027-11-30')], { charges: due('2027-10-25') }, ['letter']],
    [
      'counted from the first notice, not the last',
      '2026-05-12',
      [told('2026-02-01'), told('2026-05-01')],
      {},
      ['letter'],
    ],
    [
      'a visit beside the letter, not after it',
      '2026-05-01',
      [told('2026-02-01')],
      { canBeVisited: true },
      ['letter', 'visit'],
    ],
    [
      'a visit long before the letter',
      '2026-03-01',
      [told('2026-02-01')],
      { canBeVisited: true },
      ['visit'],
    ],
    ['no visit before a notice', '2026-03-01', [], { canBeVisited: true }, ['notice']],
    [
      'nobody was at home: the visit is still due',
      '2026-03-01',
      [told('2026-02-01'), told('2026-02-15', { way: 'visit', result: 'no-answer' })],
      { canBeVisited: true },
      ['visit'],
    ],
    [
      'somebody was',
      '2026-03-01',
      [told('2026-02-01'), told('2026-02-15', { way: 'visit', result: 'refused' })],
      { canBeVisited: true },
      [],
    ],
    [
      'a letter was sent: nothing more',
      '2026-06-01',
      [told('2026-02-01'), letter('2026-05-01')],
      {},
      [],
    ],
    [
      'three months after the letter less a day',
      '2026-07-31',
      [told('2026-02-01'), letter('2026-05-01')],
      {},
      [],
    ],
    [
      'three months after it',
      '2026-08-01',
      [told('2026-02-01'), letter('2026-05-01')],
      {},
      ['legal'],
    ],
    [
      'delivered later: from then',
      '2026-08-01',
      [
        told('2026-02-01'),
        letter('2026-05-01'),
        letter('2026-05-06', { result: 'reached', deliveredOn: '2026-05-04' }),
      ],
      {},
      [],
    ],
    [
      'three months after the delivery',
      '2026-08-04',
      [
        told('2026-02-01'),
        letter('2026-05-01'),
        letter('2026-05-06', { result: 'reached', deliveredOn: '2026-05-04' }),
      ],
      {},
      ['legal'],
    ],
    [
      'the letter came back: another one',
      '2026-06-01',
      [told('2026-02-01'), letter('2026-05-01'), letter('2026-05-10', { result: 'returned' })],
      {},
      ['letter'],
    ],
    [
      'another letter came back',
      '2026-08-01',
      [
        told('2026-02-01'),
        letter('2026-05-01', { tracking: 'A' }),
        letter('2026-05-02', { tracking: 'B' }),
        letter('2026-05-10', { result: 'returned', tracking: 'B' }),
      ],
      {},
      ['legal'],
    ],
    ['a letter without a notice before it', '2026-06-01', [letter('2026-05-01')], {}, []],
    [
      'the old debt paid, a new one not yet told of',
      '2026-05-01',
      [told('2026-02-01')],
      { charges: due('2026-04-25') },
      ['notice'],
    ],
    [
      'the older part paid, the newer one told of too',
      '2026-05-01',
      [told('2026-03-01')],
      { charges: due('2026-02-25', '2026-04-25') },
      [],
    ],
    [
      'and three months after that',
      '2026-06-01',
      [told('2026-03-01')],
      { charges: due('2026-02-25', '2026-04-25') },
      ['letter'],
    ],
    [
      'the director has decided',
      '2026-09-01',
      [
        told('2026-02-01'),
        letter('2026-05-01'),
        told('2026-08-02', { stage: 'legal', way: 'director' }),
      ],
      { canBeVisited: true },
      [],
    ],
  ])('%s', (_, asOf, contacts, change, expected) => {
    expect(steps(asOf, contacts, change)).toEqual(expected);
  });

  it.each<[string, Day, Told[], ReturnType<typeof at>['hold']]>([
    ['nothing was said', '2026-02-01', [], null],
    [
      'in the time of the notice',
      '2026-02-11',
      [told('2026-02-01')],
      { kind: 'notified', until: '2026-02-11' },
    ],
    ['the day after it', '2026-02-12', [told('2026-02-01')], null],
    [
      'a call in vain holds nothing',
      '2026-02-02',
      [told('2026-02-01', { way: 'phone', result: 'no-answer' })],
      null,
    ],
    [
      'on the promised day',
      '2026-02-05',
      [promised('2026-02-01', '2026-02-05')],
      { kind: 'promised', until: '2026-02-05' },
    ],
    [
      'the day after: broken, and no time left',
      '2026-02-06',
      [promised('2026-02-01', '2026-02-05')],
      null,
    ],
    [
      'nobody answered since: the promise stands',
      '2026-02-05',
      [
        promised('2026-02-01', '2026-02-05'),
        told('2026-02-03', { way: 'phone', result: 'no-answer' }),
      ],
      { kind: 'promised', until: '2026-02-05' },
    ],
    [
      'refused since: the promise is gone',
      '2026-03-05',
      [
        promised('2026-02-01', '2026-03-31'),
        told('2026-02-03', { way: 'phone', result: 'refused' }),
      ],
      null,
    ],
    [
      'promised anew',
      '2026-02-08',
      [promised('2026-02-01', '2026-02-05'), promised('2026-02-05', '2026-02-08')],
      { kind: 'promised', until: '2026-02-08' },
    ],
    [
      'disputed',
      '2027-02-01',
      [told('2026-02-01', { way: 'phone', result: 'disputed' })],
      { kind: 'disputed', until: null },
    ],
    [
      'a message since does not settle it',
      '2026-05-01',
      [told('2026-02-01', { way: 'phone', result: 'disputed' }), told('2026-03-01')],
      { kind: 'disputed', until: null },
    ],
    [
      'spoken with since',
      '2026-05-01',
      [
        told('2026-02-01', { way: 'phone', result: 'disputed' }),
        told('2026-03-01', { way: 'phone', result: 'reached' }),
      ],
      null,
    ],
    [
      'the letter gives time as well',
      '2026-05-11',
      [told('2026-02-01'), letter('2026-05-01')],
      { kind: 'notified', until: '2026-05-11' },
    ],
    [
      'legal action has been decided',
      '2026-09-01',
      [told('2026-02-01'), told('2026-08-02', { stage: 'legal', way: 'director' })],
      { kind: 'legal', until: null },
    ],
  ])('leaves alone: %s', (_, asOf, contacts, expected) => {
    expect(at(asOf, contacts).hold).toEqual(expected);
  });

  it('says from when each step counts', () => {
    expect(at('2026-02-01', []).steps).toEqual([
      { stage: 'notice', clause: 'dunning.notice', since: '2026-01-25' },
    ]);
    expect(at('2026-05-01', [told('2026-02-01')]).steps).toEqual([
      { stage: 'letter', clause: 'dunning.letter', since: '2026-02-01' },
    ]);
    expect(at('2026-08-01', [told('2026-02-01'), letter('2026-05-01')]).steps).toEqual([
      { stage: 'legal', clause: 'dunning.legal', since: '2026-05-01' },
    ]);
  });

  it('never sends a letter before three months from a notice, nor twice', () => {
    const day = fc.integer({ min: 1, max: 400 }).map((days) => addDays('2026-01-25', days));
    const contact = fc.record({
      on: day,
      way: fc.constantFrom('sms', 'phone', 'letter', 'visit'),
      result: fc.constantFrom('sent', 'reached', 'no-answer', 'refused', 'returned'),
    });
    fc.assert(
      fc.property(fc.array(contact, { maxLength: 6 }), day, (made, asOf) => {
        const contacts = made
          .filter(({ on }) => on <= asOf)
          .sort((a, b) => (a.on < b.on ? -1 : 1))
          .map(({ on, way, result }) => told(on, { way, result } as Partial<Told>));
        const found = at(asOf, contacts).steps;
        if (!found.some(({ stage }) => stage === 'letter')) return;
        const notice = contacts.find(
          ({ way, result }) =>
            ['sms', 'phone'].includes(way) && !['no-answer', 'returned'].includes(result),
        );
        expect(notice && addDays(notice.on, 89) <= asOf).toBe(true);
        const sent = contacts.filter((it) => it.way === 'letter').at(-1);
        expect(['returned', 'no-answer', undefined]).toContain(sent?.result);
      }),
    );
  });
});
