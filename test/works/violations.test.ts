import { beforeEach, describe, expect, it } from 'vitest';
import { rectifyViolation } from '../../src/works/rectifying.ts';
import { reportViolation } from '../../src/works/reporting.ts';
import { listViolations, type ViolationQuery, violationCodes } from '../../src/works/violations.ts';
import { stageOf, when } from '../renovations/stages.ts';
import { KEYS, Keyboard } from '../support/keyboard.ts';
import { makeCtx, type TestCtx } from '../support/ledger.ts';
import { type FrontDesk, frontDesk } from '../support/session.ts';
import { find, refusalOf } from './violation-site.ts';

describe('the list of violations', () => {
  /** Two renovations: of one V09 and V20, put right, on 11-24 and 11-25; of the other V24 on 11-25. */
  let ctx: TestCtx;
  let nos: string[];

  beforeEach(async () => {
    const made = await makeCtx();
    const staged = [
      stageOf(made, 'permitted'),
      stageOf(made, 'permitted', { unit: '5-1-201', name: '周敏' }),
    ];
    nos = staged.map(({ no }) => no);
    const [first = '', second = ''] = nos;
    ctx = (staged[0] as { ctx: TestCtx }).ctx;
    find(when(ctx, '2026-11-24 09:00'), first, { code: 'V09', measures: ['stop-work'] });
    find(when(ctx, '2026-11-25 00:00'), first);
    find(when(ctx, '2026-11-25 23:59:59'), second, { code: 'V24' });
    const later = when(ctx, '2026-11-26 08:00');
    reportViolation(later, first, { part: 1, to: '区住建局', at: '2026-11-24T08:00:00Z' });
    rectifyViolation(later, first, { part: 2, note: undefined });
  });

  const listed = (on: TestCtx, query: ViolationQuery = {}) =>
    listViolations(on, query).found.map(({ no, part, code, state }) => {
      return `${nos.indexOf(no) + 1} ${part} ${code} ${state}`;
    });

  it.each<[string, ViolationQuery, string[]]>([
    ['all, as they were found', {}, ['1 1 V09 open', '1 2 V20 rectified', '2 1 V24 open']],
    ['of one renovation', { no: '001' }, ['1 1 V09 open', '1 2 V20 rectified']],
    ['open ones', { open: true }, ['1 1 V09 open', '2 1 V24 open']],
    ['of one building', { building: '5' }, ['2 1 V24 open']],
    ['from a day on', { since: '2026-11-25' }, ['1 2 V20 rectified', '2 1 V24 open']],
    ['up to a day', { until: '2026-11-24' }, ['1 1 V09 open']],
    [
      'of one day',
      { since: '2026-11-25', until: '2026-11-25' },
      ['1 2 V20 rectified', '2 1 V24 open'],
    ],
    ['of another day', { since: '2026-11-26' }, []],
    ['overdue: none yet', { overdue: true }, []],
  ])('%s', (_, query, expected) => {
    expect(listed(when(ctx, '2026-11-27 10:00'), query)).toEqual(expected);
  });

  it.each([
    ['in the last second', '2026-11-27 23:59:59', []],
    ['a second later', '2026-11-28 00:00:00', ['1 1 V09 overdue']],
    ['after the next one', '2026-11-29 00:00:00', ['1 1 V09 overdue', '2 1 V24 overdue']],
  ])('overdue %s', (_, time, expected) => {
    expect(listed(when(ctx, time), { overdue: true })).toEqual(expected);
  });

  it('is overdue, too, where the authority was not told in time', () => {
    const then = when(ctx, '2026-11-26 10:00');
    find(then, nos[1] ?? '', { code: 'V03' });
    expect(listed(when(then, '2026-11-27 00:00'), { overdue: true })).toEqual(['2 2 V03 overdue']);
  });

  it('refuses a renovation that is not there', () => {
    expect(refusalOf(() => listViolations(ctx, { no: '009' }))).toBe('unknown_number');
  });

  it('knows all 32 of the policy, and which the authority must know of', () => {
    const codes = violationCodes(ctx);
    expect(codes).toHaveLength(32);
    expect(codes.filter(({ report }) => report).map(({ code }) => code)).toEqual([
      'V03',
      'V05',
      'V06',
      'V07',
      'V08',
      'V09',
      'V12',
      'V13',
      'V19',
      'V28',
    ]);
  });
});

