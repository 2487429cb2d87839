import { beforeEach, expect, it } from 'vitest';
import { addDefect } from '../../src/moves/work.ts';
import { violated } from '../support/checks.ts';
import type { TestCtx } from '../support/ledger.ts';
import { completed, live, makeDesk, moveIn, moveOut, transfer } from './desk.ts';

let ctx: TestCtx;

/** A move-in with a defect, a move-out and a change of owner, each done, and one open. */
beforeEach(async () => {
  ctx = await makeDesk();
  const { no } = moveIn(ctx);
  addDefect(ctx, no, {
    item: '窗框变形',
    place: undefined,
    category: 'general',
    appointmentAt: undefined,
  });
  completed(ctx, no);
  live(ctx, '周敏', 'tenant');
  completed(ctx, moveOut(ctx, { who: '周敏' }).no);
  completed(ctx, transfer(ctx).no);
  moveIn(ctx, { name: '周敏', phone: undefined });
});

it('hold of files as they are made', () => {
  expect(violated(ctx)).toEqual([]);
});

it.each([
  ["UPDATE moves SET kind = 'lease' WHERE id = 1", 'moves.known: M261122-001'],
  ["UPDATE moves SET papers_case = 'leaving' WHERE id = 1", 'moves.known: M261122-001'],
  ['UPDATE moves SET leaving = NULL WHERE id = 2', 'moves.known: M261122-002'],
  ["UPDATE move_items SET kind = 'gift' WHERE move_id = 3", 'moves.known: M261122-003'],
  ["UPDATE moves SET effective_on = '2026-02-30' WHERE id = 3", 'moves.moments: M261122-003'],
  ["UPDATE move_items SET done_at = 'soon' WHERE move_id = 1", 'moves.moments: M261122-001'],
  [
    "UPDATE moves SET completed_at = '2026-11-22T01:29:59Z' WHERE id = 1",
    'moves.order: M261122-001',
  ],
  ["UPDATE moves SET state = 'open' WHERE id = 3", 'moves.ended: M261122-003'],
  ['UPDATE moves SET effective_on = NULL WHERE id = 4', 'moves.ended: M261122-004'],
  [
    "UPDATE moves SET state = 'open', completed_at = NULL WHERE id = 1",
    'moves.one_open: M261122-004',
  ],
  ['UPDATE moves SET inspection_signed_by = NULL WHERE id = 1', 'moves.inspected: M261122-001'],
  ['UPDATE units SET handover_on = NULL', 'moves.handed_over: M261122-001'],
  ["DELETE FROM deadlines WHERE kind = 'move.callback'", 'moves.callback_promised: M261122-001'],
  [
    "UPDATE deadlines SET subject = 'M261122-003' WHERE kind = 'move.callback'",
    'moves.owing: M261122-003',
  ],
  ["UPDATE tickets SET defect_of = 'M261122-003'", 'moves.defects: T261122-001'],
  ["UPDATE tickets SET defect_of = 'M261122-009'", 'moves.defects: T261122-001'],
  [
    "UPDATE meter_readings SET meter = 'steam' WHERE meter = 'gas'",
    'moves.readings: M261122-001, M261122-002',
  ],
  ["UPDATE meter_readings SET subject = 'M261122-008' WHERE id = 1", 'moves.readings: M261122-008'],
  ["UPDATE tickets SET accept_at = '2026-11-22T01:30:00Z'", 'tickets.defects: T261122-001'],
])('%s is found', (sql, found) => {
  ctx.ledger.db.exec(sql);
  expect(violated(ctx)).toContain(found);
});

it('a mended defect that waits for nothing is found', () => {
  ctx.ledger.db.exec(
    "UPDATE tickets SET state = 'finished', finished_at = '2026-11-22T02:00:00Z', work = '…'",
  );
  expect(violated(ctx)).toContain('tickets.acceptance_promised: T261122-001');
});
