import { beforeEach, describe, expect, it } from 'vitest';
import { KEYS, Keyboard } from '../support/keyboard.ts';
import { type FrontDesk, frontDesk } from '../support/session.ts';

let desk: FrontDesk;

beforeEach(async () => {
  desk = await frontDesk();
  await desk.say('unit add 3-2-1501 --area 89.53');
  await desk.say('staff add 李强 --role engineering');
  await desk.say('resident add --unit 3-2-1501 --name 张伟 --phone 13900005678 --role owner');
});

const LOG =
  'complaint log --who 张伟 --phone 13900005678 --text 楼上漏水没人管 --channel 来电 --grade 重要 --nature valid --category 设备维修 --against 工程维修';

describe('the keys programs may count on', () => {
  it('of a complaint', async () => {
    const { json } = await desk.say(`${LOG} --json`);
    expect(Object.keys(json)).toEqual(
      (
        'no formerNo unit place caller phone text channel grade nature category against ' +
        'againstPerson happenedAt wants askedUntilAt harmOngoing harmStoppedAt about state ' +
        'assignedTo receivedAt verifiedAt facts repliedAt resolvedAt result toldAt closedAt ' +
        'callbackAt callback callbackSignedBy reopenedAt repeats recurring measures deadlines'
      ).split(' '),
    );
    expect(json).toMatchObject({
      no: 'C261122-001',
      unit: '3-2-1501',
      phone: '139****5678',
      channel: 'phone',
      grade: 'important',
      nature: 'valid',
      category: 'repairs',
      against: 'engineering',
      state: 'open',
      receivedAt: '2026-11-22T09:30:00+08:00',
      measures: [],
    });
    expect(json.deadlines[1]).toEqual({
      kind: 'complaint.escalate',
      role: 'engineering',
      dueAt: '2026-11-22T10:30:00+08:00',
      metAt: null,
      state: 'open',
      clause: 'complaints.escalate.important',
    });
  });

  it('of a page, its measures and what repeats', async () => {
    await desk.say(LOG);
    await desk.say('complaint plan 001 --remedy 补偿 --cost 165.6');
    await desk.say(LOG);
    const page = (await desk.say('complaint show C261122-001 --json')).json;
    expect(page.timeline[1]).toMatchObject({
      kind: 'planned',
      by: '王芳',
      detail: { part: 1, text: '补偿', cost: '165.60' },
    });
    expect(page.measures).toEqual([
      {
        part: 1,
        kind: 'remedy',
        text: '补偿',
        cost: '165.60',
        owner: null,
        until: null,
        doneAt: null,
      },
    ]);
    const repeats = (await desk.say('complaint repeats --json')).json;
    expect(repeats[0]).toEqual({
      by: 'unit',
      unit: '3-2-1501',
      category: null,
      count: 2,
      recurring: false,
      analysisOpen: false,
      firstAt: '2026-11-22T09:30:00+08:00',
      lastAt: '2026-11-22T09:30:00+08:00',
      nos: ['C261122-001', 'C261122-002'],
    });
  });

  it('are the same in every language; people read words', async () => {
    await desk.say(LOG);
    const zh = await desk.say('complaint show 1 --json --lang zh');
    const en = await desk.say('complaint show 1 --json --lang en');
    expect(en.out).toBe(zh.out);
    const { out } = await desk.say('complaint show 1 --lang en');
    expect(out).toMatch(/Category +equipment and repairs\n/);
    expect(out).toMatch(/Against +Engineering\n/);
    expect(out).toContain('received  phone, grade important  (王芳)');
  });

  it('an empty list has its headers, and is []', async () => {
    expect((await desk.say('complaint list')).out).toContain('没有投诉。');
    expect((await desk.say('complaint repeats')).out).toContain('没有重复的投诉。');
    expect((await desk.say('complaint list --json')).json).toEqual([]);
    expect((await desk.say('complaint search 电梯 --json')).json).toEqual([]);
  });
});

