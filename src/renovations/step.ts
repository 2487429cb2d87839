import { step as caseStep } from '../cases/step.ts';
import type { Ctx } from '../context.ts';
import type { Entry } from '../ledger/transact.ts';
import { w } from '../lib/words.ts';
import { approverFor } from '../registry/approvers.ts';
import { brief, CHAIN, missedBy, refusalOfLacks } from './chain-rules.ts';
import type { Step } from './model.ts';
import { RENOVATION, type RenovationRecord, standing } from './record.ts';

/**
 * One step of the chain: refuses what the state does not allow, whoever may not take it, and what it
 * needs and lacks; says what it looks for in vain. Then works, and gives how the renovation stands.
 */
export function step(
  ctx: Ctx,
  typed: string,
  name: Step,
  work: (it: RenovationRecord, entry: Entry) => void,
): RenovationRecord {
  const after = caseStep(ctx, RENOVATION, typed, name, (found, entry) => {
    const [it] = standing(ctx, [found]) as [RenovationRecord];
    const { only, role } = CHAIN[name];
    if (only) approverFor(ctx, String(ctx.operator().id), [role]);
    const refusal = refusalOfLacks(name, it);
    if (refusal) throw refusal;
    for (const { words, of } of missedBy(name, it)) {
      const lacking = brief(of);
      ctx.warn(
        w(`还须${words.zh}：${lacking.zh}。`, `Still waited for: ${words.en} (${lacking.en}).`),
      );
    }
    work(it, entry);
  });
  const [it] = standing(ctx, [after]) as [RenovationRecord];
  return it;
}
