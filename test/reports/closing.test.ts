import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { type FrontDesk, frontDesk, temporaryPath } from '../support/session.ts';
import { ledgerOf } from '../upkeep/furnished.ts';

let desk: FrontDesk;

beforeEach(async () => {
  desk = await frontDesk();
  await desk.say('unit add 3-2-1501 --area 89.53');
  await desk.say('ticket open --unit 3-2-1501 --item 水管漏水 --at "2026-10-20 09:00"');
  await desk.say('ticket finish T261020-001 --work 换阀 --at "2026-10-20 10:00"');
});

const opened = async (month: string) =>
  (await desk.say(`report monthly --month ${month} --json`)).json.tickets.opened;
const corrections = async (month: string) =>
  (await desk.say(`report monthly --month ${month} --json`)).json.corrections.map(
    ({ month: of, figure, was, is }: Record<string, unknown>) => ({ of, figure, was, is }),
  );
const late = (day: string) =>
  desk.say(`ticket open --unit 3-2-1501 --item 补记 --at "${day} 09:00"`);

describe('a month that was closed', () => {
  it('prints the same ever after, whatever is recorded for it', async () => {
    await desk.say('report close --month 2026-10');
    const before = (await desk.say('report monthly --month 2026-10')).out;
    await late('2026-10-21');
    expect((await desk.say('report monthly --month 2026-10')).out).toBe(before);
    expect(await opened('2026-10')).toBe(1);
  });

  it('says by whom, and of what it is the digest', async () => {
    const { json } = await desk.say('report close --month 2026-10 --json');
    expect(json.closed).toMatchObject({ by: '王芳', at: '2026-11-22T09:30:00+08:00' });
    expect(json.closed.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is corrected in the month in which the rest is recorded, and only there', async () => {
    await desk.say('report close --month 2026-10');
    expect(await corrections('2026-11')).toEqual([]);
    await late('2026-10-21');
    expect(await corrections('2026-11')).toEqual(
      expect.arrayContaining([{ of: '2026-10', figure: 'tickets.opened', was: 1, is: 2 }]),
    );
    desk.now = '2026-12-03T01:30:00Z';
    await desk.say('report close --month 2026-11');
    expect(await corrections('2026-12')).toEqual([]);
    await late('2026-10-22');
    expect(await corrections('2026-12')).toEqual(
      expect.arrayContaining([{ of: '2026-10', figure: 'tickets.opened', was: 2, is: 3 }]),
    );
  });

  it('is not corrected by what happened later', async () => {
    await late('2026-10-31');
    await desk.say('report close --month 2026-10');
    await desk.say('ticket finish T261031-001 --work 好了 --at "2026-11-22 09:00"');
    expect(await corrections('2026-11')).toEqual([]);
  });

  it.each([
    ['that is not over', '2026-11', 'month_not_over'],
    ['that is to come', '2027-01', 'month_not_over'],
  ])('cannot be one %s', async (_, month, code) => {
    const said = await desk.say(`report close --month ${month} --json`);
    expect([said.code, said.error.code]).toEqual([1, code]);
  });

  it('is closed once', async () => {
    await desk.say('report close --month 2026-10');
    const said = await desk.say('report close --month 2026-10 --json');
    expect([said.code, said.error.code]).toEqual([1, 'closed_already']);
  });

  it('says so where what is kept was changed behind its back', async () => {
    await desk.say('report close --month 2026-10');
    const db = new Database(ledgerOf(desk));
    db.exec('DROP TRIGGER report_closings_keep_rows');
    db.exec('UPDATE report_closings SET report = replace(report, \'"value":1\', \'"value":9\')');
    db.close();
    const said = await desk.say('report monthly --month 2026-10 --json');
    expect([said.code, said.error.code]).toEqual([3, 'closing_changed']);
  });

  it('stands on the agenda from its end until it is closed', async () => {
    desk.now = '2026-11-02T01:30:00Z';
    const line = 'wy report close --month 2026-10';
    expect((await desk.say('today')).out).toContain(line);
    await desk.say('report close --month 2026-10');
    expect((await desk.say('today')).out).not.toContain(line);
  });
});

describe('a report', () => {
  it.each(['json', 'csv', 'md', 'xlsx', 'html'])('goes into a new file as %s', async (ending) => {
    const out = temporaryPath(`月报.${ending}`);
    expect((await desk.say(`report monthly --month 2026-10 --out ${out}`)).out.trim()).toBe(out);
    expect(existsSync(out)).toBe(true);
    const again = await desk.say(`report monthly --month 2026-10 --out ${out} --json`);
    expect(again.error.code).toBe('file_exists');
  });

  it('lists the records behind a figure, of a rate with those that count', async () => {
    const { json } = await desk.say(
      'report monthly --month 2026-10 --explain tickets.onTime --json',
    );
    expect(json.rate).toEqual({ numerator: 1, denominator: 1, percent: '100.0' });
    expect(json.records).toEqual([
      expect.objectContaining({ no: 'T261020-001', unit: '3-2-1501', counts: true }),
    ]);
  });

  it('proposes what a wrong name may have meant', async () => {
    const said = await desk.say('report monthly --explain tickets.ontime --json');
    expect([said.code, said.error.code]).toEqual([2, 'unknown_figure']);
    expect(said.error.hint).toContain('tickets.onTime');
  });
});
