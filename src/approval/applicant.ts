import type { Ctx } from '../context.ts';
import { refused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import { listResidents } from '../registry/residents.ts';
import { APPLICANTS, type Applicant } from '../renovations/model.ts';

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
