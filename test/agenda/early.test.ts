import { expect, it } from 'vitest';
import { agenda } from '../../src/agenda/service.ts';
import { dayOf } from '../../src/lib/moment.ts';
import { stageOf, when } from '../renovations/stages.ts';
import { makeCtx, type TestCtx } from '../support/ledger.ts';

const dutiesAt = (ctx: TestCtx, local: string) =>
  agenda(when(ctx, local), {}).duties.flatMap(({ kind, dueAt }) =>
    kind.startsWith('reno.') ? [[kind, dayOf(dueAt, ctx.zone)]] : [],
  );

it.each([
  ['the day before the months of use are over', '2027-03-17 23:59', []],
  ['their first day', '2027-03-18 00:00', [['reno.reinspect', '2027-04-02']]],
  ['the last day', '2027-04-02 23:59', [['reno.reinspect', '2027-04-02']]],
])('a re-inspection, due later than the agenda looks, on %s', async (_, local, duties) => {
  const { ctx } = stageOf(await makeCtx(), 'accepted');
  const without = dutiesAt(ctx, local).filter(([kind]) => kind !== 'reno.clear');
  expect(without).toEqual(duties);
});
