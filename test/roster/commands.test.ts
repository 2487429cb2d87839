import { beforeEach, describe, expect, it } from 'vitest';
import { KEYS, Keyboard } from '../support/keyboard.ts';
import { type FrontDesk, frontDesk } from '../support/session.ts';

let desk: FrontDesk;

beforeEach(async () => {
  desk = await frontDesk();
  for (const name of ['李娜', '赵敏', '孙丽']) await desk.say(`staff add ${name} --role clerk`);
});

const WEEK = '--staff 王芳,李娜,赵敏,孙丽 --shift 早,中,夜,休 --on 2026-W48 --rotate day';

describe('the roster as it is typed', () => {
  it('plans a week and shows it in 80 columns', async () => {
    const { code, json } = await desk.say(`roster plan ${WEEK} --json`);
    expect([code, json.length]).toEqual([0, 21]);
    expect(json[0]).toMatchObject({
      ...{ day: '2026-11-23', shift: 'early', staff: '王芳', insteadOf: null, absence: null },
      fromAt: '2026-11-23T07:00:00+08:00',
      untilAt: '2026-11-23T15:00:00+08:00',
    });
    for (const lang of ['zh', 'en']) {
      const { out } = await desk.say('roster show --week 2026-W48', {
        columns: 80,
        env: { WY_LANG: lang },
      });
      expect(out).toContain('2026-W48');
      const widths = out.split('\n').map((line) => [...line].length);
      expect(Math.max(...widths)).toBeLessThanOrEqual(80);
    }
    const { json: shown } = await desk.say('roster show --week 2026-11-29 --staff 孙丽 --json');
    expect(shown.map(({ shift }: { shift: string }) => shift)).toEqual([
      ...['early', 'late', 'night', 'early', 'late'],
    ]);
  });

  it('says what is wrong with exit code 0', async () => {
    await desk.say('roster plan --staff 王芳 --shift late --on 2026-11-23');
    await desk.say('roster plan --staff 王芳 --shift early --on 2026-11-24');
    const { code, json } = await desk.say('roster check --week 下周 --json');
    expect(code).toBe(0);
    expect(json).toContainEqual({
      ...{ kind: 'rest', day: '2026-11-24', weekday: '周二', shift: 'early', staff: '王芳' },
      fromAt: '2026-11-24T07:00:00+08:00',
      untilAt: '2026-11-24T15:00:00+08:00',
      hours: '07:00–15:00',
      text: '上一班到 11-23 23:00，只隔 8 小时，应有 11 小时',
    });
    expect(json.filter(({ kind }: { kind: string }) => kind === 'unmanned')).toHaveLength(19);
    expect((await desk.say('roster check --week 下周')).out).toContain('休息不足');
  });

  it('of days without fault says so', async () => {
    await desk.say(`roster plan ${WEEK}`);
    expect((await desk.say('roster check --on 2026-11-23..2026-11-25 --json')).json).toEqual([]);
    expect((await desk.say('roster check --on 2026-11-23..2026-11-25')).out).toContain('没有问题');
    const weeks = await desk.say('roster check --on 2026-12-28..2027-01-10');
    expect(weeks.out).toContain('2026-W53 – 2027-W01  2026-12-28 – 2027-01-10');
    expect(weeks.out).toContain('2027-01-10');
  });

  it('knows who is on duty now and next', async () => {
    await desk.say('roster plan --staff 李娜 --shift early --on 2026-11-22');
    await desk.say('roster plan --staff 赵敏 --shift late --on 2026-11-22');
    expect((await desk.say('roster now --json')).json).toMatchObject({
      shift: { day: '2026-11-22', shift: 'early', name: '早班', staff: ['李娜'] },
      onDuty: [{ staff: '李娜', shift: 'early' }],
      next: { shift: 'late', staff: ['赵敏'] },
    });
    expect((await desk.say('roster now', { env: { WY_LANG: 'en' } })).out).toMatch(/On duty +李娜/);
  });

  it('its journal speaks both languages', async () => {
    await desk.say(`roster plan ${WEEK}`);
    await desk.say('roster swap --staff 王芳 --with 李娜 --on 2026-11-23');
    const zh = (await desk.say('history')).out;
    expect(zh).toContain('员工：王芳、李娜、赵敏、孙丽，班次：早班、中班、夜班、休');
    expect(zh).toContain('员工：王芳，和谁：李娜，班次：早班，换回：2026-11-23，换回的班次：中班');
    const en = (await desk.say('history', { env: { WY_LANG: 'en' } })).out;
    expect(en).toContain('shifts: Early, Late, Night, off');
    expect((await desk.say('history 2026-11-23 --json')).json).toHaveLength(2);
  });
});

