import type { Ctx } from '../context.ts';
import { meet, promise, release } from '../deadlines/service.ts';
import { HIDDEN } from '../ledger/transact.ts';
import type { RenovationRecord } from '../renovations/record.ts';
import { step } from '../renovations/step.ts';
import { note } from '../timeline/service.ts';
import { refusalOfTold, type Told } from './inspecting-rules.ts';
import { staffTyped } from './inspectors.ts';
import { advance } from './store.ts';
import { namesOf, writeDown } from './writing-down.ts';

type Seen = Pick<Told, 'inspectors' | 'note'>;

/** Nothing is wrong after the months of use (复验合格, rule 106): the deposits go back. */
export function reinspect(ctx: Ctx, typed: string, seen: Seen): RenovationRecord {
  return step(ctx, typed, 'reinspect', (it, entry) => {
    const { no } = it;
    const reinspectedAt = ctx.now;
    const reinspectedById = ctx.operator().id;
    const people = record(ctx, no, true, seen);
    advance(ctx.ledger, no, { state: 'reinspected', reinspectedAt, reinspectedById });
    meetReinspection(ctx, no);
    promise(ctx, {
      subject: no,
      kind: 'reno.refund',
      role: 'clerk',
      clause: 'renovations.refund',
      from: ctx.now,
    });
    note(ctx, no, 'reinspected', { ...people, ...(seen.note && { text: seen.note }) });
    entry.changes = { reinspectedAt, reinspectedById, ...hidden(seen) };
  });
}

/** Something is wrong (rule 106): it is put right and inspected once more. */
export function fault(ctx: Ctx, typed: string, seen: Seen): RenovationRecord {
  const refusal = refusalOfTold('fail', seen);
  if (refusal) throw refusal;
  return step(ctx, typed, 'fault', (it, entry) => {
    const { no } = it;
    const people = record(ctx, no, false, seen);
    meetReinspection(ctx, no);
    promise(ctx, {
      subject: no,
      kind: 'reno.reinspect',
      role: 'supervisor',
      clause: 'renovations.reinspect.again',
      from: ctx.now,
    });
    note(ctx, no, 'faulted', { ...people, text: seen.note ?? null });
    entry.changes = hidden(seen);
  });
}

/** Where the policy gave longer when it was promised, it has not begun: then it never arises. */
function meetReinspection(ctx: Ctx, no: string): void {
  meet(ctx, no, 'reno.reinspect');
  release(ctx, no, 'reno.reinspect');
}

const hidden = ({ inspectors, note }: Seen) => ({
  ...(inspectors && { people: HIDDEN }),
  ...(note && { note: HIDDEN }),
});

/** Gives who was there besides the supervisor who records it, as the timeline tells it. */
function record(ctx: Ctx, no: string, passed: boolean, seen: Seen) {
  const people = staffTyped(ctx, seen.inspectors ?? []);
  writeDown(ctx, no, { kind: 'reinspection', passed, people, told: seen });
  return people.length > 0 && { people: namesOf(people) };
}
