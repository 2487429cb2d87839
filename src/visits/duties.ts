import type { Ctx } from '../context.ts';
import type { Duty } from '../deadlines/model.ts';
import { dutiesDueBy } from '../deadlines/service.ts';
import { causeOf, REASON_NAMES, type Reason } from './model.ts';

/** Later than anything is due. */
const ALWAYS = '9999-12-31T23:59:59Z';

const reasonOf = new Map(
  REASON_NAMES.map((reason): [string | undefined, Reason] => [causeOf(reason).kind, reason]),
);

/** Every callback and visit that some record is owed, however late it is due. */
export function duties(ctx: Ctx): (Duty & { reason: Reason })[] {
  return dutiesDueBy(ctx, ALWAYS).flatMap((duty) => {
    const reason = reasonOf.get(duty.kind);
    return reason ? [{ ...duty, reason }] : [];
  });
}
