import { describe, expect, it } from 'vitest';
import { agenda } from '../../src/agenda/service.ts';
import type { Ctx } from '../../src/context.ts';
import { invariants } from '../../src/deadlines/invariants.ts';
import { requireRenovation } from '../../src/renovations/record.ts';
import { endWorks, keepPatrol, moveEnd, startWorks } from '../../src/renovations/running.ts';
import { violated } from '../support/checks.ts';
import { policyOf, type TestCtx } from '../support/ledger.ts';
import { permitted, promises, siteDesk, type Works, when } from '../works/site.ts';

const patrols = (ctx: TestCtx, no: string) => promises(ctx, no, 'reno.patrol');
const ends = (ctx: TestCtx, no: string) => promises(ctx, no, 'reno.period-end');

const every = (text: string) => policyOf(`renovations: {patrol: ${text}}\n`);

/** What is done on which day; every day at 10:00 unless a time is said. */
type Act = readonly [string, 'patrol' | 'request' | 'reject'];

const ACTS: Readonly<Record<Act[1], (ctx: Ctx, no: string) => void>> = {
  patrol: (ctx, no) => keepPatrol(ctx, { no }),
  request: (ctx, no) => endWorks(ctx, { no }),
  reject: (ctx, no) => startWorks(ctx, requireRenovation(ctx, no)),
};

async function play(acts: readonly Act[], options: Works & { policy?: string; zone?: string }) {
  const { policy = '1d', zone = 'Asia/Shanghai', ...works } = options;
  const desk = await siteDesk(
    await policyOf(`site: {timezone: ${zone}}\nrenovations: {patrol: ${policy}}\n`),
  );
  const no = permitted(desk, works);
  let last = desk;
  for (const [time, act] of acts) {
    last = when(desk, time.includes(' ') ? time : `${time} 10:00`);
    ACTS[act](last, no);
  }
  return { ctx: last, no };
}

describe('patrols while works run', () => {
  it.each([
    ['nothing yet', [], {}, ['11-24 23:59 open']],
    ['on the first day', [['11-24', 'patrol']], {}, ['11-24 23:59 met', '11-25 23:59 open']],
    [
      'at the last second of the day',
      [['11-24 23:59:59', 'patrol']],
      {},
      ['11-24 23:59 met', '11-25 23:59 open'],
    ],
    [
      'twice on one day',
      [
        ['11-24', 'patrol'],
        ['11-24 16:00', 'patrol'],
      ],
      {},
      ['11-24 23:59 met', '11-25 23:59 open'],
    ],
    [
      'after two days without',
      [
        ['11-24', 'patrol'],
        ['11-27', 'patrol'],
      ],
      {},
      [
        '11-24 23:59 met',
        '11-25 23:59 late',
        '11-26 23:59 late',
        '11-27 23:59 met',
        '11-28 23:59 open',
      ],
    ],
    ['before the works begin', [['11-23 16:00', 'patrol']], {}, ['11-24 23:59 open']],
    [
      'works that begin next week',
      [['12-01', 'patrol']],
      { fromOn: '2026-12-01' },
      ['12-01 23:59 met', '12-02 23:59 open'],
    ],
    [
      'a permit after the works were to begin',
      [['11-23 16:00', 'patrol']],
      { fromOn: '2026-11-20' },
      ['11-23 23:59 met', '11-24 23:59 open'],
    ],
    [
      'over the end of a month',
      [['11-30', 'patrol']],
      { fromOn: '2026-11-30' },
      ['11-30 23:59 met', '12-01 23:59 open'],
    ],
    [
      'past the last day of the works',
      [['11-26', 'patrol']],
      { untilOn: '2026-11-25' },
      ['11-24 23:59 late', '11-25 23:59 late', '11-26 23:59 met', '11-27 23:59 open'],
    ],
    [
      'every third day, early: counted anew from then',
      [['11-25', 'patrol']],
      { policy: '3d' },
      ['11-26 23:59 met', '11-28 23:59 open'],
    ],
    [
      'every third day, on the last one',
      [['11-26', 'patrol']],
      { policy: '3d' },
      ['11-26 23:59 met', '11-29 23:59 open'],
    ],
    [
      'every third day, two turns missed',
      [['11-30', 'patrol']],
      { policy: '3d' },
      ['11-26 23:59 late', '11-29 23:59 late', '12-02 23:59 met', '12-03 23:59 open'],
    ],
    [
      'in New York, over the day the clock goes back',
      [['2027-11-07', 'patrol']],
      { zone: 'America/New_York', fromOn: '2027-11-06', untilOn: '2027-11-30' },
      ['11-06 23:59 late', '11-07 23:59 met', '11-08 23:59 open'],
    ],
  ] satisfies [string, Act[], Works & { policy?: string; zone?: string }, string[]][])(
    '%s',
    async (_, acts, options, expected) => {
      const { ctx, no } = await play(acts, options);
      expect(patrols(ctx, no)).toEqual(expected);
      expect(violated(ctx, invariants)).toEqual([]);
    },
  );

  it('stand on the agenda of the clerk from the beginning of their day on', async () => {
    const desk = await siteDesk();
    permitted(desk);
    const due = (time: string) =>
      agenda(when(desk, time), { role: 'clerk' }).duties.map(({ kind }) => kind);
    expect(due('11-23 23:59:59')).not.toContain('reno.patrol');
    expect(due('11-24 00:00')).toContain('reno.patrol');
    expect(due('11-25 00:00')).toContain('reno.patrol');
  });

  it('are kept by one that is written up the next day', async () => {
    const desk = await siteDesk();
    const no = permitted(desk);
    const late = { ...when(desk, '11-24 17:00'), recordedAt: when(desk, '11-25 09:00').now };
    keepPatrol(late, { no });
    expect(patrols(when(desk, '11-25 09:00'), no)).toEqual(['11-24 23:59 met', '11-25 23:59 open']);
  });

  it('go on by a new cadence after the turn that was promised by the old one', async () => {
    const daily = await siteDesk(await every('1d'));
    const no = permitted(daily);
    const rarer: TestCtx = { ...when(daily, '11-26 10:00'), policy: await every('3d') };
    keepPatrol(rarer, { no });
    expect(patrols(rarer, no)).toEqual(['11-24 23:59 late', '11-27 23:59 met', '11-29 23:59 open']);
  });
});

