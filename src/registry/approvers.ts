import type { Ctx } from '../context.ts';
import { refused } from '../lib/errors.ts';
import { list, same, w } from '../lib/words.ts';
import { type Role, roleTitle } from '../policy/roles.ts';
import type { Staff } from './model.ts';
import { listStaff, requireStaff } from './staff.ts';

/**
 * A member of staff by name or id who has one of these roles, as the rules name who decides (rule
 * 172); refuses `missing_role`, saying who may.
 */
export function approverFor(ctx: Ctx, typed: string, roles: readonly Role[]): Staff {
  const staff = requireStaff(ctx.ledger, typed);
  const may = (it: Staff) => it.roles.some((role) => roles.includes(role));
  if (may(staff)) return staff;
  const titles = list(roles.map((role) => roleTitle(ctx.policy, role)));
  const [role = 'director'] = roles;
  const names = list(
    listStaff(ctx.ledger)
      .filter(may)
      .map((it) => same(it.name)),
  );
  throw refused(
    'missing_role',
    w(
      `${staff.name} 无权批准：应由${titles.zh}批。`,
      `${staff.name} may not approve this: ${titles.en} may.`,
    ),
    names.zh === ''
      ? w(
          `还没有这样的员工。登记：wy staff add NAME --role ${role}`,
          `Nobody on the staff is one yet. Add them: wy staff add NAME --role ${role}`,
        )
      : w(`可以批的有：${names.zh}`, `Those who may: ${names.en}`),
  );
}
