import type { Ctx } from '../context.ts';
import { HIDDEN } from '../ledger/transact.ts';
import type { Day } from '../lib/day.ts';
import { list, same, w } from '../lib/words.ts';
import { approverFor } from '../registry/approvers.ts';
import { permitNo } from '../renovations/pass-rules.ts';
import type { RenovationRecord } from '../renovations/record.ts';
import { moveEnd } from '../renovations/running.ts';
import { step } from '../renovations/step.ts';
import { note } from '../timeline/service.ts';
import { refusalOfExtension } from './extension-rules.ts';
import { extend } from './site-store.ts';
import { endingBefore } from './worker-rules.ts';

export interface Extension {
  until: Day;
  reason: string;
  /** The supervisor or the director, by name or id. */
  approvedBy: string;
}

/**
 * The works may last longer where supervisor or director consents, as they do to a longer permit (rule
 * 84): the household's permit and the promise of the end follow. Workers' passes are renewed by themselves.
 */
export function extendWorks(ctx: Ctx, typed: string, made: Extension): RenovationRecord {
  return step(ctx, typed, 'extend', (it, entry) => {
    const { until: untilOn, reason } = made;
    const refusal = refusalOfExtension(it, untilOn, ctx.today);
    if (refusal) throw refusal;
    const approver = approverFor(ctx, made.approvedBy, ['supervisor', 'director']);
    extend(ctx.ledger, it.no, untilOn);
    moveEnd(ctx, { no: it.no, untilOn });
    note(ctx, it.no, 'extended', { untilOn, reason, approvedBy: approver.name });
    entry.changes = { untilOn, reason: HIDDEN, approvedById: approver.id };
    warnOfPasses(ctx, it, untilOn);
  });
}

function warnOfPasses(ctx: Ctx, it: RenovationRecord, until: Day): void {
  const out = endingBefore(it, until);
  if (out.length === 0) return;
  const { no } = it;
  const passes = list(
    out.map(({ part, untilOn }) => {
      const pass = permitNo(no, part);
      return w(`${pass}（至 ${untilOn}）`, `${pass} (until ${untilOn})`);
    }),
  );
  const line = same(`wy reno worker renew ${no} --all --until ${until}`);
  ctx.warn(
    w(
      `施工人员出入证不随之延期：${passes.zh}。要续期：${line.zh}`,
      `The workers' passes keep their dates: ${passes.en}. To renew them: ${line.en}`,
    ),
  );
}