describe('patrols and the end of the period, when acceptance is asked for', () => {
  it.each([
    [
      'on a day not patrolled yet: today falls away',
      [
        ['11-24', 'patrol'],
        ['11-25', 'request'],
      ],
      {},
      ['11-24 23:59 met', '11-25 23:59 waived'],
      ['12-20 23:59 met'],
    ],
    [
      'after the patrol of the day: the next one never arose',
      [
        ['11-24', 'patrol'],
        ['11-24 15:00', 'request'],
      ],
      {},
      ['11-24 23:59 met'],
      ['12-20 23:59 met'],
    ],
    [
      'after days without a patrol: one missed for each, up to yesterday',
      [['11-27', 'request']],
      {},
      ['11-24 23:59 late', '11-25 23:59 late', '11-26 23:59 late', '11-27 23:59 waived'],
      ['12-20 23:59 met'],
    ],
    ['before the works begin', [['11-23 17:00', 'request']], {}, [], ['12-20 23:59 met']],
    [
      'on the last day of the works, at its last second',
      [['11-24 23:59:59', 'request']],
      { untilOn: '2026-11-24' },
      ['11-24 23:59 waived'],
      ['11-24 23:59 met'],
    ],
    [
      'a day past the last one',
      [
        ['11-24', 'patrol'],
        ['11-25 00:00', 'request'],
      ],
      { untilOn: '2026-11-24' },
      ['11-24 23:59 met', '11-25 23:59 waived'],
      ['11-24 23:59 late'],
    ],
    [
      'a patrol while acceptance is waited for owes nothing and promises nothing',
      [
        ['11-24', 'request'],
        ['11-24 16:00', 'patrol'],
      ],
      {},
      ['11-24 23:59 waived'],
      ['12-20 23:59 met'],
    ],
    [
      'failed the same day: patrols again from today',
      [
        ['11-24', 'request'],
        ['11-24 16:00', 'reject'],
      ],
      {},
      ['11-24 23:59 waived', '11-24 23:59 open'],
      ['12-20 23:59 met', '12-20 23:59 open'],
    ],
    [
      'failed days later: the days between owe nothing',
      [
        ['11-24', 'request'],
        ['11-27', 'reject'],
      ],
      {},
      ['11-24 23:59 waived', '11-27 23:59 open'],
      ['12-20 23:59 met', '12-20 23:59 open'],
    ],
    [
      'failed past the last day: the end is today',
      [
        ['11-24', 'request'],
        ['11-27', 'reject'],
      ],
      { untilOn: '2026-11-25' },
      ['11-24 23:59 waived', '11-27 23:59 open'],
      ['11-25 23:59 met', '11-27 23:59 open'],
    ],
  ] satisfies [string, Act[], Works, string[], string[]][])(
    '%s',
    async (_, acts, works, expected, expectedEnds) => {
      const { ctx, no } = await play(acts, works);
      expect(patrols(ctx, no)).toEqual(expected);
      expect(ends(ctx, no)).toEqual(expectedEnds);
      expect(violated(ctx, invariants)).toEqual([]);
    },
  );
});

describe('the end of the period', () => {
  it('stays open and overdue when the last day passes', async () => {
    const desk = await siteDesk();
    const no = permitted(desk, { untilOn: '2026-11-25' });
    expect(ends(when(desk, '11-25 23:59:59'), no)).toEqual(['11-25 23:59 open']);
    expect(ends(when(desk, '11-26 00:00'), no)).toEqual(['11-25 23:59 overdue']);
  });

  it.each([
    ['moves before it has come', '11-25 23:59:59', ['11-30 23:59 open']],
    ['stays missed once it has passed', '11-26 00:00', ['11-25 23:59 late', '11-30 23:59 open']],
  ])('%s', async (_, time, expected) => {
    const desk = await siteDesk();
    const no = permitted(desk, { untilOn: '2026-11-25' });
    const then = when(desk, time);
    moveEnd(then, { no, untilOn: '2026-11-30' });
    expect(ends(then, no)).toEqual(expected);
  });
});
