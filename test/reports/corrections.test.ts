import Database from 'better-sqlite3';
import { beforeEach, expect, it } from 'vitest';
import { type FrontDesk, frontDesk } from '../support/session.ts';
import { ledgerOf } from '../upkeep/furnished.ts';

let desk: FrontDesk;

const NO = 'T260910-001';

beforeEach(async () => {
  desk = await frontDesk();
  desk.now = '2026-10-02T01:30:00Z';
  for (const line of [
    'unit add 3-2-1501 --area 100 --at "2026-08-01 09:00"',
    'ticket open --unit 3-2-1501 --item 门锁松动 --at "2026-09-10 09:00"',
    `ticket finish ${NO} --work 紧固 --at "2026-09-10 10:00"`,
    `ticket close ${NO} --signed-by 张伟 --satisfied yes --at "2026-09-10 11:00"`,
    'report close --month 2026-09',
  ]) {
    const said = await desk.say(line);
    expect(said.code, line + said.err).toBe(0);
  }
});

/** What the report of a month corrects, `2026-09 tickets.opened`. */
const correctedBy = async (month: string): Promise<string[]> =>
  (await desk.say(`report monthly --month ${month} --json`)).json.corrections.map(
    ({ month: of, figure }: Record<string, unknown>) => `${of} ${figure}`,
  );

it('what happened after the closing changes nothing, whatever else was recorded late', async () => {
  desk.now = '2026-10-20T01:30:00Z';
  await desk.say(`ticket reopen ${NO} --reason 又松了`);
  expect(await correctedBy('2026-10')).toEqual([]);
  await desk.say('ticket open --unit 3-2-1501 --item 灯不亮 --at "2026-09-20 09:00"');
  const { json } = await desk.say('report monthly --month 2026-10 --json');
  const of = (name: string) =>
    json.corrections.find(({ figure }: { figure: string }) => figure === `tickets.${name}`);
  expect(of('opened')).toMatchObject({ was: 1, is: 2 });
  expect(of('open')).toMatchObject({ was: 0, is: 1 });
  expect([of('finished'), of('qualified'), of('repeat')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

it('the closing itself is nothing late: a unit added since is measured by nobody', async () => {
  desk.now = '2026-10-20T01:30:00Z';
  await desk.say('unit add 3-2-1502 --area 50');
  expect(await correctedBy('2026-10')).toEqual([]);
});

it('a figure that stands in two sections is corrected once', async () => {
  desk.now = '2026-10-20T01:30:00Z';
  await desk.say('ticket open --unit 3-2-1501 --item 灯不亮 --at "2026-09-20 09:00"');
  const found = await correctedBy('2026-10');
  expect(found).toEqual([...new Set(found)]);
  expect(found).toContain('2026-09 tickets.onTime');
});

it('only the month in which it was recorded tells it, though none of those between is closed', async () => {
  desk.now = '2026-11-20T01:30:00Z';
  await desk.say('ticket open --unit 3-2-1501 --item 灯不亮 --at "2026-09-20 09:00"');
  expect(await correctedBy('2026-10')).toEqual([]);
  expect(await correctedBy('2026-11')).toContain('2026-09 tickets.opened');
  desk.now = '2026-12-05T01:30:00Z';
  expect(await correctedBy('2026-12')).toEqual([]);
});

it('an old list brought in is recorded late', async () => {
  desk.now = '2026-10-20T01:30:00Z';
  const list = desk.file(
    'old.csv',
    '编号,房号,报修事项,报修时间,完工时间,状态\n1,3-2-1501,水管漏水,2026-09-05 09:00,2026-09-05 10:00,已完工\n',
  );
  expect((await desk.say(`import tickets ${list}`)).code).toBe(0);
  expect(await correctedBy('2026-10')).toContain('2026-09 tickets.finished');
});

it('nothing is corrected by a closed report that was changed behind its back', async () => {
  const db = new Database(ledgerOf(desk));
  db.exec('DROP TRIGGER report_closings_keep_rows');
  db.exec('UPDATE report_closings SET report = replace(report, \'"value":1\', \'"value":9\')');
  db.close();
  const said = await desk.say('report monthly --month 2026-10 --json');
  expect([said.code, said.error.code]).toEqual([3, 'closing_changed']);
  expect((await desk.say('doctor')).code).toBe(3);
});

it('what stands behind a figure of a closed month is as it was then; what came in since is said', async () => {
  const explain = (name: string) =>
    desk.say(`report monthly --month 2026-09 --explain ${name} --json`);
  desk.now = '2026-10-20T01:30:00Z';
  const { numerator } = (await explain('tickets.callback')).json.rate;
  await desk.say(`ticket callback ${NO} --result satisfied`);
  const then = await explain('tickets.callback');
  expect([then.json.rate.numerator, then.err]).toEqual([numerator, '']);
  await desk.say('ticket open --unit 3-2-1501 --item 灯不亮 --at "2026-09-20 09:00"');
  const now = await explain('tickets.opened');
  expect(now.json.records).toHaveLength(2);
  expect(now.err).toContain('2026-09');
});
