import type { Ctx } from '../context.ts';
import { listCharges } from '../fees/charges.ts';
import { endOfDay } from '../lib/moment.ts';
import { yuanText } from '../lib/money.ts';
import { type Words, w } from '../lib/words.ts';
import { monthsTouched } from './arrears-rules.ts';
import { totalsOf } from './statement-rules.ts';

/** What a unit owes today, overdue or not, in one line; null where it owes nothing. */
export function owingWords(ctx: Ctx, unitId: number): Words | null {
  const { ledger, today, zone } = ctx;
  const query = { unitId, state: 'outstanding', asOf: endOfDay(today, zone) } as const;
  const charges = listCharges(ledger, query);
  const { owedFen, overdueFen } = totalsOf(charges, today);
  if (owedFen === 0) return null;
  const owed = yuanText(owedFen);
  const overdue = yuanText(overdueFen);
  const months = monthsTouched(charges.map((it) => [it.periodStart, it.periodEnd]));
  return w(
    `账上欠 ${owed} 元（涉及 ${months} 个月，其中逾期 ${overdue} 元）`,
    `${owed} yuan owed (of ${months} month${months === 1 ? '' : 's'}; ${overdue} of it overdue)`,
  );
}
