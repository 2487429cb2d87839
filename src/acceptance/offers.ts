import type { Ctx } from '../context.ts';
import { list, type Words, w } from '../lib/words.ts';
import { roleTitle } from '../policy/roles.ts';
import { listStaff } from '../registry/staff.ts';
import { permitNo } from '../renovations/pass-rules.ts';
import { requireRenovation } from '../renovations/record.ts';
import { codeOf } from './permit-rules.ts';

type Offered = Readonly<Record<string, Words>> | undefined;

/** Who may have been there, with what each is. */
export const staffOffered = (ctx: Ctx): Offered =>
  Object.fromEntries(
    listStaff(ctx.ledger).map(({ name, roles }) => {
      const titles = list(roles.map((role) => roleTitle(ctx.policy, role)));
      return [name, w(`${name}（${titles.zh}）`, `${name} (${titles.en})`)];
    }),
  );

/** What is still out of the hands of the desk, without the codes already answered for. */
export function permitsOffered(ctx: Ctx, typed: string, answered: string | undefined): Offered {
  const { no, permits } = requireRenovation(ctx, typed);
  const taken = answered?.split(',') ?? [];
  const out = permits.filter((each) => each.fate === null && !taken.includes(codeOf(each)));
  if (out.length === 0) return undefined;
  return Object.fromEntries(
    out.map((each) => {
      const number = permitNo(no, each.part);
      const name =
        each.worker === null
          ? w(`施工许可证 ${number}`, `permit ${number}`)
          : w(`出入证 ${number} ${each.worker}`, `pass ${number} ${each.worker}`);
      return [codeOf(each), name];
    }),
  );
}
