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
    ['a unit in another notation', '3栋2单元1501', ['unit.add']],
    ['what nothing ends in', '999', []],
    ['what would be a pattern of SQL', '%', []],
  ])('finds by %s', async (_, typed, expected) => {
    expect(await actions(typed)).toEqual(expected);
  });

  it('takes a number for itself before it takes it for an end', async () => {
    expect(await actions('"staff 2"')).toEqual(['staff.add']);
    const [one, ...more] = await lines('001');
    expect(one?.subject).toBe('T261120-001');
    expect(more.some(({ subject }) => subject === 'T261121-001')).toBe(true);
  });

  it('counts days by when it happened, on the site’s calendar', async () => {
    // Opened at 20:00 in Shanghai on the 21st; recorded on the 22nd.
    expect(await actions('--since 2026-11-21 --until 2026-11-21')).toEqual([
      'ticket.callback',
      'ticket.open',
      'ticket.cancel',
      'ticket.open',
    ]);
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

  it('puts all conditions together', async () => {
    expect(await actions('001 --since 2026-11-21 --operator 王芳 --limit 1')).toEqual([
      'ticket.cancel',
    ]);
  });

  it('shows people when, who, what and the fields that changed', async () => {
    const { out } = await desk.say('history T261121-001', { env: { WY_LANG: 'en' } });
    expect(out).toContain('2026-11-21 20:00');
    expect(out).toContain('category=general');
    expect(out).toMatch(/^ *Line +When +By +Action +Subject +Changes$/m);
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
    const { out } = await desk.say('history', { columns: 120 });
    expect(out).not.toContain('只显示');
    expect((await desk.say('history --limit 2', { columns: 120 })).out).not.toContain('只显示');
  });

  it('shows the headers where there is nothing', async () => {
    expect((await desk.say('history 999')).out).toMatch(/操作人[\s\S]*没有记录/);
    expect((await desk.say('history 999 --json')).out).toBe('[]\n');
  });
});
