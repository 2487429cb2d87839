import type { Ctx } from '../context.ts';
import { transact } from '../ledger/transact.ts';
import { refused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import type { Resident } from './model.ts';
import * as store from './resident-store.ts';
import { requireResident } from './residents.ts';

/** A birthday card was sent today (rule 77); refuses whoever has not agreed to be greeted. */
export function recordGreeting(ctx: Ctx, id: number): Resident {
  return transact(ctx, 'resident.greet', (entry) => {
    const before = requireResident(ctx.ledger, id);
    if (!before.greet) {
      throw refused(
        'no_consent',
        w(`住户 ${id} 没有同意生日祝贺。`, `Resident ${id} has not agreed to be greeted.`),
        w(
          `住户同意的，先登记：wy resident edit ${id} --greet yes`,
          `If they did: wy resident edit ${id} --greet yes`,
        ),
      );
    }
    const after = { ...before, greetedOn: ctx.today };
    store.updateGreeting(ctx.ledger, before.personId, after);
    entry.subject = `resident ${id}`;
    entry.changes = { greetedOn: ctx.today };
    return after;
  });
}
