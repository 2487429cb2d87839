import { describe, expect, it } from 'vitest';
import { stateOf } from '../../src/deadlines/rules.ts';
import { renovationsOf } from '../../src/demo/stories/renovations.ts';
import { addDays } from '../../src/lib/day.ts';
import { dayOf } from '../../src/lib/moment.ts';
import { STATES } from '../../src/renovations/model.ts';
import { listRenovations, type RenovationRecord } from '../../src/renovations/record.ts';
import type { TestCtx } from '../support/ledger.ts';
import { CLOCKS, expectSound, moment, play, smallEstate } from './small-estate.ts';

async function renovated(day: string, time: string) {
  const now = moment(day, time);
  const { ctx, estate } = await smallEstate(now);
  play(ctx, estate, renovationsOf(estate, now));
  return { ctx, estate, all: listRenovations(ctx, {}) };
}

const of = (all: readonly RenovationRecord[], state: RenovationRecord['state']) =>
  all.filter((each) => each.state === state);

/** What stands on the agenda at a moment. */
const owedSoon = ({ now, today, zone }: TestCtx, { deadlines }: RenovationRecord) =>
  deadlines.filter(({ kind, ending, sinceAt, dueAt }) => {
    if (ending !== null || sinceAt > now) return false;
    return kind === 'reno.reinspect' || dayOf(dueAt, zone) <= addDays(today, 2);
  });

describe('what is renovated in the sample estate', () => {
  it.each(CLOCKS)(
    'stands in every state, and owes a handful of things, %s',
    async (_, day, time) => {
      const { ctx, all } = await renovated(day, time);
      expect(all).toHaveLength(19);
      const states = new Set(all.map(({ state }) => state));
      expect([...states].sort()).toEqual(Object.keys(STATES).sort());

      const ago = (days: number) => addDays(ctx.today, -days);
      const lastPatrols = of(all, 'permitted').map(({ lastPatrolAt }) => lastPatrolAt ?? '');
      expect(lastPatrols.map((at) => dayOf(at, ctx.zone))).toEqual([ago(2), ago(1), ago(1)]);

      const duties = all.flatMap((each) => owedSoon(ctx, each));
      const kinds = duties.map(({ kind }) => kind.replace('reno.', '')).sort();
      // Due within half a working day, which may lie behind a holiday.
      expect(kinds.filter((kind) => kind !== 'review' && kind !== 'approve')).toEqual([
        'pass-expiry',
        'patrol',
        'patrol',
        'patrol',
        'period-end',
        'refund',
        'reinspect',
      ]);
      const overdue = duties.filter(({ dueAt }) => dueAt < ctx.now);
      expect(overdue.map(({ kind }) => kind)).toEqual(['reno.patrol']);
      expectSound(ctx);
    },
  );

  it('was late with two patrols and nothing else', async () => {
    const { ctx, all } = await renovated('2026-11-22', '08:30');
    const late = all.flatMap(({ deadlines }) =>
      deadlines.filter((each) => stateOf(each, ctx.now) === 'late' || each.ending === 'missed'),
    );
    expect(late.map(({ kind }) => kind)).toEqual(['reno.patrol', 'reno.patrol']);
  });

  it('went wrong where it does: violations, a lost pass, a failed acceptance, a claim', async () => {
    const { all } = await renovated('2026-11-22', '08:30');
    const [, worst] = of(all, 'closed');
    expect(worst?.violations.map(({ code, reportedTo }) => [code, reportedTo !== null])).toEqual([
      ['V20', false],
      ['V09', true],
      ['V24', false],
    ]);
    expect(worst?.permits.map(({ fate, lostFen }) => [fate, lostFen])).toEqual([
      ['returned', null],
      ['returned', null],
      ['lost', 5_000],
      ['returned', null],
    ]);
    expect(worst?.inspections.map(({ kind, passed }) => [kind, passed])).toEqual([
      ['acceptance', false],
      ['acceptance', true],
      ['reinspection', true],
    ]);
    expect(worst?.deposits).toMatchObject([
      { party: 'household', deductedFen: 0, refundedFen: 200_000 },
      { party: 'team', deductedFen: 120_000, refundedFen: 80_000 },
    ]);
    const [claimed] = of(all, 'settled');
    expect(claimed).toMatchObject({ claimFen: 68_000, claimOutstandingFen: 68_000 });
    expect(claimed?.deposits.map(({ refundedFen }) => refundedFen)).toEqual([0, 0]);
    expect(of(all, 'permitted').flatMap(({ openViolations }) => openViolations)).toEqual(['2 V09']);
  });

  it('is done by owners, tenants and a shop, with a team or alone', async () => {
    const { all, estate } = await renovated('2026-11-22', '08:30');
    expect(new Set(all.map(({ unit }) => unit)).size).toBe(all.length);
    expect(all.filter(({ applicant }) => applicant === 'tenant')).toHaveLength(3);
    expect(all.filter(({ use }) => use === 'shop').map(({ state }) => state)).toEqual(['refused']);
    expect(all.filter(({ contractor }) => contractor === null)).toHaveLength(2);
    for (const { unit, applicantName } of all) {
      const flat = estate.dwellings.find(({ code }) => code === unit);
      expect(flat?.people.map(({ name }) => name)).toContain(applicantName);
    }
  });

  it('is promised in all its parts, each by household and team', async () => {
    const { all } = await renovated('2026-11-22', '08:30');
    expect(all.flatMap(({ unpromised }) => unpromised)).toEqual([]);
  });
});