describe('all bad input is named', () => {
  it.each<[string, string, number, string]>([
    ['an unknown grade', LOG.replace('重要', '特大'), 2, 'unknown_choice'],
    ['an unknown nature', LOG.replace('valid', '???'), 2, 'unknown_choice'],
    ['an unknown channel', LOG.replace('来电', '飞鸽'), 2, 'unknown_choice'],
    ['an unknown department', LOG.replace('工程维修', '航天部'), 2, 'unknown_choice'],
    ['an unknown category', LOG.replace('设备维修', '航天'), 2, 'unknown_category'],
    ['no grade', LOG.replace('--grade 重要', ''), 2, 'missing_fields'],
    ['no department', LOG.replace('--against 工程维修', ''), 2, 'missing_fields'],
    ['nobody and nowhere', LOG.replace('--who 张伟 --phone 13900005678', ''), 2, 'nobody_named'],
    ['a moment that is none', `${LOG} --happened 昨夜`, 2, 'bad_moment'],
    ['no text', LOG.replace('楼上漏水没人管', '""'), 2, 'empty_text'],
    ['an unknown number', 'complaint show C261122-099', 1, 'unknown_number'],
    ['closing before resolving', 'complaint close 001', 1, 'complaint_not_resolved'],
    [
      'a callback before the closing',
      'complaint callback 001 --result satisfied',
      1,
      'complaint_not_resolved',
    ],
    ['an unknown result', 'complaint callback 001 --result great', 2, 'unknown_choice'],
    [
      'a measure that is a remedy',
      'complaint measure 001 --kind remedy --text x --owner 李强 --until 明天',
      2,
      'unknown_choice',
    ],
    ['a part that is no number', 'complaint done 001 二', 2, 'bad_number'],
    ['a regrade to nothing', 'complaint regrade 001 --reason x', 2, 'nothing_to_change'],
    ['a regrade without a reason', 'complaint regrade 001 --grade major', 2, 'missing_fields'],
  ])('%s', async (_, line, code, name) => {
    await desk.say(LOG);
    const said = await desk.say(`${line} --json`);
    expect(said).toMatchObject({ code, out: '' });
    expect(said.error.code).toBe(name);
  });
});

it('shows a phone in full on request, and leaves a line', async () => {
  await desk.say(LOG);
  expect((await desk.say('complaint show 001 --reveal')).out).toContain('13900005678');
  const { json } = await desk.say('history --json');
  expect(JSON.stringify(json)).toContain('C261122-001');
});

describe('on a terminal', () => {
  it('grade, nature and category are proposed with a reason, and the clerk decides', async () => {
    const keyboard = new Keyboard();
    const saying = desk.say('complaint log', { terminal: keyboard, columns: 100 });
    await keyboard.on('投诉什么', '电梯困人，请问什么时候修好', KEYS.enter);
    await keyboard.on('投诉人房号（可留空）', KEYS.enter);
    await keyboard.on('投诉人（可留空）', '张伟', KEYS.enter);
    await keyboard.on('联系电话', KEYS.enter);
    await keyboard.on('事发地点', KEYS.enter);
    await keyboard.on('来源', KEYS.down, KEYS.enter);
    await keyboard.on('级别（建议：重大，提到“电梯困人”', KEYS.enter);
    await keyboard.on('性质（建议：咨询，提到“请问”、“什么时候”）', KEYS.up, KEYS.up, KEYS.enter);
    await keyboard.on('类别（建议：设备维修，提到“电梯”）', KEYS.enter);
    await keyboard.on('被投诉的部门或岗位（建议：工程维修，类别是设备维修）', KEYS.enter);
    await keyboard.on('住户的要求', KEYS.enter);
    await keyboard.on('住户要求的时限', KEYS.enter);
    await keyboard.on('损害正在发生', 'y', KEYS.enter);
    const said = await saying;
    expect(said).toMatchObject({ code: 0, err: expect.stringContaining('先制止') });
    const { json } = await desk.say('complaint show 001 --json');
    expect(json).toMatchObject({
      unit: '3-2-1501',
      caller: '张伟',
      channel: 'phone',
      grade: 'major',
      nature: 'valid',
      category: 'repairs',
      against: 'engineering',
      harmOngoing: true,
    });
  });

  it('what else the words suggest is said, and the department follows the category chosen', async () => {
    const keyboard = new Keyboard();
    const saying = desk.say(
      'complaint log --text 楼上漏水 --unit 3-2-1501 --channel phone --grade minor --nature valid --lang en',
      { terminal: keyboard, columns: 100 },
    );
    await keyboard.on('Who complains', KEYS.enter);
    await keyboard.on('Phone', KEYS.enter);
    await keyboard.on('Where it happened', KEYS.enter);
    await keyboard.on('mentions "漏水"; or else noise', KEYS.up, KEYS.enter);
    await keyboard.on('(Finance is proposed: its category is fees)');
    await keyboard.on('', KEYS.ctrlC);
    expect((await saying).code).toBe(130);
  });

  it.each([
    ['when the harm was stopped', 'stop', '何时制止的'],
    ['when somebody was told', 'escalate --to 李强', '何时告诉的'],
  ])('asks %s', async (_, step, question) => {
    await desk.say(`${LOG} --harm-ongoing --at 09:10`);
    const keyboard = new Keyboard();
    const saying = desk.say(`complaint ${step}`, { terminal: keyboard, columns: 100 });
    await keyboard.on('投诉编号', KEYS.enter);
    await keyboard.on(question, '09:20', KEYS.enter);
    expect((await saying).code).toBe(0);
    const { timeline } = (await desk.say('complaint show 001 --json')).json;
    expect(Object.values(timeline.at(-1).detail)).toContain('2026-11-22T09:20:00+08:00');
  });
});

