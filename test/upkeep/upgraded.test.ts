import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Ledger } from '../../src/ledger/ledger.ts';
import { transact } from '../../src/ledger/transact.ts';
import { scribeOf } from '../support/ledger.ts';
import type { FrontDesk } from '../support/session.ts';
import { type Finding, faultsOf, furnishedDesk, ledgerOf, SCHEMAS } from './furnished.ts';

const older = SCHEMAS.slice(0, -1);

describe.each(older)('a home of schema %s', (schema) => {
  it('is brought up to date by the next command, and doctor finds nothing', async () => {
    const desk = await furnishedDesk(schema);
    const version = async () => {
      const found: Finding[] = (await desk.say('doctor --json')).json;
      return found.find(({ check }) => check === 'version')?.detail;
    };
    expect(await faultsOf(desk)).toEqual({});
    expect(await version()).toContain('旧结构');
    expect((await desk.say('today')).code).toBe(0);
    expect(await faultsOf(desk)).toEqual({});
    expect(await version()).toBe(`结构 ${SCHEMAS.length}`);
  });
});

describe('reading a ledger of schema 4', () => {
  it('leaves the line of the upgrade and no other, and a backup of before comes back', async () => {
    const desk = await furnishedDesk('004.sql');
    const journal = async (): Promise<{ seq: number; action: string }[]> =>
      (await desk.say('history --json')).json;
    const backup = path.join(desk.home, 'backups', 'before.db');
    expect((await desk.say(`backup ${backup}`)).code).toBe(0);
    const readings = ['today', 'visitor list', 'book list', 'book report', 'visitor export'];
    for (const line of readings) expect([0, 4]).toContain((await desk.say(line)).code);
    const [last, before] = (await journal()).reverse();
    expect(last?.action).toBe('ledger.upgrade');
    expect(before?.action).not.toBe('ledger.upgrade');

    await desk.say('key lend --key 楼顶门 --to 张伟 --until 23:50');
    expect((await desk.say(`restore ${backup} --yes`)).code).toBe(0);
    expect((await journal()).slice(-3).map(({ action }) => action)).toEqual([
      before?.action,
      'ledger.upgrade',
      'ledger.restore',
    ]);
    expect((await desk.say('key list --json')).json).toEqual([]);
    expect(await faultsOf(desk)).toEqual({});
  });
});

describe('an appointment that was put off under schema 1', () => {
  /** As the wy of schema 1 wrote it. */
  function putOff(desk: FrontDesk, subject: string): void {
    const ledger = new Ledger(ledgerOf(desk));
    const now = '2026-11-21T13:10:00Z';
    const clerk = scribeOf(ledger, now);
    transact(clerk, 'ticket.postpone', () => {
      ledger
        .prepare(
          `INSERT INTO events (subject, at, operator_id, kind, detail)
           VALUES (?, ?, 1, 'postponed', '{"until":"2026-11-23T07:00:00Z","reason":"等配件"}')`,
        )
        .run(subject, now);
    });
    ledger.close();
  }

  it('is told as it was', async () => {
    const desk = await furnishedDesk('001.sql');
    putOff(desk, 'T261121-002');
    const { out } = await desk.say('ticket show T261121-002');
    const told = out.split('\n').find((line) => line.includes('改期'));
    expect(told).toContain('2026-11-23 15:00');
    expect(told).toContain('等配件');
    expect(told).not.toContain('until');
    expect(await faultsOf(desk)).toEqual({});
  });
});
