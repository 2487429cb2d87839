import { beforeEach, describe, expect, it } from 'vitest';
import type { FrontDesk } from '../support/session.ts';
import { furnishedDesk } from './furnished.ts';

interface Line {
  seq: number;
  at: string;
  recordedAt: string;
  by: string;
  action: string;
  subject: string | null;
  changes: Record<string, unknown>;
  hash: string;
}

let desk: FrontDesk;

beforeEach(async () => {
  desk = await furnishedDesk();
});

const lines = async (words: string): Promise<Line[]> =>
  (await desk.say(`history ${words} --json`)).json;

const actions = async (words: string) => (await lines(words)).map(({ action }) => action);

describe('wy history', () => {
  it('gives every line, oldest first, with who, when and what', async () => {
    const all = await lines('');
    expect(all.map(({ seq }) => seq)).toEqual(all.map((_, index) => index + 1));
    expect(all[0]).toMatchObject({ by: 'wy', action: 'ledger.create', subject: null });
    const opened = all.find(({ action }) => action === 'ticket.open');
    expect(opened).toEqual({
      seq: expect.any(Number),
      at: '2026-11-20T09:00:00+08:00',
      recordedAt: expect.stringMatching(/^2026-11-22T\d\d:\d\d:\d\d\+08:00$/),
      by: '王芳',
      action: 'ticket.open',
      subject: 'T261120-001',
      changes: expect.objectContaining({ unit: '3-2-1501', category: 'leak' }),
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it.each([
    ['the whole number', 'T261121-001', ['ticket.open', 'ticket.cancel']],
    ['small letters', 't261121-001', ['ticket.open', 'ticket.cancel']],
    ['full-width letters', 'Ｔ261121-001', ['ticket.open', 'ticket.cancel']],
    ['the end of one', '1-002', ['ticket.open']],
    [
      'a unit in another notation',
      '3栋2单元1501',
      ['unit.add', 'meter.read', 'fee.waive', 'fee.refund'],
    ],
  ])('finds by %s', async (_, typed, expected) => {
    expect(await actions(typed)).toEqual(expected);
  });

  it('takes a number for itself before it takes it for an end', async () => {
    expect(await actions('"staff 2"')).toEqual(['staff.add']);
  });

  it('takes a bare serial for that of today', async () => {
    await desk.say('ticket open --place 大堂 --item 灯不亮');
    expect((await lines('001')).map(({ subject }) => subject)).toEqual(['T261123-001']);
  });

  it.each([
    ['what nothing ends in', '999', 'unknown_subject'],
    ['what would be a pattern of SQL', '%', 'unknown_subject'],
    ['the end of what is no document', '1501', 'unknown_subject'],
    ['the end of several numbers', '001', 'ambiguous_number'],
  ])('refuses %s', async (_, typed, code) => {
    const said = await desk.say(`history ${typed} --json`);
    expect(said).toMatchObject({ code: 1, out: '', error: { code } });
    expect(said.error.hint).toMatch(/./);
  });

  it('counts days by when it happened, on the site’s calendar', async () => {
    await desk.say('unit add 4-1-101 --area 80 --at "2026-11-21 00:00"');
    await desk.say('unit add 4-1-102 --area 80 --at "2026-11-21 23:59"');
    const all = await lines('');
    const onThe21st = all.filter(({ at }) => at.startsWith('2026-11-21T'));
    expect(onThe21st.map(({ subject }) => subject)).toEqual(
      expect.arrayContaining(['T261121-001', '4-1-101', '4-1-102']),
    );
    expect(await lines('--since 2026-11-21 --until 2026-11-21')).toEqual(onThe21st);
    expect(await actions('--until 2026-11-19')).toEqual([]);
    expect(await actions('--since 2026-11-23')).toEqual([]);
  });

  it('gives the newest of many, still oldest first', async () => {
    const all = await lines('');
    expect(await lines('--limit 2')).toEqual(all.slice(-2));
    expect(await lines(`--limit ${all.length + 5}`)).toEqual(all);
  });

  it('finds what one member of staff did, by name or id, also after they left', async () => {
    await desk.say('unit add 4-1-101 --area 80 --by 李强');
    await desk.say('staff retire 李强');
    expect(await actions('--operator 李强')).toEqual(['unit.add']);
    expect(await actions('--operator 2')).toEqual(['unit.add']);
    expect((await desk.say('history --operator 赵敏 --json')).error.code).toBe('unknown_staff');
  });

  it('finds what wy itself did', async () => {
    expect(await actions('--operator wy')).toEqual(['ledger.create']);
    await desk.say('staff add wy --role clerk');
    await desk.say('unit add 4-1-101 --area 80 --by wy');
    expect(await actions('--operator wy')).toEqual(['unit.add']);
  });

  it('puts all conditions together', async () => {
    expect(await actions('T261121-001 --since 2026-11-21 --operator 王芳 --limit 1')).toEqual([
      'ticket.cancel',
    ]);
  });

  it('shows people when, who, what and the fields that changed', async () => {
    const { out } = await desk.say('history T261121-001', { env: { WY_LANG: 'en' } });
    expect(out).toContain('2026-11-21 20:00');
    expect(out).toContain('category: general');
    expect(out).toMatch(/^ *Line +When +Recorded +By +Action +Subject +Changes$/m);
  });

  it('says when it was recorded where that was later than it happened', async () => {
    await desk.say('unit add 4-1-101 --area 80');
    const once = await desk.say('history 4-1-101');
    expect(once.out).toContain('2026-11-23 09:30');
    expect(once.out).not.toContain('记录于');
    await desk.say('unit add 4-1-102 --area 80 --at "2026-11-23 09:29"');
    expect((await desk.say('history 4-1-102')).out).not.toContain('记录于');
    await desk.say('unit add 4-1-103 --area 80 --at "2026-11-20 08:00"');
    const late = (await desk.say('history 4-1-103')).out;
    expect(late).toMatch(/记录于[\s\S]*2026-11-20 08:00 +2026-11-23 09:30/);
  });

  it('tells actions and changes in words, personal values by their field only', async () => {
    await desk.say('ticket open --place 大堂 --item 灯不亮 --caller 孙丽 --phone 13900001111');
    await desk.say('ticket assign 001 --to 李强 --signed');
    await desk.say('ticket postpone 001 --until "2026-11-23 15:00" --reason 等配件');
    await desk.say('ticket finish 001 --work 换灯 --cost 35');
    await desk.say('ticket close 001 --signed-by 孙丽 --satisfied yes');
    const { out } = await desk.say('history 001');
    expect(out).toMatch(
      /登记报修 .*类别：一般，急修：否，收费：无偿，报修人：\*\*\*，电话：\*\*\*$/m,
    );
    expect(out).toMatch(/派工 .*维修人：李强，已签领：是$/m);
    expect(out).toMatch(/改期 +T261123-001 +约定时间：2026-11-23 15:00$/m);
    expect(out).toMatch(/登记完工 .*费用（元）：35\.00$/m);
    expect(out).toMatch(/工单收回，住户已签字 .*满意：是，签字：\*\*\*$/m);
    expect(out).not.toMatch(/孙丽|139/);
    const finished = (await lines('001')).find(({ action }) => action === 'ticket.finish');
    expect(finished?.changes).toEqual({
      finishedAt: '2026-11-23T09:30:00+08:00',
      cost: '35.00',
      leakTestedAt: null,
    });
  });

  it('tells of an edit also what was made empty', async () => {
    await desk.say('resident edit 1 --phone 13900001111');
    await desk.say('resident edit 1 --clear phone');
    const { out } = await desk.say('history "resident 1"');
    expect(out).toMatch(/修改住户资料 .*电话：\*\*\*$/m);
    expect(out).toMatch(/修改住户资料 .*电话：—$/m);
  });

  it('gives programs the same in every language: areas as decimals', async () => {
    await desk.say('unit add 4-1-101 --area 89.53');
    const [added] = await lines('4-1-101');
    expect(added).toMatchObject({
      action: 'unit.add',
      changes: { area: '89.53', use: 'residential', handoverOn: null },
    });
    const en = await desk.say('history 4-1-101 --json', { env: { WY_LANG: 'en' } });
    expect(en.json).toEqual([added]);
    expect((await desk.say('history 4-1-101')).out).toMatch(/面积（㎡）：89\.53，用途：住宅$/m);
  });

  it.each(['zh', 'en'])('has words for all that is stored: %s', async (lang) => {
    await desk.say('resident show 1 --reveal');
    const { file } = (await desk.say('backup --json')).json;
    await desk.say(`restore ${file} --yes`);
    await desk.say('resident show 1 --reveal');
    const { out } = await desk.say('history', { env: { WY_LANG: lang } });
    expect(out).not.toMatch(/[a-z][A-Z]|\b[a-z]+\.[a-z]+\b|null|true|false|[0-9a-f]{13}/);
    if (lang === 'en') expect(out).not.toMatch(/[：，。]/);
  });

  it('shows a person at a terminal the newest fifty, and says how to see more', async () => {
    const input = Array.from({ length: 60 }, (_, n) => `ticket note 0-001 "第${n}次"`).join('\n');
    expect((await desk.say('batch -', { input })).code).toBe(0);
    const all = await lines('');
    const first = (out: string) => Number(/^ *(\d+) /m.exec(out)?.[1]);
    const shown = await desk.say('history', { columns: 120 });
    expect(first(shown.out)).toBe(all.length - 49);
    expect(shown.out).toMatch(/只显示最近 50 条。.*--limit 500\n$/);
    const more = await desk.say('history --limit 500', { columns: 120 });
    expect(first(more.out)).toBe(1);
    expect(more.out).not.toContain('只显示');
    expect(first((await desk.say('history')).out)).toBe(1);
    expect((await desk.say('history --json', { columns: 120 })).json).toHaveLength(all.length);
  });

  it('says nothing of more where there is none, or where the limit was typed', async () => {
    const { out } = await desk.say('history T261120-001', { columns: 120 });
    expect(out).not.toContain('只显示');
    expect((await desk.say('history --limit 2', { columns: 120 })).out).not.toContain('只显示');
  });

  it('shows the headers where there is nothing', async () => {
    const none = 'history T261121-001 --since 2026-11-25';
    expect((await desk.say(none)).out).toMatch(/操作人[\s\S]*没有记录/);
    expect((await desk.say(`${none} --json`)).out).toBe('[]\n');
  });
});
