import * as store from '../../src/approval/store.ts';
import { stateOf } from '../../src/deadlines/rules.ts';
import type { Day } from '../../src/lib/day.ts';
import { atLocal, localText } from '../../src/lib/moment.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { addStaff } from '../../src/registry/staff.ts';
import { addUnit } from '../../src/registry/units.ts';
import { requireRenovation } from '../../src/renovations/record.ts';
import { startWorks } from '../../src/renovations/running.ts';
import { at, makeCtx, type TestCtx } from '../support/ledger.ts';

/** The same desk at a time of the site's clock: '11-24 10:00', '2027-01-02 10:00'. */
export function when<C extends TestCtx>(ctx: C, local: string): C {
  const [day = '', time = ''] = local.split(' ');
  return at(ctx, atLocal((day.length === 5 ? `2026-${day}` : day) as Day, time, ctx.zone));
}

/** Monday 2026-11-23, 15:00: a supervisor at the desk, a director, a clerk, nothing permitted. */
export async function siteDesk(policy?: Policy): Promise<TestCtx> {
  const ctx = await makeCtx(policy && { policy });
  addStaff(ctx, { name: '陈主任', roles: ['director'], phone: null });
  addStaff(ctx, { name: '赵敏', roles: ['clerk'], phone: null });
  return when(ctx, '11-23 15:00');
}

export interface Works {
  no?: string;
  unit?: string;
  fromOn?: Day;
  untilOn?: Day;
  contractor?: string | null;
}

/** Works that got their permit at this moment, 2026-11-24 to 2026-12-20 unless said. */
export function permitted(ctx: TestCtx, works: Works = {}): string {
  const { no = 'D261123-001', unit: code = '3-2-1501', contractor = '宏达装饰' } = works;
  const { fromOn = '2026-11-24', untilOn = '2026-12-20' } = works;
  const unit = { code, areaThousandths: 89_530, use: 'residential', handoverOn: null } as const;
  const { id: unitId } = addUnit(ctx, unit);
  store.insert(ctx.ledger, {
    ...{ no, unitId, applicant: 'owner', applicantName: '张伟', agent: null, contractor },
    ...{ foreman: '马师傅', phone: null, scope: '翻新', works: [], isSmall: false },
    ...{ fromOn, untilOn, appliedAt: ctx.now, appliedById: 1 },
  });
  store.update(ctx.ledger, no, { state: 'permitted', permittedAt: ctx.now });
  ctx.ledger
    .prepare(
      `INSERT INTO renovation_permits (renovation_id, part, until_on, issued_at)
       SELECT id, 0, until_on, permitted_at FROM renovations WHERE no = ?`,
    )
    .run(no);
  startWorks(ctx, requireRenovation(ctx, no));
  return no;
}

/** Its promises of a kind as people read them: `11-24 23:59 open`, in the order of their days. */
export const promises = (ctx: TestCtx, no: string, kind: string): string[] =>
  requireRenovation(ctx, no)
    .deadlines.filter((each) => each.kind === kind)
    .map((each) => ({ text: localText(each.dueAt, ctx.zone), state: stateOf(each, ctx.now) }))
    .sort((a, b) => a.text.localeCompare(b.text))
    .map(({ text, state }) => `${text.slice(5)} ${state}`);
