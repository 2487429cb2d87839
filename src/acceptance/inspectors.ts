import type { Ctx } from '../context.ts';
import { misused, refused } from '../lib/errors.ts';
import { list, same, type Words, w } from '../lib/words.ts';
import { type Role, roleTitle } from '../policy/roles.ts';
import type { Staff } from '../registry/model.ts';
import { listStaff, requireStaff } from '../registry/staff.ts';
import { inSeveralRoles, isOneOfEngineering, rolesMissing } from './inspecting-rules.ts';

/** Members of staff by name or id, each once; refuses an unknown one. */
export function staffTyped(ctx: Ctx, typed: readonly string[]): Staff[] {
  const found = typed.map((each) => requireStaff(ctx.ledger, each));
  return [...new Map(found.map((each) => [each.id, each])).values()];
}

/**
 * Who inspected the works: engineering, supervisor and clerk are there (rule 101), refused without
 * one of them. One person for two of them, or engineering's head without a technician, is said.
 */
export function inspectorsTyped(ctx: Ctx, typed: readonly string[] | undefined): Staff[] {
  if (typed === undefined) throw nobodyNamed();
  const people = staffTyped(ctx, typed);
  const missing = rolesMissing(people);
  if (missing.length > 0) throw roleMissing(ctx, missing);
  const several = list(inSeveralRoles(people).map(same));
  if (several.zh !== '') {
    ctx.warn(
      w(
        `${several.zh} 一人兼了几个岗位，验收记录照此保存。`,
        `${several.en}: one person stands for several roles; the record says so.`,
      ),
    );
  }
  if (isOneOfEngineering(people)) {
    ctx.warn(
      w(
        '工程维修只有一人：主管和技术人员都应到场。',
        'Only one of engineering: its head and a technician are both to be there.',
      ),
    );
  }
  return people;
}

/** The supervisor who writes 初验合格 (rule 103): who acts, if they are one of them. */
export function supervisorOf(ctx: Ctx, people: readonly Staff[]): Staff {
  const supervisors = people.filter(({ roles }) => roles.includes('supervisor'));
  const acting = supervisors.find(({ id }) => id === ctx.operator().id);
  return acting ?? (supervisors[0] as Staff);
}

const nobodyNamed = () =>
  misused(
    'no_inspectors',
    w('请写明谁参加了验收。', 'Say who inspected the works.'),
    w(
      '加上 --inspectors 姓名,姓名（工程维修、客服主管、客服管理员）',
      'Add --inspectors NAME,NAME (engineering, supervisor, clerk)',
    ),
  );

function roleMissing(ctx: Ctx, missing: readonly Role[]) {
  const titles = list(missing.map((role) => roleTitle(ctx.policy, role)));
  const who = missing.map((role) => whoHas(ctx, role));
  return refused(
    'inspector_missing',
    w(`验收还须有：${titles.zh}。`, `To be there as well: ${titles.en}.`),
    w(who.map(({ zh }) => zh).join('；'), who.map(({ en }) => en).join('; ')),
  );
}

function whoHas(ctx: Ctx, role: Role): Words {
  const title = roleTitle(ctx.policy, role);
  const names = list(
    listStaff(ctx.ledger)
      .filter(({ roles }) => roles.includes(role))
      .map(({ name }) => same(name)),
  );
  if (names.zh !== '') return w(`${title.zh}：${names.zh}`, `${title.en}: ${names.en}`);
  const add = `wy staff add … --role ${role}`;
  return w(`${title.zh}还没有人，登记：${add}`, `${title.en}: nobody yet; add them: ${add}`);
}