describe('at the desk', () => {
  let desk: FrontDesk;
  const no = 'D261122-001';

  beforeEach(async () => {
    desk = await frontDesk();
    await desk.say('unit add 3-2-1501 --area 89.53');
    const said = await desk.say(
      'reno apply --unit 3-2-1501 --applicant owner --name 张伟 --contractor 宏达装饰 --foreman 马师傅 --scope 厨房翻新 --from 2026-11-24 --until 2026-12-20',
    );
    expect(said.code).toBe(0);
  });

  const add = (more: string) => desk.say(`reno violation 001 ${more}`);

  it('tells programs all of it', async () => {
    await add('--code 3 --measure stop-work,restore --fix-by 2026-11-25 --note 改了燃气管');
    const { json } = await desk.say('reno violations --json');
    expect(json).toEqual([
      {
        ...{ no, unit: '3-2-1501', part: 1, code: 'V03', name: '擅自改动燃气线路，安装燃气用具' },
        ...{ note: '改了燃气管', measures: ['stop-work', 'restore'], open: true, state: 'open' },
        ...{ foundAt: '2026-11-22T09:30:00+08:00', foundBy: '王芳' },
        ...{ stoppedAt: '2026-11-22T09:30:00+08:00', fixBy: '2026-11-25T23:59:59+08:00' },
        ...{ reportedAt: null, reportedTo: null, rectifiedAt: null },
      },
    ]);
    await desk.say('reno report 001 --to 区住建局');
    expect((await desk.say('reno violations 001 --open --json')).json).toMatchObject([
      {
        ...{ measures: ['stop-work', 'restore', 'report'], reportedTo: '区住建局' },
        reportedAt: '2026-11-22T09:30:00+08:00',
      },
    ]);
    const shown = await desk.say('reno show 001 --json');
    expect(shown.json.violations).toMatchObject([{ part: 1, code: 'V03', open: true }]);
  });

  it('shows people a line of each and counts them', async () => {
    await add('--code V20 --measure persuade');
    await add('--code V20 --measure persuade');
    await add('--code V24 --measure persuade');
    const { out } = await desk.say('reno violations');
    expect(out).toContain('V24 不按规定时间施工，制造噪音');
    expect(out.trimEnd().endsWith('合计 3 项：V20 2、V24 1')).toBe(true);
    expect((await desk.say('reno violations --lang en')).out).toContain('3 in all: V20 2, V24 1');
  });

  it('shows headers where there are none', async () => {
    expect((await desk.say('reno violations')).out).toContain('没有违规。');
    expect((await desk.say('reno violations --json')).json).toEqual([]);
  });

  it('lists the codes', async () => {
    const { json } = await desk.say('reno violations --codes --json');
    expect(json).toHaveLength(32);
    expect(json[8]).toEqual({
      code: 'V09',
      name: '在承重墙、梁、柱上穿孔、削薄、挖槽',
      report: true,
    });
    expect((await desk.say('reno violations --codes')).out).toContain('V32');
  });

  it('settles what it owes by the lines of the agenda', async () => {
    await add('--code V09 --measure stop-work');
    const duties = async () =>
      (await desk.say('today --within 30d --json')).json
        .filter(({ kind }: { kind: string }) => /reno\.(report|rectify)/.test(kind))
        .map(({ next }: { next: string }) => next);
    expect(await duties()).toEqual([`wy reno report ${no} 1 --to …`, `wy reno rectify ${no} 1`]);
    for (const line of await duties()) {
      expect((await desk.say(line.replace('…', '区住建局'))).code).toBe(0);
    }
    expect(await duties()).toEqual([]);
  });

  it.each([
    ['neither a new one nor an old', '--measure persuade', 2, 'missing_fields'],
    ['both', '1 --code V20 --measure persuade', 2, 'one_of'],
    ['nothing done', '--code V20', 2, 'missing_fields'],
    ['a fine', '--code V20 --measure fine', 2, 'unknown_choice'],
    ['an unknown code', '--code V99 --measure persuade', 2, 'unknown_violation'],
    ['seizing in a script', '--code V20 --measure persuade,seize', 1, 'seizure_not_confirmed'],
  ])('refuses %s', async (_, more, code, error) => {
    const said = await add(`${more} --json`);
    expect([said.code, said.error.code]).toEqual([code, error]);
  });

  it('names the list of codes', async () => {
    expect((await add('--code V99 --measure persuade')).err).toContain(
      'wy reno violations --codes',
    );
  });

  it('records seizing in a script that says yes, and says what it is', async () => {
    const said = await add('--code V20 --measure seize --yes');
    expect(said.code).toBe(0);
    expect(said.err).toContain('物业公司无权暂扣、没收工具，也无权罚款');
  });

  it.each([
    ['y', 0, ['seize']],
    ['n', 1, undefined],
  ])('asks a person about seizing: %s', async (key, code, measures) => {
    const keyboard = new Keyboard();
    const saying = desk.say(`reno violation 001 --code V20 --measure seize --note 切割机`, {
      terminal: keyboard,
    });
    await keyboard.on('仍要如实登记', key, KEYS.enter);
    expect((await saying).code).toBe(code);
    const { json } = await desk.say('reno violations --json');
    expect(json[0]?.measures).toEqual(measures);
  });

  it('asks a person for what is missing', async () => {
    const keyboard = new Keyboard();
    const saying = desk.say('reno violation 001', { terminal: keyboard, columns: 80 });
    await keyboard.on('违规代码', KEYS.enter);
    await keyboard.on('处置', KEYS.space, KEYS.enter);
    await keyboard.on('整改期限', KEYS.enter);
    await keyboard.on('情况', '垃', KEYS.enter);
    expect((await saying).code).toBe(0);
    const { json } = await desk.say('reno violations --json');
    expect(json).toMatchObject([{ code: 'V01', measures: ['persuade'], note: '垃' }]);
  });

  it('asks a person which open one, where it is no new one', async () => {
    await add('--code V20 --measure persuade');
    const keyboard = new Keyboard();
    const saying = desk.say('reno violation 001 --measure stop-work', {
      ...{ terminal: keyboard, columns: 80 },
    });
    await keyboard.on('违规代码', KEYS.enter);
    await keyboard.on('再处置第几项', '1', KEYS.enter);
    await keyboard.on('整改期限', KEYS.enter);
    await keyboard.on('情况', KEYS.enter);
    expect((await saying).code).toBe(0);
    const { json } = await desk.say('reno violations --json');
    expect(json).toMatchObject([{ part: 1, measures: ['persuade', 'stop-work'] }]);
  });

  it('keeps what was seen and who was told out of the journal', async () => {
    await add('--code V03 --measure stop-work --note 张伟家改管 --reported-to 区住建局');
    await desk.say('reno rectify 001 --note 张伟已恢复');
    const journal = (await desk.say('history --json')).out;
    expect(journal).not.toMatch(/张伟|区住建局/);
    expect(journal).toContain('V03');
  });
});
