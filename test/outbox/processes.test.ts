import { afterEach, describe, expect, it } from 'vitest';
import { faultsOf } from '../upkeep/furnished.ts';
import { clockIn, homeSendingTo, start } from './home.ts';
import { OK, type Robot, robotThat } from './support.ts';

const robots: Robot[] = [];
afterEach(async () => {
  await Promise.all(robots.splice(0).map((robot) => robot.close()));
});

async function robot(...args: Parameters<typeof robotThat>): Promise<Robot> {
  const made = await robotThat(...args);
  robots.push(made);
  return made;
}

describe('processes', () => {
  it('three at once send a message once', async () => {
    const slow = await robot((response) => void setTimeout(() => OK(response, 1), 400));
    const desk = await homeSendingTo(slow.url);
    const codes = await Promise.all([1, 2, 3].map(() => start(desk.home, 'today', '--send').ended));
    expect(codes).toEqual([0, 0, 0]);
    expect(slow.received).toHaveLength(1);
    desk.now = clockIn(1);
    expect(await faultsOf(desk)).toEqual({});
  });

  it('one killed while it sends: the message is unsure, and goes again only when told', async () => {
    let hasArrived: () => void = () => {};
    const arrival = new Promise<void>((resolve) => {
      hasArrived = resolve;
    });
    const silent = await robot((response, count) =>
      count === 1 ? hasArrived() : OK(response, count),
    );
    const desk = await homeSendingTo(silent.url);
    const { child, ended } = start(desk.home, 'today', '--send');
    await arrival;
    child.kill('SIGKILL');
    await ended;

    desk.now = clockIn(0);
    const by = '--by 1';
    expect((await desk.say(`outbox send ${by} --json`)).json).toEqual([]);
    desk.now = clockIn(10);
    const later = await desk.say(`outbox send ${by} --json`);
    expect(later.code).toBe(1);
    expect(later.json).toMatchObject([{ state: 'unsure', fault: 'crashed' }]);
    expect((await desk.say(`outbox send ${by}`)).code).toBe(0);
    expect(silent.received).toHaveLength(1);

    expect((await desk.say(`outbox retry 1 ${by} --json`)).error.code).toBe('may_arrive_twice');
    expect((await desk.say(`outbox retry 1 --yes ${by}`)).code).toBe(0);
    expect((await desk.say(`outbox send ${by} --json`)).json).toMatchObject([{ state: 'sent' }]);
    expect(silent.received).toHaveLength(2);
    expect(await faultsOf(desk)).toEqual({});
  });
});
