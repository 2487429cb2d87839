import { beforeEach, describe, expect, it } from 'vitest';
import { entryRecord } from '../../src/entries/record.ts';
import { cancelEntry } from '../../src/keeping/cancelling.ts';
import { listTickets } from '../../src/tickets/record.ts';
import { timelineOf } from '../../src/timeline/service.ts';
import { listRains } from '../../src/trusts/raining.ts';
import type { TestCtx } from '../support/ledger.ts';
import { bookOf, deskWith, open, ROUND, refusal } from './books.ts';

const STORM = `
storm:
  prefix: SM
  name: { zh: 天气预警, en: warnings }
  verbs: { log: open }
  fields:
    kind:
      type: choice
      label: { zh: 种类, en: kind }
      required: yes
      choices: { rain: { zh: 暴雨, en: rain }, snow: { zh: 雪, en: snow } }
    starts: { type: moment, label: { zh: 开始, en: starts } }
    ends: { type: day, label: { zh: 结束, en: ends } }
  sequel: { does: rain, from: { startsAt: starts, endsAt: ends }, when: { kind: [rain] } }
`;

let ctx: TestCtx;

beforeEach(async () => {
  ctx = await deskWith(ROUND + STORM);
});

const ofTickets = () =>
  listTickets(ctx, {}).map(({ no, unit, place, item, urgent }) => ({
    no,
    unit,
    place,
    item,
    urgent,
  }));
const DEFECTS = [
  { what: '灯泡', count: 3 },
  { what: '扶手', count: 1 },
];
const [LAMPS, RAIL] = ['灯泡×3', '扶手'];

describe('defects', () => {
  it('become tickets where they were found, each in the timeline and the journal', () => {
    const { no } = open(ctx, 'round', { place: '3栋大堂', defects: DEFECTS });
    const where = { unit: null, place: '3栋大堂', urgent: false };
    expect(ofTickets().sort((a, b) => a.no.localeCompare(b.no))).toEqual([
      { no: 'T261122-001', item: LAMPS, ...where },
      { no: 'T261122-002', item: RAIL, ...where },
    ]);
    expect(timelineOf(ctx.ledger, no).at(-1)).toMatchObject({
      kind: 'tickets.opened',
      detail: { tickets: 'T261122-001、T261122-002' },
    });
    expect(timelineOf(ctx.ledger, 'T261122-001').at(-1)).toMatchObject({
      kind: 'note',
      detail: { text: `巡视记录 ${no}` },
    });
    const lines = ctx.ledger
      .prepare<[], string>('SELECT action FROM journal ORDER BY seq DESC LIMIT 3')
      .pluck()
      .all();
    expect(lines).toEqual(['books.round.log', 'ticket.open', 'ticket.open']);
  });

  it('are in the unit where there is one, and urgent where that is said', () => {
    open(ctx, 'round', {
      ...{ place: '门口', unit: '3-2-1502', defects: DEFECTS.slice(0, 1), urgent: true },
    });
    expect(ofTickets()).toMatchObject([{ unit: '3-2-1502', place: null, urgent: true }]);
  });

  it.each([
    ['nowhere', { defects: DEFECTS }, 'sequel_without_place'],
    ['nothing', { place: '大堂' }, undefined],
  ])('of %s', (_, typed, code) => {
    expect(refusal(() => open(ctx, 'round', typed))).toBe(code);
    expect(ofTickets()).toEqual([]);
  });

  it('are told of when their entry is cancelled, and go on', () => {
    const { no } = open(ctx, 'round', { place: '大堂', defects: DEFECTS });
    cancelEntry(ctx, bookOf(ctx, 'round'), no, '走错了楼');
    expect(ctx.warnings.at(-1)?.zh).toContain('T261122-001、T261122-002');
    expect(listTickets(ctx, {}).map(({ state }) => state)).toEqual(['open', 'open']);
  });
});

describe('a heavy rain', () => {
  const RAIN = { kind: 'rain', starts: '2026-11-23T04:00:00Z' };

  it('is registered from the fields, a day to its end', () => {
    const { no } = open(ctx, 'storm', { ...RAIN, ends: '2026-11-24' });
    expect(listRains(ctx)).toMatchObject([
      { id: 1, startsAt: RAIN.starts, endsAt: '2026-11-24T15:59:59Z' },
    ]);
    expect(timelineOf(ctx.ledger, no).at(-1)).toMatchObject({
      kind: 'rain.registered',
      detail: { rain: '1' },
    });
  });

  it('is the same one where it is warned of twice', () => {
    open(ctx, 'storm', RAIN);
    open(ctx, 'storm', RAIN);
    expect(listRains(ctx)).toHaveLength(1);
  });

  it.each([
    ['snow', { ...RAIN, kind: 'snow' }],
    ['one of which nobody knows when', { kind: 'rain' }],
  ])('is not %s', (_, typed) => {
    open(ctx, 'storm', typed);
    expect(listRains(ctx)).toEqual([]);
  });

  it('refused takes its entry with it', () => {
    expect(refusal(() => open(ctx, 'storm', { ...RAIN, ends: '2026-11-22' }))).toBeDefined();
    expect(() => entryRecord(ctx, bookOf(ctx, 'storm'), 'SM261122-001')).toThrow();
  });

  it('is told of when its entry is cancelled', () => {
    const { no } = open(ctx, 'storm', RAIN);
    cancelEntry(ctx, bookOf(ctx, 'storm'), no, '误报');
    expect(ctx.warnings.at(-1)?.zh).toContain('wy trust rain-over 1 --none');
  });
});
