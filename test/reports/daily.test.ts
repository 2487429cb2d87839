import { beforeAll, describe, expect, it } from 'vitest';
import { type FrontDesk, frontDesk } from '../support/session.ts';

let desk: FrontDesk;

beforeAll(async () => {
  desk = await frontDesk();
  await desk.say('unit add 3-2-1501 --area 89.53');
  await desk.say('ticket open --unit 3-2-1501 --item 水管漏水 --at "2026-11-21 09:00"');
  await desk.say('ticket open --unit 3-2-1501 --item 灯不亮 --at "2026-11-22 09:00"');
  await desk.say('fee pay --unit 3-2-1501 --amount 12.50 --method cash --yes');
});

describe('the daily report', () => {
  it('of today: the counts, and what is open as it stands', async () => {
    const { json } = await desk.say('report daily --json');
    expect(json).toMatchObject({ date: '2026-11-22', tickets: { opened: 1, open: 2 } });
    expect(json.tickets.unfinished.map(({ no }: { no: string }) => no)).toEqual([
      ...['T261121-001', 'T261122-001'],
    ]);
    expect(json.tickets.unfinished[0].overdueSince).toBe('2026-11-21T23:59:59+08:00');
    expect(json.cash).toMatchObject({ inTill: '12.50', moved: [{ method: 'cash', in: '12.50' }] });
    expect(json.handover.map(({ subject }: { subject: string }) => subject)).toContain(
      'T261121-001',
    );
  });

  it('of an earlier day: the counts alone', async () => {
    const { json } = await desk.say('report daily --date 昨天 --json');
    expect(json.tickets).toEqual({ opened: 1, finished: 0, open: 1 });
    expect(Object.keys(json)).not.toEqual(expect.arrayContaining(['handover']));
  });
});
