import { beforeEach, describe, expect, it } from 'vitest';
import { type FrontDesk, frontDesk } from '../support/session.ts';

let desk: FrontDesk;

beforeEach(async () => {
  desk = await frontDesk();
  await desk.say('staff add 李强 --role engineering');
  await desk.say('ticket open --place 大堂 --item 水管 --category leak --at "2026-11-20 09:00"');
  await desk.say('ticket assign 001 --to 李强 --signed --at "2026-11-20 09:10"');
  await desk.say(
    'ticket postpone 001 --until "2026-11-21 10:00" --reason 等配件 --at "2026-11-20 09:20"',
  );
  await desk.say(
    'ticket finish 001 --work 换管 --cost 165.6 --leak-tested "2026-11-21 10:30" --at "2026-11-21 11:00"',
  );
  await desk.say('ticket callback 001 --result fair --quality 4 --at "2026-11-22 09:00"');
});

describe('the timeline', () => {
  it('gives programs what was stored: no words, money in yuan, moments on the site’s clock', async () => {
    const { json } = await desk.say('ticket show 001 --json');
    expect(json.timeline.map(({ kind, detail }: never) => [kind, detail])).toEqual([
      ['opened', {}],
      ['assigned', { to: '李强', signed: true }],
      ['postponed', { untilAt: '2026-11-21T10:00:00+08:00', reason: '等配件' }],
      ['finished', { work: '换管', cost: '165.60', leakTestedAt: '2026-11-21T10:30:00+08:00' }],
      ['calledBack', expect.objectContaining({ result: 'fair' })],
    ]);
    expect(json.timeline[0]).toMatchObject({ at: '2026-11-20T09:00:00+08:00', by: '王芳' });
  });

  it('is the same to programs in every language', async () => {
    const zh = await desk.say('ticket show 001 --json --lang zh');
    const en = await desk.say('ticket show 001 --json --lang en');
    expect(en.out).toBe(zh.out);
  });

  it('is read by people as sentences', async () => {
    const { out } = await desk.say('ticket show 001 --lang en');
    expect(out).toContain(
      '2026-11-21 11:00  finished  换管, ¥165.60, water test 2026-11-21 10:30  (王芳)',
    );
    expect(out).toContain('2026-11-22 09:00  called back  fair  (王芳)');
  });
});

describe('the keys programs may count on', () => {
  it('of a ticket', async () => {
    const { json } = await desk.say('ticket show 001 --json');
    const keys =
      'no unit place item category urgent charge state assignedTo appointment openedAt arrivedAt ' +
      'finishedAt closedAt signedBy satisfied repeats defectOf acceptAt deadlines';
    expect(Object.keys(json)).toEqual(expect.arrayContaining(keys.split(' ')));
    expect(Object.keys(json.deadlines[0])).toEqual([
      ...['kind', 'role', 'dueAt', 'metAt', 'state', 'clause'],
    ]);
  });

  it('of the agenda; moments end in At', async () => {
    const { json } = await desk.say('today --json');
    const keys = 'kind subject unit role assignee dueAt state clause next sinceAt';
    expect(Object.keys(json[0])).toEqual(expect.arrayContaining(keys.split(' ')));
  });

  it('judges promises as of --at', async () => {
    const stateAt = async (moment: string) => {
      const { json } = await desk.say(`ticket show 001 --json --at ${moment}`);
      return json.deadlines.find(({ kind }: { kind: string }) => kind === 'ticket.slip').state;
    };
    expect([await stateAt('2026-11-21'), await stateAt('2026-12-21')]).toEqual(['open', 'overdue']);
  });
});
