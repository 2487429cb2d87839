import type { Ctx } from '../context.ts';
import { refused } from '../lib/errors.ts';
import { list, same, w } from '../lib/words.ts';
import { type Role, roleTitle } from '../policy/roles.ts';
import type { Staff } from '../registry/model.ts';
import { listResidents } from '../registry/residents.ts';
import { listStaff, requireStaff } from '../registry/staff.ts';
import { APPLICANTS, type Applicant } from './model.ts';

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

/**
 * Who applies: as typed, else the one owner or tenant of the day; where there is none or more than one,
 * refuses and wants the name.
 */
export function applicantNamed(
  ctx: Ctx,
  unit: string,
  { applicant, name }: { applicant: Applicant; name: string | undefined },
): string {
  const { zh, en } = APPLICANTS[applicant];
  const there = listResidents(ctx.ledger, { unit, role: applicant, on: ctx.today });
  if (name !== undefined) {
    if (!there.some((each) => each.name === name)) {
      ctx.warn(
        w(
          `${unit} 登记的${zh}里没有这个姓名；请核对证件：wy resident list --unit ${unit}`,
          `No ${en} of ${unit} is registered by this name; check their papers: wy resident list --unit ${unit}`,
        ),
      );
    }
    return name;
  }
  const [only] = there;
  if (only && there.length === 1) return only.name;
  throw refused(
    only ? 'several_applicants' : 'applicant_unknown',
    only
      ? w(`${unit} 登记了 ${there.length} 位${zh}。`, `${unit} has ${there.length} of them: ${en}.`)
      : w(
          `${unit} 在 ${ctx.today} 没有登记${zh}。`,
          `${unit} has no ${en} registered on ${ctx.today}.`,
        ),
    w('请写明由谁申请：--name 姓名', 'Say who applies: --name NAME'),
  );
}
