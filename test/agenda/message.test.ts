import { afterEach, describe, expect, it } from 'vitest';
import { agendaMessage } from '../../src/agenda/message-view.ts';
import type { Agenda } from '../../src/agenda/service.ts';
import { type Duty, OF_THE_DESK } from '../../src/deadlines/model.ts';
import { surveyZone, type Zone } from '../../src/lib/zone.ts';
import { sendTo } from '../outbox/home.ts';
import { closedPort, OK, type Robot, robotThat } from '../outbox/support.ts';
import { frontDesk } from '../support/session.ts';

const SHANGHAI = surveyZone('Asia/Shanghai') as Zone;
const NOW = '2026-11-22T01:30:00Z';

const duty = (change: Partial<Duty>): Duty => ({
  ...OF_THE_DESK,
  ...{ kind: 'ticket.finish', subject: 'T261121-001', role: 'clerk', unit: '3-2-1501' },
  ...{ place: '王家门口', title: '厨房漏水', assignee: '李强' },
  ...{ sinceAt: '2026-11-20T00:00:00Z', dueAt: '2026-11-22T15:59:59Z' },
  ...{ clause: 'tickets.finish', limit: '0d' },
  ...change,
});

const agendaOf = (...duties: Duty[]): Agenda => ({
  ...{ now: NOW, today: '2026-11-22', endOfToday: '2026-11-22T15:59:59Z' },
  ...{ duties, declared: new Map() as unknown as Agenda['declared'] },
});

const said = (lang: 'zh' | 'en', ...duties: Duty[]) =>
  agendaMessage(agendaOf(...duties), { lang, zone: SHANGHAI, site: '翠湖花园' });

describe('the agenda as it leaves the house', () => {
  it('is kinds, numbers, units and times', () => {
    const overdue = duty({ dueAt: '2026-11-21T15:59:59Z', kind: 'ticket.callback' });
    const soon = duty({ dueAt: '2026-11-23T15:59:59Z' });
    expect(said('zh', overdue, duty({}), soon)).toEqual({
      title: '翠湖花园 今日待办 2026-11-22',
      text: [
        ...['截至 09:30', '已超期 1 · 今天到期 1 · 即将到期 1', ''],
        ...['已超期 1', '- 维修回访 T261121-001 3-2-1501 2026-11-21 23:59', ''],
        ...['今天到期 1', '- 完工 T261121-001 3-2-1501 23:59'],
      ].join('\n'),
    });
  });

  it('is in English, too', () => {
    expect(said('en').text).toBe('as of 09:30\nOverdue 0 · Due today 0 · Soon 0');
  });

  it.each([
    ['a former number, which may be anything', '张三家-7', '- 完工 3-2-1501 23:59'],
    ['a month', '2026-11', '- 完工 2026-11 3-2-1501 23:59'],
    ['the key of a book', 'log', '- 完工 3-2-1501 23:59'],
  ])('names only what it knows: %s', (_, subject, expected) => {
    expect(said('zh', duty({ subject })).text.split('\n').at(-1)).toBe(expected);
  });
});

const robots: Robot[] = [];
afterEach(async () => {
  await Promise.all(robots.splice(0).map((each) => each.close()));
});

async function robot(): Promise<Robot> {
  const made = await robotThat(OK);
  robots.push(made);
  return made;
}

describe('wy today --send', () => {
  it('is not of one person, and needs a place', async () => {
    const desk = await frontDesk();
    const said = await desk.say('today --send --for 王芳 --json');
    expect([said.code, said.error.code]).toEqual([2, 'send_for_nobody']);
    expect((await desk.say('today --send --json')).error.code).toBe('nowhere_to_send');
  });

  it.each([
    ['went', '--send --exit-code', async () => (await robot()).url, 4],
    ['went, and nobody asked what is overdue', '--send', async () => (await robot()).url, 0],
    ['did not go', '--send --exit-code', async () => `http://127.0.0.1:${await closedPort()}/`, 1],
  ])('with something overdue, where it %s', async (_, options, url, code) => {
    const desk = await frontDesk();
    sendTo(desk.home, await url());
    await desk.say('ticket open --place 大厅 --item 漏水 --category leak --urgent');
    desk.now = '2026-11-22T02:01:00Z';
    expect((await desk.say(`today ${options}`)).code).toBe(code);
    expect((await desk.say(`today ${options}`)).code).toBe(code);
  });
});
