import type { Ctx } from '../context.ts';
import { listCharges } from '../fees/charges.ts';
import { endOfDay } from '../lib/moment.ts';
import { yuanText } from '../lib/money.ts';
import { plural, type Words, w } from '../lib/words.ts';
import { monthsTouched } from './arrears-rules.ts';
import { totalsOf } from './statement-rules.ts';

/**
 * What a unit owes today, overdue or not, in one line, with the months that the overdue charges touch;
 * null where it owes nothing.
 */
export function owingWords(ctx: Ctx, unitId: number): Words | null {
  const { ledger, today, zone } = ctx;
  const query = { unitId, state: 'outstanding', asOf: endOfDay(today, zone) } as const;
  const charges = listCharges(ledger, query);
  const { owedFen, overdueFen } = totalsOf(charges, today);
  if (owedFen === 0) return null;
  const [owed, overdue] = [yuanText(owedFen), yuanText(overdueFen)];
  if (overdueFen === 0) {
    return w(`账上欠 ${owed} 元（都未到期）`, `${owed} yuan owed (none of it overdue)`);
  }
  const late = charges.filter(({ dueOn }) => dueOn < today);
  const months = monthsTouched(
    late.map((it) => [it.periodStart, it.periodEnd]),
    today,
  );
  return w(
    `账上欠 ${owed} 元（其中逾期 ${overdue} 元，涉及 ${months} 个月）`,
    `${owed} yuan owed (${overdue} of it overdue, of ${plural(months, 'month')})`,
  );
}
