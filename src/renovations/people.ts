import type { Ctx } from '../context.ts';
import { refused } from '../lib/errors.ts';
import { list, same, w } from '../lib/words.ts';
import { type Role, roleTitle } from '../policy/roles.ts';
import type { Staff } from '../registry/model.ts';
import { listStaff, requireStaff } from '../registry/staff.ts';

/** A member of staff by name or id who has this role; refuses another. */
export function staffWith(ctx: Ctx, typed: string, role: Role): Staff {
  const staff = requireStaff(ctx.ledger, typed);
  if (staff.roles.includes(role)) return staff;
  const title = roleTitle(ctx.policy, role);
  const names = list(
    listStaff(ctx.ledger)
      .filter(({ roles }) => roles.includes(role))
      .map((each) => same(each.name)),
  );
  throw refused(
    'missing_role',
    w(`${staff.name} 不是${title.zh}。`, `${staff.name} does not have this role: ${title.en}.`),
    names.zh === ''
      ? w(
          `还没有这样的员工。登记：wy staff add NAME --role ${role}`,
          `Nobody on the staff has it yet. Add them: wy staff add NAME --role ${role}`,
        )
      : w(`${title.zh}有：${names.zh}`, `Those who do: ${names.en}`),
  );
}

/** Whether whoever acts has this role. */
export const actsAs = (ctx: Ctx, role: Role): boolean =>
  requireStaff(ctx.ledger, String(ctx.operator().id)).roles.includes(role);
