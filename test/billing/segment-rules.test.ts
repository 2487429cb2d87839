import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Concession, Household, Line, Segment, Span } from '../../src/billing/model.ts';
import { segmentsOf, unbilled } from '../../src/billing/segment-rules.ts';
import { addDays, daysBetween } from '../../src/lib/day.ts';
import { monthPartsBetween } from '../../src/tariffs/amount-rules.ts';

const NOVEMBER: Line = {
  from: '2026-11-01',
  until: '2026-11-30',
  rates: [{ fromOn: '2020-01-01', rateTenthousandths: 3000 }],
  developer: true,
  party: false,
};

const LIVED_IN: Household = {
  handoverOn: '2023-06-30',
  owners: [{ personId: 7, fromOn: '2023-07-01', untilOn: null }],
  concessions: [],
};

const QUARTER = { from: '2026-10-01', until: '2026-12-31' };
const OWNER = { personId: 7, fromOn: null, untilOn: null };
const trust = (change: Partial<Concession> = {}): Concession => ({
  percent: 70,
  fromOn: '2026-01-01',
  untilOn: null,
  fullFeeFromOn: null,
  ...change,
});

/** `01-14 30 developer`: days of the month, percent where it is not all, who owes. */
const told = ({ from, until, percent, rateTenthousandths, debtor }: Segment) =>
  [
    `${from.slice(5)}..${until.slice(5)}`,
    String(rateTenthousandths),
    `${percent}%`,
    debtor ? `${debtor.debtor}${debtor.debtorId ?? ''}` : 'nobody',
  ].join(' ');

describe('segmentsOf', () => {
  const newRate = [...NOVEMBER.rates, { fromOn: '2026-11-15', rateTenthousandths: 3500 }];

  it.each<[string, Partial<Line>, Partial<Household>, string[]]>([
    ['a whole cycle', {}, {}, ['11-01..11-30 3000 100% owner7']],
    [
      'the rate changes within',
      { ...QUARTER, rates: newRate },
      {},
      ['10-01..11-14 3000 100% owner7', '11-15..12-31 3500 100% owner7'],
    ],
    [
      'the rate changes on the first day',
      { rates: [...NOVEMBER.rates, { fromOn: '2026-11-01', rateTenthousandths: 3500 }] },
      {},
      ['11-01..11-30 3500 100% owner7'],
    ],
    [
      'the rate is said again, the same',
      { rates: [...NOVEMBER.rates, { fromOn: '2026-11-15', rateTenthousandths: 3000 }] },
      {},
      ['11-01..11-30 3000 100% owner7'],
    ],
    [
      'no rate before the 15th',
      { rates: [{ fromOn: '2026-11-15', rateTenthousandths: 3500 }] },
      {},
      ['11-15..11-30 3500 100% owner7'],
    ],
    [
      'handed over in mid-month',
      {},
      { handoverOn: '2026-11-15', owners: [OWNER] },
      ['11-01..11-14 3000 100% developer', '11-15..11-30 3000 100% owner7'],
    ],
    [
      'handed over on the first day',
      {},
      { handoverOn: '2026-11-01', owners: [OWNER] },
      ['11-01..11-30 3000 100% owner7'],
    ],
    [
      'handed over on the last day',
      {},
      { handoverOn: '2026-11-30', owners: [OWNER] },
      ['11-01..11-29 3000 100% developer', '11-30..11-30 3000 100% owner7'],
    ],
    [
      'handed over in mid-month, the developer owes nothing',
      { developer: false },
      { handoverOn: '2026-11-15', owners: [OWNER] },
      ['11-15..11-30 3000 100% owner7'],
    ],
    [
      'handed over later',
      {},
      { handoverOn: '2026-12-01', owners: [OWNER] },
      ['11-01..11-30 3000 100% developer'],
    ],
    [
      'nobody knows of a hand-over, and no owner',
      {},
      { handoverOn: null, owners: [] },
      ['11-01..11-30 3000 100% developer'],
    ],
    [
      'nobody knows of a hand-over, an owner was always there',
      {},
      { handoverOn: null, owners: [OWNER] },
      ['11-01..11-30 3000 100% owner7'],
    ],
    [
      'nobody knows of a hand-over, an owner comes on the 15th',
      {},
      { handoverOn: null, owners: [{ ...OWNER, fromOn: '2026-11-15' }] },
      ['11-01..11-14 3000 100% developer', '11-15..11-30 3000 100% owner7'],
    ],
    [
      'nobody knows of a hand-over, the owner has gone',
      {},
      { handoverOn: null, owners: [{ ...OWNER, untilOn: '2026-10-31' }] },
      ['11-01..11-30 3000 100% developer'],
    ],
    ['handed over, and nobody owns it', {}, { owners: [] }, ['11-01..11-30 3000 100% nobody']],
    [
      'handed over, and the owner went the day before',
      {},
      { owners: [{ ...OWNER, untilOn: '2026-10-31' }] },
      ['11-01..11-30 3000 100% nobody'],
    ],
    [
      'sold in mid-month: the owner of the first day',
      {},
      {
        owners: [
          { personId: 7, fromOn: null, untilOn: '2026-11-14' },
          { personId: 8, fromOn: '2026-11-15', untilOn: null },
        ],
      },
      ['11-01..11-30 3000 100% owner7'],
    ],
    [
      'two owners: the one registered first',
      {},
      { owners: [{ ...OWNER, personId: 9 }, OWNER] },
      ['11-01..11-30 3000 100% owner9'],
    ],
    ['in trust all the time', {}, { concessions: [trust()] }, ['11-01..11-30 3000 70% owner7']],
    [
      'in trust until the 14th',
      {},
      { concessions: [trust({ untilOn: '2026-11-14' })] },
      ['11-01..11-14 3000 70% owner7', '11-15..11-30 3000 100% owner7'],
    ],
    [
      'in trust until the last day',
      {},
      { concessions: [trust({ untilOn: '2026-11-30' })] },
      ['11-01..11-30 3000 70% owner7'],
    ],
    [
      'in trust, the full fee from the 15th',
      {},
      { concessions: [trust({ fullFeeFromOn: '2026-11-15' })] },
      ['11-01..11-14 3000 70% owner7', '11-15..11-30 3000 100% owner7'],
    ],
    [
      'in trust, the full fee since last month',
      {},
      { concessions: [trust({ fullFeeFromOn: '2026-10-15' })] },
      ['11-01..11-30 3000 100% owner7'],
    ],
    [
      'in trust and vacant: what asks least',
      {},
      { concessions: [trust(), trust({ percent: 50, fromOn: '2026-11-15' })] },
      ['11-01..11-14 3000 70% owner7', '11-15..11-30 3000 50% owner7'],
    ],
    [
      'free while vacant',
      {},
      { concessions: [trust({ percent: 0, untilOn: '2026-11-14' })] },
      ['11-15..11-30 3000 100% owner7'],
    ],
    [
      'a lessee pays, whoever owns it',
      { party: true },
      { handoverOn: '2026-11-15', owners: [] },
      ['11-01..11-30 3000 100% party'],
    ],
    [
      'all at once',
      { ...QUARTER, rates: newRate },
      {
        handoverOn: '2026-10-10',
        owners: [OWNER],
        concessions: [trust({ fromOn: '2026-12-01', fullFeeFromOn: '2026-12-20' })],
      },
      [
        '10-01..10-09 3000 100% developer',
        '10-10..11-14 3000 100% owner7',
        '11-15..11-30 3500 100% owner7',
        '12-01..12-19 3500 70% owner7',
        '12-20..12-31 3500 100% owner7',
      ],
    ],
  ])('%s', (_, line, household, expected) => {
    const found = segmentsOf({ ...NOVEMBER, ...line }, { ...LIVED_IN, ...household });
    expect(found.map(told)).toEqual(expected);
  });
});

