import { beforeAll, describe, expect, it } from 'vitest';
import { type FrontDesk, frontDesk } from '../support/session.ts';

/**
 * A small estate in the autumn of 2026, every figure of its November computed by hand. Two flats of 100 and
 * 50 m² owe 0.30 yuan for each square metre and month: 30.00 and 15.00, due on the 25th.
 */
const LIFE = [
  'staff add 李强 --role engineering --at "2026-09-01 09:00"',
  'unit add 3-2-1501 --area 100 --handover 2024-06-30 --at "2026-09-01 09:00"',
  'unit add 3-2-1502 --area 50 --handover 2024-06-30 --at "2026-09-01 09:00"',
  'resident add --unit 3-2-1501 --name 张伟 --role owner --from 2024-07-01 --at "2026-09-01 09:00"',
  'resident add --unit 3-2-1502 --name 李芳 --role owner --from 2024-07-01 --at "2026-09-01 09:00"',
  // Bills of October and November. 1501 pays the first in November, the second in time; 1502 neither.
  'fee bill --period 2026-10 --at "2026-10-01 09:00"',
  'fee bill --period 2026-11 --at "2026-11-01 09:00"',
  'fee pay --unit 3-2-1501 --amount 30 --method wechat --at "2026-11-03 09:00" --yes',
  'fee pay --unit 3-2-1501 --amount 30 --method cash --at "2026-11-20 09:00" --yes',
  // A: due in October, finished late in November. Its callback, due on 4 November, was never made.
  'ticket open --unit 3-2-1501 --item 门锁松动 --at "2026-10-30 09:00"',
  'ticket finish T261030-001 --work 紧固 --at "2026-11-02 10:00"',
  // B: finished, closed and called back in time.
  'ticket open --unit 3-2-1502 --item 厨房漏水 --category leak --at "2026-11-10 09:00"',
  'ticket finish T261110-001 --work 换阀 --at "2026-11-10 10:00"',
  'ticket close T261110-001 --signed-by 李芳 --satisfied yes --at "2026-11-10 11:00"',
  'ticket callback T261110-001 --result satisfied --at "2026-11-11 10:00"',
  // D: cancelled on its day, owed by nobody.
  'ticket open --unit 3-2-1502 --item 灯不亮 --at "2026-11-20 09:00"',
  'ticket cancel T261120-001 --reason 重复报修 --at "2026-11-20 10:00"',
  // C: due on the last evening of November, finished in December.
  'ticket open --unit 3-2-1501 --item 窗户漏风 --at "2026-11-30 15:00"',
  'ticket finish T261130-001 --work 换胶条 --at "2026-12-01 10:00"',
  // One complaint from beginning to end; another of the last days, due in December.
  'complaint log --unit 3-2-1501 --text 楼道有垃圾 --channel phone --grade minor --nature valid --category cleaning --against cleaning --at "2026-11-05 09:00"',
  'complaint resolve C261105-001 --result 已清 --at "2026-11-06 09:00"',
  'complaint tell C261105-001 --at "2026-11-06 09:10"',
  'complaint close C261105-001 --at "2026-11-06 09:20"',
  'complaint callback C261105-001 --result satisfied --signed-by 王芳 --at "2026-11-08 10:00"',
  'complaint log --unit 3-2-1502 --text 绿化带枯萎 --channel visit --grade minor --nature valid --category greening --against greening --at "2026-11-30 16:00"',
  // The second receipt turns out to be wrong, in December.
  'fee reverse R261120-001 --reason 收错 --at "2026-12-02 09:00"',
];

let desk: FrontDesk;

beforeAll(async () => {
  desk = await frontDesk();
  desk.now = '2026-12-05T01:30:00Z';
  for (const line of LIFE) {
    const said = await desk.say(line);
    expect(said.code, line + said.err).toBe(0);
  }
});

const of = async (month: string) => (await desk.say(`report monthly --month ${month} --json`)).json;
const rate = (
  numerator: number | string,
  denominator: number | string,
  percent: string | null,
) => ({
  numerator,
  denominator,
  percent,
});

