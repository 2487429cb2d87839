import type { Ledger } from '../ledger/ledger.ts';
import { list, same, type Words, w } from '../lib/words.ts';
import { findActing } from './staff.ts';

/** Users of the system whom the policy maps to nobody who is active: they cannot record. */
export const idleOperators = (
  ledger: Ledger,
  operators: Readonly<Record<string, string>>,
): string[] =>
  Object.entries(operators)
    .filter(([, staff]) => !findActing(ledger, staff))
    .map(([user]) => user);

/** Names the users only: whom they are mapped to is personal. */
export function idleOperatorsWords(users: readonly string[]): Words {
  const names = list(users.map(same));
  return w(
    `operators 里对应的不是在职员工：${names.zh}`,
    `mapped to no active member of staff under operators: ${names.en}`,
  );
}
