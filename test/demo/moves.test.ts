import { describe, expect, it } from 'vitest';
import { showCase } from '../../src/cases/record.ts';
import { stateOf } from '../../src/deadlines/rules.ts';
import { movesOf } from '../../src/demo/stories/moves.ts';
import { checkArchive } from '../../src/moves/check.ts';
import { listFiles } from '../../src/moves/record.ts';
import { listResidents } from '../../src/registry/residents.ts';
import { requireUnit } from '../../src/registry/units.ts';
import { TICKET } from '../../src/tickets/record.ts';
import { CLOCKS, expectSound, moment, play, readName, smallEstate } from './small-estate.ts';

async function moved(day: string, time: string, later?: string) {
  const now = moment(day, time);
  const { ctx, estate } = await smallEstate(now);
  play(ctx, estate, movesOf(estate, now, readName), later);
  return { ctx, estate };
}

describe('who moves in the sample estate', () => {
  it.each(CLOCKS)('is told of in its files %s', async (_, day, time) => {
    const { ctx } = await moved(day, time);
    const files = listFiles(ctx, {});
    expect(files.map(({ kind, case: which, state }) => `${kind} ${which} ${state}`)).toEqual([
      'move-in owner completed',
      'move-in owner completed',
      'transfer transfer completed',
      'move-out leaving completed',
      'move-in agent completed',
      'move-in company open',
      'transfer transfer open',
    ]);
    const [first, , , , agent, company] = files;
    expect(first?.defects.map(({ state }) => state)).toEqual(['closed', 'closed', 'closed']);
    expect(agent?.defects.map(({ state }) => state)).toEqual(['closed', 'finished']);
    expect(company?.missing.map(({ step }) => step)).toEqual(['paper', 'handout']);

    const owed = (no = '') =>
      showCase(ctx, TICKET, no).deadlines.filter((each) => each.ending === null);
    expect(owed(agent?.defects[1]?.no).map(({ kind }) => kind)).toEqual([
      'ticket.appoint',
      'ticket.callback',
    ]);
    expect(agent?.deadlines.map((each) => stateOf(each, ctx.now))).toEqual(['open']);
    expectSound(ctx);
  });

  it('is late with nothing', async () => {
    const { ctx } = await moved('2026-11-22', '08:30');
    const late = listFiles(ctx, {}).flatMap(({ deadlines, defects }) =>
      [...deadlines, ...defects.flatMap(({ no }) => showCase(ctx, TICKET, no).deadlines)].filter(
        (each) => stateOf(each, ctx.now) === 'late',
      ),
    );
    expect(late).toEqual([]);
  });

  it('shows in the registry', async () => {
    const { ctx } = await moved('2026-11-22', '08:30');
    const [moveIn, , transfer, moveOut, , company, pending] = listFiles(ctx, {});
    const now = (unit = '') => listResidents(ctx.ledger, { unit, on: ctx.today });
    expect(requireUnit(ctx.ledger, moveIn?.unit ?? '').handoverOn).toBe('2026-10-20');
    expect(now(moveIn?.unit).map(({ name }) => name)).toEqual(['沈佳宁']);
    expect(now(transfer?.unit).map(({ name }) => name)).toEqual(['廖振东']);
    expect(now(moveOut?.unit).map(({ role }) => role)).toEqual(['owner']);
    const lacking = (file: typeof pending) => ({
      unit: file?.unit,
      lacks: ['file'],
      file: file?.no,
    });
    expect(checkArchive(ctx, undefined).lacking).toMatchObject([
      lacking(pending),
      lacking(company),
    ]);
  });

  it('appears in no other story', async () => {
    const { ctx, estate } = await moved('2026-11-22', '08:30');
    const moving = listFiles(ctx, {}).map(({ unit }) => unit);
    expect(estate.dwellings.filter(({ code }) => moving.includes(code))).toEqual([]);
  });
});
