import { step as caseStep } from '../cases/step.ts';
import type { Ctx } from '../context.ts';
import type { Entry } from '../ledger/transact.ts';
import { w } from '../lib/words.ts';
import { approverFor } from '../registry/approvers.ts';
import { brief, CHAIN, missedBy, refusalOfLacks, refusalOfState } from './chain-rules.ts';
import type { Renovation, Step } from './model.ts';
import { RENOVATION, type RenovationRecord, requireRenovation, standing } from './record.ts';

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
  const kind = {
    ...RENOVATION,
    refusalOf: (taken: Step, it: Renovation) => refusalIn(ctx, taken, it),
  };
  const after = caseStep(ctx, kind, typed, name, (found, entry) => {
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

/** The refusal that the state asks for, with what can be done instead as things stand today. */
const refusalIn = (ctx: Ctx, name: Step, it: Renovation) =>
  refusalOfState(name, it) && refusalOfState(name, requireRenovation(ctx, it.no));
