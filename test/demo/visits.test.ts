import { describe, expect, it } from 'vitest';
import { roundOf } from '../../src/deadlines/rounds.ts';
import { stateOf } from '../../src/deadlines/rules.ts';
import { QUESTIONS } from '../../src/demo/questions.ts';
import { enquiriesOf, openEnquiryOf } from '../../src/demo/stories/enquiries.ts';
import { openPlanOf, plansOf } from '../../src/demo/stories/plans.ts';
import { monthEndOf, sampleBegins, samplesOf } from '../../src/demo/stories/visits.ts';
import { listEnquiries } from '../../src/enquiries/record.ts';
import { listPlans } from '../../src/plans/plans.ts';
import { listTickets } from '../../src/tickets/record.ts';
import { callList } from '../../src/visits/calling.ts';
import { reportOf } from '../../src/visits/reporting.ts';
import { sampleOf } from '../../src/visits/sampling.ts';
import { at } from '../support/ledger.ts';
import { CLOCKS, daysFrom, expectSound, moment, play, smallEstate } from './small-estate.ts';

describe('the sample of a month', () => {
  it.each(['2026-02', '2028-02', '2026-10', '2026-12'])(
    'is drawn, visited and summed up by the end of %s',
    async (month) => {
      const begins = sampleBegins(month);
      const { ctx, estate } = await smallEstate(moment(begins, '08:00'));
      const after = at(ctx, moment(daysFrom(begins, 9).at(-1) ?? '', '09:00'));
      play(after, estate, [...samplesOf(estate, month), ...monthEndOf(estate, month)]);

      const { units, visited, least } = sampleOf(after, month, undefined);
      expect(visited).toBeGreaterThanOrEqual(least);
      expect(visited).toBeLessThan(units.length);
      expect(units.some(({ tries }) => tries > 0)).toBe(true);
      for (const routine of ['visit.sample', 'visit.summary', 'visit.committee'] as const) {
        const round = roundOf(after, routine, month);
        expect((round?.doneAt ?? '9999') <= (round?.dueAt ?? '')).toBe(true);
      }
      const report = reportOf(after, month);
      expect(report.summary?.text).toContain(` ${report.all.count} 次`);
      expect(listTickets(after, {}).map(({ state }) => state)).toEqual(['closed']);
      expectSound(after);
    },
  );

  it('is still under way some days before that', async () => {
    const { ctx, estate } = await smallEstate(moment('2026-11-27', '09:00'));
    play(ctx, estate, samplesOf(estate, '2026-11'));
    const { visited, least } = sampleOf(ctx, '2026-11', undefined);
    expect(visited).toBeGreaterThan(5);
    expect(visited).toBeLessThan(least);
  });
});

describe('planned visits', () => {
  it('are made once a week', async () => {
    const { ctx, estate } = await smallEstate(moment('2026-12-31', '20:00'));
    play(
      ctx,
      estate,
      daysFrom('2026-10-05', 56).flatMap((day) => plansOf(estate, day)),
    );
    const plans = listPlans(ctx, {});
    expect(plans.map(({ state }) => state)).toEqual(Array.from({ length: 8 }, () => 'done'));
    const late = plans.flatMap(({ deadlines }) =>
      deadlines.filter((each) => stateOf(each, ctx.now) === 'late'),
    );
    expect(late).toEqual([]);
    expectSound(ctx);
  });

  it.each(CLOCKS)('hold one for today %s', async (_, day, time) => {
    const now = moment(day, time);
    const { ctx, estate } = await smallEstate(now);
    play(ctx, estate, openPlanOf(estate, now));
    expect(callList(ctx, { role: undefined, within: undefined })).toMatchObject([
      { reason: 'plan', tries: 0 },
    ]);
  });
});

describe('enquiries', () => {
  it('come three or four a day and are answered', async () => {
    const { ctx, estate } = await smallEstate(moment('2027-01-31', '20:00'));
    const days = daysFrom('2026-11-01', 60);
    play(
      ctx,
      estate,
      days.flatMap((day) => enquiriesOf(estate, day)),
    );
    const enquiries = listEnquiries(ctx, {});
    expect(enquiries.length).toBeGreaterThan(180);
    expect(enquiries.length).toBeLessThan(240);
    expect(enquiries.filter(({ state }) => state === 'open')).toEqual([]);
    expect(enquiries.some(({ promisedAt }) => promisedAt !== null)).toBe(true);
    expect(new Set(enquiries.map(({ kind }) => kind)).size).toBe(4);
    const judged = enquiries.flatMap(({ deadlines }) => deadlines);
    const late = judged.filter((each) => stateOf(each, ctx.now) === 'late');
    expect(late.length / judged.length).toBeLessThan(0.25);
    expectSound(ctx);
  });

  it.each(CLOCKS)('hold one that nobody has answered %s', async (_, day, time) => {
    const now = moment(day, time);
    const { ctx, estate } = await smallEstate(now);
    play(ctx, estate, openEnquiryOf(estate, now));
    expect(listEnquiries(ctx, { open: true })).toMatchObject([{ kind: 'caller', answer: null }]);
  });

  it('are told apart by their words', () => {
    const texts = QUESTIONS.map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
  });
});