describe('what the people on duty owe', () => {
  beforeEach(async () => {
    await desk.say('unit add 3-2-1501 --area 80');
    await desk.say('ticket open --unit 3-2-1501 --item 灯不亮');
    await desk.say('staff add 李强 --role engineering');
    await desk.say('ticket assign 001 --to 李强');
  });

  const subjects = async (who: string) =>
    (await desk.say(`today --for ${who} --json`)).json.map(({ kind }: { kind: string }) => kind);

  it('is of all of them together', async () => {
    await desk.say('roster plan --staff 李强,李娜 --shift early --on 2026-11-22');
    const both = [...(await subjects('李强')), ...(await subjects('李娜'))];
    expect(both).toContain('ticket.finish');
    for (const word of ['duty', '当班', 'DUTY']) {
      expect((await subjects(word)).sort()).toEqual([...new Set(both)].sort());
    }
  });

  it('is refused where nobody is on duty', async () => {
    const said = await desk.say('today --for duty --json');
    expect([said.code, said.error.code]).toEqual([1, 'nobody_on_duty']);
  });
});

describe('attendance as it is typed', () => {
  it('comes, goes, is put right and counted', async () => {
    await desk.say('roster plan --staff 王芳 --shift early --on 2026-11-22..2026-11-24');
    const came = await desk.say('attendance come --at "2026-11-22 06:45" --json');
    expect(came.json).toMatchObject({
      ...{ staff: '王芳', shift: 'early', coming: 'tight', leftAt: null },
      cameAt: '2026-11-22T06:45:00+08:00',
    });
    await desk.say('attendance go --at "2026-11-22 15:10"');
    await desk.say('attendance absent --staff 王芳 --on 2026-11-23 --because 病假');
    const right = await desk.say(
      'attendance correct --staff 王芳 --on 2026-11-22 --came "2026-11-22 06:35" --json',
    );
    expect(right.json).toMatchObject({ coming: 'early' });
    desk.now = '2026-11-24T08:00:00Z';
    const { json } = await desk.say('attendance list --month 2026-11 --json');
    expect(json).toEqual([
      {
        ...{ month: '2026-11', staff: '王芳', turns: 3, came: 1, tight: 0, late: 0, leftEarly: 0 },
        ...{ leave: 0, sick: 1, absent: 0, unrecorded: 1, expected: 0, swapped: 0, hours: '8.17' },
      },
    ]);
    const { out } = await desk.say('attendance show 王芳');
    expect(out).toMatch(/病假/);
    expect(out).toMatch(/没有记录/);
  });

  it('of an empty month has its headers', async () => {
    expect((await desk.say('attendance list --month 2025-01 --json')).json).toEqual([]);
    expect((await desk.say('attendance list --month 2025-01')).out).toContain('没有排班');
  });
});

it('asks a person for the staff, the shifts, how they are taken in turn, and the days', async () => {
  const keyboard = new Keyboard();
  const saying = desk.say('roster plan', { terminal: keyboard, columns: 80 });
  await keyboard.on('员工', '王芳,李娜');
  await keyboard.on('王芳,李娜', KEYS.enter);
  await keyboard.on('班次', KEYS.space, KEYS.down, KEYS.space, KEYS.enter);
  await keyboard.on('哪些天', '2026-11-23', KEYS.enter);
  await keyboard.on('轮换', KEYS.enter);
  const { code, out } = await saying;
  expect(code).toBe(0);
  expect(out).toMatch(/11-23 周一 +王芳 +李娜/);
});
