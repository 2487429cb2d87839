import { describe, expect, it } from 'vitest';
import type { Page } from '../../src/cases/model.ts';
import { showCase } from '../../src/cases/record.ts';
import type { Ctx } from '../../src/context.ts';
import { FAULTS, type Fault } from '../../src/demo/faults.ts';
import { live } from '../../src/demo/life.ts';
import { randomOf } from '../../src/demo/random.ts';
import type { Repair } from '../../src/demo/stories/ticket-steps.ts';
import { OPEN_ENDS, STORIES } from '../../src/demo/stories/ticket-stories.ts';
import type { Step } from '../../src/demo/story.ts';
import { tell } from '../../src/demo/story.ts';
import type { Staff } from '../../src/registry/model.ts';
import { addStaff } from '../../src/registry/staff.ts';
import { addUnit } from '../../src/registry/units.ts';
import type { Ticket } from '../../src/tickets/model.ts';
import { TICKET } from '../../src/tickets/record.ts';
import { at, makeCtx } from '../support/ledger.ts';

const DAYTIME = '2026-11-10T02:00:00Z';
const EVENING = '2026-11-10T11:00:00Z';
const MUCH_LATER = '2026-12-10T02:00:00Z';

const DESK: Staff = { id: 1, name: '王芳', roles: ['supervisor'], phone: null, retiredOn: null };

/** Plays one story from its first step to its last and shows what has become of the ticket. */
async function played(
  steps: readonly Step<Repair>[],
  { fault = general, seed = 'a', from = DAYTIME, until = MUCH_LATER } = {},
): Promise<Page<Ticket>> {
  const ctx: Ctx = at(await makeCtx({ now: from }), until);
  addStaff(ctx, { name: '郑海涛', roles: ['engineering'], phone: null });
  addUnit(ctx, { code: '3-2-1501', areaThousandths: 89_530, use: 'residential', handoverOn: null });
  const random = randomOf(seed);
  const repair: Repair = {
    random,
    fault,
    unit: '3-2-1501',
    place: undefined,
    caller: { name: '林珊', phone: null },
    worker: '郑海涛',
    no: '',
    isPaid: false,
  };
  const beats = tell(steps, repair, { zone: ctx.zone, random, at: from, agreedAt: undefined });
  live(ctx, beats, () => DESK);
  return showCase(ctx, TICKET, repair.no);
}

const fault = (wanted: Partial<Fault>): Fault => {
  const found = FAULTS.find((each) =>
    Object.entries(wanted).every(([key, value]) => each[key as keyof Fault] === value),
  );
  if (!found) throw new Error('no such fault');
  return found;
};
const general = fault({ category: 'general', urgent: false, places: undefined });
const leak = fault({ category: 'leak', urgent: false });
const urgent = fault({ urgent: true });

const GIVEN = {
  daytime: { fault: general },
  evening: { fault: general, from: EVENING },
  leak: { fault: leak },
  urgent: { fault: urgent },
};

describe('a ticket of the sample estate', () => {
  const stories = Object.entries(STORIES).flatMap(([kind, some]) =>
    some.map((story) => [`${kind}: ${story.name}`, kind as keyof typeof GIVEN, story] as const),
  );

  it.each(stories)('comes to its end: %s', async (name, kind, { steps }) => {
    for (const seed of ['a', 'b', 'c']) {
      const ticket = await played(steps, { ...GIVEN[kind], seed });
      expect(ticket.state).toBe(name.includes('cancelled') ? 'cancelled' : 'closed');
      expect(ticket.deadlines.filter(({ ending }) => ending === null)).toEqual([]);
      expect(ticket.callbackResult === null).toBe(name.includes('cancelled'));
    }
  });

  it.each([
    ['the slip comes back a day late', 'ticket.slip'],
    ['called back too late', 'ticket.callback'],
    ['not finished the same day', 'ticket.finish'],
    ['postponed, the household is told too late', 'ticket.inform'],
  ])('is late as its story says: %s', async (name, kind) => {
    const story = STORIES.daytime.find((each) => each.name === name);
    const ticket = await played(story?.steps ?? []);
    const late = ticket.deadlines.filter(
      ({ ending, endedAt, dueAt }) => ending === 'missed' || (endedAt ?? '') > dueAt,
    );
    expect(late.map((deadline) => deadline.kind)).toEqual([kind]);
  });

  it('is not played beyond this moment', async () => {
    const steps = STORIES.daytime[0]?.steps ?? [];
    const ticket = await played(steps, { until: '2026-11-10T02:30:00Z' });
    expect(ticket).toMatchObject({ state: 'assigned', finishedAt: null });
    expect(ticket.timeline.map(({ kind }) => kind)).toEqual(['opened', 'assigned']);
  });

  it.each(OPEN_ENDS.map((end) => [end.name, end] as const))(
    'may still be under way: %s',
    async (_, { item, steps }) => {
      const ticket = await played(steps, { fault: fault({ item }) });
      expect(ticket.deadlines.some(({ ending }) => ending === null)).toBe(true);
    },
  );
});

describe('what breaks', () => {
  it('is told apart by its words', () => {
    const items = FAULTS.map(({ item }) => item);
    expect(new Set(items).size).toBe(items.length);
  });

  it('costs whole fives of yuan, in the grounds nothing', () => {
    for (const { yuan, places } of FAULTS) {
      expect(yuan.every((each) => each % 5 === 0)).toBe(true);
      expect(yuan[0] <= yuan[1]).toBe(true);
      if (places) expect(yuan).toEqual([0, 0]);
    }
  });

  it.each([1, 4, 7, 10])('leaves something to break in month %i, also at night', (month) => {
    const then = FAULTS.filter(({ months }) => months?.includes(month) ?? true);
    expect(then.length).toBeGreaterThan(30);
    expect(then.some((each) => each.urgent)).toBe(true);
  });
});
