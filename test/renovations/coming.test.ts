import { beforeEach, expect, it } from 'vitest';
import { fault } from '../../src/acceptance/reinspecting.ts';
import { comingUp } from '../../src/renovations/coming.ts';
import { comingTable } from '../../src/renovations/coming-view.ts';
import { makeCtx, type TestCtx } from '../support/ledger.ts';
import { stageOf, when } from './stages.ts';

let ctx: TestCtx;

beforeEach(async () => {
  ctx = await makeCtx();
});

const seen = (on: string, days?: number) =>
  comingUp(when(ctx, `${on} 09:00`), days === undefined ? undefined : lasting(days)).map(
    ({ deadline, no }) => `${no} ${deadline.kind}`,
  );

const lasting = (amount: number) => ({ amount, unit: 'd', text: `${amount}d` }) as const;

it('a period ends: 30 days before its last day, and on after it', () => {
  const { no } = stageOf(ctx, 'permitted');
  const due = [`${no} reno.period-end`];
  expect(seen('2026-11-24', 25)).toEqual([]);
  expect(seen('2026-11-24', 26)).toEqual(due);
  expect(seen('2026-11-24')).toEqual(due);
  expect(seen('2027-02-01', 0)).toEqual(due);
});

it('a re-inspection: once its first day is near, though its last day is far', () => {
  const { no } = stageOf(ctx, 'accepted');
  const due = [`${no} reno.reinspect`];
  expect(seen('2027-02-15')).toEqual([]);
  expect(seen('2027-02-16')).toEqual(due);
  expect(seen('2027-05-01', 0)).toEqual(due);
});

it('a re-inspection that failed: the next one', () => {
  const { no } = stageOf(ctx, 'accepted');
  fault(when(ctx, '2027-03-18 10:00'), no, { note: '渗水' });
  expect(seen('2027-03-18', 0)).toEqual([`${no} reno.reinspect`]);
});

it('a refund with what is held, and nothing once it is settled', () => {
  const { no } = stageOf(ctx, 'reinspected');
  expect(comingUp(when(ctx, '2027-03-18 11:00'))).toMatchObject([
    { no, heldFen: 400_000, deadline: { kind: 'reno.refund' } },
  ]);
  stageOf(ctx, 'settled', { unit: '3-2-1502' });
  expect(seen('2027-03-20')).toEqual([`${no} reno.refund`]);
});

it('the soonest stands first', () => {
  const accepted = stageOf(ctx, 'accepted').no;
  const running = stageOf(ctx, 'permitted', { unit: '3-2-1502' }).no;
  expect(seen('2027-03-01')).toEqual([`${running} reno.period-end`, `${accepted} reno.reinspect`]);
});

it('programs get kind, moments, what is held and the line to type', () => {
  const { no } = stageOf(ctx, 'accepted');
  const on = when(ctx, '2027-03-10 09:00');
  const as = { lang: 'zh', zone: on.zone, now: on.now, reveal: false } as const;
  expect(comingTable.json(comingUp(on), as)).toEqual([
    {
      ...{ kind: 'reno.reinspect', no, unit: '3-2-1501', held: '4000.00', state: 'open' },
      ...{ sinceAt: '2027-03-18T00:00:00+08:00', dueAt: '2027-04-02T23:59:59+08:00' },
      ...{ role: 'supervisor', next: `wy reno reinspect ${no} --pass` },
    },
  ]);
});
