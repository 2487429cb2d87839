import type { Ctx } from '../context.ts';
import { meet, releasePart } from '../deadlines/service.ts';
import { HIDDEN } from '../ledger/transact.ts';
import { WyError } from '../lib/errors.ts';
import type { RenovationRecord } from '../renovations/record.ts';
import { step } from '../renovations/step.ts';
import { note } from '../timeline/service.ts';
import * as rules from './violation-rules.ts';
import * as store from './violation-store.ts';

export interface Rectification {
  /** Undefined: the only open one. */
  part: number | undefined;
  note: string | undefined;
}

/**
 * A violation was put right (rule 109). The authority need not know of it any more: Decree 110, art. 17,
 * has those reported that left a harm behind, or that nobody would put right. A report that was due
 * before stays missed.
 */
export const rectifyViolation = (ctx: Ctx, typed: string, made: Rectification): RenovationRecord =>
  step(ctx, typed, 'rectify', (it, entry) => {
    const { no } = it;
    const found = rules.violationMeant(it, made.part, rules.OPEN);
    if (found instanceof WyError) throw found;
    const refusal = rules.refusalOfRectified(no, found);
    if (refusal) throw refusal;
    const { part } = found;
    const rectifiedAt = ctx.now;
    const rectifiedById = ctx.operator().id;
    store.updateViolation(ctx.ledger, no, part, { rectifiedAt, rectifiedById });
    meet(ctx, no, 'reno.rectify', part);
    releasePart(ctx, no, part, 'reno.report');
    note(ctx, no, 'rectified', { part, text: made.note ?? null });
    entry.changes = { part, rectifiedAt, ...(made.note !== undefined && { note: HIDDEN }) };
  });
