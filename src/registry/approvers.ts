import type { Ctx } from '../context.ts';
import { refused } from '../lib/errors.ts';
import { list, same, type Words, w } from '../lib/words.ts';
import { type Role, roleTitle } from '../policy/roles.ts';
import type { Staff } from './model.ts';
import { listStaff, requireStaff } from './staff.ts';

/** How a refusal says that somebody has none of the roles, and who has one. */
interface Saying {
  without(name: string, titles: Words): Words;
  /** Nobody on the staff has one. */
  nobody: string;
  those(titles: Words, names: Words): Words;
}

/** A member of staff by name or id who has one of these roles; refuses `missing_role`. */
function staffAmong(ctx: Ctx, typed: string, roles: readonly Role[], saying: Saying): Staff {
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
    saying.without(staff.name, titles),
    names.zh === ''
      ? w(
          `还没有这样的员工。登记：wy staff add 姓名 --role ${role}`,
          `${saying.nobody} Add them: wy staff add NAME --role ${role}`,
        )
      : saying.those(titles, names),
  );
}

/**
 * A member of staff by name or id who has one of these roles, as the rules name who decides (rule
 * 172); refuses `missing_role`, saying who may.
 */
export const approverFor = (ctx: Ctx, typed: string, roles: readonly Role[]): Staff =>
  staffAmong(ctx, typed, roles, {
    without: (name, titles) =>
      w(
        `${name} 无权批准：应由${titles.zh}批。`,
        `${name} may not approve this: ${titles.en} may.`,
      ),
    nobody: 'Nobody on the staff is one yet.',
    those: (_, names) => w(`可以批的有：${names.zh}`, `Those who may: ${names.en}`),
  });

/** As `approverFor`, of whoever has this role and decides nothing by it. */
export const staffWith = (ctx: Ctx, typed: string, role: Role): Staff =>
  staffAmong(ctx, typed, [role], {
    without: (name, titles) =>
      w(`${name} 不是${titles.zh}。`, `${name} does not have this role: ${titles.en}.`),
    nobody: 'Nobody on the staff has it yet.',
    those: (titles, names) => w(`${titles.zh}有：${names.zh}`, `Those who do: ${names.en}`),
  });

/** Whether whoever acts has this role. */
export const actsAs = (ctx: Ctx, role: Role): boolean =>
  requireStaff(ctx.ledger, String(ctx.operator().id)).roles.includes(role);