describe('a month computed by hand', () => {
  it('repairs: those of the month before, of the next, cancelled', async () => {
    const { tickets } = await of('2026-11');
    expect(tickets).toMatchObject({
      ...{ opened: 3, carried: 1, finished: 2, cancelled: 1, open: 1 },
      onTime: rate(1, 2, '50.0'),
      qualified: rate(2, 2, '100.0'),
      repeat: rate(0, 2, '0.0'),
      callback: rate(1, 2, '50.0'),
    });
  });

  it('repairs and complaints by class and grade, with their own rates', async () => {
    const { tickets, complaints } = await of('2026-11');
    expect(tickets.byClass).toEqual([
      {
        ...{ class: 'leak', opened: 1, carried: 0, returned: 0, finished: 1, open: 0 },
        ...{
          onTime: rate(1, 1, '100.0'),
          qualified: rate(1, 1, '100.0'),
          repeat: rate(0, 1, '0.0'),
        },
      },
      {
        ...{ class: 'general', opened: 2, carried: 1, returned: 0, finished: 1, open: 1 },
        ...{ onTime: rate(0, 1, '0.0'), qualified: rate(1, 1, '100.0'), repeat: rate(0, 1, '0.0') },
      },
    ]);
    expect(complaints.byGrade).toMatchObject([
      { grade: 'minor', new: 2, onTime: rate(1, 1, '100.0'), closedRate: rate(1, 2, '50.0') },
    ]);
  });

  it('complaints: one closed, one that is the next month’s to answer', async () => {
    const { complaints } = await of('2026-11');
    expect(complaints).toMatchObject({
      ...{ new: 2, carried: 0, closed: 1, open: 1 },
      onTime: rate(1, 1, '100.0'),
      closedRate: rate(1, 2, '50.0'),
      callback: rate(1, 1, '100.0'),
      perHousehold: rate(2, 2, '100.0'),
    });
  });

  it('fees: what was reversed in December was still paid in November', async () => {
    const { fees, arrears } = await of('2026-11');
    expect(fees.rates).toMatchObject({
      current: rate('30.00', '45.00', '66.7'),
      households: rate(1, 2, '50.0'),
      recovered: rate('30.00', '45.00', '66.7'),
      overall: rate('60.00', '90.00', '66.7'),
    });
    expect(arrears).toMatchObject({ owed: '30.00', units: 1 });
  });

  it('visits: the two callbacks, both satisfied', async () => {
    const { visits } = await of('2026-11');
    expect(visits).toMatchObject({ count: 2, callbacks: 2, satisfaction: rate(2, 2, '100.0') });
  });

  it('deadlines: each clause by what was due in the month', async () => {
    const { deadlines } = await of('2026-11');
    // biome-ignore lint/suspicious/noExplicitAny: of any shape.
    const told = Object.fromEntries(deadlines.map((it: any) => [it.clause, it]));
    expect(told['tickets.finish']).toMatchObject({ due: 2, met: 1, late: 1, overdue: 0 });
    expect(told['tickets.callback.leak']).toMatchObject({ due: 1, met: 1, late: 0, overdue: 0 });
    expect(told['tickets.callback.general']).toMatchObject({ due: 1, met: 0, late: 0, overdue: 1 });
  });

  it('October, before: the same repair, broken there', async () => {
    const { tickets, fees } = await of('2026-10');
    expect(tickets).toMatchObject({
      ...{ opened: 1, carried: 0, finished: 0, open: 1 },
      onTime: rate(0, 1, '0.0'),
      callback: rate(0, 0, null),
    });
    expect(fees.rates.current).toEqual(rate('0.00', '45.00', '0.0'));
  });

  it('December, after: what came over, and money taken back', async () => {
    const { tickets, complaints } = await of('2026-12');
    expect(tickets).toMatchObject({ opened: 0, carried: 1, finished: 1, open: 0 });
    expect(complaints).toMatchObject({ new: 0, carried: 1, closed: 0, open: 1 });
  });

  it('a month before there was anything: nothing over nothing is no rate', async () => {
    const { tickets, complaints, fees, visits } = await of('2026-08');
    expect(tickets).toMatchObject({ opened: 0, open: 0, onTime: rate(0, 0, null) });
    expect(complaints).toMatchObject({ new: 0, closedRate: rate(0, 0, null) });
    expect(fees.rates.overall).toEqual(rate('0.00', '0.00', null));
    expect(visits.satisfaction).toEqual(rate(0, 0, null));
  });

  it('begins with what a director asks first, and what went wrong; each figure as in its section', async () => {
    const told = await of('2026-11');
    expect(told.headlines).toMatchObject({
      'arrears.owed': told.arrears.owed,
      'tickets.onTime': told.tickets.onTime,
      'complaints.open': told.complaints.open,
      'fees.overall': told.fees.rates.overall,
    });
    const { out } = await desk.say('report monthly --month 2026-11');
    const [, first, second, third] = out.split(/\n\n/).map((block) => block.split('\n')[0]);
    expect([first, second, third]).toEqual(['要点', '问题', '小区概况']);
  });

  it('prints a dash where there is nothing to divide by', async () => {
    const { out } = await desk.say('report monthly --month 2026-08');
    expect(out).toContain('—（0/0）');
    expect(out).not.toMatch(/NaN|Infinity|undefined|null/);
  });
});
