import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Ledger } from '../../src/ledger/ledger.ts';
import { desertedDesk, FrontDesk, temporaryPath } from '../support/session.ts';
import { sendTo } from './home.ts';
import { OK, type Robot, robotThat } from './support.ts';

/** The evening on which the demo has most to tell. */
const EVENING = '2026-11-22T09:54:00Z';

/** Whatever names a person, or was typed by one. */
const PERSONAL = `
  SELECT name FROM staff UNION SELECT name FROM people
  UNION SELECT phone FROM staff UNION SELECT phone FROM people UNION SELECT identity FROM people
  UNION SELECT caller FROM complaints UNION SELECT phone FROM complaints
  UNION SELECT text FROM complaints UNION SELECT facts FROM complaints
  UNION SELECT caller FROM tickets UNION SELECT phone FROM tickets UNION SELECT item FROM tickets
  UNION SELECT who FROM enquiries UNION SELECT text FROM enquiries
  UNION SELECT applicant_name FROM renovations UNION SELECT foreman FROM renovations
  UNION SELECT scope FROM renovations UNION SELECT text FROM handover_notes
  UNION SELECT place FROM tickets UNION SELECT title FROM entries`;

describe('what the demo estate sends', () => {
  let robot: Robot;
  let desk: FrontDesk;
  let personal: string[];

  beforeAll(async () => {
    robot = await robotThat(OK);
    const dir = temporaryPath('示范');
    const stranger = desertedDesk();
    stranger.now = EVENING;
    expect((await stranger.run(['demo', dir])).code).toBe(0);
    sendTo(dir, robot.url);
    desk = new FrontDesk(dir);
    desk.now = EVENING;
    const ledger = new Ledger(path.join(dir, 'ledger.db'), { readonly: true });
    personal = ledger.db
      .prepare<[], string | null>(PERSONAL)
      .pluck()
      .all()
      .filter((text) => text !== null && text.length > 1) as string[];
    ledger.close();
  }, 120_000);
  afterAll(() => robot.close());

  /** What is personal in a text. */
  const foundIn = (text: string) => personal.filter((each) => text.includes(each));

  it.each([
    ['in Chinese', 'today --send --lang zh', /[A-Z]\d{6}-\d{3}/],
    ['the daily report in Chinese', 'report daily --send --lang zh', /[A-Z]\d{6}-\d{3}/],
    ['in English, of a role', 'today --send --role clerk --lang en', /[A-Z]\d{6}-\d{3}/],
    [
      'an earlier day in English, of which only the counts are told',
      'report daily --date yesterday --send --lang en',
      /Repairs: reported \d/,
    ],
  ])('names nobody and repeats nobody’s words: %s', async (_, line, told) => {
    const before = robot.received.length;
    expect(await desk.say(`${line} --by 王芳`)).toMatchObject({ code: 0, err: '' });
    const [sent = { body: '' }, ...others] = robot.received.slice(before);
    expect(others).toEqual([]);
    const { content } = JSON.parse(sent.body).markdown;
    expect(content).toMatch(told);
    expect(foundIn(content)).toEqual([]);
    expect(content).not.toMatch(/1\d{2}[\d*]{4}\d{4}/);
    expect(Buffer.byteLength(content)).toBeLessThanOrEqual(4096);
  });

  it('is less than what the desk itself is shown', async () => {
    expect(personal.length).toBeGreaterThan(2000);
    expect(foundIn((await desk.say('today')).out).length).toBeGreaterThan(5);
  });
});