const aDay = fc.integer({ min: 0, max: 500 }).map((days) => addDays('2026-01-01', days));
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some);

const aSpan = fc
  .tuple(aDay, fc.integer({ min: 0, max: 365 }))
  .map(([from, days]) => ({ from, until: addDays(from, days) }));

const someRates = fc
  .uniqueArray(fc.record({ fromOn: aDay, rateTenthousandths: fc.integer({ min: 1, max: 3 }) }), {
    selector: ({ fromOn }) => fromOn,
    maxLength: 3,
  })
  .map((rates) =>
    [{ fromOn: '2020-01-01', rateTenthousandths: 4 }, ...rates].sort((a, b) =>
      a.fromOn < b.fromOn ? -1 : 1,
    ),
  );

const aHousehold: fc.Arbitrary<Household> = fc.record({
  handoverOn: maybe(aDay),
  owners: fc.array(
    fc.record({
      personId: fc.integer({ min: 1, max: 9 }),
      fromOn: maybe(aDay),
      untilOn: maybe(aDay),
    }),
    { maxLength: 3 },
  ),
  concessions: fc.array(
    fc.record({
      percent: fc.constantFrom(1, 50, 70, 100),
      fromOn: aDay,
      untilOn: maybe(aDay),
      fullFeeFromOn: maybe(aDay),
    }),
    { maxLength: 3 },
  ),
});

const daysOf = ({ from, until }: Span) =>
  Array.from({ length: daysBetween(from, until) + 1 }, (_, at) => addDays(from, at));

describe('segments of any household', () => {
  it('cover the days of the line, each once, in their order', () => {
    fc.assert(
      fc.property(aSpan, someRates, aHousehold, (span, rates, household) => {
        const line = { ...span, rates, developer: true, party: false };
        expect(segmentsOf(line, household).flatMap(daysOf)).toEqual(daysOf(span));
      }),
    );
  });

  it('have the months of the line in sum', () => {
    fc.assert(
      fc.property(aSpan, someRates, aHousehold, (span, rates, household) => {
        const line = { ...span, rates, developer: true, party: false };
        const parts = segmentsOf(line, household).map((it) => monthPartsBetween(it.from, it.until));
        const sum = parts.reduce((total, each) => total + each, 0);
        expect(sum).toBe(monthPartsBetween(span.from, span.until));
      }),
    );
  });

  it('are on each day what that day alone would be', () => {
    fc.assert(
      fc.property(aSpan, someRates, aHousehold, (span, rates, household) => {
        const line = { ...span, rates, developer: true, party: false };
        for (const segment of segmentsOf(line, household)) {
          const [alone] = segmentsOf(
            { ...line, from: segment.from, until: segment.from },
            household,
          );
          expect(alone).toEqual({ ...segment, until: segment.from });
        }
      }),
    );
  });

  it('leave exactly the days that are not billed yet', () => {
    fc.assert(
      fc.property(
        aSpan,
        aHousehold,
        fc.array(aSpan, { maxLength: 4 }),
        (span, household, billed) => {
          const line = { ...NOVEMBER, ...span };
          const left = unbilled(segmentsOf(line, household), billed).flatMap(daysOf);
          const taken = new Set(billed.flatMap(daysOf));
          expect(left).toEqual(daysOf(span).filter((day) => !taken.has(day)));
        },
      ),
    );
  });
});