describe('what a person reads', () => {
  const page = async (options = '') => (await desk.say(`complaint show 001 ${options}`)).out;

  it('a harm is named while it goes on, then when it was stopped; what never was is left out', async () => {
    await desk.say(LOG);
    expect(await page()).not.toMatch(/损害|重办/);
    await desk.say(`${LOG} --harm-ongoing`);
    const { out } = await desk.say('complaint show 002');
    expect(out).toMatch(/损害正在发生 +是/);
    const stopped = await desk.say('complaint stop 002 --stopped 09:30');
    expect(stopped.out).not.toMatch(/损害正在发生 /);
    expect(stopped.out).toMatch(/制止时间 +2026-11-22 09:30/);
  });

  it('a promise says whom to tell, which measure, and that nothing was done', async () => {
    await desk.say('staff add 陈主任 --role director');
    await desk.say(LOG);
    await desk.say('complaint measure 001 --kind preventive --text x --owner 李强 --until 明天');
    await desk.say('complaint regrade 001 --grade major --reason 有人受伤 --at 11:00');
    const lines = (await page('--at 11:00')).split('\n').map((line) => line.trim());
    expect(lines).toContain('上报：工程维修  2026-11-22 10:30  超期未办');
    expect(lines).toContain('落实措施 1  2026-11-23 23:59  未到期');
    expect(lines).toContain('上报：管理处主任  2026-11-22 23:59  未到期');
    expect(lines).toContain(
      '2026-11-22 11:00  改判  级别 重大，原为 重要，原因 有人受伤  （王芳）',
    );
    await desk.say('complaint escalate 001 --to 陈主任 --told 11:10 --at 11:30');
    expect(await page('--at 11:30')).toContain(
      '2026-11-22 11:30  上报  陈主任，管理处主任，于 2026-11-22 11:10  （王芳）',
    );
  });

  it.each([
    [80, 'zh', /^C261122-001 {2}3-2-1501 +楼上漏水没人管 {2}重要 {2}处理中 {2}2026-11-22 09:30$/m],
    [
      80,
      'en',
      /^C261122-001 {2}3-2-1501 {2}楼上漏水没人管 {2}important {2}open {3}2026-11-22 09:30$/m,
    ],
    [
      120,
      'zh',
      /^C261122-001 {2}3-2-1501 {2}3栋大堂 {2}楼上漏水没人管 +重要 {2}设备维修 {2}工程维修 {2}处理中/m,
    ],
    [40, 'zh', /^编号 +C261122-001$/m],
  ])('the list on %i columns in %s', async (columns, lang, line) => {
    await desk.say(`${LOG} --place 3栋大堂`);
    const { out } = await desk.say(`complaint list --lang ${lang}`, { columns });
    expect(out).toMatch(line);
  });
});
